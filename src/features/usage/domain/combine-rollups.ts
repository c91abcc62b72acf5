import type { Metric, RecentUsage } from '../model.ts';
import { combineValues } from './combine-values.ts';

/** What is kept ready of one external id. */
export type Rollup = {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly totals: readonly (number | null)[];
  /** By slot, for metrics that count the last value, a number that grows with the day of it. Empty for an id by itself. */
  readonly lastDays: readonly (number | null)[];
};

/** The rollups of an account's ids as one, as if their days had been combined first; the id whose word counts comes first. */
export function combineRollups(rollups: readonly Rollup[], metrics: readonly Metric[]): RecentUsage | null {
  const [first, ...rest] = rollups;
  if (!first) return null;
  return {
    firstUsedOn: rest.reduce((day, { firstDay }) => (firstDay < day ? firstDay : day), first.firstDay),
    lastUsedOn: rest.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), first.lastDay),
    metrics: metrics.map(({ slot, name, aggregation }) => {
      const ordered = aggregation === 'LAST' && rest.length > 0 ? latestFirst(rollups, slot) : rollups;
      const value = ordered.reduce<number | null>(
        (known, { totals }) => combineValues(aggregation, known, totals[slot] ?? null),
        null,
      );
      return { name, aggregation, value };
    }),
  };
}

/** Sorting is stable: of two with a value of the same day, the one whose word counts stays before the other. */
const latestFirst = (rollups: readonly Rollup[], slot: number): Rollup[] =>
  rollups.toSorted((a, b) => (b.lastDays[slot] ?? 0) - (a.lastDays[slot] ?? 0));
