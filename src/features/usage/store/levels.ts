import type { TransactionSql } from '../../../db/client.ts';
import type { Metric, UsageProfile } from '../model.ts';

/** The part of a profile that the account table is made of; weeks of gauges alone, and of those the first eight. */
export type StoredLevels = Pick<UsageProfile, 'accountId' | 'lastUsedOn' | 'recent' | 'before' | 'weeks'>;

const WEEKS = 8;

/** At most `limit` in order of account id. Reading and parsing whole profiles takes several times as long. */
export async function selectLevels(
  tx: TransactionSql,
  workspaceId: number,
  metrics: readonly Metric[],
  weeksOfProfile: number,
  after: string,
  limit: number,
): Promise<StoredLevels[]> {
  const gauges = metrics.filter(({ aggregation }) => aggregation !== 'SUM').map(({ slot }) => slot);
  const slices = gauges.map((slot) => `weeks[${slot * weeksOfProfile + 1}:${slot * weeksOfProfile + WEEKS}]`);
  const rows = await tx.unsafe<(Omit<StoredLevels, 'weeks'> & { gauges: (number | null)[] })[]>(
    `SELECT account_id AS "accountId", last_used_on::text AS "lastUsedOn", recent, before,
       ${slices.join(' || ') || `'{}'::float8[]`} AS gauges
     FROM usage_profiles WHERE workspace_id = $1 AND account_id > $2 ORDER BY account_id LIMIT $3`,
    [workspaceId, after, limit],
  );
  return rows.map(({ gauges: values, ...row }) => {
    const weeks: (readonly (number | null)[])[] = metrics.map(() => []);
    for (const [place, slot] of gauges.entries()) weeks[slot] = values.slice(place * WEEKS, (place + 1) * WEEKS);
    return { ...row, weeks };
  });
}
