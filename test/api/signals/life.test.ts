import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { evaluate, putAccounts, putBills, putProfiles } from '../../kit/signal-data.ts';
import { openSocket } from '../../kit/socket.ts';

let app: TestApp;
let workspace: TestWorkspace;
let id: number;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  id = workspace.ctx.actor.workspaceId;
  await putAccounts(app.sql, id, [
    { id: `acc_a${id}`, owner: 'Ada', arr: 5 },
    { id: `acc_b${id}`, owner: 'Bo' },
  ]);
  await calls([70, 100], [100]);
  await evaluate(workspace.ctx);
});

const calls = (a: readonly number[], b: readonly number[]) =>
  putProfiles(app.sql, id, [
    { id: `acc_a${id}`, weeks: [a] },
    { id: `acc_b${id}`, weeks: [b] },
  ]);
const SIGNAL = 'signal { state note acknowledgedAt acknowledgedBy snoozedUntilAt } userErrors { code message field }';
const acknowledge = `mutation ($input: AcknowledgeSignalInput!) { acknowledgeSignal(input: $input) { ${SIGNAL} } }`;
const snooze = `mutation ($input: SnoozeSignalInput!) { snoozeSignal(input: $input) { ${SIGNAL} } }`;
const reopen = `mutation ($input: ReopenSignalInput!) { reopenSignal(input: $input) { ${SIGNAL} } }`;
const ask = async (query: string, input: object) =>
  Object.values(await workspace.as('MEMBER').ask<object>(query, { input }))[0];
const theOne = async () => (await workspace.as('MEMBER').ask('{ signalFeed { nodes { id } } }')).signalFeed.nodes[0].id;

test('acknowledged, snoozed and reopened, each after the other', async () => {
  const signal = await theOne();
  expect(await ask(acknowledge, { id: signal, note: 'mine' })).toEqual({
    signal: {
      ...{ state: 'ACKNOWLEDGED', note: 'mine', acknowledgedBy: 'MEMBER', snoozedUntilAt: null },
      acknowledgedAt: app.clock.now().toISOString(),
    },
    userErrors: [],
  });
  const untilAt = '2026-03-11T00:00:00.000Z';
  expect(await ask(snooze, { id: signal, untilAt })).toMatchObject({
    signal: { state: 'SNOOZED', note: 'mine', snoozedUntilAt: untilAt },
  });
  expect((await workspace.as('MEMBER').ask('{ signalFeed { totalCount } }')).signalFeed.totalCount).toBe(0);
  expect(await ask(reopen, { id: signal })).toMatchObject({
    signal: { state: 'OPEN', acknowledgedBy: null, snoozedUntilAt: null },
  });
});

test('refusals say the cure', async () => {
  const signal = await theOne();
  const refused = async (query: string, input: object) =>
    ((await ask(query, input)) as { userErrors: { code: string; field: string[] }[] }).userErrors.map(
      ({ code, field }) => [code, ...field],
    );
  expect(await refused(acknowledge, { id: 'sig_none' })).toEqual([['NOT_FOUND', 'input', 'id']]);
  expect(await refused(acknowledge, { id: signal, note: 'x'.repeat(2_001) })).toEqual([
    ['INVALID_INPUT', 'input', 'note'],
  ]);
  for (const untilAt of ['2026-03-10T12:00:00Z', '2027-03-11T00:00:00Z'])
    expect(await refused(snooze, { id: signal, untilAt }), untilAt).toEqual([['INVALID_INPUT', 'input', 'untilAt']]);
  await calls([100], [100]);
  await evaluate(workspace.ctx);
  for (const [query, more] of [
    [acknowledge, {}],
    [snooze, { untilAt: '2026-03-11T00:00:00Z' }],
    [reopen, {}],
  ] as const)
    expect(await refused(query, { id: signal, ...more }), query).toEqual([['ALREADY_RESOLVED', 'input', 'id']]);
});

const UPDATE = `mutation ($input: UpdateSignalRulesInput!) { updateSignalRules(input: $input) { signalRules { version disabledTypes
  usageDecline { fallRate resolveRate } churnRisk { threshold weights { usageDecline noTouch } } } userErrors { code field } } }`;

test('rules are changed in part, by version, and noted', async () => {
  const admin = workspace.as('ADMIN');
  const failed = async () =>
    (await app.sql`SELECT state FROM signals WHERE workspace_id = ${id} AND type = 'PAYMENT_FAILED'`).map(
      (row) => row['state'],
    );
  await putBills(app.sql, id, [{ id: `acc_a${id}`, payment: 'FAILED' }]);
  const update = async (input: object) => (await admin.ask(UPDATE, { input })).updateSignalRules;
  const weights = { usageDecline: 30, noTouch: 5 };
  expect(await update({ usageDecline: { fallRate: 0.4 }, churnRisk: { weights }, expectedVersion: 0 })).toEqual({
    signalRules: {
      ...{ version: 1, disabledTypes: [], usageDecline: { fallRate: 0.4, resolveRate: 0.2 } },
      churnRisk: { threshold: 50, weights },
    },
    userErrors: [],
  });
  await app.ports.queue.drain();
  expect(await failed(), 'the workspace is evaluated at once').toEqual(['OPEN']);
  expect(await update({ expectedVersion: 0 })).toEqual({
    signalRules: null,
    userErrors: [{ code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] }],
  });
  expect(await update({ churnRisk: { weights: { noTouch: 50 } } })).toEqual({
    signalRules: null,
    userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'churnRisk', 'weights'] }],
  });
  const disabled = await update({ disabledTypes: ['PAYMENT_FAILED', 'PAYMENT_FAILED'], usageDecline: null });
  expect(disabled.signalRules).toMatchObject({
    version: 2,
    disabledTypes: ['PAYMENT_FAILED'],
    usageDecline: { fallRate: 0.4 },
  });
  expect((await admin.ask('{ signalRules { version savedAt } }')).signalRules.version).toBe(2);
  await app.ports.queue.drain();
  expect(await failed()).toEqual(['RESOLVED']);
  const { auditLog } = await admin.ask('{ auditLog(first: 1) { nodes { action summary details } } }');
  expect(auditLog.nodes).toMatchObject([
    { action: 'SIGNAL_RULES_UPDATED', summary: 'Changed the rules of signals to version 2.', details: { version: 2 } },
  ]);
});

test('what is raised, or wakes, is told over a socket, filtered', async () => {
  const watch = async (filter: object) => {
    const socket = await openSocket(app.url, `Bearer ${workspace.keys.MEMBER}`);
    socket.subscribe(
      '1',
      `subscription ($filter: SignalRaisedFilter) { signalRaised(filter: $filter) { type account { owner } } }`,
      { filter },
    );
    return socket;
  };
  const [all, ofBo] = [await watch({}), await watch({ owner: 'Bo', types: ['USAGE_DECLINE'] })];
  // Subscribed, once the channel has heard: a message that came before would be lost.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const signal = await theOne();
  await ask(snooze, { id: signal, untilAt: new Date(app.clock.now().getTime() + 1_000).toISOString() });
  app.clock.advance(1_000);
  await calls([70, 100], [50, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 1, resolved: 0 });
  const told = async (socket: typeof all) => {
    const { payload } = (await socket.next()) as {
      payload: { data: { signalRaised: { account: { owner: string } } } };
    };
    return payload.data.signalRaised.account.owner;
  };
  expect([await told(all), await told(all)].sort()).toEqual(['Ada', 'Bo']);
  expect(await told(ofBo)).toBe('Bo');
  for (const socket of [all, ofBo]) socket.socket.close();
});
