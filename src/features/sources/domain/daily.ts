import { addDays, type Day, type DayWindow, dayOfInstant } from '../../../lib/day.ts';
import { type DayRanges, missingDays } from './day-ranges.ts';
import { MAX_WINDOW_DAYS } from './sync-run.ts';

/** 05:15 UTC: by then a company's own nightly jobs have usually written yesterday. */
const DAILY_AT_MS = (5 * 60 + 15) * 60_000;
const MS_PER_DAY = 86_400_000;
/** Starts are spread over this long, so that not every endpoint, and not our own database, is called at once. */
const SPREAD_SECONDS = 600;
/** Missed days are made up for this long; older ones show as gaps. */
export const CATCH_UP_DAYS = 7;

/** The latest 05:15 that has passed: what is due since then, whatever happened at that moment. */
export type DailyRound = {
  readonly startedAt: Date;
  /** The day it synchronises: the one that was full when it started. */
  readonly day: Day;
  /** Sources whose place in the spread is up to this many seconds are due. */
  readonly spreadSeconds: number;
};

export function dailyRound(now: Date): DailyRound {
  const sinceMidnightRound = now.getTime() - DAILY_AT_MS;
  const startedAt = Math.floor(sinceMidnightRound / MS_PER_DAY) * MS_PER_DAY + DAILY_AT_MS;
  const elapsed = Math.floor((now.getTime() - startedAt) / 1000);
  return {
    startedAt: new Date(startedAt),
    day: addDays(dayOfInstant(startedAt), -1),
    spreadSeconds: Math.min(elapsed, SPREAD_SECONDS - 1),
  };
}

/** 119 has no factor in common with 600: consecutive workspaces land far apart, and every second is used. */
const STRIDE = 119;

/** A workspace's place in the spread, in seconds; the query for due sources computes the same. */
export const spreadOf = (workspaceId: number): number => (workspaceId * STRIDE) % SPREAD_SECONDS;
export const SPREAD = { stride: STRIDE, seconds: SPREAD_SECONDS } as const;

/** When the workspace's next daily run is due. */
export function nextDailyAt(workspaceId: number, now: Date): Date {
  const today = dailyRound(now).startedAt.getTime() + spreadOf(workspaceId) * 1000;
  return new Date(today > now.getTime() ? today : today + MS_PER_DAY);
}

/**
 * What a daily run fetches: its day, and before it whatever is missing of the last 7 days. Not from before the first
 * synchronised day, which nobody asked for; a source whose first history never came gets the whole of it.
 */
export function dailyWindow(synced: DayRanges, day: Day): DayWindow {
  const [first] = synced;
  if (!first) return { from: addDays(day, 1 - MAX_WINDOW_DAYS), to: day };
  const earliest = addDays(day, 1 - CATCH_UP_DAYS);
  const [hole] = missingDays(synced, { from: first.from > earliest ? first.from : earliest, to: day });
  return { from: hole?.from ?? day, to: day };
}

/** The last day that daily runs make up for no more. */
export const givenUpAt = (now: Date): Day => addDays(dailyRound(now).day, -CATCH_UP_DAYS);

/**
 * Up to which day a window counts as synchronised; null when no day does. Days at its end for which nothing came do not:
 * they may only be late, and the next daily run asks for them again. Of a window long past, all do.
 */
export function syncedThrough(window: DayWindow, lastDayWithRows: Day | null, now: Date): Day | null {
  if (lastDayWithRows === null) return null;
  return window.to <= givenUpAt(now) ? window.to : lastDayWithRows;
}

/** Days between the first synchronised one and yesterday that no daily run will make up any more. */
export function gapsOf(synced: DayRanges, now: Date): DayWindow[] {
  const [first] = synced;
  if (!first) return [];
  return missingDays(synced, { from: first.from, to: givenUpAt(now) });
}
