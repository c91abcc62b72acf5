import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOutEvaluations } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const UPDATE = `mutation ($input: UpdateEvaluationScheduleInput!) { updateEvaluationSchedule(input: $input) {
  evaluation { timeZone dailyTime } userErrors { code field } } }`;
const update = async (input: object) => (await workspace.as('ADMIN').ask(UPDATE, { input })).updateEvaluationSchedule;
const next = async () => {
  await app.ports.queue.drain();
  await handOutEvaluations(app.ports);
  await app.ports.queue.drain();
  return (await workspace.as('MEMBER').ask('{ evaluation { nextDailyAt } }')).evaluation.nextDailyAt;
};

test('each workspace has its own time of day, in its own zone', async () => {
  expect(await update({ timeZone: 'America/New_York' })).toEqual({
    evaluation: { timeZone: 'America/New_York', dailyTime: '06:00' },
    userErrors: [],
  });
  // New York is 4 hours behind since 8 March.
  app.clock.set('2026-03-10T12:00:00Z');
  expect(await next()).toBe('2026-03-11T10:00:00.000Z');
  expect((await update({ dailyTime: '23:45' })).evaluation).toEqual({
    timeZone: 'America/New_York',
    dailyTime: '23:45',
  });
  expect(await next()).toBe('2026-03-11T03:45:00.000Z');
});

test.each([
  ['timeZone', 'Mars/Olympus'],
  ['timeZone', '+02:00'],
  ['timeZone', ''],
  ['dailyTime', '24:00'],
  ['dailyTime', '6:00'],
  ['dailyTime', '06:60'],
])('%s %s is refused', async (field, value) => {
  expect(await update({ [field]: value })).toEqual({
    evaluation: null,
    userErrors: [{ code: 'INVALID_INPUT', field: ['input', field] }],
  });
});

test('a change is noted with what was before', async () => {
  await update({ timeZone: 'Europe/Berlin', dailyTime: '07:00' });
  const { auditLog } = await workspace.as('ADMIN').ask('{ auditLog(first: 1) { nodes { action summary details } } }');
  expect(auditLog.nodes).toMatchObject([
    {
      action: 'EVALUATION_SCHEDULE_UPDATED',
      summary: 'Changed when the workspace is evaluated each day.',
      details: { after: { timeZone: 'Europe/Berlin', dailyAt: '07:00' }, before: { timeZone: 'America/New_York' } },
    },
  ]);
});
