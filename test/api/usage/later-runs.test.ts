import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
let now = NOW;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  now = NOW;
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [{ externalCrmId: 'acme' }]);
});
afterEach(() => connected.close());
afterAll(() => app.close());

const ago = (days: number) => addDays(YESTERDAY, -days);
const daysPass = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const usage = async (variables: object = {}) => {
  const query = `query ($days: Int! = 3) { accountUsage(externalCrmId: "acme", days: $days) {
    freshness { state lastSyncedDay lastSyncAt } metrics { name aggregation values latest } } }`;
  return (await connected.admin.ask(query, variables)).accountUsage;
};
const values = async (days = 3) => {
  const { metrics } = await usage({ days });
  return Object.fromEntries(metrics.map((one: { name: string; values: number[] }) => [one.name, one.values]));
};
const recent = async () =>
  (await connected.admin.ask('{ account(externalCrmId: "acme") { recentUsage { from to metrics { name value } } } }'))
    .account.recentUsage;

describe('freshness', () => {
  test('goes from never synced to up to date to behind, and back', async () => {
    expect((await usage()).freshness).toEqual({ state: 'NEVER_SYNCED', lastSyncedDay: null, lastSyncAt: null });
    connected.serve([
      { id: 'acme', day: YESTERDAY, calls: 1 },
      { id: 'acme', day: addDays(YESTERDAY, 2), calls: 2 },
    ]);
    await connected.track([{ name: 'calls' }]);
    const synced = { lastSyncedDay: YESTERDAY, lastSyncAt: NOW.toISOString() };
    expect((await usage()).freshness).toEqual({ state: 'UP_TO_DATE', ...synced });
    daysPass(2);
    expect((await usage()).freshness).toEqual({ state: 'BEHIND', ...synced });
    expect(await values()).toEqual({ calls: [1, null, null] });
    await connected.sync();
    expect((await usage()).freshness).toEqual({
      state: 'UP_TO_DATE',
      lastSyncedDay: addDays(YESTERDAY, 2),
      lastSyncAt: now.toISOString(),
    });
    expect(await values()).toEqual({ calls: [1, null, 2] });
  });

  test('and figures stay as they are when the endpoint answers with no rows', async () => {
    connected.serve([
      { id: 'acme', day: ago(29), calls: 8 },
      { id: 'acme', day: YESTERDAY, calls: 1 },
    ]);
    await connected.track([{ name: 'calls' }]);
    const before = await recent();
    expect(before).toEqual({ from: ago(29), to: YESTERDAY, metrics: [{ name: 'calls', value: 9 }] });
    daysPass(1);
    expect(await connected.sync()).toMatchObject({ status: 'SUCCEEDED_WITH_WARNING' });
    expect((await usage()).freshness).toMatchObject({ state: 'BEHIND', lastSyncedDay: YESTERDAY });
    expect(await recent()).toEqual(before);
  });

  test('stays behind when a run fails', async () => {
    connected.serve([{ id: 'acme', day: YESTERDAY, calls: 1 }]);
    await connected.track([{ name: 'calls' }]);
    daysPass(1);
    connected.endpoint.respond((_, response) => response.writeHead(404).end());
    expect(await connected.sync()).toMatchObject({ status: 'FAILED' });
    expect((await usage()).freshness).toMatchObject({ state: 'BEHIND', lastSyncedDay: YESTERDAY });
    expect(await values(2)).toEqual({ calls: [1, null] });
  });
});

describe('a metric', () => {
  test('that is no longer mapped keeps its history, its place and its last figures', async () => {
    connected.serve([{ id: 'acme', day: YESTERDAY, calls: 1, logins: 2 }]);
    await connected.track([{ name: 'calls' }, { name: 'logins' }]);
    connected.serve([{ id: 'acme', day: YESTERDAY, calls: 7, logins: 8, orders: 9 }]);
    await connected.track([{ name: 'orders' }, { name: 'logins' }]);
    expect(await values(1)).toEqual({ calls: [1], logins: [8], orders: [9] });
    expect((await usage()).metrics.map((one: { name: string }) => one.name)).toEqual(['calls', 'logins', 'orders']);
    expect((await recent()).metrics).toEqual([
      { name: 'calls', value: 1 },
      { name: 'logins', value: 8 },
      { name: 'orders', value: 9 },
    ]);
  });

  test('mapped anew takes its aggregation from the new mapping', async () => {
    connected.serve([
      { id: 'acme', day: ago(1), seats: 5 },
      { id: 'acme', day: YESTERDAY, seats: 3 },
    ]);
    await connected.track([{ name: 'seats' }]);
    expect((await recent()).metrics).toEqual([{ name: 'seats', value: 8 }]);
    await connected.track([{ name: 'seats', aggregation: 'MAX' }]);
    expect((await usage()).metrics).toMatchObject([{ name: 'seats', aggregation: 'MAX', latest: 3 }]);
    expect((await recent()).metrics).toEqual([{ name: 'seats', value: 5 }]);
  });
});

describe('a day synchronised again', () => {
  test('takes the new values, and keeps those whose rows are gone', async () => {
    connected.serve([
      { id: 'acme', day: ago(2), calls: 1 },
      { id: 'acme', day: ago(1), calls: 2 },
      { id: 'acme', day: YESTERDAY, calls: 3 },
    ]);
    await connected.track([{ name: 'calls' }]);
    connected.serve([
      { id: 'acme', day: ago(2), calls: 10 },
      { id: 'acme', day: YESTERDAY, calls: 0 },
    ]);
    await connected.track([{ name: 'calls' }]);
    expect(await values()).toEqual({ calls: [10, 2, 0] });
    expect((await recent()).metrics).toEqual([{ name: 'calls', value: 12 }]);
  });

  test('leaves the 30 days as time goes on', async () => {
    connected.serve([
      { id: 'acme', day: ago(29), calls: 8 },
      { id: 'acme', day: addDays(YESTERDAY, 1), calls: 1 },
    ]);
    await connected.track([{ name: 'calls' }]);
    daysPass(1);
    await connected.sync();
    expect(await recent()).toEqual({
      from: ago(28),
      to: addDays(YESTERDAY, 1),
      metrics: [{ name: 'calls', value: 1 }],
    });
  });
});

test('history stays when the source is disconnected', async () => {
  connected.serve([{ id: 'acme', day: YESTERDAY, calls: 4 }]);
  await connected.track([{ name: 'calls' }]);
  await connected.admin.ask('mutation { disconnectCustomApi { userErrors { code } } }');
  expect(await values(1)).toEqual({ calls: [4] });
  expect((await usage()).freshness).toMatchObject({ state: 'UP_TO_DATE', lastSyncedDay: YESTERDAY });
});
