import type { Day, DayWindow } from '../../lib/day.ts';
import { yesterday } from '../../platform/clock.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type DayRanges, missingDays } from './domain/day-ranges.ts';
import type { SyncRun } from './domain/sync-run.ts';
import { selectMarkedRuns } from './store/index.ts';

/** What of the synchronisation a reader of some days should know. */
export type SyncMark =
  | { readonly kind: 'GAP'; readonly day: Day; readonly to: Day }
  | { readonly kind: 'FAILED' | 'WARNING' | 'HISTORY'; readonly day: Day; readonly run: SyncRun };

/**
 * Runs that failed, warned or brought history, and days that were never synchronised, in order of their days. Of several runs
 * of one kind and day, the latest: a night of tries is one mark.
 */
export async function readSyncMarks(ctx: Ctx, window: DayWindow, synced: DayRanges): Promise<SyncMark[]> {
  const runs = await selectMarkedRuns(ctx.db.orm, ctx.actor.workspaceId, window);
  const latest = new Map<string, SyncMark>();
  for (const { day, run } of runs.toReversed()) {
    const kind = kindOf(run);
    latest.set(`${kind} ${day}`, { kind, day, run });
  }
  // Today is not over: that it was not synchronised is no gap.
  const last = yesterday(ctx.clock);
  const past = { from: window.from, to: window.to < last ? window.to : last };
  const gaps = missingDays(synced, past).map(({ from, to }): SyncMark => ({ kind: 'GAP', day: from, to }));
  return [...gaps, ...latest.values()].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

const kindOf = ({ status }: SyncRun) =>
  status === 'FAILED' ? 'FAILED' : status === 'SUCCEEDED_WITH_WARNING' ? 'WARNING' : 'HISTORY';
