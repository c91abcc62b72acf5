import type { Day } from '../../../lib/day.ts';

/** How many weeks conditions look back: four blocks of four. */
export const FRAME_WEEKS = 16;

/** How an account used the product, packed: by slot, then by week, NaN where there is no value. */
export type UsageHistory = {
  readonly accountId: string;
  readonly lastUsedOn: Day | null;
  readonly weekDays: readonly number[];
  readonly values: Float64Array;
};

/** A metric whose rise is good news and whose fall is bad. */
export type FrameMetric = {
  readonly slot: number;
  readonly name: string;
  readonly isGauge: boolean;
  /** Above 0. */
  readonly weight: number;
  /** Every value anywhere is whole: it counts things, few of which are chance. */
  readonly isCount: boolean;
  /** By week, whether anybody had a value: if not, the source did not give the metric. */
  readonly given: readonly boolean[];
  /** Of the accounts' latest four weeks, those above zero; null without any. */
  readonly median: number | null;
};

/** What all accounts of a workspace are judged against. */
export type UsageFrame = {
  readonly through: Day;
  /** The days after `through` are unknown. */
  readonly isFrozen: boolean;
  /** Days of each week that were synchronised, 0 to 7. */
  readonly coveredDays: readonly number[];
  readonly metrics: readonly FrameMetric[];
};

export type MetricChoice = Pick<FrameMetric, 'slot' | 'name' | 'isGauge' | 'weight'>;

export function packHistory(profile: {
  readonly accountId: string;
  readonly lastUsedOn: Day | null;
  readonly weekDays: readonly number[];
  readonly weeks: readonly (readonly (number | null)[])[];
}): UsageHistory {
  const { accountId, lastUsedOn, weekDays, weeks } = profile;
  const values = new Float64Array(weeks.length * FRAME_WEEKS).fill(Number.NaN);
  for (const [slot, ofSlot] of weeks.entries()) {
    const last = Math.min(FRAME_WEEKS, ofSlot.length);
    for (let week = 0; week < last; week++) values[slot * FRAME_WEEKS + week] = ofSlot[week] ?? Number.NaN;
  }
  return { accountId, lastUsedOn, weekDays, values };
}

export const rawValue = (history: UsageHistory, slot: number, week: number): number =>
  history.values[slot * FRAME_WEEKS + week] ?? Number.NaN;

/** What a metric is like over all accounts. */
export function surveyMetric(choice: MetricChoice, histories: readonly UsageHistory[]): FrameMetric {
  const given = new Array<boolean>(FRAME_WEEKS).fill(false);
  const levels: number[] = [];
  let isCount = true;
  for (const history of histories) {
    let level = 0;
    for (let week = 0; week < FRAME_WEEKS; week++) {
      const value = rawValue(history, choice.slot, week);
      if (Number.isNaN(value)) continue;
      given[week] = true;
      if (!Number.isInteger(value)) isCount = false;
      if (week < 4) level += value;
    }
    if (level > 0) levels.push(choice.isGauge ? level / 4 : level);
  }
  return { ...choice, given, isCount, median: medianOf(levels) };
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
