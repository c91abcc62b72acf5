import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  await giveAccounts(workspace.as('MEMBER'), [{ externalCrmId: 'A-1' }, { externalCrmId: 'A-2' }]);
});
afterAll(() => app.close());

const record = async (openTickets: number) => {
  const day = app.clock.now().toISOString().slice(0, 10);
  const { recordSupportSnapshot } = await workspace
    .as('MEMBER')
    .ask(
      'mutation ($input: RecordSupportSnapshotInput!) { recordSupportSnapshot(input: $input) { userErrors { message } } }',
      { input: { snapshots: [{ externalCrmId: 'A-1', day, openTickets }] } },
    );
  expect(recordSupportSnapshot.userErrors).toEqual([]);
  await app.ports.queue.drain();
};
const history = async (args = '') => {
  const { accounts } = await workspace
    .as('MEMBER')
    .ask(`{ accounts { nodes { health { history${args} { day score band modelVersion modelChanged } } } } }`);
  return accounts.nodes.map(({ health }: { health: { history: unknown[] } | null }) => health?.history ?? []);
};

test('a score for each day on which one was computed, with the version of its model', async () => {
  app.clock.set('2025-11-01T12:00:00Z');
  await record(10);
  app.clock.set('2026-03-08T12:00:00Z');
  await record(0);
  app.clock.set('2026-03-09T08:00:00Z');
  await record(0);
  await record(10);
  app.clock.set('2026-03-10T12:00:00Z');
  const { updateHealthModel } = await workspace
    .as('ADMIN')
    .ask(
      `mutation { updateHealthModel(input: { model: { bands: { stable: 90, healthy: 95 } } }) { userErrors { message } } }`,
    );
  expect(updateHealthModel.userErrors).toEqual([]);
  await app.ports.queue.drain();
  const [one, two] = await history();
  expect(one).toMatchObject([
    { day: '2026-03-08', score: 100, band: 'HEALTHY', modelVersion: 0, modelChanged: false },
    { day: '2026-03-09', modelVersion: 0, modelChanged: false },
    { day: '2026-03-10', band: 'POOR', modelVersion: 1, modelChanged: true },
  ]);
  expect(one[1].score).toBe(one[2].score);
  // Nothing is known of the other: no score, and no zero.
  expect(two.every(({ score }: { score: number | null }) => score === null)).toBe(true);
});

test('reaches as far back as asked for, and knows what came before', async () => {
  expect((await history('(days: 1)'))[0]).toMatchObject([{ day: '2026-03-10', modelChanged: true }]);
  expect((await history('(days: 400)'))[0]).toHaveLength(4);
});

test.each([0, 401])('%i days are refused', async (days) => {
  const { errors } = await workspace
    .as('MEMBER')
    .send(`{ account(externalCrmId: "A-1") { health { history(days: ${days}) { day } } } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['days'] } }]);
});

test('the history of a page of accounts is one question', async () => {
  app.takeStatements();
  await history();
  expect(app.takeStatements().filter((statement) => statement.includes('health_history'))).toHaveLength(1);
});
