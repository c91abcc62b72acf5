import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { Signal } from './domain/signal.ts';
import { type MarkSignalCode, markSignal } from './mark-signal.ts';

export type ReopenSignalCode = 'FORBIDDEN' | MarkSignalCode;

/** Takes an acknowledgement or a snooze back; an open signal stays as it is. */
export async function reopenSignal(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<Signal, ReopenSignalCode>> {
  return forbidden(ctx.actor, 'MEMBER') ?? markSignal(ctx, id, { state: 'OPEN' });
}
