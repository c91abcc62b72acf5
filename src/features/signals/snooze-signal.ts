import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { evaluateAt } from '../workspaces/index.ts';
import type { Signal } from './domain/signal.ts';
import { type MarkSignalCode, markSignal, refusedNote } from './mark-signal.ts';

export type SnoozeSignalCode = 'FORBIDDEN' | 'INVALID_INPUT' | MarkSignalCode;

const LONGEST_DAYS = 365;
const MS_PER_DAY = 86_400_000;

/** Puts a signal out of sight until an instant. Should it still hold then, it opens by itself. */
export async function snoozeSignal(
  ctx: Ctx,
  { id, until, note }: { readonly id: string; readonly until: Date; readonly note: string | null },
): Promise<Outcome<Signal, SnoozeSignalCode>> {
  const no = forbidden(ctx.actor, 'MEMBER') ?? refusedNote(note);
  if (no) return no;
  const ahead = until.getTime() - ctx.clock.now().getTime();
  if (!(ahead > 0 && ahead <= LONGEST_DAYS * MS_PER_DAY)) {
    const message = `A signal is snoozed until an instant ahead, at most ${LONGEST_DAYS} days.`;
    return refuse('INVALID_INPUT', message, ['input', 'untilAt']);
  }
  return markSignal(ctx, id, { state: 'SNOOZED', until, note }, (tx) => evaluateAt(tx, ctx, until));
}
