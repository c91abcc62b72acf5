import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { fromJson } from '../../../db/types.ts';
import type { ToldEvent } from '../model.ts';

/** At most `limit` events of a turn after that number, in their order. */
export async function selectEvents(
  db: Queryable,
  workspaceId: number,
  turnId: string,
  after: number,
  limit: number,
): Promise<ToldEvent[]> {
  const rows = await db.execute<ToldEvent>(sql`
    SELECT sequence, event FROM conversation_events
    WHERE workspace_id = ${workspaceId} AND turn_id = ${turnId} AND sequence > ${after} ORDER BY sequence LIMIT ${limit}`);
  return Array.from(rows, ({ sequence, event }) => ({ sequence, event: fromJson(event) }));
}

/** Across all workspaces: deletes the oldest events told before `before`; how many. */
export async function deleteOldEvents(db: Queryable, before: Date, limit: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    WITH old AS MATERIALIZED (
      SELECT workspace_id, turn_id, sequence FROM conversation_events WHERE at < ${before.toISOString()}::timestamptz
      ORDER BY at LIMIT ${limit}),
    gone AS (DELETE FROM conversation_events e USING old WHERE e.workspace_id = old.workspace_id
      AND e.turn_id = old.turn_id AND e.sequence = old.sequence RETURNING 1)
    SELECT count(*)::int AS count FROM gone`);
  return row?.count ?? 0;
}
