import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';

// The same questions to the same database, as one would write them by hand: what any server of this data has to do at least.
// Who asks is looked up, and one read-only transaction hides the other workspaces, as ours does.

export type Account = { readonly id: string; readonly name: string; readonly plan: string | null };
export type Series = { readonly values: readonly (number | null)[]; readonly total: number };
export type Asked = {
  readonly id: string | null;
  readonly first: number;
  readonly from: string;
  readonly length: number;
};

/** The workspace that the key opens. */
export async function workspaceOf(sql: Sql, authorization: string | undefined): Promise<number> {
  const hash = createHash('sha256')
    .update((authorization ?? '').slice('Bearer '.length))
    .digest();
  const [row] = await sql.begin(async (tx) => {
    await tx.unsafe('SET LOCAL ROLE tributary_system');
    return tx`SELECT workspace_id AS "workspaceId" FROM api_keys WHERE key_hash = ${hash} AND revoked_at IS NULL`;
  });
  if (!row) throw new Error('unknown key');
  return row['workspaceId'];
}

export const readAs = <T>(sql: Sql, workspaceId: number, read: (tx: TransactionSql) => Promise<T>) =>
  sql.begin('isolation level repeatable read read only', (tx) => {
    void tx
      .unsafe(`SET LOCAL ROLE tributary_app; SET LOCAL tributary.workspace = '${Math.trunc(workspaceId)}'`)
      .execute();
    return read(tx);
  });

export const accountById = async (tx: TransactionSql, workspaceId: number, id: string): Promise<Account | null> => {
  const [row] = await tx<Account[]>`
    SELECT id, name, plan FROM accounts WHERE workspace_id = ${workspaceId} AND external_crm_id = ${id}`;
  return row ?? null;
};

export const accountPage = (tx: TransactionSql, workspaceId: number, first: number) =>
  tx<
    Account[]
  >`SELECT id, name, plan FROM accounts WHERE workspace_id = ${workspaceId} ORDER BY name COLLATE "C", id LIMIT ${first}`;

/** One metric of these accounts, a row for each day; by key, since row-level security keeps PostgreSQL from seeing that itself. */
export async function seriesOf(
  tx: TransactionSql,
  workspaceId: number,
  ids: readonly string[],
  { from, length }: Asked,
): Promise<Map<string, Series>> {
  const [metric] = await tx`SELECT slot FROM usage_metrics WHERE workspace_id = ${workspaceId} AND name = 'metric 0'`;
  const rows = await tx<{ id: string; at: number; value: number | null }[]>`
    SELECT t.id, d.at, d.value FROM unnest(${[...ids]}::text[]) t (id)
    CROSS JOIN LATERAL (
      SELECT external_crm_id FROM accounts WHERE workspace_id = ${workspaceId} AND id = t.id COLLATE "C" OFFSET 0) a
    CROSS JOIN LATERAL (
      SELECT number FROM external_accounts
      WHERE workspace_id = ${workspaceId} AND external_id = a.external_crm_id OFFSET 0) e
    CROSS JOIN LATERAL (
      SELECT day - ${from}::date AS at, vals[${Number(metric?.['slot']) + 1}::int] AS value FROM usage_days
      WHERE workspace_id = ${workspaceId} AND external_account = e.number
        AND day BETWEEN ${from}::date AND ${from}::date + ${length - 1}::int OFFSET 0) d`;
  const found = new Map(ids.map((id) => [id, new Array<number | null>(length).fill(null)]));
  for (const { id, at, value } of rows) (found.get(id) ?? [])[at] = value;
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return new Map([...found].map(([id, values]) => [id, { values, total: sum(values) }]));
}

export const pointsOf = ({ values }: Series, from: string) => {
  const first = Date.parse(from);
  return values.map((value, at) => ({ day: new Date(first + at * 86_400_000).toISOString().slice(0, 10), value }));
};
