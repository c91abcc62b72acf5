import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { Day } from '../../../lib/day.ts';
import type { BillingSnapshot, RelationshipTouch, SupportSnapshot } from '../model.ts';

// Rows that would stay the same are not written. Written in the order of their keys, so that two callers who record the same
// accounts wait for each other instead of for ever.

type Of<Fact> = readonly (Fact & { readonly accountId: string })[];

export async function upsertTouches(
  tx: Queryable,
  workspaceId: number,
  facts: Of<RelationshipTouch>,
  now: Date,
): Promise<number> {
  return written(
    tx,
    sql`
    INSERT INTO relationship_touches AS t (workspace_id, account_id, external_id, touched_at, kind, sentiment, recorded_at)
    SELECT ${workspaceId}, "accountId", "externalId", "touchedAt", kind, sentiment, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb) AS j
      ("accountId" text, "externalId" text, "touchedAt" timestamptz, kind text, sentiment text)
    ORDER BY "externalId" COLLATE "C"
    ON CONFLICT (workspace_id, external_id) DO UPDATE SET account_id = excluded.account_id,
      touched_at = excluded.touched_at, kind = excluded.kind, sentiment = excluded.sentiment,
      recorded_at = excluded.recorded_at
    WHERE (t.account_id, t.touched_at, t.kind, t.sentiment)
      IS DISTINCT FROM (excluded.account_id, excluded.touched_at, excluded.kind, excluded.sentiment)`,
  );
}

export async function upsertSupportSnapshots(
  tx: Queryable,
  workspaceId: number,
  facts: Of<SupportSnapshot>,
  now: Date,
): Promise<number> {
  return written(
    tx,
    sql`
    INSERT INTO support_snapshots AS t (workspace_id, account_id, day, open_tickets, urgent_tickets, oldest_ticket_hours,
      first_response_hours, satisfaction_rate, recorded_at)
    SELECT ${workspaceId}, "accountId", day, "openTickets", "urgentTickets", "oldestTicketHours", "firstResponseHours",
      "satisfactionRate", ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb) AS j ("accountId" text, day date, "openTickets" int,
      "urgentTickets" int, "oldestTicketHours" float8, "firstResponseHours" float8, "satisfactionRate" float8)
    ORDER BY "accountId" COLLATE "C", day
    ON CONFLICT (workspace_id, account_id, day) DO UPDATE SET open_tickets = excluded.open_tickets,
      urgent_tickets = excluded.urgent_tickets, oldest_ticket_hours = excluded.oldest_ticket_hours,
      first_response_hours = excluded.first_response_hours, satisfaction_rate = excluded.satisfaction_rate,
      recorded_at = excluded.recorded_at
    WHERE (t.open_tickets, t.urgent_tickets, t.oldest_ticket_hours, t.first_response_hours, t.satisfaction_rate)
      IS DISTINCT FROM (excluded.open_tickets, excluded.urgent_tickets, excluded.oldest_ticket_hours,
        excluded.first_response_hours, excluded.satisfaction_rate)`,
  );
}

export async function upsertBillingSnapshots(
  tx: Queryable,
  workspaceId: number,
  facts: Of<BillingSnapshot>,
  now: Date,
): Promise<number> {
  return written(
    tx,
    sql`
    INSERT INTO billing_snapshots AS t (workspace_id, account_id, day, mrr, subscription, payment, overdue_days, recorded_at)
    SELECT ${workspaceId}, "accountId", day, mrr, subscription, payment, "overdueDays", ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb) AS j
      ("accountId" text, day date, mrr float8, subscription text, payment text, "overdueDays" int)
    ORDER BY "accountId" COLLATE "C", day
    ON CONFLICT (workspace_id, account_id, day) DO UPDATE SET mrr = excluded.mrr, subscription = excluded.subscription,
      payment = excluded.payment, overdue_days = excluded.overdue_days, recorded_at = excluded.recorded_at
    WHERE (t.mrr, t.subscription, t.payment, t.overdue_days)
      IS DISTINCT FROM (excluded.mrr, excluded.subscription, excluded.payment, excluded.overdue_days)`,
  );
}

export async function replaceChurns(
  tx: Queryable,
  workspaceId: number,
  facts: Of<{ readonly churnedOn: Day | null; readonly reason: string | null }>,
  now: Date,
): Promise<number> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(facts)}::text::jsonb) AS j
    ("accountId" text, "churnedOn" date, reason text)`;
  const left = await written(
    tx,
    sql`
    INSERT INTO account_churns AS t (workspace_id, account_id, churned_on, reason, recorded_at)
    SELECT ${workspaceId}, "accountId", "churnedOn", reason, ${now.toISOString()}::timestamptz
    FROM ${given} WHERE "churnedOn" IS NOT NULL ORDER BY "accountId" COLLATE "C"
    ON CONFLICT (workspace_id, account_id) DO UPDATE SET churned_on = excluded.churned_on, reason = excluded.reason,
      recorded_at = excluded.recorded_at
    WHERE (t.churned_on, t.reason) IS DISTINCT FROM (excluded.churned_on, excluded.reason)`,
  );
  const takenBack = await written(
    tx,
    sql`
    DELETE FROM account_churns t USING ${given}
    WHERE t.workspace_id = ${workspaceId} AND t.account_id = j."accountId" AND j."churnedOn" IS NULL`,
  );
  return left + takenBack;
}

async function written(tx: Queryable, statement: SQL): Promise<number> {
  return (await tx.execute(sql`${statement} RETURNING 1`)).length;
}
