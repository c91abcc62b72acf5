import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kit/ctx.ts';
import { holdLease, leaseUntil } from '../kit/hold-lease.ts';
import type { EvaluationOutcome } from './model.ts';
import { dispatchEvaluation } from './request-evaluation.ts';
import { claimEvaluation, finishEvaluation, postponeEvaluation, renewEvaluation } from './store/index.ts';

/** Pauses after failures in a row: 10 s, 20 s, 40 s and so on, 15 minutes at most. */
const PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * Does `work` for a workspace whose data changed since it was done last; does nothing when it did not, or when somebody is at
 * it. `work` writes the same whoever does it how often: should a lease run out while its worker lives, both may write.
 */
export async function runEvaluation(ctx: Ctx, work: (lost: AbortSignal) => Promise<EvaluationOutcome>): Promise<void> {
  const { workspaceId, workspace } = ctx.actor;
  const db = ctx.db.orm;
  const token = randomUUID();
  const lease = () => ({ token, expiresAt: leaseUntil(ctx.clock.now()) });
  const claimed = await claimEvaluation(db, workspaceId, lease(), ctx.clock.now());
  if (!claimed) return;
  const held = holdLease(ctx.log, { workspace }, () => renewEvaluation(db, workspaceId, lease()));
  let isDue = false;
  try {
    const outcome = await work(held.signal);
    isDue = await finishEvaluation(db, workspaceId, token, { done: claimed.asked, outcome, now: ctx.clock.now() });
  } catch (error) {
    ctx.log.error({ workspace, error }, 'an evaluation failed');
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** Math.min(claimed.failedTries, 10));
    await postponeEvaluation(db, workspaceId, token, new Date(ctx.clock.now().getTime() + pause));
  } finally {
    await held.stop();
  }
  if (isDue) await dispatchEvaluation(ctx);
}
