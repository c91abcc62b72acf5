import { setTimeout as sleep } from 'node:timers/promises';
import { sql as fragment } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase, type Scope } from '../../../src/db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

let database: TestDatabase;
let owner: Sql;
let db: Database;
let scope: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.url, { max: 2, onnotice: () => {} });
  db = openDatabase({ url: database.url, ormConnections: 2, bulkConnections: 2 });
  scope = db.workspace(1);
});
afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

const one = fragment`SELECT 1 AS one`;
const kill = (pid: number) => owner`SELECT pg_terminate_backend(${pid})`;
const pidOf = async (tx: { unsafe: (text: string) => PromiseLike<unknown> }): Promise<number> =>
  ((await tx.unsafe('SELECT pg_backend_pid() AS pid')) as { pid: number }[])[0]?.pid ?? 0;

/** Each pool has two connections: more than that at once shows that none was lost. */
const works = async () => {
  const several = Array.from({ length: 6 }, () => [
    scope.orm.execute(one),
    scope.sql.begin((tx) => tx`SELECT pg_sleep(0.01)`),
  ]);
  await Promise.all(several.flat());
};

// What nobody catches would fail the test run, as it would end the process.
describe('a connection that is lost', () => {
  const LOST = /CONNECTION_CLOSED|terminating connection/;
  beforeEach(works);

  test('while the transaction waits for something else: it ends at once, and what follows is refused', async () => {
    let late: unknown;
    const done = scope.sql.begin(async (tx) => {
      await kill(await pidOf(tx));
      await sleep(200);
      try {
        await tx`SELECT 1`;
      } catch (error) {
        late = error;
      }
    });
    await expect(done).rejects.toThrow(LOST);
    await sleep(300);
    expect(String(late)).toMatch(LOST);
    await works();
  });

  test('and nothing follows: the transaction is not taken for committed', async () => {
    const done = scope.sql.begin(async (tx) => {
      await kill(await pidOf(tx));
      await sleep(100);
      return 'done';
    });
    await expect(done).rejects.toThrow(LOST);
    await works();
  });

  test('under a statement, with others waiting behind it: all are told', async () => {
    const outcomes: string[] = [];
    const done = scope.sql.begin(async (tx) => {
      const pid = await pidOf(tx);
      const asked = [tx`SELECT pg_sleep(${9}::int)`, tx`SELECT ${1}::int`, tx`SELECT ${2}::int`];
      const told = asked.map((query) => query.then(String, (error: Error) => outcomes.push(error.message)));
      await sleep(50);
      await kill(pid);
      await Promise.all(told);
      throw new Error('told');
    });
    await expect(done).rejects.toThrow(LOST);
    expect(outcomes).toEqual([expect.stringMatching(LOST), expect.stringMatching(LOST), expect.stringMatching(LOST)]);
    await works();
  });

  test('inside a savepoint, and in a statement by itself', async () => {
    const nested = scope.orm.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(fragment`SELECT pg_backend_pid() AS pid`);
      await tx.transaction(async (inner) => {
        await kill(row?.pid ?? 0);
        await inner.execute(one);
      });
    });
    await expect(nested).rejects.toThrow();
    const single = expect(scope.orm.execute(fragment`SELECT pg_sleep(9), 'the only one'`)).rejects.toThrow();
    await vi.waitFor(async () => {
      const killed = await owner`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%the only one%' AND pid <> pg_backend_pid()`;
      expect(killed).toHaveLength(1);
    });
    await single;
    await works();
  });
});

test('whatever is under way when all connections are lost, again and again: it fails or it is done, and the next works', async () => {
  let going = true;
  const outcomes = { done: 0, failed: 0 };
  const keepOn = async (work: () => Promise<unknown>) => {
    while (going) {
      await work().then(
        () => outcomes.done++,
        () => outcomes.failed++,
      );
      await sleep(1);
    }
  };
  const several = Promise.all([
    keepOn(async () => scope.orm.execute(fragment`SELECT pg_sleep(${0.002}::float8)`)),
    keepOn(() =>
      scope.sql.begin(async (tx) => [await tx`SELECT ${1}::int`, await sleep(2), await tx`SELECT pg_sleep(0.002)`]),
    ),
    keepOn(() => scope.orm.transaction((tx) => tx.transaction((inner) => inner.execute(one)))),
    keepOn(async () => {
      const snapshot = scope.snapshot();
      const asked = [1, 2, 3].map(async (number) => snapshot.orm.execute(fragment`SELECT ${number}::int`));
      await Promise.all(asked).finally(snapshot.end);
    }),
  ]);
  for (let round = 0; round < 25; round++) {
    await sleep(20 + ((round * 37) % 40));
    await owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'tributary' AND datname = current_database()`;
  }
  going = false;
  await several;
  expect(outcomes.done, JSON.stringify(outcomes)).toBeGreaterThan(25);
  await works();
});

describe('a transaction', () => {
  test('that fails is rolled back, with the error as it was thrown', async () => {
    const thrown = new Error('thought better of it');
    const failing = scope.sql.begin(async (tx) => {
      await tx`CREATE TEMP TABLE never (a int)`;
      throw thrown;
    });
    await expect(failing).rejects.toBe(thrown);
    const [row] = await owner`SELECT count(*)::int AS count FROM pg_class WHERE relname = 'never'`;
    expect(row?.['count']).toBe(0);
    await expect(scope.sql.begin((tx) => tx`SELECT 1 / 0`)).rejects.toMatchObject({ code: '22012' });
  });

  test('takes nothing once it has ended: its connection is somebody else’s', async () => {
    const kept = await scope.sql.begin(async (tx) => ({ tx }));
    expect(() => kept.tx`SELECT 1`).toThrow('the transaction has ended');
  });

  test('never waits for a second connection that others like it may hold', async () => {
    const message = expect.stringContaining('a transaction is open');
    await scope.orm.transaction(async (tx) => {
      await tx.execute(one);
      await expect(scope.orm.execute(one)).rejects.toMatchObject({ cause: { message } });
      await expect(scope.orm.transaction(async () => {})).rejects.toMatchObject({ message });
      await expect(scope.sql.begin(async () => {})).rejects.toMatchObject({ message });
      await expect(db.system.orm.execute(one)).rejects.toMatchObject({ cause: { message } });
      await tx.transaction(async (inner) => inner.execute(one));
    });
    await scope.sql.begin(async () => {
      await expect(scope.sql.begin(async () => {})).rejects.toMatchObject({ message });
      // A run renews its lease while it stores.
      await scope.orm.execute(one);
    });
    let afterwards: Promise<unknown> = Promise.resolve();
    await scope.orm.transaction(async () => {
      afterwards = sleep(50).then(() => scope.orm.execute(one));
    });
    await expect(afterwards).resolves.toHaveLength(1);
  });
});
