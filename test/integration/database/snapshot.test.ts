import { setTimeout as sleep } from 'node:timers/promises';
import { sql as fragment } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { byKey } from '../../../src/db/by-key.ts';
import { type Database, openDatabase, type Snapshot } from '../../../src/db/client.ts';
import { createWorkspace } from '../../../src/features/workspaces/index.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

let database: TestDatabase;
let owner: Sql;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = postgres(database.url, { max: 1, onnotice: () => {} });
  db = openDatabase({ url: database.url, ormConnections: 2, bulkConnections: 1 });
  await createWorkspace({ db, clock: { now: () => new Date() } }, { name: 'first', ownerKey: null });
});
afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

const nameOf = async ({ orm }: Snapshot): Promise<unknown> =>
  (await orm.execute(fragment`SELECT name FROM workspaces`))[0]?.['name'];
const openTransactions = async (): Promise<number> => {
  const [row] = await owner`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'tributary' AND state <> 'idle'`;
  return row?.['count'];
};

test('holds nothing until it is asked, then one connection, and gives it back', async () => {
  const snapshot = db.workspace(1).snapshot();
  expect(await openTransactions()).toBe(0);
  const asked = Array.from({ length: 20 }, () => snapshot.orm.execute(fragment`SELECT pg_backend_pid() AS pid`));
  const pids = (await Promise.all(asked)).map(([row]) => row?.['pid']);
  expect(new Set(pids).size).toBe(1);
  expect(await openTransactions()).toBe(1);
  snapshot.end();
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0));
  await expect(nameOf(snapshot)).rejects.toMatchObject({ cause: { message: 'the operation has ended' } });
});

test('shows everything as of its first statement, in its own workspace, and changes nothing', async () => {
  const [snapshot, stranger] = [db.workspace(1).snapshot(), db.workspace(2).snapshot()];
  expect(await nameOf(snapshot)).toBe('first');
  await owner`UPDATE workspaces SET name = 'second'`;
  expect(await nameOf(snapshot)).toBe('first');
  expect(await nameOf(stranger)).toBeUndefined();
  const write = snapshot.orm.execute(fragment`INSERT INTO usage_metrics VALUES (1, 0, 'x', 'SUM', now())`);
  await expect(write).rejects.toMatchObject({ cause: { code: '25006' } });
  await expect(snapshot.orm.transaction(async () => {})).rejects.toThrow('changes nothing');
  await expect(snapshot.sql.begin(async () => {})).rejects.toThrow('changes nothing');
  snapshot.end();
  stranger.end();
});

test('a statement that fails takes none of its neighbours with it', async () => {
  const snapshot = db.workspace(1).snapshot();
  const ask = (number: number) =>
    snapshot.orm
      .execute(fragment`SELECT ${number}::int / ${number % 3}::int AS quotient`)
      .then((rows) => rows[0]?.['quotient'])
      .catch((error: Error) => (error.cause as { code: string }).code);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, number) => ask(number)));
  const expected = Array.from({ length: 30 }, (_, number) =>
    number % 3 === 0 ? '22012' : Math.floor(number / (number % 3)),
  );
  expect(answers).toEqual(expected);
  snapshot.end();
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0));
});

test('a lost connection fails what was being asked, and the next statement has another', async () => {
  const snapshot = db.workspace(1).snapshot();
  expect(await nameOf(snapshot)).toBeDefined();
  const slow = async () => snapshot.orm.execute(fragment`SELECT pg_sleep(9)`);
  const told = Promise.allSettled([slow(), nameOf(snapshot)]);
  await sleep(50);
  await owner`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid()
    AND datname = current_database()`;
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await nameOf(snapshot)).toBeDefined();
  snapshot.end();
});

test('what still runs when it ends is cancelled, with all that waits behind it, and nothing of anybody else', async () => {
  for (let round = 0; round < 20; round++) {
    const snapshot = db.workspace(1).snapshot();
    const asked = [fragment`SELECT pg_sleep(9)`, fragment`SELECT ${1}::int`, fragment`SELECT ${2}::int`];
    const told = Promise.allSettled(asked.map(async (query) => snapshot.orm.execute(query)));
    await sleep(round);
    snapshot.end();
    const others = Promise.all(
      Array.from({ length: 8 }, () => db.workspace(1).orm.execute(fragment`SELECT pg_sleep(0.002)`)),
    );
    const began = performance.now();
    expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await others;
    // Less than the nine seconds that it sleeps.
    expect(performance.now() - began).toBeLessThan(8_000);
  }
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0));
});

test('a prepared statement whose columns changed is asked anew, alone and among others', async () => {
  await owner`CREATE TABLE changing (a int)`;
  await owner`GRANT SELECT ON changing TO tributary_app`;
  const ask = (orm: Snapshot['orm']) => orm.execute(fragment`SELECT * FROM changing WHERE ${1}::int = 1`);
  const scope = db.workspace(1);
  const prepareAll = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.all([1, 2].map(async () => ask(scope.orm)));
  };
  await prepareAll();
  await owner`ALTER TABLE changing ADD b int`;
  await Promise.all([1, 2].map(async () => ask(scope.orm)));
  await prepareAll();
  await owner`ALTER TABLE changing ALTER a TYPE text`;
  const snapshots = [1, 2].map(() => scope.snapshot());
  await Promise.all(snapshots.map(async ({ orm }) => ask(orm)));
  for (const { end } of snapshots) end();
});

test('a transaction that was read in is over a moment later, whether or not another follows', async () => {
  for (let round = 0; round < 10; round++) {
    const snapshot = db.workspace(1).snapshot();
    await nameOf(snapshot);
    snapshot.end();
    // Nothing of the workspace before is left for the next one.
    const stranger = db.workspace(2).snapshot();
    expect(await nameOf(stranger)).toBeUndefined();
    stranger.end();
    if (round % 2 === 0) await sleep(30);
  }
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0));
  // One that writes comes behind it just the same.
  const last = db.workspace(1).snapshot();
  await nameOf(last);
  last.end();
  const written = await db
    .workspace(1)
    .orm.transaction(async (tx) => tx.execute(fragment`SELECT txid_current() AS id`));
  expect(written).toHaveLength(1);
});

test('more operations than connections wait for each other and all end', async () => {
  const operation = async () => {
    const snapshot = db.workspace(1).snapshot();
    await Promise.all([nameOf(snapshot), nameOf(snapshot)]);
    await sleep(1);
    await nameOf(snapshot);
    snapshot.end();
  };
  await Promise.all(Array.from({ length: 50 }, operation));
  await vi.waitFor(async () => expect(await openTransactions()).toBe(0));
});

test('what goes by key is planned once, by index, and goes on when plans were discarded; all else is planned each time', async () => {
  const one = openDatabase({ url: database.url, ormConnections: 1, bulkConnections: 1 });
  const within = async <T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
    const snapshot = one.workspace(1).snapshot();
    return work(snapshot).finally(snapshot.end);
  };
  const settings = fragment`current_setting('plan_cache_mode') AS mode, current_setting('enable_seqscan') AS scans`;
  const EACH_TIME = { mode: 'force_custom_plan', scans: 'on' };
  const ONCE = { mode: 'force_generic_plan', scans: 'off' };
  await within(async ({ orm }) => {
    expect(await orm.execute(fragment`SELECT ${settings}`)).toMatchObject([EACH_TIME]);
    expect(await orm.execute(byKey`SELECT ${settings}`)).toMatchObject([ONCE]);
    expect(await orm.execute(byKey`SELECT ${settings}`)).toMatchObject([ONCE]);
    expect(await orm.execute(fragment`SELECT ${settings}`)).toMatchObject([EACH_TIME]);
  });
  await within(async ({ orm }) => expect(await orm.execute(fragment`SELECT ${settings}`)).toMatchObject([EACH_TIME]));
  expect(await one.workspace(1).orm.execute(byKey`SELECT ${settings}`)).toMatchObject([ONCE]);

  const count = () =>
    within(async ({ orm }) => {
      for (let id = 0; id < 5; id++) await orm.execute(byKey`SELECT name FROM workspaces WHERE workspace_id = ${id}`);
      const [row] = await orm.execute(fragment`
        SELECT generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements
        WHERE statement LIKE '%SELECT name FROM workspaces%'`);
      return row;
    });
  expect(await count()).toEqual({ generic: 3, custom: 0 });
  const now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 60_000);
  expect(await count()).toEqual({ generic: 8, custom: 0 });
  clock.mockRestore();
  await one.close();
});
