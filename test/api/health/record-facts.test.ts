import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let client: TestClient;
let id: string;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  client = workspace.as('MEMBER');
  await giveAccounts(client, [{ externalCrmId: 'A-1' }, { externalCrmId: 'A-2' }]);
  id = (await client.ask('{ account(externalCrmId: "A-1") { id } }')).account.id;
});
afterAll(() => app.close());

type Kind = 'RelationshipTouch' | 'SupportSnapshot' | 'BillingSnapshot' | 'Churn';
const LIST = {
  RelationshipTouch: 'touches',
  SupportSnapshot: 'snapshots',
  BillingSnapshot: 'snapshots',
  Churn: 'churns',
};
async function record(kind: Kind, items: readonly object[], as: TestClient = client) {
  const { [`record${kind}`]: payload } = await as.ask(
    `mutation ($input: Record${kind}Input!) { record${kind}(input: $input) {
      changedCount unchangedCount userErrors { code message field } } }`,
    { input: { [LIST[kind]]: items } },
  );
  return payload;
}
const changed = (changedCount: number, unchangedCount = 0) => ({ changedCount, unchangedCount, userErrors: [] });
const FIELDS = `relationshipTouches { externalId touchedAt kind sentiment }
  supportSnapshots { day openTickets urgentTickets oldestTicketHours firstResponseHours satisfactionRate }
  billingSnapshots { day mrr subscription payment overdueDays } churn { churnedOn reason }`;
const factsOf = async (externalCrmId: string) =>
  (await client.ask(`query ($id: String) { account(externalCrmId: $id) { ${FIELDS} } }`, { id: externalCrmId }))
    .account;
const asked = async () => {
  const [row] =
    await app.sql`SELECT asked::int FROM evaluations WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  return row?.['asked'];
};

const SAMPLES: Record<Kind, object> = {
  RelationshipTouch: { externalId: 't-1', touchedAt: '2026-03-01T10:00:00Z', kind: 'CALL', sentiment: 'POSITIVE' },
  SupportSnapshot: { day: '2026-03-09', openTickets: 3, urgentTickets: 1, satisfactionRate: 0.75 },
  BillingSnapshot: { day: '2026-03-09', mrr: 99.5, subscription: 'ACTIVE', payment: 'OVERDUE', overdueDays: 12 },
  Churn: { churnedOn: '2026-03-09', reason: 'Too dear' },
};

describe.each(Object.keys(SAMPLES) as Kind[])('record%s', (kind) => {
  const sample = SAMPLES[kind];
  test('the same twice is one, and only news is evaluated', async () => {
    const before = await asked();
    expect(await record(kind, [{ externalCrmId: ' A-1 ', ...sample }])).toEqual(changed(1));
    expect(await asked()).toBe(before + 1);
    expect(await record(kind, [{ accountId: id, ...sample }])).toEqual(changed(0, 1));
    expect(await asked()).toBe(before + 1);
    await app.ports.queue.drain();
  });

  test('all or nothing: one unknown account, and nothing is stored', async () => {
    const other = { ...sample, ...('externalId' in (sample ?? {}) && { externalId: 't-other' }) };
    const payload = await record(kind, [
      { externalCrmId: 'A-2', ...other },
      { externalCrmId: 'a-1', ...sample, ...('externalId' in (sample ?? {}) && { externalId: 't-3' }) },
    ]);
    expect(payload).toMatchObject({
      changedCount: 0,
      userErrors: [{ code: 'ACCOUNT_NOT_FOUND', field: ['input', LIST[kind], '1', 'externalCrmId'] }],
    });
    expect(await factsOf('A-2')).toEqual({
      relationshipTouches: [],
      supportSnapshots: [],
      billingSnapshots: [],
      churn: null,
    });
  });

  test('another workspace’s account is none', async () => {
    const other = (await app.workspace()).as('MEMBER');
    expect((await record(kind, [{ accountId: id, ...sample }], other)).userErrors).toEqual([
      {
        code: 'ACCOUNT_NOT_FOUND',
        message: expect.stringContaining('no such account'),
        field: ['input', LIST[kind], '0', 'accountId'],
      },
    ]);
  });

  test.each([
    ['neither id', {}],
    ['both ids', { accountId: 'acc_1', externalCrmId: 'A-1' }],
  ])('%s is refused', async (_, of) => {
    expect((await record(kind, [{ ...sample, ...of }])).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', LIST[kind], '0', 'accountId'] },
    ]);
  });

  test.each([0, 1001])('%i at a time are refused', async (count) => {
    const items = Array.from({ length: count }, () => ({ externalCrmId: 'A-1', ...sample }));
    expect((await record(kind, items)).userErrors).toMatchObject([
      { code: 'TOO_MANY_RECORDS', field: ['input', LIST[kind]] },
    ]);
  });

  test('the same twice in one call is refused, whichever way the account is named', async () => {
    const payload = await record(kind, [
      { externalCrmId: 'A-1', ...sample },
      { accountId: id, ...sample },
    ]);
    expect(payload.userErrors).toMatchObject([{ code: 'DUPLICATE_RECORD' }]);
  });
});

test('what was recorded can be read back', async () => {
  expect(await factsOf('A-1')).toEqual({
    relationshipTouches: [{ ...SAMPLES.RelationshipTouch, touchedAt: '2026-03-01T10:00:00.000Z' }],
    supportSnapshots: [{ ...SAMPLES.SupportSnapshot, oldestTicketHours: null, firstResponseHours: null }],
    billingSnapshots: [SAMPLES.BillingSnapshot],
    churn: SAMPLES.Churn,
  });
});

describe('is refused', () => {
  test.each<[Kind, object, string]>([
    ['RelationshipTouch', { touchedAt: '2026-03-10T12:05:00.001Z' }, 'touchedAt'],
    ['RelationshipTouch', { touchedAt: '1969-12-31T23:59:59Z' }, 'touchedAt'],
    ['RelationshipTouch', { externalId: ' ' }, 'externalId'],
    ['RelationshipTouch', { externalId: 'x'.repeat(256) }, 'externalId'],
    ['RelationshipTouch', { externalId: '\ud800' }, 'externalId'],
    ['SupportSnapshot', { day: '2026-03-11' }, 'day'],
    ['SupportSnapshot', { day: '0001-01-01' }, 'day'],
    ['SupportSnapshot', { openTickets: -1, urgentTickets: 0 }, 'openTickets'],
    ['SupportSnapshot', { openTickets: 1, urgentTickets: 2 }, 'urgentTickets'],
    ['SupportSnapshot', { oldestTicketHours: -0.5 }, 'oldestTicketHours'],
    ['SupportSnapshot', { firstResponseHours: -1 }, 'firstResponseHours'],
    ['SupportSnapshot', { satisfactionRate: 75 }, 'satisfactionRate'],
    ['BillingSnapshot', { day: '2026-03-11' }, 'day'],
    ['BillingSnapshot', { mrr: -1 }, 'mrr'],
    ['BillingSnapshot', { overdueDays: -1 }, 'overdueDays'],
    ['Churn', { churnedOn: '2026-03-11' }, 'churnedOn'],
    ['Churn', { reason: 'x'.repeat(1001) }, 'reason'],
    ['Churn', { reason: '\0' }, 'reason'],
  ])('record%s %j', async (kind, wrong, field) => {
    const payload = await record(kind, [{ externalCrmId: 'A-1', ...SAMPLES[kind], ...wrong }]);
    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', LIST[kind], '0', field] }]);
    expect(payload.userErrors[0].message).toMatch(new RegExp(`^${LIST[kind]}\\[0\\]: .*\\.$`));
  });
});

test('a touch given again under its id is replaced, whosever it was', async () => {
  const touch = { externalId: 't-1', touchedAt: '2026-03-02T10:00:00Z', kind: 'EMAIL' };
  expect(await record('RelationshipTouch', [{ externalCrmId: 'A-2', ...touch }])).toEqual(changed(1));
  expect((await factsOf('A-1')).relationshipTouches).toEqual([]);
  expect((await factsOf('A-2')).relationshipTouches).toMatchObject([{ externalId: 't-1', sentiment: null }]);
});

test('a churn is taken back with null, and taking back what is not there changes nothing', async () => {
  expect(await record('Churn', [{ externalCrmId: 'A-1', churnedOn: null }])).toEqual(changed(1));
  expect((await factsOf('A-1')).churn).toBeNull();
  expect(await record('Churn', [{ externalCrmId: 'A-1' }])).toEqual(changed(0, 1));
});

test('the latest come first, and no more than asked for', async () => {
  const snapshots = ['2026-02-01', '2026-03-05', '2026-02-20'].map((day) => ({
    externalCrmId: 'A-2',
    day,
    subscription: 'ACTIVE',
    payment: 'PAID',
  }));
  expect(await record('BillingSnapshot', snapshots)).toEqual(changed(3));
  const query = '{ account(externalCrmId: "A-2") { billingSnapshots(first: 2) { day overdueDays } } }';
  expect((await client.ask(query)).account.billingSnapshots).toEqual([
    { day: '2026-03-05', overdueDays: 0 },
    { day: '2026-02-20', overdueDays: 0 },
  ]);
  const { errors } = await client.send('{ account(externalCrmId: "A-2") { billingSnapshots(first: 101) { day } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['first'] } }]);
});

test('a thousand at once', async () => {
  const touches = Array.from({ length: 1_000 }, (_, index) => ({
    externalCrmId: index % 2 === 0 ? 'A-1' : 'A-2',
    externalId: `many-${index}`,
    touchedAt: '2026-01-01T00:00:00Z',
    kind: 'MESSAGE',
  }));
  expect(await record('RelationshipTouch', touches)).toEqual(changed(1_000));
  expect(await record('RelationshipTouch', touches)).toEqual(changed(0, 1_000));
});

test('two that record the same at once, in opposite order, both succeed and store it once', async () => {
  const snapshots = Array.from({ length: 60 }, (_, index) => ({
    externalCrmId: index % 2 === 0 ? 'A-1' : 'A-2',
    day: `2025-${String(1 + Math.floor(index / 6)).padStart(2, '0')}-${String(1 + (index % 6)).padStart(2, '0')}`,
    openTickets: index,
  }));
  const payloads = await Promise.all(
    Array.from({ length: 6 }, (_, call) =>
      record('SupportSnapshot', call % 2 === 0 ? snapshots : [...snapshots].reverse()),
    ),
  );
  expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(payloads.reduce((sum, { changedCount }) => sum + changedCount, 0)).toBe(60);
});
