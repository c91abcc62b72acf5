import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kit/ctx.ts';
import type { EvaluationOutcome } from './model.ts';
import { dispatchEvaluation } from './request-evaluation.ts';
import { claimEvaluation, finishEvaluation, postponeEvaluation, renewEvaluation } from './store/index.ts';

/** A worker that dies is noticed after this long; one that lives renews well before. */
const LEASE_MS = 25_000;
const RENEW_MS = 5_000;
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
  const until = (ms: number) => new Date(ctx.clock.now().getTime() + ms);
  const claimed = await claimEvaluation(db, workspaceId, { token, expiresAt: until(LEASE_MS) }, ctx.clock.now());
  if (!claimed) return;
  const lost = new AbortController();
  const renew = async () => {
    try {
      if (!(await renewEvaluation(db, workspaceId, { token, expiresAt: until(LEASE_MS) }))) lost.abort();
    } catch (error) {
      ctx.log.warn({ workspace, error: String(error) }, 'the lease of an evaluation could not be renewed');
    }
  };
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal.then(renew);
  }, RENEW_MS);
  let isDue = false;
  try {
    const outcome = await work(lost.signal);
    isDue = await finishEvaluation(db, workspaceId, token, { done: claimed.asked, outcome, now: ctx.clock.now() });
  } catch (error) {
    ctx.log.error({ workspace, error }, 'an evaluation failed');
    const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** Math.min(claimed.failedTries, 10));
    await postponeEvaluation(db, workspaceId, token, until(pause));
  } finally {
    clearInterval(timer);
    await renewal;
  }
  if (isDue) await dispatchEvaluation(ctx);
}
