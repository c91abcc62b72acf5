import type { Day, DayWindow } from '../../lib/day.ts';
import type { BacktestResult } from './domain/backtest.ts';
import type { Pillar } from './domain/pillars.ts';

// For `domain/`, which knows no other room.
export type { Metric, ProfileBasis, UsageCoverage, UsageProfile } from '../usage/index.ts';

export { PILLARS, type Pillar } from './domain/pillars.ts';

export type HealthBand = 'POOR' | 'STABLE' | 'HEALTHY';

/**
 * `NO_SOURCE`: nothing of the kind was ever given for the workspace. `STALE`: the source stopped; the pillar stays as of the
 * last good day. `NOT_ENOUGH_DATA`: there is a source, and too little of this account.
 */
export type PillarState = 'SCORED' | 'NO_SOURCE' | 'STALE' | 'NOT_ENOUGH_DATA';

/** One thing that a pillar's score is made of. */
export type PillarInput = {
  /** What is looked at, such as `RECENCY`; the domain of each pillar lists its own. */
  readonly kind: string;
  /** The metric by the name the user gave it; null when it is about no single one. */
  readonly metric: string | null;
  /** The days `value` is of; null when it is of a moment. */
  readonly window: DayWindow | null;
  readonly value: number | null;
  /** What `value` is held against, in the same unit; null when against nothing. */
  readonly comparison: number | null;
  /** How good it is by itself, 0 to 100. */
  readonly score: number;
  /** Its share of the pillar; those of a pillar add up to 1. */
  readonly share: number;
};

/** One pillar by itself. `score`, 0 to 100 and not rounded, is null unless the state is `SCORED` or `STALE`. */
export type PillarResult = {
  readonly pillar: Pillar;
  readonly state: PillarState;
  readonly score: number | null;
  readonly inputs: readonly PillarInput[];
};

/** How a metric counts: not at all with importance 0, twice as much as others with 2. */
export type MetricRule = { readonly importance: number; readonly direction: 'UP_IS_GOOD' | 'DOWN_IS_GOOD' };

export type ModelParts = {
  /** Percent; they add up to 100. */
  readonly weights: Readonly<Record<Pillar, number>>;
  /** The lowest score of each band; what is below `stable` is poor. */
  readonly bands: { readonly stable: number; readonly healthy: number };
  readonly missingPillarPolicy: 'REDISTRIBUTE' | 'COUNT_AS_ZERO';
  /** By metric name; one that is not here counts once, and up is good. */
  readonly metrics: Readonly<Record<string, MetricRule>>;
};

/** Accounts that are scored by parts of their own. */
export type Segment = Partial<ModelParts> & {
  readonly name: string;
  /** All given conditions must hold, exactly. */
  readonly when: {
    readonly plan?: string;
    readonly region?: string;
    readonly attribute?: { readonly name: string; readonly value: string };
  };
};

/** How a workspace scores. Of the segments the first that holds counts. */
export type HealthModel = ModelParts & { readonly segments: readonly Segment[] };

/** Source of the defaults: docs/health.md. */
export const DEFAULT_MODEL: HealthModel = {
  weights: { ADOPTION: 30, ENGAGEMENT: 25, RELATIONSHIP: 15, SUPPORT: 15, FINANCIAL: 15 },
  bands: { stable: 50, healthy: 70 },
  missingPillarPolicy: 'REDISTRIBUTE',
  metrics: {},
  segments: [],
};

export type TouchKind = 'MEETING' | 'CALL' | 'EMAIL' | 'MESSAGE' | 'BUSINESS_REVIEW' | 'OTHER';
export type Sentiment = 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE';

export type SupportSnapshot = {
  readonly day: Day;
  readonly openTickets: number;
  readonly urgentTickets: number;
  readonly oldestTicketHours: number | null;
  readonly firstResponseHours: number | null;
  readonly satisfactionRate: number | null;
};

export type BillingSnapshot = {
  readonly day: Day;
  readonly mrr: number | null;
  readonly subscription: 'ACTIVE' | 'TRIALING' | 'PAUSED' | 'CANCELED';
  readonly payment: 'PAID' | 'OPEN' | 'OVERDUE' | 'FAILED';
  readonly overdueDays: number;
};

/** What was recorded of one account, as of a moment. */
export type AccountFacts = {
  readonly lastTouch: { readonly at: Date; readonly kind: TouchKind; readonly sentiment: Sentiment | null } | null;
  /** In the 90 days before the moment. */
  readonly recentTouches: number;
  /** The latest; null when none was recorded. */
  readonly support: SupportSnapshot | null;
  readonly billing: BillingSnapshot | null;
  /** The latest that is at least 30 days older than `billing`: what it is compared with. */
  readonly billingBefore: BillingSnapshot | null;
};

/** Whether anything of the kind was ever recorded in the workspace. */
export type FactSources = { readonly touches: boolean; readonly support: boolean; readonly billing: boolean };

/** The accounts behind `after` in order of id, up to `upTo`; null for all of them. */
export type AccountIds = { readonly after: string; readonly upTo: string | null };

export type Facts = { readonly sources: FactSources; readonly byAccount: ReadonlyMap<string, AccountFacts> };

/** An account's score now, and what it was. */
export type ScoreStanding = {
  readonly accountId: string;
  readonly score: number | null;
  readonly band: HealthBand | null;
  /** The last score on or before the day asked for; null when there was none. */
  readonly before: number | null;
};

/** A version of a workspace's model. */
export type SavedModel = {
  readonly version: number;
  readonly model: HealthModel;
  readonly savedAt: Date;
  /** The key that saved it; null when the product or its operator did. */
  readonly apiKeyId: string | null;
};

/** A contact with an account, as it is read back. */
export type RelationshipTouch = {
  readonly externalId: string;
  readonly touchedAt: Date;
  readonly kind: TouchKind;
  readonly sentiment: Sentiment | null;
};

export type Churn = { readonly churnedOn: Day; readonly reason: string | null };

/** A version of the model; `savedAt` is null for the built-in one, version 0. */
export type ModelVersion = Pick<SavedModel, 'version' | 'model'> & { readonly savedAt: Date | null };

/** Which model is tested against which days. `version` is null for a model that was only tried. */
export type BacktestRequest = {
  readonly version: number | null;
  readonly model: HealthModel;
  readonly days: DayWindow;
};

export type Backtest = {
  readonly id: string;
  readonly state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  /** 0 to 1. */
  readonly progress: number;
  readonly request: BacktestRequest;
  readonly result: BacktestResult | null;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

/** A version, or a model that was only tried. */
export type ModelVersionOrTried = Omit<ModelVersion, 'version'> & { readonly version: number | null };

/** The last score of a day on which one was computed. */
export type HistoryPoint = {
  readonly day: Day;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly modelVersion: number;
  /** Whether the score of the day before it in the history was by another version. */
  readonly modelChanged: boolean;
};
