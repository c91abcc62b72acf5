import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askModel } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { createFakeModel } from '../../kit/fake-model.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ model: createFakeModel(), modelLimits: { callsPerDay: 50, tokensPerDay: 50_000 } });
});
beforeEach(async () => {
  workspace = await app.workspace();
});
afterAll(() => app.close());

const BUDGET = `{ viewer { workspace { modelBudget { model callsPerDay callsUsed tokensPerDay tokensUsed
  callsPerDayLimit tokensPerDayLimit resetsAt } } } }`;
const UPDATE = `mutation ($input: UpdateModelBudgetInput!) { updateModelBudget(input: $input) {
  modelBudget { callsPerDay tokensPerDay } userErrors { code field message } } }`;
const budget = async () => (await workspace.as('MEMBER').ask(BUDGET)).viewer.workspace.modelBudget;
const update = async (input: object) => (await workspace.as('OWNER').ask(UPDATE, { input })).updateModelBudget;

test('at first it is the operator’s, and what is asked counts', async () => {
  const untouched = {
    model: 'claude-test',
    callsPerDay: 50,
    callsUsed: 0,
    tokensPerDay: 50_000,
    tokensUsed: 0,
    callsPerDayLimit: 50,
    tokensPerDayLimit: 50_000,
    resetsAt: '2026-03-11T00:00:00.000Z',
  };
  expect(await budget()).toEqual(untouched);
  await askModel(workspace.ctx, {
    system: '',
    messages: [{ role: 'user', text: 'Hello?' }],
    tools: [],
    outputSchema: null,
    maxOutputTokens: 10,
    timeoutMs: 10_000,
    signal: null,
    onText: null,
  });
  expect(await budget()).toEqual({ ...untouched, callsUsed: 1, tokensUsed: 120 });
});

test('what is left out stays; nothing may be above the operator’s limits', async () => {
  expect(await update({ callsPerDay: 5 })).toEqual({
    modelBudget: { callsPerDay: 5, tokensPerDay: 50_000 },
    userErrors: [],
  });
  expect((await update({ tokensPerDay: 0 })).modelBudget).toEqual({ callsPerDay: 5, tokensPerDay: 0 });
  expect((await update({ tokensPerDay: 50_000, callsPerDay: 50 })).userErrors).toEqual([]);
  expect(await budget()).toMatchObject({ callsPerDay: 50, tokensPerDay: 50_000 });
});

test.each([
  ['callsPerDay', -1, 50],
  ['callsPerDay', 51, 50],
  ['tokensPerDay', 50_001, 50_000],
])('%s %i is refused, and nothing is changed', async (field, value, most) => {
  expect(await update({ callsPerDay: 1, tokensPerDay: 1, [field]: value })).toEqual({
    modelBudget: null,
    userErrors: [
      { code: 'INVALID_INPUT', field: ['input', field], message: `${field} is a whole number from 0 to ${most}.` },
    ],
  });
  expect(await budget()).toMatchObject({ callsPerDay: 50, tokensPerDay: 50_000 });
});

test('an ADMIN may not: it is the company’s money', async () => {
  const { updateModelBudget } = await workspace.as('ADMIN').ask(UPDATE, { input: { callsPerDay: 0 } });
  expect(updateModelBudget).toMatchObject({ modelBudget: null, userErrors: [{ code: 'FORBIDDEN' }] });
});

test('a change is noted with what was before', async () => {
  await update({ callsPerDay: 7 });
  await update({ callsPerDay: 0, tokensPerDay: 9 });
  const { auditLog } = await workspace.as('OWNER').ask('{ auditLog(first: 1) { nodes { action summary details } } }');
  expect(auditLog.nodes).toEqual([
    {
      action: 'MODEL_BUDGET_UPDATED',
      summary: 'Changed how much of the model the workspace may use each day.',
      details: {
        before: { callsPerDay: 7, tokensPerDay: null },
        after: { callsPerDay: 0, tokensPerDay: 9 },
      },
    },
  ]);
});

test('without a model there is no budget, and none can be set', async () => {
  const bare = await startTestApp();
  workspace = await bare.workspace();
  expect(await budget()).toBeNull();
  expect(await update({ callsPerDay: 1 })).toMatchObject({ modelBudget: null, userErrors: [{ code: 'NOT_SET_UP' }] });
  await bare.close();
});
