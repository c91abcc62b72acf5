import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [{ externalCrmId: 'acme' }]);
  connected.serve([{ id: 'acme', day: YESTERDAY, calls: 1, logins: 2 }]);
  await connected.track([{ name: 'calls' }, { name: 'logins' }]);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const ARGUMENTS = '$days: Int! = 30, $from: Date, $to: Date, $metrics: [String!]';
const PASSED = 'days: $days, from: $from, to: $to, metrics: $metrics';
const ON_ROOT = `query (${ARGUMENTS}) { accountUsage(externalCrmId: "acme", ${PASSED}) { from to metrics { name } } }`;
const ON_ACCOUNT = `query (${ARGUMENTS}) { account(externalCrmId: "acme") { usage(${PASSED}) { from to metrics { name } } } }`;

describe('a range', () => {
  test.each([
    ['by default, 30 days', {}, addDays(YESTERDAY, -29), YESTERDAY],
    ['one day', { days: 1 }, YESTERDAY, YESTERDAY],
    ['from and to', { from: '2025-02-27', to: '2025-03-01' }, '2025-02-27', '2025-03-01'],
    ['from and to, whatever days says', { from: '2025-03-01', to: '2025-03-01', days: 0 }, '2025-03-01', '2025-03-01'],
    ['nulls', { from: null, to: null, days: 2 }, addDays(YESTERDAY, -1), YESTERDAY],
    ['400 days', { from: '2025-01-01', to: addDays('2025-01-01', 399) }, '2025-01-01', addDays('2025-01-01', 399)],
    ['the earliest', { from: '1900-01-01', to: '1900-01-02' }, '1900-01-01', '1900-01-02'],
    ['the latest', { from: '9999-12-30', to: '9999-12-31' }, '9999-12-30', '9999-12-31'],
  ])('%s', async (_, variables, from, to) => {
    expect((await connected.admin.ask(ON_ROOT, variables)).accountUsage).toMatchObject({ from, to });
    expect((await connected.admin.ask(ON_ACCOUNT, variables)).account.usage).toMatchObject({ from, to });
  });

  test.each([
    ['no days', { days: 0 }, 'days'],
    ['fewer than none', { days: -1 }, 'days'],
    ['401 days', { days: 401 }, 'days'],
    ['from without to', { from: '2025-03-01' }, 'to'],
    ['to without from', { to: '2025-03-01' }, 'from'],
    ['from after to', { from: '2025-03-02', to: '2025-03-01' }, 'from'],
    ['401 days from one day to another', { from: '2025-01-01', to: addDays('2025-01-01', 400) }, 'from'],
    ['before 1900', { from: '1899-12-31', to: '1900-01-01' }, 'from'],
    ['the first year', { from: '0001-01-01', to: '0001-01-01' }, 'from'],
  ])('%s is refused', async (_, variables, field) => {
    const error = { message: expect.any(String), extensions: { code: 'BAD_USER_INPUT', field: [field] } };
    expect(await connected.admin.send(ON_ROOT, variables)).toMatchObject({
      data: { accountUsage: null },
      errors: [error],
    });
    expect(await connected.admin.send(ON_ACCOUNT, variables)).toMatchObject({
      data: { account: { usage: null } },
      errors: [error],
    });
  });

  test.each(['2026-02-30', '2026-3-1', '20260301', '', '2026-03-01T00:00:00Z', 5, true, '0000-01-01'])(
    'a day written %j is refused',
    async (from) => {
      expect(await connected.admin.send(ON_ROOT, { from, to: '2026-03-01' })).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    },
  );
});

describe('metrics', () => {
  const names = async (metrics: string[] | null) =>
    (await connected.admin.ask(ON_ROOT, { metrics })).accountUsage.metrics.map((one: { name: string }) => one.name);

  test('are those asked for, in the order they were first mapped', async () => {
    expect(await names(null)).toEqual(['calls', 'logins']);
    expect(await names(['logins'])).toEqual(['logins']);
    expect(await names(['logins', 'calls', 'logins'])).toEqual(['calls', 'logins']);
    expect(await names([])).toEqual([]);
  });

  test.each([ON_ROOT, ON_ACCOUNT])('that there are not are named, beside those that there are', async (query) => {
    const answer = await connected.admin.send(query, { metrics: ['calls', 'Logins', 'nope'] });
    expect(answer.errors).toMatchObject([
      {
        message: 'There is no metric named Logins, nope. The metrics are: calls, logins.',
        extensions: { code: 'BAD_USER_INPUT', field: ['metrics'] },
      },
    ]);
  });

  test('that there are not are refused before anything was mapped, too', async () => {
    const fresh = (await app.workspace()).as('MEMBER');
    await giveAccounts(fresh, [{ externalCrmId: 'acme' }]);
    expect((await fresh.ask(ON_ROOT, {})).accountUsage.metrics).toEqual([]);
    expect((await fresh.send(ON_ROOT, { metrics: ['calls'] })).errors[0]?.message).toBe(
      'There is no metric named calls. The metrics are: none yet.',
    );
  });
});

describe('accountUsage', () => {
  test.each([
    ['no identifier', '{ accountUsage { from } }'],
    ['both identifiers', '{ accountUsage(accountId: "acc_1", externalCrmId: "acme") { from } }'],
  ])('with %s is refused', async (_, query) => {
    expect(await connected.admin.send(query)).toMatchObject({
      data: { accountUsage: null },
      errors: [{ message: 'Give exactly one of accountId and externalCrmId.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('is null where there is no such account, even where usage came with its id', async () => {
    expect(await connected.admin.ask('{ accountUsage(externalCrmId: "nobody") { from } }')).toEqual({
      accountUsage: null,
    });
  });
});
