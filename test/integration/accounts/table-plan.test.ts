import { sql as fragment, type SQL } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/db/client.ts';
import { askAccounts, countAccounts, listAccounts } from '../../../src/features/accounts/index.ts';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The statement as it was sent, with its parameters in their places. */
const sent = (text: string, parameters: readonly unknown[]): SQL =>
  fragment.join(
    text
      .split(/\$\d+/)
      .flatMap((part, index) => [...(index > 0 ? [fragment`${parameters[index - 1]}`] : []), fragment.raw(part)]),
  );

test('filters of both tables hash the ids of one, of a million accounts too: they are not looked through for each row', async () => {
  const asked: { text: string; parameters: readonly unknown[] }[] = [];
  const onStatement = (text: string, parameters: readonly unknown[]) => {
    asked.push({ text, parameters });
  };
  const db = openDatabase({ url: database.url, ormConnections: 1, bulkConnections: 1, onStatement });
  const owner = postgres(database.url, {
    ...{ max: 1, onnotice: () => {}, fetch_types: false },
    connection: { work_mem: '4MB', hash_mem_multiplier: 2 },
  });
  await owner.unsafe(`
    INSERT INTO workspaces (id, name, created_at) VALUES ('ws_1', 'large', now());
    INSERT INTO accounts (workspace_id, id, external_crm_id, name, attributes, created_at, updated_at)
      SELECT workspace_id, 'acc_1', 'A', 'Acme', '{}', now(), now() FROM workspaces;
    INSERT INTO account_standings (workspace_id, account_id) SELECT workspace_id, id FROM accounts;
    -- Of a workspace without statistics, half a percent of all rows is expected.
    UPDATE pg_class SET relpages = 1, reltuples = 300e6 WHERE relname IN ('accounts', 'account_standings')`);
  const [{ id } = { id: 0 }] = await owner<{ id: number }[]>`SELECT workspace_id AS id FROM workspaces`;
  const ctx = { db: db.workspace(id), actor: { workspaceId: id }, clock: systemClock } as unknown as Ctx;
  const filter = { seats: { min: 0 }, hasOpenSignals: true };
  for (const field of ['NAME', 'HEALTH_SCORE'] as const) {
    const query = await askAccounts(ctx, { filter, orderBy: { field, direction: 'ASC' } }, async () => []);
    if (!query.ok) throw new Error(JSON.stringify(query.error));
    await listAccounts(ctx, { first: 50, after: null }, query.value);
    await countAccounts(ctx, query.value);
  }
  const statements = asked.splice(0);
  expect(statements).toHaveLength(4);
  type Rows = Iterable<{ 'QUERY PLAN': string }>;
  const shown = (rows: unknown) => Array.from(rows as Rows, (row) => row['QUERY PLAN']).join('\n');
  for (const { text, parameters } of statements) {
    expect(shown(await ctx.db.orm.execute(fragment`EXPLAIN ${sent(text, parameters)}`))).toContain('hashed SubPlan');
    // What it would be within PostgreSQL's own limit.
    const plain = shown(await owner.unsafe(`EXPLAIN ${text}`, parameters as never[]));
    expect(plain).toContain('SubPlan');
    expect(plain).not.toContain('hashed SubPlan');
  }
  await Promise.all([db.close(), owner.end()]);
});
