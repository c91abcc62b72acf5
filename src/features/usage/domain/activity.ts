import type { Metric, UsageProfile } from '../model.ts';

// How active an account is, over metrics of different units: docs/account-table.md.

/** A single metric counts at most as this many times its median: one spike must not make an index. */
const CAP = 10;
/** What 30 days are in weeks, for gauges. */
const WEEKS = 4;

/** By slot: what a metric amounts to, now and 30 days ago; null without a value. */
export type Levels = { readonly now: readonly (number | null)[]; readonly before: readonly (number | null)[] };

/** What the levels of a workspace are held against. */
export type Scale = {
  /** By slot; null for a metric that no account has above zero, and that therefore tells accounts apart in nothing. */
  readonly medians: readonly (number | null)[];
  /** By slot: whether anybody had the metric 30 days ago. One that came since would read as growth of everybody. */
  readonly comparable: readonly boolean[];
};

/** What a metric comes to: sums by their sum, gauges by their average, since a sum of states is nothing. */
export function levelsOf(
  { recent, before, weeks }: Pick<UsageProfile, 'recent' | 'before' | 'weeks'>,
  metrics: readonly Metric[],
): Levels {
  const pick = (summed: readonly (number | null)[], from: number) =>
    metrics.map(({ slot, aggregation }) =>
      aggregation === 'SUM' ? finite(summed[slot]) : mean(weeks[slot]?.slice(from, from + WEEKS) ?? []),
    );
  return { now: pick(recent, 0), before: pick(before, WEEKS) };
}

/** Takes the levels of all accounts, in any order, and then gives what they are held against. */
export function measureScale(metrics: readonly Metric[]): { add: (levels: Levels) => void; scale: () => Scale } {
  const positive = metrics.map((): number[] => []);
  const comparable = metrics.map(() => false);
  return {
    add: ({ now, before }) => {
      for (const [index, values] of positive.entries()) {
        const level = now[index] ?? 0;
        if (level > 0) values.push(level);
        if ((before[index] ?? 0) > 0) comparable[index] = true;
      }
    },
    scale: () => ({ medians: positive.map(median), comparable }),
  };
}

/** 100 for an account at the median of every metric; null where no account has anything. */
export function activityIndex({ now }: Levels, scale: Scale, weights: readonly number[]): number | null {
  return indexOver(now, scale.medians, weights);
}

/**
 * The index against the earlier one, by the same medians, over the metrics that can be compared; and that earlier one. No rate
 * when that was 0, and neither when there is nothing to compare.
 */
export function activityChange({ now, before }: Levels, scale: Scale, weights: readonly number[]) {
  const medians = scale.medians.map((value, index) => (scale.comparable[index] ? value : null));
  const earlier = indexOver(before, medians, weights);
  return { rate: changeRate(indexOver(now, medians, weights), earlier), before: earlier };
}

/** Where 0.3 means 30 % more. */
export function changeRate(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null;
  return finite((now - before) / Math.abs(before));
}

/** As PostgreSQL and JSON can tell it: sums of the largest numbers there are may be beyond them. */
export function finite(value: number | null | undefined): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

function indexOver(
  levels: readonly (number | null)[],
  medians: readonly (number | null)[],
  weights: readonly number[],
): number | null {
  let sum = 0;
  let weight = 0;
  for (const [index, middle] of medians.entries()) {
    const counts = weights[index] ?? 1;
    if (middle === null || counts <= 0) continue;
    weight += counts;
    sum += counts * Math.min(CAP, Math.max(0, levels[index] ?? 0) / middle);
  }
  return weight === 0 ? null : (100 * sum) / weight;
}

function mean(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  // Each by its share: the sum may be more than a number can be.
  return given.length === 0 ? null : finite(given.reduce((sum, value) => sum + value / given.length, 0));
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : upper / 2 + (sorted[(sorted.length >> 1) - 1] ?? 0) / 2;
}
