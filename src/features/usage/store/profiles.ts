import type { TransactionSql } from '../../../db/client.ts';
import type { ProfileDays } from '../domain/profile-days.ts';
import type { Metric, UsageProfile } from '../model.ts';
import { IDS, pieces, profiled } from './profile-sql.ts';

/** One writer of a workspace's profiles at a time: two of them would delete and insert the same rows. */
export async function lockProfiles(tx: TransactionSql, workspaceId: number): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.profiles'), ${workspaceId})`;
}

/**
 * What decides about the profiles besides the days that are known and the dictionary, in short: how often days changed, and
 * which id is whose. Sums of hashes, so that neither order nor number of accounts is a cost worth mentioning.
 */
export async function selectMadeFrom(tx: TransactionSql, workspaceId: number): Promise<string> {
  const [row] = await tx<{ madeFrom: string }[]>`
    SELECT concat_ws(' ',
      (SELECT days_version FROM usage_rollup_bases WHERE workspace_id = ${workspaceId}),
      (SELECT sum(hashtextextended(jsonb_build_array(id, external_crm_id)::text, 0)) FROM accounts
        WHERE workspace_id = ${workspaceId}),
      (SELECT sum(hashtextextended(jsonb_build_array(external_id, account_id, linked_at)::text, 0))
        FROM external_account_links WHERE workspace_id = ${workspaceId})) AS "madeFrom"`;
  return row?.madeFrom ?? '';
}

/** Puts the profiles as of the days given together, in the temporary table `profiled`, until the transaction ends. */
export async function makeProfiles(
  tx: TransactionSql,
  workspaceId: number,
  metrics: readonly Metric[],
  days: ProfileDays,
): Promise<void> {
  await tx.unsafe(IDS, [workspaceId]);
  await tx.unsafe('CREATE INDEX ON profile_ids (key); ANALYZE profile_ids');
  // Compiling the statement takes longer than running it, for most workspaces.
  await tx`SELECT set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
  // An account's pieces are thirty groups at most: hashing their days takes less than sorting them.
  await tx`SELECT set_config('enable_sort', 'off', true)`;
  await tx.unsafe(pieces(metrics, days), [workspaceId, days.asOf]);
  await tx`SELECT set_config('enable_sort', 'on', true)`;
  await tx.unsafe('ANALYZE profile_pieces (key, week)');
  await tx.unsafe(profiled(metrics), [workspaceId]);
  await tx.unsafe('ALTER TABLE profiled ADD PRIMARY KEY (account_id); ANALYZE profiled (account_id)');
}

const VALUES = ['first_used_on', 'last_used_on', 'used_days', 'week_days', 'weeks', 'recent', 'before'];

/** Brings the stored profiles up to `profiled`; those that stay the same are not written. */
export async function storeProfiles(tx: TransactionSql, workspaceId: number): Promise<void> {
  const of = (alias: string) => VALUES.map((name) => `${alias}.${name}`).join(', ');
  await tx.unsafe(
    `DELETE FROM usage_profiles u WHERE workspace_id = $1 AND NOT EXISTS (
       SELECT 1 FROM profiled p WHERE p.account_id = u.account_id)`,
    [workspaceId],
  );
  await tx.unsafe(
    `INSERT INTO usage_profiles (workspace_id, account_id, ${VALUES.join(', ')})
     SELECT $1, p.account_id, ${of('p')} FROM profiled p
     LEFT JOIN LATERAL (SELECT * FROM usage_profiles
       WHERE workspace_id = $1 AND account_id = p.account_id OFFSET 0) u ON true
     WHERE u.account_id IS NULL OR (${of('u')}) IS DISTINCT FROM (${of('p')})
     ORDER BY p.account_id
     ON CONFLICT (workspace_id, account_id) DO UPDATE SET ${VALUES.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [workspaceId],
  );
}

export type StoredProfileBasis = {
  readonly asOf: string;
  readonly coveredDays: readonly number[];
  readonly aggregations: string;
  readonly madeFrom: string;
};

export async function selectProfileBasis(tx: TransactionSql, workspaceId: number): Promise<StoredProfileBasis | null> {
  const [row] = await tx<StoredProfileBasis[]>`
    SELECT as_of::text AS "asOf", covered_days AS "coveredDays", aggregations, made_from AS "madeFrom"
    FROM usage_profile_bases WHERE workspace_id = ${workspaceId}`;
  return row ?? null;
}

export async function upsertProfileBasis(
  tx: TransactionSql,
  workspaceId: number,
  basis: StoredProfileBasis,
  now: Date,
): Promise<void> {
  const coveredDays = `{${basis.coveredDays.join(',')}}`;
  await tx`
    INSERT INTO usage_profile_bases (workspace_id, as_of, covered_days, aggregations, made_from, computed_at)
    VALUES (${workspaceId}, ${basis.asOf}::text::date, ${coveredDays}::text::float8[], ${basis.aggregations},
      ${basis.madeFrom}, ${now.toISOString()}::text::timestamptz)
    ON CONFLICT (workspace_id) DO UPDATE SET as_of = excluded.as_of, covered_days = excluded.covered_days,
      aggregations = excluded.aggregations, made_from = excluded.made_from, computed_at = excluded.computed_at`;
}

type Row = Omit<UsageProfile, 'weeks'> & { readonly weeks: readonly (number | null)[] };

/** The profiles that come after an account, from the stored ones or from those just made. */
export async function selectProfiles(
  tx: TransactionSql,
  from: { readonly workspaceId: number } | 'PROFILED',
  after: string,
  limit: number,
): Promise<Row[]> {
  const columns = `account_id AS "accountId", first_used_on::text AS "firstUsedOn", last_used_on::text AS "lastUsedOn",
    used_days AS "usedDays", week_days AS "weekDays", weeks, recent, before`;
  const [table, condition, ...own] =
    from === 'PROFILED' ? ['profiled', 'true'] : ['usage_profiles', 'workspace_id = $3', from.workspaceId];
  const rows = await tx.unsafe(
    `SELECT ${columns} FROM ${table} WHERE ${condition} AND account_id > $1 ORDER BY account_id LIMIT $2`,
    [after, limit, ...own],
  );
  return [...rows] as unknown as Row[];
}

/** Whether the account table's columns of usage are made from these profiles already. */
export async function isPublished(tx: TransactionSql, workspaceId: number, madeFrom: string): Promise<boolean> {
  const rows = await tx`
    SELECT 1 FROM usage_profile_bases
    WHERE workspace_id = ${workspaceId} AND made_from = ${madeFrom} AND published_from = ${madeFrom}`;
  return rows.length > 0;
}

export async function markPublished(tx: TransactionSql, workspaceId: number, madeFrom: string): Promise<void> {
  await tx`UPDATE usage_profile_bases SET published_from = ${madeFrom} WHERE workspace_id = ${workspaceId}`;
}

export async function deleteProfiles(tx: TransactionSql, workspaceId: number): Promise<void> {
  await tx`DELETE FROM usage_profiles WHERE workspace_id = ${workspaceId}`;
  await tx`DELETE FROM usage_profile_bases WHERE workspace_id = ${workspaceId}`;
}

/** Notes that days changed. */
export async function countUpDays(tx: TransactionSql, workspaceId: number): Promise<void> {
  await tx`UPDATE usage_rollup_bases SET days_version = days_version + 1 WHERE workspace_id = ${workspaceId}`;
}
