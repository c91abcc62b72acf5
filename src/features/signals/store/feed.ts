import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { rankOf, type Severity, type Signal, type SignalState, type SignalType } from '../domain/signal.ts';
import { selectSignalsById, textList } from './signals.ts';

/** All given conditions must hold. */
export type SignalFilter = {
  readonly severities: readonly Severity[] | null;
  readonly types: readonly SignalType[] | null;
  readonly states: readonly SignalState[];
  /** Exactly. */
  readonly owner: string | null;
  readonly accountId: string | null;
  readonly externalCrmId: string | null;
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
 * each state are read from the index in this order, whatever the planner knows of a workspace, and put into one order.
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
  const ofState = (state: SignalState) => sql`(
    SELECT s.id, s.severity, s.arr, s.raised_at FROM signals s
    WHERE s.workspace_id = ${workspaceId} AND s.state = ${state} ${matches(workspaceId, filter)} ${beyond}
    ORDER BY s.severity DESC, s.arr DESC, s.raised_at DESC, s.id DESC LIMIT ${limit})`;
  if (filter.states.length === 0) return [];
  const rows = await db.execute<{ id: string; severity: number; arr: number; at: number }>(sql`
    SELECT id, severity, arr, extract(epoch FROM raised_at)::float8 * 1000 AS at
    FROM (${sql.join(filter.states.map(ofState), sql` UNION ALL `)}) s
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
  const [row] = await db.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM signals s
    WHERE s.workspace_id = ${workspaceId} AND s.state IN ${textList(filter.states)} ${matches(workspaceId, filter)}`);
  return row?.count ?? 0;
}

function matches(workspaceId: number, { severities, types, owner, accountId, externalCrmId }: SignalFilter): SQL {
  const conditions: SQL[] = [];
  if (severities) conditions.push(sql`AND s.severity IN ${textList(severities.map((one) => String(rankOf(one))))}`);
  if (types) conditions.push(sql`AND s.type IN ${textList(types)}`);
  if (accountId !== null) conditions.push(sql`AND s.account_id = ${accountId}`);
  const ofAccounts = (condition: SQL) =>
    sql`AND s.account_id IN (SELECT a.id FROM accounts a WHERE a.workspace_id = ${workspaceId} AND ${condition} OFFSET 0)`;
  if (owner !== null) conditions.push(ofAccounts(sql`a.owner = ${owner}`));
  if (externalCrmId !== null) conditions.push(ofAccounts(sql`a.external_crm_id = ${externalCrmId}`));
  return sql.join(conditions, sql` `);
}
