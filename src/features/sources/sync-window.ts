import type { Ctx } from '../kit/ctx.ts';
import { countUnmatchedWithin, type Metric, storeUsage } from '../usage/index.ts';
import { type Asked, askEndpoint } from './ask-endpoint.ts';
import { syncedThrough } from './domain/daily.ts';
import { whatChanged } from './domain/drift.ts';
import { type LastAnswer, READER } from './domain/last-answer.ts';
import { CHANNEL, type ExtractResult } from './domain/mapper-job.ts';
import { comparedWith, judgeWindow, MAX_PROBLEMS, noteWindow } from './note-window.ts';
import type { LeaseKeeper } from './run-lease.ts';
import { askIfSame, type SameAnswer } from './same-answer.ts';
import { type Fence, holdFence } from './store/index.ts';
import { RunFailed, type SyncPlan, type WindowTask } from './window-task.ts';

type Extracted = Extract<ExtractResult, { ok: true }> & Pick<Asked<unknown>, 'httpStatus' | 'notices' | 'tag'>;

/** Fetches one window and stores it, unless it is what was stored last. */
export async function syncWindow(
  ctx: Ctx,
  plan: SyncPlan,
  task: WindowTask,
  fence: Fence,
  lease: LeaseKeeper,
): Promise<void> {
  lease.startWindow(task.window);
  const same = await askIfSame(ctx, plan, task, fence, lease);
  if (same) await repeatWindow(ctx, plan, task, fence, lease, same);
  else await storeWindow(ctx, plan, task, fence, lease);
}

/** Ends the window as the last one ended, which had the same answer: all that is written is that it came. */
async function repeatWindow(
  ctx: Ctx,
  plan: SyncPlan,
  task: WindowTask,
  fence: Fence,
  lease: LeaseKeeper,
  { last, httpStatus }: SameAnswer,
): Promise<void> {
  const answer = { ...last.read, httpStatus };
  judgeWindow(plan, task, answer);
  lease.storing(answer.counts.rows);
  const { stored, synced } = last;
  await ctx.db.sql.begin(async (tx) => {
    const unmatchedAccounts = await countUnmatchedWithin(tx, fence.workspaceId, task.window);
    await holdFence(tx, fence);
    const result = { stored, unmatchedAccounts, synced, unchanged: true, lastAnswer: last };
    await noteWindow(tx, ctx, plan, task, fence, answer, result);
  });
}

/** Judges what comes against the last good run, and stores it. */
async function storeWindow(
  ctx: Ctx,
  plan: SyncPlan,
  task: WindowTask,
  fence: Fence,
  lease: LeaseKeeper,
): Promise<void> {
  const { metrics, mapping } = plan;
  const { window, source } = task;
  const mappedSlots = mapping.metrics.map(({ name }) => slotOf(metrics, name));
  const { lastSyncedDay } = source;
  await storeUsage(
    ctx,
    { metrics, mappedSlots },
    async (staging) => {
      const extracted = await extract(ctx, plan, task, mappedSlots, lease, (channel, bytes) =>
        staging.write(TABLE_OF[channel] ?? 'rows', bytes),
      );
      lease.storing(extracted.counts.rows);
      const synced = syncedThrough(window, extracted.lastDay, ctx.clock.now());
      // Figures are as of the last day that is known, however old this window is or little came.
      const stays = lastSyncedDay !== null && (synced === null || lastSyncedDay > synced);
      const through = stays ? lastSyncedDay : (synced ?? window.to);
      const { duplicates, hasTotals } = extracted;
      return { duplicates, hasTotals, through, rest: { ...extracted, synced } };
    },
    (tx) => holdFence(tx, fence),
    async (tx, { stored, unmatchedAccounts }, { synced, ...extracted }) => {
      const basis = { configVersion: fence.configVersion, window, synced, stored };
      const lastAnswer = toLastAnswer(extracted, basis);
      const result = { stored, unmatchedAccounts, synced, unchanged: false, lastAnswer };
      await noteWindow(tx, ctx, plan, task, fence, extracted, result);
    },
  );
}

const TABLE_OF: Readonly<Record<number, 'rows' | 'accounts' | 'totals'>> = {
  [CHANNEL.rows]: 'rows',
  [CHANNEL.accounts]: 'accounts',
  [CHANNEL.totals]: 'totals',
};

/** Null when the next answer cannot be compared with this one. */
function toLastAnswer(
  { blocks, tag, bytes, counts, problems, shape, lastDay, notices }: Extracted,
  basis: Pick<LastAnswer, 'configVersion' | 'window' | 'synced' | 'stored'>,
): LastAnswer | null {
  if (!blocks) return null;
  const read = { bytes, counts, problems: problems.slice(0, MAX_PROBLEMS), shape, lastDay, notices };
  return { reader: READER, ...basis, tag, blocks, read };
}

async function extract(
  ctx: Ctx,
  plan: SyncPlan,
  task: WindowTask,
  slots: readonly number[],
  lease: LeaseKeeper,
  onData: (channel: number, bytes: Uint8Array) => Promise<void>,
): Promise<Extracted> {
  const { endpoint, secrets, mapping, metrics } = plan;
  const { window } = task;
  const good = comparedWith(task);
  const { outcome, httpStatus, notices, tag } = await askEndpoint<Extract<ExtractResult, { ok: true }>>(
    ctx,
    {
      endpoint,
      secrets,
      window,
      job: {
        kind: 'extract',
        mapping,
        window,
        slots,
        slotCount: metrics.length,
        totals: task.source.syncedDays.length === 0,
      },
      onData,
      onProgress: lease.mapping,
      signal: lease.signal,
    },
    lease.fetching,
  );
  if (!outcome.ok) {
    const { code, message, hint, retry } = outcome.error;
    const gone = good && ABOUT_ROWS_PATH.includes(code) ? `${message}. ${whatChanged(good, null)}` : message;
    throw new RunFailed({ error: { code, message: gone, hint }, httpStatus }, retry);
  }
  const extracted = { ...outcome.value, httpStatus, notices, tag };
  judgeWindow(plan, task, extracted);
  return extracted;
}

const ABOUT_ROWS_PATH: readonly string[] = ['ROWS_PATH_NO_DATA', 'ROWS_PATH_NOT_A_LIST', 'EXPRESSION_FAILED'];

function slotOf(metrics: readonly Metric[], name: string): number {
  const metric = metrics.find((one) => one.name === name);
  if (!metric) throw new Error(`metric ${name} is mapped but not in the dictionary`);
  return metric.slot;
}
