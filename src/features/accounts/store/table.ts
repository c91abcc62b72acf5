import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { byKey } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { accounts, accountStandings as standings } from '../../../db/tables/accounts.ts';
import type { Keyset } from '../../../lib/page.ts';
import { type Account, type AccountQuery, type CheckedFilter, ORDER_KEYS, type OrderField } from '../model.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, toAccount } from './accounts.ts';
import { atSlot, type Conditions, conditionsOf, type Side } from './conditions.ts';

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
  const { from, where } = matching(workspaceId, side, conditions);
  const page = sql`(
    SELECT ${idOf(side)} AS id, ${column} AS key FROM ${from} WHERE ${and(...where, ...position)}
    ORDER BY key ${direction}, id LIMIT ${limit}) page`;
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
  const side = conditions.accounts.length === 0 && conditions.standings.length > 0 ? 'standings' : 'accounts';
  const { from, where } = matching(workspaceId, side, conditions);
  const [row] = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${from} WHERE ${and(...where)}`,
  );
  return row?.count ?? 0;
}

const idOf = (side: Side) => (side === 'accounts' ? accounts.id : standings.accountId);

/**
 * The rows of one side whose account fulfils the conditions of both. Of a young workspace PostgreSQL takes ten thousand rows for
 * fifty, and would join them one by one, three times slower: `IS TRUE` keeps it from making a join of what is in the other
 * table, so that it hashes their ids and looks through the rows once.
 */
function matching(workspaceId: number, side: Side, conditions: Conditions) {
  const of = (one: Side) => {
    const table = one === 'accounts' ? accounts : standings;
    return { from: table, where: [eq(table.workspaceId, workspaceId), ...conditions[one]] };
  };
  const { from, where } = of(side);
  const other = side === 'accounts' ? 'standings' : 'accounts';
  if (conditions[other].length === 0) return { from, where };
  const { from: otherTable, where: fulfils } = of(other);
  const there = sql`(${idOf(side)} IN (SELECT ${idOf(other)} FROM ${otherTable} WHERE ${and(...fulfils)})) IS TRUE`;
  return { from, where: [...where, there] };
}

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
