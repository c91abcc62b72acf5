import { addDays, type DayWindow, windowLength } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { syncedDays } from './domain/active-days.ts';
import { anomaliesOf, BASELINE_DAYS, bandsOf, type UsageAnomaly } from './domain/baseline.ts';
import { combineDays } from './domain/combine-days.ts';
import type { Metric } from './model.ts';
import { type StoredSeries, selectUsageSeries } from './store/index.ts';

/** What a metric was to be expected to be on each day of a window: columns, null for a day of which too little is known. */
export type UsageBaseline = {
  readonly window: DayWindow;
  readonly expected: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly anomalies: readonly UsageAnomaly[];
};

/**
 * The baselines of several accounts over one window, in their order, by metric name. `ranges` are the days that were
 * synchronised: only on those does a missing row mean that nothing happened.
 */
export async function readBaselines(
  ctx: Ctx,
  accountIds: readonly string[],
  window: DayWindow,
  metrics: readonly Metric[],
  ranges: readonly DayWindow[],
): Promise<ReadonlyMap<string, UsageBaseline>[]> {
  const read: DayWindow = { from: addDays(window.from, -BASELINE_DAYS), to: window.to };
  const slots = metrics.map(({ slot }) => slot);
  const stored = await selectUsageSeries(ctx.db.orm, ctx.actor.workspaceId, accountIds, read, slots);
  const synced = syncedDays(ranges, read);
  return accountIds.map((id) => {
    const series = stored.get(id) ?? [];
    const isQuiet = synced.slice();
    for (const { offsets } of series) for (const offset of offsets) isQuiet[offset] = false;
    return new Map(metrics.map((metric, at) => [metric.name, baselineOf(metric, series, at, isQuiet, window)]));
  });
}

/** `at` is the metric's place among those of the series. */
function baselineOf(
  { aggregation }: Metric,
  series: readonly StoredSeries[],
  at: number,
  isQuiet: readonly boolean[],
  window: DayWindow,
): UsageBaseline {
  const length = BASELINE_DAYS + windowLength(window);
  const values = combineDays(aggregation, series, at, length);
  // A gauge that nobody reported is not at zero.
  const quiet = aggregation === 'SUM' ? isQuiet : new Array<boolean>(length).fill(false);
  const bands = bandsOf({ values, quiet });
  return {
    window,
    expected: bands.map((band) => band?.expected ?? null),
    lower: bands.map((band) => band?.lower ?? null),
    upper: bands.map((band) => band?.upper ?? null),
    anomalies: anomaliesOf({ values, quiet }, bands),
  };
}
