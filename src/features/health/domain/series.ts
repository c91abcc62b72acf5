import type { Metric, UsageProfile } from '../model.ts';
import type { KnownWeeks } from './known-weeks.ts';

/** Something counted over the known weeks, latest first, as what it comes to on one day. */
export type Series = { readonly rates: readonly number[]; readonly days: readonly number[] };

/** A profile over the known weeks: each metric, and the days used. */
export type UsageSeries = { readonly bySlot: readonly Series[]; readonly active: Series };

/** A known week without a value is one of 0, of a gauge too: else whoever falls silent would keep the last that was seen. */
export function usageSeries(
  profile: UsageProfile,
  metrics: readonly Metric[],
  known: Pick<KnownWeeks, 'weeks' | 'days'>,
): UsageSeries {
  const { weeks, days } = known;
  const ofDay = (values: readonly (number | null)[]) => {
    const rates = new Array<number>(weeks.length);
    for (let place = 0; place < rates.length; place++)
      rates[place] = (values[weeks[place] ?? 0] ?? 0) / (days[place] ?? 7);
    return { rates, days };
  };
  // The weeks of a gauge are averages of days already.
  const ofGauge = (values: readonly (number | null)[]) => ({ rates: weeks.map((week) => values[week] ?? 0), days });
  return {
    bySlot: metrics.map(({ slot, aggregation }) =>
      aggregation === 'SUM' ? ofDay(profile.weeks[slot] ?? []) : ofGauge(profile.weeks[slot] ?? []),
    ),
    active: ofDay(profile.weekDays),
  };
}

/** The mean of a day over the weeks from place `from` to `to`, `to` excluded, no week counting for more than seven times `cap`. */
export function meanOf({ rates, days }: Series, from: number, to: number, cap = Number.POSITIVE_INFINITY): number {
  // Of the whole week: were it of a day, a week that is known in part would count for less than the same week known to be empty.
  const most = 7 * cap;
  let [sum, weight] = [0, 0];
  const end = Math.min(to, rates.length);
  for (let place = from; place < end; place++) {
    const share = days[place] ?? 7;
    sum += Math.max(-most, Math.min(most, (rates[place] ?? 0) * share));
    weight += share;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** Half as much as now counts what was so many weeks ago: a quarter. */
export const HALF_LIFE_WEEKS = 13;
const FADING = Array.from({ length: 53 }, (_, place) => 2 ** (-place / HALF_LIFE_WEEKS));

/** The mean of a day over the latest `length` weeks, of which those further back count less. */
export function fadingMean({ rates, days }: Series, length: number): number {
  let [sum, weight] = [0, 0];
  const end = Math.min(length, rates.length);
  for (let place = 0; place < end; place++) {
    const share = (days[place] ?? 7) * (FADING[place] ?? 0);
    sum += (rates[place] ?? 0) * share;
    weight += share;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** Of values in ascending order. */
export function median(sorted: ArrayLike<number>): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
