import { and, eq, type SQL, sql } from 'drizzle-orm';
import { among } from '../../../db/among.ts';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { accountChurns } from '../../../db/tables/health.ts';
import type { BillingSnapshot, Churn, RelationshipTouch, SupportSnapshot } from '../model.ts';

/** Of one account each, by its id. */
export type ByAccount<T> = ReadonlyMap<string, T>;

export async function selectTouches(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  first: number,
): Promise<ByAccount<RelationshipTouch[]>> {
  type Row = Omit<RelationshipTouch, 'touchedAt'> & { touchedAt: number };
  const columns = sql`external_id AS "externalId", (extract(epoch FROM touched_at) * 1000)::float8 AS "touchedAt", kind,
    sentiment`;
  const order = sql`touched_at DESC, external_id DESC`;
  const rows = await newest<Row>(db, workspaceId, accountIds, { from: 'relationship_touches', columns, order, first });
  return grouped(rows, ({ touchedAt, ...row }) => ({ ...row, touchedAt: new Date(touchedAt) }));
}

export async function selectSupportSnapshots(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  first: number,
): Promise<ByAccount<SupportSnapshot[]>> {
  const columns = sql`t.day::text AS day, open_tickets AS "openTickets", urgent_tickets AS "urgentTickets",
    oldest_ticket_hours AS "oldestTicketHours", first_response_hours AS "firstResponseHours",
    satisfaction_rate AS "satisfactionRate"`;
  const of = { from: 'support_snapshots', columns, order: sql`t.day DESC`, first };
  return grouped(await newest<SupportSnapshot>(db, workspaceId, accountIds, of), (row) => row);
}

export async function selectBillingSnapshots(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  first: number,
): Promise<ByAccount<BillingSnapshot[]>> {
  const columns = sql`t.day::text AS day, mrr, subscription, payment, overdue_days AS "overdueDays"`;
  const of = { from: 'billing_snapshots', columns, order: sql`t.day DESC`, first };
  return grouped(await newest<BillingSnapshot>(db, workspaceId, accountIds, of), (row) => row);
}

export async function selectChurns(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<ByAccount<Churn>> {
  const rows = await db
    .select({
      accountId: accountChurns.accountId,
      churnedOn: accountChurns.churnedOn,
      reason: accountChurns.reason,
    })
    .from(accountChurns)
    .where(and(eq(accountChurns.workspaceId, workspaceId), among(accountChurns.accountId, accountIds)));
  return new Map(rows.map(({ accountId, ...churn }) => [accountId, churn]));
}

type Of = { readonly from: string; readonly columns: SQL; readonly order: SQL; readonly first: number };

/** The newest of each account, by key: histories are long, and what is asked for is short. */
async function newest<Row>(db: Queryable, workspaceId: number, accountIds: readonly string[], of: Of) {
  return db.execute<Row & { accountId: string }>(sql`
    SELECT a.id AS "accountId", f.* FROM ${eachOf(accountIds)} AS a (id),
    LATERAL (SELECT ${of.columns} FROM ${sql.identifier(of.from)} t
      WHERE t.workspace_id = ${workspaceId} AND t.account_id = a.id COLLATE "C" ORDER BY ${of.order} LIMIT ${of.first}) f`);
}

function grouped<Row extends { accountId: string }, T>(
  rows: readonly Row[],
  read: (row: Omit<Row, 'accountId'>) => T,
): Map<string, T[]> {
  const byAccount = new Map<string, T[]>();
  for (const { accountId, ...row } of rows) {
    const facts = byAccount.get(accountId);
    if (facts) facts.push(read(row));
    else byAccount.set(accountId, [read(row)]);
  }
  return byAccount;
}
