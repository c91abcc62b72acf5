import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchSyncRuns } from '../../../src/features/sources/index.ts';
import { addDays } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { createGate, type Gate } from '../../kit/gate.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, SYNC, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;
let gate: Gate;
let now = NOW;

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = NOW;
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint = await startMisbehavingEndpoint();
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
  gate = createGate();
  endpoint.respond(gate.behaviour);
});
afterEach(async () => {
  await admin.disconnect();
  await endpoint.close();
});

const ROWS = [{ day: YESTERDAY, id: 'A', calls: 1, seats: 2 }];
const TERMINAL = ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'];
type Told = { id: string; status: string; progress: number; rowsFetched: number; attempt: number };

/** Follows the workspace's runs until one ends. */
async function follow(until: (run: Told) => boolean = ({ status }) => TERMINAL.includes(status)) {
  const runs = await watchSyncRuns(workspace.ctx);
  const collect = async () => {
    const told: Told[] = [];
    for await (const { id, status, progress, rowsFetched, attempt } of runs) {
      told.push({ id, status, progress, rowsFetched, attempt });
      if (until({ id, status, progress, rowsFetched, attempt })) break;
    }
    return told;
  };
  return collect();
}

const ORDER = ['QUEUED', 'FETCHING', 'STORING', 'RETRYING', ...TERMINAL];

function expectMonotone(told: readonly Told[]) {
  for (const [index, run] of told.entries()) {
    const before = told[index - 1];
    if (!before || before.attempt !== run.attempt) continue;
    const label = JSON.stringify(told, null, 1);
    expect(ORDER.indexOf(run.status), label).toBeGreaterThanOrEqual(ORDER.indexOf(before.status));
    expect(run.progress, label).toBeGreaterThanOrEqual(before.progress);
    expect(run.progress, label).toBeLessThanOrEqual(1);
  }
  expect(told.slice(0, -1).filter(({ status }) => TERMINAL.includes(status))).toEqual([]);
}

describe('what watchers are told', () => {
  test('goes up and ends with success, counts and all', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => ({
      day: addDays(YESTERDAY, -(n % 30)),
      id: `A-${n % 900}`,
      calls: n,
      seats: 1,
    }));
    const following = follow();
    const { syncRun } = await admin.save(aMappingInput());
    (await gate.arrived()).release(rows);
    const told = await following;
    expectMonotone(told);
    expect(told[0]).toEqual({ id: syncRun.id, status: 'QUEUED', progress: 0, rowsFetched: 0, attempt: 0 });
    expect(told.map((run) => run.status)).toEqual(
      expect.arrayContaining(['QUEUED', 'FETCHING', 'STORING', 'SUCCEEDED']),
    );
    expect(told.at(-1)).toEqual({ id: syncRun.id, status: 'SUCCEEDED', progress: 1, rowsFetched: 60_000, attempt: 1 });
    const storing = told.find((run) => run.status === 'STORING');
    expect(storing).toMatchObject({ progress: expect.closeTo(0.8), rowsFetched: 60_000 });
  });

  test('moves while a slow answer comes in', async () => {
    const following = follow(({ progress }) => progress > 0.1);
    await admin.save(aMappingInput());
    const held = await gate.arrived();
    held.begin('[');
    const trickle = setInterval(() => held.begin(' '.repeat(100_000)), 50);
    const told = await following;
    clearInterval(trickle);
    expectMonotone(told);
    expect(told.at(-1)).toMatchObject({ status: 'FETCHING', rowsFetched: 0 });
    held.response.end(']');
    await app.ports.queue.drain();
  });

  test('ends with the failure, and with the cancellation', async () => {
    endpoint.respond(status(404));
    const failing = follow();
    await admin.save(aMappingInput());
    const failed = await failing;
    expectMonotone(failed);
    expect(failed.at(-1)).toMatchObject({ status: 'FAILED', progress: 0 });

    // Ids sort by time, and time stands still.
    now = new Date(NOW.getTime() + 1_000);
    endpoint.respond(gate.behaviour);
    const { syncRun } = await admin.syncNow();
    const held = await gate.arrived();
    const cancelling = follow();
    await admin.disconnect();
    const cancelled = await cancelling;
    expectMonotone(cancelled);
    expect(cancelled.at(-1)).toMatchObject({ id: syncRun.id, status: 'CANCELLED' });
    held.release(ROWS);
  });

  test('begins anew when another worker takes the run over', async () => {
    const following = follow();
    const { syncRun } = await admin.save(aMappingInput());
    const first = await gate.arrived();
    now = new Date(NOW.getTime() + 31_000);
    app.ports.queue.tick('sources.sweep');
    (await gate.arrived()).release(ROWS);
    const told = await following;
    first.release(ROWS);
    expectMonotone(told);
    expect(told.at(-1)).toMatchObject({ id: syncRun.id, status: 'SUCCEEDED', attempt: 2 });
    expect(told).toContainEqual(expect.objectContaining({ status: 'FETCHING', attempt: 2, progress: 0 }));
  });

  test('starts with the latest run as it is', async () => {
    const { syncRun } = await admin.save(aMappingInput());
    (await gate.arrived()).release(ROWS);
    await app.ports.queue.drain();
    expect(await follow()).toEqual([{ id: syncRun.id, status: 'SUCCEEDED', progress: 1, rowsFetched: 1, attempt: 1 }]);
  });
});

describe('syncNow', () => {
  const sync = async (rows: unknown = ROWS) => {
    const { syncRun, userErrors } = await admin.syncNow();
    expect(userErrors).toEqual([]);
    (await gate.arrived()).release(rows);
    await app.ports.queue.drain();
    return admin.run(syncRun.id);
  };
  const rowOn = (day: string) => [{ day, id: 'A', calls: 1, seats: 1 }];

  test('needs a connection and a mapping', async () => {
    expect((await admin.syncNow()).userErrors).toMatchObject([{ code: 'NOT_CONNECTED', field: [] }]);
    expect((await asAdmin(await app.workspace()).syncNow()).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    expect((await workspace.as('MEMBER').ask(SYNC)).syncNow.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('is refused while a run is under way, naming it, and works after', async () => {
    const { syncRun } = await admin.save(aMappingInput());
    const held = await gate.arrived();
    expect(await admin.syncNow()).toEqual({
      syncRun: null,
      userErrors: [{ code: 'RUN_IN_PROGRESS', message: expect.stringContaining(syncRun.id), field: [] }],
    });
    held.release(ROWS);
    await app.ports.queue.drain();
    const twice = await Promise.all([admin.syncNow(), admin.syncNow()]);
    expect(twice.map(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code)).sort()).toEqual([
      [],
      ['RUN_IN_PROGRESS'],
    ]);
    (await gate.arrived()).release(ROWS);
    await app.ports.queue.drain();
    expect((await admin.customApi()).syncRuns.nodes).toHaveLength(2);
  });

  test('fetches from the day after the last synchronised one to yesterday: at least yesterday, at most 30 days', async () => {
    await admin.save(aMappingInput(), 3);
    const first = await gate.arrived();
    expect(first.request.path).toBe(`/usage?from=${addDays(YESTERDAY, -2)}&to=${YESTERDAY}`);
    first.release(ROWS);
    await app.ports.queue.drain();
    expect(await sync()).toMatchObject({ kind: 'SYNC_NOW', from: YESTERDAY, to: YESTERDAY });
    for (const [days, length] of [
      [1, 1],
      [3, 3],
      [29, 29],
      [30, 30],
      [31, 30],
      [400, 30],
    ] as const) {
      const last = (await admin.customApi()).lastSyncedDay;
      now = new Date(now.getTime() + days * 86_400_000);
      const to = addDays(last, days);
      expect(await sync(rowOn(to)), `${days} days later`).toMatchObject({
        from: addDays(to, 1 - length),
        to,
        status: 'SUCCEEDED',
      });
      expect((await admin.customApi()).lastSyncedDay).toBe(to);
    }
  });
});
