import { type Day, dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { checkDay, checkText } from './domain/check-facts.ts';
import { type AccountRef, type RecordOutcome, recordFacts } from './record-facts.ts';
import { replaceChurns } from './store/record.ts';

export type ChurnInput = AccountRef & { readonly churnedOn: Day | null; readonly reason: string | null };

/** Records which accounts left and when; null takes it back. */
export function recordChurn(ctx: Ctx, { churns }: { readonly churns: readonly ChurnInput[] }): Promise<RecordOutcome> {
  const now = ctx.clock.now();
  const today = dayOfInstant(now.getTime());
  return recordFacts(
    ctx,
    {
      list: 'churns',
      check: ({ churnedOn, reason }) => [checkDay('churnedOn', churnedOn, today), checkText('reason', reason)],
      key: { field: 'accountId', of: (_, accountId) => accountId },
      write: (tx, facts) => replaceChurns(tx, ctx.actor.workspaceId, facts, now),
    },
    churns,
  );
}
