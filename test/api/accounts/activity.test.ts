import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(
    connected.admin,
    ['low', 'middle', 'high', 'stopped', 'never'].map((externalCrmId) => ({ externalCrmId })),
  );
  connected.serve(Object.entries(DAILY).flatMap(([id, daily]) => daysOf(id, daily)));
  await connected.track([{ name: 'calls' }, { name: 'seats', aggregation: 'LAST' }]);
  await connected.admin.ask(
    `mutation ($from: Date!, $to: Date!) { backfillUsage(input: { from: $from, to: $to }) { userErrors { message } } }`,
    { from: addDays(YESTERDAY, -59), to: addDays(YESTERDAY, -30) },
  );
  await app.ports.queue.drain();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

/** Calls and seats of each day, in the last 30 days and in the 30 before. */
const DAILY: Readonly<Record<string, readonly (readonly [number, number] | null)[]>> = {
  low: [
    [1, 2],
    [2, 4],
  ],
  middle: [
    [2, 4],
    [2, 4],
  ],
  high: [
    [60, 12],
    [1, 6],
  ],
  stopped: [null, [5, 8]],
};
const daysOf = (id: string, [now, before]: (typeof DAILY)[string]) =>
  Array.from({ length: 60 }, (_, ago) => {
    const values = ago < 30 ? now : before;
    // A gauge's weeks are whole ones: four are 28 days.
    const seats = now && ago >= 28 ? before?.[1] : values?.[1];
    return values ? [{ id, day: addDays(YESTERDAY, -ago), calls: values[0], seats }] : [];
  }).flat();

const QUERY = `query ($orderBy: AccountOrder) { accounts(orderBy: $orderBy) { nodes { externalCrmId openSignalCount worstSeverity
  activity { index changeRate lastUsedOn metrics { name aggregation value previousValue changeRate } } } } }`;
const activities = async () => {
  const { accounts } = await connected.admin.ask(QUERY, { orderBy: { field: 'ACTIVITY_INDEX', direction: 'DESC' } });
  return new Map<string, { index: number; changeRate: number | null; lastUsedOn: string; metrics: object[] }>(
    accounts.nodes.map((node: { externalCrmId: string; activity: object }) => [node.externalCrmId, node.activity]),
  );
};

describe('after a synchronisation', () => {
  test('accounts stand in the table by their activity, each metric against its median', async () => {
    const found = await activities();
    expect([...found.keys()].slice(0, 4)).toEqual(['high', 'middle', 'low', 'stopped']);
    // Medians of those above zero: 60 calls (30, 60, 1800), 4 seats (2, 4, 12); calls count at most tenfold.
    expect([...found.values()].map((activity) => activity?.index ?? null)).toEqual([
      100 * ((10 + 3) / 2),
      100,
      50,
      0,
      null,
    ]);
    const change = (now: number, before: number) => expect.closeTo((now - before) / before, 10);
    expect([...found.values()].map((activity) => activity?.changeRate ?? null)).toEqual([
      change(650, 100 * ((0.5 + 1.5) / 2)),
      0,
      change(50, 100),
      -1,
      null,
    ]);
  });

  test('what is shown of a metric is its sum or its latest value, against the 30 days before', async () => {
    const found = await activities();
    expect(found.get('high')).toMatchObject({
      lastUsedOn: YESTERDAY,
      metrics: [
        { name: 'calls', aggregation: 'SUM', value: 1800, previousValue: 30, changeRate: 59 },
        { name: 'seats', aggregation: 'LAST', value: 12, previousValue: 6, changeRate: 1 },
      ],
    });
    expect(found.get('stopped')).toMatchObject({
      lastUsedOn: addDays(YESTERDAY, -30),
      metrics: [
        { name: 'calls', value: null, previousValue: 150, changeRate: null },
        { name: 'seats', value: null, previousValue: 8, changeRate: null },
      ],
    });
  });

  test('another evaluation without news writes none of it', async () => {
    const rows = () =>
      app.sql`SELECT account_id, xmin::text FROM account_standings
        WHERE workspace_id = ${connected.workspace.ctx.actor.workspaceId} ORDER BY account_id`;
    const before = await rows();
    await connected.sync();
    expect(await rows()).toEqual(before);
  });

  test('an account that came since gets its usage with the next one', async () => {
    connected.serve([
      ...Object.entries(DAILY).flatMap(([id, daily]) => daysOf(id, daily)),
      ...daysOf('late', [[2, 4], null]),
    ]);
    await connected.sync();
    await giveAccounts(connected.admin, [{ externalCrmId: 'late' }]);
    await app.ports.queue.drain();
    const late = (await activities()).get('late');
    // Only what the last synchronisation brought is stored of it: one day of 2 calls against a median of 60.
    expect(late?.lastUsedOn).toBe(YESTERDAY);
    expect(late?.metrics).toMatchObject([{ value: 2 }, { value: 4 }]);
  });
});
