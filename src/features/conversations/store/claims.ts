import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { fromJson } from '../../../db/types.ts';
import { storableJson } from '../domain/storable-json.ts';
import type { TurnEnd, TurnNews, TurnTask } from '../model.ts';

export type TurnLease = { readonly token: string; readonly expiresAt: Date };
/** A turn that is claimed, as whoever has claimed it writes to it. */
export type HeldTurn = { readonly workspaceId: number; readonly id: string; readonly token: string };

/** Longer than any lease is ever made for: what lies further ahead was written while a clock was wrong. */
const LONGEST_MS = 60 * 60_000;

const isFree = (now: Date): SQL => sql`(state = 'QUEUED' OR (state = 'RUNNING'
  AND (lease_expires_at <= ${now.toISOString()}::timestamptz
    OR lease_expires_at > ${new Date(now.getTime() + LONGEST_MS).toISOString()}::timestamptz)))`;

export type ClaimedTurn = Omit<TurnTask, 'history'> & { readonly conversationId: string; readonly number: number };

/** What is to be answered; null when there is nothing to do, or somebody is at it. */
export async function claimTurn(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: TurnLease,
  now: Date,
): Promise<ClaimedTurn | null> {
  const [row] = await db.execute<ClaimedTurn>(sql`
    UPDATE conversation_turns SET state = 'RUNNING', tries = tries + 1, lease_token = ${lease.token},
      lease_expires_at = ${lease.expiresAt.toISOString()}::timestamptz
    WHERE workspace_id = ${workspaceId} AND id = ${id} AND ${isFree(now)}
    RETURNING id, key_id AS "keyId", conversation_id AS "conversationId", number, question, tries,
      told > 0 AS "hasTold"`);
  return row ?? null;
}

const heldBy = ({ workspaceId, id, token }: HeldTurn): SQL =>
  sql`workspace_id = ${workspaceId} AND id = ${id} AND state = 'RUNNING' AND lease_token = ${token}`;

/** False when the lease is no longer held, or the turn was deleted. */
export async function renewTurn(db: Queryable, held: HeldTurn, expiresAt: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE conversation_turns SET lease_expires_at = ${expiresAt.toISOString()}::timestamptz WHERE ${heldBy(held)}
    RETURNING id`);
  return rows.length === 1;
}

/**
 * Adds events in one statement: whoever reads sees all of them or none, and numbers follow each other, since the turn's row
 * stays locked until they are there. False when the lease is no longer held: then nothing is added.
 */
export const appendEvents = (db: Queryable, held: HeldTurn, events: readonly TurnNews[], now: Date): Promise<boolean> =>
  write(db, held, events, now, sql`told = told + ${events.length}`);

/** The same, and the end of the turn. Whoever has lost the lease ends nothing. */
export function endTurn(
  db: Queryable,
  held: HeldTurn,
  events: readonly TurnNews[],
  end: TurnEnd,
  now: Date,
): Promise<boolean> {
  const [result, failure] = end.state === 'ANSWERED' ? [storableJson(end.result), null] : [null, end.failure];
  return write(
    ...([db, held, events, now] as const),
    sql`told = told + ${events.length}, state = ${end.state}, result = ${result}::text::jsonb, failure = ${failure}::text,
      finished_at = ${now.toISOString()}::timestamptz, lease_token = NULL, lease_expires_at = NULL`,
  );
}

async function write(
  db: Queryable,
  held: HeldTurn,
  events: readonly TurnNews[],
  now: Date,
  changes: SQL,
): Promise<boolean> {
  const rows = await db.execute(sql`
    WITH held AS (UPDATE conversation_turns SET ${changes} WHERE ${heldBy(held)} RETURNING told),
    added AS (
      INSERT INTO conversation_events (workspace_id, turn_id, sequence, event, at)
      SELECT ${held.workspaceId}, ${held.id}, held.told - ${events.length} + e.place, e.event, ${now.toISOString()}::timestamptz
      FROM held, jsonb_array_elements(${storableJson(events)}::text::jsonb) WITH ORDINALITY AS e(event, place))
    SELECT 1 FROM held`);
  return rows.length === 1;
}

/** Gives a try back, for another worker to make the next one; `counts`: whether it was one. */
export async function giveBackTurn(db: Queryable, held: HeldTurn, { counts }: { counts: boolean }): Promise<void> {
  await db.execute(sql`
    UPDATE conversation_turns SET state = 'QUEUED', tries = tries - ${counts ? 0 : 1}::int, lease_token = NULL, lease_expires_at = NULL WHERE ${heldBy(held)}`);
}

/** What was answered in the conversation before the turn of that number, oldest first; at most the last `limit`. */
export async function selectHistory(
  db: Queryable,
  workspaceId: number,
  { conversationId, number }: Pick<ClaimedTurn, 'conversationId' | 'number'>,
  limit: number,
): Promise<TurnTask['history']> {
  const rows = await db.execute<{ question: string; result: unknown }>(sql`
    SELECT question, result FROM conversation_turns WHERE workspace_id = ${workspaceId}
      AND conversation_id = ${conversationId} AND number < ${number} AND state = 'ANSWERED'
    ORDER BY number DESC LIMIT ${limit}`);
  return Array.from(rows, ({ question, result }) => ({ question, result: fromJson(result) })).reverse();
}

/** Across all workspaces: what waits, and what was left by a worker that is gone; the oldest first. */
export async function selectDueTurns(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<{ workspace: string; turn: string }[]> {
  return db.execute<{ workspace: string; turn: string }>(sql`
    SELECT w.id AS workspace, t.id AS turn FROM conversation_turns t JOIN workspaces w USING (workspace_id)
    WHERE t.state IN ('QUEUED', 'RUNNING') AND ${isFree(now)} ORDER BY t.id LIMIT ${limit}`);
}
