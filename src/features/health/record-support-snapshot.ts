import { dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { checkDay, checkNumber } from './domain/check-facts.ts';
import type { SupportSnapshot } from './model.ts';
import { type AccountRef, type RecordOutcome, recordFacts } from './record-facts.ts';
import { upsertSupportSnapshots } from './store/record.ts';

export type SupportSnapshotInput = AccountRef & SupportSnapshot;

/** Records how accounts' support stood on a day. A day that was given before is replaced. */
export function recordSupportSnapshot(
  ctx: Ctx,
  { snapshots }: { readonly snapshots: readonly SupportSnapshotInput[] },
): Promise<RecordOutcome> {
  const now = ctx.clock.now();
  const today = dayOfInstant(now.getTime());
  return recordFacts(
    ctx,
    {
      list: 'snapshots',
      check: (snapshot) => [
        checkDay('day', snapshot.day, today),
        checkNumber('openTickets', snapshot.openTickets),
        checkNumber('urgentTickets', snapshot.urgentTickets),
        snapshot.urgentTickets > Math.max(0, snapshot.openTickets)
          ? { field: 'urgentTickets', message: 'urgentTickets are some of the openTickets, and no more' }
          : null,
        checkNumber('oldestTicketHours', snapshot.oldestTicketHours),
        checkNumber('firstResponseHours', snapshot.firstResponseHours),
        checkNumber('satisfactionRate', snapshot.satisfactionRate, 1),
      ],
      key: { field: 'day', of: ({ day }, accountId) => `${accountId} ${day}` },
      write: (tx, facts) => upsertSupportSnapshots(tx, ctx.actor.workspaceId, facts, now),
    },
    snapshots,
  );
}
