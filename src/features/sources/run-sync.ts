import { randomUUID } from 'node:crypto';
import { windowLength } from '../../lib/day.ts';
import type { Actor } from '../kit/actor.ts';
import { type Ctx, ctxFor, type Ports } from '../kit/ctx.ts';
import { leaseUntil } from '../kit/hold-lease.ts';
import { listMetrics } from '../usage/index.ts';
import { dispatchEvents, emitEvents } from '../webhooks/index.ts';
import { dispatchEvaluation, requestEvaluation } from '../workspaces/index.ts';
import { announceRun } from './announce.ts';
import { CREDENTIALS_UNREADABLE } from './domain/explain-failure.ts';
import { MAX_TRIES, retryDelayMs } from './domain/retry.ts';
import {
  daysAfter,
  halved,
  isTooMuch,
  needsPerson,
  nextWindow,
  type RunError,
  type SyncRun,
} from './domain/sync-run.ts';
import { openSource } from './request-secrets.ts';
import { keepLease, type LeaseKeeper } from './run-lease.ts';
import { dispatchNextOnHost } from './start-run.ts';
import {
  claimSyncRun,
  type Fence,
  FencedError,
  failRun,
  getCustomApi,
  mayPass,
  postponeRun,
  type RunFailure,
  releaseRun,
  selectSyncRun,
  shortenWindows,
} from './store/index.ts';
import { syncFailed } from './sync-failed.ts';
import { syncWindow } from './sync-window.ts';
import { RunFailed } from './window-task.ts';

/** How often a run is taken up again after its worker vanished, before it is given up. */
const MAX_LOST_WORKERS = 5;

/**
 * Works on one queued run: window by window it fetches, maps in a child process, and stores in one transaction that also
 * notes how far the run is. Does nothing when another worker holds the run, it has ended, or its host is being called. A lost
 * lease, a disconnect or a newer configuration makes it store nothing more; a process that stops hands the run to the next
 * one, which goes on after the last stored window. A failure that may pass is tried again later.
 */
export async function runSync(
  ports: Ports,
  { actor, runId }: { readonly actor: Actor; readonly runId: string },
): Promise<void> {
  const ctx = ctxFor(ports, actor);
  const { workspaceId } = actor;
  const token = randomUUID();
  const now = ports.clock.now();
  // The runs of other workspaces may call the same host.
  const run = await ports.db.system.orm.transaction((tx) =>
    claimSyncRun(tx, workspaceId, runId, { token, expiresAt: leaseUntil(now) }, now),
  );
  if (!run) return;
  const fence: Fence = { workspaceId, runId: run.id, leaseToken: token, configVersion: run.configVersion };
  const lease = keepLease(ctx, run, token);
  try {
    if (run.lostWorkers >= MAX_LOST_WORKERS) throw new RunFailed({ error: GIVEN_UP });
    await syncWindows(ctx, run, fence, lease);
  } catch (error) {
    if (isStopping(error) && !lease.signal.aborted) await handBack(ctx, fence);
    else if (!(error instanceof FencedError || lease.signal.aborted)) await concede(ctx, run, fence, error);
  } finally {
    await lease.stop();
  }
  const ended = await selectSyncRun(ctx.db.orm, workspaceId, run.id);
  if (ended) await announceRun(ctx, ended);
  await dispatchEvaluation(ctx);
  await dispatchEvents(ctx);
  await dispatchNextOnHost(ports, run);
}

async function syncWindows(ctx: Ctx, run: SyncRun, fence: Fence, lease: LeaseKeeper): Promise<void> {
  const { source: opened, secrets } = await openSource(ctx);
  const { endpoint, mapping } = opened;
  if (opened.configVersion !== run.configVersion || !endpoint || !mapping || !secrets) {
    throw new FencedError('the configuration changed');
  }
  if (secrets === 'UNREADABLE') throw new RunFailed({ error: CREDENTIALS_UNREADABLE });
  const plan = { endpoint, mapping, secrets, metrics: await listMetrics(ctx) };
  for (let current: SyncRun | null = run; ; current = await selectSyncRun(ctx.db.orm, fence.workspaceId, run.id)) {
    if (!current) throw new FencedError('the run is gone');
    const window = nextWindow(current);
    if (!window) return;
    // Read again for each window: what the one before brought is what this one is compared with.
    const source = await getCustomApi(ctx.db.orm, ctx.actor, ctx.clock.now());
    try {
      await syncWindow(ctx, plan, { run: current, source, window }, fence, lease);
    } catch (error) {
      const days = windowLength(window);
      if (!(error instanceof RunFailed) || days === 1) throw error;
      if (!isTooMuch(error.failure.error, error.failure.httpStatus ?? null)) throw error;
      // Too much at once: the same days in two parts.
      await ctx.db.sql.begin((tx) => shortenWindows(tx, fence, halved(days)));
    }
  }
}

/** Nobody cancels a call but a process that stops, and `lease`, which is asked before. */
const isStopping = (error: unknown): boolean => error instanceof RunFailed && error.failure.error.code === 'CANCELLED';

async function handBack(ctx: Ctx, fence: Fence): Promise<void> {
  try {
    await releaseRun(ctx.db.orm, fence);
  } catch (error) {
    ctx.log.warn({ run: fence.runId, error: String(error) }, 'a run could not be handed back; its lease will run out');
  }
}

const GIVEN_UP: RunError = {
  code: 'WORKER_LOST',
  message: `The run's worker vanished ${MAX_LOST_WORKERS} times in a row.`,
  hint: 'Look at the worker log; an answer too large for its memory is the usual reason.',
};

/** Notes the failure: as one to try again after, or as the end of the run. */
async function concede(ctx: Ctx, run: SyncRun, fence: Fence, error: unknown): Promise<void> {
  const known = error instanceof RunFailed;
  if (!known) ctx.log.error({ run: run.id, error }, 'a run failed by accident');
  const failure: RunFailure = known ? error.failure : { error: ACCIDENT(run.id) };
  const passing = mayPass(error) ? { afterSeconds: null } : null;
  const retry = known ? error.retry : passing;
  const now = ctx.clock.now();
  try {
    // A run that stored a window since it was claimed begins to count anew, in the database.
    const stored = await selectSyncRun(ctx.db.orm, fence.workspaceId, run.id);
    const failedTries = (stored?.failedTries ?? 0) + 1;
    await ctx.db.sql.begin(async (tx) => {
      if (!retry || failedTries >= MAX_TRIES) {
        // The first history is what the connection waits for: without it, somebody has to look.
        const person = needsPerson(failure.error.code) || run.kind === 'BACKFILL';
        const status = await failRun(tx, fence, failure, person, now);
        await emitEvents(tx, ctx, [syncFailed(ctx, run, failure.error, status)]);
      } else {
        const delay = retryDelayMs(failedTries, retry.afterSeconds, Math.random());
        const asked = nextWindow(stored ?? run);
        const asking = asked ? windowLength(asked) : run.windowDays;
        const days = daysAfter(failure.error, failure.httpStatus ?? null, asking);
        await postponeRun(tx, fence, failure, new Date(now.getTime() + delay), days);
      }
      // Windows may have been stored before this one.
      await requestEvaluation(tx, ctx);
    });
  } catch (second) {
    // Fenced: the run is somebody else's. Anything else: the lease runs out and the sweep hands the run out again.
    if (!(second instanceof FencedError)) ctx.log.error({ run: run.id, error: second }, 'a failure could not be noted');
  }
}

const ACCIDENT = (id: string): RunError => ({
  code: 'INTERNAL',
  message: 'Something went wrong on our side; nothing was stored.',
  hint: `Try again; if it happens again, ask the operator to look for ${id} in the worker log.`,
});
