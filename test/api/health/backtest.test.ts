import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { ConnectedWorkspace } from '../../kit/connected-workspace.ts';
import { churn, connectHistory } from '../../kit/health.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
const LEFT = ['2026-02-16', '2026-02-20', '2026-02-24', '2026-02-28', '2026-03-04', '2026-03-08'];
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectHistory(app, [
    ...LEFT.map((_, index) => ({ externalCrmId: `gone-${index}`, stoppedOn: '2025-12-10' })),
    ...Array.from({ length: 10 }, (_, index) => ({ externalCrmId: `here-${index}` })),
    { externalCrmId: 'gone-before', stoppedOn: '2025-11-10' },
  ]);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const FIELDS = `id state progress error from to startedAt finishedAt model { version weights { adoption } }
  result { accountCount churnCount checkpoints { day scoredCount poorCount }
    alerts { alertCount hitCount falseAlertCount missedCount precision recall } recencyBaseline { alertCount recall }
    separations { daysBefore score recency } leadTime { accountCount lowerQuartile median upperQuartile } }`;
const ask = async (input: object) => {
  const { backtestHealthModel } = await connected.admin.ask(
    `mutation ($input: BacktestHealthModelInput!) { backtestHealthModel(input: $input) {
      backtest { ${FIELDS} } userErrors { code message field } } }`,
    { input: { from: '2026-02-10', to: '2026-03-09', ...input } },
  );
  return backtestHealthModel;
};

test('with fewer than five that left there is nothing to test against', async () => {
  await churn(
    connected.admin,
    LEFT.slice(0, 4).map((churnedOn, index) => ({ externalCrmId: `gone-${index}`, churnedOn })),
  );
  expect(await ask({})).toEqual({
    backtest: null,
    userErrors: [{ code: 'TOO_FEW_CHURNS', message: expect.stringMatching(/^4 accounts/), field: ['input', 'from'] }],
  });
});

test('accounts that stopped long before they left are told from those that stayed, as of then', async () => {
  await churn(connected.admin, [
    ...LEFT.map((churnedOn, index) => ({ externalCrmId: `gone-${index}`, churnedOn })),
    { externalCrmId: 'gone-before', churnedOn: '2026-01-15' },
  ]);
  const { backtest, userErrors } = await ask({});
  expect(userErrors).toEqual([]);
  expect(backtest).toMatchObject({ state: 'QUEUED', progress: 0, result: null, error: null, model: { version: 0 } });
  await app.ports.queue.drain();
  const { node } = await connected.admin.ask(
    `query ($id: ID!) { node(id: $id) { id ... on HealthBacktest { ${FIELDS} } } }`,
    {
      id: backtest.id,
    },
  );
  expect(node).toMatchObject({ state: 'SUCCEEDED', progress: 1, error: null, from: '2026-02-10', to: '2026-03-09' });
  const { result } = node;
  expect(result).toMatchObject({ accountCount: 16, churnCount: 6 });
  expect(result.checkpoints.at(-1)).toMatchObject({ day: '2026-03-09', scoredCount: 10 });
  expect(result.checkpoints.length).toBeLessThanOrEqual(26);
  // Silent for five weeks by then, beside accounts that go on as before.
  expect(result.alerts).toMatchObject({ hitCount: 6, missedCount: 0, recall: 1 });
  expect(result.alerts.precision).toBeGreaterThanOrEqual(0.6);
  expect(result.separations[0]).toEqual({ daysBefore: 30, score: 1, recency: 1 });
  // 90 days before, the same accounts had not stopped yet: what came later does not count.
  expect(result.separations[2].daysBefore).toBe(90);
  expect(result.separations[2].score).toBeLessThan(0.9);
  expect(result.leadTime.accountCount).toBe(6);
  expect(result.leadTime.median).toBeGreaterThanOrEqual(30);
  expect(result.leadTime.upperQuartile).toBeLessThanOrEqual(90);
});

test('a model that was only tried is tested without being saved', async () => {
  const { backtest } = await ask({ model: { weights: { adoption: 55, engagement: 0 } } });
  await app.ports.queue.drain();
  const { healthBacktest, healthModel } = await connected.admin.ask(
    `query ($id: ID!) { healthBacktest(id: $id) { state model { version weights { adoption engagement } } } healthModel { version } }`,
    { id: backtest.id },
  );
  expect(healthBacktest).toEqual({
    state: 'SUCCEEDED',
    model: { version: null, weights: { adoption: 55, engagement: 0 } },
  });
  expect(healthModel.version).toBe(0);
});

test.each([
  [{ to: '2026-03-11' }, 'to'],
  [{ from: '2026-03-10' }, 'from'],
  [{ from: '2025-03-08' }, 'from'],
])('%j is refused', async (days, field) => {
  expect((await ask(days)).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', field] }]);
});

test('a model that cannot be scored by is refused', async () => {
  const { userErrors } = await ask({ model: { weights: { adoption: 31 } } });
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'model', 'weights'] }]);
});

test("another workspace's backtest is none", async () => {
  const { backtest } = await ask({});
  await app.ports.queue.drain();
  const other = (await app.workspace()).as('OWNER');
  const query = 'query ($id: ID!) { healthBacktest(id: $id) { id } node(id: $id) { id } }';
  expect(await other.ask(query, { id: backtest.id })).toEqual({ healthBacktest: null, node: null });
});
