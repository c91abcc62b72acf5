import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { evaluate, putAccounts, putBills } from '../../kit/signal-data.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

test('webhooks are told what was raised and resolved, in the transaction that does it', async () => {
  const { ctx } = workspace;
  const id = ctx.actor.workspaceId;
  await app.sql`
    INSERT INTO webhook_endpoints (workspace_id, id, sealed_url, host, sealed_secrets, enabled, created_at, updated_at)
    VALUES (${id}, 'wh_1', 'x', 'example.com', 'x', true, now(), now())`;
  await putAccounts(app.sql, id, [{ id: 'acc_1' }]);
  await putBills(app.sql, id, [{ id: 'acc_1', payment: 'FAILED', overdueDays: 2 }]);
  expect(await evaluate(ctx)).toEqual({ raised: 1, resolved: 0 });
  await putBills(app.sql, id, [{ id: 'acc_1' }]);
  expect(await evaluate(ctx)).toEqual({ raised: 0, resolved: 1 });
  const events = await app.sql`SELECT type, data FROM webhook_events WHERE workspace_id = ${id} ORDER BY id`;
  const [signal] = await app.sql`SELECT id FROM signals WHERE workspace_id = ${id}`;
  const told = {
    ...{ id: signal?.['id'], type: 'PAYMENT_FAILED', severity: 'HIGH', raisedAt: app.clock.now().toISOString() },
    account: { id: 'acc_1', externalCrmId: 'acc_1', name: 'Account acc_1' },
    explanation: 'A payment failed, overdue for 2 days, as of 2026-03-09.',
    evidence: { kind: 'PAYMENT', day: '2026-03-09', payment: 'FAILED', overdueDays: 2, mrr: 100 },
  };
  expect([...events]).toEqual([
    { type: 'signal.raised', data: { ...told, state: 'OPEN' } },
    { type: 'signal.resolved', data: { ...told, state: 'RESOLVED' } },
  ]);
});
