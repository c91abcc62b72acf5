import type { Sql } from 'postgres';
import type { DayWindow } from '../../../src/lib/day.ts';
import type { Population } from './world.ts';

/** What must be stored, computed by the database itself from the same formula, and how it is compared with what is. */
export type Model = {
  /** From now on the window holds what the population has. */
  readonly learn: (workspaceId: number, window: DayWindow, population: Population) => Promise<void>;
  /** Throws at the first difference, whichever table it is in; returns the number of days stored. */
  readonly compare: (workspaceId: number) => Promise<number>;
};

export async function createModel(sql: Sql): Promise<Model> {
  await sql.unsafe(`
    CREATE SCHEMA model;
    CREATE UNLOGGED TABLE model.days (workspace_id int, account text, day date, vals float8[],
      PRIMARY KEY (workspace_id, account, day))`);
  const none = async (what: string, rows: Promise<readonly object[]>) => {
    const [first] = await rows;
    if (first) throw new Error(`the database differs from the model. ${what}: ${JSON.stringify(first)}`);
  };
  return {
    learn: async (workspaceId, { from, to }, { accounts, salt }) => {
      await sql.unsafe(
        `INSERT INTO model.days
         SELECT $1, 'acct-' || a, d, ARRAY[(a * 7 + e * 13 + $5 * 1009) % 5000, (a + e + $5) % 100]::float8[]
         FROM generate_series(0, $4::int - 1) a, generate_series($2::date, $3::date, '1 day') at,
           LATERAL (SELECT at::date AS d, at::date - date '1970-01-01' AS e) day
         ON CONFLICT (workspace_id, account, day) DO UPDATE SET vals = excluded.vals`,
        [workspaceId, from, to, accounts, salt],
      );
      await sql`ANALYZE model.days`;
    },
    compare: async (workspaceId) => {
      const days = sql`SELECT account, day, vals FROM model.days WHERE workspace_id = ${workspaceId}`;
      await none(
        'A day (what is stored, what should be)',
        sql`SELECT account, day::text, s.vals::text AS stored, m.vals::text AS model FROM (
              SELECT e.external_id AS account, d.day, d.vals FROM usage_days d
              LEFT JOIN external_accounts e ON e.workspace_id = d.workspace_id AND e.number = d.external_account
              WHERE d.workspace_id = ${workspaceId}) s
            FULL JOIN (${days}) m USING (account, day) WHERE s.vals IS DISTINCT FROM m.vals LIMIT 1`,
      );
      await none(
        'A rollup (what is stored, what should be)',
        sql`SELECT account, s.stored::text, m.model::text FROM (
              SELECT e.external_id AS account, (r.first_day, r.last_day, r.day_count, r.totals) AS stored
              FROM usage_rollups r
              LEFT JOIN external_accounts e ON e.workspace_id = r.workspace_id AND e.number = r.external_account
              WHERE r.workspace_id = ${workspaceId}) s
            FULL JOIN (
              SELECT account, (min(day), max(day), count(*)::int, ARRAY[sum(vals[1]) FILTER (WHERE is_recent),
                (array_agg(vals[2] ORDER BY day DESC) FILTER (WHERE is_recent))[1]]) AS model
              FROM (${days}) d, LATERAL (
                SELECT day BETWEEN last_synced_day - 29 AND last_synced_day AS is_recent
                FROM custom_apis WHERE workspace_id = ${workspaceId}) r
              GROUP BY account) m USING (account)
            WHERE s.stored::text IS DISTINCT FROM m.model::text LIMIT 1`,
      );
      await none(
        'An account that no day belongs to',
        sql`SELECT external_id FROM external_accounts e WHERE e.workspace_id = ${workspaceId} AND NOT EXISTS (
              SELECT 1 FROM model.days m WHERE m.workspace_id = ${workspaceId} AND m.account = e.external_id) LIMIT 1`,
      );
      const [row] = await sql<{ count: number }[]>`
        SELECT count(*)::int AS count FROM usage_days WHERE workspace_id = ${workspaceId}`;
      return row?.count ?? 0;
    },
  };
}
