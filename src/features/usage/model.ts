import type { Day, DayWindow } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';

export type Aggregation = 'SUM' | 'LAST' | 'MAX';

/** A metric of the workspace's dictionary; `slot` is its place, from 0, in every stored array. */
export type Metric = { readonly slot: number; readonly name: string; readonly aggregation: Aggregation };

export type AccountUsage<Usage = MetricUsage> = {
  readonly account: Account;
  readonly window: DayWindow;
  readonly metrics: readonly Usage[];
};

export type MetricUsage = MetricSummary & {
  readonly account: Account;
  readonly window: DayWindow;
  readonly name: string;
  readonly aggregation: Aggregation;
  /** One for each day of the window. */
  readonly values: readonly (number | null)[];
};

export type MetricSummary = {
  readonly total: number | null;
  readonly latest: number | null;
  readonly average: number | null;
};

/** A period beside the one of the same length before it. `changeRate`: 0.3 means 30 % more. */
export type MetricComparison = {
  readonly previousTotal: number | null;
  readonly changeRate: number | null;
};

export type ComparedMetricUsage = MetricUsage & MetricComparison;

export type UnmatchedAccount = {
  readonly externalId: string;
  readonly firstSeenOn: Day;
  readonly lastSeenOn: Day;
  readonly rowCount: number;
};

/** An id that usage comes under, and whose it is. */
export type ExternalAccount = {
  readonly externalId: string;
  /** Days and rows are null and 0 while no usage has come under it. */
  readonly firstSeenOn: Day | null;
  readonly lastSeenOn: Day | null;
  readonly rowCount: number;
  /** Null when it is not linked: it is an account's own, or nobody's. */
  readonly linkedAt: Date | null;
  readonly accountId: string | null;
};

export type RecentUsage = {
  readonly firstUsedOn: Day;
  readonly lastUsedOn: Day;
  readonly metrics: readonly {
    readonly name: string;
    readonly aggregation: Aggregation;
    readonly value: number | null;
  }[];
};

/**
 * Which days of usage are known. What lies between them and was not synchronised is unknown, not without usage. `STALE`: the
 * source is late or disconnected, so that what follows `through` is unknown as well. `NONE`: nothing was ever synchronised.
 */
export type UsageCoverage =
  | { readonly state: 'NONE'; readonly through: null; readonly days: readonly DayWindow[] }
  | {
      readonly state: 'CURRENT' | 'STALE';
      readonly through: Day;
      readonly days: readonly DayWindow[];
      /** Names of the metrics that the mapping has; what it had before is not given any more. All when absent. */
      readonly metrics?: readonly string[];
    };

/** How an account used the product, week by week; week 0 is the seven days that end on the profiles' `asOf`. */
export type UsageProfile = {
  readonly accountId: string;
  /** First and last day on which a metric was above zero; null when none ever was. */
  readonly firstUsedOn: Day | null;
  readonly lastUsedOn: Day | null;
  /** How many days that was, of the whole history up to `asOf`. */
  readonly usedDays: number;
  /** Days used, by week. */
  readonly weekDays: readonly number[];
  /** By slot, then by week: sums of SUM metrics, averages of the days with a value for LAST and MAX; null without any. */
  readonly weeks: readonly (readonly (number | null)[])[];
  /** By slot, over the 30 days that end on `asOf`: SUM the sum, LAST the latest, MAX the largest value. */
  readonly recent: readonly (number | null)[];
  /** The same over the 30 days before. */
  readonly before: readonly (number | null)[];
};

/** What the profiles of a workspace are of. */
export type ProfileBasis = {
  /** What the stored profiles were made from, in short: as long as it is the same, they are too. Absent of other profiles. */
  readonly madeFrom?: string;
  readonly asOf: Day;
  /** Days of each week that were synchronised, 0 to 7. */
  readonly coveredDays: readonly number[];
  readonly metrics: readonly Metric[];
};
