import { and, eq, ilike, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accountStandings as standings, accounts } from '../../../db/tables/accounts.ts';
import type { Keyset } from '../../../lib/page.ts';
import { type Account, type AccountQuery, type CheckedFilter, type DayRange, type NumberRange, ORDER_KEYS, SEVERITIES } from '../model.ts';
import { ACCOUNT_COLUMNS } from './accounts.ts';

type Side = 'accounts' | 'standings';
/** A column to order by: where it is, and how it is read from a metric's slot. */
type OrderColumn = { readonly side: Side; readonly read: (slot: number) => SQL };

const own = (read: SQL): OrderColumn => ({ side: 'accounts', read: () => read });
const standing = (read: SQL): OrderColumn => ({ side: 'standings', read: () => read });
/** PostgreSQL's arrays count from 1; one that is too short says NULL. */
const at = (values: SQLWrapper, slot: number): SQL => sql`${values}[${sql.raw(String(slot + 1))}]`;
const exact = (column: SQLWrapper): SQL => sql`${column}::text COLLATE "C"`;

const ORDER: Readonly<Record<AccountQuery['order']['field'], OrderColumn>> = {
  NAME: own(sql`${accounts.name}`),
  EXTERNAL_CRM_ID: own(sql`${accounts.externalCrmId}`),
  // Milliseconds, as the cursor carries them: PostgreSQL's own timestamps are finer than a JSON number should be trusted with.
  CREATED_AT: own(sql`floor(extract(epoch FROM ${accounts.createdAt}) * 1000)::float8`),
  PLAN: own(exact(accounts.plan)),
  REGION: own(exact(accounts.region)),
  OWNER: own(sql`${accounts.owner}`),
  ARR: own(sql`${accounts.arr}`),
  SEATS: own(sql`${accounts.seats}`),
  RENEWAL_ON: own(exact(accounts.renewalOn)),
  USAGE: { side: 'standings', read: (slot) => at(standings.usage, slot) },
  USAGE_CHANGE: { side: 'standings', read: (slot) => at(standings.usageChange, slot) },
  ACTIVITY_INDEX: standing(sql`${standings.activityIndex}`),
  ACTIVITY_CHANGE: standing(sql`${standings.activityChange}`),
  LAST_USED_ON: standing(exact(standings.lastUsedOn)),
  HEALTH_SCORE: standing(sql`${standings.healthScore}`),
  HEALTH_CHANGE: standing(sql`${standings.healthChange}`),
  OPEN_SIGNALS: standing(sql`${standings.openSignals}`),
  WORST_SEVERITY: standing(sql`${standings.worstSeverity}`),
};

export type AccountRow = Account & { readonly key: string | number | null };

/** At most `limit` accounts after the keyset position; those without a value for the ordering come last. */
export async function selectAccountPage(
  db: Queryable,
  workspaceId: number,
  { filters, order }: AccountQuery,
  after: Keyset | null,
  limit: number,
): Promise<AccountRow[]> {
  const { side, read } = ORDER[order.field];
  const column = read(order.slot ?? 0);
  const direction = order.direction === 'ASC' ? sql`ASC NULLS LAST` : sql`DESC NULLS LAST`;
  const conditions = conditionsOf(filters);
  const position = after ? positionOf(column, order, side, after) : [];
  const keyed = scan(workspaceId, side, [...conditions[side], ...position], sql`, ${column} AS key`);
  const other = side === 'accounts' ? 'standings' : 'accounts';
  const from =
    conditions[other].length === 0
      ? sql`(${keyed}) k`
      : sql`(${keyed} OFFSET 0) k FULL JOIN (${scan(workspaceId, other, conditions[other])} OFFSET 0) o ON o.id = k.id WHERE num_nulls(k.id, o.id) = 0`;
  const page = sql`(SELECT k.id, k.key FROM ${from} ORDER BY k.key ${direction}, k.id LIMIT ${limit}) page`;
  return db
    .select({ ...ACCOUNT_COLUMNS, key: sql<string | number | null>`page.key` })
    .from(page)
    .innerJoin(accounts, and(eq(accounts.workspaceId, workspaceId), sql`${accounts.id} = page.id`))
    .orderBy(sql`page.key ${direction}`, sql`page.id`);
}

export async function countAccounts(
  db: Queryable,
  workspaceId: number,
  filters: readonly CheckedFilter[],
): Promise<number> {
  const { accounts: mine, standings: theirs } = conditionsOf(filters);
  const scans = [
    ...(mine.length > 0 || theirs.length === 0 ? [scan(workspaceId, 'accounts', mine)] : []),
    ...(theirs.length > 0 ? [scan(workspaceId, 'standings', theirs)] : []),
  ];
  const [one, other] = scans;
  const from = other
    ? sql`(${one} OFFSET 0) k FULL JOIN (${other} OFFSET 0) o ON o.id = k.id WHERE num_nulls(k.id, o.id) = 0`
    : sql`(${one}) k`;
  const [row] = await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${from}`);
  return row?.count ?? 0;
}
