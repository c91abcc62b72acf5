import type { TransactionSql } from '../../db/client.ts';
import { ok } from '../../lib/result.ts';
import { isLongerThan, isStorable } from '../../lib/text.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import type { Signal } from './domain/signal.ts';
import { lockSignal, lockSignals, type Mark, markSignal as mark, selectSignalsById } from './store/index.ts';
import { publishOpenSignals } from './write-turns.ts';

export type MarkSignalCode = 'NOT_FOUND' | 'ALREADY_RESOLVED';

const MAX_NOTE = 2_000;

/** Changes a signal's state as somebody says, and the account's open signals with it. An evaluation meanwhile waits, or is waited for. */
export async function markSignal(
  ctx: Ctx,
  id: string,
  given: Mark,
  besides: (tx: TransactionSql) => Promise<void> = async () => {},
): Promise<Outcome<Signal, MarkSignalCode>> {
  const { workspaceId } = ctx.actor;
  const before = await ctx.db.sql.begin(async (tx) => {
    await lockSignals(tx, workspaceId);
    const found = await lockSignal(tx, workspaceId, id);
    if (!found || found.state === 'RESOLVED') return found;
    await mark(tx, workspaceId, id, given, ctx.clock.now());
    await publishOpenSignals(tx, workspaceId, [found.accountId]);
    await besides(tx);
    return found;
  });
  const [signal] = before ? await selectSignalsById(ctx.db.orm, workspaceId, [id]) : [];
  if (!before || !signal) return refuse('NOT_FOUND', 'There is no such signal in this workspace.', ['input', 'id']);
  if (before.state === 'RESOLVED')
    return refuse('ALREADY_RESOLVED', 'The signal is resolved: what it was about has ended.', ['input', 'id']);
  return ok(signal);
}

/** Null when the note can be kept; otherwise the refusal to return. */
export function refusedNote(note: string | null) {
  if (note === null || (!isLongerThan(note, MAX_NOTE) && isStorable(note))) return null;
  return refuse('INVALID_INPUT', `A note has at most ${MAX_NOTE} characters, none of them NUL.`, ['input', 'note']);
}
