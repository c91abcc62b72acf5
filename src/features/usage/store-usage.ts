import type { TransactionSql } from '../../db/client.ts';
import { type Day, windowEnding } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Metric } from './model.ts';
import {
  countStagedUnmatched,
  countUpDays,
  mergeDays,
  numberAccounts,
  openStaging,
  refreshRollups,
  type Staging,
} from './store/index.ts';

/** How many days a rollup covers. */
export const ROLLUP_DAYS = 30;

export type UsageIntake = {
  readonly metrics: readonly Metric[];
  /** The slots that the staged rows fill; the others keep what is stored. */
  readonly mappedSlots: readonly number[];
};

/** What was staged: how many source rows share account and day with another, and the last day that is now synchronised. */
export type Staged<T> = {
  readonly duplicates: number;
  /** Whether what each account's rows come to was staged with them. */
  readonly hasTotals: boolean;
  readonly through: Day;
  readonly rest: T;
};

export type StoredUsage = {
  /** Account-days the run brought, changed or not. */
  readonly stored: number;
  /** Account-days that were written because they are new or differ. */
  readonly changed: number;
  readonly unmatchedAccounts: number;
};

/**
 * Stores usage in one transaction: `fill` stages the rows, then they are merged, then `seal` writes what must be true
 * exactly when the usage is. Whatever throws, nothing is stored. `beforeMerge` runs when all rows are staged and may
 * throw to forbid the merge.
 */
export async function storeUsage<T>(
  ctx: Ctx,
  intake: UsageIntake,
  fill: (staging: Staging) => Promise<Staged<T>>,
  beforeMerge: (tx: TransactionSql, rest: T) => Promise<void>,
  seal: (tx: TransactionSql, stored: StoredUsage, rest: T) => Promise<void>,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await ctx.db.sql.begin(async (tx) => {
    const staging = await openStaging(tx);
    const staged = await fillOrAbandon(staging, fill);
    await beforeMerge(tx, staged.rest);
    const numbered = await numberAccounts(tx, workspaceId);
    const { metrics, mappedSlots } = intake;
    const merged = await mergeDays(tx, {
      ...{ workspaceId, metrics, mappedSlots, numbered },
      ...{ duplicates: staged.duplicates > 0, staged: staging.rowCount() },
    });
    const window = windowEnding(staged.through, ROLLUP_DAYS);
    await refreshRollups(tx, { workspaceId, metrics, window }, merged.history, staged.hasTotals);
    if (merged.changed > 0) await countUpDays(tx, workspaceId);
    const unmatchedAccounts = await countStagedUnmatched(tx, workspaceId);
    const { stored, changed } = merged;
    await seal(tx, { stored, changed, unmatchedAccounts }, staged.rest);
  });
}

async function fillOrAbandon<T>(staging: Staging, fill: (staging: Staging) => Promise<Staged<T>>): Promise<Staged<T>> {
  try {
    const staged = await fill(staging);
    await staging.end();
    return staged;
  } catch (error) {
    staging.abandon();
    throw error;
  }
}
