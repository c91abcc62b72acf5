import type { Sql } from 'postgres';
import { type Database, openDatabase } from '../src/db/client.ts';
import { authenticate, createWorkspace } from '../src/features/workspaces/index.ts';
import { systemClock } from '../src/platform/clock.ts';

export type Seeded = { readonly key: string; readonly workspaceId: number };
export type Seeds = { readonly accounts: number; readonly metrics: number; readonly days: number };

/** A workspace with history that ends yesterday, written past the product: what is read matters here, not how it came. */
export async function seedWorkspace(
  sql: Sql,
  databaseUrl: string,
  { accounts, metrics, days }: Seeds,
): Promise<Seeded> {
  const db: Database = openDatabase({ url: databaseUrl, ormConnections: 1, bulkConnections: 1 });
  const { ownerKey } = await createWorkspace({ db, clock: systemClock }, { name: 'bench', ownerKey: null });
  const workspaceId = (await authenticate({ db }, ownerKey))?.workspaceId ?? 0;
  await db.close();
  const values = Array.from({ length: metrics }, (_, slot) => `(a.number * ${slot + 7} + o) % ${100 + slot} + 0.5`);
  await sql`
    INSERT INTO usage_metrics (workspace_id, slot, name, aggregation, created_at)
    SELECT ${workspaceId}, slot, 'metric ' || slot, 'SUM', now() FROM generate_series(0, ${metrics - 1}::int) slot`;
  await sql`
    INSERT INTO external_accounts (workspace_id, number, external_id)
    SELECT ${workspaceId}, number, 'acc_' || lpad(number::text, 6, '0') FROM generate_series(1, ${accounts}::int) number`;
  await sql`
    INSERT INTO accounts (workspace_id, id, external_crm_id, name, plan, attributes, created_at, updated_at)
    SELECT ${workspaceId}, 'acc_' || lpad(number::text, 26, '0'), external_id, 'Account ' || number, 'pro', '{}', now(), now()
    FROM external_accounts WHERE workspace_id = ${workspaceId}`;
  await sql.unsafe(`
    INSERT INTO usage_days (workspace_id, external_account, day, vals)
    SELECT ${workspaceId}, a.number, (now() AT TIME ZONE 'UTC')::date - 1 - o, ARRAY[${values.join(', ')}]::float8[]
    FROM external_accounts a, generate_series(0, ${days - 1}) o WHERE a.workspace_id = ${workspaceId}`);
  await sql`VACUUM ANALYZE`;
  return { key: ownerKey, workspaceId };
}

/** What the seeds' accounts are called, from 1. */
export const seededId = (number: number): string => `acc_${String(number).padStart(6, '0')}`;
