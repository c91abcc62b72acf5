import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { rankOf, SEVERITIES, type Severity, type Signal, type SignalState, type SignalType } from '../domain/signal.ts';
import { selectSignalsById, textList } from './signals.ts';

/** All given conditions must hold. */
export type SignalFilter = {
  readonly severities: readonly Severity[] | null;
  readonly types: readonly SignalType[] | null;
  readonly states: readonly SignalState[];
  /** Exactly. */
  readonly owner: string | null;
  readonly accountId: string | null;
};

/** A place in the feed; `arr` null for an account without any. */
export type FeedPlace = {
  readonly severity: number;
  readonly arr: number | null;
  readonly raisedAt: number;
  readonly id: string;
};
export type PlacedSignal = { readonly signal: Signal; readonly place: FeedPlace };

/**
 * At most `limit` signals after a place: the worst first, then those of the largest accounts, then the newest. The first few of
 * each state and severity are read off the index in this order, whatever the planner knows of a workspace, and put into one.
 */
export async function selectFeed(
  db: Queryable,
  workspaceId: number,
  filter: SignalFilter,
  after: FeedPlace | null,
  limit: number,
): Promise<PlacedSignal[]> {
  const beyond = after
    ? sql`AND (s.severity, s.arr, s.raised_at, s.id) < (${after.severity}::int2, ${String(after.arr ?? Number.NEGATIVE_INFINITY)}::float8,
        to_timestamp(${after.raisedAt}::float8 / 1000), ${after.id})`
    : sql``;
  const severities = filter.severities ?? SEVERITIES;
  const parts = filter.states.flatMap((state) => severities.map((severity) => ({ state, rank: rankOf(severity) })));
  if (parts.length === 0) return [];
  const ofPart = ({ state, rank }: (typeof parts)[number]) => sql`(
    SELECT s.id, s.severity, s.arr, s.raised_at FROM signals s
    WHERE s.workspace_id = ${workspaceId} AND s.state = ${state} AND s.severity = ${rank}::int2 ${matches(filter)} ${beyond}
    ORDER BY s.arr DESC, s.raised_at DESC, s.id DESC LIMIT ${limit})`;
  const rows = await db.execute<{ id: string; severity: number; arr: number; at: number }>(sql`
    SELECT id, severity, arr, extract(epoch FROM raised_at)::float8 * 1000 AS at
    FROM (${sql.join(parts.map(ofPart), sql` UNION ALL `)}) s
    ORDER BY severity DESC, s.arr DESC, raised_at DESC, id DESC LIMIT ${limit}`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const byId = new Map((await selectSignalsById(db, workspaceId, ids)).map((signal) => [signal.id, signal]));
  return rows.flatMap(({ id, severity, arr, at }) => {
    const signal = byId.get(id);
    const place = { severity, arr: Number.isFinite(Number(arr)) ? Number(arr) : null, raisedAt: Math.round(at), id };
    return signal ? [{ signal, place }] : [];
  });
}

export async function countFeed(db: Queryable, workspaceId: number, filter: SignalFilter): Promise<number> {
  const ranks = (filter.severities ?? SEVERITIES).map((one) => String(rankOf(one)));
  const [row] = await db.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM signals s WHERE s.workspace_id = ${workspaceId}
      AND s.state IN ${textList(filter.states)} AND s.severity IN ${textList(ranks)} ${matches(filter)}`);
  return row?.count ?? 0;
}

function matches({ types, owner, accountId }: SignalFilter): SQL {
  const conditions: SQL[] = [];
  if (types) conditions.push(sql`AND s.type IN ${textList(types)}`);
  if (accountId !== null) conditions.push(sql`AND s.account_id = ${accountId}`);
  if (owner !== null) conditions.push(sql`AND s.owner = ${owner}`);
  return sql.join(conditions, sql` `);
}
