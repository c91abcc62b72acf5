import { and, eq, type SQL, sql } from 'drizzle-orm';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { conversationTurns as turns } from '../../../db/tables/conversations.ts';
import { fromJson } from '../../../db/types.ts';
import type { Turn } from '../model.ts';
import type { Asker } from './conversations.ts';

type Row = Omit<Turn, 'createdAt' | 'finishedAt'> & { createdMs: number; finishedMs: number | null };

/** Of `t`, without what it came to. */
const FIELDS = sql`t.id, t.conversation_id AS "conversationId", t.number, t.question, t.state, t.failure, t.told,
  (extract(epoch FROM t.created_at) * 1000)::float8 AS "createdMs",
  (extract(epoch FROM t.finished_at) * 1000)::float8 AS "finishedMs"`;

const toTurn = ({ createdMs, finishedMs, ...turn }: Row): Turn => ({
  ...turn,
  createdAt: new Date(createdMs),
  finishedAt: finishedMs === null ? null : new Date(finishedMs),
});

/** The key's turns `t` of these ids: one by one, by their primary key, whatever statistics say. */
const byId = ({ workspaceId, keyId }: Asker, ids: readonly string[]): SQL => sql`
  ${eachOf(ids)} i
  CROSS JOIN LATERAL (
    SELECT * FROM conversation_turns WHERE workspace_id = ${workspaceId} AND id = i AND key_id = ${keyId} OFFSET 0) t`;

export async function insertTurn(
  db: Queryable,
  { workspaceId, keyId }: Asker,
  turn: Pick<Turn, 'id' | 'conversationId' | 'number' | 'question' | 'createdAt'>,
): Promise<void> {
  await db.insert(turns).values({ workspaceId, keyId, ...turn, state: 'QUEUED' });
}

/** Serialises those of a key who ask, until the transaction ends. */
export async function lockAsker(db: Queryable, { workspaceId, keyId }: Asker): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`tributary.turns:${keyId}`}), ${workspaceId})`);
}

/** Those of the key that wait or are worked on, by their conversations. */
export async function selectOpenTurns(
  db: Queryable,
  { workspaceId, keyId }: Asker,
): Promise<{ conversationId: string }[]> {
  return db
    .select({ conversationId: turns.conversationId })
    .from(turns)
    .where(
      and(eq(turns.workspaceId, workspaceId), eq(turns.keyId, keyId), sql`${turns.state} IN ('QUEUED', 'RUNNING')`),
    );
}

export async function countTurns(db: Queryable, workspaceId: number, conversationId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(turns)
    .where(and(eq(turns.workspaceId, workspaceId), eq(turns.conversationId, conversationId)));
  return row?.count ?? 0;
}

/** In the order of the ids; null for those that there are not. */
export async function selectTurns(db: Queryable, asker: Asker, ids: readonly string[]): Promise<(Turn | null)[]> {
  const rows = await db.execute<Row>(sql`SELECT ${FIELDS} FROM ${byId(asker, ids)}`);
  const found = new Map(Array.from(rows, (row) => [row.id, toTurn(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

/** What turns came to, by id: apart from the turns, since it may be long. Null of those that are not answered. */
export async function selectResults(
  db: Queryable,
  asker: Asker,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const rows = await db.execute<{ id: string; result: unknown }>(sql`SELECT t.id, t.result FROM ${byId(asker, ids)}`);
  return new Map(Array.from(rows, ({ id, result }) => [id, fromJson(result)]));
}

/** At most `limit` of each conversation after the turn of that number, oldest first. */
export async function selectTurnPages(
  db: Queryable,
  { workspaceId, keyId }: Asker,
  conversationIds: readonly string[],
  after: number,
  limit: number,
): Promise<Turn[]> {
  const rows = await db.execute<Row>(sql`
    SELECT ${FIELDS} FROM ${eachOf(conversationIds)} c
    CROSS JOIN LATERAL (
      SELECT * FROM conversation_turns WHERE workspace_id = ${workspaceId} AND conversation_id = c
        AND key_id = ${keyId} AND number > ${after} ORDER BY number LIMIT ${limit}) t
    ORDER BY t.conversation_id, t.number`);
  return Array.from(rows, toTurn);
}
