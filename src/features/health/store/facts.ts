import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { fromJson } from '../../../db/types.ts';
import { dayOfInstant } from '../../../lib/day.ts';
import type {
  AccountFacts,
  AccountIds,
  BillingSnapshot,
  FactSources,
  Sentiment,
  SupportSnapshot,
  TouchKind,
} from '../model.ts';

/** Which kinds of facts the workspace has, as of `at`. */
export async function selectFactSources(db: Queryable, workspaceId: number, at: Date): Promise<FactSources> {
  const day = dayOfInstant(at.getTime());
  const any = (table: string, until: SQL) =>
    sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} WHERE workspace_id = ${workspaceId} AND ${until})`;
  const [row] = await db.execute<FactSources>(sql`
    SELECT ${any('relationship_touches', sql`touched_at <= ${at.toISOString()}::timestamptz`)} AS touches,
      ${any('support_snapshots', sql`day <= ${day}::date`)} AS support,
      ${any('billing_snapshots', sql`day <= ${day}::date`)} AS billing`);
  return row ?? { touches: false, support: false, billing: false };
}

type Row = {
  id: string;
  touchedAt: number | null;
  kind: TouchKind;
  sentiment: Sentiment | null;
  recentTouches: number;
  support: SupportSnapshot | null;
  billing: BillingSnapshot | null;
  billingBefore: BillingSnapshot | null;
};

/**
 * Facts of at most `limit` accounts of a range, in order of id; an account without any has none. By key for each
 * account: the last of a kind is one look into an index, however long its history and whatever is known of the tables.
 */
export async function selectFacts(
  db: Queryable,
  workspaceId: number,
  at: Date,
  { after, upTo }: AccountIds,
  limit: number | null,
): Promise<[id: string, facts: AccountFacts | null][]> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const day = sql`${dayOfInstant(at.getTime())}::date`;
  const rows = await db.execute<Row>(sql`
    SELECT a.id, (extract(epoch FROM t.touched_at) * 1000)::float8 AS "touchedAt", t.kind, t.sentiment,
      CASE WHEN t.touched_at IS NULL THEN 0 ELSE n.touches END AS "recentTouches",
      s.found AS support, b.found AS billing, p.found AS "billingBefore"
    FROM (SELECT id FROM accounts WHERE workspace_id = ${workspaceId} AND id > ${after}
      AND (${upTo}::text IS NULL OR id <= ${upTo}) ORDER BY id LIMIT ${limit}::int) a
    LEFT JOIN LATERAL (
      SELECT touched_at, kind, sentiment FROM relationship_touches
      WHERE workspace_id = ${workspaceId} AND account_id = a.id AND touched_at <= ${now}
      ORDER BY touched_at DESC, external_id DESC LIMIT 1) t ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS touches FROM relationship_touches
      WHERE workspace_id = ${workspaceId} AND account_id = a.id
        AND touched_at <= ${now} AND touched_at > ${now} - interval '90 days') n ON t.touched_at IS NOT NULL
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('day', day::text, 'openTickets', open_tickets, 'urgentTickets', urgent_tickets,
        'oldestTicketHours', oldest_ticket_hours, 'firstResponseHours', first_response_hours,
        'satisfactionRate', satisfaction_rate) AS found
      FROM support_snapshots WHERE workspace_id = ${workspaceId} AND account_id = a.id AND day <= ${day}
      ORDER BY support_snapshots.day DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (
      SELECT day, ${BILLING} AS found
      FROM billing_snapshots WHERE workspace_id = ${workspaceId} AND account_id = a.id AND day <= ${day}
      ORDER BY billing_snapshots.day DESC LIMIT 1) b ON true
    LEFT JOIN LATERAL (
      SELECT ${BILLING} AS found
      FROM billing_snapshots WHERE workspace_id = ${workspaceId} AND account_id = a.id AND day <= b.day - 30
      ORDER BY billing_snapshots.day DESC LIMIT 1) p ON b.day IS NOT NULL
    ORDER BY a.id`);
  return rows.map((row) => [row.id, toFacts(row)]);
}

const BILLING = sql`jsonb_build_object('day', day::text, 'mrr', mrr, 'subscription', subscription, 'payment', payment,
  'overdueDays', overdue_days)`;

function toFacts({ touchedAt, kind, sentiment, recentTouches, support, billing, billingBefore }: Row) {
  if (touchedAt === null && !support && !billing) return null;
  const lastTouch = touchedAt === null ? null : { at: new Date(touchedAt), kind, sentiment };
  return {
    lastTouch,
    recentTouches,
    support: fromJson(support),
    billing: fromJson(billing),
    billingBefore: fromJson(billingBefore),
  };
}
