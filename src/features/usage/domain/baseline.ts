/** How far back a day is compared: twelve of its own weekday. */
export const BASELINE_DAYS = 84;
/** Fewer of the same weekday say nothing. */
const LEAST_KNOWN = 4;
const WEEK = 7;
/** Makes the median absolute deviation a standard deviation where values are normal. */
const MAD_TO_DEVIATION = 1.4826;
/** Hampel's identifier: three deviations around the median. */
const DEVIATIONS = 3;
/** A band is at least a tenth of the expected value wide on either side: a gauge that never moved may. */
const LEAST_WIDTH = 0.1;

/** One metric day by day, its first entry 84 days before the first that is shown. */
export type BaselineHistory = {
  /** Null for a day without a value. */
  readonly values: readonly (number | null)[];
  /** Days that were synchronised and brought no row, where the metric counts what happened: nothing did. */
  readonly quiet: readonly boolean[];
};

export type Band = { readonly expected: number; readonly lower: number; readonly upper: number };

export type UsageAnomaly = Band & {
  /** Place among the shown days. */
  readonly offset: number;
  /** Null for a quiet day, which counts as 0. */
  readonly value: number | null;
  readonly direction: 'ABOVE' | 'BELOW';
};

/**
 * What each shown day was to be expected to bring, from the twelve of the same weekday before it and nothing later; null where
 * fewer than four of them are known. Formulas and their sources: docs/usage-tab.md.
 */
export function bandsOf(history: BaselineHistory): (Band | null)[] {
  const next = nextValues(history.values);
  const shown = Math.max(0, history.values.length - BASELINE_DAYS);
  return Array.from({ length: shown }, (_, offset) => bandAt(history, next, offset));
}

/** Shown days outside their band. A day that is not known is neither above nor below. */
export function anomaliesOf({ values, quiet }: BaselineHistory, bands: readonly (Band | null)[]): UsageAnomaly[] {
  return bands.flatMap((band, offset) => {
    const value = values[BASELINE_DAYS + offset] ?? null;
    const actual = value ?? (quiet[BASELINE_DAYS + offset] ? 0 : null);
    if (!band || actual === null || (actual >= band.lower && actual <= band.upper)) return [];
    return [{ ...band, offset, value, direction: actual > band.upper ? ('ABOVE' as const) : ('BELOW' as const) }];
  });
}

/** The band of same weekdays; `others` are all days of the weeks, asked for only where zero is usual. Order does not matter. */
export function bandOf(weekdays: readonly number[], others: () => readonly number[]): Band | null {
  if (weekdays.length < LEAST_KNOWN) return null;
  const expected = median(weekdays);
  const deviation = median(weekdays.map((value) => Math.abs(value - expected)));
  const width = Math.max(DEVIATIONS * MAD_TO_DEVIATION * deviation, LEAST_WIDTH * Math.abs(expected));
  // More than half are alike: the deviation says nothing of the others, which happen, too.
  const seen = reach(deviation === 0 && expected === 0 ? withRareDays(weekdays, others()) : weekdays);
  const lower = finite(Math.min(expected - width, deviation === 0 ? seen.lower : expected));
  const upper = finite(Math.max(expected + width, deviation === 0 ? seen.upper : expected));
  // What was never below zero is not expected there, nor the other way round.
  return {
    expected,
    lower: seen.lower >= 0 ? Math.max(0, lower) : lower,
    upper: seen.upper <= 0 ? Math.min(0, upper) : upper,
  };
}

/** Whoever does something now and then does it on no weekday of its own. Whoever rests on Sundays, does. */
function withRareDays(weekdays: readonly number[], all: readonly number[]): readonly number[] {
  const zeros = all.filter((value) => value === 0).length;
  return zeros * 2 > all.length ? all : weekdays;
}

function bandAt({ values, quiet }: BaselineHistory, next: readonly number[], start: number): Band | null {
  // What lies before the first value of these weeks may be before the account, or the metric, was there: not zero.
  const first = next[start] ?? values.length;
  const known = (index: number) => values[index] ?? (quiet[index] && index > first ? 0 : null);
  const collect = (step: number) => {
    const found: number[] = [];
    for (let index = start; index < start + BASELINE_DAYS; index += step) {
      const value = known(index);
      if (value !== null) found.push(value);
    }
    return found;
  };
  return bandOf(collect(WEEK), () => collect(1));
}

/** For each day the first one from it on that has a value. */
function nextValues(values: readonly (number | null)[]): number[] {
  const next = new Array<number>(values.length);
  let found = values.length;
  for (let index = values.length - 1; index >= 0; index--) {
    if (values[index] !== null) found = index;
    next[index] = found;
  }
  return next;
}

function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? 0) / 2 + upper / 2;
}

/** By insertion: twice for each of thousands of days, and never more than twelve. */
function ascending(values: readonly number[]): number[] {
  const sorted: number[] = [];
  for (const value of values) {
    let place = sorted.length;
    for (; place > 0 && (sorted[place - 1] ?? 0) > value; place--) sorted[place] = sorted[place - 1] ?? 0;
    sorted[place] = value;
  }
  return sorted;
}

/** JSON has no infinity, and a band three times as wide as the largest numbers would reach it. */
const finite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));

const reach = (values: readonly number[]) => ({ lower: Math.min(...values), upper: Math.max(...values) });
