import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { evaluate, putAccounts, putProfiles } from '../../kit/signal-data.ts';

let app: TestApp;
let workspace: TestWorkspace;
let id: number;
/** More than two batches. */
const ids = Array.from({ length: 510 }, (_, number) => `acc_${String(number).padStart(4, '0')}`);

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-03-10T12:00:00Z');
  workspace = await app.workspace();
  id = workspace.ctx.actor.workspaceId;
  const accounts = ids.map((one) => ({ id: one }));
  await putAccounts(app.sql, id, accounts);
});

/** The latest week, of weeks that had 100 before. */
const calls = (latest: number, of: readonly string[] = ids) =>
  putProfiles(
    app.sql,
    id,
    of.map((one) => ({ id: one, weeks: [[latest, 100]] })),
  );
const run = () => evaluate(workspace.ctx);

/** What `work` comes to by the time it waits for the lock, or is done; `meanwhile` is done with the lock held. */
async function whileLocked<T>(work: () => Promise<T>, meanwhile: (waits: boolean) => Promise<unknown>): Promise<T> {
  let working: Promise<T> | undefined;
  await app.sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.signals'), ${id})`;
    let isDone = false;
    working = work().finally(() => {
      isDone = true;
    });
    let waits = false;
    while (!waits && !isDone) {
      const [row] = await app.sql`SELECT count(*)::int AS count FROM pg_locks
        WHERE locktype = 'advisory' AND objid = ${id}::int::oid AND NOT granted`;
      waits = row?.['count'] > 0;
    }
    await meanwhile(waits);
  });
  if (!working) throw new Error('nothing was done');
  return working;
}

test('accounts are judged batch by batch, and each of them once', async () => {
  await calls(10);
  expect(await run()).toEqual({ raised: ids.length, resolved: 0 });
  expect(await run()).toEqual({ raised: 0, resolved: 0 });
  await calls(100);
  expect(await run()).toEqual({ raised: 0, resolved: ids.length });
});

test('an evaluation that changes no signal does not ask for the lock that whoever acknowledges one needs', async () => {
  await calls(10);
  await run();
  const seen: boolean[] = [];
  const result = await whileLocked(run, async (waits) => seen.push(waits));
  expect({ seen, result }).toEqual({ seen: [false], result: { raised: 0, resolved: 0 } });
});

test('what was decided before the lock is decided again by what signals have become', async () => {
  const [one = ''] = ids;
  await calls(100);
  await calls(10, [one]);
  await run();
  await calls(100, [one]);
  const seen: boolean[] = [];
  const result = await whileLocked(run, async (waits) => {
    seen.push(waits);
    // Somebody else was first.
    await app.sql`UPDATE signals SET state = 'RESOLVED', resolved_at = '2026-03-01' WHERE workspace_id = ${id}`;
  });
  expect({ seen, result }).toEqual({ seen: [true], result: { raised: 0, resolved: 0 } });
  const rows = await app.sql`SELECT resolved_at FROM signals WHERE workspace_id = ${id}`;
  expect(rows.map((row) => row['resolved_at'].toISOString())).toEqual(['2026-03-01T00:00:00.000Z']);
});
