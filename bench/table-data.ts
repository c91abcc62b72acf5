import type { Sql } from 'postgres';

// What the account table is measured on: workspaces of `accounts` accounts, with `days` days of usage that end on LAST_DAY.

export const LAST_DAY = '2026-06-30';
export const METRICS = 6;

export async function fillWorkspace(sql: Sql, number: number, accounts: number, days: number): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO workspaces (id, name, created_at) VALUES (${`ws_${number}`}, 'bench', now()) RETURNING workspace_id AS id`;
  const id = row?.id ?? 0;
  await sql.unsafe(
    `INSERT INTO accounts (workspace_id, id, external_crm_id, name, id_key, name_key, plan, region, owner, seats, arr,
       renewal_on, attributes, created_at, updated_at)
     SELECT $1::int, 'acc_' || substr(md5($1::int || ' ' || i), 1, 26), 'crm-' || i, initcap(md5(i::text)), 'crm' || i,
       md5(i::text), (ARRAY['free', 'pro', 'enterprise'])[1 + i % 3], (ARRAY['EU', 'US', 'APAC', NULL])[1 + i % 4],
       'owner' || i % 20 || '@example.com', i % 500, (i * 7919 % 100003)::float8, '2026-01-01'::date + (i * 31 % 700),
       jsonb_build_object('tier', i % 5, 'industry', md5((i % 50)::text), 'segment', 'mid-market', 'csm', 'somebody'),
       now() - i * interval '1 minute', now()
     FROM generate_series(1, $2::int) i`,
    [id, accounts],
  );
  await sql.unsafe(
    `INSERT INTO account_standings (workspace_id, account_id, health_score, health_band, health_change, open_signals, worst_severity)
     SELECT workspace_id, id, seats % 101, (ARRAY['POOR', 'STABLE', 'HEALTHY'])[1 + seats % 3], seats % 21 - 10, seats % 3,
       nullif(seats % 5, 0) FROM accounts WHERE workspace_id = $1`,
    [id],
  );
  for (let slot = 0; slot < METRICS; slot++) {
    const aggregation = slot % 3 === 2 ? 'LAST' : 'SUM';
    await sql`INSERT INTO usage_metrics (workspace_id, slot, name, aggregation, created_at)
      VALUES (${id}, ${slot}, ${`m${slot}`}, ${aggregation}, now())`;
  }
  const values = Array.from({ length: METRICS }, (_, slot) => `(a * ${slot + 7} + d * ${slot + 3}) % 5000`).join(', ');
  await sql.unsafe(`INSERT INTO external_accounts SELECT $1::int, a, 'crm-' || a FROM generate_series(1, $2::int) a`, [
    id,
    accounts,
  ]);
  await sql.unsafe(
    `INSERT INTO usage_days SELECT $1::int, a, $2::date - d, ARRAY[${values}]::float8[]
     FROM generate_series(1, $3::int) a, generate_series($4::int - 1, 0, -1) d`,
    [id, LAST_DAY, accounts, days],
  );
  return id;
}

/** The same page without anything that was added up before: the 30 days of every account, each time. */
export const unrolled = (slot: number): string => `
  SELECT a.id, a.name, sum(d.vals[${slot + 1}]) AS key FROM accounts a
  JOIN external_accounts e ON e.workspace_id = a.workspace_id AND e.external_id = a.external_crm_id
  JOIN usage_days d ON d.workspace_id = e.workspace_id AND d.external_account = e.number
    AND d.day > '${LAST_DAY}'::date - 30 AND d.day <= '${LAST_DAY}'::date
  WHERE a.workspace_id = $1 GROUP BY a.workspace_id, a.id ORDER BY key DESC NULLS LAST, a.id LIMIT 51`;
