import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kit/ctx.ts';
import { listMetrics, type Metric, storeUsage } from '../usage/index.ts';
import { announceRun } from './announce.ts';
import { type AskFailure, askEndpoint } from './ask-endpoint.ts';
import type { RequestSecrets } from './domain/endpoint.ts';
import { nothingMapped, runWarning } from './domain/judge-run.ts';
import { CHANNEL, type ExtractResult } from './domain/mapper-job.ts';
import { needsPerson, type RunError, type SyncRun } from './domain/sync-run.ts';
import type { CustomApi } from './model.ts';
import { openSource } from './request-secrets.ts';
import { keepLease, type LeaseKeeper, leaseUntil } from './run-lease.ts';
import {
  claimSyncRun,
  type Fence,
  FencedError,
  failRun,
  finishRun,
  holdFence,
  type RunFailure,
  releaseRun,
  selectSyncRun,
} from './store/index.ts';

/** How often a run is taken up again after its worker vanished, before it is given up. */
const MAX_ATTEMPTS = 5;

type Extracted = Extract<ExtractResult, { ok: true }>;

/** The run ended without anything to store; carries what is known of the answer. */
class RunFailed extends Error {
  readonly failure: RunFailure;
  constructor(failure: RunFailure) {
    super(failure.error.message);
    this.failure = failure;
  }
}

/**
 * Works on one queued run: fetches its window, maps it in a child process, and stores it in one transaction that also ends
 * the run. Does nothing when another worker holds the run or it has ended. A lost lease, a disconnect or a newer mapping
 * makes it store nothing; a process that stops hands the run to the next one.
 */
export async function runSync(ctx: Ctx, input: { readonly runId: string }): Promise<void> {
  const { workspaceId } = ctx.actor;
  const token = randomUUID();
  const now = ctx.clock.now();
  const run = await claimSyncRun(ctx.db.orm, workspaceId, input.runId, { token, expiresAt: leaseUntil(now) }, now);
  if (!run) return;
  const fence: Fence = { workspaceId, runId: run.id, leaseToken: token, configVersion: run.configVersion };
  const lease = keepLease(ctx, run, token);
  try {
    if (run.attempt > MAX_ATTEMPTS) throw new RunFailed(failure(GIVEN_UP));
    await fetchAndStore(ctx, run, fence, lease);
  } catch (error) {
    if (isStopping(error) && !lease.signal.aborted) await handBack(ctx, fence);
    else if (!(error instanceof FencedError || lease.signal.aborted)) await giveUp(ctx, run, fence, error);
  } finally {
    await lease.stop();
  }
  const ended = await selectSyncRun(ctx.db.orm, workspaceId, run.id);
  if (ended) await announceRun(ctx, ended);
}

async function fetchAndStore(ctx: Ctx, run: SyncRun, fence: Fence, lease: LeaseKeeper): Promise<void> {
  const { source, secrets } = await openSource(ctx);
  if (source.configVersion !== run.configVersion || !source.endpoint || !source.mapping || !secrets) {
    throw new FencedError('the configuration changed');
  }
  const metrics = await listMetrics(ctx);
  const mappedSlots = source.mapping.metrics.map((metric) => slotOf(metrics, metric.name));
  const { lastSyncedDay } = source;
  const { to } = run.window;
  await storeUsage(
    ctx,
    { metrics, mappedSlots },
    async (staging) => {
      const extracted = await extract(ctx, source, secrets, run, { mappedSlots, slotCount: metrics.length }, lease, {
        rows: (bytes) => staging.write('rows', bytes),
        accounts: (bytes) => staging.write('accounts', bytes),
      });
      lease.storing(extracted.counts.rows);
      // An empty answer proves nothing about its days: figures stay as of the last day that is known.
      const stays = lastSyncedDay !== null && (lastSyncedDay > to || extracted.counts.rows === 0);
      return { duplicates: extracted.duplicates, through: stays ? lastSyncedDay : to, rest: extracted };
    },
    (tx) => holdFence(tx, fence),
    (tx, stored, { counts, problems, bytes }) =>
      finishRun(
        tx,
        fence,
        {
          rowsFetched: counts.rows,
          rowsStored: stored.stored,
          rowsSkipped: counts.skipped,
          rowsOutsideWindow: counts.outsideWindow,
          rowErrorCount: counts.errors,
          rowProblems: problems.slice(0, MAX_PROBLEMS),
          unmatchedAccountCount: stored.unmatchedAccounts,
          responseBytes: bytes,
          warning: runWarning(counts, problems),
          // The next run asks for the days of an empty answer again.
          syncedDay: counts.rows === 0 ? null : to,
        },
        ctx.clock.now(),
      ),
  );
}

const MAX_PROBLEMS = 20;

type Sinks = { readonly rows: Sink; readonly accounts: Sink };
type Sink = (bytes: Uint8Array) => Promise<void>;

async function extract(
  ctx: Ctx,
  source: CustomApi,
  secrets: RequestSecrets,
  run: SyncRun,
  { mappedSlots, slotCount }: { readonly mappedSlots: readonly number[]; readonly slotCount: number },
  lease: LeaseKeeper,
  sinks: Sinks,
): Promise<Extracted> {
  if (!source.endpoint || !source.mapping) throw new FencedError('the source was disconnected');
  const asked = await askEndpoint<Extracted>(
    ctx,
    {
      endpoint: source.endpoint,
      secrets,
      window: run.window,
      job: { kind: 'extract', mapping: source.mapping, window: run.window, slots: mappedSlots, slotCount },
      onData: (channel, bytes) => (channel === CHANNEL.rows ? sinks.rows(bytes) : sinks.accounts(bytes)),
      onProgress: lease.mapping,
      signal: lease.signal,
    },
    lease.fetching,
  );
  if (!asked.outcome.ok) throw new RunFailed(failure(runError(asked.outcome.error)));
  const extracted = asked.outcome.value;
  const { counts, problems, bytes } = extracted;
  const nothing = nothingMapped(counts, problems);
  if (!nothing) return extracted;
  throw new RunFailed({
    ...failure(nothing),
    rowsFetched: counts.rows,
    rowsSkipped: counts.skipped,
    rowsOutsideWindow: counts.outsideWindow,
    rowErrorCount: counts.errors,
    rowProblems: problems.slice(0, MAX_PROBLEMS),
    responseBytes: bytes,
  });
}

function slotOf(metrics: readonly Metric[], name: string): number {
  const metric = metrics.find((one) => one.name === name);
  if (!metric) throw new Error(`metric ${name} is mapped but not in the dictionary`);
  return metric.slot;
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

const runError = ({ code, message, hint }: AskFailure): RunError => ({ code, message, hint });

const failure = (error: RunError): RunFailure => ({ error, needsPerson: needsPerson(error.code) });

const GIVEN_UP: RunError = {
  code: 'WORKER_LOST',
  message: `The run was started ${MAX_ATTEMPTS} times and its worker vanished each time.`,
  hint: 'Look at the worker log; an answer too large for its memory is the usual reason.',
};

async function giveUp(ctx: Ctx, run: SyncRun, fence: Fence, error: unknown): Promise<void> {
  const known = error instanceof RunFailed;
  if (!known) ctx.log.error({ run: run.id, error }, 'a run failed by accident');
  const told = known ? error.failure : failure(ACCIDENT(run.id));
  // The first history is what the connection waits for: without it, somebody has to look.
  const needs = told.needsPerson || run.kind === 'BACKFILL';
  try {
    await ctx.db.sql.begin((tx) => failRun(tx, fence, { ...told, needsPerson: needs }, ctx.clock.now()));
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
