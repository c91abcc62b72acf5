import { randomUUID } from 'node:crypto';
import type { Ctx, Ports } from '../kit/ctx.ts';
import { holdLease, leaseUntil } from '../kit/hold-lease.ts';
import type { UsageCoverage } from '../usage/index.ts';
import { backtestJob } from './jobs.ts';
import { claimBacktest, endBacktest, renewBacktest, selectDueBacktests } from './store/backtests.ts';
import { watchAccounts } from './watch-accounts.ts';

const MOST_TRIES = 3;
/** How many one look hands out. */
const MOST_DUE = 20;

/** Does a backtest that waits, or was left; does nothing when somebody is at it. */
export async function runBacktest(ctx: Ctx, id: string, readCoverage: () => Promise<UsageCoverage>): Promise<void> {
  const { workspaceId, workspace } = ctx.actor;
  const db = ctx.db.orm;
  const lease = () => ({ token, expiresAt: leaseUntil(ctx.clock.now()) });
  const token: string = randomUUID();
  const claimed = await claimBacktest(db, workspaceId, id, lease(), ctx.clock.now());
  if (!claimed) return;
  const end = (how: Parameters<typeof endBacktest>[4]) => endBacktest(db, workspaceId, id, token, how);
  if (claimed.tries > MOST_TRIES) {
    // Whoever tried it did not live to say why.
    return end({ state: 'FAILED', error: 'The workers that tried it were lost.', finishedAt: ctx.clock.now() });
  }

  let progress = 0;
  const held = holdLease(ctx.log, { workspace, backtest: id }, () =>
    renewBacktest(db, workspaceId, id, lease(), progress),
  );
  try {
    const result = await watchAccounts(ctx, claimed.request, await readCoverage(), {
      signal: held.signal,
      progress: (share) => {
        progress = share;
      },
    });
    await end({ state: 'SUCCEEDED', result, finishedAt: ctx.clock.now() });
  } catch (error) {
    if (held.signal.aborted) return;
    ctx.log.error({ workspace, backtest: id, error }, 'a backtest failed');
    if (claimed.tries < MOST_TRIES) await end({ state: 'QUEUED' });
    else {
      const message = `It failed ${MOST_TRIES} times; the operator's log says why, under this backtest's id.`;
      await end({ state: 'FAILED', error: message, finishedAt: ctx.clock.now() });
    }
  } finally {
    await held.stop();
  }
}

/** Across all workspaces, every few seconds: hands out what waits, and what was left by a worker that is gone. */
export async function handOutBacktests({ db, clock, queue }: Ports): Promise<void> {
  for (const due of await selectDueBacktests(db.system.orm, clock.now(), MOST_DUE))
    await queue.enqueue(backtestJob, due);
}
