import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFacts } from '../../../src/features/health/index.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
const ids = new Map<string, string>();
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  const client = workspace.as('MEMBER');
  const crmIds = ['full', 'late', 'empty'];
  await giveAccounts(
    client,
    crmIds.map((externalCrmId) => ({ externalCrmId })),
  );
  for (const externalCrmId of crmIds) {
    const { account } = await client.ask('query ($id: String) { account(externalCrmId: $id) { id } }', {
      id: externalCrmId,
    });
    ids.set(externalCrmId, account.id);
  }
});
afterAll(() => app.close());

const number = () => workspace.ctx.actor.workspaceId;
const touch = (account: string, externalId: string, at: string, sentiment: string | null = null) =>
  app.sql`INSERT INTO relationship_touches (workspace_id, account_id, external_id, touched_at, kind, sentiment, recorded_at)
    VALUES (${number()}, ${ids.get(account) ?? ''}, ${externalId}, ${at}, 'CALL', ${sentiment}, now())`;
const billing = (account: string, day: string, mrr: number) =>
  app.sql`INSERT INTO billing_snapshots VALUES
    (${number()}, ${ids.get(account) ?? ''}, ${day}, ${mrr}, 'ACTIVE', 'PAID', 0, now())`;
const factsOf = async (account: string, at: string | Date = NOW) =>
  (await readFacts(workspace.ctx, new Date(at))).byAccount.get(ids.get(account) ?? '');

test('a workspace without any has no sources and no facts', async () => {
  expect(await readFacts(workspace.ctx, NOW)).toEqual({
    sources: { touches: false, support: false, billing: false },
    byAccount: new Map(),
  });
});

test('what happened later does not count, and each account has its own', async () => {
  await touch('full', 't1', '2025-12-10T12:00:00Z');
  await touch('full', 't2', '2025-12-10T12:00:01Z', 'NEGATIVE');
  await touch('full', 't3', '2026-03-01T08:00:00.5Z', 'POSITIVE');
  await touch('full', 't4', '2026-03-10T12:00:00.001Z', 'NEUTRAL');
  await touch('late', 't5', '2026-04-01T00:00:00Z');
  await app.sql`INSERT INTO support_snapshots VALUES
    (${number()}, ${ids.get('full') ?? ''}, '2026-03-10', 3, 1, 7.5, NULL, 0.25, now()),
    (${number()}, ${ids.get('full') ?? ''}, '2026-03-11', 9, 9, NULL, NULL, NULL, now())`;
  for (const [day, mrr] of [
    ['2026-01-01', 1],
    ['2026-01-29', 2],
    ['2026-01-30', 3],
    ['2026-02-28', 4],
    ['2026-04-01', 5],
  ] as const) {
    await billing('full', day, mrr);
  }
  expect(await factsOf('full')).toEqual({
    lastTouch: { at: new Date('2026-03-01T08:00:00.5Z'), kind: 'CALL', sentiment: 'POSITIVE' },
    recentTouches: 2,
    support: {
      day: '2026-03-10',
      openTickets: 3,
      urgentTickets: 1,
      oldestTicketHours: 7.5,
      firstResponseHours: null,
      satisfactionRate: 0.25,
    },
    billing: { day: '2026-02-28', mrr: 4, subscription: 'ACTIVE', payment: 'PAID', overdueDays: 0 },
    billingBefore: { day: '2026-01-29', mrr: 2, subscription: 'ACTIVE', payment: 'PAID', overdueDays: 0 },
  });
  const { sources, byAccount } = await readFacts(workspace.ctx, NOW);
  expect(sources).toEqual({ touches: true, support: true, billing: true });
  expect([...byAccount.keys()]).toEqual([ids.get('full')]);
  expect((await factsOf('full', '2026-03-10T12:00:00.001Z'))?.lastTouch?.sentiment).toBe('NEUTRAL');
});

test('as of an earlier time, a source that came later is none', async () => {
  const { sources } = await readFacts(workspace.ctx, new Date('2025-12-31T00:00:00Z'));
  expect(sources).toEqual({ touches: true, support: false, billing: false });
});

test("another workspace's are not seen", async () => {
  const other = await app.workspace();
  expect((await readFacts(other.ctx, NOW)).sources.touches).toBe(false);
});

test('facts of 10,000 accounts that were recorded a moment ago are read in seconds, by key', async () => {
  const crowded = await app.workspace();
  const w = crowded.ctx.actor.workspaceId;
  await app.sql`INSERT INTO accounts (workspace_id, id, external_crm_id, name, attributes, created_at, updated_at)
    SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), 'c' || i, 'n', '{}', now(), now() FROM generate_series(1, 10000) i`;
  await app.sql`INSERT INTO relationship_touches SELECT ${w}, 'acc_' || lpad((i % 10000 + 1)::text, 6, '0'), 'x' || i,
    ${NOW}::timestamptz - i * interval '5 minutes', 'EMAIL', NULL, now() FROM generate_series(1, 50000) i`;
  await app.sql`INSERT INTO support_snapshots SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), '2026-03-01'::date - d, d, 0,
    NULL, NULL, NULL, now() FROM generate_series(1, 10000) i, generate_series(0, 5) d`;
  await app.sql`INSERT INTO billing_snapshots SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), '2026-03-01'::date - d * 15, d,
    'ACTIVE', 'PAID', 0, now() FROM generate_series(1, 10000) i, generate_series(0, 5) d`;
  const begun = performance.now();
  const { byAccount } = await readFacts(crowded.ctx, NOW);
  const took = performance.now() - begun;
  expect(byAccount.size).toBe(10_000);
  expect(byAccount.get('acc_000002')).toMatchObject({
    support: { openTickets: 0 },
    billing: { mrr: 0 },
    billingBefore: { mrr: 2 },
  });
  expect(took, 'a plan that reads a table for each account takes minutes').toBeLessThan(5_000);
}, 60_000);
