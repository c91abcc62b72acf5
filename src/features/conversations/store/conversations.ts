import { and, desc, eq, sql } from 'drizzle-orm';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { conversationEvents, conversations, conversationTurns } from '../../../db/tables/conversations.ts';
import type { Conversation } from '../model.ts';

/** Whose conversations: those of another key are none. */
export type Asker = { readonly workspaceId: number; readonly keyId: string };

const columns = {
  id: conversations.id,
  title: conversations.title,
  createdAt: conversations.createdAt,
  lastTurnAt: conversations.lastTurnAt,
};

const own = ({ workspaceId, keyId }: Asker) =>
  and(eq(conversations.workspaceId, workspaceId), eq(conversations.keyId, keyId));

export async function insertConversation(
  db: Queryable,
  { workspaceId, keyId }: Asker,
  conversation: Conversation,
): Promise<void> {
  await db.insert(conversations).values({ workspaceId, keyId, ...conversation });
}

/** In the order of the ids; null for those that there are not. One by one, by their primary key, whatever statistics say. */
export async function selectConversations(
  db: Queryable,
  { workspaceId, keyId }: Asker,
  ids: readonly string[],
): Promise<(Conversation | null)[]> {
  type Row = Pick<Conversation, 'id' | 'title'> & { createdMs: number; lastTurnMs: number };
  const rows = await db.execute<Row>(sql`
    SELECT c.id, c.title, (extract(epoch FROM c.created_at) * 1000)::float8 AS "createdMs",
      (extract(epoch FROM c.last_turn_at) * 1000)::float8 AS "lastTurnMs"
    FROM ${eachOf(ids)} i
    CROSS JOIN LATERAL (
      SELECT * FROM conversations WHERE workspace_id = ${workspaceId} AND id = i AND key_id = ${keyId} OFFSET 0) c`);
  const found = new Map(
    Array.from(rows, ({ createdMs, lastTurnMs, ...row }): [string, Conversation] => [
      row.id,
      { ...row, createdAt: new Date(createdMs), lastTurnAt: new Date(lastTurnMs) },
    ]),
  );
  return ids.map((id) => found.get(id) ?? null);
}

/** The same, and nobody adds a turn or deletes it until the transaction ends. */
export async function lockConversation(db: Queryable, asker: Asker, id: string): Promise<Conversation | null> {
  const [row] = await db
    .select(columns)
    .from(conversations)
    .where(and(own(asker), eq(conversations.id, id)))
    .for('update');
  return row ?? null;
}

export async function touchConversation(db: Queryable, workspaceId: number, id: string, at: Date): Promise<void> {
  await db
    .update(conversations)
    .set({ lastTurnAt: sql`greatest(${conversations.lastTurnAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
}

/** At most `limit`, last asked first, that stand behind the position given. */
export async function selectConversationPage(
  db: Queryable,
  asker: Asker,
  after: { readonly lastTurnAt: string; readonly id: string } | null,
  limit: number,
): Promise<Conversation[]> {
  const behind =
    after &&
    sql`(${conversations.lastTurnAt}, ${conversations.id}) < (${after.lastTurnAt}::timestamptz, ${after.id} COLLATE "C")`;
  return db
    .select(columns)
    .from(conversations)
    .where(and(own(asker), behind ?? undefined))
    .orderBy(desc(conversations.lastTurnAt), desc(conversations.id))
    .limit(limit);
}

/** With all that is theirs. The turns go first: a worker that tells something of one is waited for, and can tell nothing more. */
export async function deleteStoredConversation(db: Queryable, workspaceId: number, id: string): Promise<string[]> {
  const turns = await db
    .delete(conversationTurns)
    .where(and(eq(conversationTurns.workspaceId, workspaceId), eq(conversationTurns.conversationId, id)))
    .returning({ id: conversationTurns.id });
  const ids = turns.map((turn) => turn.id);
  await db.execute(sql`
    DELETE FROM ${conversationEvents} WHERE workspace_id = ${workspaceId}
      AND turn_id IN (SELECT ${eachOf(ids)})`);
  await db.delete(conversations).where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
  return ids;
}

/** Across all workspaces: deletes conversations in which nothing was asked since, with all that is theirs; how many. */
export async function deleteOldConversations(db: Queryable, before: Date, limit: number): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    WITH old AS MATERIALIZED (
      SELECT workspace_id, id FROM conversations WHERE last_turn_at < ${before.toISOString()}::timestamptz
      ORDER BY last_turn_at LIMIT ${limit}),
    turns AS (
      DELETE FROM conversation_turns t USING old
      WHERE t.workspace_id = old.workspace_id AND t.conversation_id = old.id RETURNING t.workspace_id, t.id),
    events AS (
      DELETE FROM conversation_events e USING turns WHERE e.workspace_id = turns.workspace_id AND e.turn_id = turns.id),
    gone AS (
      DELETE FROM conversations c USING old WHERE c.workspace_id = old.workspace_id AND c.id = old.id RETURNING 1)
    SELECT count(*)::int AS count FROM gone`);
  return row?.count ?? 0;
}
