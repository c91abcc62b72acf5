import { addDays, type DayWindow, mustEpochDay, windowLength } from '../../../lib/day.ts';
import type { CompiledMetric } from './check-mapping.ts';

/** Looks at mapped rows for what is no error and still wrong. */
export type UsageWatch = {
  readonly meet: (externalId: string, day: number, values: Float64Array) => void;
  readonly notices: () => string[];
};

/** Accounts whose days are compared; more would tell no more. */
const MAX_ACCOUNTS = 500;
/** Of one account, how many days of the window need a value to say anything. */
const MIN_DAYS = 5;
/** Of the accounts with so many days, how many must never fall. Usage goes up and down, if only at the weekend. */
const SHARE_THAT_GROWS = 0.95;

export function watchUsage(metrics: readonly CompiledMetric[], window: DayWindow): UsageWatch {
  const length = windowLength(window);
  const fromDay = mustEpochDay(window.from);
  const rowsOf = new Int32Array(Math.max(0, length));
  /** By account, metric for metric: a value for each day of the window. */
  const accounts = new Map<string, Float64Array>();

  const meet: UsageWatch['meet'] = (externalId, day, values) => {
    const at = day - fromDay;
    if (at < 0 || at >= length) return;
    rowsOf[at] = (rowsOf[at] ?? 0) + 1;
    let series = accounts.get(externalId);
    if (!series) {
      if (accounts.size >= MAX_ACCOUNTS) return;
      series = new Float64Array(metrics.length * length).fill(Number.NaN);
      accounts.set(externalId, series);
    }
    for (let metric = 0; metric < metrics.length; metric++) series[metric * length + at] = values[metric] ?? Number.NaN;
  };

  /** Never falls over the days, begins well above zero, and ends higher: what a counter that is never set back does. */
  const grows = (series: Float64Array, metric: number): boolean | null => {
    const days = [...series.subarray(metric * length, (metric + 1) * length)].filter((value) => !Number.isNaN(value));
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    if (days.length < MIN_DAYS || first === last) return null;
    return first >= last / 2 && days.every((value, index) => index === 0 || value >= (days[index - 1] as number));
  };

  const runningTotals = (): string[] =>
    metrics.flatMap(({ name, aggregation }, metric) => {
      if (aggregation !== 'SUM') return [];
      const told = [...accounts.values()].flatMap((series) => grows(series, metric) ?? []);
      const growing = told.filter(Boolean).length;
      // One or two accounts may grow for a week; many do not, all at once.
      if (growing < 3 || growing < told.length * SHARE_THAT_GROWS) return [];
      return [
        `${name} never falls in ${growing} of ${told.length} accounts: if it is a running total, days must not be added up. Map the day's own figure, or use LAST.`,
      ];
    });

  const exclusiveEnd = (): string[] => {
    const empty = length >= 3 && rowsOf[length - 1] === 0 && rowsOf.subarray(0, length - 1).every((rows) => rows > 0);
    if (!empty) return [];
    return [
      `Rows came for ${window.from} to ${addDays(window.to, -1)} and none for ${window.to}: if the endpoint leaves out its end date, write {end_date:+1d}.`,
    ];
  };

  return { meet, notices: () => [...runningTotals(), ...exclusiveEnd()] };
}
