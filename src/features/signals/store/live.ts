import type { TransactionSql } from '../../../db/client.ts';
import type { LiveSignal, Raise, Turns } from '../domain/life.ts';
import { rankOf, type SignalType, severityOf } from '../domain/signal.ts';

// What an evaluation reads and writes, set by set, in a transaction that holds the workspace's lock.

/** Serialises whatever changes the workspace's signals until the transaction ends. */
export const lockSignals = async (tx: TransactionSql, workspaceId: number): Promise<void> => {
  await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.signals'), ${workspaceId})`;
};

/** What the feed is ordered and filtered by; `arr` is minus infinity without any. */
export type Standing = { readonly arr: number; readonly owner: string | null };
export type StoredLiveSignal = LiveSignal & Standing & { readonly raisedAt: Date };

/** The accounts behind `after` in order of id, up to `upTo`. */
export type AccountRange = { readonly after: string; readonly upTo: string };

/** Signals of these accounts that are not resolved. */
export async function selectLiveSignals(
  tx: TransactionSql,
  workspaceId: number,
  { after, upTo }: AccountRange,
): Promise<StoredLiveSignal[]> {
  const rows = await tx`
    SELECT id, account_id AS "accountId", type, subject, severity, state, evidence, snoozed_until AS "snoozedUntil",
      raised_at AS "raisedAt", arr, owner
    FROM signals WHERE workspace_id = ${workspaceId} AND state <> 'RESOLVED' AND account_id > ${after} AND account_id <= ${upTo}`;
  return rows.map((row) => ({ ...row, severity: severityOf(row['severity']) }) as StoredLiveSignal);
}

type At = { readonly now: Date; readonly rulesVersion: number };
export type NewSignal = Raise & Standing & { readonly id: string };

/** Ids of those that were raised: none whose episode has its signal already. */
export async function insertSignals(
  tx: TransactionSql,
  workspaceId: number,
  signals: readonly NewSignal[],
  { now, rulesVersion }: At,
): Promise<Set<string>> {
  if (signals.length === 0) return new Set();
  const given = signals.map((signal) => ({ ...signal, severity: rankOf(signal.severity), arr: arrText(signal.arr) }));
  const at = now.toISOString();
  const rows = await tx<{ id: string }[]>`
    INSERT INTO signals (workspace_id, id, account_id, type, subject, severity, arr, owner, state, evidence, raised_at, raised_on,
      updated_at, rules_version)
    SELECT ${workspaceId}, j.id, j."accountId", j.type, j.subject, j.severity, j.arr, j.owner, 'OPEN', j.evidence, ${at}::timestamptz,
      j.day, ${at}::timestamptz, ${rulesVersion}
    FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS j (id text, "accountId" text, type text, subject text,
      severity int2, arr float8, owner text, evidence jsonb, day date)
    ON CONFLICT (workspace_id, account_id, type, subject) WHERE state <> 'RESOLVED' DO NOTHING
    RETURNING id`;
  return new Set(rows.map(({ id }) => id));
}

export async function updateSignals(
  tx: TransactionSql,
  workspaceId: number,
  updates: Turns['update'],
  { now, rulesVersion }: At,
): Promise<void> {
  if (updates.length === 0) return;
  const given = updates.map((update) => ({ ...update, severity: rankOf(update.severity) }));
  await tx`
    UPDATE signals s SET severity = j.severity, evidence = j.evidence, updated_at = ${now.toISOString()}::timestamptz,
      rules_version = ${rulesVersion}
    FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS j (id text, severity int2, evidence jsonb)
    WHERE s.workspace_id = ${workspaceId} AND s.id = j.id`;
}

/** Keeps what the feed goes by in step with the accounts. */
export async function updateSignalStandings(
  tx: TransactionSql,
  workspaceId: number,
  changes: readonly (Standing & { readonly id: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  const given = changes.map((change) => ({ ...change, arr: arrText(change.arr) }));
  await tx`
    UPDATE signals s SET arr = j.arr, owner = j.owner
    FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS j (id text, arr float8, owner text)
    WHERE s.workspace_id = ${workspaceId} AND s.id = j.id`;
}

export async function wakeSignals(
  tx: TransactionSql,
  workspaceId: number,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    UPDATE signals SET state = 'OPEN', snoozed_until = NULL, acknowledged_at = NULL, acknowledged_by = NULL,
      updated_at = ${now.toISOString()}::timestamptz
    WHERE workspace_id = ${workspaceId} AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
}

export async function resolveSignals(
  tx: TransactionSql,
  workspaceId: number,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const at = now.toISOString();
  await tx`
    UPDATE signals SET state = 'RESOLVED', resolved_at = ${at}::timestamptz, updated_at = ${at}::timestamptz, snoozed_until = NULL
    WHERE workspace_id = ${workspaceId} AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
}

export const deleteResolvedBefore = async (tx: TransactionSql, workspaceId: number, before: Date): Promise<void> => {
  await tx`DELETE FROM signals WHERE workspace_id = ${workspaceId} AND resolved_at < ${before.toISOString()}::timestamptz`;
};

export type OpenCount = {
  readonly accountId: string;
  readonly openSignals: number;
  readonly worstSeverity: number | null;
};

/** What accounts have open: snoozed ones are not, and good news is not bad. */
export async function countOpenSignals(
  tx: TransactionSql,
  workspaceId: number,
  accountIds: readonly string[],
  positive: readonly SignalType[],
): Promise<OpenCount[]> {
  if (accountIds.length === 0) return [];
  return tx<OpenCount[]>`
    SELECT j.id AS "accountId", n.open AS "openSignals", n.worst AS "worstSeverity"
    FROM jsonb_array_elements_text(${JSON.stringify(accountIds)}::text::jsonb) AS j (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, max(severity)
        FILTER (WHERE type NOT IN (SELECT jsonb_array_elements_text(${JSON.stringify(positive)}::text::jsonb))) AS worst
      FROM signals WHERE workspace_id = ${workspaceId} AND account_id = j.id AND state IN ('OPEN', 'ACKNOWLEDGED')
      OFFSET 0) n`;
}

/** JSON has no infinity. */
const arrText = (arr: number): string => String(arr);
