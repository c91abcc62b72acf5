import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOutEvaluations } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

// While servers are replaced, one of the version before health and the account table goes on making workspaces and accounts.

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('what a server of the version before made is completed by itself', async () => {
  const workspace = await app.workspace();
  await giveAccounts(workspace.as('MEMBER'), [{ externalCrmId: 'a-1' }, { externalCrmId: 'a-2' }]);
  await app.ports.queue.drain();
  const { workspaceId } = workspace.ctx.actor;
  await app.sql`DELETE FROM account_standings WHERE workspace_id = ${workspaceId} AND account_id IN (
    SELECT id FROM accounts WHERE external_crm_id = 'a-1')`;
  await app.sql`DELETE FROM evaluations WHERE workspace_id = ${workspaceId}`;

  await handOutEvaluations(app.ports);
  await app.ports.queue.drain();

  const table = `{ accounts(orderBy: { field: OPEN_SIGNALS, direction: DESC }) { nodes { externalCrmId openSignalCount } }
    evaluation { state } }`;
  expect(await workspace.as('MEMBER').ask(table)).toEqual({
    accounts: { nodes: ['a-1', 'a-2'].map((externalCrmId) => ({ externalCrmId, openSignalCount: 0 })) },
    evaluation: { state: 'IDLE' },
  });
});
