import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { byKey } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { accounts, accountStandings as standings } from '../../../db/tables/accounts.ts';
import type { Keyset } from '../../../lib/page.ts';
import { type Account, type AccountQuery, type CheckedFilter, ORDER_KEYS, type OrderField } from '../model.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, toAccount } from './accounts.ts';
import { atSlot, conditionsOf, type Side } from './conditions.ts';

/** Where a column to order by is, and how it is read, from a metric's slot where it is of one. */
type OrderColumn = { readonly side: Side; readonly read: (slot: number) => SQL };

const own = (read: SQL): OrderColumn => ({ side: 'accounts', read: () => read });
const known = (read: SQL): OrderColumn => ({ side: 'standings', read: () => read });
const exact = (column: SQLWrapper): SQL => sql`${column}::text COLLATE "C"`;

const ORDER: Readonly<Record<OrderField, OrderColumn>> = {
  NAME: own(sql`${accounts.name}`),
  EXTERNAL_CRM_ID: own(sql`${accounts.externalCrmId}`),
  // Milliseconds, as the cursor carries them: PostgreSQL's own timestamps are finer than a JSON number should be trusted with.
  CREATED_AT: own(sql`round(date_part('epoch', ${accounts.createdAt}) * 1000)`),
  PLAN: own(exact(accounts.plan)),
  REGION: own(exact(accounts.region)),
  OWNER: own(sql`${accounts.owner}`),
  ARR: own(sql`${accounts.arr}`),
  SEATS: own(sql`${accounts.seats}`),
  RENEWAL_ON: own(sql`${accounts.renewalOn}`),
  USAGE: { side: 'standings', read: (slot) => atSlot(standings.usage, slot) },
  USAGE_CHANGE: { side: 'standings', read: (slot) => atSlot(standings.usageChange, slot) },
  ACTIVITY_INDEX: known(sql`${standings.activityIndex}`),
  ACTIVITY_CHANGE: known(sql`${standings.activityChange}`),
  LAST_USED_ON: known(sql`${standings.lastUsedOn}`),
  HEALTH_SCORE: known(sql`${standings.healthScore}`),
  HEALTH_CHANGE: known(sql`${standings.healthChange}`),
  OPEN_SIGNALS: known(sql`${standings.openSignals}`),
  WORST_SEVERITY: known(sql`${standings.worstSeverity}`),
};

export type AccountRow = Account & { readonly key: string | number | null };

/**
 * At most `limit` accounts after the keyset position; those without a value for the ordering come last. No ordering but that
 * by name has an index: to look through ten thousand rows costs 3 ms a page, to keep an index for each column costs more than
 * that with every synchronisation, for every account.
 */
export async function selectAccountPage(
  db: Queryable,
  workspaceId: number,
  { filters, order }: AccountQuery,
  after: Keyset | null,
  limit: number,
): Promise<AccountRow[]> {
  const { side, read } = ORDER[order.field];
  const column = read(order.slot ?? 0);
  const way = order.direction === 'ASC' ? sql`ASC` : sql`DESC`;
  // Where nothing can be NULL it is not said, or the index by name would serve one way only.
  const direction = isNullable(order) ? sql`${way} NULLS LAST` : way;
  const conditions = conditionsOf(filters);
  const position = after ? [beyond(column, order, idOf(side), after)] : [];
  const keyed = scan(workspaceId, side, [...conditions[side], ...position], sql`, ${column} AS key`);
  const other = side === 'accounts' ? 'standings' : 'accounts';
  const found =
    conditions[other].length === 0
      ? sql`(${keyed}) k`
      : inBoth(keyed, scan(workspaceId, other, conditions[other], sql``));
  const page = sql`(SELECT k.id, k.key FROM ${found} ORDER BY k.key ${direction}, k.id LIMIT ${limit}) page`;
  const inOrderOfKey = order.field === 'NAME' && filters.length === 0;
  // Looked up one by one, which is right whatever PostgreSQL expects: `limit` keeps it from making a join of it.
  const rows = await db.execute<StoredAccount & { key: string | number | null }>((inOrderOfKey ? byKey : sql)`
    SELECT page.key, ${ACCOUNT_COLUMNS} FROM ${page}, LATERAL (
      SELECT * FROM accounts WHERE workspace_id = ${workspaceId} AND id = page.id LIMIT 1) a
    ORDER BY page.key ${direction}, page.id`);
  return rows.map(({ key, ...account }) => ({ ...toAccount(account), key }));
}

export async function countAccounts(
  db: Queryable,
  workspaceId: number,
  filters: readonly CheckedFilter[],
): Promise<number> {
  const conditions = conditionsOf(filters);
  const [mine, theirs] = (['accounts', 'standings'] as const).map((side) =>
    scan(workspaceId, side, conditions[side], sql``),
  ) as [SQL, SQL];
  let found = inBoth(mine, theirs);
  if (conditions.standings.length === 0) found = sql`(${mine}) k`;
  else if (conditions.accounts.length === 0) found = sql`(${theirs}) k`;
  const [row] = await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count FROM ${found}`);
  return row?.count ?? 0;
}

const idOf = (side: Side) => (side === 'accounts' ? accounts.id : standings.accountId);

function scan(workspaceId: number, side: Side, conditions: readonly SQL[], key: SQL): SQL {
  const table = side === 'accounts' ? accounts : standings;
  return sql`SELECT ${idOf(side)} AS id${key} FROM ${table} WHERE ${and(eq(table.workspaceId, workspaceId), ...conditions)}`;
}

/**
 * What two scans have in common. Ten thousand rows each, which PostgreSQL takes for fifty in a young workspace and would look up
 * one by one, three times slower: a full join it can only make by hashing or merging, and `num_nulls` hides from it that
 * only pairs are wanted.
 */
const inBoth = (keyed: SQL, other: SQL): SQL => sql`
  (${keyed} OFFSET 0) k FULL JOIN (${other} OFFSET 0) o ON o.id = k.id WHERE num_nulls(k.id, o.id) = 0`;

const CAST = { string: sql`::text`, number: sql`::float8`, integer: sql`::int`, day: sql`::date` };

function beyond(column: SQL, { field, direction }: AccountQuery['order'], idColumn: SQLWrapper, after: Keyset): SQL {
  const [key, id] = after;
  if (key === null) return sql`${column} IS NULL AND ${idColumn} > ${id}`;
  const type = ORDER_KEYS[field].replace('?', '') as keyof typeof CAST;
  const value = sql`${key}${CAST[type]}`;
  const comparison = direction === 'ASC' ? sql`>` : sql`<`;
  const behind = sql`(${column} ${comparison} ${value} OR ${idColumn} > ${id})`;
  // Written so that an index can begin there.
  if (!isNullable({ field })) return sql`${column} ${comparison}= ${value} AND ${behind}`;
  return sql`((${column} ${comparison}= ${value} AND ${behind}) OR ${column} IS NULL)`;
}

const isNullable = ({ field }: Pick<AccountQuery['order'], 'field'>): boolean => ORDER_KEYS[field].endsWith('?');
