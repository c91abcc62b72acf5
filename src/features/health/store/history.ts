import { sql } from 'drizzle-orm';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import type { Day } from '../../../lib/day.ts';
import type { HistoryPoint } from '../model.ts';

/** Each account's scores from the day on, the first first; by key for each account. */
export async function selectHistory(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  from: Day,
): Promise<Map<string, HistoryPoint[]>> {
  const rows = await db.execute<HistoryPoint & { accountId: string }>(sql`
    SELECT a.id AS "accountId", h.day::text AS day, h.score, h.band, h.model_version AS "modelVersion",
      h.model_version <> h.version_before AS "modelChanged"
    FROM ${eachOf(accountIds)} AS a (id),
    LATERAL (SELECT day, score, band, model_version,
        lag(model_version, 1, model_version) OVER (ORDER BY day) AS version_before
      FROM health_history WHERE workspace_id = ${workspaceId} AND account_id = a.id COLLATE "C" OFFSET 0) h
    WHERE h.day >= ${from}::date ORDER BY a.id, h.day`);
  const byAccount = new Map<string, HistoryPoint[]>();
  for (const { accountId, ...point } of rows) {
    const points = byAccount.get(accountId);
    if (points) points.push(point);
    else byAccount.set(accountId, [point]);
  }
  return byAccount;
}
