import type { Day, DayWindow } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';

export type Aggregation = 'SUM' | 'LAST' | 'MAX';

/** A metric of the workspace's dictionary; `slot` is its place, from 0, in every stored array. */
export type Metric = { readonly slot: number; readonly name: string; readonly aggregation: Aggregation };

export type AccountUsage = {
  readonly account: Account;
  readonly window: DayWindow;
  readonly metrics: readonly MetricUsage[];
};

export type MetricUsage = MetricSummary & {
  readonly name: string;
  readonly aggregation: Aggregation;
  /** The day of the first value; one value a day from there on. */
  readonly from: Day;
  readonly values: readonly (number | null)[];
};

export type MetricSummary = {
  readonly total: number | null;
  readonly previousTotal: number | null;
  readonly changeRate: number | null;
  readonly latest: number | null;
  readonly average: number | null;
};

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
