import { and, eq, type SQL, sql } from 'drizzle-orm';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { signals } from '../../../db/tables/signals.ts';
import type { Evidence } from '../domain/evidence.ts';
import { type Signal, type SignalState, type SignalType, severityOf } from '../domain/signal.ts';

export const signalColumns = {
  id: signals.id,
  accountId: signals.accountId,
  type: signals.type,
  subject: signals.subject,
  severity: signals.severity,
  state: signals.state,
  evidence: signals.evidence,
  raisedAt: signals.raisedAt,
  raisedOn: signals.raisedOn,
  updatedAt: signals.updatedAt,
  acknowledgedAt: signals.acknowledgedAt,
  acknowledgedBy: signals.acknowledgedBy,
  note: signals.note,
  snoozedUntil: signals.snoozedUntil,
  resolvedAt: signals.resolvedAt,
};

type Row = Omit<Signal, 'type' | 'severity' | 'evidence'> & {
  readonly type: string;
  readonly severity: number;
  readonly evidence: unknown;
};

export const toSignal = ({ type, severity, evidence, ...row }: Row): Signal => ({
  ...row,
  type: type as SignalType,
  severity: severityOf(severity),
  evidence: evidence as Evidence,
});

/** Each by its key: planned over all of them, a young workspace's statement reads every signal it has. */
export async function selectSignalsById(db: Queryable, workspaceId: number, ids: readonly string[]): Promise<Signal[]> {
  const one = db
    .select(signalColumns)
    .from(signals)
    .where(and(eq(signals.workspaceId, workspaceId), sql`${signals.id} = j.id`))
    .limit(1)
    .as('signals');
  const rows = await db
    .select(one._.selectedFields)
    .from(sql`${eachOf(ids)} AS j (id)`)
    .crossJoinLateral(one);
  return rows.map(toSignal);
}

/** A signal of an account, `raised` before which the next page goes on: milliseconds, and the id. */
export type AccountSignalsAfter = readonly [raisedAt: number, id: string] | null;

/** At most `limit` signals of each account, the newest first, as one statement over all of them. */
export async function selectSignalsOfAccounts(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  states: readonly SignalState[],
  after: AccountSignalsAfter,
  limit: number,
): Promise<Signal[]> {
  const beyond = after ? sql`AND (s.raised_at, s.id) < (to_timestamp(${after[0]}::float8 / 1000), ${after[1]})` : sql``;
  const found = await db.execute<{ id: string }>(sql`
    SELECT n.id FROM ${eachOf(accountIds)} AS j (id)
    CROSS JOIN LATERAL (
      SELECT s.id FROM signals s
      WHERE s.workspace_id = ${workspaceId} AND s.account_id = j.id AND s.state IN ${textList(states)} ${beyond}
      ORDER BY s.raised_at DESC, s.id DESC LIMIT ${limit}) n`);
  if (found.length === 0) return [];
  const rows = await selectSignalsById(
    db,
    workspaceId,
    found.map(({ id }) => id),
  );
  return rows.sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime() || (a.id < b.id ? 1 : -1));
}

/** By account; those without any are not among them. */
export async function countSignalsOfAccounts(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  states: readonly SignalState[],
): Promise<Map<string, number>> {
  const rows = await db.execute<{ id: string; count: number }>(sql`
    SELECT j.id, n.count FROM ${eachOf(accountIds)} AS j (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM signals s
      WHERE s.workspace_id = ${workspaceId} AND s.account_id = j.id AND s.state IN ${textList(states)} OFFSET 0) n`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Each value a parameter, since a list cannot be one. Of none, nothing is in it. */
export const textList = (values: readonly string[]): SQL =>
  values.length === 0
    ? sql`(NULL)`
    : sql`(${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`;

/** What somebody does with a signal. */
export type Mark =
  | { readonly state: 'OPEN' }
  | { readonly state: 'ACKNOWLEDGED'; readonly by: string | null; readonly note: string | null }
  | { readonly state: 'SNOOZED'; readonly until: Date; readonly note: string | null };

export type Marked = { readonly accountId: string; readonly state: SignalState };

/** Null when there is no such signal. Locks it until the transaction ends. */
export async function lockSignal(tx: TransactionSql, workspaceId: number, id: string): Promise<Marked | null> {
  const [row] = await tx<Marked[]>`
    SELECT account_id AS "accountId", state FROM signals WHERE workspace_id = ${workspaceId} AND id = ${id} FOR UPDATE`;
  return row ?? null;
}

export async function markSignal(
  tx: TransactionSql,
  workspaceId: number,
  id: string,
  mark: Mark,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const here = tx`WHERE workspace_id = ${workspaceId} AND id = ${id}`;
  switch (mark.state) {
    case 'OPEN':
      await tx`UPDATE signals SET state = 'OPEN', acknowledged_at = NULL, acknowledged_by = NULL, snoozed_until = NULL,
        updated_at = ${at}::timestamptz ${here}`;
      break;
    case 'ACKNOWLEDGED':
      await tx`UPDATE signals SET state = 'ACKNOWLEDGED', acknowledged_at = ${at}::timestamptz, acknowledged_by = ${mark.by},
        note = coalesce(${mark.note}, note), snoozed_until = NULL, updated_at = ${at}::timestamptz ${here}`;
      break;
    case 'SNOOZED':
      await tx`UPDATE signals SET state = 'SNOOZED', snoozed_until = ${mark.until.toISOString()}::timestamptz,
        note = coalesce(${mark.note}, note), updated_at = ${at}::timestamptz ${here}`;
  }
}
