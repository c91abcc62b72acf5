import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import {
  type ConnectedWorkspace,
  connectWorkspace,
  giveAccounts,
  type UsageRow,
} from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;

const ago = (days: number) => addDays(YESTERDAY, -days);
/** YESTERDAY is a Monday: so are the days that are whole weeks before it. */
const isMonday = (days: number) => days % 7 === 0;

/** 100 days: 50 calls on Mondays and 10 otherwise, until the last days; seats only now and then. */
const ROWS: UsageRow[] = Array.from({ length: 100 }, (_, days) => days)
  .filter((days) => days !== 1)
  .map((days) => ({
    id: 'acme',
    day: ago(days),
    calls: days === 0 ? 10 : days === 2 ? 400 : isMonday(days) ? 50 : 10,
    ...(days > 20 ? { seats: 8 } : {}),
  }));

const BACKFILL = `mutation ($input: BackfillUsageInput!) {
  backfillUsage(input: $input) { syncRun { id } userErrors { message } } }`;

beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [{ externalCrmId: 'acme' }, { externalCrmId: 'silent' }]);
  connected.serve([...ROWS, { id: 'zero', day: ago(3), calls: 0, seats: 0 }]);
  await connected.track([{ name: 'calls' }, { name: 'seats', aggregation: 'LAST' }]);
  // Days 99 to 60; 59 to 30 stay a gap.
  await connected.admin.ask(BACKFILL, { input: { from: ago(99), to: ago(60) } });
  await app.ports.queue.drain();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const TAB = `query ($id: String!, $days: Int!) {
  accountUsage(externalCrmId: $id, days: $days) {
    firstUsedOn lastUsedOn activeDays activeDayShare
    metrics { name values activeDays activeDayShare averageWhenActive
      baseline { expected lower upper anomalies { day value expected lower upper direction } } }
    annotations { __typename day ... on GapAnnotation { to } ... on SyncAnnotation { kind run { kind status from to } } }
  }
}`;
const tab = async (id: string, days: number) => (await connected.admin.ask(TAB, { id, days })).accountUsage;

describe('one account', () => {
  test('has its first and last day ever, and its active days', async () => {
    const { metrics, ...rest } = await tab('acme', 4);
    expect(rest).toMatchObject({ firstUsedOn: ago(99), lastUsedOn: ago(0), activeDays: 3, activeDayShare: 0.75 });
    expect(metrics[0]).toMatchObject({ activeDays: 3, activeDayShare: 0.75, averageWhenActive: 140 });
    expect(metrics[1]).toMatchObject({ activeDays: 0, activeDayShare: 0, averageWhenActive: null });
  });

  test('is expected to be as on the same weekdays, and says where it was not', async () => {
    const { metrics } = await tab('acme', 4);
    const { expected, lower, upper, anomalies } = metrics[0].baseline;
    expect(metrics[0].values).toEqual([10, 400, null, 10]);
    expect(expected).toEqual([10, 10, 10, 50]);
    expect([lower, upper]).toEqual([
      [9, 9, 9, 45],
      [11, 11, 11, 55],
    ]);
    expect(anomalies).toEqual([
      { day: ago(2), value: 400, expected: 10, lower: 9, upper: 11, direction: 'ABOVE' },
      { day: ago(1), value: null, expected: 10, lower: 9, upper: 11, direction: 'BELOW' },
      { day: ago(0), value: 10, expected: 50, lower: 45, upper: 55, direction: 'BELOW' },
    ]);
  });

  test('whose gauge nobody reported any more is not below its band', async () => {
    const { metrics } = await tab('acme', 4);
    expect(metrics[1].baseline).toEqual({
      ...{ expected: [8, 8, 8, 8], lower: [7.2, 7.2, 7.2, 7.2], upper: [8.8, 8.8, 8.8, 8.8] },
      anomalies: [],
    });
  });

  test('has no baseline on days before which too little is known', async () => {
    const { metrics, activeDayShare } = await tab('acme', 100);
    const { expected } = metrics[0].baseline;
    expect(expected).toHaveLength(100);
    // Four of the same weekday, at the earliest 28 days after the first day; in the gap nothing is added.
    expect(expected.findIndex((value: number | null) => value !== null)).toBe(28);
    expect(metrics[0].baseline.anomalies.map(({ day }: { day: string }) => day)).toEqual([ago(2), ago(1), ago(0)]);
    expect(activeDayShare).toBeCloseTo(69 / 70, 10);
  });

  test('that never was used has nothing to compare with', async () => {
    const { firstUsedOn, lastUsedOn, activeDays, activeDayShare, metrics } = await tab('silent', 2);
    expect({ firstUsedOn, lastUsedOn, activeDays, activeDayShare }).toEqual({
      ...{ firstUsedOn: null, lastUsedOn: null },
      ...{ activeDays: 0, activeDayShare: 0 },
    });
    expect(metrics[0].baseline).toEqual({
      ...{ expected: [null, null], lower: [null, null], upper: [null, null] },
      anomalies: [],
    });
  });

  test('of which only zeros were reported was never used', async () => {
    await giveAccounts(connected.admin, [{ externalCrmId: 'zero' }]);
    expect(await tab('zero', 5)).toMatchObject({ firstUsedOn: null, lastUsedOn: null, activeDays: 0 });
  });

  test('is used on days of any of its ids', async () => {
    await giveAccounts(connected.admin, [{ externalCrmId: 'other' }]);
    const link =
      'mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) { account { usage { lastUsedOn } } } }';
    connected.serve([...ROWS, { id: 'branch', day: ago(5), calls: 3 }]);
    await connected.admin.ask(BACKFILL, { input: { from: ago(5), to: ago(5) } });
    await app.ports.queue.drain();
    const input = { externalId: 'branch', externalCrmId: 'other' };
    const { linkExternalAccount } = await connected.admin.ask(link, { input });
    expect(linkExternalAccount.account.usage).toEqual({ lastUsedOn: ago(5) });
  });
});

describe('annotations', () => {
  test('show gaps, and history that was fetched', async () => {
    const { annotations } = await tab('silent', 110);
    const run = (kind: string, from: string, to: string) => ({ kind, status: 'SUCCEEDED', from, to });
    expect(annotations.filter(({ day }: { day: string }) => day < ago(10))).toEqual([
      { __typename: 'GapAnnotation', day: ago(109), to: ago(100) },
      { __typename: 'SyncAnnotation', day: ago(99), kind: 'HISTORY', run: run('BACKFILL_RANGE', ago(99), ago(60)) },
      { __typename: 'GapAnnotation', day: ago(59), to: ago(30) },
      { __typename: 'SyncAnnotation', day: ago(29), kind: 'HISTORY', run: run('BACKFILL', ago(29), ago(0)) },
    ]);
    expect((await tab('silent', 40)).annotations[0]).toEqual({
      ...{ __typename: 'GapAnnotation', day: ago(39), to: ago(30) },
    });
  });

  test('show a run that failed and one that warned, the latest of a day', async () => {
    const broken = await connectWorkspace(app);
    await giveAccounts(broken.admin, [{ externalCrmId: 'acme' }]);
    broken.serve([{ id: 'acme', day: ago(1), calls: 1 }]);
    await broken.track([{ name: 'calls' }], 3);
    broken.endpoint.respond((_request, response) => response.writeHead(404).end());
    const failed = await broken.sync();
    const again = await broken.sync();
    expect([failed.status, again.status]).toEqual(['FAILED', 'FAILED']);
    broken.serve([]);
    const warned = await broken.sync();
    expect(warned.status).toBe('SUCCEEDED_WITH_WARNING');
    const { accountUsage } = await broken.admin.ask(
      `{ accountUsage(externalCrmId: "acme", days: 2) { annotations {
        day ... on GapAnnotation { to } ... on SyncAnnotation { kind run { id } } } } }`,
    );
    expect(accountUsage.annotations).toEqual([
      { day: ago(0), to: ago(0) },
      { day: ago(0), kind: 'FAILED', run: { id: again.id } },
      { day: ago(0), kind: 'WARNING', run: { id: warned.id } },
    ]);
    await broken.close();
  });
});

describe('signals of the account', () => {
  const evidence = { kind: 'PAYMENT_OVERDUE', day: ago(5), overdueDays: 3, mrr: null };
  const insert = async (externalCrmId: string, id: string, raisedOn: string, resolvedAt: string | null) => {
    const { account } = await connected.admin.ask('query ($id: String!) { account(externalCrmId: $id) { id } }', {
      id: externalCrmId,
    });
    await app.sql`
      INSERT INTO signals (workspace_id, id, account_id, type, subject, severity, arr, state, evidence, raised_at,
        raised_on, updated_at, resolved_at, rules_version)
      VALUES (${connected.workspace.ctx.actor.workspaceId}, ${id}, ${account.id}, 'PAYMENT_OVERDUE', '', 2, 0,
        ${resolvedAt === null ? 'OPEN' : 'RESOLVED'}, ${app.sql.json(evidence)}, ${`${raisedOn}T12:00:00Z`}, ${raisedOn},
        now(), ${resolvedAt}, 0)`;
  };
  const signalsOf = async (id: string) => {
    const { accountUsage } = await connected.admin.ask(
      `query ($id: String!) { accountUsage(externalCrmId: $id, days: 7) { annotations {
        __typename day ... on SignalAnnotation { event signal { id state account { externalCrmId } } } } } }`,
      { id },
    );
    return accountUsage.annotations
      .filter((one: { __typename: string }) => one.__typename === 'SignalAnnotation')
      .map(({ day, event, signal }: never) => [day, event, (signal as { id: string }).id]);
  };

  test('are shown on the days they were raised and resolved, if those are within the range', async () => {
    await giveAccounts(connected.admin, [{ externalCrmId: 'late' }, { externalCrmId: 'later' }]);
    // An evaluation under way would resolve what it did not find.
    await app.ports.queue.drain();
    // Resolved on the morning after, by the data of the day before.
    await insert('late', 'sig_1', ago(4), `${ago(1)}T06:00:00Z`);
    await insert('late', 'sig_2', ago(10), `${ago(3)}T06:00:00Z`);
    await insert('late', 'sig_3', ago(0), null);
    await insert('late', 'sig_4', ago(20), `${ago(8)}T06:00:00Z`);
    await insert('later', 'sig_5', ago(1), null);
    expect(await signalsOf('late')).toEqual([
      [ago(4), 'RAISED', 'sig_1'],
      [ago(4), 'RESOLVED', 'sig_2'],
      [ago(2), 'RESOLVED', 'sig_1'],
      [ago(0), 'RAISED', 'sig_3'],
    ]);
    expect(await signalsOf('later')).toEqual([[ago(1), 'RAISED', 'sig_5']]);
  });
});

test('days of the future and before the source are no anomaly, only unknown', async () => {
  const { accountUsage } = await connected.admin.ask(
    `query ($from: Date!, $to: Date!) { accountUsage(externalCrmId: "acme", from: $from, to: $to) {
      activeDayShare annotations { day } metrics { baseline { expected anomalies { day } } } } }`,
    { from: addDays(YESTERDAY, 1), to: addDays(YESTERDAY, 3) },
  );
  expect(accountUsage).toMatchObject({ activeDayShare: null, annotations: [] });
  expect(accountUsage.metrics[0].baseline).toEqual({ expected: [10, 10, 10], anomalies: [] });
});
