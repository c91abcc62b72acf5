import type { Sql } from 'postgres';

// A workspace as evaluations find it after a first synchronisation: `accounts` accounts with `days` days of usage that end on
// LAST_DAY, inserted a moment ago, so that PostgreSQL knows nothing of them. Levels differ by a factor of a thousand, weekends
// are quiet, some metrics count and some are gauges; of twenty accounts two grow, two shrink, one stopped and two are new.

export const LAST_DAY = '2026-06-30';

/** A number of 0 to 1 that is the same whenever it is asked for. */
const chance = (...of: readonly string[]) =>
  `(hashint8(${of.map((one, place) => `(${one})::int8 * ${10_007 ** place}`).join(' + ')})::float8 / 4294967296 + 0.5)`;

export async function fillWorkspace(sql: Sql, accounts: number, days: number, metrics: number): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO workspaces (id, name, created_at) VALUES ('ws_bench', 'bench', now()) RETURNING workspace_id AS id`;
  const id = row?.id ?? 0;
  await sql`INSERT INTO evaluations (workspace_id) VALUES (${id})`;
  await sql.unsafe(
    `INSERT INTO accounts (workspace_id, id, external_crm_id, name, id_key, name_key, plan, region, owner, seats, arr,
       renewal_on, attributes, created_at, updated_at)
     SELECT $1::int, 'acc_' || substr(md5('id' || i), 1, 26), 'crm-' || i, initcap(md5(i::text)), 'crm' || i, md5(i::text),
       (ARRAY['free', 'pro', 'enterprise'])[1 + i % 3], (ARRAY['EU', 'US', 'APAC', NULL])[1 + i % 4],
       'owner' || i % 20 || '@example.com', i % 500, (i * 7919::int8 % 100003)::float8, '2026-06-01'::date + (i * 31 % 700),
       jsonb_build_object('tier', i % 5, 'industry', md5((i % 50)::text)), now() - i * interval '1 minute', now()
     FROM generate_series(1, $2::int) i`,
    [id, accounts],
  );
  await sql.unsafe(
    'INSERT INTO account_standings (workspace_id, account_id) SELECT $1::int, id FROM accounts WHERE workspace_id = $1',
    [id],
  );
  for (let slot = 0; slot < metrics; slot++) {
    await sql`INSERT INTO usage_metrics (workspace_id, slot, name, aggregation, created_at)
      VALUES (${id}, ${slot}, ${`m${slot}`}, ${slot % 3 === 2 ? 'LAST' : 'SUM'}, now())`;
  }
  await sql.unsafe(`INSERT INTO external_accounts SELECT $1::int, a, 'crm-' || a FROM generate_series(1, $2::int) a`, [
    id,
    accounts,
  ]);
  await sql`INSERT INTO usage_rollup_bases (workspace_id, from_day, to_day, aggregations, days_version)
    VALUES (${id}, ${LAST_DAY}, ${LAST_DAY}, '', 1)`;
  await addDays(sql, id, { accounts, metrics, from: 0, to: days - 1 });
  await sql.unsafe(
    `INSERT INTO relationship_touches (workspace_id, account_id, external_id, touched_at, kind, sentiment, recorded_at)
     SELECT $1::int, id, id || '-' || t, $2::date - (seats % 60) - 25 * t, (ARRAY['CALL', 'EMAIL', 'MEETING'])[1 + seats % 3],
       (ARRAY['POSITIVE', 'NEUTRAL', 'NEGATIVE'])[1 + seats % 3], now()
     FROM accounts, generate_series(1, 4) t WHERE workspace_id = $1 AND seats % 2 = 0`,
    [id, LAST_DAY],
  );
  await sql.unsafe(
    `INSERT INTO support_snapshots (workspace_id, account_id, day, open_tickets, urgent_tickets, satisfaction_rate, recorded_at)
     SELECT $1::int, id, $2::date - 7 * t, seats % 7, seats % 7 / 5, (seats % 100) / 100.0, now()
     FROM accounts, generate_series(0, 8) t WHERE workspace_id = $1 AND seats % 3 = 0`,
    [id, LAST_DAY],
  );
  await sql.unsafe(
    `INSERT INTO billing_snapshots (workspace_id, account_id, day, mrr, subscription, payment, overdue_days, recorded_at)
     SELECT $1::int, id, $2::date - 30 * t, arr / 12, 'ACTIVE', CASE WHEN seats % 25 = 0 THEN 'OVERDUE' ELSE 'PAID' END,
       CASE WHEN seats % 25 = 0 THEN 12 ELSE 0 END, now()
     FROM accounts, generate_series(0, 5) t WHERE workspace_id = $1 AND seats % 4 < 3`,
    [id, LAST_DAY],
  );
  return id;
}

type Days = { readonly accounts: number; readonly metrics: number; readonly from: number; readonly to: number };

/** Days `from` to `to` before LAST_DAY, below zero after it. A day without use has no row, as far as most sources go. */
export async function addDays(sql: Sql, id: number, { accounts, metrics, from, to }: Days): Promise<void> {
  const value = (slot: number) => {
    const size = `exp(7 * ${chance('a', '17')})`;
    const trend = `CASE a % 20 WHEN 0 THEN 1 - d / 200.0 WHEN 1 THEN 1 - d / 300.0 WHEN 2 THEN 0.3 + d / 90.0
      WHEN 3 THEN 0.5 + d / 200.0 ELSE 1 END`;
    const noisy = `(0.6 + 0.8 * ${chance('a', 'd + 1000', String(slot))})`;
    return `round((${size} / ${1 + slot} * ${trend} * ${noisy} + ${slot % 2})::numeric, ${slot === 1 ? 2 : 0})::float8`;
  };
  const values = Array.from({ length: metrics }, (_, slot) => value(slot)).join(', ');
  await sql.unsafe(
    `INSERT INTO usage_days SELECT $1::int, a, $2::date - d, ARRAY[${values}]::float8[]
     FROM generate_series(1, $3::int) a, generate_series($4::int, $5::int, -1) d
     WHERE NOT (a % 20 = 4 AND d < 40) AND NOT (a % 20 IN (5, 6) AND d > 30)
       AND ${chance('a', 'd + 1000', '91')} < CASE WHEN extract(isodow FROM $2::date - d) > 5 THEN 0.4 ELSE 0.95 END`,
    [id, LAST_DAY, accounts, to, from],
  );
  await sql`UPDATE usage_rollup_bases SET days_version = days_version + 1 WHERE workspace_id = ${id}`;
}
