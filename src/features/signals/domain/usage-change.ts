import { type MetricFall, rounded } from './evidence.ts';
import { type FrameMetric, rawValue, type UsageFrame, type UsageHistory } from './usage-frame.ts';

/** A change of all metrics together, and what it is made of. Of nothing comparable there is none. */
export type ActivityChange = { readonly changeRate: number; readonly metrics: readonly MetricFall[] };

/** One that doubled makes up for no more than one that stopped. */
const MOST_RATIO = 2;
/** The account's own usual week is the median of those of these with usage. */
const USUAL_WEEKS = 12;

/**
 * `ORDINARY`: less than before, and as much as usual, which is no change. `NO_VALUE`: a gauge that the account had no value of,
 * which is not known to be zero. Null: nothing to compare.
 */
export type Compared = MetricFall | 'UNKNOWN' | 'NO_VALUE' | 'ORDINARY' | null;
export type NoiseFloor = {
  readonly leastCount: number;
  readonly leastShareOfUsual: number;
  /** A week that is less than this below the account's ordinary week is an ordinary one, whatever the week before was. */
  readonly resolveRate: number;
};

/** The latest week against the one before. Null when there is nothing to fall from. */
export function compareWeeks(
  metric: FrameMetric,
  history: UsageHistory,
  frame: UsageFrame,
  floor: NoiseFloor,
): Compared {
  if (frame.isFrozen || frame.coveredDays[0] !== 7 || frame.coveredDays[1] !== 7) return 'UNKNOWN';
  if (!metric.given[1]) return null;
  if (!metric.given[0]) return 'UNKNOWN';
  const [value, previous] = [weekOf(metric, history, 0), weekOf(metric, history, 1)];
  if (previous === null || previous <= 0) return null;
  if (value === null) return 'NO_VALUE';
  const isNoise =
    (metric.isCount && !metric.isGauge && previous < floor.leastCount) ||
    isTiny(previous / floor.leastShareOfUsual, metric, history, frame);
  if (isNoise) return null;
  const isOrdinary = value < previous && isOrdinaryWeek(value / (1 - floor.resolveRate), metric, history, frame);
  return isOrdinary ? 'ORDINARY' : changeFrom(metric, value, previous);
}

/** The latest four weeks against the four before them, in a frame where both are covered. */
export function compareBlocks(
  metric: FrameMetric,
  history: UsageHistory,
  floor: Pick<NoiseFloor, 'leastCount'>,
): Compared {
  if (wentMissing(metric)) return 'UNKNOWN';
  const [value, previous] = [blockOf(metric, history, 0), blockOf(metric, history, 1)];
  if (value === null || previous === null || previous <= 0) return null;
  if (metric.isCount && !metric.isGauge && previous < floor.leastCount) return null;
  return changeFrom(metric, value, previous);
}

/** The mapping has it, and lately the source did not give it for anybody. */
export const wentMissing = ({ given }: FrameMetric): boolean => !given[0] && given.includes(true);

/** Metrics of different units are never added: what is averaged, by importance, is how each changed. */
export function together(metrics: readonly FrameMetric[], all: readonly Compared[]): ActivityChange | 'UNKNOWN' | null {
  const falls: MetricFall[] = [];
  let [weights, ratios] = [0, 0];
  for (const [index, metric] of metrics.entries()) {
    const compared = all[index];
    if (compared === 'UNKNOWN') return 'UNKNOWN';
    if (!compared || compared === 'NO_VALUE') continue;
    const change = compared === 'ORDINARY' ? 0 : compared.changeRate;
    if (compared !== 'ORDINARY') falls.push(compared);
    weights += metric.weight;
    ratios += metric.weight * Math.min(MOST_RATIO, 1 + change);
  }
  if (weights === 0) return all.includes('NO_VALUE') ? 'UNKNOWN' : null;
  return { changeRate: rounded(ratios / weights - 1), metrics: falls };
}

/** The sum of a counter's or the mean of a gauge's four weeks; null when the metric was not given in all of them. */
export function blockOf(metric: FrameMetric, history: UsageHistory, block: number): number | null {
  let total = 0;
  for (let week = 4 * block; week < 4 * block + 4; week++) {
    const value = metric.given[week] ? weekOf(metric, history, week) : null;
    if (value === null) return null;
    total += value;
  }
  return metric.isGauge ? total / 4 : total;
}

/** In a week that was synchronised, a counter without a value counted nothing. */
function weekOf(metric: FrameMetric, history: UsageHistory, week: number): number | null {
  const value = rawValue(history, metric.slot, week);
  if (!Number.isNaN(value)) return value;
  return metric.isGauge ? null : 0;
}

/** Whether more than half of the weeks with usage had more than this. */
function isTiny(limit: number, metric: FrameMetric, history: UsageHistory, frame: UsageFrame): boolean {
  let [used, above] = [0, 0];
  for (let week = 1; week <= USUAL_WEEKS; week++) {
    if (frame.coveredDays[week] !== 7) continue;
    const value = rawValue(history, metric.slot, week);
    if (!(value > 0)) continue;
    used++;
    if (value > limit) above++;
  }
  return 2 * above > used;
}

/** So many weeks before the two that are compared tell what is ordinary. */
const LEAST_PAST = 4;

/**
 * Whether half or more of the weeks before the two that are compared, since the account's first use, had no more than this: then
 * the week before was the exception. Of a week without anything, whether a quarter had nothing: pauses are the account's habit.
 * Of an account with fewer such weeks, nothing is known to be ordinary.
 */
function isOrdinaryWeek(limit: number, metric: FrameMetric, history: UsageHistory, frame: UsageFrame): boolean {
  let first = USUAL_WEEKS;
  while (first > 1 && !(rawValue(history, metric.slot, first) > 0)) first--;
  let [known, within] = [0, 0];
  for (let week = 2; week <= first; week++) {
    if (frame.coveredDays[week] !== 7) continue;
    const value = weekOf(metric, history, week);
    if (value === null) continue;
    known++;
    if (value <= limit) within++;
  }
  return known >= LEAST_PAST && (limit > 0 ? 2 : 4) * within >= known;
}

const changeFrom = (metric: FrameMetric, value: number, previousValue: number): MetricFall => ({
  metric: metric.name,
  value,
  previousValue,
  changeRate: rounded(Math.max(-1, value / previousValue - 1)),
});
