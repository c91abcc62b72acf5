import type { Day } from '../../lib/day.ts';
import type { KeyType } from '../../lib/page.ts';

export type Account = {
  readonly id: string;
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan: string | null;
  readonly region: string | null;
  /** Who looks after it. */
  readonly owner: string | null;
  readonly seats: number | null;
  readonly arr: number | null;
  readonly renewalOn: Day | null;
  readonly attributes: Record<string, unknown>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** A metric of the workspace's dictionary, which is the usage room's: doors hand it in. */
export type TableMetric = {
  readonly slot: number;
  readonly name: string;
  readonly aggregation: 'SUM' | 'LAST' | 'MAX';
};

/** From the last to the worst; stored as its place, from 1. */
export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type HealthBand = 'POOR' | 'STABLE' | 'HEALTHY';

/** An account's activity: the index is 100 for the workspace's median account. */
export type AccountActivity = {
  readonly index: number;
  readonly changeRate: number | null;
  readonly lastUsedOn: Day | null;
  readonly metrics: readonly MetricActivity[];
};
export type MetricActivity = {
  readonly name: string;
  readonly aggregation: TableMetric['aggregation'];
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly changeRate: number | null;
};

/** What the table shows of an account beside its own fields. Null: not known, or not yet. */
export type AccountStanding = {
  readonly accountId: string;
  /** By metric slot; null while the account never had usage. */
  readonly usage: readonly (number | null)[] | null;
  readonly usageBefore: readonly (number | null)[] | null;
  readonly usageChange: readonly (number | null)[] | null;
  readonly activityIndex: number | null;
  readonly activityChange: number | null;
  readonly lastUsedOn: Day | null;
  readonly healthScore: number | null;
  readonly healthBand: HealthBand | null;
  readonly healthChange: number | null;
  readonly openSignals: number;
  /** 4 critical, 3 high, 2 medium, 1 low. */
  readonly worstSeverity: number | null;
};

/** What accounts can be ordered by, and what a cursor of that order holds. */
export const ORDER_KEYS = {
  NAME: 'string',
  EXTERNAL_CRM_ID: 'string',
  CREATED_AT: 'number',
  PLAN: 'string?',
  REGION: 'string?',
  OWNER: 'string?',
  ARR: 'number?',
  SEATS: 'integer?',
  RENEWAL_ON: 'day?',
  USAGE: 'number?',
  USAGE_CHANGE: 'number?',
  ACTIVITY_INDEX: 'number?',
  ACTIVITY_CHANGE: 'number?',
  LAST_USED_ON: 'day?',
  HEALTH_SCORE: 'integer?',
  HEALTH_CHANGE: 'integer?',
  OPEN_SIGNALS: 'integer',
  WORST_SEVERITY: 'integer?',
} as const satisfies Record<string, KeyType>;
export type OrderField = keyof typeof ORDER_KEYS;

export type AccountOrder = {
  readonly field: OrderField;
  readonly direction: 'ASC' | 'DESC';
  /** Which metric, for USAGE and USAGE_CHANGE. */
  readonly metric?: string | null | undefined;
};

/** Both ends belong to it. An account without a value is in no range. */
export type NumberRange = { readonly min?: number | null | undefined; readonly max?: number | null | undefined };
export type DayRange = { readonly from?: Day | null | undefined; readonly to?: Day | null | undefined };

export type UsageCondition = NumberRange & {
  readonly metric: string;
  readonly change?: NumberRange | null | undefined;
};

/** Conditions on accounts, as callers give them; all that are given must hold. */
export type AccountFilter = {
  readonly text?: string | null | undefined;
  readonly plan?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null | undefined;
  readonly seats?: NumberRange | null | undefined;
  readonly arr?: NumberRange | null | undefined;
  readonly renewal?: DayRange | null | undefined;
  readonly renewsWithinDays?: number | null | undefined;
  readonly created?: DayRange | null | undefined;
  readonly usage?: readonly UsageCondition[] | null | undefined;
  readonly activityIndex?: NumberRange | null | undefined;
  readonly activityChange?: NumberRange | null | undefined;
  readonly lastUsed?: DayRange | null | undefined;
  readonly notUsedSinceDay?: Day | null | undefined;
  readonly healthScore?: NumberRange | null | undefined;
  readonly healthChange?: NumberRange | null | undefined;
  readonly healthBands?: readonly HealthBand[] | null | undefined;
  readonly openSignalCount?: NumberRange | null | undefined;
  readonly hasOpenSignals?: boolean | null | undefined;
  readonly severityAtLeast?: Severity | null | undefined;
};

/** A filter that was checked, with its metrics found and its days counted. */
export type CheckedFilter = Omit<AccountFilter, 'usage' | 'renewsWithinDays'> & {
  readonly usage: readonly (UsageCondition & { readonly slot: number })[];
};

/** A question to the table that was checked. All filters must hold. */
export type AccountQuery = {
  readonly filters: readonly CheckedFilter[];
  readonly order: AccountOrder & { readonly slot: number | null };
};

/** What a saved view shows; what each needs besides is its metric. */
export const VIEW_COLUMNS = [
  'EXTERNAL_CRM_ID',
  'NAME',
  'PLAN',
  'REGION',
  'OWNER',
  'SEATS',
  'ARR',
  'RENEWAL_ON',
  'HEALTH_SCORE',
  'HEALTH_BAND',
  'HEALTH_CHANGE',
  'ACTIVITY_INDEX',
  'ACTIVITY_CHANGE',
  'LAST_USED_ON',
  'OPEN_SIGNALS',
  'WORST_SEVERITY',
  'USAGE',
  'USAGE_CHANGE',
  'CREATED_AT',
  'UPDATED_AT',
] as const;
export type ViewColumn = {
  readonly field: (typeof VIEW_COLUMNS)[number];
  readonly metric?: string | null | undefined;
};

/** A view of the account table as callers give it. */
export type ViewParts = {
  readonly filter: AccountFilter;
  readonly orderBy: AccountOrder;
  /** Empty: whoever shows it chooses. */
  readonly columns: readonly ViewColumn[];
};

/** The parts of a view that a change gives. */
export type GivenView = { readonly [Part in keyof ViewParts]?: ViewParts[Part] | null | undefined };

export type SavedView = ViewParts & {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** An account in lists of all of them. */
export type AccountOutline = Pick<Account, 'id' | 'externalCrmId' | 'name' | 'owner' | 'arr' | 'renewalOn'>;

/** Whom to look for among those whose usage moved: by a metric, or by the activity index when `slot` is null. */
export type MoverQuery = { readonly slot: number | null; readonly direction: 'DOWN' | 'UP'; readonly limit: number };

/** What a metric or the index came to, and what it was before. `changeRate`: 0.3 means 30 % more. */
export type AccountMover = {
  readonly accountId: string;
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly changeRate: number;
};

/** The accounts of a band of health; of no band are those without a score. */
export type BandSummary = {
  readonly band: HealthBand | null;
  readonly accountCount: number;
  readonly accountsWithArr: number;
  /** Of those together; null when none has any. */
  readonly arr: number | null;
};
