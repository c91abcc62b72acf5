import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { type DailyRound, SPREAD } from '../domain/daily.ts';

export type DueSource = { readonly workspaceId: number; readonly workspace: string };

/**
 * Across all workspaces: the sources whose daily run of this round is still to be made. Nothing else decides it, so a tick
 * that was missed, a restart and a clock that was set are all made up by the next one. A run of another kind that brought
 * the same day and was asked for since the round began counts as well. Sources in ERROR are tried, too: many an endpoint recovers by itself.
 */
export async function selectDueSources(
  db: Queryable,
  round: DailyRound,
  now: Date,
  { limit, only }: { readonly limit: number; readonly only?: number },
): Promise<DueSource[]> {
  const rows = await db.execute<DueSource>(sql`
    SELECT c.workspace_id AS "workspaceId", w.id AS workspace
    FROM custom_apis c JOIN workspaces w USING (workspace_id)
    WHERE c.status IN ('CONNECTED', 'ERROR') AND c.mapping IS NOT NULL AND c.sealed_request IS NOT NULL
      AND (c.workspace_id::bigint * ${SPREAD.stride}::int) % ${SPREAD.seconds}::int <= ${round.spreadSeconds}::int
      AND NOT EXISTS (
        SELECT 1 FROM sync_runs r WHERE r.workspace_id = c.workspace_id AND (
          r.status IN ('QUEUED', 'FETCHING', 'STORING', 'RETRYING')
          -- Not those of a clock that was ahead: they brought nothing of a day that was not over.
          OR (r.created_at BETWEEN ${round.startedAt.toISOString()}::timestamptz AND ${now.toISOString()}::timestamptz AND (
            (r.kind = 'DAILY' AND r.to_day = ${round.day}::date AND r.status <> 'CANCELLED')
            OR (r.to_day BETWEEN ${round.day}::date AND ${round.day}::date + 1
              AND r.status IN ('SUCCEEDED', 'SUCCEEDED_WITH_WARNING'))))))
      ${only === undefined ? sql`` : sql`AND c.workspace_id = ${only}`}
    ORDER BY c.workspace_id LIMIT ${limit}`);
  return [...rows];
}
