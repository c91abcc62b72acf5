import { dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { checkDay, checkNumber } from './domain/check-facts.ts';
import type { BillingSnapshot } from './model.ts';
import { type AccountRef, type RecordOutcome, recordFacts } from './record-facts.ts';
import { upsertBillingSnapshots } from './store/record.ts';

export type BillingSnapshotInput = AccountRef & BillingSnapshot;

/** Records how accounts' billing stood on a day. A day that was given before is replaced. */
export function recordBillingSnapshot(
  ctx: Ctx,
  { snapshots }: { readonly snapshots: readonly BillingSnapshotInput[] },
): Promise<RecordOutcome> {
  const now = ctx.clock.now();
  const today = dayOfInstant(now.getTime());
  return recordFacts(
    ctx,
    {
      list: 'snapshots',
      check: ({ day, mrr, overdueDays }) => [
        checkDay('day', day, today),
        checkNumber('mrr', mrr),
        checkNumber('overdueDays', overdueDays),
      ],
      key: { field: 'day', of: ({ day }, accountId) => `${accountId} ${day}` },
      write: (tx, facts) => upsertBillingSnapshots(tx, ctx.actor.workspaceId, facts, now),
    },
    snapshots,
  );
}
