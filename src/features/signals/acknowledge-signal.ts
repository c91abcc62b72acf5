import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { Signal } from './domain/signal.ts';
import { type MarkSignalCode, markSignal, refusedNote } from './mark-signal.ts';

export type AcknowledgeSignalCode = 'FORBIDDEN' | 'INVALID_INPUT' | MarkSignalCode;

/** Says that somebody knows and sees to it. Said again, the last one counts. */
export async function acknowledgeSignal(
  ctx: Ctx,
  { id, note }: { readonly id: string; readonly note: string | null },
): Promise<Outcome<Signal, AcknowledgeSignalCode>> {
  const no = forbidden(ctx.actor, 'MEMBER') ?? refusedNote(note);
  return no ?? markSignal(ctx, id, { state: 'ACKNOWLEDGED', by: ctx.actor.keyId, note });
}
