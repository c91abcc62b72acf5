import { type DayWindow, mustEpochDay, windowLength } from '../../../lib/day.ts';

type Values = readonly (number | null)[];

const isActive = (value: number | null | undefined): value is number => typeof value === 'number' && value > 0;

/** Days on which a metric was above zero. */
export const activeDays = (values: Values): number => values.filter(isActive).length;

/** Mean of those days; null when there are none. */
export function averageWhenActive(values: Values): number | null {
  const active = values.filter(isActive);
  return active.length === 0 ? null : active.reduce((sum, value) => sum + value, 0) / active.length;
}

/** Days on which any of the metrics was above zero. */
export const daysWithAny = (metrics: readonly Values[]): number =>
  (metrics[0] ?? []).filter((_, index) => metrics.some((values) => isActive(values[index]))).length;

/** By day of the window, whether it was synchronised. */
export function syncedDays(ranges: readonly DayWindow[], window: DayWindow): boolean[] {
  const start = mustEpochDay(window.from);
  const synced = new Array<boolean>(Math.max(0, windowLength(window))).fill(false);
  for (const { from, to } of ranges) {
    const end = Math.min(synced.length, mustEpochDay(to) - start + 1);
    for (let index = Math.max(0, mustEpochDay(from) - start); index < end; index++) synced[index] = true;
  }
  return synced;
}

/** Days that are known: synchronised, or with a value. */
export const knownDays = (synced: readonly boolean[], metrics: readonly Values[]): number =>
  synced.filter((is, index) => is || metrics.some((values) => typeof values[index] === 'number')).length;
