import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Account as AccountModel, SavedView as SavedViewModel, AccountActivity as AccountActivityModel } from '../features/accounts/index.ts';
import type { ApiKey as ApiKeyModel, AuditEvent as AuditEventModel, Evaluation as EvaluationModel, EvaluationOutcome as EvaluationOutcomeModel, ModelBudget as ModelBudgetModel, Workspace as WorkspaceModel } from '../features/workspaces/index.ts';
import type { Conversation as ConversationModel, Turn as LarryTurnModel } from '../features/conversations/index.ts';
import type { Banner as BannerModel, CustomApi as CustomApiModel, SyncRun as SyncRunModel, PreviewedRow as PreviewedRowModel, Mapping as MappingModel, Paging as PagingModel, MappingPreview as MappingPreviewModel, MappingSuggestion as MappingSuggestionModel, AlternativeMapping as AlternativeMappingModel, ConnectionTest as ConnectionTestModel } from '../features/sources/index.ts';
import type { WebhookDelivery as WebhookDeliveryModel, WebhookEndpoint as WebhookEndpointModel, WebhookEvent as WebhookEventModel, Attempt as WebhookAttemptModel } from '../features/webhooks/index.ts';
import type { Backtest as BacktestModel, ModelVersionOrTried as HealthModelModel, HealthScore as HealthScoreModel, TrailPillar as TrailPillarModel, TrailInput as TrailInputModel, Segment as SegmentModel, Mover as MoverModel } from '../features/health/index.ts';
import type { AccountUsage as AccountUsageModel, Suggestion as SuggestionModel, ExternalAccount as ExternalAccountModel, UnmatchedAccount as UnmatchedAccountModel, RecentUsage as RecentUsageModel, MetricUsage as MetricUsageModel, UsageBaseline as UsageBaselineModel } from '../features/usage/index.ts';
import type { Signal as SignalModel, SavedRules as SavedRulesModel, ChurnCondition as ChurnConditionModel, UsageDeclineEvidence as UsageDeclineEvidenceModel, ChurnRiskEvidence as ChurnRiskEvidenceModel, RenewalRiskEvidence as RenewalRiskEvidenceModel, DisengagementEvidence as DisengagementEvidenceModel, ExpansionEvidence as ExpansionEvidenceModel, PaymentEvidence as PaymentEvidenceModel, SubscriptionEvidence as SubscriptionEvidenceModel, MismatchEvidence as MismatchEvidenceModel } from '../features/signals/index.ts';
import type { SignalConnection as SignalConnectionModel, AccountConnection as AccountConnectionModel, AuditEventConnection as AuditEventConnectionModel, UnmatchedAccountConnection as UnmatchedAccountConnectionModel } from './connection.ts';
import type { RequestContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A UTC calendar day written `YYYY-MM-DD`, such as `2026-11-20`. A day the calendar does not have is refused. */
  Date: { input: string; output: string; }
  /** An instant in ISO 8601 with a zone, written in UTC with milliseconds, such as `2026-11-20T05:15:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A JSON object whose keys are of the caller's choosing. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** A customer of the company: the unit that usage, health and signals are about. */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** How active the account is, over the 30 days that end on the last synchronised one; null while it never had usage, or none was looked at yet. */
  readonly activity?: Maybe<AccountActivity>;
  /** Annual recurring revenue, in the workspace's own currency; null when not given. */
  readonly arr?: Maybe<Scalars['Float']['output']>;
  /** Further facts of the company's choosing. Empty when none were given. */
  readonly attributes: Scalars['JSONObject']['output'];
  /** How the account's billing stood, the latest day first. Empty when nothing was recorded. */
  readonly billingSnapshots: ReadonlyArray<BillingSnapshot>;
  /** When the account left; null when it was not recorded to have left. */
  readonly churn?: Maybe<Churn>;
  /** When the account was first given. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The ids that usage comes under for the account: its own externalCrmId, unless that is linked to another account, then those linked to it, the latest first. Usage of several ids combines day by day: SUM adds up, MAX takes the largest, LAST takes the value of the first of them that has one. */
  readonly externalAccounts: ReadonlyArray<ExternalAccount>;
  /** The company's own identifier for the account. Usage rows are tied to accounts by it, compared exactly, case included; and by links, see `externalAccounts`. */
  readonly externalCrmId: Scalars['String']['output'];
  /** The account's health; null until it was computed, which takes seconds after the first data. */
  readonly health?: Maybe<HealthScore>;
  /** The account's id, `acc_…`. */
  readonly id: Scalars['ID']['output'];
  /** The account's name. */
  readonly name: Scalars['String']['output'];
  /** How many signals are open. */
  readonly openSignalCount: Scalars['Int']['output'];
  /** Who looks after the account, such as a name or an e-mail address; null when not given. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** The plan the account is on; null when not given. */
  readonly plan?: Maybe<Scalars['String']['output']>;
  /** The 30 days up to the last synchronised day, from a summary kept at each synchronisation; null for an account without usage. */
  readonly recentUsage?: Maybe<RecentUsage>;
  /** Where the account is; null when not given. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** Contacts with the account, the latest first. Empty when none were recorded. */
  readonly relationshipTouches: ReadonlyArray<RelationshipTouch>;
  /** The day the contract renews; null when not given. */
  readonly renewalOn?: Maybe<Scalars['Date']['output']>;
  /** Seats sold; null when not given. */
  readonly seats?: Maybe<Scalars['Int']['output']>;
  /** The account's signals, the newest first. */
  readonly signals: SignalConnection;
  /** How the account's support stood, the latest day first. Empty when nothing was recorded. */
  readonly supportSnapshots: ReadonlyArray<SupportSnapshot>;
  /** When the account last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** How the account used the product: the last `days` full days, or `from` to `to`. Null only when the range or a metric is not acceptable, which `errors` explains. */
  readonly usage?: Maybe<AccountUsage>;
  /** The worst of the open signals; null when none is open. */
  readonly worstSeverity?: Maybe<SignalSeverity>;
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountBillingSnapshotsArgs = {
  first: Scalars['Int']['input'];
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountRelationshipTouchesArgs = {
  first: Scalars['Int']['input'];
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountSignalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  states: ReadonlyArray<SignalState>;
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountSupportSnapshotsArgs = {
  first: Scalars['Int']['input'];
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountUsageArgs = {
  days: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  metrics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * How active an account is, kept up with each synchronisation: what the account table shows and orders by.
 *
 * Metrics of different units are never added up. The index holds each metric against the workspace instead:
 *
 * `index = 100 × Σ wₘ × min(levelₘ / medianₘ, 10) / Σ wₘ`
 *
 * The level of a metric that is summed is its sum over the 30 days that end on the last synchronised one, that of a gauge (`LAST`,
 * `MAX`) the average of the last four weeks; `medianₘ` is the median level of the workspace's accounts that are above zero. A level below zero, and a
 * metric the account has no value for, count as 0; metrics that no account has above zero are left out. Each metric weighs the
 * same. So 100 is an account that is at the median of every metric, and 1,000 is the most there is.
 */
export type AccountActivity = {
  readonly __typename?: 'AccountActivity';
  /** The index against that of the 30 days before, by the same medians and over the metrics that existed then, where 0.3 means 30 % more; null when the earlier one is 0 or unknown. */
  readonly changeRate?: Maybe<Scalars['Float']['output']>;
  /** The activity index, 0 to 1,000, where 100 is the workspace's median account. */
  readonly index: Scalars['Float']['output'];
  /** The last day on which a metric was above zero; null when none ever was. */
  readonly lastUsedOn?: Maybe<Scalars['Date']['output']>;
  /** Each metric of the workspace's dictionary, in its order. */
  readonly metrics: ReadonlyArray<MetricActivity>;
};

/** One attribute that accounts must have. */
export type AccountAttributeFilter = {
  /** The attribute's name. */
  readonly name: Scalars['String']['input'];
  /** Its value. Text matches text; numbers and booleans match their JSON spelling, such as `12` or `true`. */
  readonly value: Scalars['String']['input'];
};

/** What a column of the account table can show. */
export type AccountColumn =
  /** `AccountActivity.changeRate`. */
  | 'ACTIVITY_CHANGE'
  /** `AccountActivity.index`. */
  | 'ACTIVITY_INDEX'
  /** `Account.arr`. */
  | 'ARR'
  /** `Account.createdAt`. */
  | 'CREATED_AT'
  /** `Account.externalCrmId`. */
  | 'EXTERNAL_CRM_ID'
  /** The band of the health score. */
  | 'HEALTH_BAND'
  /** Change of the health score since the previous one, in points. */
  | 'HEALTH_CHANGE'
  /** The health score, 0 to 100. */
  | 'HEALTH_SCORE'
  /** `AccountActivity.lastUsedOn`. */
  | 'LAST_USED_ON'
  /** `Account.name`. */
  | 'NAME'
  /** `Account.openSignalCount`. */
  | 'OPEN_SIGNALS'
  /** `Account.owner`. */
  | 'OWNER'
  /** `Account.plan`. */
  | 'PLAN'
  /** `Account.region`. */
  | 'REGION'
  /** `Account.renewalOn`. */
  | 'RENEWAL_ON'
  /** `Account.seats`. */
  | 'SEATS'
  /** `Account.updatedAt`. */
  | 'UPDATED_AT'
  /** `MetricActivity.value` of one metric; needs `metric`. */
  | 'USAGE'
  /** `MetricActivity.changeRate` of one metric; needs `metric`. */
  | 'USAGE_CHANGE'
  /** `Account.worstSeverity`. */
  | 'WORST_SEVERITY';

/** A column of the account table. */
export type AccountColumnInput = {
  /** What the column shows. */
  readonly field: AccountColumn;
  /** The metric's name, for USAGE and USAGE_CHANGE; for nothing else. */
  readonly metric?: InputMaybe<Scalars['String']['input']>;
};

/** A page of accounts. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  /** The page's accounts, each with its cursor. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** The page's accounts. */
  readonly nodes: ReadonlyArray<Account>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many accounts match the filter, on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An account and its place in the list. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** The account's place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The account. */
  readonly node: Account;
};

/** Which accounts to list. All given conditions must hold. */
export type AccountFilter = {
  /** Change of the activity index, where 0.3 means 30 % more. */
  readonly activityChange?: InputMaybe<NumberRangeFilter>;
  /** The activity index, where 100 is the workspace's median account. */
  readonly activityIndex?: InputMaybe<NumberRangeFilter>;
  /** Annual recurring revenue. */
  readonly arr?: InputMaybe<NumberRangeFilter>;
  /** Attributes the account must have, each with exactly this value; at most 10. */
  readonly attributes?: InputMaybe<ReadonlyArray<AccountAttributeFilter>>;
  /** The UTC day on which the account was first given. */
  readonly created?: InputMaybe<DayRangeFilter>;
  /** Whether any signal is open. */
  readonly hasOpenSignals?: InputMaybe<Scalars['Boolean']['input']>;
  /** Bands of health, any of these; accounts without a score are in none. */
  readonly healthBands?: InputMaybe<ReadonlyArray<HealthBand>>;
  /** Change of the health score since the previous one, in points. */
  readonly healthChange?: InputMaybe<NumberRangeFilter>;
  /** The health score, 0 to 100. */
  readonly healthScore?: InputMaybe<NumberRangeFilter>;
  /** The last day on which a metric was above zero. */
  readonly lastUsed?: InputMaybe<DayRangeFilter>;
  /** No metric was above zero on this day or later; holds for accounts that never had usage, too. */
  readonly notUsedSinceDay?: InputMaybe<Scalars['Date']['input']>;
  /** How many signals are open. */
  readonly openSignalCount?: InputMaybe<NumberRangeFilter>;
  /** The owner, exactly. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** The plan, exactly. */
  readonly plan?: InputMaybe<Scalars['String']['input']>;
  /** The region, exactly. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** The day the contract renews. */
  readonly renewal?: InputMaybe<DayRangeFilter>;
  /** The contract renews within so many days from today (UTC), today included: 0 to 3,650. */
  readonly renewsWithinDays?: InputMaybe<Scalars['Int']['input']>;
  /** Seats sold. */
  readonly seats?: InputMaybe<NumberRangeFilter>;
  /** The worst open signal is at least this severe. */
  readonly severityAtLeast?: InputMaybe<SignalSeverity>;
  /** Part of the name or of the external CRM id, in any case; at most 200 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Usage of metrics over the 30 days that end on the last synchronised one; at most 10. */
  readonly usage?: InputMaybe<ReadonlyArray<AccountUsageFilter>>;
};

/** How accounts are ordered. Ties are ordered by id. */
export type AccountOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: AccountOrderField;
  /** The metric's name, for USAGE and USAGE_CHANGE; for nothing else. */
  readonly metric?: InputMaybe<Scalars['String']['input']>;
};

/** What accounts can be ordered by. */
export type AccountOrderField =
  /** Change of the activity index. */
  | 'ACTIVITY_CHANGE'
  /** The activity index: all metrics, each against the workspace's median. */
  | 'ACTIVITY_INDEX'
  /** Annual recurring revenue. */
  | 'ARR'
  /** When the account was first given. */
  | 'CREATED_AT'
  /** The external CRM id, by Unicode code point. */
  | 'EXTERNAL_CRM_ID'
  /** Change of the health score since the previous one. */
  | 'HEALTH_CHANGE'
  /** The health score. */
  | 'HEALTH_SCORE'
  /** The last day on which a metric was above zero. */
  | 'LAST_USED_ON'
  /** The account's name, by Unicode code point. */
  | 'NAME'
  /** How many signals are open. */
  | 'OPEN_SIGNALS'
  /** The owner, by Unicode code point. */
  | 'OWNER'
  /** The plan, by Unicode code point. */
  | 'PLAN'
  /** The region, by Unicode code point. */
  | 'REGION'
  /** The day the contract renews. */
  | 'RENEWAL_ON'
  /** Seats sold. */
  | 'SEATS'
  /** One metric over the 30 days that end on the last synchronised one; needs `metric`. */
  | 'USAGE'
  /** Change of one metric against the 30 days before; needs `metric`. */
  | 'USAGE_CHANGE'
  /** The worst open signal; accounts without any come last either way. */
  | 'WORST_SEVERITY';

/** An account that an unmatched id may belong to. */
export type AccountSuggestion = {
  readonly __typename?: 'AccountSuggestion';
  /** The account. */
  readonly account: Account;
  /** How likely it is, from 0.25 to 1, in hundredths: the weight of the reason, divided by the number of accounts that fit equally well, and times 0.7 when usage comes under the account's own externalCrmId already. */
  readonly confidence: Scalars['Float']['output'];
  /** The same in words, for people. */
  readonly explanation: Scalars['String']['output'];
  /** What speaks for it. */
  readonly reason: SuggestionReason;
};

/** How one account used the product over a range of days. */
export type AccountUsage = {
  readonly __typename?: 'AccountUsage';
  /** Whose usage it is. */
  readonly account: Account;
  /** Those days as a share of the days of the range that are known: synchronised, or with a value. 0 to 1; null when none is. */
  readonly activeDayShare?: Maybe<Scalars['Float']['output']>;
  /** Days of the range on which any of these metrics was above zero. */
  readonly activeDays: Scalars['Int']['output'];
  /** What happened meanwhile, in order of the days: gaps, synchronisations to know of, signals of the account. */
  readonly annotations: ReadonlyArray<UsageAnnotation>;
  /** First day ever on which any metric was above zero; null when none ever was. */
  readonly firstUsedOn?: Maybe<Scalars['Date']['output']>;
  /** How current the figures are. */
  readonly freshness: Freshness;
  /** First day of the range. */
  readonly from: Scalars['Date']['output'];
  /** Last day ever on which any metric was above zero; null when none ever was. */
  readonly lastUsedOn?: Maybe<Scalars['Date']['output']>;
  /** One series for each metric, in the order the metrics were first mapped. */
  readonly metrics: ReadonlyArray<MetricUsage>;
  /** Last day of the range. */
  readonly to: Scalars['Date']['output'];
};

/** Usage of one metric over the 30 days that end on the last synchronised one. The account must have a value. */
export type AccountUsageFilter = {
  /** Change against the 30 days before, where -0.3 means 30 % less. */
  readonly change?: InputMaybe<NumberRangeFilter>;
  /** The largest value; without end when null. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** The metric's name, from the workspace's dictionary. */
  readonly metric: Scalars['String']['input'];
  /** The least value; without end when null. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
};

/** Why `acknowledgeSignal` was refused. */
export type AcknowledgeSignalError = {
  readonly __typename?: 'AcknowledgeSignalError';
  /** The reason, to switch on. */
  readonly code: AcknowledgeSignalErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `acknowledgeSignal` can be refused for. */
export type AcknowledgeSignalErrorCode =
  /** The signal has ended. */
  | 'ALREADY_RESOLVED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** There is no such signal in this workspace. */
  | 'NOT_FOUND';

/** What `acknowledgeSignal` needs. */
export type AcknowledgeSignalInput = {
  /** The signal's id. */
  readonly id: Scalars['ID']['input'];
  /** A note to keep with it, at most 2,000 characters; the one before stays when null. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** What `acknowledgeSignal` answers. */
export type AcknowledgeSignalPayload = {
  readonly __typename?: 'AcknowledgeSignalPayload';
  /** The signal as it is now; null when refused. */
  readonly signal?: Maybe<Signal>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<AcknowledgeSignalError>;
};

/** How several rows for one day and account become one value, and how days become a period. */
export type Aggregation =
  /** The last one in the answer: for gauges, such as active seats. Periods have a latest value and an average, never a sum. */
  | 'LAST'
  /** The largest: for peaks. Periods have a latest value and an average, never a sum. */
  | 'MAX'
  /** Added up: for counts, such as calls or orders. */
  | 'SUM';

/** Another mapping that makes rows of the sample. */
export type AlternativeMapping = {
  readonly __typename?: 'AlternativeMapping';
  /** How well its rows come out, 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** The mapping. */
  readonly mapping: Mapping;
  /** Who found it. */
  readonly source: SuggestionSource;
};

/** How an answer is written. */
export type AnswerFormat =
  /** By its Content-Type (`application/x-ndjson`, `application/jsonl` and the like are NDJSON), otherwise by what comes. */
  | 'AUTO'
  /** One JSON document. */
  | 'JSON'
  /** One JSON document in each line: the answer is the list of its lines, and `rowsPath` is mostly `@`. An answer without lines has zero rows. */
  | 'NDJSON';

/** How answers are read with a mapping. What comes out is the same. */
export type AnswerReading =
  /** As a whole, at most 256 MB: `rowsPath` needs all of the answer at once, as in `items(@)` or `rows[-7:]`. */
  | 'DOCUMENT'
  /** As they come, each row parsed. `rowsPath` leads to a list, or runs over the elements of one, each for itself: `data.rows[?type == 'x']`. */
  | 'ROWS'
  /** As they come, each row compared with the shape of those before: the fastest. `rowsPath` and all other paths lead straight to a value, or are constants; a metric may be `to_number` of one. */
  | 'TEMPLATE';

/** A key that opens this workspace. The key itself is shown once, when it is created, and stored only as a hash. */
export type ApiKey = Node & {
  readonly __typename?: 'ApiKey';
  /** When the key was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The key's id, `key_…`. */
  readonly id: Scalars['ID']['output'];
  /** What the key is for, in its creator's words. */
  readonly label: Scalars['String']['output'];
  /** The first characters of the key, to tell keys apart. */
  readonly prefix: Scalars['String']['output'];
  /** When the key was revoked; null while it works. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the key may do. */
  readonly role: Role;
};

/** A reason why `askLarry` was refused. */
export type AskLarryError = {
  readonly __typename?: 'AskLarryError';
  /** The reason, to switch on. */
  readonly code: AskLarryErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons why `askLarry` may be refused. */
export type AskLarryErrorCode =
  /** The key lacks the role. */
  | 'FORBIDDEN'
  /** The question is empty, too long, or holds a character that cannot be stored. */
  | 'INVALID_INPUT'
  /** This key has no such conversation. */
  | 'NOT_FOUND'
  /** Three questions of this key, or one of this conversation, wait for answers; or the conversation has 500 questions. */
  | 'TOO_MANY_TURNS';

/** A question for Larry. */
export type AskLarryInput = {
  /** The conversation it goes on; null begins a new one. */
  readonly conversationId?: InputMaybe<Scalars['ID']['input']>;
  /** The question, 1 to 2,000 characters, in any language the model knows; without a model, in English. */
  readonly question: Scalars['String']['input'];
};

/** What came of `askLarry`. */
export type AskLarryPayload = {
  readonly __typename?: 'AskLarryPayload';
  /** The turn that was begun; null when it was refused. */
  readonly turn?: Maybe<LarryTurn>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<AskLarryError>;
};

/** What can be done to a workspace's configuration, and what `subject` and `details` of its entry hold. */
export type AuditAction =
  /** An API key was created. Subject: the key's id. Details: `label`, `role`, `prefix`. */
  | 'API_KEY_CREATED'
  /** An API key was revoked. Subject: the key's id. Details: `label`, `role`, `prefix`. */
  | 'API_KEY_REVOKED'
  /** Days were asked for anew. Subject: the custom API's id. Details: the days, `from` and `to`, and the `run`'s id. */
  | 'BACKFILL_REQUESTED'
  /** A custom API was connected, or its endpoint replaced. Subject: the custom API's id. Details: `url` with `***` for credentials in it, `method`, `timeoutSeconds`, `authKind`. */
  | 'CUSTOM_API_CONNECTED'
  /** A custom API was disconnected; its history stays. Subject: the custom API's id. */
  | 'CUSTOM_API_DISCONNECTED'
  /** A connected custom API was connected again, with the same or other credentials. Subject and details: like CUSTOM_API_CONNECTED. */
  | 'CUSTOM_API_RECONNECTED'
  /** The time of the daily evaluation was changed. Subject: the workspace's id. Details: `timeZone` and `dailyAt`, `before` and `after`. */
  | 'EVALUATION_SCHEDULE_UPDATED'
  /** An id that usage comes under was tied to an account. Subject: that id. Details: `accountId`, and `previousAccountId`, null when it was tied to none. */
  | 'EXTERNAL_ACCOUNT_LINKED'
  /** An id that usage comes under was untied from an account. Subject: that id. Details: `accountId`. */
  | 'EXTERNAL_ACCOUNT_UNLINKED'
  /** The health model was changed. Subject: the workspace's id. Details: the new `version`, which parts `changed`, and the model `before` and `after`. */
  | 'HEALTH_MODEL_UPDATED'
  /** A mapping was saved. Subject: the custom API's id. Details: the mapping `before` (null for the first one) and `after`, and the `days` of history asked for. */
  | 'MAPPING_SAVED'
  /** How much of the model the workspace may use each day was changed. Subject: the workspace's id. Details: `callsPerDay` and `tokensPerDay`, `before` and `after`; null leaves it to the operator. */
  | 'MODEL_BUDGET_UPDATED'
  /** A view of the account table was saved. Subject: the view's id. Details: its `name` and the `view`. */
  | 'SAVED_VIEW_CREATED'
  /** A saved view was deleted. Subject: the view's id. Details: its `name` and the `view`, as they were. */
  | 'SAVED_VIEW_DELETED'
  /** A saved view was changed. Subject: the view's id. Details: its `name` and the `view`, as they are now. */
  | 'SAVED_VIEW_UPDATED'
  /** The rules of signals were changed. Subject: the workspace's id. Details: the new `version`, and the rules `before` and `after`. */
  | 'SIGNAL_RULES_UPDATED'
  /** A webhook endpoint was created. Subject: the endpoint's id. Details: `host`, `eventTypes` (empty for all), `description`. */
  | 'WEBHOOK_ENDPOINT_CREATED'
  /** A webhook endpoint was deleted. Subject: the endpoint's id. Details: `host`. */
  | 'WEBHOOK_ENDPOINT_DELETED'
  /** The server stopped calling a webhook endpoint. Subject: the endpoint's id. Details: `host`, and `reason`, a `WebhookDisabledReason`. */
  | 'WEBHOOK_ENDPOINT_DISABLED'
  /** A webhook endpoint was changed. Subject: the endpoint's id. Details, as they are since: `host`, `eventTypes`, `description`, `enabled`; and `urlReplaced`. */
  | 'WEBHOOK_ENDPOINT_UPDATED'
  /** A webhook endpoint got a new secret. Subject: the endpoint's id. Details: `host`, `previousSecretExpiresAt`. */
  | 'WEBHOOK_SECRET_ROTATED';

/** Who made a change. */
export type AuditActor = {
  readonly __typename?: 'AuditActor';
  /** The key that made the change, revoked or not. Null when the operator made it. */
  readonly apiKey?: Maybe<ApiKey>;
  /** What kind of actor it was. */
  readonly kind: AuditActorKind;
  /** A name for lists: the key's label, or `operator`. */
  readonly label: Scalars['String']['output'];
  /** What the key could do; a key's role never changes. Null when the operator made the change. */
  readonly role?: Maybe<Role>;
};

/** Kinds of actors. */
export type AuditActorKind =
  /** An API key of this workspace. */
  | 'API_KEY'
  /** Whoever runs this server, with its commands, or the server by itself. */
  | 'OPERATOR';

/** A change of this workspace's configuration: who made it, when, and what it was. Entries are never altered or removed. */
export type AuditEvent = Node & {
  readonly __typename?: 'AuditEvent';
  /** What was done. */
  readonly action: AuditAction;
  /** Who made it. */
  readonly actor: AuditActor;
  /** When the change was made. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** What is worth knowing about the change, as `action` says. Never a secret. Later versions may add keys. */
  readonly details: Scalars['JSONObject']['output'];
  /** The entry's id, `evt_…`. */
  readonly id: Scalars['ID']['output'];
  /** What it was done to: the id of one of this workspace's objects, or the company's own identifier, as `action` says. */
  readonly subject: Scalars['String']['output'];
  /** The change in one sentence, for people. */
  readonly summary: Scalars['String']['output'];
};

/** A page of the audit log. */
export type AuditEventConnection = {
  readonly __typename?: 'AuditEventConnection';
  /** The page's entries, each with its cursor. */
  readonly edges: ReadonlyArray<AuditEventEdge>;
  /** The page's entries. */
  readonly nodes: ReadonlyArray<AuditEvent>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An entry of the audit log and its place in the list. */
export type AuditEventEdge = {
  readonly __typename?: 'AuditEventEdge';
  /** The entry's place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEvent;
};

/** Which entries of the audit log to list. All given conditions must hold. */
export type AuditLogFilter = {
  /** What was done: any of these; anything when null. */
  readonly actions?: InputMaybe<ReadonlyArray<AuditAction>>;
  /** The id of the key that made the change. */
  readonly apiKeyId?: InputMaybe<Scalars['ID']['input']>;
  /** First UTC day. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** What it was done to, exactly. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** Last UTC day. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** What kind of credentials are sent. */
export type AuthKind =
  /** `Authorization: Basic …`. */
  | 'BASIC'
  /** `Authorization: Bearer …`. */
  | 'BEARER'
  /** A key in a header of the endpoint's own. */
  | 'HEADER_KEY'
  /** None. */
  | 'NONE'
  /** `Authorization: Bearer …` with a token that a token endpoint issues (OAuth2, client credentials). */
  | 'OAUTH2_CLIENT_CREDENTIALS'
  /** A key in the query string. */
  | 'QUERY_KEY';

/** Why `backfillUsage` was refused. */
export type BackfillUsageError = {
  readonly __typename?: 'BackfillUsageError';
  /** The reason, to switch on. */
  readonly code: BackfillUsageErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `backfillUsage` can be refused for. */
export type BackfillUsageErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** No endpoint is connected, or no mapping is saved. */
  | 'NOT_CONNECTED'
  /** A run is under way already; watch that one. */
  | 'RUN_IN_PROGRESS';

/** What `backfillUsage` needs. */
export type BackfillUsageInput = {
  /** First day, 1900-01-01 or later. */
  readonly from: Scalars['Date']['input'];
  /** Last day, yesterday (UTC) at the latest; at most 400 days in all. */
  readonly to: Scalars['Date']['input'];
};

/** What `backfillUsage` answers. */
export type BackfillUsagePayload = {
  readonly __typename?: 'BackfillUsagePayload';
  /** The run; null when refused. */
  readonly syncRun?: Maybe<SyncRun>;
  /** Why no run was made; empty on success. */
  readonly userErrors: ReadonlyArray<BackfillUsageError>;
};

/** Why `backtestHealthModel` was refused. */
export type BacktestHealthModelError = {
  readonly __typename?: 'BacktestHealthModelError';
  /** The reason, to switch on. */
  readonly code: BacktestHealthModelErrorCode;
  /** Path to the input at fault, such as `["input", "to"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `backtestHealthModel` can be refused for. */
export type BacktestHealthModelErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** Fewer than 5 accounts were recorded to have left in these days: that says nothing. */
  | 'TOO_FEW_CHURNS'
  /** Three backtests wait or run already. */
  | 'TOO_MANY_BACKTESTS';

/** What `backtestHealthModel` needs. */
export type BacktestHealthModelInput = {
  /** First of the days on which the accounts left that are looked at. */
  readonly from: Scalars['Date']['input'];
  /** What to change of the model that counts; null tests that model. */
  readonly model?: InputMaybe<HealthModelInput>;
  /** Last of those days; not in the future, and at most 366 days with `from`. */
  readonly to: Scalars['Date']['input'];
};

/** What `backtestHealthModel` answers. */
export type BacktestHealthModelPayload = {
  readonly __typename?: 'BacktestHealthModelPayload';
  /** The backtest, waiting for a worker; null when refused. */
  readonly backtest?: Maybe<HealthBacktest>;
  /** Why there is none; empty on success. */
  readonly userErrors: ReadonlyArray<BacktestHealthModelError>;
};

/** What to tell people about a connection. */
export type Banner = {
  readonly __typename?: 'Banner';
  /** The reason, to switch on: `STALE`, `NO_ROWS`, or the code of the failed run, such as `CREDENTIALS_REFUSED`. */
  readonly code: Scalars['String']['output'];
  /** What to do about it. */
  readonly hint: Scalars['String']['output'];
  /** How urgent it is. */
  readonly level: BannerLevel;
  /** The reason, for people. */
  readonly message: Scalars['String']['output'];
  /** Since when: the first of the failures in a row, or the last success. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** How urgent a banner is. */
export type BannerLevel =
  /** The connection is in ERROR: nothing more comes until somebody acts. */
  | 'RED'
  /** No synchronisation has succeeded for more than 36 hours, or for two days longer they brought no rows; it is still being tried. */
  | 'YELLOW';

/** A user name and password. */
export type BasicAuthInput = {
  /** The password. */
  readonly password: Scalars['String']['input'];
  /** The user name; it may not contain a colon. */
  readonly username: Scalars['String']['input'];
};

/** A bearer token. */
export type BearerAuthInput = {
  /** The token, without the word Bearer. */
  readonly token: Scalars['String']['input'];
};

/** How an account's billing stood on a day. */
export type BillingSnapshot = {
  readonly __typename?: 'BillingSnapshot';
  /** The day, in UTC. */
  readonly day: Scalars['Date']['output'];
  /** Monthly recurring revenue, in the workspace's own currency; null when not known. */
  readonly mrr?: Maybe<Scalars['Float']['output']>;
  /** Days the oldest unpaid invoice was over its date; 0 when none was. */
  readonly overdueDays: Scalars['Int']['output'];
  /** How payment stood. */
  readonly payment: PaymentState;
  /** How the subscription stood. */
  readonly subscription: BillingSubscriptionState;
};

/** One account's billing on one day. */
export type BillingSnapshotInput = {
  /** The account's id. Give exactly one of it and `externalCrmId`. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The day it is of, in UTC; not in the future. */
  readonly day: Scalars['Date']['input'];
  /** The company's own identifier of the account. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** Monthly recurring revenue, 0 or more, in the workspace's own currency; null when not known. */
  readonly mrr?: InputMaybe<Scalars['Float']['input']>;
  /** Days the oldest unpaid invoice is over its date; 0 when none is. */
  readonly overdueDays: Scalars['Int']['input'];
  /** How payment stands. */
  readonly payment: PaymentState;
  /** How the subscription stands. */
  readonly subscription: BillingSubscriptionState;
};

/** How a subscription stands. */
export type BillingSubscriptionState =
  /** It runs. */
  | 'ACTIVE'
  /** It was ended, or is to end. */
  | 'CANCELED'
  /** It rests. */
  | 'PAUSED'
  /** It is tried, and not paid for yet. */
  | 'TRIALING';

/** When an account left. */
export type Churn = {
  readonly __typename?: 'Churn';
  /** The day, in UTC. */
  readonly churnedOn: Scalars['Date']['output'];
  /** Why; null when not known. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** One of the five conditions of churn risk. */
export type ChurnCondition = {
  readonly __typename?: 'ChurnCondition';
  /** The same in words, for people. */
  readonly explanation: Scalars['String']['output'];
  /** Which one. */
  readonly kind: ChurnConditionKind;
  /** What it counts now: its weight, or 0. */
  readonly points: Scalars['Int']['output'];
  /** Whether it holds. */
  readonly state: ChurnConditionState;
  /** The figure that decided, as `kind` says; null when there is none. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** What it counts when it holds, 0 to 100. */
  readonly weight: Scalars['Int']['output'];
};

/** The conditions that churn risk is made of. */
export type ChurnConditionKind =
  /** The health score lost 10 points or more in 30 days, or a band. Value: points since then, negative when lost. */
  | 'HEALTH_DECLINE'
  /** No contact in 30 days. Value: days since the last one; null when there never was one. */
  | 'NO_TOUCH'
  /** The latest billing snapshot says that a payment failed or is overdue. Value: days overdue. */
  | 'PAYMENT_FAILURE'
  /** The contract renews within 60 days. Value: days until then. */
  | 'RENEWAL_NEAR'
  /** Usage in total declines, or the account is disengaged. Value: the change week over week. */
  | 'USAGE_DECLINE';

/** Whether a condition holds. */
export type ChurnConditionState =
  /** It does not hold. */
  | 'DOES_NOT_HOLD'
  /** It holds and counts. */
  | 'HOLDS'
  /** There is no source to tell, or too little of this account. It does not count. */
  | 'UNKNOWN';

/** One account that left, or did not after all. */
export type ChurnInput = {
  /** The account's id. Give exactly one of it and `externalCrmId`. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The day the account left, in UTC and not in the future; null takes back what was recorded. */
  readonly churnedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The company's own identifier of the account. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 1,000 characters; null when not known. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Evidence of CHURN_RISK: the five conditions. */
export type ChurnRiskEvidence = {
  readonly __typename?: 'ChurnRiskEvidence';
  /** The five conditions, heaviest first by default. */
  readonly conditions: ReadonlyArray<ChurnCondition>;
  /** The points of the conditions that hold, 0 to 100. */
  readonly score: Scalars['Int']['output'];
  /** From how many points on a signal is raised. */
  readonly threshold: Scalars['Int']['output'];
};

/** Rules of CHURN_RISK. */
export type ChurnRiskRules = {
  readonly __typename?: 'ChurnRiskRules';
  /** Over so many days. */
  readonly healthDays: Scalars['Int']['output'];
  /** So many points lost are a decline. */
  readonly healthPoints: Scalars['Int']['output'];
  /** A renewal within this many days is near. */
  readonly renewalDays: Scalars['Int']['output'];
  /** With fewer points it is resolved; at most `threshold`. */
  readonly resolveBelow: Scalars['Int']['output'];
  /** From so many points on a signal is raised. */
  readonly threshold: Scalars['Int']['output'];
  /** A contact longer ago than this many days is too long ago. */
  readonly touchDays: Scalars['Int']['output'];
  /** What the conditions count; they add up to 100. */
  readonly weights: ChurnRiskWeights;
};

/** Rules of CHURN_RISK; what is left out stays. */
export type ChurnRiskRulesInput = {
  /** Over so many days: 1 to 365; 30 at first. */
  readonly healthDays?: InputMaybe<Scalars['Int']['input']>;
  /** So many points lost are a decline: 1 to 100; 10 at first. */
  readonly healthPoints?: InputMaybe<Scalars['Int']['input']>;
  /** A renewal within this many days is near: 1 to 365; 60 at first. */
  readonly renewalDays?: InputMaybe<Scalars['Int']['input']>;
  /** With fewer points it is resolved; at most `threshold`: 1 to 100; 40 at first. */
  readonly resolveBelow?: InputMaybe<Scalars['Int']['input']>;
  /** From so many points on a signal is raised: 1 to 100; 50 at first. */
  readonly threshold?: InputMaybe<Scalars['Int']['input']>;
  /** A contact longer ago than this many days is too long ago: 1 to 365; 30 at first. */
  readonly touchDays?: InputMaybe<Scalars['Int']['input']>;
  /** What the conditions count. */
  readonly weights?: InputMaybe<ChurnRiskWeightsInput>;
};

/** What the conditions of churn risk count; they add up to 100. */
export type ChurnRiskWeights = {
  readonly __typename?: 'ChurnRiskWeights';
  /** Of HEALTH_DECLINE. */
  readonly healthDecline: Scalars['Int']['output'];
  /** Of NO_TOUCH. */
  readonly noTouch: Scalars['Int']['output'];
  /** Of PAYMENT_FAILURE. */
  readonly paymentFailure: Scalars['Int']['output'];
  /** Of RENEWAL_NEAR. */
  readonly renewalNear: Scalars['Int']['output'];
  /** Of USAGE_DECLINE. */
  readonly usageDecline: Scalars['Int']['output'];
};

/** What the conditions of churn risk count: whole numbers that add up to 100. What is left out stays. */
export type ChurnRiskWeightsInput = {
  /** Of HEALTH_DECLINE; 15 at first. */
  readonly healthDecline?: InputMaybe<Scalars['Int']['input']>;
  /** Of NO_TOUCH; 10 at first. */
  readonly noTouch?: InputMaybe<Scalars['Int']['input']>;
  /** Of PAYMENT_FAILURE; 30 at first. */
  readonly paymentFailure?: InputMaybe<Scalars['Int']['input']>;
  /** Of RENEWAL_NEAR; 20 at first. */
  readonly renewalNear?: InputMaybe<Scalars['Int']['input']>;
  /** Of USAGE_DECLINE; 25 at first. */
  readonly usageDecline?: InputMaybe<Scalars['Int']['input']>;
};

/** Why `connectCustomApi` was refused. */
export type ConnectCustomApiError = {
  readonly __typename?: 'ConnectCustomApiError';
  /** The reason, to switch on. */
  readonly code: ConnectCustomApiErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `connectCustomApi` can be refused for. */
export type ConnectCustomApiErrorCode =
  /** The address is private or otherwise not allowed. */
  | 'ADDRESS_REFUSED'
  /** A usage source with a saved mapping is connected already: disconnect it first. */
  | 'ALREADY_CONNECTED'
  /** The answer could not be processed within its bounds of time and memory. */
  | 'ANSWER_TOO_COSTLY'
  /** No connection could be made, or it broke. */
  | 'CONNECTION_FAILED'
  /** 401 or 403: the credentials were refused, by the endpoint or by its token endpoint. */
  | 'CREDENTIALS_REFUSED'
  /** 404 or 410: nothing is at this address. */
  | 'ENDPOINT_NOT_FOUND'
  /** 5xx or similar: the endpoint could not answer. */
  | 'ENDPOINT_UNAVAILABLE'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The host name has no address. */
  | 'HOST_NOT_FOUND'
  /** A header cannot be sent. */
  | 'INVALID_HEADER'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL cannot be called. */
  | 'INVALID_URL'
  /** Response is not valid JSON. */
  | 'NOT_JSON'
  /** 429: the endpoint asks for fewer calls. */
  | 'RATE_LIMITED'
  /** The endpoint answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** Another 4xx: the endpoint rejects the request. */
  | 'REQUEST_REJECTED'
  /** The answer is larger than the limit. */
  | 'RESPONSE_TOO_LARGE'
  /** The endpoint took longer than timeoutSeconds. */
  | 'TIMEOUT'
  /** The certificate or the encryption was not acceptable. */
  | 'TLS_FAILED'
  /** The token endpoint answered with something that is no bearer token. */
  | 'TOKEN_UNUSABLE'
  /** The answer is compressed in a way that was not asked for. */
  | 'UNSUPPORTED_ENCODING';

/** An endpoint and how to call it. */
export type ConnectCustomApiInput = {
  /** How the answer is written. */
  readonly answerFormat: AnswerFormat;
  /** Credentials to send. They are stored encrypted and cannot be read back. */
  readonly auth: CustomApiAuthInput;
  /** Body of a POST, at most 16 KB; `{start_date}` and `{end_date}` are filled in, as in the URL; all other braces stay. Sent as `application/json` unless a header says otherwise. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** Further headers, at most 20. `{start_date}` and `{end_date}` are filled in, as in the URL. Stored encrypted, like credentials. */
  readonly headers: ReadonlyArray<HttpHeaderInput>;
  /** How many pages an answer may have, 1 to 10,000: a run that meets more fails, and nothing of it is stored. */
  readonly maxPages: Scalars['Int']['input'];
  /** How it is called. */
  readonly method: HttpMethod;
  /** How an answer that comes in pages goes on. Null when it comes as one. */
  readonly paging?: InputMaybe<PagingInput>;
  /** Seconds one call may take, its whole answer included; 1 to 60. */
  readonly timeoutSeconds: Scalars['Int']['input'];
  /**
   * Address, https, at most 4,000 characters. `{start_date}` and `{end_date}` become the window's first and last day, both inclusive, as `YYYY-MM-DD`.
   * Days can be added or taken away, 0 to 400, and a format given: `{end_date:+1d}`, `{start_date:unix}` (seconds), `unix_ms`, `iso` (2026-11-01T00:00:00Z), or a pattern of `%Y %m %d %y %j %H %M %S %%`, as in `{start_date:%Y%m%d}`.
   * The time is always 00:00:00 UTC of the day: an end in seconds that includes its last day is `{end_date:+1d:unix}`.
   */
  readonly url: Scalars['String']['input'];
};

/** What `connectCustomApi` answers. */
export type ConnectCustomApiPayload = {
  readonly __typename?: 'ConnectCustomApiPayload';
  /** The usage source as it is now; null when refused. */
  readonly customApi?: Maybe<CustomApi>;
  /** The call that was made; null when none was. */
  readonly test?: Maybe<ConnectionTest>;
  /** Why nothing was connected; empty on success. */
  readonly userErrors: ReadonlyArray<ConnectCustomApiError>;
};

/** One call to the endpoint, made to try it. */
export type ConnectionTest = {
  readonly __typename?: 'ConnectionTest';
  /** From the call to the end of the answer, in milliseconds. */
  readonly durationMs: Scalars['Float']['output'];
  /** First day asked for. */
  readonly from: Scalars['Date']['output'];
  /** HTTP status of the answer; null when there was none. */
  readonly httpStatus?: Maybe<Scalars['Int']['output']>;
  /** The address called, secrets replaced by `***`. */
  readonly requestedUrl: Scalars['String']['output'];
  /** Size of the answer in bytes; null when it was not read to its end. */
  readonly responseBytes?: Maybe<Scalars['Float']['output']>;
  /** Last day asked for. */
  readonly to: Scalars['Date']['output'];
  /** What is worth a look although the endpoint answered, such as an address without dates in it. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * What somebody asks Larry, question by question. It belongs to the API key that asks: other keys of the workspace, whatever their
 * role, find nothing of it. It is kept for 90 days after its last question, or until it is deleted.
 */
export type Conversation = Node & {
  readonly __typename?: 'Conversation';
  /** When its first question was asked. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque id, `conv_…`. */
  readonly id: Scalars['ID']['output'];
  /** When its last question was asked. */
  readonly lastTurnAt: Scalars['DateTime']['output'];
  /** The beginning of its first question, in one line of at most 80 characters. */
  readonly title: Scalars['String']['output'];
  /** Its questions and their answers, oldest first. */
  readonly turns: LarryTurnConnection;
};


/**
 * What somebody asks Larry, question by question. It belongs to the API key that asks: other keys of the workspace, whatever their
 * role, find nothing of it. It is kept for 90 days after its last question, or until it is deleted.
 */
export type ConversationTurnsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of conversations. */
export type ConversationConnection = {
  readonly __typename?: 'ConversationConnection';
  /** The same with their cursors. */
  readonly edges: ReadonlyArray<ConversationEdge>;
  /** The conversations of this page. */
  readonly nodes: ReadonlyArray<Conversation>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A conversation and its place in the list. */
export type ConversationEdge = {
  readonly __typename?: 'ConversationEdge';
  /** To pass as `after` for what follows this node. */
  readonly cursor: Scalars['String']['output'];
  /** The conversation. */
  readonly node: Conversation;
};

/** Why `createApiKey` was refused. */
export type CreateApiKeyError = {
  readonly __typename?: 'CreateApiKeyError';
  /** The reason, to switch on. */
  readonly code: CreateApiKeyErrorCode;
  /** Path to the input at fault, such as `["input", "label"]`; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `createApiKey` can be refused for. */
export type CreateApiKeyErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT';

/** What `createApiKey` needs. */
export type CreateApiKeyInput = {
  /** What the key is for; 1 to 100 characters. */
  readonly label: Scalars['String']['input'];
  /** What the key may do. */
  readonly role: Role;
};

/** What `createApiKey` answers. */
export type CreateApiKeyPayload = {
  readonly __typename?: 'CreateApiKeyPayload';
  /** The new key's record; null when refused. */
  readonly apiKey?: Maybe<ApiKey>;
  /** The key itself, shown this once; null when refused. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was created; empty on success. */
  readonly userErrors: ReadonlyArray<CreateApiKeyError>;
};

/** Why `createSavedView` was refused. */
export type CreateSavedViewError = {
  readonly __typename?: 'CreateSavedViewError';
  /** The reason, to switch on. */
  readonly code: CreateSavedViewErrorCode;
  /** Path to the input at fault, such as `["input", "filter", "usage", "0", "metric"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `createSavedView` can be refused for. */
export type CreateSavedViewErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** There is a view of this name. */
  | 'NAME_TAKEN'
  /** The workspace has 200 views. */
  | 'TOO_MANY_VIEWS';

/** What `createSavedView` needs. As JSON, a view has at most 16 KB. */
export type CreateSavedViewInput = {
  /** Which columns, from left to right, each once; at most 100. Null or empty leaves it to whoever shows the view. */
  readonly columns?: InputMaybe<ReadonlyArray<AccountColumnInput>>;
  /** Which accounts; all when null. */
  readonly filter?: InputMaybe<AccountFilter>;
  /** 1 to 100 characters, unique in the workspace whatever the case; blanks around it are trimmed. */
  readonly name: Scalars['String']['input'];
  /** In which order; by name when null. */
  readonly orderBy?: InputMaybe<AccountOrder>;
};

/** What `createSavedView` answers. */
export type CreateSavedViewPayload = {
  readonly __typename?: 'CreateSavedViewPayload';
  /** The view; null when refused. */
  readonly savedView?: Maybe<SavedView>;
  /** Why nothing was saved; empty on success. */
  readonly userErrors: ReadonlyArray<CreateSavedViewError>;
};

/** Why `createWebhookEndpoint` was refused. */
export type CreateWebhookEndpointError = {
  readonly __typename?: 'CreateWebhookEndpointError';
  /** The reason, to switch on. */
  readonly code: CreateWebhookEndpointErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `createWebhookEndpoint` can be refused for. */
export type CreateWebhookEndpointErrorCode =
  /** The URL leads to an address that is never called, or only where the operator allows it. */
  | 'ADDRESS_REFUSED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL is not one that is called; the message says why. */
  | 'INVALID_URL'
  /** The workspace has 20 endpoints. */
  | 'TOO_MANY_ENDPOINTS';

/** What `createWebhookEndpoint` needs. */
export type CreateWebhookEndpointInput = {
  /** What it is for; at most 200 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What to tell; everything when null or empty. */
  readonly eventTypes?: InputMaybe<ReadonlyArray<WebhookEventType>>;
  /** Where to send: https, at most 4,000 characters. It is stored sealed and cannot be read. */
  readonly url: Scalars['String']['input'];
};

/** What `createWebhookEndpoint` answers. */
export type CreateWebhookEndpointPayload = {
  readonly __typename?: 'CreateWebhookEndpointPayload';
  /** The new endpoint; null when refused. */
  readonly endpoint?: Maybe<WebhookEndpoint>;
  /** The secret that calls are signed with, `whsec_…`, shown this once; null when refused. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was created; empty on success. */
  readonly userErrors: ReadonlyArray<CreateWebhookEndpointError>;
};

/** The workspace's usage source: a JSON endpoint of the company's own that Tributary calls. There is one for each workspace, connected or not. */
export type CustomApi = Node & {
  readonly __typename?: 'CustomApi';
  /** How its answers are written; null while not connected. */
  readonly answerFormat?: Maybe<AnswerFormat>;
  /** What kind of credentials are sent; null while not connected. The credentials themselves cannot be read. */
  readonly authKind?: Maybe<AuthKind>;
  /** The one thing to tell people about this connection; null when all is well. */
  readonly banner?: Maybe<Banner>;
  /** Ranges of days between the first synchronised one and a week ago that never were: fill them with `backfillUsage`. The latest 7 days are made up for by themselves. At most 100, the latest first. */
  readonly gaps: ReadonlyArray<DayRange>;
  /** The source's id, `capi_…`. */
  readonly id: Scalars['ID']['output'];
  /** When the last successful run ended; null before the first. */
  readonly lastSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day that was synchronised; null before the first run. */
  readonly lastSyncedDay?: Maybe<Scalars['Date']['output']>;
  /** The saved mapping; null while there is none. */
  readonly mapping?: Maybe<Mapping>;
  /** How the endpoint is called; null while not connected. */
  readonly method?: Maybe<HttpMethod>;
  /** How many metrics a mapping may track. */
  readonly metricLimit: Scalars['Int']['output'];
  /** How many metrics the saved mapping tracks; 0 while there is none. */
  readonly metricsTracked: Scalars['Int']['output'];
  /** When the next daily synchronisation is due: 05:15 UTC and up to 10 minutes. Null while there is nothing to synchronise. */
  readonly nextSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** How an answer that comes in pages goes on; null when it comes as one, and while not connected. */
  readonly paging?: Maybe<Paging>;
  /** What the endpoint answered when it was last connected, reconnected or reconfigured, or asked afresh for a suggestion while no mapping is saved, cut to 8 KB; null once a mapping is saved, and 24 hours after the answer. */
  readonly sample?: Maybe<Sample>;
  /** Where the connection stands. */
  readonly status: CustomApiStatus;
  /** The synchronisation runs of the last 90 days, newest first. */
  readonly syncRuns: SyncRunConnection;
  /** Seconds one call may take, its whole answer included; null while not connected. */
  readonly timeoutSeconds?: Maybe<Scalars['Int']['output']>;
  /** How many account ids came with usage and match no account. */
  readonly unmatchedAccountCount: Scalars['Int']['output'];
  /** The endpoint's address as given, without its key; what looks like a secret somebody typed into it reads `***`. Null while not connected. */
  readonly url?: Maybe<Scalars['String']['output']>;
};


/** The workspace's usage source: a JSON endpoint of the company's own that Tributary calls. There is one for each workspace, connected or not. */
export type CustomApiSyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Exactly one kind of credentials. */
export type CustomApiAuthInput =
  /** `Authorization: Basic …`. */
  { readonly basic: BasicAuthInput; readonly bearer?: never; readonly headerKey?: never; readonly none?: never; readonly oauth2?: never; readonly queryKey?: never; }
  |  /** `Authorization: Bearer …`. */
  { readonly basic?: never; readonly bearer: BearerAuthInput; readonly headerKey?: never; readonly none?: never; readonly oauth2?: never; readonly queryKey?: never; }
  |  /** A key in a header of the endpoint's own. */
  { readonly basic?: never; readonly bearer?: never; readonly headerKey: KeyAuthInput; readonly none?: never; readonly oauth2?: never; readonly queryKey?: never; }
  |  /** No credentials; only `true` is accepted. */
  { readonly basic?: never; readonly bearer?: never; readonly headerKey?: never; readonly none: Scalars['Boolean']['input']; readonly oauth2?: never; readonly queryKey?: never; }
  |  /** OAuth2 with client credentials (RFC 6749, 4.4): a token is fetched and renewed as needed, and sent as `Authorization: Bearer …`. */
  { readonly basic?: never; readonly bearer?: never; readonly headerKey?: never; readonly none?: never; readonly oauth2: OAuth2AuthInput; readonly queryKey?: never; }
  |  /** A key in the query string. The whole URL is then treated as a secret. */
  { readonly basic?: never; readonly bearer?: never; readonly headerKey?: never; readonly none?: never; readonly oauth2?: never; readonly queryKey: KeyAuthInput; };

/** Where a custom API's connection stands. */
export type CustomApiStatus =
  /** A mapping is saved and the first history is being fetched. */
  | 'BACKFILLING'
  /** Connected, mapped, and synchronised at least once. */
  | 'CONNECTED'
  /** It was disconnected. History stays; credentials are gone. */
  | 'DISCONNECTED'
  /** It needs a person: credentials were refused, the mapping reaches no row, or 3 daily runs failed in a row. `banner` says which. It is still tried once a day, and one success mends it. */
  | 'ERROR'
  /** The endpoint answers; no mapping is saved yet. */
  | 'MAPPING'
  /** No endpoint was given yet. */
  | 'NOT_CONNECTED';

/** How dates are written. Days are UTC days, from 2000-01-01 to 2100-12-31: any other year is an error of its row. */
export type DateFormat =
  /** A date, or a date and time; with an offset or `Z` it becomes its UTC day, without a zone it is read as UTC. */
  | 'ISO_8601'
  /** As in mail: `Fri, 20 Nov 2026 23:59:59 +0100`, becomes its UTC day. Weekday and seconds may be left out; a weekday must fit its date. */
  | 'RFC_2822'
  /** Whole days since 1970-01-01, a number or a text of digits: `20777`. */
  | 'UNIX_DAYS'
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  | 'UNIX_MILLISECONDS'
  /** Seconds since 1970-01-01T00:00:00Z. */
  | 'UNIX_SECONDS'
  /** Eight digits, a number or a text: `20261120`. */
  | 'YYYYMMDD'
  /** `2026-11-20`. */
  | 'YYYY_MM_DD'
  /** `2026-11-20 23:59:59` without a zone, read as UTC; a fraction of the second may follow. */
  | 'YYYY_MM_DD_HH_MM_SS';

/** A range of days. */
export type DayRange = {
  readonly __typename?: 'DayRange';
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Last day. */
  readonly to: Scalars['Date']['output'];
};

/** Days between two ends, both included. Accounts without a day are in no range that has an end. */
export type DayRangeFilter = {
  /** The first day; without end when null. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day, on or after `from`; without end when null. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** A reason why `deleteConversation` was refused. */
export type DeleteConversationError = {
  readonly __typename?: 'DeleteConversationError';
  /** The reason, to switch on. */
  readonly code: DeleteConversationErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons why `deleteConversation` may be refused. */
export type DeleteConversationErrorCode =
  /** The key lacks the role. */
  | 'FORBIDDEN'
  /** This key has no such conversation. */
  | 'NOT_FOUND';

/** Which conversation to delete. */
export type DeleteConversationInput = {
  /** The conversation's id. */
  readonly id: Scalars['ID']['input'];
};

/** What came of `deleteConversation`. */
export type DeleteConversationPayload = {
  readonly __typename?: 'DeleteConversationPayload';
  /** Whether it was deleted. */
  readonly deleted: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<DeleteConversationError>;
};

/** Why `deleteSavedView` was refused. */
export type DeleteSavedViewError = {
  readonly __typename?: 'DeleteSavedViewError';
  /** The reason, to switch on. */
  readonly code: DeleteSavedViewErrorCode;
  /** Path to the input at fault: `["input", "id"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `deleteSavedView` can be refused for. */
export type DeleteSavedViewErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such view in this workspace. */
  | 'NOT_FOUND';

/** What `deleteSavedView` needs. */
export type DeleteSavedViewInput = {
  /** The view's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `deleteSavedView` answers. */
export type DeleteSavedViewPayload = {
  readonly __typename?: 'DeleteSavedViewPayload';
  /** The view as it was; null when refused. */
  readonly savedView?: Maybe<SavedView>;
  /** Why nothing was deleted; empty on success. */
  readonly userErrors: ReadonlyArray<DeleteSavedViewError>;
};

/** Why `deleteWebhookEndpoint` was refused. */
export type DeleteWebhookEndpointError = {
  readonly __typename?: 'DeleteWebhookEndpointError';
  /** The reason, to switch on. */
  readonly code: DeleteWebhookEndpointErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `deleteWebhookEndpoint` can be refused for. */
export type DeleteWebhookEndpointErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such endpoint in this workspace. */
  | 'NOT_FOUND';

/** What `deleteWebhookEndpoint` needs. */
export type DeleteWebhookEndpointInput = {
  /** The endpoint's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `deleteWebhookEndpoint` answers. */
export type DeleteWebhookEndpointPayload = {
  readonly __typename?: 'DeleteWebhookEndpointPayload';
  /** Whether it is gone; false when refused. */
  readonly deleted: Scalars['Boolean']['output'];
  /** Why nothing was deleted; empty on success. */
  readonly userErrors: ReadonlyArray<DeleteWebhookEndpointError>;
};

/** Why `disconnectCustomApi` was refused. */
export type DisconnectCustomApiError = {
  readonly __typename?: 'DisconnectCustomApiError';
  /** The reason, to switch on. */
  readonly code: DisconnectCustomApiErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `disconnectCustomApi` can be refused for. */
export type DisconnectCustomApiErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** No endpoint is connected. */
  | 'NOT_CONNECTED';

/** What `disconnectCustomApi` needs: nothing. */
export type DisconnectCustomApiInput = {
  /** Ignored: a place for clients that tag their mutations. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `disconnectCustomApi` answers. */
export type DisconnectCustomApiPayload = {
  readonly __typename?: 'DisconnectCustomApiPayload';
  /** The usage source as it is now; null when refused. */
  readonly customApi?: Maybe<CustomApi>;
  /** Why it was not disconnected; empty on success. */
  readonly userErrors: ReadonlyArray<DisconnectCustomApiError>;
};

/** Evidence of DISENGAGEMENT. */
export type DisengagementEvidence = {
  readonly __typename?: 'DisengagementEvidence';
  /** The last day with usage. */
  readonly lastUsedOn: Scalars['Date']['output'];
  /** Of how many known weeks. */
  readonly ofWeeks: Scalars['Int']['output'];
  /** How many days without usage that is. */
  readonly silentDays: Scalars['Int']['output'];
  /** The last synchronised day. */
  readonly throughDay: Scalars['Date']['output'];
  /** In how many weeks it was used before. */
  readonly usedWeeks: Scalars['Int']['output'];
  /** How many would have been too many for this account. */
  readonly usualLimit: Scalars['Int']['output'];
};

/** Rules of DISENGAGEMENT. */
export type DisengagementRules = {
  readonly __typename?: 'DisengagementRules';
  /** In so many of the 12 weeks before it must have been used. */
  readonly leastUsedWeeks: Scalars['Int']['output'];
  /** So many days without usage are too many, or more for an account that is used seldom. */
  readonly silentDays: Scalars['Int']['output'];
};

/** Rules of DISENGAGEMENT; what is left out stays. */
export type DisengagementRulesInput = {
  /** In so many of the 12 weeks before it must have been used: 1 to 12; 4 at first. */
  readonly leastUsedWeeks?: InputMaybe<Scalars['Int']['input']>;
  /** So many days without usage are too many, or more for an account that is used seldom: 7 to 60; 14 at first. */
  readonly silentDays?: InputMaybe<Scalars['Int']['input']>;
};

/** How what is derived from the workspace's data (usage profiles, health, signals) stands. It is brought up to date when data changed, within seconds as a rule, and once a day. */
export type Evaluation = {
  readonly __typename?: 'Evaluation';
  /** The time of day of the daily evaluation, `HH:MM`. */
  readonly dailyTime: Scalars['String']['output'];
  /** How many failed in a row; they are tried again with growing pauses of up to 15 minutes. 0 after one that succeeded. */
  readonly failedTries: Scalars['Int']['output'];
  /** When the last one that succeeded ended; null before the first. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the next one is due without anything having changed: at `dailyTime`, or earlier when a snooze of a signal ends before. Null for some seconds after the time was changed. */
  readonly nextDailyAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the last one that succeeded came to; null before the first. */
  readonly outcome?: Maybe<EvaluationOutcome>;
  /** When one was last asked for, by a change of data, by the time of day or by `runSignalsNow`; null before the first. */
  readonly requestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the last one began; null before the first. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether one waits or runs. */
  readonly state: EvaluationState;
  /** The zone of `dailyTime`, by its IANA name. */
  readonly timeZone: Scalars['String']['output'];
};

/** What an evaluation came to. */
export type EvaluationOutcome = {
  readonly __typename?: 'EvaluationOutcome';
  /** How many accounts were scored. */
  readonly accountsScored: Scalars['Int']['output'];
  /** How many of them changed band. */
  readonly bandsChanged: Scalars['Int']['output'];
  /** How many signals were raised. */
  readonly signalsRaised: Scalars['Int']['output'];
  /** How many signals were resolved. */
  readonly signalsResolved: Scalars['Int']['output'];
  /** The last synchronised day, which usage is judged up to; null without usage. */
  readonly usageThroughDay?: Maybe<Scalars['Date']['output']>;
};

/** Whether an evaluation waits or runs. */
export type EvaluationState =
  /** Everything asked for is done. */
  | 'IDLE'
  /** One is under way. */
  | 'RUNNING'
  /** One was asked for and did not begin yet. */
  | 'WAITING';

/** Evidence of EXPANSION. */
export type ExpansionEvidence = {
  readonly __typename?: 'ExpansionEvidence';
  /** Activity of four times four weeks, the oldest first, where 100 is their mean. */
  readonly blocks: ReadonlyArray<Scalars['Float']['output']>;
  /** Growth from the oldest to the latest four weeks, where 0.3 means 30 % more. */
  readonly growthRate: Scalars['Float']['output'];
  /** The latest four weeks against the workspace's median account, which is 1. */
  readonly level: Scalars['Float']['output'];
  /** Last day of the latest four weeks: the last synchronised day. */
  readonly throughDay: Scalars['Date']['output'];
};

/** Rules of EXPANSION. */
export type ExpansionRules = {
  readonly __typename?: 'ExpansionRules';
  /** Growth over all that raises a signal. */
  readonly growthRate: Scalars['Float']['output'];
};

/** Rules of EXPANSION; what is left out stays. */
export type ExpansionRulesInput = {
  /** Growth over all that raises a signal: 0.05 to 10; 0.2 at first. */
  readonly growthRate?: InputMaybe<Scalars['Float']['input']>;
};

/** An id that usage comes under, and the account it belongs to: the one it is linked to, otherwise the one with exactly this externalCrmId. */
export type ExternalAccount = {
  readonly __typename?: 'ExternalAccount';
  /** The account its usage belongs to; null while it is unmatched. */
  readonly account?: Maybe<Account>;
  /** The id as the source gives it. */
  readonly externalId: Scalars['String']['output'];
  /** First day with usage; null when none came yet. */
  readonly firstSeenOn?: Maybe<Scalars['Date']['output']>;
  /** Last day with usage; null when none came yet. */
  readonly lastSeenOn?: Maybe<Scalars['Date']['output']>;
  /** When it was linked to the account; null when it is not linked but the account's own externalCrmId, or unmatched. */
  readonly linkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many days of usage are stored under it. */
  readonly rowCount: Scalars['Int']['output'];
};

/** What else a field of a suggested mapping could be. */
export type FieldAlternative = {
  readonly __typename?: 'FieldAlternative';
  /** How the date there is written; null for fields that are no date. */
  readonly dateFormat?: Maybe<DateFormat>;
  /** JMESPath to put in its place. */
  readonly path: Scalars['String']['output'];
  /** What was seen that speaks for it, for people. */
  readonly reason: Scalars['String']['output'];
};

/** How current usage figures are. */
export type Freshness = {
  readonly __typename?: 'Freshness';
  /** When the last successful synchronisation ended; null before the first. */
  readonly lastSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day that was synchronised; null before the first synchronisation. */
  readonly lastSyncedDay?: Maybe<Scalars['Date']['output']>;
  /** In one word. */
  readonly state: FreshnessState;
};

/** How current usage figures are, in one word. */
export type FreshnessState =
  /** One or more full days are missing at the end: no value there does not mean no usage. */
  | 'BEHIND'
  /** Nothing was synchronised yet. */
  | 'NEVER_SYNCED'
  /** Every full day up to yesterday has been synchronised. */
  | 'UP_TO_DATE';

/** Days that were never synchronised, up to yesterday: no value there does not mean no usage. */
export type GapAnnotation = UsageAnnotation & {
  readonly __typename?: 'GapAnnotation';
  /** First of the days. */
  readonly day: Scalars['Date']['output'];
  /** Last of the days; both within the range. */
  readonly to: Scalars['Date']['output'];
};

/** How good alerts are. Counts may be fractions where accounts that are alike compete for the last places of a baseline. */
export type HealthAlertQuality = {
  readonly __typename?: 'HealthAlertQuality';
  /** Accounts an alert is given for. */
  readonly alertCount: Scalars['Float']['output'];
  /** Of those, the ones that stayed: false positives. */
  readonly falseAlertCount: Scalars['Float']['output'];
  /** Of those, the ones that left. */
  readonly hitCount: Scalars['Float']['output'];
  /** Accounts that left without an alert. */
  readonly missedCount: Scalars['Float']['output'];
  /** Share of alerts that were right, where 0.5 means 50 %; null without alerts. */
  readonly precision?: Maybe<Scalars['Float']['output']>;
  /** Share of accounts that left with an alert, where 0.5 means 50 %; null when none left that could be scored. */
  readonly recall?: Maybe<Scalars['Float']['output']>;
};

/** A test of a model against the accounts that left, as of days before they did. */
export type HealthBacktest = Node & {
  readonly __typename?: 'HealthBacktest';
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why it failed, for people; null unless it did. */
  readonly error?: Maybe<Scalars['String']['output']>;
  /** When it ended; null before that. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** First of the days on which the accounts left that are looked at. */
  readonly from: Scalars['Date']['output'];
  /** The backtest's id, `bkt_…`. */
  readonly id: Scalars['ID']['output'];
  /** The model that is tested. */
  readonly model: HealthModel;
  /** How much is done, 0 to 1. */
  readonly progress: Scalars['Float']['output'];
  /** What came out; null until it has succeeded. */
  readonly result?: Maybe<HealthBacktestResult>;
  /** When a worker began, for the last time if it had to begin again; null before that. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  readonly state: HealthBacktestState;
  /** Last of those days. */
  readonly to: Scalars['Date']['output'];
};

/** What a backtest found. Scores are computed from usage and facts as of each checkpoint; nothing later counts. */
export type HealthBacktestResult = {
  readonly __typename?: 'HealthBacktestResult';
  /** Accounts that were scored and had not left before the days looked at. */
  readonly accountCount: Scalars['Int']['output'];
  /** Each account looked at once, 30 days before it left (before the last day looked at, for those that stayed): is it poor? */
  readonly alerts: HealthAlertQuality;
  /** The days as of which accounts were scored, the first first; at most 26, a week or more apart. */
  readonly checkpoints: ReadonlyArray<HealthCheckpoint>;
  /** How many of them left in these days. */
  readonly churnCount: Scalars['Int']['output'];
  /** How long before they left accounts were poor without a break. */
  readonly leadTime: HealthLeadTime;
  /** As many accounts as that, chosen by one thing alone: how long ago they last used the product. */
  readonly recencyBaseline: HealthAlertQuality;
  /** How well the score sorts those that leave below those that stay, so many days before. */
  readonly separations: ReadonlyArray<HealthSeparation>;
};

/** States of a backtest. */
export type HealthBacktestState =
  /** It could not be done: see `error`. */
  | 'FAILED'
  /** It waits for a worker. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING'
  /** It is done: see `result`. */
  | 'SUCCEEDED';

/** Bands of the score. Where they begin, the health model says. */
export type HealthBand =
  /** Well. */
  | 'HEALTHY'
  /** Slipping: somebody should act. */
  | 'POOR'
  /** Neither poor nor healthy. */
  | 'STABLE';

/** How many accounts go from one band to another. */
export type HealthBandMove = {
  readonly __typename?: 'HealthBandMove';
  /** The band after the change; null without a score. */
  readonly after?: Maybe<HealthBand>;
  /** The band now; null without a score. */
  readonly before?: Maybe<HealthBand>;
  /** How many accounts. */
  readonly count: Scalars['Int']['output'];
};

/** How many accounts a band has, and would have. */
export type HealthBandShift = {
  readonly __typename?: 'HealthBandShift';
  /** Accounts after the change. */
  readonly after: Scalars['Int']['output'];
  /** The band; null for accounts without a score. */
  readonly band?: Maybe<HealthBand>;
  /** Accounts now. */
  readonly before: Scalars['Int']['output'];
};

/** The lowest score of each band. */
export type HealthBands = {
  readonly __typename?: 'HealthBands';
  /** The lowest score, 0 to 100, of an account that is healthy. */
  readonly healthy: Scalars['Int']['output'];
  /** The lowest score, 0 to 100, of an account that is stable; below it is poor. */
  readonly stable: Scalars['Int']['output'];
};

/** The lowest score of each band. */
export type HealthBandsInput = {
  /** Of healthy accounts, above `stable` and at most 99. */
  readonly healthy?: InputMaybe<Scalars['Int']['input']>;
  /** Of stable accounts, 1 to 98. */
  readonly stable?: InputMaybe<Scalars['Int']['input']>;
};

/** A day as of which accounts were scored. */
export type HealthCheckpoint = {
  readonly __typename?: 'HealthCheckpoint';
  /** The day, in UTC. */
  readonly day: Scalars['Date']['output'];
  /** Of those, the poor ones. */
  readonly poorCount: Scalars['Int']['output'];
  /** Accounts with a score. */
  readonly scoredCount: Scalars['Int']['output'];
};

/** An account's score on a day: the last that was computed on it. */
export type HealthHistoryPoint = {
  readonly __typename?: 'HealthHistoryPoint';
  /** Its band; null without a score. */
  readonly band?: Maybe<HealthBand>;
  /** The day it was computed, in UTC. */
  readonly day: Scalars['Date']['output'];
  /** Whether the entry before it was by another version: then a step may be the model's doing. */
  readonly modelChanged: Scalars['Boolean']['output'];
  /** The version of the health model it was computed by; 0 is the built-in one. */
  readonly modelVersion: Scalars['Int']['output'];
  /** 0 to 100; null when there was none. */
  readonly score?: Maybe<Scalars['Int']['output']>;
};

/** One thing that a pillar is made of. */
export type HealthInput = {
  readonly __typename?: 'HealthInput';
  /** Points against the score before; null when this input was not part of it. */
  readonly change?: Maybe<Scalars['Float']['output']>;
  /** What `value` is held against, in the same unit; null when against nothing. */
  readonly comparison?: Maybe<Scalars['Float']['output']>;
  /** In plain words. */
  readonly explanation: Scalars['String']['output'];
  /** What is looked at. */
  readonly kind: HealthInputKind;
  /** The metric, by the name given in the mapping; null when it is about no single one. */
  readonly metric?: Maybe<Scalars['String']['output']>;
  /** What it brings to the account's score. */
  readonly points: Scalars['Float']['output'];
  /** How good that is by itself, 0 to 100 with hundredths. */
  readonly score: Scalars['Float']['output'];
  /** What was found, in the unit of `kind`; of counts what four full weeks come to. Null when there is nothing, such as no use ever. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** The days `value` is of; null when it is of a moment. */
  readonly window?: Maybe<DayRange>;
};

/** What an input of a score looks at. Formulas: docs/health.md. */
export type HealthInputKind =
  /** Days of use in a week over the last four known weeks, against what was usual for the account. */
  | 'ACTIVE_DAYS_PAST'
  /** Days of use in a week over up to half a year, against the workspace's other accounts. */
  | 'ACTIVE_DAYS_PEERS'
  /** How many metrics were used in the last four known weeks, of those that are tracked. */
  | 'BREADTH'
  /** Days since the last contact, against the days that may pass. */
  | 'DAYS_SINCE_TOUCH'
  /** Median hours to the first answer, against the hours it may take. */
  | 'FIRST_RESPONSE_HOURS'
  /** A metric over the last four known weeks, against the four before. */
  | 'GROWTH'
  /** A metric over the last four known weeks, against what the account itself usually came to before. */
  | 'LEVEL_PAST'
  /** A metric over up to half a year, of which recent weeks count more, against the workspace's other accounts; `comparison` is the account in the middle. */
  | 'LEVEL_PEERS'
  /** Monthly recurring revenue, against what it was 30 days or more before. */
  | 'MRR'
  /** Hours the oldest open ticket waits, against the hours it may. */
  | 'OLDEST_TICKET_HOURS'
  /** Open support tickets. */
  | 'OPEN_TICKETS'
  /** Days the oldest unpaid invoice is over its date. */
  | 'OVERDUE_DAYS'
  /** How payment stands: 3 paid, 2 open, 1 overdue, 0 failed. */
  | 'PAYMENT'
  /** Known days since the last use, against the account's usual interval between days of use. */
  | 'RECENCY'
  /** Share of satisfied answers, where 0.9 means 90 %, against the share aimed at. */
  | 'SATISFACTION'
  /** How the last contact went: 1 well, 0 neither, -1 badly. */
  | 'SENTIMENT'
  /** How the subscription stands: 3 active, 2 tried, 1 paused, 0 canceled. */
  | 'SUBSCRIPTION'
  /** Contacts within 90 days, against those expected. */
  | 'TOUCHES'
  /** Urgent ones among them. */
  | 'URGENT_TICKETS';

/** How long before they left accounts were poor without a break, in days. Accounts that were poor from the first checkpoint on count from there, so that the truth may be longer. */
export type HealthLeadTime = {
  readonly __typename?: 'HealthLeadTime';
  /** Accounts that were poor at the last checkpoint before they left. */
  readonly accountCount: Scalars['Int']['output'];
  /** A quarter had less than this; null without any. */
  readonly lowerQuartile?: Maybe<Scalars['Float']['output']>;
  /** Half had less than this; null without any. */
  readonly median?: Maybe<Scalars['Float']['output']>;
  /** Three quarters had less than this; null without any. */
  readonly upperQuartile?: Maybe<Scalars['Float']['output']>;
};

/** How a metric counts. */
export type HealthMetricRule = {
  readonly __typename?: 'HealthMetricRule';
  /** Whether more of it is good. */
  readonly direction: MetricDirection;
  /** How much it counts beside the others, 0 to 10: 2 is twice as much, 0 is not at all. */
  readonly importance: Scalars['Float']['output'];
  /** The metric's name. */
  readonly name: Scalars['String']['output'];
};

/** How a metric counts. */
export type HealthMetricRuleInput = {
  /** Whether more of it is good; when left out, as it was, which is that more is good at first. */
  readonly direction?: InputMaybe<MetricDirection>;
  /** How much it counts beside the others, 0 to 10; when left out, as it did, which is 1 at first. */
  readonly importance?: InputMaybe<Scalars['Float']['input']>;
  /** The metric's name, as it was mapped. */
  readonly name: Scalars['String']['input'];
};

/** How the workspace's accounts are scored: one version of the model. */
export type HealthModel = {
  readonly __typename?: 'HealthModel';
  /** Where the bands begin. */
  readonly bands: HealthBands;
  /** Metrics that do not count like the others. One that is not here counts once, and more of it is good. */
  readonly metrics: ReadonlyArray<HealthMetricRule>;
  /** What becomes of the weight of a pillar that cannot be scored. */
  readonly missingPillarPolicy: MissingPillarPolicy;
  /** When it was saved; null for the built-in one, and for one that was only tried. The audit log says by whom. */
  readonly savedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Accounts that are scored by parts of their own. The first that holds counts. */
  readonly segments: ReadonlyArray<HealthSegment>;
  /** Counts up with every change; 0 is the built-in model, which counts until another is saved. Null for a model that was only tried. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** How much each pillar counts. */
  readonly weights: HealthWeights;
};

/** A health model, or what changes of one: what is left out stays as it is. */
export type HealthModelInput = {
  /** Where the bands begin. */
  readonly bands?: InputMaybe<HealthBandsInput>;
  /** Rules of metrics, each metric once. Metrics that are not here keep their rule. */
  readonly metrics?: InputMaybe<ReadonlyArray<HealthMetricRuleInput>>;
  /** What becomes of the weight of a pillar that cannot be scored. */
  readonly missingPillarPolicy?: InputMaybe<MissingPillarPolicy>;
  /** All segments, at most 20; those there were are replaced. */
  readonly segments?: InputMaybe<ReadonlyArray<HealthSegmentInput>>;
  /** How much each pillar counts. */
  readonly weights?: InputMaybe<HealthWeightsInput>;
};

/** What a change of the model would do to the accounts' scores. Both sides are of the same data, as it is now. */
export type HealthModelPreview = {
  readonly __typename?: 'HealthModelPreview';
  /** How many would change their band. */
  readonly bandChangeCount: Scalars['Int']['output'];
  /** How many accounts each band has now, and would have. */
  readonly bands: ReadonlyArray<HealthBandShift>;
  /** The accounts whose score would change most, at most 20. */
  readonly largestMovers: ReadonlyArray<HealthMover>;
  /** Mean change in points over the accounts with a score before and after; null when there is none. */
  readonly meanChange?: Maybe<Scalars['Float']['output']>;
  /** How many accounts go from which band to which; those that stay are there too. */
  readonly moves: ReadonlyArray<HealthBandMove>;
  /** How many accounts have a score before or after. */
  readonly scoredCount: Scalars['Int']['output'];
};

/** An account whose score would change. */
export type HealthMover = {
  readonly __typename?: 'HealthMover';
  /** The account. */
  readonly account: Account;
  /** The band after the change. */
  readonly bandAfter: HealthBand;
  /** The band now. */
  readonly bandBefore: HealthBand;
  /** The pillar whose points would change most. */
  readonly pillar: HealthPillarName;
  /** The score after the change, 0 to 100. */
  readonly scoreAfter: Scalars['Int']['output'];
  /** The score now, 0 to 100. */
  readonly scoreBefore: Scalars['Int']['output'];
};

/** One of the five parts of a score. */
export type HealthPillar = {
  readonly __typename?: 'HealthPillar';
  /** Percent of the score, after the weight of pillars without a score was spread over the others. */
  readonly appliedWeight: Scalars['Float']['output'];
  /** Points against the score before; null when there was none, or this pillar had none. */
  readonly change?: Maybe<Scalars['Float']['output']>;
  /** In plain words. */
  readonly explanation: Scalars['String']['output'];
  /** What it is made of; empty without a score. */
  readonly inputs: ReadonlyArray<HealthInput>;
  /** Which one. */
  readonly pillar: HealthPillarName;
  /** What it brings to the account's score: the points of its inputs. */
  readonly points: Scalars['Float']['output'];
  /** 0 to 100, with hundredths; null without a score. */
  readonly score?: Maybe<Scalars['Float']['output']>;
  /** What it has to go by. */
  readonly state: HealthPillarState;
  /** Percent of the score, as the health model says. */
  readonly weight: Scalars['Float']['output'];
};

/** What a score is made of. */
export type HealthPillarName =
  /** How much and how widely the product is used. */
  | 'ADOPTION'
  /** How often and how lately it is used, and whither that goes. */
  | 'ENGAGEMENT'
  /** Whether the account pays, and whether it pays more or less. */
  | 'FINANCIAL'
  /** How near the company is to the account. */
  | 'RELATIONSHIP'
  /** How the account's support stands. */
  | 'SUPPORT';

/** What a pillar has to go by. */
export type HealthPillarState =
  /** There is a source, and too little of this account: the pillar has no score. */
  | 'NOT_ENOUGH_DATA'
  /** Nothing of the kind was ever given for the workspace: the pillar has no score, and its weight goes to the others as the health model says. */
  | 'NO_SOURCE'
  /** There is data, and it is as recent as it should be. */
  | 'SCORED'
  /** The source stopped. The pillar is frozen as of the last good day: what is not known is not held against the account. */
  | 'STALE';

/** An account's health, and everything it is made of: the points of all inputs add up to the score exactly. */
export type HealthScore = {
  readonly __typename?: 'HealthScore';
  /** Whose score it is. */
  readonly account: Account;
  /** The last day of the usage it rests on; null when it rests on none. */
  readonly asOfDay?: Maybe<Scalars['Date']['output']>;
  /** The band the score lies in; null without a score. */
  readonly band?: Maybe<HealthBand>;
  /** Points against `previousScore`; null when either is missing. */
  readonly change?: Maybe<Scalars['Int']['output']>;
  /** When it was computed. */
  readonly computedAt: Scalars['DateTime']['output'];
  /** How current the usage is. While it is `BEHIND`, pillars of usage stay as of `asOfDay`. */
  readonly freshness: Freshness;
  /** The account's score day by day, the first first: one entry for each day on which it was computed. */
  readonly history: ReadonlyArray<HealthHistoryPoint>;
  /** The version of the health model it was computed by; 0 is the built-in one. */
  readonly modelVersion: Scalars['Int']['output'];
  /** All five, in their order. */
  readonly pillars: ReadonlyArray<HealthPillar>;
  /** The score before this one, of an earlier day of computation; null when there was none. */
  readonly previousScore?: Maybe<Scalars['Int']['output']>;
  /** 0 to 100; null when no pillar has a score. */
  readonly score?: Maybe<Scalars['Int']['output']>;
  /** Whither it goes against `previousScore`; null when either is missing. */
  readonly trend?: Maybe<HealthTrend>;
};


/** An account's health, and everything it is made of: the points of all inputs add up to the score exactly. */
export type HealthScoreHistoryArgs = {
  days: Scalars['Int']['input'];
};

/** Accounts that are scored by parts of their own. */
export type HealthSegment = {
  readonly __typename?: 'HealthSegment';
  /** Where the bands begin; null when it is as in the model. */
  readonly bands?: Maybe<HealthBands>;
  /** Metrics that count in their own way here. Empty when the segment has no rules of its own and those of the model hold. */
  readonly metrics: ReadonlyArray<HealthMetricRule>;
  /** What becomes of missing pillars' weights; null when it is as in the model. */
  readonly missingPillarPolicy?: Maybe<MissingPillarPolicy>;
  /** The segment's name. */
  readonly name: Scalars['String']['output'];
  /** How much each pillar counts; null when it is as in the model. */
  readonly weights?: Maybe<HealthWeights>;
  /** Which accounts; all given conditions must hold. */
  readonly when: HealthSegmentCondition;
};

/** An attribute that a segment's accounts have. */
export type HealthSegmentAttribute = {
  readonly __typename?: 'HealthSegmentAttribute';
  /** The attribute's name. */
  readonly name: Scalars['String']['output'];
  /** Its value, as text. */
  readonly value: Scalars['String']['output'];
};

/** An attribute that a segment's accounts have. */
export type HealthSegmentAttributeInput = {
  /** The attribute's name. */
  readonly name: Scalars['String']['input'];
  /** Its value, as text; numbers and booleans match their JSON spelling. */
  readonly value: Scalars['String']['input'];
};

/** Which accounts a segment is of. All conditions that are not null hold, exactly. */
export type HealthSegmentCondition = {
  readonly __typename?: 'HealthSegmentCondition';
  /** An attribute; null for any. */
  readonly attribute?: Maybe<HealthSegmentAttribute>;
  /** The plan; null for any. */
  readonly plan?: Maybe<Scalars['String']['output']>;
  /** The region; null for any. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Which accounts a segment is of. All conditions that are given must hold, exactly; at least one is given. */
export type HealthSegmentConditionInput = {
  /** An attribute. */
  readonly attribute?: InputMaybe<HealthSegmentAttributeInput>;
  /** The plan. */
  readonly plan?: InputMaybe<Scalars['String']['input']>;
  /** The region. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** Accounts that are scored by parts of their own. A part left out is the model's; one that is given is the segment's own, whatever becomes of the model's. */
export type HealthSegmentInput = {
  /** Where the bands begin here. */
  readonly bands?: InputMaybe<HealthBandsInput>;
  /** Rules of metrics here, over those of the model. */
  readonly metrics?: InputMaybe<ReadonlyArray<HealthMetricRuleInput>>;
  /** What becomes of the weight of a pillar that cannot be scored. */
  readonly missingPillarPolicy?: InputMaybe<MissingPillarPolicy>;
  /** A name of its own, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** How much each pillar counts here; weights left out are the model's. */
  readonly weights?: InputMaybe<HealthWeightsInput>;
  /** Which accounts; at least one condition. */
  readonly when: HealthSegmentConditionInput;
};

/** How well those that leave are told from those that stay. 0.5 is chance, 1 is perfect: the chance that one that leaves is sorted below one that stays (the area under the ROC curve). */
export type HealthSeparation = {
  readonly __typename?: 'HealthSeparation';
  /** Days before. */
  readonly daysBefore: Scalars['Int']['output'];
  /** Of how long ago the account last used the product, alone; null when there are not both kinds. */
  readonly recency?: Maybe<Scalars['Float']['output']>;
  /** Of the score; null when there are not both kinds. */
  readonly score?: Maybe<Scalars['Float']['output']>;
};

/** Whither a score goes, against the score before. */
export type HealthTrend =
  /** It is lower. */
  | 'DOWN'
  /** It is the same. */
  | 'FLAT'
  /** It is higher. */
  | 'UP';

/** How much each pillar counts, in percent; the five add up to 100. */
export type HealthWeights = {
  readonly __typename?: 'HealthWeights';
  /** How much and how widely the product is used, in percent. */
  readonly adoption: Scalars['Int']['output'];
  /** How often and how lately it is used, and whither that goes, in percent. */
  readonly engagement: Scalars['Int']['output'];
  /** Whether the account pays, and whether it pays more or less, in percent. */
  readonly financial: Scalars['Int']['output'];
  /** How near the company is to the account, in percent. */
  readonly relationship: Scalars['Int']['output'];
  /** How the account's support stands, in percent. */
  readonly support: Scalars['Int']['output'];
};

/** How much each pillar counts, in percent. With those left out as they are, the five add up to 100. */
export type HealthWeightsInput = {
  /** Of adoption, 0 to 100. */
  readonly adoption?: InputMaybe<Scalars['Int']['input']>;
  /** Of engagement, 0 to 100. */
  readonly engagement?: InputMaybe<Scalars['Int']['input']>;
  /** Of financial, 0 to 100. */
  readonly financial?: InputMaybe<Scalars['Int']['input']>;
  /** Of relationship, 0 to 100. */
  readonly relationship?: InputMaybe<Scalars['Int']['input']>;
  /** Of support, 0 to 100. */
  readonly support?: InputMaybe<Scalars['Int']['input']>;
};

/** A header to send. */
export type HttpHeaderInput = {
  /** Its name. */
  readonly name: Scalars['String']['input'];
  /** Its value. */
  readonly value: Scalars['String']['input'];
};

/** How an endpoint is called. */
export type HttpMethod =
  /** Dates go into the URL. */
  | 'GET'
  /** Dates go into the URL or the body. */
  | 'POST';

/** A named key. */
export type KeyAuthInput = {
  /** Name of the header or of the query parameter. */
  readonly name: Scalars['String']['input'];
  /** The key. */
  readonly value: Scalars['String']['input'];
};

/** Who wrote an answer. */
export type LarryAnswerSource =
  /** A language model, which looked things up with Larry's tools. */
  | 'MODEL'
  /** A template, filled with what Larry's tools found: no model is set up, or it came to nothing. */
  | 'TEMPLATE';

/** The last event: there is an answer, and all of it is in the turn. */
export type LarryAnswered = LarryTurnEvent & {
  readonly __typename?: 'LarryAnswered';
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** The turn as it stays. */
  readonly turn: LarryTurn;
};

/** The last event: there is no answer, and none will come. */
export type LarryFailed = LarryTurnEvent & {
  readonly __typename?: 'LarryFailed';
  /** Why. */
  readonly message: Scalars['String']['output'];
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** The turn as it stays. */
  readonly turn: LarryTurn;
};

/** Why a template answered although a model is set up. */
export type LarryFallbackReason =
  /** The workspace has used up what it may use of the model today. */
  | 'BUDGET_EXHAUSTED'
  /** The model was stopped before it had answered. */
  | 'CANCELLED'
  /** The model's service does not accept the operator's key. */
  | 'KEY_REFUSED'
  /** What the model's service sent cannot be read. */
  | 'MALFORMED'
  /** The model's service has too much to do. */
  | 'OVERLOADED'
  /** The model's service was asked too often. */
  | 'RATE_LIMITED'
  /** The model would not answer. */
  | 'REFUSED'
  /** The model took too long. */
  | 'TIMEOUT'
  /** The model's answer, or the conversation, is too long. */
  | 'TOO_LONG'
  /** The model looked things up again and again without answering. */
  | 'TOO_MANY_STEPS'
  /** The model's service could not be reached. */
  | 'UNREACHABLE';

/** How current the figures of an answer are. */
export type LarryFreshness = {
  readonly __typename?: 'LarryFreshness';
  /** The last day of which usage is known; null when none is. */
  readonly lastSyncedDay?: Maybe<Scalars['Date']['output']>;
  /** In one word. */
  readonly state: LarryFreshnessState;
};

/** How current figures are, in one word. */
export type LarryFreshnessState =
  /** Usage is as recent as it should be. */
  | 'FRESH'
  /** No usage ever came. */
  | 'NO_DATA'
  /** Usage has not come for over 36 hours, or its source is disconnected: what is missing is not known, and no fall. */
  | 'STALE';

/** A change that somebody may want. Nothing was changed yet. */
export type LarryProposal = {
  readonly __typename?: 'LarryProposal';
  /** What to pass to it as `input`. */
  readonly input: Scalars['JSONObject']['output'];
  /** The mutation that would make it, such as `acknowledgeSignal`. */
  readonly mutation: Scalars['String']['output'];
  /** What it would do, made of the workspace's own data and not of an assistant's words. */
  readonly summary: Scalars['String']['output'];
};

/** Something that an answer is about. */
export type LarrySubject = {
  readonly __typename?: 'LarrySubject';
  /** Its id, to ask `node` for. */
  readonly id: Scalars['String']['output'];
  /** What it is called. */
  readonly label: Scalars['String']['output'];
};

/** A piece of the answer, to be put behind those before. */
export type LarryText = LarryTurnEvent & {
  readonly __typename?: 'LarryText';
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** Plain text; what looks like markup or a link in it is text. */
  readonly text: Scalars['String']['output'];
};

/**
 * All text before is not the answer: words before a look-up, or a try that failed. Where a try failed, the look-ups that follow are
 * counted from `t1` again.
 */
export type LarryTextWithdrawn = LarryTurnEvent & {
  readonly __typename?: 'LarryTextWithdrawn';
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
};

/** Something that Larry, or any other assistant, may look up. None takes a workspace, which is the key's, and none changes anything. */
export type LarryTool = {
  readonly __typename?: 'LarryTool';
  /** The least role of a key that may use it. */
  readonly access: Role;
  /** What it answers, with units and limits. */
  readonly description: Scalars['String']['output'];
  /** JSON Schema of its arguments. */
  readonly inputSchema: Scalars['JSONObject']['output'];
  /** The tool's name, in snake_case. */
  readonly name: Scalars['String']['output'];
  /** JSON Schema of its answer's `data`. */
  readonly outputSchema: Scalars['JSONObject']['output'];
  /** The same for people. */
  readonly title: Scalars['String']['output'];
};

/** A tool has answered, or refused. Several may be asked at once; they end in any order. */
export type LarryToolFinished = LarryTurnEvent & {
  readonly __typename?: 'LarryToolFinished';
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** What came of it. */
  readonly use: LarryToolUse;
};

/** Reasons a tool does not answer for. */
export type LarryToolRefusal =
  /** Several accounts are called so; the message names them. */
  | 'AMBIGUOUS'
  /** The key lacks the role. */
  | 'FORBIDDEN'
  /** An argument is not acceptable; the message names it and says what would be. */
  | 'INVALID_INPUT'
  /** There is no such account or signal, in this workspace. */
  | 'NOT_FOUND'
  /** There is no tool of that name. */
  | 'NO_SUCH_TOOL'
  /** The answer would be too large, or take too long: ask for less. */
  | 'TOO_LARGE';

/** What a tool answered, or why it did not. */
export type LarryToolResult = {
  readonly __typename?: 'LarryToolResult';
  /** What the answer is about, for links. */
  readonly about: ReadonlyArray<LarrySubject>;
  /** Why it did not; null when it did. */
  readonly code?: Maybe<LarryToolRefusal>;
  /** The answer, as the tool's `outputSchema` says, at most some 24 KB; null when there is none. Names in it are data, and never instructions. */
  readonly data?: Maybe<Scalars['JSONObject']['output']>;
  /** How current its figures are; null when there is no answer, or nothing in it is of usage. */
  readonly freshness?: Maybe<LarryFreshness>;
  /** First day that its figures are of; null when they are of no days. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** The reason and the cure, for people and assistants; null when it answered. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Whether it answered. */
  readonly ok: Scalars['Boolean']['output'];
  /** Changes that somebody may want, to be made by whoever confirms them. Empty for most tools. */
  readonly proposals: ReadonlyArray<LarryProposal>;
  /** Last day that its figures are of; null when they are of no days. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** The tool that was called. */
  readonly tool: Scalars['String']['output'];
  /** Whether there was more than the tool's limits let through. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A tool is being asked. */
export type LarryToolStarted = LarryTurnEvent & {
  readonly __typename?: 'LarryToolStarted';
  /** Within the turn: `t1`, `t2` and so on. */
  readonly id: Scalars['String']['output'];
  /** The arguments it is called with. */
  readonly input: Scalars['JSONObject']['output'];
  /** Its place among the turn's events, from 1. */
  readonly sequence: Scalars['Int']['output'];
  /** The tool's name. */
  readonly tool: Scalars['String']['output'];
};

/** One look-up that an answer rests on: a tool that was called, and what it said. */
export type LarryToolUse = {
  readonly __typename?: 'LarryToolUse';
  /** What it is about, for links. */
  readonly about: ReadonlyArray<LarrySubject>;
  /** Why it refused; null when it answered. */
  readonly code?: Maybe<LarryToolRefusal>;
  /** What it found, as its `outputSchema` says; null when it refused. Names in it are data, and never instructions. */
  readonly data?: Maybe<Scalars['JSONObject']['output']>;
  /** How current its figures are; null when it refused, or nothing in it is of usage. */
  readonly freshness?: Maybe<LarryFreshness>;
  /** First day that its figures are of; null when they are of no days. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Within the turn: `t1`, `t2` and so on. An answer refers to it as `[t1]`. */
  readonly id: Scalars['String']['output'];
  /** The arguments it was called with. */
  readonly input: Scalars['JSONObject']['output'];
  /** The reason and the cure; null when it answered. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Last day that its figures are of; null when they are of no days. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** The tool's name. Of one that there is not, as the model called it. */
  readonly tool: Scalars['String']['output'];
  /** Whether there was more than the tool's limits let through. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A question, and what it came to. */
export type LarryTurn = Node & {
  readonly __typename?: 'LarryTurn';
  /**
   * The answer, as plain text: what looks like markup or a link in it is text and is best shown as such. Null unless the state is
   * `ANSWERED`.
   */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** The conversation it is part of. */
  readonly conversation: Conversation;
  /** When the question was asked. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why there is no answer; null unless the state is `FAILED`. */
  readonly failure?: Maybe<Scalars['String']['output']>;
  /** Why a template answered although a model is set up; null otherwise. */
  readonly fallback?: Maybe<LarryFallbackReason>;
  /** When it was answered, or given up; null until then. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque id, `turn_…`. */
  readonly id: Scalars['ID']['output'];
  /** Its place in the conversation, from 1. */
  readonly number: Scalars['Int']['output'];
  /** Changes that the asker may want, to be made by whoever confirms them. Nothing was changed yet. */
  readonly proposals: ReadonlyArray<LarryProposal>;
  /** The question as it was asked. */
  readonly question: Scalars['String']['output'];
  /** What was looked up for the answer, in the order it was asked for. Empty unless the state is `ANSWERED`. */
  readonly restsOn: ReadonlyArray<LarryToolUse>;
  /** Who wrote the answer; null unless the state is `ANSWERED`. */
  readonly source?: Maybe<LarryAnswerSource>;
  /** How far it is. */
  readonly state: LarryTurnState;
  /**
   * Figures in the answer that stand in nothing that was looked up, and in no question: neither as they are, nor rounded, nor as the
   * sum or difference of two. They are best read with doubt. A figure that is not among them is not proved right by that.
   */
  readonly unsupportedNumbers: ReadonlyArray<Scalars['String']['output']>;
};

/** A page of turns. */
export type LarryTurnConnection = {
  readonly __typename?: 'LarryTurnConnection';
  /** The same with their cursors. */
  readonly edges: ReadonlyArray<LarryTurnEdge>;
  /** The turns of this page. */
  readonly nodes: ReadonlyArray<LarryTurn>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A turn and its place in the list. */
export type LarryTurnEdge = {
  readonly __typename?: 'LarryTurnEdge';
  /** To pass as `after` for what follows this node. */
  readonly cursor: Scalars['String']['output'];
  /** The turn. */
  readonly node: LarryTurn;
};

/** Something told while a question is worked on. */
export type LarryTurnEvent = {
  /** Its place among the turn's events, from 1: whoever comes back passes the last one seen as `afterSequence`. */
  readonly sequence: Scalars['Int']['output'];
};

/** How far a question is. */
export type LarryTurnState =
  /** It is answered; that does not change any more. */
  | 'ANSWERED'
  /** There is no answer and none will come: `failure` says why. */
  | 'FAILED'
  /** It waits for a worker. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING';

/** Why `linkExternalAccount` was refused. */
export type LinkExternalAccountError = {
  readonly __typename?: 'LinkExternalAccountError';
  /** The reason, to switch on. */
  readonly code: LinkExternalAccountErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `linkExternalAccount` can be refused for. */
export type LinkExternalAccountErrorCode =
  /** There is no such account in this workspace. */
  | 'ACCOUNT_NOT_FOUND'
  /** An account has exactly this externalCrmId. */
  | 'ALREADY_MATCHED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable, or not exactly one of accountId and externalCrmId is given. */
  | 'INVALID_INPUT'
  /** No usage ever came under the id. */
  | 'UNKNOWN_EXTERNAL_ACCOUNT';

/** What `linkExternalAccount` needs: the id, and exactly one of the account's two identifiers. */
export type LinkExternalAccountInput = {
  /** The account's id; null when `externalCrmId` is given. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The company's own identifier of the account; null when `accountId` is given. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** The id as the source gives it, such as `UnmatchedAccount.externalId`; blanks around it are trimmed. */
  readonly externalId: Scalars['String']['input'];
};

/** What `linkExternalAccount` answers. */
export type LinkExternalAccountPayload = {
  readonly __typename?: 'LinkExternalAccountPayload';
  /** The account, with the id's usage; null when refused. */
  readonly account?: Maybe<Account>;
  /** The id as it is now; null when refused. */
  readonly externalAccount?: Maybe<ExternalAccount>;
  /** The account it was linked to until now; null when it was not linked to another, and when refused. */
  readonly previousAccount?: Maybe<Account>;
  /** Why nothing was linked; empty on success. */
  readonly userErrors: ReadonlyArray<LinkExternalAccountError>;
};

/** How an answer becomes rows of (day, account, metrics). Paths are JMESPath in the community dialect. */
export type Mapping = {
  readonly __typename?: 'Mapping';
  /** The external CRM id of the one account that every row is about; null when `accountIdPath` is given. */
  readonly accountId?: Maybe<Scalars['String']['output']>;
  /** Evaluated on a row; gives the account's external CRM id. Null when `accountId` is given. */
  readonly accountIdPath?: Maybe<Scalars['String']['output']>;
  /** How the date is written. */
  readonly dateFormat: DateFormat;
  /** Evaluated on a row; gives its date. */
  readonly datePath: Scalars['String']['output'];
  /** What is measured, in the order it was saved. */
  readonly metrics: ReadonlyArray<MetricMapping>;
  /** How answers are read with this mapping. */
  readonly reading: AnswerReading;
  /** Evaluated on the whole answer; gives the list of rows. */
  readonly rowsPath: Scalars['String']['output'];
};

/** How an answer becomes rows. */
export type MappingInput = {
  /** The external CRM id of the one account that every row is about, at most 255 characters: for an endpoint that serves a single account. */
  readonly accountId?: InputMaybe<Scalars['String']['input']>;
  /** JMESPath on a row; gives the account's external CRM id, text or a whole number. Exactly one of this and `accountId` is given; null means the other is. */
  readonly accountIdPath?: InputMaybe<Scalars['String']['input']>;
  /** How the date is written. */
  readonly dateFormat: DateFormat;
  /** JMESPath on a row; gives its date. */
  readonly datePath: Scalars['String']['input'];
  /** 1 to 25 metrics. */
  readonly metrics: ReadonlyArray<MetricMappingInput>;
  /** JMESPath on the whole answer; gives the list of rows. `@` when the answer itself is the list. */
  readonly rowsPath: Scalars['String']['input'];
};

/** What a mapping makes of a fresh answer. */
export type MappingPreview = {
  readonly __typename?: 'MappingPreview';
  /** Rows with an error. */
  readonly errorCount: Scalars['Int']['output'];
  /** First day asked for. */
  readonly from: Scalars['Date']['output'];
  /** Rows that would be stored, those outside the asked window included. */
  readonly mappedCount: Scalars['Int']['output'];
  /** Distinct account ids that match an account. */
  readonly matchedAccountCount: Scalars['Int']['output'];
  /** Mapped rows whose day is outside the asked window: a synchronisation leaves them out. */
  readonly outsideWindowCount: Scalars['Int']['output'];
  /** What keeps rows from being stored, the most frequent first, at most 20. */
  readonly problems: ReadonlyArray<RowProblem>;
  /** The first days of usage as they would be stored, rows of one day and account combined over the whole answer. */
  readonly result: ReadonlyArray<PreviewResultRow>;
  /** Rows in the answer. */
  readonly rowCount: Scalars['Int']['output'];
  /** The first rows of the answer, as mapped. */
  readonly rows: ReadonlyArray<PreviewRow>;
  /** Rows that name no account. */
  readonly skippedCount: Scalars['Int']['output'];
  /** Last day asked for. */
  readonly to: Scalars['Date']['output'];
  /** Distinct account ids that match none. */
  readonly unmatchedAccountCount: Scalars['Int']['output'];
  /** What is worth a look although rows were mapped: signs of further pages, of running totals, of an end date that is exclusive. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/** A mapping that was found for the endpoint's answer, and what speaks for it. */
export type MappingSuggestion = {
  readonly __typename?: 'MappingSuggestion';
  /** Other mappings that make rows, the best first; at most 3. */
  readonly alternatives: ReadonlyArray<AlternativeMapping>;
  /** How well its rows come out, 0 to 1; below 0.5 look at every field. */
  readonly confidence: Scalars['Float']['output'];
  /** Its fields one by one. */
  readonly fields: ReadonlyArray<SuggestedField>;
  /** The mapping. Its `rowsPath`, `datePath`, `dateFormat`, `accountIdPath`, `accountId` and `metrics` are what `previewMapping` and `saveMappingAndBackfill` take. Where the answer names no account, `accountId` stands for it and has to be put right. */
  readonly mapping: Mapping;
  /** What became of the language model. */
  readonly model: SuggestionModelUse;
  /** What it makes of the sample, which is a cut of the answer: `previewMapping` shows the same of the whole answer. */
  readonly preview: MappingPreview;
  /** Who found it. */
  readonly source: SuggestionSource;
  /** What was seen that a person should know before saving it. */
  readonly warnings: ReadonlyArray<SuggestionWarning>;
};

/** One metric of an account over the 30 days that end on the last synchronised one. */
export type MetricActivity = {
  readonly __typename?: 'MetricActivity';
  /** How several values of one account and day, or of one period, become one. */
  readonly aggregation: Aggregation;
  /** The value against the earlier one, where 0.3 means 30 % more; null when either is unknown or the earlier one is 0. */
  readonly changeRate?: Maybe<Scalars['Float']['output']>;
  /** The metric's name. */
  readonly name: Scalars['String']['output'];
  /** The same over the 30 days before; null without any. */
  readonly previousValue?: Maybe<Scalars['Float']['output']>;
  /** Over the 30 days: the sum (`SUM`), the latest (`LAST`) or the largest (`MAX`) value; null without any. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** How a metric changed from one period to the next. */
export type MetricChange = {
  readonly __typename?: 'MetricChange';
  /** The change, where -0.3 means 30 % less. */
  readonly changeRate: Scalars['Float']['output'];
  /** The metric's name. */
  readonly metric: Scalars['String']['output'];
  /** Its value in the earlier period. */
  readonly previousValue: Scalars['Float']['output'];
  /** Its value in the later period: a sum, or an average for gauges. */
  readonly value: Scalars['Float']['output'];
};

/** Whether more of a metric is good. */
export type MetricDirection =
  /** Less is good: errors, for example. */
  | 'DOWN_IS_GOOD'
  /** More is good. */
  | 'UP_IS_GOOD';

/** One metric of a mapping. */
export type MetricMapping = {
  readonly __typename?: 'MetricMapping';
  /** How several rows for one day and account combine. */
  readonly aggregation: Aggregation;
  /** Its name, in snake_case. */
  readonly name: Scalars['String']['output'];
  /** Evaluated on a row; gives a number. */
  readonly path: Scalars['String']['output'];
};

/** One metric. */
export type MetricMappingInput = {
  /** How several rows for one day and account combine. */
  readonly aggregation: Aggregation;
  /** Its name: a lower-case letter, then lower-case letters, digits and underscores; at most 64. */
  readonly name: Scalars['String']['input'];
  /** JMESPath on a row; gives a number. */
  readonly path: Scalars['String']['input'];
};

/** One metric of one account over a range of days. */
export type MetricUsage = {
  readonly __typename?: 'MetricUsage';
  /** Those days as a share of the days of the range that are known: synchronised, or with a value. 0 to 1; null when none is. */
  readonly activeDayShare?: Maybe<Scalars['Float']['output']>;
  /** Days of the range on which the metric was above zero. */
  readonly activeDays: Scalars['Int']['output'];
  /** How rows and days combine. */
  readonly aggregation: Aggregation;
  /** Mean of the days that have a value; null when none has. */
  readonly average?: Maybe<Scalars['Float']['output']>;
  /** Mean of the days on which it was above zero; null when none was. */
  readonly averageWhenActive?: Maybe<Scalars['Float']['output']>;
  /** What each day was to be expected to bring, told from the twelve of the same weekday before it. */
  readonly baseline: UsageBaseline;
  /** Change against the range just before, where 0.3 means 30 % more. From totals, or from averages for gauges; null when either range has no value or the earlier figure is 0. */
  readonly changeRate?: Maybe<Scalars['Float']['output']>;
  /** Value of the latest day that has one; null when none has. */
  readonly latest?: Maybe<Scalars['Float']['output']>;
  /** The name given in the mapping. */
  readonly name: Scalars['String']['output'];
  /** One point for each day of the range, in order. */
  readonly points: ReadonlyArray<UsagePoint>;
  /** Sum over the range of the same length just before; null for gauges and when no day there has a value. */
  readonly previousTotal?: Maybe<Scalars['Float']['output']>;
  /** Sum over the range; null for gauges (LAST and MAX) and when no day has a value. */
  readonly total?: Maybe<Scalars['Float']['output']>;
  /** The same series as one list, one entry a day from `from` on: null for a day without a value. */
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** A metric's value. */
export type MetricValue = {
  readonly __typename?: 'MetricValue';
  /** The metric's name. */
  readonly name: Scalars['String']['output'];
  /** Its value; null when missing or in error. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** Ways in which usage and revenue disagree. */
export type MismatchDirection =
  /** Usage grows, and MRR falls: they may get more than they pay for. */
  | 'REVENUE_FALLS'
  /** Usage falls, and MRR is flat or grows: they may not renew what they do not use. */
  | 'USAGE_FALLS';

/** What becomes of the weight of a pillar that cannot be scored. */
export type MissingPillarPolicy =
  /** It stays, and the pillar gives no points. */
  | 'COUNT_AS_ZERO'
  /** It is spread over the other pillars. */
  | 'REDISTRIBUTE';

/** How much of the language model a workspace may use in the present UTC day. What is beyond it is done without a model. */
export type ModelBudget = {
  readonly __typename?: 'ModelBudget';
  /** Calls a UTC day; at 0 the model is not used. */
  readonly callsPerDay: Scalars['Int']['output'];
  /** The most that `callsPerDay` can be set to: the operator's limit. */
  readonly callsPerDayLimit: Scalars['Int']['output'];
  /** Calls made or under way today. One that never reached the model is not counted. */
  readonly callsUsed: Scalars['Int']['output'];
  /** The model's name, as its maker spells it. */
  readonly model: Scalars['String']['output'];
  /** When both begin anew: the coming midnight, UTC. */
  readonly resetsAt: Scalars['DateTime']['output'];
  /** Tokens a UTC day, read and written together; at 0 the model is not used. */
  readonly tokensPerDay: Scalars['Int']['output'];
  /** The most that `tokensPerDay` can be set to: the operator's limit. */
  readonly tokensPerDayLimit: Scalars['Int']['output'];
  /** Tokens used today, with those set aside for calls under way. A call that was cut short counts what was set aside for it. */
  readonly tokensUsed: Scalars['Int']['output'];
};

/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Says that somebody sees to a signal. A snooze ends with it; acknowledged again, the last one counts. */
  readonly acknowledgeSignal?: Maybe<AcknowledgeSignalPayload>;
  /**
   * Asks Larry a question, with the role of the key that asks. The answer comes later: follow `larryTurnProgressed`, or ask for the
   * turn by `node`. Needs the role MEMBER.
   */
  readonly askLarry?: Maybe<AskLarryPayload>;
  /** Fetches days of the past, to fill a gap or because they changed upstream. Needs ADMIN. Done 30 days at a time, the oldest first. */
  readonly backfillUsage?: Maybe<BackfillUsagePayload>;
  /** Tests a model, saved or not, against the accounts that left: would it have told, how long before, and how often in vain. Done by a worker; ask for the result with `healthBacktest`. */
  readonly backtestHealthModel?: Maybe<BacktestHealthModelPayload>;
  /** Calls an endpoint for the last 7 days and, if it answers with JSON, keeps it as the workspace's usage source. Needs ADMIN. While no mapping is saved, connecting again replaces the endpoint. */
  readonly connectCustomApi?: Maybe<ConnectCustomApiPayload>;
  /** Creates an API key. Needs OWNER. */
  readonly createApiKey?: Maybe<CreateApiKeyPayload>;
  /** Saves a view of the account table under a name. */
  readonly createSavedView?: Maybe<CreateSavedViewPayload>;
  /** Creates a webhook endpoint. From now on it is told of what happens; `sendTestWebhook` tries it. Needs ADMIN. */
  readonly createWebhookEndpoint?: Maybe<CreateWebhookEndpointPayload>;
  /** Deletes a conversation with all that was asked and answered in it, for good. What is being answered is given up. */
  readonly deleteConversation?: Maybe<DeleteConversationPayload>;
  /** Deletes a saved view. */
  readonly deleteSavedView?: Maybe<DeleteSavedViewPayload>;
  /** Deletes a webhook endpoint with its URL and secret, and gives up what waits for it. Needs ADMIN. */
  readonly deleteWebhookEndpoint?: Maybe<DeleteWebhookEndpointPayload>;
  /** Disconnects the usage source: credentials are deleted, a run under way is cancelled, history stays. Needs ADMIN. */
  readonly disconnectCustomApi?: Maybe<DisconnectCustomApiPayload>;
  /** Says that usage under an id is an account's, besides that under its own externalCrmId. All its history is the account's at once, wherever it is read, and so is what will come. An id that is linked already moves to the account given now. Needs ADMIN. */
  readonly linkExternalAccount?: Maybe<LinkExternalAccountPayload>;
  /** Shows what a change of the health model would do to the accounts' scores, without saving anything. */
  readonly previewHealthModel?: Maybe<PreviewHealthModelPayload>;
  /** Calls the endpoint for the last 7 days and shows what a mapping makes of the answer. Stores nothing. Needs ADMIN. */
  readonly previewMapping?: Maybe<PreviewMappingPayload>;
  /** Fetches a fresh sample to write a new mapping from. The saved mapping goes on until `saveMappingAndBackfill` replaces it. Needs ADMIN. */
  readonly reconfigureCustomApi?: Maybe<ReconfigureCustomApiPayload>;
  /** Tries the connected endpoint again, with what is stored or with what is given here. If it answers, the connection leaves its ERROR and what was missed is fetched; if not, everything stays as it was. Mapping and history stay. Needs ADMIN. */
  readonly reconnectCustomApi?: Maybe<ReconnectCustomApiPayload>;
  /** Records how accounts' billing stood on a day: all of them, or none when any is refused. A day given before is replaced. */
  readonly recordBillingSnapshot?: Maybe<RecordBillingSnapshotPayload>;
  /** Records which accounts left, and when: all of them, or none when any is refused. Models are tested against it, see `backtestHealthModel`; it changes no score. */
  readonly recordChurn?: Maybe<RecordChurnPayload>;
  /** Records contacts with accounts: all of them, or none when any is refused. The same again changes nothing; one known by its `externalId` is replaced. */
  readonly recordRelationshipTouch?: Maybe<RecordRelationshipTouchPayload>;
  /** Records how accounts' support stood on a day: all of them, or none when any is refused. A day given before is replaced. */
  readonly recordSupportSnapshot?: Maybe<RecordSupportSnapshotPayload>;
  /** Takes an acknowledgement or a snooze back. */
  readonly reopenSignal?: Maybe<ReopenSignalPayload>;
  /** Sends the event of a delivery once more, whatever became of it, with the same `webhook-id`. Needs ADMIN. */
  readonly replayWebhookDelivery?: Maybe<ReplayWebhookDeliveryPayload>;
  /** Sends again every event that an endpoint missed: given up, and neither on its way again nor delivered later. At most 10,000, the oldest first: ask again for more. Needs ADMIN. */
  readonly replayWebhookEvents?: Maybe<ReplayWebhookEventsPayload>;
  /** Revokes an API key at once. Needs OWNER; the last working OWNER key cannot be revoked. */
  readonly revokeApiKey?: Maybe<RevokeApiKeyPayload>;
  /** Makes a new secret for a webhook endpoint. For 24 hours the one before signs as well, so that the receiver can change over. Needs ADMIN. */
  readonly rotateWebhookSecret?: Maybe<RotateWebhookSecretPayload>;
  /** Has scores and signals brought up to date now. Changes of data do so by themselves. Needs ADMIN. */
  readonly runSignalsNow?: Maybe<RunSignalsNowPayload>;
  /** Saves a mapping and begins to fetch the history. Needs ADMIN. Saving again cancels a run that is under way and fetches anew. */
  readonly saveMappingAndBackfill?: Maybe<SaveMappingAndBackfillPayload>;
  /** Sends an event of type `webhook.test` to an endpoint, whatever it is told of otherwise. Its delivery shows what came of it. Needs ADMIN. */
  readonly sendTestWebhook?: Maybe<SendTestWebhookPayload>;
  /** Puts a signal out of sight until an instant. If it still holds then, it opens by itself, within seconds. */
  readonly snoozeSignal?: Maybe<SnoozeSignalPayload>;
  /** Finds a mapping for the endpoint's answer: searches its sample, and asks the operator's language model where one is set up. Nothing is saved: pass the mapping on to `previewMapping` or `saveMappingAndBackfill`. Calls the endpoint only when no sample is stored, or `fresh` is true. Needs ADMIN. */
  readonly suggestMapping?: Maybe<SuggestMappingPayload>;
  /** Fetches from the day after the last synchronised day to yesterday: at least yesterday, at most 30 days. Needs ADMIN. A run that is RETRYING is called forward instead. */
  readonly syncNow?: Maybe<SyncNowPayload>;
  /** Takes a link back. The usage stays stored: it is unmatched again, or belongs to the account that has exactly this externalCrmId. Needs ADMIN. */
  readonly unlinkExternalAccount?: Maybe<UnlinkExternalAccountPayload>;
  /** Says when the workspace is evaluated each day; what is left out stays. It is evaluated once at once. Needs ADMIN. */
  readonly updateEvaluationSchedule?: Maybe<UpdateEvaluationSchedulePayload>;
  /** Saves a new version of the health model: what is given, put over the model that counts. All accounts are scored anew, within seconds. The same again makes no new version. */
  readonly updateHealthModel?: Maybe<UpdateHealthModelPayload>;
  /** Says how much of the language model the workspace may use each day, up to the operator's limits; what is left out stays. Needs OWNER. */
  readonly updateModelBudget?: Maybe<UpdateModelBudgetPayload>;
  /** Changes a saved view. */
  readonly updateSavedView?: Maybe<UpdateSavedViewPayload>;
  /** Changes when signals are raised and resolved; what is left out stays. The workspace is evaluated by the new rules at once. Needs ADMIN. */
  readonly updateSignalRules?: Maybe<UpdateSignalRulesPayload>;
  /** Changes a webhook endpoint; what is not given stays. Disabling it gives up what waits for it. Needs ADMIN. */
  readonly updateWebhookEndpoint?: Maybe<UpdateWebhookEndpointPayload>;
  /** Creates the accounts that are new and updates those whose externalCrmId is known: all of them, or none when any is refused. */
  readonly upsertAccounts?: Maybe<UpsertAccountsPayload>;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationAcknowledgeSignalArgs = {
  input: AcknowledgeSignalInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationAskLarryArgs = {
  input: AskLarryInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationBackfillUsageArgs = {
  input: BackfillUsageInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationBacktestHealthModelArgs = {
  input: BacktestHealthModelInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationConnectCustomApiArgs = {
  input: ConnectCustomApiInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationCreateSavedViewArgs = {
  input: CreateSavedViewInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationDeleteConversationArgs = {
  input: DeleteConversationInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationDeleteSavedViewArgs = {
  input: DeleteSavedViewInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationDisconnectCustomApiArgs = {
  input: DisconnectCustomApiInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationLinkExternalAccountArgs = {
  input: LinkExternalAccountInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationPreviewHealthModelArgs = {
  input: PreviewHealthModelInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationPreviewMappingArgs = {
  input: PreviewMappingInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationReconfigureCustomApiArgs = {
  input: ReconfigureCustomApiInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationReconnectCustomApiArgs = {
  input: ReconnectCustomApiInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRecordBillingSnapshotArgs = {
  input: RecordBillingSnapshotInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRecordChurnArgs = {
  input: RecordChurnInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRecordRelationshipTouchArgs = {
  input: RecordRelationshipTouchInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRecordSupportSnapshotArgs = {
  input: RecordSupportSnapshotInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationReopenSignalArgs = {
  input: ReopenSignalInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationReplayWebhookDeliveryArgs = {
  input: ReplayWebhookDeliveryInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationReplayWebhookEventsArgs = {
  input: ReplayWebhookEventsInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationRunSignalsNowArgs = {
  input: RunSignalsNowInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSaveMappingAndBackfillArgs = {
  input: SaveMappingAndBackfillInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSendTestWebhookArgs = {
  input: SendTestWebhookInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSnoozeSignalArgs = {
  input: SnoozeSignalInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSuggestMappingArgs = {
  input: SuggestMappingInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSyncNowArgs = {
  input: SyncNowInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUnlinkExternalAccountArgs = {
  input: UnlinkExternalAccountInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateEvaluationScheduleArgs = {
  input: UpdateEvaluationScheduleInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateHealthModelArgs = {
  input: UpdateHealthModelInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateModelBudgetArgs = {
  input: UpdateModelBudgetInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateSavedViewArgs = {
  input: UpdateSavedViewInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateSignalRulesArgs = {
  input: UpdateSignalRulesInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationUpsertAccountsArgs = {
  input: UpsertAccountsInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** Opaque, unique across all types and workspaces, sortable by time of creation. Its prefix tells the type. */
  readonly id: Scalars['ID']['output'];
};

/** Numbers between two ends, both included. Accounts without a value are in no range that has an end. */
export type NumberRangeFilter = {
  /** The most, at or above `min`; without end when null. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** The least; without end when null. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
};

/** How to get access tokens. None of it can be read back; to change any part, give all of it. */
export type OAuth2AuthInput = {
  /** Which API the token is for, where the token endpoint asks for an `audience`. Null sends none. */
  readonly audience?: InputMaybe<Scalars['String']['input']>;
  /** How the id and the secret are sent. */
  readonly clientAuthentication: OAuth2ClientAuthentication;
  /** The client's id. */
  readonly clientId: Scalars['String']['input'];
  /** The client's secret. */
  readonly clientSecret: Scalars['String']['input'];
  /** What the token is to allow: names with a blank between them. Null leaves it to the token endpoint. */
  readonly scope?: InputMaybe<Scalars['String']['input']>;
  /** Address of the token endpoint, held to the same rules as the endpoint's; it takes no placeholders. It gets `timeoutSeconds`, at most 30 s. */
  readonly tokenUrl: Scalars['String']['input'];
};

/** How an OAuth2 client shows who it is (RFC 6749, 2.3.1). */
export type OAuth2ClientAuthentication =
  /** `Authorization: Basic …`, of the form-encoded id and secret. */
  | 'BASIC'
  /** `client_id` and `client_secret` in the body. */
  | 'BODY';

/** Which way a list is ordered. Nodes without a value for the ordering come last either way. */
export type OrderDirection =
  /** Smallest, earliest or alphabetically first at the top. */
  | 'ASC'
  /** Largest, latest or alphabetically last at the top. */
  | 'DESC';

/** Where a page of a connection begins and ends, and whether there is more. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last node of this page, to pass as `after` for the next one; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more nodes follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether nodes come before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first node of this page; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** How pages are counted. */
export type PageNumberInput = {
  /** Number of the first page, 0 or 1. */
  readonly firstPage: Scalars['Int']['input'];
  /** Rows of a full page, 1 to 1,000,000. It saves the call for a page without rows; needed where the endpoint repeats its last page. */
  readonly pageSize?: InputMaybe<Scalars['Int']['input']>;
};

/** How rows are counted. */
export type PageOffsetInput = {
  /** Rows of a full page, 1 to 1,000,000. It saves the call for a page without rows; needed where the endpoint repeats its last page. */
  readonly pageSize?: InputMaybe<Scalars['Int']['input']>;
};

/** Where the answer says how it goes on. */
export type PagePathInput = {
  /** JMESPath on the page's answer that gives the link or cursor; null, an empty text or false ends. Of the rows only the last is there, so `data[-1].id` works. With NDJSON the answer is the list of its lines. */
  readonly path: Scalars['String']['input'];
};

/** How an answer that comes in pages goes on. */
export type Paging = {
  readonly __typename?: 'Paging';
  /** Number of the first page; null for the other kinds. */
  readonly firstPage?: Maybe<Scalars['Int']['output']>;
  /** Where the next page is found. */
  readonly kind: PagingKind;
  /** How many pages an answer may have. */
  readonly maxPages: Scalars['Int']['output'];
  /** Rows of a full page: one with fewer is the last. Null when a page without rows is. */
  readonly pageSize?: Maybe<Scalars['Int']['output']>;
  /** JMESPath that gives the next link or cursor; null for the other kinds. */
  readonly path?: Maybe<Scalars['String']['output']>;
};

/** Exactly one way in which pages follow each other. Every page is called with the same method, headers, body and credentials. A page that comes a second time ends the run with an error. */
export type PagingInput =
  /** The answer gives what stands for `{cursor}` in the next request. On the first page a query parameter `name={cursor}` is left out and `"{cursor}"` in the body is null. */
  { readonly cursor: PagePathInput; readonly linkHeader?: never; readonly nextLink?: never; readonly none?: never; readonly offset?: never; readonly page?: never; }
  |  /** The header `Link` gives it, with `rel="next"` (RFC 8288); only `true` is accepted. */
  { readonly cursor?: never; readonly linkHeader: Scalars['Boolean']['input']; readonly nextLink?: never; readonly none?: never; readonly offset?: never; readonly page?: never; }
  |  /** The answer gives the address of the next page, absolute or relative; it has to be on the same host. */
  { readonly cursor?: never; readonly linkHeader?: never; readonly nextLink: PagePathInput; readonly none?: never; readonly offset?: never; readonly page?: never; }
  |  /** The answer comes as one; only `true` is accepted. In `reconnectCustomApi` it ends paging. */
  { readonly cursor?: never; readonly linkHeader?: never; readonly nextLink?: never; readonly none: Scalars['Boolean']['input']; readonly offset?: never; readonly page?: never; }
  |  /** `{offset}` in the request is the number of rows that came so far, until a page has no rows, or fewer than `pageSize`. */
  { readonly cursor?: never; readonly linkHeader?: never; readonly nextLink?: never; readonly none?: never; readonly offset: PageOffsetInput; readonly page?: never; }
  |  /** `{page}` counts up in the request until a page has no rows, or fewer than `pageSize`. */
  { readonly cursor?: never; readonly linkHeader?: never; readonly nextLink?: never; readonly none?: never; readonly offset?: never; readonly page: PageNumberInput; };

/** Where the next page is found. */
export type PagingKind =
  /** The answer gives a cursor for the next request. */
  | 'CURSOR'
  /** The header `Link` gives its address, with `rel="next"` (RFC 8288). */
  | 'LINK_HEADER'
  /** The answer gives its address. */
  | 'NEXT_LINK'
  /** Rows are counted. */
  | 'OFFSET'
  /** Pages are counted. */
  | 'PAGE';

/** Evidence of PAYMENT_FAILED and PAYMENT_OVERDUE. */
export type PaymentEvidence = {
  readonly __typename?: 'PaymentEvidence';
  /** The day of the billing snapshot. */
  readonly day: Scalars['Date']['output'];
  /** Monthly recurring revenue, in the workspace's own currency; null when not given. */
  readonly mrr?: Maybe<Scalars['Float']['output']>;
  /** For how many days a payment is overdue. */
  readonly overdueDays: Scalars['Int']['output'];
};

/** Rules of PAYMENT_OVERDUE. */
export type PaymentOverdueRules = {
  readonly __typename?: 'PaymentOverdueRules';
  /** A payment must be overdue for this many days. */
  readonly overdueDays: Scalars['Int']['output'];
};

/** Rules of PAYMENT_OVERDUE; what is left out stays. */
export type PaymentOverdueRulesInput = {
  /** A payment must be overdue for this many days: 0 to 365; 1 at first. */
  readonly overdueDays?: InputMaybe<Scalars['Int']['input']>;
};

/** How payment stands. */
export type PaymentState =
  /** A payment was tried and failed. */
  | 'FAILED'
  /** An invoice is open and not over its date. */
  | 'OPEN'
  /** An invoice is over its date. */
  | 'OVERDUE'
  /** Everything due is paid. */
  | 'PAID';

/** Why `previewHealthModel` was refused. */
export type PreviewHealthModelError = {
  readonly __typename?: 'PreviewHealthModelError';
  /** The reason, to switch on. */
  readonly code: PreviewHealthModelErrorCode;
  /** Path to the input at fault, such as `["input", "model", "weights"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `previewHealthModel` can be refused for. */
export type PreviewHealthModelErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT';

/** What `previewHealthModel` needs. */
export type PreviewHealthModelInput = {
  /** What would change. What is left out stays as it is. */
  readonly model: HealthModelInput;
};

/** What `previewHealthModel` answers. */
export type PreviewHealthModelPayload = {
  readonly __typename?: 'PreviewHealthModelPayload';
  /** What the change would do; null when refused. */
  readonly preview?: Maybe<HealthModelPreview>;
  /** Why there is no preview; empty on success. */
  readonly userErrors: ReadonlyArray<PreviewHealthModelError>;
};

/** Why `previewMapping` was refused. */
export type PreviewMappingError = {
  readonly __typename?: 'PreviewMappingError';
  /** The reason, to switch on. */
  readonly code: PreviewMappingErrorCode;
  /** Path to the input at fault, such as `["input", "mapping", "metrics", "0", "path"]`; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `previewMapping` can be refused for. */
export type PreviewMappingErrorCode =
  /** The address is private or otherwise not allowed. */
  | 'ADDRESS_REFUSED'
  /** The answer could not be processed within its bounds of time and memory. */
  | 'ANSWER_TOO_COSTLY'
  /** No connection could be made, or it broke. */
  | 'CONNECTION_FAILED'
  /** 401 or 403: the credentials were refused, by the endpoint or by its token endpoint. */
  | 'CREDENTIALS_REFUSED'
  /** The stored credentials cannot be opened: give them again with reconnectCustomApi. */
  | 'CREDENTIALS_UNREADABLE'
  /** 404 or 410: nothing is at this address. */
  | 'ENDPOINT_NOT_FOUND'
  /** 5xx or similar: the endpoint could not answer. */
  | 'ENDPOINT_UNAVAILABLE'
  /** The rows path cannot be evaluated on this answer. */
  | 'EXPRESSION_FAILED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The host name has no address. */
  | 'HOST_NOT_FOUND'
  /** A header cannot be sent. */
  | 'INVALID_HEADER'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The mapping has a mistake; the message says where. */
  | 'INVALID_MAPPING'
  /** The URL cannot be called. */
  | 'INVALID_URL'
  /** No endpoint is connected. */
  | 'NOT_CONNECTED'
  /** Response is not valid JSON. */
  | 'NOT_JSON'
  /** The next page cannot be called: its path fails, or leads to another host. */
  | 'PAGING_FAILED'
  /** A page came a second time: the pages would never end. */
  | 'PAGING_LOOP'
  /** 429: the endpoint asks for fewer calls. */
  | 'RATE_LIMITED'
  /** The endpoint answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** Another 4xx: the endpoint rejects the request. */
  | 'REQUEST_REJECTED'
  /** The answer is larger than the limit. */
  | 'RESPONSE_TOO_LARGE'
  /** The rows path gives something that is not a list. */
  | 'ROWS_PATH_NOT_A_LIST'
  /** The rows path gives nothing: `rows_path returned no data`. */
  | 'ROWS_PATH_NO_DATA'
  /** The endpoint took longer than timeoutSeconds. */
  | 'TIMEOUT'
  /** The certificate or the encryption was not acceptable. */
  | 'TLS_FAILED'
  /** The token endpoint answered with something that is no bearer token. */
  | 'TOKEN_UNUSABLE'
  /** The answer is compressed in a way that was not asked for. */
  | 'UNSUPPORTED_ENCODING';

/** What `previewMapping` needs. */
export type PreviewMappingInput = {
  /** How many rows to show of each list, 1 to 100. */
  readonly first: Scalars['Int']['input'];
  /** The mapping to try. */
  readonly mapping: MappingInput;
};

/** What `previewMapping` answers. */
export type PreviewMappingPayload = {
  readonly __typename?: 'PreviewMappingPayload';
  /** What the mapping makes of the answer; null when refused. */
  readonly preview?: Maybe<MappingPreview>;
  /** Why there is no preview; empty on success. */
  readonly userErrors: ReadonlyArray<PreviewMappingError>;
};

/** One day of usage of one account, as it would be stored. */
export type PreviewResultRow = {
  readonly __typename?: 'PreviewResultRow';
  /** The UTC day. */
  readonly day: Scalars['Date']['output'];
  /** The account id. */
  readonly externalCrmId: Scalars['String']['output'];
  /** The combined metrics, in the mapping's order. */
  readonly metrics: ReadonlyArray<MetricValue>;
};

/** One row of the answer, as mapped. */
export type PreviewRow = {
  readonly __typename?: 'PreviewRow';
  /** The account with that id; null when there is none. */
  readonly account?: Maybe<Account>;
  /** Its UTC day; null when it cannot be read. */
  readonly day?: Maybe<Scalars['Date']['output']>;
  /** What is wrong with it; a row with an error is not stored. */
  readonly errors: ReadonlyArray<RowIssue>;
  /** The account id it names; null when it names none. */
  readonly externalCrmId?: Maybe<Scalars['String']['output']>;
  /** Its metrics, in the mapping's order. */
  readonly metrics: ReadonlyArray<MetricValue>;
  /** Whether its day is outside the asked window: a synchronisation leaves such a row out. */
  readonly outsideWindow: Scalars['Boolean']['output'];
  /** Its place in the answer, from 1. */
  readonly rowNumber: Scalars['Int']['output'];
};

/** Questions; they change nothing. */
export type Query = {
  readonly __typename?: 'Query';
  /** One account, by exactly one of its two identifiers; null when there is none. */
  readonly account?: Maybe<Account>;
  /** How one account used the product: exactly one of its two identifiers, and the last `days` full days or `from` to `to`. Null when there is no such account. */
  readonly accountUsage?: Maybe<AccountUsage>;
  /** The workspace's accounts, page by page. */
  readonly accounts?: Maybe<AccountConnection>;
  /** The workspace's keys, newest first, revoked ones included. Needs OWNER. */
  readonly apiKeys?: Maybe<ReadonlyArray<ApiKey>>;
  /** Changes of the workspace's configuration, newest first. Needs ADMIN. */
  readonly auditLog?: Maybe<AuditEventConnection>;
  /** A conversation by its id; null when this key has none of that id. */
  readonly conversation?: Maybe<Conversation>;
  /** The conversations of this key, the one last asked in first. */
  readonly conversations?: Maybe<ConversationConnection>;
  /** The workspace's usage source, connected or not. */
  readonly customApi?: Maybe<CustomApi>;
  /** How what is derived from the workspace's data stands. */
  readonly evaluation?: Maybe<Evaluation>;
  /** A test of a model against the accounts that left; null when there is none of that id. */
  readonly healthBacktest?: Maybe<HealthBacktest>;
  /** A version of the health model; null when there is no such version. */
  readonly healthModel?: Maybe<HealthModel>;
  /** Versions of the health model, the newest first; the built-in one comes last. */
  readonly healthModels?: Maybe<ReadonlyArray<HealthModel>>;
  /** An account's health; null when there is no such account, or no score was computed yet. Give exactly one of the two identifiers. */
  readonly healthScore?: Maybe<HealthScore>;
  /** Calls one of Larry's tools, as an assistant would: to see what it is told, and for programs that want the same. */
  readonly larryToolResult?: Maybe<LarryToolResult>;
  /** What Larry may look up with this key. */
  readonly larryTools?: Maybe<ReadonlyArray<LarryTool>>;
  /** Fetches any object by its id; null when there is none in this workspace. */
  readonly node?: Maybe<Node>;
  /** One saved view; null when there is none. */
  readonly savedView?: Maybe<SavedView>;
  /** The workspace's saved views of the account table, by name; at most 200. */
  readonly savedViews?: Maybe<ReadonlyArray<SavedView>>;
  /** What needs attention: the worst severity first, then the largest ARR (accounts without ARR last), then the newest. Cursors stay good when signals change. */
  readonly signalFeed?: Maybe<SignalConnection>;
  /** When signals are raised and resolved. */
  readonly signalRules?: Maybe<SignalRules>;
  /** One synchronisation run; null when there is none with this id. */
  readonly syncRun?: Maybe<SyncRun>;
  /** Account ids that usage came with and that no account has, those with the most days first. */
  readonly unmatchedAccounts?: Maybe<UnmatchedAccountConnection>;
  /** The key that asks, and its workspace. */
  readonly viewer?: Maybe<Viewer>;
  /** The workspace's webhook endpoints, oldest first, at most 20. Needs ADMIN. */
  readonly webhookEndpoints?: Maybe<ReadonlyArray<WebhookEndpoint>>;
};


/** Questions; they change nothing. */
export type QueryAccountArgs = {
  externalCrmId?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions; they change nothing. */
export type QueryAccountUsageArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  days: Scalars['Int']['input'];
  externalCrmId?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  metrics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** Questions; they change nothing. */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first: Scalars['Int']['input'];
  orderBy?: InputMaybe<AccountOrder>;
  view?: InputMaybe<Scalars['ID']['input']>;
};


/** Questions; they change nothing. */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditLogFilter>;
  first: Scalars['Int']['input'];
};


/** Questions; they change nothing. */
export type QueryConversationArgs = {
  id: Scalars['ID']['input'];
};


/** Questions; they change nothing. */
export type QueryConversationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions; they change nothing. */
export type QueryHealthBacktestArgs = {
  id: Scalars['ID']['input'];
};


/** Questions; they change nothing. */
export type QueryHealthModelArgs = {
  version?: InputMaybe<Scalars['Int']['input']>;
};


/** Questions; they change nothing. */
export type QueryHealthModelsArgs = {
  beforeVersion?: InputMaybe<Scalars['Int']['input']>;
  first: Scalars['Int']['input'];
};


/** Questions; they change nothing. */
export type QueryHealthScoreArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  externalCrmId?: InputMaybe<Scalars['String']['input']>;
};


/** Questions; they change nothing. */
export type QueryLarryToolResultArgs = {
  arguments?: InputMaybe<Scalars['JSONObject']['input']>;
  name: Scalars['String']['input'];
};


/** Questions; they change nothing. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Questions; they change nothing. */
export type QuerySavedViewArgs = {
  id: Scalars['ID']['input'];
};


/** Questions; they change nothing. */
export type QuerySignalFeedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SignalFilter>;
  first: Scalars['Int']['input'];
};


/** Questions; they change nothing. */
export type QuerySyncRunArgs = {
  id: Scalars['ID']['input'];
};


/** Questions; they change nothing. */
export type QueryUnmatchedAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** One metric over the 30 days. */
export type RecentMetric = {
  readonly __typename?: 'RecentMetric';
  /** How days combine. */
  readonly aggregation: Aggregation;
  /** The name given in the mapping. */
  readonly name: Scalars['String']['output'];
  /** SUM: the sum; LAST: the latest value; MAX: the largest. Null when no day has a value. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** How an account used the product lately, kept ready for lists of accounts. */
export type RecentUsage = {
  readonly __typename?: 'RecentUsage';
  /** First day the account ever had usage. */
  readonly firstUsedOn: Scalars['Date']['output'];
  /** First of the 30 days. */
  readonly from: Scalars['Date']['output'];
  /** Last day the account had usage. */
  readonly lastUsedOn: Scalars['Date']['output'];
  /** One figure for each metric, in the order the metrics were first mapped. */
  readonly metrics: ReadonlyArray<RecentMetric>;
  /** Last of the 30 days: the last synchronised day. */
  readonly to: Scalars['Date']['output'];
};

/** Why `reconfigureCustomApi` was refused. */
export type ReconfigureCustomApiError = {
  readonly __typename?: 'ReconfigureCustomApiError';
  /** The reason, to switch on. */
  readonly code: ReconfigureCustomApiErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `reconfigureCustomApi` can be refused for. */
export type ReconfigureCustomApiErrorCode =
  /** The address is private or otherwise not allowed. */
  | 'ADDRESS_REFUSED'
  /** The answer could not be processed within its bounds of time and memory. */
  | 'ANSWER_TOO_COSTLY'
  /** No connection could be made, or it broke. */
  | 'CONNECTION_FAILED'
  /** 401 or 403: the credentials were refused, by the endpoint or by its token endpoint. */
  | 'CREDENTIALS_REFUSED'
  /** The stored credentials cannot be opened: give them again with reconnectCustomApi. */
  | 'CREDENTIALS_UNREADABLE'
  /** 404 or 410: nothing is at this address. */
  | 'ENDPOINT_NOT_FOUND'
  /** 5xx or similar: the endpoint could not answer. */
  | 'ENDPOINT_UNAVAILABLE'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The host name has no address. */
  | 'HOST_NOT_FOUND'
  /** A header cannot be sent. */
  | 'INVALID_HEADER'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL cannot be called. */
  | 'INVALID_URL'
  /** No endpoint is connected. */
  | 'NOT_CONNECTED'
  /** Response is not valid JSON. */
  | 'NOT_JSON'
  /** 429: the endpoint asks for fewer calls. */
  | 'RATE_LIMITED'
  /** The endpoint answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** Another 4xx: the endpoint rejects the request. */
  | 'REQUEST_REJECTED'
  /** The answer is larger than the limit. */
  | 'RESPONSE_TOO_LARGE'
  /** The endpoint took longer than timeoutSeconds. */
  | 'TIMEOUT'
  /** The certificate or the encryption was not acceptable. */
  | 'TLS_FAILED'
  /** The token endpoint answered with something that is no bearer token. */
  | 'TOKEN_UNUSABLE'
  /** The answer is compressed in a way that was not asked for. */
  | 'UNSUPPORTED_ENCODING';

/** What `reconfigureCustomApi` needs: nothing. */
export type ReconfigureCustomApiInput = {
  /** Ignored: a place for clients that tag their mutations. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `reconfigureCustomApi` answers. */
export type ReconfigureCustomApiPayload = {
  readonly __typename?: 'ReconfigureCustomApiPayload';
  /** The usage source as it is now; null when refused. */
  readonly customApi?: Maybe<CustomApi>;
  /** The call that was made; null when none was. */
  readonly test?: Maybe<ConnectionTest>;
  /** Why nothing was fetched; empty on success. */
  readonly userErrors: ReadonlyArray<ReconfigureCustomApiError>;
};

/** Why `reconnectCustomApi` was refused. */
export type ReconnectCustomApiError = {
  readonly __typename?: 'ReconnectCustomApiError';
  /** The reason, to switch on. */
  readonly code: ReconnectCustomApiErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `reconnectCustomApi` can be refused for. */
export type ReconnectCustomApiErrorCode =
  /** The address is private or otherwise not allowed. */
  | 'ADDRESS_REFUSED'
  /** The answer could not be processed within its bounds of time and memory. */
  | 'ANSWER_TOO_COSTLY'
  /** The connection was changed while it was being tried. */
  | 'CHANGED_MEANWHILE'
  /** No connection could be made, or it broke. */
  | 'CONNECTION_FAILED'
  /** The address has another host, or what is stored cannot be opened: give `auth` as well. */
  | 'CREDENTIALS_NEEDED'
  /** 401 or 403: the credentials were refused, by the endpoint or by its token endpoint. */
  | 'CREDENTIALS_REFUSED'
  /** 404 or 410: nothing is at this address. */
  | 'ENDPOINT_NOT_FOUND'
  /** 5xx or similar: the endpoint could not answer. */
  | 'ENDPOINT_UNAVAILABLE'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The host name has no address. */
  | 'HOST_NOT_FOUND'
  /** A header cannot be sent. */
  | 'INVALID_HEADER'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL cannot be called. */
  | 'INVALID_URL'
  /** No endpoint is connected: connectCustomApi makes a connection. */
  | 'NOT_CONNECTED'
  /** Response is not valid JSON. */
  | 'NOT_JSON'
  /** 429: the endpoint asks for fewer calls. */
  | 'RATE_LIMITED'
  /** The endpoint answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** Another 4xx: the endpoint rejects the request. */
  | 'REQUEST_REJECTED'
  /** The answer is larger than the limit. */
  | 'RESPONSE_TOO_LARGE'
  /** The endpoint took longer than timeoutSeconds. */
  | 'TIMEOUT'
  /** The certificate or the encryption was not acceptable. */
  | 'TLS_FAILED'
  /** The token endpoint answered with something that is no bearer token. */
  | 'TOKEN_UNUSABLE'
  /** The answer is compressed in a way that was not asked for. */
  | 'UNSUPPORTED_ENCODING';

/** What `reconnectCustomApi` changes; null keeps what is stored. An address with another host needs `auth` again, and `headers` and `body` if there were any: stored credentials go nowhere else. */
export type ReconnectCustomApiInput = {
  /** How the answer is written. */
  readonly answerFormat?: InputMaybe<AnswerFormat>;
  /** Credentials to send from now on. */
  readonly auth?: InputMaybe<CustomApiAuthInput>;
  /** Body of a POST, at most 16 KB. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** Further headers, at most 20; an empty list removes those stored. */
  readonly headers?: InputMaybe<ReadonlyArray<HttpHeaderInput>>;
  /** How many pages an answer may have, 1 to 10,000. */
  readonly maxPages?: InputMaybe<Scalars['Int']['input']>;
  /** How it is called. */
  readonly method?: InputMaybe<HttpMethod>;
  /** How an answer that comes in pages goes on. */
  readonly paging?: InputMaybe<PagingInput>;
  /** Seconds one call may take, its whole answer included; 1 to 60. */
  readonly timeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Address, as in `connectCustomApi`. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** What `reconnectCustomApi` answers. */
export type ReconnectCustomApiPayload = {
  readonly __typename?: 'ReconnectCustomApiPayload';
  /** The usage source as it is now; null when refused. */
  readonly customApi?: Maybe<CustomApi>;
  /** The run that fetches what was missed; null when refused, and while no mapping is saved. */
  readonly syncRun?: Maybe<SyncRun>;
  /** The call that was made; null when none was. */
  readonly test?: Maybe<ConnectionTest>;
  /** Why nothing was reconnected; empty on success. */
  readonly userErrors: ReadonlyArray<ReconnectCustomApiError>;
};

/** Why `recordBillingSnapshot` was refused. */
export type RecordBillingSnapshotError = {
  readonly __typename?: 'RecordBillingSnapshotError';
  /** The reason, to switch on. */
  readonly code: RecordBillingSnapshotErrorCode;
  /** Path to the input at fault, such as `["input", "snapshots", "3", "externalCrmId"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `recordBillingSnapshot` can be refused for. */
export type RecordBillingSnapshotErrorCode =
  /** This workspace has no such account. */
  | 'ACCOUNT_NOT_FOUND'
  /** Two of the call are the same. */
  | 'DUPLICATE_RECORD'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** More than 1,000 in one call, or none. */
  | 'TOO_MANY_RECORDS';

/** What `recordBillingSnapshot` needs. */
export type RecordBillingSnapshotInput = {
  /** 1 to 1,000 snapshots, each account and day once. */
  readonly snapshots: ReadonlyArray<BillingSnapshotInput>;
};

/** What `recordBillingSnapshot` answers. */
export type RecordBillingSnapshotPayload = {
  readonly __typename?: 'RecordBillingSnapshotPayload';
  /** How many were new or said something else than before; 0 when refused. */
  readonly changedCount: Scalars['Int']['output'];
  /** How many were known already, and the same; 0 when refused. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** Why nothing was recorded; empty on success. */
  readonly userErrors: ReadonlyArray<RecordBillingSnapshotError>;
};

/** Why `recordChurn` was refused. */
export type RecordChurnError = {
  readonly __typename?: 'RecordChurnError';
  /** The reason, to switch on. */
  readonly code: RecordChurnErrorCode;
  /** Path to the input at fault, such as `["input", "churns", "3", "externalCrmId"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `recordChurn` can be refused for. */
export type RecordChurnErrorCode =
  /** This workspace has no such account. */
  | 'ACCOUNT_NOT_FOUND'
  /** Two of the call are the same. */
  | 'DUPLICATE_RECORD'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** More than 1,000 in one call, or none. */
  | 'TOO_MANY_RECORDS';

/** What `recordChurn` needs. */
export type RecordChurnInput = {
  /** 1 to 1,000 accounts, each once. */
  readonly churns: ReadonlyArray<ChurnInput>;
};

/** What `recordChurn` answers. */
export type RecordChurnPayload = {
  readonly __typename?: 'RecordChurnPayload';
  /** How many were new or said something else than before; 0 when refused. */
  readonly changedCount: Scalars['Int']['output'];
  /** How many were known already, and the same; 0 when refused. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** Why nothing was recorded; empty on success. */
  readonly userErrors: ReadonlyArray<RecordChurnError>;
};

/** Why `recordRelationshipTouch` was refused. */
export type RecordRelationshipTouchError = {
  readonly __typename?: 'RecordRelationshipTouchError';
  /** The reason, to switch on. */
  readonly code: RecordRelationshipTouchErrorCode;
  /** Path to the input at fault, such as `["input", "touches", "3", "externalCrmId"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `recordRelationshipTouch` can be refused for. */
export type RecordRelationshipTouchErrorCode =
  /** This workspace has no such account. */
  | 'ACCOUNT_NOT_FOUND'
  /** Two of the call are the same. */
  | 'DUPLICATE_RECORD'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** More than 1,000 in one call, or none. */
  | 'TOO_MANY_RECORDS';

/** What `recordRelationshipTouch` needs. */
export type RecordRelationshipTouchInput = {
  /** 1 to 1,000 contacts, each `externalId` once. */
  readonly touches: ReadonlyArray<RelationshipTouchInput>;
};

/** What `recordRelationshipTouch` answers. */
export type RecordRelationshipTouchPayload = {
  readonly __typename?: 'RecordRelationshipTouchPayload';
  /** How many were new or said something else than before; 0 when refused. */
  readonly changedCount: Scalars['Int']['output'];
  /** How many were known already, and the same; 0 when refused. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** Why nothing was recorded; empty on success. */
  readonly userErrors: ReadonlyArray<RecordRelationshipTouchError>;
};

/** Why `recordSupportSnapshot` was refused. */
export type RecordSupportSnapshotError = {
  readonly __typename?: 'RecordSupportSnapshotError';
  /** The reason, to switch on. */
  readonly code: RecordSupportSnapshotErrorCode;
  /** Path to the input at fault, such as `["input", "snapshots", "3", "externalCrmId"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `recordSupportSnapshot` can be refused for. */
export type RecordSupportSnapshotErrorCode =
  /** This workspace has no such account. */
  | 'ACCOUNT_NOT_FOUND'
  /** Two of the call are the same. */
  | 'DUPLICATE_RECORD'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** More than 1,000 in one call, or none. */
  | 'TOO_MANY_RECORDS';

/** What `recordSupportSnapshot` needs. */
export type RecordSupportSnapshotInput = {
  /** 1 to 1,000 snapshots, each account and day once. */
  readonly snapshots: ReadonlyArray<SupportSnapshotInput>;
};

/** What `recordSupportSnapshot` answers. */
export type RecordSupportSnapshotPayload = {
  readonly __typename?: 'RecordSupportSnapshotPayload';
  /** How many were new or said something else than before; 0 when refused. */
  readonly changedCount: Scalars['Int']['output'];
  /** How many were known already, and the same; 0 when refused. */
  readonly unchangedCount: Scalars['Int']['output'];
  /** Why nothing was recorded; empty on success. */
  readonly userErrors: ReadonlyArray<RecordSupportSnapshotError>;
};

/** A contact with an account. */
export type RelationshipTouch = {
  readonly __typename?: 'RelationshipTouch';
  /** The caller's own id of the contact. */
  readonly externalId: Scalars['String']['output'];
  /** What kind of contact it was. */
  readonly kind: TouchKind;
  /** How it went; null when not known. */
  readonly sentiment?: Maybe<Sentiment>;
  /** When it was. */
  readonly touchedAt: Scalars['DateTime']['output'];
};

/** One contact with an account. */
export type RelationshipTouchInput = {
  /** The account's id. Give exactly one of it and `externalCrmId`. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The company's own identifier of the account. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** The caller's own id of the contact, 1 to 255 characters: given twice, it is one. Blanks around it are trimmed. */
  readonly externalId: Scalars['String']['input'];
  /** What kind of contact it was. */
  readonly kind: TouchKind;
  /** How it went; null when not known. */
  readonly sentiment?: InputMaybe<Sentiment>;
  /** When it was; not in the future. */
  readonly touchedAt: Scalars['DateTime']['input'];
};

/** Evidence of RENEWAL_RISK. */
export type RenewalRiskEvidence = {
  readonly __typename?: 'RenewalRiskEvidence';
  /** How many days that is away. */
  readonly daysToRenewal: Scalars['Int']['output'];
  /** The health score; null when there is none. */
  readonly healthScore?: Maybe<Scalars['Int']['output']>;
  /** The health score 30 days ago; null when there was none. */
  readonly previousHealthScore?: Maybe<Scalars['Int']['output']>;
  /** What speaks against it, at least one. */
  readonly reasons: ReadonlyArray<RenewalRiskReason>;
  /** The day the contract renews. */
  readonly renewalOn: Scalars['Date']['output'];
  /** How usage changed week over week; null when it cannot be said. */
  readonly usageChangeRate?: Maybe<Scalars['Float']['output']>;
};

/** What makes a renewal a risk. */
export type RenewalRiskReason =
  /** Its health score lost 10 points or more in 30 days, or a band. */
  | 'HEALTH_DECLINE'
  /** The account is in the worst band. */
  | 'POOR_HEALTH'
  /** Its usage in total declines, or stopped. */
  | 'USAGE_DECLINE';

/** Rules of RENEWAL_RISK. */
export type RenewalRiskRules = {
  readonly __typename?: 'RenewalRiskRules';
  /** Within this many days the severity is CRITICAL; at most `highDays`. */
  readonly criticalDays: Scalars['Int']['output'];
  /** Within this many days the severity is HIGH; at most `mediumDays`. */
  readonly highDays: Scalars['Int']['output'];
  /** Renewals within this many days are looked at. */
  readonly mediumDays: Scalars['Int']['output'];
};

/** Rules of RENEWAL_RISK; what is left out stays. */
export type RenewalRiskRulesInput = {
  /** Within this many days the severity is CRITICAL; at most `highDays`: 0 to 365; 30 at first. */
  readonly criticalDays?: InputMaybe<Scalars['Int']['input']>;
  /** Within this many days the severity is HIGH; at most `mediumDays`: 0 to 365; 60 at first. */
  readonly highDays?: InputMaybe<Scalars['Int']['input']>;
  /** Renewals within this many days are looked at: 1 to 365; 90 at first. */
  readonly mediumDays?: InputMaybe<Scalars['Int']['input']>;
};

/** Why `reopenSignal` was refused. */
export type ReopenSignalError = {
  readonly __typename?: 'ReopenSignalError';
  /** The reason, to switch on. */
  readonly code: ReopenSignalErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `reopenSignal` can be refused for. */
export type ReopenSignalErrorCode =
  /** The signal has ended. */
  | 'ALREADY_RESOLVED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such signal in this workspace. */
  | 'NOT_FOUND';

/** What `reopenSignal` needs. */
export type ReopenSignalInput = {
  /** The signal's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `reopenSignal` answers. */
export type ReopenSignalPayload = {
  readonly __typename?: 'ReopenSignalPayload';
  /** The signal as it is now; null when refused. */
  readonly signal?: Maybe<Signal>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<ReopenSignalError>;
};

/** Why `replayWebhookDelivery` was refused. */
export type ReplayWebhookDeliveryError = {
  readonly __typename?: 'ReplayWebhookDeliveryError';
  /** The reason, to switch on. */
  readonly code: ReplayWebhookDeliveryErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `replayWebhookDelivery` can be refused for. */
export type ReplayWebhookDeliveryErrorCode =
  /** The endpoint is disabled: enable it first. */
  | 'ENDPOINT_DISABLED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such delivery in this workspace, or its endpoint was deleted. */
  | 'NOT_FOUND';

/** What `replayWebhookDelivery` needs. */
export type ReplayWebhookDeliveryInput = {
  /** The delivery's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `replayWebhookDelivery` answers. */
export type ReplayWebhookDeliveryPayload = {
  readonly __typename?: 'ReplayWebhookDeliveryPayload';
  /** The new delivery of the same event; null when refused. */
  readonly delivery?: Maybe<WebhookDelivery>;
  /** Why nothing was sent; empty on success. */
  readonly userErrors: ReadonlyArray<ReplayWebhookDeliveryError>;
};

/** Why `replayWebhookEvents` was refused. */
export type ReplayWebhookEventsError = {
  readonly __typename?: 'ReplayWebhookEventsError';
  /** The reason, to switch on. */
  readonly code: ReplayWebhookEventsErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `replayWebhookEvents` can be refused for. */
export type ReplayWebhookEventsErrorCode =
  /** The endpoint is disabled: enable it first. */
  | 'ENDPOINT_DISABLED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such endpoint in this workspace. */
  | 'NOT_FOUND';

/** What `replayWebhookEvents` needs. */
export type ReplayWebhookEventsInput = {
  /** The endpoint's id. */
  readonly endpointId: Scalars['ID']['input'];
  /** Events whose last delivery was made at this instant or later. */
  readonly startAt: Scalars['DateTime']['input'];
};

/** What `replayWebhookEvents` answers. */
export type ReplayWebhookEventsPayload = {
  readonly __typename?: 'ReplayWebhookEventsPayload';
  /** How many events are sent again; null when refused. */
  readonly replayedCount?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was sent; empty on success. */
  readonly userErrors: ReadonlyArray<ReplayWebhookEventsError>;
};

/** Why `revokeApiKey` was refused. */
export type RevokeApiKeyError = {
  readonly __typename?: 'RevokeApiKeyError';
  /** The reason, to switch on. */
  readonly code: RevokeApiKeyErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `revokeApiKey` can be refused for. */
export type RevokeApiKeyErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** It is the last working OWNER key: create another first. */
  | 'LAST_OWNER_KEY'
  /** There is no such key in this workspace. */
  | 'NOT_FOUND';

/** What `revokeApiKey` needs. */
export type RevokeApiKeyInput = {
  /** The key's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `revokeApiKey` answers. */
export type RevokeApiKeyPayload = {
  readonly __typename?: 'RevokeApiKeyPayload';
  /** The revoked key's record; null when refused. */
  readonly apiKey?: Maybe<ApiKey>;
  /** Why nothing was revoked; empty on success. */
  readonly userErrors: ReadonlyArray<RevokeApiKeyError>;
};

/** What a key may do. Each role may do all that the ones below it may. */
export type Role =
  /** Connects, maps, synchronises and disconnects sources, and everything a MEMBER may. */
  | 'ADMIN'
  /** Reads everything and keeps the account list up to date. */
  | 'MEMBER'
  /** Everything, API keys included. */
  | 'OWNER';

/** Why `rotateWebhookSecret` was refused. */
export type RotateWebhookSecretError = {
  readonly __typename?: 'RotateWebhookSecretError';
  /** The reason, to switch on. */
  readonly code: RotateWebhookSecretErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `rotateWebhookSecret` can be refused for. */
export type RotateWebhookSecretErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such endpoint in this workspace. */
  | 'NOT_FOUND';

/** What `rotateWebhookSecret` needs. */
export type RotateWebhookSecretInput = {
  /** The endpoint's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `rotateWebhookSecret` answers. */
export type RotateWebhookSecretPayload = {
  readonly __typename?: 'RotateWebhookSecretPayload';
  /** The endpoint; null when refused. */
  readonly endpoint?: Maybe<WebhookEndpoint>;
  /** Until when the secret before signs as well; null when refused. */
  readonly previousSecretExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The new secret, `whsec_…`, shown this once; null when refused. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why no secret was made; empty on success. */
  readonly userErrors: ReadonlyArray<RotateWebhookSecretError>;
};

/** What is wrong with one row. */
export type RowIssue = {
  readonly __typename?: 'RowIssue';
  /** What to do about it. */
  readonly hint: Scalars['String']['output'];
  /** What is wrong. */
  readonly message: Scalars['String']['output'];
  /** What it is about: `date`, `account_id`, `metrics` (all of them), or a metric's name. */
  readonly path: Scalars['String']['output'];
  /** The value at fault, as JSON of at most 80 characters. */
  readonly value: Scalars['String']['output'];
};

/** One reason that kept rows from being stored. */
export type RowProblem = {
  readonly __typename?: 'RowProblem';
  /** How many rows had it. */
  readonly count: Scalars['Int']['output'];
  /** The first row that had it, counted from 1. */
  readonly firstRowNumber: Scalars['Int']['output'];
  /** What to do about it. */
  readonly hint: Scalars['String']['output'];
  /** What is wrong, such as `metric logins: not numeric`. */
  readonly message: Scalars['String']['output'];
  /** What it is about: `date`, `account_id`, `metrics` (all of them), or a metric's name. */
  readonly path: Scalars['String']['output'];
  /** The value at fault in that row, as JSON of at most 80 characters. */
  readonly value: Scalars['String']['output'];
};

/** Why `runSignalsNow` was refused. */
export type RunSignalsNowError = {
  readonly __typename?: 'RunSignalsNowError';
  /** The reason, to switch on. */
  readonly code: RunSignalsNowErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `runSignalsNow` can be refused for. */
export type RunSignalsNowErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN';

/** What `runSignalsNow` needs: nothing. */
export type RunSignalsNowInput = {
  /** Ignored: a place for clients that tag their mutations. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `runSignalsNow` answers. */
export type RunSignalsNowPayload = {
  readonly __typename?: 'RunSignalsNowPayload';
  /** How evaluations stand now; null when refused. */
  readonly evaluation?: Maybe<Evaluation>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<RunSignalsNowError>;
};

/** A cut of an answer, itself valid JSON, to write a mapping from. */
export type Sample = {
  readonly __typename?: 'Sample';
  /** When the endpoint gave it. */
  readonly fetchedAt: Scalars['DateTime']['output'];
  /** Size of the whole answer in bytes. */
  readonly fullBytes: Scalars['Int']['output'];
  /** The JSON text, at most 8 KB. */
  readonly json: Scalars['String']['output'];
  /** Whether anything was left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** Why `saveMappingAndBackfill` was refused. */
export type SaveMappingAndBackfillError = {
  readonly __typename?: 'SaveMappingAndBackfillError';
  /** The reason, to switch on. */
  readonly code: SaveMappingAndBackfillErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `saveMappingAndBackfill` can be refused for. */
export type SaveMappingAndBackfillErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The mapping has a mistake; the message says where. */
  | 'INVALID_MAPPING'
  /** No endpoint is connected. */
  | 'NOT_CONNECTED';

/** What `saveMappingAndBackfill` needs. */
export type SaveMappingAndBackfillInput = {
  /** How many days to fetch, ending yesterday; 1 to 30. */
  readonly days: Scalars['Int']['input'];
  /** The mapping to save. */
  readonly mapping: MappingInput;
};

/** What `saveMappingAndBackfill` answers. */
export type SaveMappingAndBackfillPayload = {
  readonly __typename?: 'SaveMappingAndBackfillPayload';
  /** The usage source as it is now; null when refused. */
  readonly customApi?: Maybe<CustomApi>;
  /** The run that fetches the history; null when refused. Watch it with `syncRunProgressed`. */
  readonly syncRun?: Maybe<SyncRun>;
  /** Why nothing was saved; empty on success. */
  readonly userErrors: ReadonlyArray<SaveMappingAndBackfillError>;
};

/** A filter, an order and a choice of columns of the account table that somebody named, for everybody in the workspace. `accounts(view:)` lists what it shows. */
export type SavedView = Node & {
  readonly __typename?: 'SavedView';
  /** Which columns, from left to right; empty when that is left to whoever shows it. */
  readonly columns: ReadonlyArray<SavedViewColumn>;
  /** When it was first saved. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Which accounts, as `AccountFilter` takes it: conditions that were not given are left out. `{}` is all accounts. */
  readonly filter: Scalars['JSONObject']['output'];
  /** The view's id, `view_…`. */
  readonly id: Scalars['ID']['output'];
  /** Its name, unique in the workspace whatever the case. */
  readonly name: Scalars['String']['output'];
  /** In which order. */
  readonly orderBy: SavedViewOrder;
  /** Why the view cannot be shown as it is saved, such as a metric that is no more; null when it can. */
  readonly problem?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A column of a saved view. */
export type SavedViewColumn = {
  readonly __typename?: 'SavedViewColumn';
  /** What the column shows. */
  readonly field: AccountColumn;
  /** The metric's name, for USAGE and USAGE_CHANGE; null for all else. */
  readonly metric?: Maybe<Scalars['String']['output']>;
};

/** The order of a saved view. */
export type SavedViewOrder = {
  readonly __typename?: 'SavedViewOrder';
  /** Which way. */
  readonly direction: OrderDirection;
  /** What it is ordered by. */
  readonly field: AccountOrderField;
  /** The metric's name, for USAGE and USAGE_CHANGE; null for all else. */
  readonly metric?: Maybe<Scalars['String']['output']>;
};

/** Why `sendTestWebhook` was refused. */
export type SendTestWebhookError = {
  readonly __typename?: 'SendTestWebhookError';
  /** The reason, to switch on. */
  readonly code: SendTestWebhookErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `sendTestWebhook` can be refused for. */
export type SendTestWebhookErrorCode =
  /** The endpoint is disabled: enable it first. */
  | 'ENDPOINT_DISABLED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** There is no such endpoint in this workspace. */
  | 'NOT_FOUND';

/** What `sendTestWebhook` needs. */
export type SendTestWebhookInput = {
  /** The endpoint's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `sendTestWebhook` answers. */
export type SendTestWebhookPayload = {
  readonly __typename?: 'SendTestWebhookPayload';
  /** The delivery, still PENDING: ask for it again to see what came of it. Null when refused. */
  readonly delivery?: Maybe<WebhookDelivery>;
  /** Why nothing was sent; empty on success. */
  readonly userErrors: ReadonlyArray<SendTestWebhookError>;
};

/** How a contact went. */
export type Sentiment =
  /** Badly. */
  | 'NEGATIVE'
  /** Neither well nor badly. */
  | 'NEUTRAL'
  /** Well. */
  | 'POSITIVE';

/** Something about an account that somebody should know: raised when a condition begins to hold, kept up to date while it holds, resolved by itself when it ends. What begins again later is another signal. Resolved ones are kept for 400 days. */
export type Signal = Node & {
  readonly __typename?: 'Signal';
  /** Whom it is about. */
  readonly account: Account;
  /** When somebody acknowledged it; null when nobody did, or it was reopened. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The label of the key that acknowledged it; null when nobody did, or the operator did. */
  readonly acknowledgedBy?: Maybe<Scalars['String']['output']>;
  /** The figures that fired it, as they were last seen. */
  readonly evidence: SignalEvidence;
  /** The reason in one sentence, for people, with its figures. */
  readonly explanation: Scalars['String']['output'];
  /** The signal's id, `sig_…`. */
  readonly id: Scalars['ID']['output'];
  /** The metric it is about; null when it is about no single one. */
  readonly metric?: Maybe<Scalars['String']['output']>;
  /** What was noted when it was last acknowledged or snoozed; null without a note. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When it was raised. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** The day of the data that first showed it. */
  readonly raisedOn: Scalars['Date']['output'];
  /** When the condition ended; null while it holds. */
  readonly resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How urgent it is, as `type` says. */
  readonly severity: SignalSeverity;
  /** Until when it is snoozed; null when it is not. */
  readonly snoozedUntilAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  readonly state: SignalState;
  /** What is the matter. */
  readonly type: SignalType;
  /** When it last changed: figures, severity or state. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A signal of the account that was raised or resolved. */
export type SignalAnnotation = UsageAnnotation & {
  readonly __typename?: 'SignalAnnotation';
  /** RAISED: the day of the data that first showed it; RESOLVED: the last full day before it was resolved. */
  readonly day: Scalars['Date']['output'];
  /** What became of it then. */
  readonly event: SignalAnnotationEvent;
  /** The signal, as it is now. */
  readonly signal: Signal;
};

/** What became of a signal on a day. */
export type SignalAnnotationEvent =
  /** It was raised. */
  | 'RAISED'
  /** Its condition ended. */
  | 'RESOLVED';

/** A page of signals. */
export type SignalConnection = {
  readonly __typename?: 'SignalConnection';
  /** The page's signals, each with its cursor. */
  readonly edges: ReadonlyArray<SignalEdge>;
  /** The page's signals. */
  readonly nodes: ReadonlyArray<Signal>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many signals match, on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A signal and its place in the list. */
export type SignalEdge = {
  readonly __typename?: 'SignalEdge';
  /** Its place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The signal. */
  readonly node: Signal;
};

/** The figures that fired a signal. Fields of one name are of one type in all of them, so that one document can ask for all. */
export type SignalEvidence = ChurnRiskEvidence | DisengagementEvidence | ExpansionEvidence | PaymentEvidence | RenewalRiskEvidence | SubscriptionEvidence | UsageDeclineEvidence | UsageRevenueMismatchEvidence;

/** Which signals to list. All given conditions must hold. */
export type SignalFilter = {
  /** The account's id. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The company's own identifier of the account. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** The account's owner, exactly. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** Any of these severities; any when null. */
  readonly severities?: InputMaybe<ReadonlyArray<SignalSeverity>>;
  /** Any of these states. Snoozed and resolved ones only when asked for. */
  readonly states: ReadonlyArray<SignalState>;
  /** Any of these types; any when null. */
  readonly types?: InputMaybe<ReadonlyArray<SignalType>>;
};

/** Which signals to be told of. All given conditions must hold. */
export type SignalRaisedFilter = {
  /** The account's owner, exactly. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** Any of these severities; any when null. */
  readonly severities?: InputMaybe<ReadonlyArray<SignalSeverity>>;
  /** Any of these types; any when null. */
  readonly types?: InputMaybe<ReadonlyArray<SignalType>>;
};

/** When signals are raised and resolved. Rates are of one, where 0.3 means 30 %. */
export type SignalRules = {
  readonly __typename?: 'SignalRules';
  /** Rules of CHURN_RISK. */
  readonly churnRisk: ChurnRiskRules;
  /** Types that are not raised; open ones of them are resolved. */
  readonly disabledTypes: ReadonlyArray<SignalType>;
  /** Rules of DISENGAGEMENT. */
  readonly disengagement: DisengagementRules;
  /** Rules of EXPANSION. */
  readonly expansion: ExpansionRules;
  /** Rules of PAYMENT_OVERDUE. */
  readonly paymentOverdue: PaymentOverdueRules;
  /** Rules of RENEWAL_RISK. */
  readonly renewalRisk: RenewalRiskRules;
  /** When this version was saved; null for version 0. */
  readonly savedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rules of SUBSCRIPTION_DOWNGRADED. */
  readonly subscriptionDowngrade: SubscriptionDowngradeRules;
  /** Rules of USAGE_DECLINE, and of what counts as declining elsewhere. */
  readonly usageDecline: UsageDeclineRules;
  /** Rules of USAGE_REVENUE_MISMATCH. */
  readonly usageRevenueMismatch: UsageRevenueMismatchRules;
  /** Counts up with each change; 0 for the rules that a workspace begins with. */
  readonly version: Scalars['Int']['output'];
};

/** How much a signal matters. */
export type SignalSeverity =
  /** Act today. */
  | 'CRITICAL'
  /** Act this week. */
  | 'HIGH'
  /** Good to know. */
  | 'LOW'
  /** Worth a look. */
  | 'MEDIUM';

/** What became of a signal. */
export type SignalState =
  /** It holds, and somebody sees to it. */
  | 'ACKNOWLEDGED'
  /** It holds, and nobody has said that they see to it. */
  | 'OPEN'
  /** It ended. */
  | 'RESOLVED'
  /** It holds, and is out of sight until an instant. Then it opens by itself. */
  | 'SNOOZED';

/** What signals are about. Thresholds are those at first: see `SignalRules`. */
export type SignalType =
  /** Of five weighted conditions, 50 of 100 points or more hold. Ends below 40. MEDIUM from 50 points, HIGH from 65, CRITICAL from 80. */
  | 'CHURN_RISK'
  /** No usage for 14 days, or for half as long again as is usual for the account, after a history of use. MEDIUM, HIGH from one and a half times that long, CRITICAL from three times. */
  | 'DISENGAGEMENT'
  /** Good news: usage grew three times in a row from four weeks to four weeks, by 20 % or more over all, and is at least that of the workspace's median account. LOW, MEDIUM from 50 %, HIGH from 100 %. */
  | 'EXPANSION'
  /** The latest billing snapshot says that a payment failed. HIGH, CRITICAL when overdue for 30 days. */
  | 'PAYMENT_FAILED'
  /** The latest billing snapshot says that a payment is overdue. MEDIUM, HIGH from 30 days, CRITICAL from 60. */
  | 'PAYMENT_OVERDUE'
  /** The contract renews within 90 days while health is poor or declines, or usage declines. MEDIUM, HIGH within 60 days, CRITICAL within 30. */
  | 'RENEWAL_RISK'
  /** The latest billing snapshot says that the subscription was canceled. CRITICAL. */
  | 'SUBSCRIPTION_CANCELED'
  /** MRR is lower than 30 days or more before. LOW, MEDIUM from 20 %, HIGH from 50 %. */
  | 'SUBSCRIPTION_DOWNGRADED'
  /** Usage fell by 30 % or more week over week: of one metric, or of all together. Ends when the fall is below 20 %. LOW, MEDIUM from 50 %, HIGH from 80 %; one step more for all together, which stands for those of its metrics. */
  | 'USAGE_DECLINE'
  /** Usage and revenue disagree: over eight weeks usage fell by 30 % or more while MRR did not, or it grew by as much while MRR fell. MEDIUM, HIGH from 50 %. */
  | 'USAGE_REVENUE_MISMATCH';

/** Why `snoozeSignal` was refused. */
export type SnoozeSignalError = {
  readonly __typename?: 'SnoozeSignalError';
  /** The reason, to switch on. */
  readonly code: SnoozeSignalErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `snoozeSignal` can be refused for. */
export type SnoozeSignalErrorCode =
  /** The signal has ended. */
  | 'ALREADY_RESOLVED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** There is no such signal in this workspace. */
  | 'NOT_FOUND';

/** What `snoozeSignal` needs. */
export type SnoozeSignalInput = {
  /** The signal's id. */
  readonly id: Scalars['ID']['input'];
  /** A note to keep with it, at most 2,000 characters; the one before stays when null. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Until when: an instant ahead, at most 365 days. */
  readonly untilAt: Scalars['DateTime']['input'];
};

/** What `snoozeSignal` answers. */
export type SnoozeSignalPayload = {
  readonly __typename?: 'SnoozeSignalPayload';
  /** The signal as it is now; null when refused. */
  readonly signal?: Maybe<Signal>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<SnoozeSignalError>;
};

/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * What happens to a question until it is answered: all that was told so far, in its order, and then each event as it comes. The
   * last one is `LarryAnswered` or `LarryFailed`, and exactly one of them; then the subscription ends. It ends without one when the
   * conversation is deleted. A day after the question only the last event is left.
   */
  readonly larryTurnProgressed?: Maybe<LarryTurnEvent>;
  /** Signals as they are raised, or opened by the end of a snooze, from now on. What was raised while nobody listened is in `signalFeed`. */
  readonly signalRaised?: Maybe<Signal>;
  /** A custom API's runs as they go: first the latest run as it is now, then each change, ending each run with a terminal state. */
  readonly syncRunProgressed?: Maybe<SyncRun>;
};


/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type SubscriptionLarryTurnProgressedArgs = {
  afterSequence: Scalars['Int']['input'];
  turnId: Scalars['ID']['input'];
};


/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type SubscriptionSignalRaisedArgs = {
  filter?: InputMaybe<SignalRaisedFilter>;
};


/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type SubscriptionSyncRunProgressedArgs = {
  customApiId: Scalars['ID']['input'];
};

/** Rules of SUBSCRIPTION_DOWNGRADED. */
export type SubscriptionDowngradeRules = {
  readonly __typename?: 'SubscriptionDowngradeRules';
  /** MRR must have fallen by this much. */
  readonly fallRate: Scalars['Float']['output'];
};

/** Rules of SUBSCRIPTION_DOWNGRADED; what is left out stays. */
export type SubscriptionDowngradeRulesInput = {
  /** MRR must have fallen by this much: 0 to 1; 0.01 at first. */
  readonly fallRate?: InputMaybe<Scalars['Float']['input']>;
};

/** Evidence of SUBSCRIPTION_CANCELED and SUBSCRIPTION_DOWNGRADED. */
export type SubscriptionEvidence = {
  readonly __typename?: 'SubscriptionEvidence';
  /** The change, where -0.3 means 30 % less; null when it cannot be said. */
  readonly changeRate?: Maybe<Scalars['Float']['output']>;
  /** The day of the billing snapshot. */
  readonly day: Scalars['Date']['output'];
  /** Monthly recurring revenue; null when not given. */
  readonly mrr?: Maybe<Scalars['Float']['output']>;
  /** The day of the snapshot it is compared with, 30 days or more before; null without one. */
  readonly previousDay?: Maybe<Scalars['Date']['output']>;
  /** Monthly recurring revenue then; null when not given. */
  readonly previousMrr?: Maybe<Scalars['Float']['output']>;
};

/** Why `suggestMapping` was refused. */
export type SuggestMappingError = {
  readonly __typename?: 'SuggestMappingError';
  /** The reason, to switch on. */
  readonly code: SuggestMappingErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `suggestMapping` can be refused for. */
export type SuggestMappingErrorCode =
  /** The address is private or otherwise not allowed. */
  | 'ADDRESS_REFUSED'
  /** The answer could not be processed within its bounds of time and memory. */
  | 'ANSWER_TOO_COSTLY'
  /** No connection could be made, or it broke. */
  | 'CONNECTION_FAILED'
  /** 401 or 403: the credentials were refused, by the endpoint or by its token endpoint. */
  | 'CREDENTIALS_REFUSED'
  /** The stored credentials cannot be opened: give them again with reconnectCustomApi. */
  | 'CREDENTIALS_UNREADABLE'
  /** 404 or 410: nothing is at this address. */
  | 'ENDPOINT_NOT_FOUND'
  /** 5xx or similar: the endpoint could not answer. */
  | 'ENDPOINT_UNAVAILABLE'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The host name has no address. */
  | 'HOST_NOT_FOUND'
  /** A header cannot be sent. */
  | 'INVALID_HEADER'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL cannot be called. */
  | 'INVALID_URL'
  /** No endpoint is connected. */
  | 'NOT_CONNECTED'
  /** Response is not valid JSON. */
  | 'NOT_JSON'
  /** Nothing in the sample makes rows of a day with a number; the message says what was seen. */
  | 'NO_ROWS_FOUND'
  /** 429: the endpoint asks for fewer calls. */
  | 'RATE_LIMITED'
  /** The endpoint answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** Another 4xx: the endpoint rejects the request. */
  | 'REQUEST_REJECTED'
  /** The answer is larger than the limit. */
  | 'RESPONSE_TOO_LARGE'
  /** The endpoint took longer than timeoutSeconds. */
  | 'TIMEOUT'
  /** The certificate or the encryption was not acceptable. */
  | 'TLS_FAILED'
  /** The token endpoint answered with something that is no bearer token. */
  | 'TOKEN_UNUSABLE'
  /** The answer is compressed in a way that was not asked for. */
  | 'UNSUPPORTED_ENCODING';

/** What `suggestMapping` needs. */
export type SuggestMappingInput = {
  /** How many rows to show of each list of the preview, 1 to 100. */
  readonly first: Scalars['Int']['input'];
  /** Whether to call the endpoint for a new sample although one is stored. It is kept while no mapping is saved. */
  readonly fresh: Scalars['Boolean']['input'];
  /** What to measure, in plain English, a line a metric: `number of logins`. An entry of several lines counts as several, blank ones are left out; at most 25 lines of at most 200 characters. Empty for whatever looks like usage, at most 10 metrics. With a language model set up they are sent to it as they are. */
  readonly metricDescriptions: ReadonlyArray<Scalars['String']['input']>;
};

/** What `suggestMapping` answers. */
export type SuggestMappingPayload = {
  readonly __typename?: 'SuggestMappingPayload';
  /** The best mapping that was found; null when refused. */
  readonly suggestion?: Maybe<MappingSuggestion>;
  /** Why there is no suggestion; empty on success. */
  readonly userErrors: ReadonlyArray<SuggestMappingError>;
};

/** One field of a suggested mapping. */
export type SuggestedField = {
  readonly __typename?: 'SuggestedField';
  /** What else it could be, the best first. */
  readonly alternatives: ReadonlyArray<FieldAlternative>;
  /** How sure it is, 0 to 1; below 0.5 it should be looked at. */
  readonly confidence: Scalars['Float']['output'];
  /** The description that a metric was found for; null for other fields, and for metrics that nobody described. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Which: `rowsPath`, `datePath`, `dateFormat`, `accountIdPath`, `accountId`, or `metrics.0` and so on. */
  readonly field: Scalars['String']['output'];
  /** What was seen that speaks for it, for people. */
  readonly reason: Scalars['String']['output'];
};

/** Why a suggestion is not the language model's. */
export type SuggestionModelNote =
  /** What is left of the workspace's budget is too little. */
  | 'BUDGET_EXHAUSTED'
  /** The model's service refuses the operator's key. */
  | 'KEY_REFUSED'
  /** The answer is not of the form that was asked for. */
  | 'MALFORMED'
  /** What the model gave comes out no better than what was found without it. */
  | 'NOT_BETTER'
  /** The operator set up no model. */
  | 'NOT_SET_UP'
  /** No mapping that the model gave can be used, or makes any row of the sample. */
  | 'NO_CANDIDATE'
  /** The model's service is overloaded, or failed. */
  | 'OVERLOADED'
  /** The model's service takes no more requests for now. */
  | 'RATE_LIMITED'
  /** The model refused to answer. */
  | 'REFUSED'
  /** The model took longer than 20 s. */
  | 'TIMEOUT'
  /** What the model gave takes more time or memory than is allowed. */
  | 'TOO_COSTLY'
  /** The question or the answer was too long. */
  | 'TOO_LONG'
  /** The model's service could not be reached. */
  | 'UNREACHABLE';

/** What became of the language model in a suggestion. It gets the descriptions, names of fields, and the sample with every value replaced by its shape. */
export type SuggestionModelUse = {
  readonly __typename?: 'SuggestionModelUse';
  /** The same for people; null when it is. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Why it is not; null when it is. */
  readonly note?: Maybe<SuggestionModelNote>;
  /** Whether the suggestion is the model's. */
  readonly used: Scalars['Boolean']['output'];
};

/** Why an account is suggested. Of several reasons the first in this order counts; all but the last compare the externalCrmId. */
export type SuggestionReason =
  /** Equal but for accents, or for how characters are encoded; case may differ, too. Weight 0.9. */
  | 'ACCENTS'
  /** Equal but for blanks and punctuation; case and accents may differ, too: `A 42` and `a42`. Weight 0.9. */
  | 'BLANKS'
  /** Equal but for upper and lower case: `acme-001` and `ACME-001`. Weight 0.95. */
  | 'CASE'
  /** Numbers that are equal but for leading zeros: `0042` and `42`. Weight 0.85. */
  | 'LEADING_ZEROS'
  /** One of them is the other behind a prefix of up to 16 letters and digits: `crm_42` and `42`. Weight 0.75; 0.6 when nothing stands between, as in `A42`. */
  | 'PREFIX'
  /** The id resembles the account's name. Weight 0.8 when they are equal but for case, accents, blanks, punctuation and legal form: `acme-inc` and `Acme, Inc.`; otherwise 0.35 to 0.7 for a Jaro-Winkler similarity of 0.9 to 1. Numbers in them must be the same, and the first three letters. */
  | 'SIMILAR_NAME';

/** Who found a mapping. */
export type SuggestionSource =
  /** A search of the sample by rules. The same sample and descriptions give the same mapping. */
  | 'HEURISTIC'
  /** The operator's language model, which saw names of fields and shapes of values. Its mapping was run over the real sample and did best. */
  | 'MODEL';

/** Something in a sample that a person should know before saving a mapping. */
export type SuggestionWarning = {
  readonly __typename?: 'SuggestionWarning';
  /** What it is, to switch on. */
  readonly code: SuggestionWarningCode;
  /** The field it is about, as in `SuggestedField`; null when it is about the answer as a whole. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** What was seen, and what to do, for people. */
  readonly message: Scalars['String']['output'];
};

/** What can be worth knowing of a sample. */
export type SuggestionWarningCode =
  /** Several fields could be the date, or it can be read in several ways. */
  | 'AMBIGUOUS_DATE'
  /** A metric is an average or a rate: adding up rows of one day would be wrong. */
  | 'AVERAGE_NOT_SUMMED'
  /** A range of days ends before its last day: the first one is taken. */
  | 'EXCLUSIVE_END_DATE'
  /** The sample has too few rows to be sure. */
  | 'FEW_ROWS'
  /** Nothing fits a description: its metric is left out. */
  | 'METRIC_NOT_FOUND'
  /** There are signs of further pages, of which the connection asks for none. */
  | 'MORE_PAGES'
  /** Nothing in the answer names an account. */
  | 'NO_ACCOUNT'
  /** A number is written as text; its path makes it a number. */
  | 'NUMERIC_STRING'
  /** A metric never falls: it may be a total to date, of which days must not be added up. */
  | 'RUNNING_TOTAL'
  /** Rows of a total, or of no account, such as `(not set)`. */
  | 'SENTINEL_ACCOUNT'
  /** The description names another unit than the answer has: the path converts it. */
  | 'UNIT_CONVERTED'
  /** The account ids are none of this workspace's. */
  | 'UNKNOWN_ACCOUNTS';

/** How an account's support stood on a day. */
export type SupportSnapshot = {
  readonly __typename?: 'SupportSnapshot';
  /** The day, in UTC. */
  readonly day: Scalars['Date']['output'];
  /** Median hours to the first answer; null when not known. */
  readonly firstResponseHours?: Maybe<Scalars['Float']['output']>;
  /** Hours the oldest open ticket had waited; null when not known, or none was open. */
  readonly oldestTicketHours?: Maybe<Scalars['Float']['output']>;
  /** Tickets that were open. */
  readonly openTickets: Scalars['Int']['output'];
  /** Share of satisfied answers, where 0.9 means 90 %; null when not known. */
  readonly satisfactionRate?: Maybe<Scalars['Float']['output']>;
  /** Of those, the urgent ones. */
  readonly urgentTickets: Scalars['Int']['output'];
};

/** One account's support on one day. */
export type SupportSnapshotInput = {
  /** The account's id. Give exactly one of it and `externalCrmId`. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** The day it is of, in UTC; not in the future. */
  readonly day: Scalars['Date']['input'];
  /** The company's own identifier of the account. */
  readonly externalCrmId?: InputMaybe<Scalars['String']['input']>;
  /** Median hours to the first answer; null when not known. */
  readonly firstResponseHours?: InputMaybe<Scalars['Float']['input']>;
  /** Hours the oldest open ticket has waited; null when not known, or none is open. */
  readonly oldestTicketHours?: InputMaybe<Scalars['Float']['input']>;
  /** Tickets that are open, 0 or more. */
  readonly openTickets: Scalars['Int']['input'];
  /** Share of satisfied answers, where 0.9 means 90 %; null when not known. */
  readonly satisfactionRate?: InputMaybe<Scalars['Float']['input']>;
  /** Of those, the urgent ones. */
  readonly urgentTickets: Scalars['Int']['input'];
};

/** A synchronisation to know of. Of several of one kind and day, the latest. */
export type SyncAnnotation = UsageAnnotation & {
  readonly __typename?: 'SyncAnnotation';
  /** Last day of the run's window; its first for HISTORY. */
  readonly day: Scalars['Date']['output'];
  /** What is to be known. */
  readonly kind: SyncAnnotationKind;
  /** The run. */
  readonly run: SyncRun;
};

/** Why a synchronisation is worth knowing. */
export type SyncAnnotationKind =
  /** It failed: the days of its window may be missing. */
  | 'FAILED'
  /** It brought days of the past: they were fetched together, later than they were lived. */
  | 'HISTORY'
  /** It ended with a warning. */
  | 'WARNING';

/** Why `syncNow` was refused. */
export type SyncNowError = {
  readonly __typename?: 'SyncNowError';
  /** The reason, to switch on. */
  readonly code: SyncNowErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `syncNow` can be refused for. */
export type SyncNowErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** No endpoint is connected, or no mapping is saved. */
  | 'NOT_CONNECTED'
  /** A run is under way already; watch that one. */
  | 'RUN_IN_PROGRESS';

/** What `syncNow` needs: nothing. */
export type SyncNowInput = {
  /** Ignored: a place for clients that tag their mutations. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `syncNow` answers. */
export type SyncNowPayload = {
  readonly __typename?: 'SyncNowPayload';
  /** The run; null when refused. */
  readonly syncRun?: Maybe<SyncRun>;
  /** Why no run was made; empty on success. */
  readonly userErrors: ReadonlyArray<SyncNowError>;
};

/** One synchronisation. Up to 30 days are fetched, mapped and stored as a whole or not at all; a longer run is done 30 days at a time, and goes on after the last stored ones when it was interrupted. */
export type SyncRun = Node & {
  readonly __typename?: 'SyncRun';
  /** How many times it was started: by its first try, by later ones, and after a worker stopped. */
  readonly attempt: Scalars['Int']['output'];
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** From its last start to its end, in milliseconds; null until it ended. */
  readonly durationMs?: Maybe<Scalars['Float']['output']>;
  /** Why it failed, or why its last try did while it is RETRYING; null otherwise. */
  readonly error?: Maybe<SyncRunError>;
  /** When it ended; null until then. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** First day of the window. */
  readonly from: Scalars['Date']['output'];
  /** HTTP status of its latest call; null before, and when there was no answer. */
  readonly httpStatus?: Maybe<Scalars['Int']['output']>;
  /** The run's id, `run_…`. */
  readonly id: Scalars['ID']['output'];
  /** Why it ran. */
  readonly kind: SyncRunKind;
  /** When it is tried again; null unless it is RETRYING. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Share of the work done, 0 to 1; 1 once it succeeded. */
  readonly progress: Scalars['Float']['output'];
  /** Size of the answer in bytes; null until it was read. */
  readonly responseBytes?: Maybe<Scalars['Float']['output']>;
  /** Rows left out because of an error in them. */
  readonly rowErrorCount: Scalars['Int']['output'];
  /** What kept rows from being stored, the most frequent first, at most 20. */
  readonly rowProblems: ReadonlyArray<RowProblem>;
  /** Rows in the answer so far. */
  readonly rowsFetched: Scalars['Int']['output'];
  /** Rows left out because their day is outside the window. */
  readonly rowsOutsideWindow: Scalars['Int']['output'];
  /** Rows left out because they name no account. */
  readonly rowsSkipped: Scalars['Int']['output'];
  /** Days of usage stored: rows of one day and account count once. */
  readonly rowsStored: Scalars['Int']['output'];
  /** When it last started; null while queued. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is, or how it ended. */
  readonly status: SyncRunStatus;
  /** Last day that this run has stored so far, from `from` on; null when none. Stays when the run fails later. */
  readonly storedThroughDay?: Maybe<Scalars['Date']['output']>;
  /** Last day of the window. */
  readonly to: Scalars['Date']['output'];
  /** Whether the answer was the same as the last one for these days, byte for byte, or the endpoint said so with status 304, so that nothing was written: the counts are those of that answer, and there is nothing new to read. False until then, and for answers in pages. */
  readonly unchanged: Scalars['Boolean']['output'];
  /** Distinct account ids of this run that match no account, as of its end; of a run longer than 30 days, those of the 30 days that had most. Where `unchanged` is true, those of the usage that is stored for its days. */
  readonly unmatchedAccountCount: Scalars['Int']['output'];
  /** What to look at although the run succeeded; null when nothing. */
  readonly warning?: Maybe<Scalars['String']['output']>;
};

/** A page of runs. */
export type SyncRunConnection = {
  readonly __typename?: 'SyncRunConnection';
  /** The page's runs, each with its cursor. */
  readonly edges: ReadonlyArray<SyncRunEdge>;
  /** The page's runs. */
  readonly nodes: ReadonlyArray<SyncRun>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A run and its place in the list. */
export type SyncRunEdge = {
  readonly __typename?: 'SyncRunEdge';
  /** Its place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The run. */
  readonly node: SyncRun;
};

/** Why a run failed. */
export type SyncRunError = {
  readonly __typename?: 'SyncRunError';
  /** The reason, to switch on, such as `CREDENTIALS_REFUSED`, `TIMEOUT`, `NOT_JSON`, `ROWS_PATH_NO_DATA` or `SHAPE_CHANGED` (rows no longer look like those of the last good run). */
  readonly code: Scalars['String']['output'];
  /** What to do about it. */
  readonly hint: Scalars['String']['output'];
  /** The reason, for people. */
  readonly message: Scalars['String']['output'];
};

/** Why a run was made. */
export type SyncRunKind =
  /** A mapping was saved: the history is fetched. */
  | 'BACKFILL'
  /** Somebody asked for days of the past, with `backfillUsage`. */
  | 'BACKFILL_RANGE'
  /** The daily one: yesterday, and what is missing of the 7 days up to it. */
  | 'DAILY'
  /** Somebody asked for it. */
  | 'SYNC_NOW';

/** How far a run is, or how it ended. */
export type SyncRunStatus =
  /** Stopped by a disconnect, a reconnect or a newer mapping. */
  | 'CANCELLED'
  /** Ended early; `error` says why. Nothing of the days that failed was stored. */
  | 'FAILED'
  /** The endpoint was called; its answer is being read and mapped. */
  | 'FETCHING'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** A try failed in a way that may pass, such as a timeout or a 503: it is tried again at `nextAttemptAt`, up to 4 times for the same days. */
  | 'RETRYING'
  /** Every row is mapped; usage is being written. */
  | 'STORING'
  /** Ended well. */
  | 'SUCCEEDED'
  /** Ended well; `warning` says what to look at. */
  | 'SUCCEEDED_WITH_WARNING';

/** Kinds of contact. */
export type TouchKind =
  /** A business review. */
  | 'BUSINESS_REVIEW'
  /** A call. */
  | 'CALL'
  /** An e-mail. */
  | 'EMAIL'
  /** A meeting. */
  | 'MEETING'
  /** A chat or other message. */
  | 'MESSAGE'
  /** Anything else. */
  | 'OTHER';

/** Why `unlinkExternalAccount` was refused. */
export type UnlinkExternalAccountError = {
  readonly __typename?: 'UnlinkExternalAccountError';
  /** The reason, to switch on. */
  readonly code: UnlinkExternalAccountErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `unlinkExternalAccount` can be refused for. */
export type UnlinkExternalAccountErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** The id is not acceptable. */
  | 'INVALID_INPUT'
  /** The id is not linked to an account. */
  | 'NOT_LINKED';

/** What `unlinkExternalAccount` needs. */
export type UnlinkExternalAccountInput = {
  /** The linked id; blanks around it are trimmed. */
  readonly externalId: Scalars['String']['input'];
};

/** What `unlinkExternalAccount` answers. */
export type UnlinkExternalAccountPayload = {
  readonly __typename?: 'UnlinkExternalAccountPayload';
  /** The id as it is now; null when refused. */
  readonly externalAccount?: Maybe<ExternalAccount>;
  /** The account it was linked to; null when refused. */
  readonly previousAccount?: Maybe<Account>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UnlinkExternalAccountError>;
};

/** An account id that usage came with and that no account has. Its usage is kept: give an account this externalCrmId, or link it to an account, and the history is there. */
export type UnmatchedAccount = {
  readonly __typename?: 'UnmatchedAccount';
  /** The id as the source gives it. */
  readonly externalId: Scalars['String']['output'];
  /** First day with usage. */
  readonly firstSeenOn: Scalars['Date']['output'];
  /** Last day with usage. */
  readonly lastSeenOn: Scalars['Date']['output'];
  /** How many days of usage are stored under it. */
  readonly rowCount: Scalars['Int']['output'];
  /** Accounts it may belong to, at most 3, the most likely first; empty when none is near, and for an id of more than 128 characters. `linkExternalAccount` makes one of them true. */
  readonly suggestions: ReadonlyArray<AccountSuggestion>;
};

/** A page of unmatched account ids. */
export type UnmatchedAccountConnection = {
  readonly __typename?: 'UnmatchedAccountConnection';
  /** The page's ids, each with its cursor. */
  readonly edges: ReadonlyArray<UnmatchedAccountEdge>;
  /** The page's ids. */
  readonly nodes: ReadonlyArray<UnmatchedAccount>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many ids are unmatched, on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An unmatched account id and its place in the list. */
export type UnmatchedAccountEdge = {
  readonly __typename?: 'UnmatchedAccountEdge';
  /** Its place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The unmatched id. */
  readonly node: UnmatchedAccount;
};

/** Why `updateEvaluationSchedule` was refused. */
export type UpdateEvaluationScheduleError = {
  readonly __typename?: 'UpdateEvaluationScheduleError';
  /** The reason, to switch on. */
  readonly code: UpdateEvaluationScheduleErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateEvaluationSchedule` can be refused for. */
export type UpdateEvaluationScheduleErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT';

/** What `updateEvaluationSchedule` needs. */
export type UpdateEvaluationScheduleInput = {
  /** Time of day, `00:00` to `23:59`; 06:00 at first. */
  readonly dailyTime?: InputMaybe<Scalars['String']['input']>;
  /** IANA name of a zone, such as `Europe/Berlin`; UTC at first. Days when clocks change are days like others: a time that is left out comes an hour later, one that comes twice counts once. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** What `updateEvaluationSchedule` answers. */
export type UpdateEvaluationSchedulePayload = {
  readonly __typename?: 'UpdateEvaluationSchedulePayload';
  /** How evaluations stand now; null when refused. */
  readonly evaluation?: Maybe<Evaluation>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateEvaluationScheduleError>;
};

/** Why `updateHealthModel` was refused. */
export type UpdateHealthModelError = {
  readonly __typename?: 'UpdateHealthModelError';
  /** The reason, to switch on. */
  readonly code: UpdateHealthModelErrorCode;
  /** Path to the input at fault, such as `["input", "model", "weights"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateHealthModel` can be refused for. */
export type UpdateHealthModelErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** Another version counts by now than `expectedVersion`. */
  | 'VERSION_CONFLICT';

/** What `updateHealthModel` needs. */
export type UpdateHealthModelInput = {
  /** The version this change was made for; when another counts by now, nothing is saved. Null saves whatever counts. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** What changes. What is left out stays as it is. */
  readonly model: HealthModelInput;
};

/** What `updateHealthModel` answers. */
export type UpdateHealthModelPayload = {
  readonly __typename?: 'UpdateHealthModelPayload';
  /** The model that counts now; null when refused. */
  readonly healthModel?: Maybe<HealthModel>;
  /** Why nothing was saved; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateHealthModelError>;
};

/** Why `updateModelBudget` was refused. */
export type UpdateModelBudgetError = {
  readonly __typename?: 'UpdateModelBudgetError';
  /** The reason, to switch on. */
  readonly code: UpdateModelBudgetErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateModelBudget` can be refused for. */
export type UpdateModelBudgetErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The operator of this server has set up no model. */
  | 'NOT_SET_UP';

/** What `updateModelBudget` needs. */
export type UpdateModelBudgetInput = {
  /** Calls a UTC day, 0 to `callsPerDayLimit`; 0 turns the model off. The operator's limit at first. */
  readonly callsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** Tokens a UTC day, 0 to `tokensPerDayLimit`; 0 turns the model off. The operator's limit at first. */
  readonly tokensPerDay?: InputMaybe<Scalars['Int']['input']>;
};

/** What `updateModelBudget` answers. */
export type UpdateModelBudgetPayload = {
  readonly __typename?: 'UpdateModelBudgetPayload';
  /** The budget as it is now; null when refused. */
  readonly modelBudget?: Maybe<ModelBudget>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateModelBudgetError>;
};

/** Why `updateSavedView` was refused. */
export type UpdateSavedViewError = {
  readonly __typename?: 'UpdateSavedViewError';
  /** The reason, to switch on. */
  readonly code: UpdateSavedViewErrorCode;
  /** Path to the input at fault, such as `["input", "name"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateSavedView` can be refused for. */
export type UpdateSavedViewErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** There is another view of this name. */
  | 'NAME_TAKEN'
  /** There is no such view in this workspace. */
  | 'NOT_FOUND';

/** What `updateSavedView` needs. A field left out keeps its value; an explicit null stands for what a new view has. */
export type UpdateSavedViewInput = {
  /** Which columns, from left to right, each once; at most 100. Null or empty leaves it to whoever shows the view. */
  readonly columns?: InputMaybe<ReadonlyArray<AccountColumnInput>>;
  /** Which accounts; all when null. */
  readonly filter?: InputMaybe<AccountFilter>;
  /** The view's id. */
  readonly id: Scalars['ID']['input'];
  /** 1 to 100 characters, unique in the workspace whatever the case; null keeps it. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** In which order; by name when null. */
  readonly orderBy?: InputMaybe<AccountOrder>;
};

/** What `updateSavedView` answers. */
export type UpdateSavedViewPayload = {
  readonly __typename?: 'UpdateSavedViewPayload';
  /** The view as it is now; null when refused. */
  readonly savedView?: Maybe<SavedView>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateSavedViewError>;
};

/** Why `updateSignalRules` was refused. */
export type UpdateSignalRulesError = {
  readonly __typename?: 'UpdateSignalRulesError';
  /** The reason, to switch on. */
  readonly code: UpdateSignalRulesErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateSignalRules` can be refused for. */
export type UpdateSignalRulesErrorCode =
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** Somebody else changed the rules meanwhile: look at them again. */
  | 'VERSION_CONFLICT';

/** What `updateSignalRules` needs. */
export type UpdateSignalRulesInput = {
  /** Of CHURN_RISK. */
  readonly churnRisk?: InputMaybe<ChurnRiskRulesInput>;
  /** Types that are not to be raised: replaces the list. */
  readonly disabledTypes?: InputMaybe<ReadonlyArray<SignalType>>;
  /** Of DISENGAGEMENT. */
  readonly disengagement?: InputMaybe<DisengagementRulesInput>;
  /** Of EXPANSION. */
  readonly expansion?: InputMaybe<ExpansionRulesInput>;
  /** The version that was looked at: refused when it is not the latest any more. Not checked when null. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Of PAYMENT_OVERDUE. */
  readonly paymentOverdue?: InputMaybe<PaymentOverdueRulesInput>;
  /** Of RENEWAL_RISK. */
  readonly renewalRisk?: InputMaybe<RenewalRiskRulesInput>;
  /** Of SUBSCRIPTION_DOWNGRADED. */
  readonly subscriptionDowngrade?: InputMaybe<SubscriptionDowngradeRulesInput>;
  /** Of USAGE_DECLINE. */
  readonly usageDecline?: InputMaybe<UsageDeclineRulesInput>;
  /** Of USAGE_REVENUE_MISMATCH. */
  readonly usageRevenueMismatch?: InputMaybe<UsageRevenueMismatchRulesInput>;
};

/** What `updateSignalRules` answers. */
export type UpdateSignalRulesPayload = {
  readonly __typename?: 'UpdateSignalRulesPayload';
  /** The rules as they are now; null when refused. */
  readonly signalRules?: Maybe<SignalRules>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateSignalRulesError>;
};

/** Why `updateWebhookEndpoint` was refused. */
export type UpdateWebhookEndpointError = {
  readonly __typename?: 'UpdateWebhookEndpointError';
  /** The reason, to switch on. */
  readonly code: UpdateWebhookEndpointErrorCode;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `updateWebhookEndpoint` can be refused for. */
export type UpdateWebhookEndpointErrorCode =
  /** The URL leads to an address that is never called, or only where the operator allows it. */
  | 'ADDRESS_REFUSED'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** The URL is not one that is called; the message says why. */
  | 'INVALID_URL'
  /** There is no such endpoint in this workspace. */
  | 'NOT_FOUND';

/** What `updateWebhookEndpoint` needs. */
export type UpdateWebhookEndpointInput = {
  /** What it is for, at most 200 characters: nothing when null is given, as it was when it is not given. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is called; as it was when null. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** What to tell: everything when empty, as it was when null. */
  readonly eventTypes?: InputMaybe<ReadonlyArray<WebhookEventType>>;
  /** The endpoint's id. */
  readonly id: Scalars['ID']['input'];
  /** Where to send from now on; as it was when null. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** What `updateWebhookEndpoint` answers. */
export type UpdateWebhookEndpointPayload = {
  readonly __typename?: 'UpdateWebhookEndpointPayload';
  /** The endpoint as it is now; null when refused. */
  readonly endpoint?: Maybe<WebhookEndpoint>;
  /** Why nothing was changed; empty on success. */
  readonly userErrors: ReadonlyArray<UpdateWebhookEndpointError>;
};

/** One account. A field left out keeps its value; an explicit null clears it. */
export type UpsertAccountInput = {
  /** Annual recurring revenue, in the workspace's own currency. */
  readonly arr?: InputMaybe<Scalars['Float']['input']>;
  /** Further facts, at most 8 KB as JSON and nested at most 100 deep. Replaces all attributes given before. */
  readonly attributes?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The company's own identifier, 1 to 255 characters; blanks around it are trimmed. */
  readonly externalCrmId: Scalars['String']['input'];
  /** The account's name, 1 to 255 characters. */
  readonly name: Scalars['String']['input'];
  /** Who looks after the account, at most 255 characters. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** The plan, at most 255 characters. */
  readonly plan?: InputMaybe<Scalars['String']['input']>;
  /** The region, at most 255 characters. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** The day the contract renews. */
  readonly renewalOn?: InputMaybe<Scalars['Date']['input']>;
  /** Seats sold, 0 or more. */
  readonly seats?: InputMaybe<Scalars['Int']['input']>;
};

/** Why `upsertAccounts` was refused. */
export type UpsertAccountsError = {
  readonly __typename?: 'UpsertAccountsError';
  /** The reason, to switch on. */
  readonly code: UpsertAccountsErrorCode;
  /** Path to the input at fault, such as `["input", "accounts", "3", "name"]`. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** The reason and the cure, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons `upsertAccounts` can be refused for. */
export type UpsertAccountsErrorCode =
  /** An externalCrmId is given twice in one call. */
  | 'DUPLICATE_EXTERNAL_CRM_ID'
  /** The key that asks lacks the role. */
  | 'FORBIDDEN'
  /** A value is not acceptable; the message says which would be. */
  | 'INVALID_INPUT'
  /** More than 1,000 accounts, or none. */
  | 'TOO_MANY_ACCOUNTS';

/** What `upsertAccounts` needs. */
export type UpsertAccountsInput = {
  /** 1 to 1,000 accounts, each externalCrmId once. */
  readonly accounts: ReadonlyArray<UpsertAccountInput>;
};

/** What `upsertAccounts` answers. */
export type UpsertAccountsPayload = {
  readonly __typename?: 'UpsertAccountsPayload';
  /** The accounts as they are now, in the order given; empty when refused. */
  readonly accounts: ReadonlyArray<Account>;
  /** How many were new. */
  readonly createdCount: Scalars['Int']['output'];
  /** How many were known. */
  readonly updatedCount: Scalars['Int']['output'];
  /** Why nothing was stored; empty on success. */
  readonly userErrors: ReadonlyArray<UpsertAccountsError>;
};

/** Something to know of when reading a series of days. */
export type UsageAnnotation = {
  /** The UTC day it is shown at, within the range. */
  readonly day: Scalars['Date']['output'];
};

/** A day on which a metric was outside its band. */
export type UsageAnomaly = {
  readonly __typename?: 'UsageAnomaly';
  /** The UTC day. */
  readonly day: Scalars['Date']['output'];
  /** On which side of the band it lies. */
  readonly direction: UsageAnomalyDirection;
  /** What was to be expected. */
  readonly expected: Scalars['Float']['output'];
  /** Lower end of that day's band. */
  readonly lower: Scalars['Float']['output'];
  /** Upper end of that day's band. */
  readonly upper: Scalars['Float']['output'];
  /** The value; null for a synchronised day without a row, which counts as 0 here. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** On which side of its band a day lies. */
export type UsageAnomalyDirection =
  /** Above the upper end. */
  | 'ABOVE'
  /** Below the lower end. */
  | 'BELOW';

/**
 * What a metric was to be expected to be, day by day: columns beside `values`, each with one entry a day. A day is told from the
 * 12 of the same weekday before it, nothing later, of which at least 4 must be known: null otherwise. A day without a row counts
 * as 0 for SUM, if it was synchronised and lies after the first value of those 12 weeks; any other day without a value is not
 * known.
 */
export type UsageBaseline = {
  readonly __typename?: 'UsageBaseline';
  /** Days of the range outside the band, in order. */
  readonly anomalies: ReadonlyArray<UsageAnomaly>;
  /** Median of those weekdays. */
  readonly expected: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Lower end of the band: `expected` less 3 deviations, which are 1.4826 times the median absolute deviation, and less 10 % at least. Where more than half of the weekdays are alike, the least of them if that is lower. */
  readonly lower: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
  /** Upper end of the band, likewise. Where zero is usual on that weekday and on most days of the 12 weeks, it reaches the largest of all these days. */
  readonly upper: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

/** Evidence of USAGE_DECLINE: the 7 days to `throughDay` against the 7 days before. */
export type UsageDeclineEvidence = {
  readonly __typename?: 'UsageDeclineEvidence';
  /** The change, where -0.3 means 30 % less. For all together the mean of the metrics' changes, weighted by their importance. Never null. */
  readonly changeRate?: Maybe<Scalars['Float']['output']>;
  /** The metric; null for all of them together. */
  readonly metric?: Maybe<Scalars['String']['output']>;
  /** The metrics that were compared. */
  readonly metrics: ReadonlyArray<MetricChange>;
  /** The metric in the earlier week; null for all together. */
  readonly previousValue?: Maybe<Scalars['Float']['output']>;
  /** Last day of the later week: the last synchronised day. */
  readonly throughDay: Scalars['Date']['output'];
  /** The metric in the later week: a sum, or an average for gauges; null for all together, whose units differ. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** Rules of USAGE_DECLINE. */
export type UsageDeclineRules = {
  readonly __typename?: 'UsageDeclineRules';
  /** A fall of this much or more raises a signal. */
  readonly fallRate: Scalars['Float']['output'];
  /** A metric that only ever had whole values must come to this much in the earlier week: what is less is chance. */
  readonly leastCount: Scalars['Float']['output'];
  /** The earlier week must be at least this share of the account's own median week. */
  readonly leastShareOfUsual: Scalars['Float']['output'];
  /** A smaller fall resolves it; at most `fallRate`. */
  readonly resolveRate: Scalars['Float']['output'];
};

/** Rules of USAGE_DECLINE; what is left out stays. */
export type UsageDeclineRulesInput = {
  /** A fall of this much or more raises a signal: 0.05 to 1; 0.3 at first. */
  readonly fallRate?: InputMaybe<Scalars['Float']['input']>;
  /** A metric that only ever had whole values must come to this much in the earlier week: what is less is chance: 0 or more; 5 at first. */
  readonly leastCount?: InputMaybe<Scalars['Float']['input']>;
  /** The earlier week must be at least this share of the account's own median week: 0 to 1; 0.25 at first. */
  readonly leastShareOfUsual?: InputMaybe<Scalars['Float']['input']>;
  /** A smaller fall resolves it; at most `fallRate`: 0 to 1; 0.2 at first. */
  readonly resolveRate?: InputMaybe<Scalars['Float']['input']>;
};

/** One metric on one day. */
export type UsagePoint = {
  readonly __typename?: 'UsagePoint';
  /** The UTC day. */
  readonly day: Scalars['Date']['output'];
  /** The value; null when the source gave none for that day, which is not the same as zero. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** Evidence of USAGE_REVENUE_MISMATCH: the four weeks to `throughDay` against the four before, beside MRR. */
export type UsageRevenueMismatchEvidence = {
  readonly __typename?: 'UsageRevenueMismatchEvidence';
  /** Which way they disagree. */
  readonly direction: MismatchDirection;
  /** The metrics that were compared. */
  readonly metrics: ReadonlyArray<MetricChange>;
  /** Monthly recurring revenue as of `mrrDay`. Never null. */
  readonly mrr?: Maybe<Scalars['Float']['output']>;
  /** The day of the latest billing snapshot. */
  readonly mrrDay: Scalars['Date']['output'];
  /** Monthly recurring revenue as of `previousMrrDay`. Never null. */
  readonly previousMrr?: Maybe<Scalars['Float']['output']>;
  /** The day of the snapshot it is compared with, 30 days or more before. */
  readonly previousMrrDay: Scalars['Date']['output'];
  /** Last day of the later four weeks: the last synchronised day. */
  readonly throughDay: Scalars['Date']['output'];
  /** How usage in total changed, where -0.3 means 30 % less. Never null. */
  readonly usageChangeRate?: Maybe<Scalars['Float']['output']>;
};

/** Rules of USAGE_REVENUE_MISMATCH. */
export type UsageRevenueMismatchRules = {
  readonly __typename?: 'UsageRevenueMismatchRules';
  /** Usage must have changed by this much. */
  readonly changeRate: Scalars['Float']['output'];
  /** MRR that fell by no more than this did not fall. */
  readonly flatRate: Scalars['Float']['output'];
};

/** Rules of USAGE_REVENUE_MISMATCH; what is left out stays. */
export type UsageRevenueMismatchRulesInput = {
  /** Usage must have changed by this much: 0.05 to 10; 0.3 at first. */
  readonly changeRate?: InputMaybe<Scalars['Float']['input']>;
  /** MRR that fell by no more than this did not fall: 0 to 1; 0.02 at first. */
  readonly flatRate?: InputMaybe<Scalars['Float']['input']>;
};

/** Who is asking: the API key of this request. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** What the key may do. */
  readonly role: Role;
  /** The workspace the key opens. */
  readonly workspace: Workspace;
};

/** One call of an endpoint. */
export type WebhookAttempt = {
  readonly __typename?: 'WebhookAttempt';
  /** The first 1,024 characters of what was answered, with `***` for parts of the URL in it; null when nothing was. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** Until the answer was read, in milliseconds. */
  readonly durationMs: Scalars['Float']['output'];
  /** Why it was no success; null when it was one. */
  readonly error?: Maybe<WebhookAttemptError>;
  /** HTTP status of the answer; null when there was none. */
  readonly httpStatus?: Maybe<Scalars['Int']['output']>;
  /** When it was made; sent as `webhook-timestamp`. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** Why a call was no success. */
export type WebhookAttemptError = {
  readonly __typename?: 'WebhookAttemptError';
  /** The reason, to switch on. */
  readonly code: WebhookAttemptErrorCode;
  /** The reason, for people. */
  readonly message: Scalars['String']['output'];
};

/** Reasons a call can fail for. */
export type WebhookAttemptErrorCode =
  /** The host leads to an address that is never called, or only where the operator allows it. */
  | 'ADDRESS_REFUSED'
  /** It answered with a status of 400 or above. */
  | 'BAD_STATUS'
  /** There was no connection, or it broke off before the answer. */
  | 'CONNECTION_FAILED'
  /** The host has no address. */
  | 'HOST_NOT_FOUND'
  /** It answered with a redirect, which is not followed. */
  | 'REDIRECTED'
  /** The URL and the secret cannot be opened: the operator has lost the key they were sealed with. */
  | 'SECRETS_UNREADABLE'
  /** There was no answer within 15 s. */
  | 'TIMEOUT'
  /** There was no secure connection: the certificate is not good for this host, mostly. */
  | 'TLS_FAILED'
  /** The URL may not be called any more: the rules of this server have changed. */
  | 'URL_REFUSED'
  /** The server's worker ended during the call. Whether it arrived is not known. */
  | 'WORKER_LOST';

/** One event on its way to one endpoint, with every call that was made. */
export type WebhookDelivery = Node & {
  readonly __typename?: 'WebhookDelivery';
  /** The calls that were made, oldest first, at most 10. */
  readonly attempts: ReadonlyArray<WebhookAttempt>;
  /** When it was made: with the event, or by a replay. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Whom it is told; null when that endpoint was deleted. */
  readonly endpoint?: Maybe<WebhookEndpoint>;
  /** What is told. */
  readonly event: WebhookEvent;
  /** When it ended; null while it is PENDING. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The delivery's id, `whd_…`. What is sent as `webhook-id` is the event's. */
  readonly id: Scalars['ID']['output'];
  /** When the next call is due; null unless it is PENDING. */
  readonly nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it is, or how it ended. */
  readonly state: WebhookDeliveryState;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  /** The page's deliveries, each with its cursor. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** The page's deliveries. */
  readonly nodes: ReadonlyArray<WebhookDelivery>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A delivery and its place in the list. */
export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  /** The delivery's place, to pass as `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node: WebhookDelivery;
};

/** How far a delivery is, or how it ended. */
export type WebhookDeliveryState =
  /** Given up because its endpoint was disabled or deleted. It can be replayed once the endpoint is enabled. */
  | 'CANCELLED'
  /** The endpoint answered with a status from 200 to 299. */
  | 'DELIVERED'
  /** The last of 10 calls failed. It can be replayed. */
  | 'FAILED'
  /** To be sent, for the first time or again: after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each up to a tenth longer, or when the endpoint asks for it with Retry-After (at most 24 h). */
  | 'PENDING';

/** Why the server stopped calling an endpoint. */
export type WebhookDisabledReason =
  /** Every call failed for 5 days. */
  | 'FAILING'
  /** It answered with status 410, which says that it wants no more. */
  | 'GONE';

/** Where a workspace wants to be told of what happens: a URL that is called with a signed POST, in the way of Standard Webhooks 1.0.0 (https://www.standardwebhooks.com). */
export type WebhookEndpoint = Node & {
  readonly __typename?: 'WebhookEndpoint';
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What was sent to it, or is to be, in the last 30 days, newest first. */
  readonly deliveries: WebhookDeliveryConnection;
  /** What it is for, in its creator's words; null when nothing was said. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Why the server stopped calling it; null when it did not, or since it was enabled again. */
  readonly disabledReason?: Maybe<WebhookDisabledReason>;
  /** Whether it is called. What happens while it is not is not sent later. */
  readonly enabled: Scalars['Boolean']['output'];
  /** What it is told of. Empty: everything, of later versions, too. */
  readonly eventTypes: ReadonlyArray<WebhookEventType>;
  /** Since when every call has failed; null when the last one succeeded, and before the first. */
  readonly failingStartedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Host of its URL, with the port where it is not the usual one. The rest of the URL cannot be read: it may hold a secret. */
  readonly host: Scalars['String']['output'];
  /** The endpoint's id, `wh_…`. */
  readonly id: Scalars['ID']['output'];
  /** When a call last succeeded; null before. */
  readonly lastDeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a call last failed; null before. */
  readonly lastFailedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** Where a workspace wants to be told of what happens: a URL that is called with a signed POST, in the way of Standard Webhooks 1.0.0 (https://www.standardwebhooks.com). */
export type WebhookEndpointDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  states?: InputMaybe<ReadonlyArray<WebhookDeliveryState>>;
};

/** Something that happened. */
export type WebhookEvent = Node & {
  readonly __typename?: 'WebhookEvent';
  /** The event's id, `whe_…`, which every call for it carries as `webhook-id`: a receiver that has seen it may ignore the call. */
  readonly id: Scalars['ID']['output'];
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The body that is sent: `type`, `timestamp` (of the event) and `data`. */
  readonly payload: Scalars['JSONObject']['output'];
  /** Its type as it is sent, such as `signal.raised`; `webhook.test` for a test. */
  readonly type: Scalars['String']['output'];
};

/** What an endpoint can be told of. The event's `type` is written in lower case with a full stop, as in `signal.raised`; `docs/webhooks.md` shows the data of each. */
export type WebhookEventType =
  /** `health.band_changed`: an account's health score moved into another band. */
  | 'HEALTH_BAND_CHANGED'
  /** `signal.raised`: a signal was raised for an account. */
  | 'SIGNAL_RAISED'
  /** `signal.resolved`: the condition of a signal has ended. */
  | 'SIGNAL_RESOLVED'
  /** `sync.failed`: a synchronisation failed for good: it is not tried again by itself before the next day. */
  | 'SYNC_FAILED';

/** One company's data, closed to every other. */
export type Workspace = Node & {
  readonly __typename?: 'Workspace';
  /** When the workspace was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The workspace's id, `ws_…`. */
  readonly id: Scalars['ID']['output'];
  /** How much of the language model the workspace may use today, and did; null when the operator set none up, and everything is done without one. */
  readonly modelBudget?: Maybe<ModelBudget>;
  /** The name given when the workspace was made. */
  readonly name: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SignalEvidence:
    | ( ChurnRiskEvidenceModel )
    | ( DisengagementEvidenceModel )
    | ( ExpansionEvidenceModel )
    | ( PaymentEvidenceModel )
    | ( RenewalRiskEvidenceModel )
    | ( SubscriptionEvidenceModel )
    | ( UsageDeclineEvidenceModel )
    | ( MismatchEvidenceModel )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  LarryTurnEvent:
    | ( Omit<LarryAnswered, 'turn'> & { turn: _RefType['LarryTurn'] } )
    | ( Omit<LarryFailed, 'turn'> & { turn: _RefType['LarryTurn'] } )
    | ( LarryText )
    | ( LarryTextWithdrawn )
    | ( LarryToolFinished )
    | ( LarryToolStarted )
  ;
  Node:
    | ( AccountModel )
    | ( ApiKeyModel )
    | ( AuditEventModel )
    | ( ConversationModel )
    | ( CustomApiModel )
    | ( BacktestModel )
    | ( LarryTurnModel )
    | ( SavedViewModel )
    | ( SignalModel )
    | ( SyncRunModel )
    | ( WebhookDeliveryModel )
    | ( WebhookEndpointModel )
    | ( WebhookEventModel )
    | ( WorkspaceModel )
  ;
  UsageAnnotation:
    | ( GapAnnotation )
    | ( Omit<SignalAnnotation, 'signal'> & { signal: _RefType['Signal'] } )
    | ( Omit<SyncAnnotation, 'run'> & { run: _RefType['SyncRun'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountModel>;
  AccountActivity: ResolverTypeWrapper<AccountActivityModel>;
  AccountAttributeFilter: AccountAttributeFilter;
  AccountColumn: AccountColumn;
  AccountColumnInput: AccountColumnInput;
  AccountConnection: ResolverTypeWrapper<AccountConnectionModel>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountFilter: AccountFilter;
  AccountOrder: AccountOrder;
  AccountOrderField: AccountOrderField;
  AccountSuggestion: ResolverTypeWrapper<SuggestionModel>;
  AccountUsage: ResolverTypeWrapper<AccountUsageModel>;
  AccountUsageFilter: AccountUsageFilter;
  AcknowledgeSignalError: ResolverTypeWrapper<AcknowledgeSignalError>;
  AcknowledgeSignalErrorCode: AcknowledgeSignalErrorCode;
  AcknowledgeSignalInput: AcknowledgeSignalInput;
  AcknowledgeSignalPayload: ResolverTypeWrapper<Omit<AcknowledgeSignalPayload, 'signal'> & { signal?: Maybe<ResolversTypes['Signal']> }>;
  Aggregation: Aggregation;
  AlternativeMapping: ResolverTypeWrapper<AlternativeMappingModel>;
  AnswerFormat: AnswerFormat;
  AnswerReading: AnswerReading;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  AskLarryError: ResolverTypeWrapper<AskLarryError>;
  AskLarryErrorCode: AskLarryErrorCode;
  AskLarryInput: AskLarryInput;
  AskLarryPayload: ResolverTypeWrapper<Omit<AskLarryPayload, 'turn'> & { turn?: Maybe<ResolversTypes['LarryTurn']> }>;
  AuditAction: AuditAction;
  AuditActor: ResolverTypeWrapper<Omit<AuditActor, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  AuditActorKind: AuditActorKind;
  AuditEvent: ResolverTypeWrapper<AuditEventModel>;
  AuditEventConnection: ResolverTypeWrapper<AuditEventConnectionModel>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  AuditLogFilter: AuditLogFilter;
  AuthKind: AuthKind;
  BackfillUsageError: ResolverTypeWrapper<BackfillUsageError>;
  BackfillUsageErrorCode: BackfillUsageErrorCode;
  BackfillUsageInput: BackfillUsageInput;
  BackfillUsagePayload: ResolverTypeWrapper<Omit<BackfillUsagePayload, 'syncRun'> & { syncRun?: Maybe<ResolversTypes['SyncRun']> }>;
  BacktestHealthModelError: ResolverTypeWrapper<BacktestHealthModelError>;
  BacktestHealthModelErrorCode: BacktestHealthModelErrorCode;
  BacktestHealthModelInput: BacktestHealthModelInput;
  BacktestHealthModelPayload: ResolverTypeWrapper<Omit<BacktestHealthModelPayload, 'backtest'> & { backtest?: Maybe<ResolversTypes['HealthBacktest']> }>;
  Banner: ResolverTypeWrapper<BannerModel>;
  BannerLevel: BannerLevel;
  BasicAuthInput: BasicAuthInput;
  BearerAuthInput: BearerAuthInput;
  BillingSnapshot: ResolverTypeWrapper<BillingSnapshot>;
  BillingSnapshotInput: BillingSnapshotInput;
  BillingSubscriptionState: BillingSubscriptionState;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Churn: ResolverTypeWrapper<Churn>;
  ChurnCondition: ResolverTypeWrapper<ChurnConditionModel>;
  ChurnConditionKind: ChurnConditionKind;
  ChurnConditionState: ChurnConditionState;
  ChurnInput: ChurnInput;
  ChurnRiskEvidence: ResolverTypeWrapper<ChurnRiskEvidenceModel>;
  ChurnRiskRules: ResolverTypeWrapper<ChurnRiskRules>;
  ChurnRiskRulesInput: ChurnRiskRulesInput;
  ChurnRiskWeights: ResolverTypeWrapper<ChurnRiskWeights>;
  ChurnRiskWeightsInput: ChurnRiskWeightsInput;
  ConnectCustomApiError: ResolverTypeWrapper<ConnectCustomApiError>;
  ConnectCustomApiErrorCode: ConnectCustomApiErrorCode;
  ConnectCustomApiInput: ConnectCustomApiInput;
  ConnectCustomApiPayload: ResolverTypeWrapper<Omit<ConnectCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, test?: Maybe<ResolversTypes['ConnectionTest']> }>;
  ConnectionTest: ResolverTypeWrapper<ConnectionTestModel>;
  Conversation: ResolverTypeWrapper<ConversationModel>;
  ConversationConnection: ResolverTypeWrapper<Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversTypes['Conversation']> }>;
  ConversationEdge: ResolverTypeWrapper<Omit<ConversationEdge, 'node'> & { node: ResolversTypes['Conversation'] }>;
  CreateApiKeyError: ResolverTypeWrapper<CreateApiKeyError>;
  CreateApiKeyErrorCode: CreateApiKeyErrorCode;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  CreateSavedViewError: ResolverTypeWrapper<CreateSavedViewError>;
  CreateSavedViewErrorCode: CreateSavedViewErrorCode;
  CreateSavedViewInput: CreateSavedViewInput;
  CreateSavedViewPayload: ResolverTypeWrapper<Omit<CreateSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  CreateWebhookEndpointError: ResolverTypeWrapper<CreateWebhookEndpointError>;
  CreateWebhookEndpointErrorCode: CreateWebhookEndpointErrorCode;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointPayload: ResolverTypeWrapper<Omit<CreateWebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversTypes['WebhookEndpoint']> }>;
  CustomApi: ResolverTypeWrapper<CustomApiModel>;
  CustomApiAuthInput: CustomApiAuthInput;
  CustomApiStatus: CustomApiStatus;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFormat: DateFormat;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayRange: ResolverTypeWrapper<DayRange>;
  DayRangeFilter: DayRangeFilter;
  DeleteConversationError: ResolverTypeWrapper<DeleteConversationError>;
  DeleteConversationErrorCode: DeleteConversationErrorCode;
  DeleteConversationInput: DeleteConversationInput;
  DeleteConversationPayload: ResolverTypeWrapper<DeleteConversationPayload>;
  DeleteSavedViewError: ResolverTypeWrapper<DeleteSavedViewError>;
  DeleteSavedViewErrorCode: DeleteSavedViewErrorCode;
  DeleteSavedViewInput: DeleteSavedViewInput;
  DeleteSavedViewPayload: ResolverTypeWrapper<Omit<DeleteSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  DeleteWebhookEndpointError: ResolverTypeWrapper<DeleteWebhookEndpointError>;
  DeleteWebhookEndpointErrorCode: DeleteWebhookEndpointErrorCode;
  DeleteWebhookEndpointInput: DeleteWebhookEndpointInput;
  DeleteWebhookEndpointPayload: ResolverTypeWrapper<DeleteWebhookEndpointPayload>;
  DisconnectCustomApiError: ResolverTypeWrapper<DisconnectCustomApiError>;
  DisconnectCustomApiErrorCode: DisconnectCustomApiErrorCode;
  DisconnectCustomApiInput: DisconnectCustomApiInput;
  DisconnectCustomApiPayload: ResolverTypeWrapper<Omit<DisconnectCustomApiPayload, 'customApi'> & { customApi?: Maybe<ResolversTypes['CustomApi']> }>;
  DisengagementEvidence: ResolverTypeWrapper<DisengagementEvidenceModel>;
  DisengagementRules: ResolverTypeWrapper<DisengagementRules>;
  DisengagementRulesInput: DisengagementRulesInput;
  Evaluation: ResolverTypeWrapper<EvaluationModel>;
  EvaluationOutcome: ResolverTypeWrapper<EvaluationOutcomeModel>;
  EvaluationState: EvaluationState;
  ExpansionEvidence: ResolverTypeWrapper<ExpansionEvidenceModel>;
  ExpansionRules: ResolverTypeWrapper<ExpansionRules>;
  ExpansionRulesInput: ExpansionRulesInput;
  ExternalAccount: ResolverTypeWrapper<ExternalAccountModel>;
  FieldAlternative: ResolverTypeWrapper<FieldAlternative>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Freshness: ResolverTypeWrapper<Freshness>;
  FreshnessState: FreshnessState;
  GapAnnotation: ResolverTypeWrapper<GapAnnotation>;
  HealthAlertQuality: ResolverTypeWrapper<HealthAlertQuality>;
  HealthBacktest: ResolverTypeWrapper<BacktestModel>;
  HealthBacktestResult: ResolverTypeWrapper<HealthBacktestResult>;
  HealthBacktestState: HealthBacktestState;
  HealthBand: HealthBand;
  HealthBandMove: ResolverTypeWrapper<HealthBandMove>;
  HealthBandShift: ResolverTypeWrapper<HealthBandShift>;
  HealthBands: ResolverTypeWrapper<HealthBands>;
  HealthBandsInput: HealthBandsInput;
  HealthCheckpoint: ResolverTypeWrapper<HealthCheckpoint>;
  HealthHistoryPoint: ResolverTypeWrapper<HealthHistoryPoint>;
  HealthInput: ResolverTypeWrapper<TrailInputModel>;
  HealthInputKind: HealthInputKind;
  HealthLeadTime: ResolverTypeWrapper<HealthLeadTime>;
  HealthMetricRule: ResolverTypeWrapper<HealthMetricRule>;
  HealthMetricRuleInput: HealthMetricRuleInput;
  HealthModel: ResolverTypeWrapper<HealthModelModel>;
  HealthModelInput: HealthModelInput;
  HealthModelPreview: ResolverTypeWrapper<Omit<HealthModelPreview, 'largestMovers'> & { largestMovers: ReadonlyArray<ResolversTypes['HealthMover']> }>;
  HealthMover: ResolverTypeWrapper<MoverModel>;
  HealthPillar: ResolverTypeWrapper<TrailPillarModel>;
  HealthPillarName: HealthPillarName;
  HealthPillarState: HealthPillarState;
  HealthScore: ResolverTypeWrapper<HealthScoreModel>;
  HealthSegment: ResolverTypeWrapper<SegmentModel>;
  HealthSegmentAttribute: ResolverTypeWrapper<HealthSegmentAttribute>;
  HealthSegmentAttributeInput: HealthSegmentAttributeInput;
  HealthSegmentCondition: ResolverTypeWrapper<HealthSegmentCondition>;
  HealthSegmentConditionInput: HealthSegmentConditionInput;
  HealthSegmentInput: HealthSegmentInput;
  HealthSeparation: ResolverTypeWrapper<HealthSeparation>;
  HealthTrend: HealthTrend;
  HealthWeights: ResolverTypeWrapper<HealthWeights>;
  HealthWeightsInput: HealthWeightsInput;
  HttpHeaderInput: HttpHeaderInput;
  HttpMethod: HttpMethod;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  KeyAuthInput: KeyAuthInput;
  LarryAnswerSource: LarryAnswerSource;
  LarryAnswered: ResolverTypeWrapper<Omit<LarryAnswered, 'turn'> & { turn: ResolversTypes['LarryTurn'] }>;
  LarryFailed: ResolverTypeWrapper<Omit<LarryFailed, 'turn'> & { turn: ResolversTypes['LarryTurn'] }>;
  LarryFallbackReason: LarryFallbackReason;
  LarryFreshness: ResolverTypeWrapper<LarryFreshness>;
  LarryFreshnessState: LarryFreshnessState;
  LarryProposal: ResolverTypeWrapper<LarryProposal>;
  LarrySubject: ResolverTypeWrapper<LarrySubject>;
  LarryText: ResolverTypeWrapper<LarryText>;
  LarryTextWithdrawn: ResolverTypeWrapper<LarryTextWithdrawn>;
  LarryTool: ResolverTypeWrapper<LarryTool>;
  LarryToolFinished: ResolverTypeWrapper<LarryToolFinished>;
  LarryToolRefusal: LarryToolRefusal;
  LarryToolResult: ResolverTypeWrapper<LarryToolResult>;
  LarryToolStarted: ResolverTypeWrapper<LarryToolStarted>;
  LarryToolUse: ResolverTypeWrapper<LarryToolUse>;
  LarryTurn: ResolverTypeWrapper<LarryTurnModel>;
  LarryTurnConnection: ResolverTypeWrapper<Omit<LarryTurnConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LarryTurnEdge']>, nodes: ReadonlyArray<ResolversTypes['LarryTurn']> }>;
  LarryTurnEdge: ResolverTypeWrapper<Omit<LarryTurnEdge, 'node'> & { node: ResolversTypes['LarryTurn'] }>;
  LarryTurnEvent: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['LarryTurnEvent']>;
  LarryTurnState: LarryTurnState;
  LinkExternalAccountError: ResolverTypeWrapper<LinkExternalAccountError>;
  LinkExternalAccountErrorCode: LinkExternalAccountErrorCode;
  LinkExternalAccountInput: LinkExternalAccountInput;
  LinkExternalAccountPayload: ResolverTypeWrapper<Omit<LinkExternalAccountPayload, 'account' | 'externalAccount' | 'previousAccount'> & { account?: Maybe<ResolversTypes['Account']>, externalAccount?: Maybe<ResolversTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversTypes['Account']> }>;
  Mapping: ResolverTypeWrapper<MappingModel>;
  MappingInput: MappingInput;
  MappingPreview: ResolverTypeWrapper<MappingPreviewModel>;
  MappingSuggestion: ResolverTypeWrapper<MappingSuggestionModel>;
  MetricActivity: ResolverTypeWrapper<MetricActivity>;
  MetricChange: ResolverTypeWrapper<MetricChange>;
  MetricDirection: MetricDirection;
  MetricMapping: ResolverTypeWrapper<MetricMapping>;
  MetricMappingInput: MetricMappingInput;
  MetricUsage: ResolverTypeWrapper<MetricUsageModel>;
  MetricValue: ResolverTypeWrapper<MetricValue>;
  MismatchDirection: MismatchDirection;
  MissingPillarPolicy: MissingPillarPolicy;
  ModelBudget: ResolverTypeWrapper<ModelBudgetModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NumberRangeFilter: NumberRangeFilter;
  OAuth2AuthInput: OAuth2AuthInput;
  OAuth2ClientAuthentication: OAuth2ClientAuthentication;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PageNumberInput: PageNumberInput;
  PageOffsetInput: PageOffsetInput;
  PagePathInput: PagePathInput;
  Paging: ResolverTypeWrapper<PagingModel>;
  PagingInput: PagingInput;
  PagingKind: PagingKind;
  PaymentEvidence: ResolverTypeWrapper<PaymentEvidenceModel>;
  PaymentOverdueRules: ResolverTypeWrapper<PaymentOverdueRules>;
  PaymentOverdueRulesInput: PaymentOverdueRulesInput;
  PaymentState: PaymentState;
  PreviewHealthModelError: ResolverTypeWrapper<PreviewHealthModelError>;
  PreviewHealthModelErrorCode: PreviewHealthModelErrorCode;
  PreviewHealthModelInput: PreviewHealthModelInput;
  PreviewHealthModelPayload: ResolverTypeWrapper<Omit<PreviewHealthModelPayload, 'preview'> & { preview?: Maybe<ResolversTypes['HealthModelPreview']> }>;
  PreviewMappingError: ResolverTypeWrapper<PreviewMappingError>;
  PreviewMappingErrorCode: PreviewMappingErrorCode;
  PreviewMappingInput: PreviewMappingInput;
  PreviewMappingPayload: ResolverTypeWrapper<Omit<PreviewMappingPayload, 'preview'> & { preview?: Maybe<ResolversTypes['MappingPreview']> }>;
  PreviewResultRow: ResolverTypeWrapper<PreviewResultRow>;
  PreviewRow: ResolverTypeWrapper<PreviewedRowModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecentMetric: ResolverTypeWrapper<RecentMetric>;
  RecentUsage: ResolverTypeWrapper<RecentUsageModel>;
  ReconfigureCustomApiError: ResolverTypeWrapper<ReconfigureCustomApiError>;
  ReconfigureCustomApiErrorCode: ReconfigureCustomApiErrorCode;
  ReconfigureCustomApiInput: ReconfigureCustomApiInput;
  ReconfigureCustomApiPayload: ResolverTypeWrapper<Omit<ReconfigureCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, test?: Maybe<ResolversTypes['ConnectionTest']> }>;
  ReconnectCustomApiError: ResolverTypeWrapper<ReconnectCustomApiError>;
  ReconnectCustomApiErrorCode: ReconnectCustomApiErrorCode;
  ReconnectCustomApiInput: ReconnectCustomApiInput;
  ReconnectCustomApiPayload: ResolverTypeWrapper<Omit<ReconnectCustomApiPayload, 'customApi' | 'syncRun' | 'test'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, syncRun?: Maybe<ResolversTypes['SyncRun']>, test?: Maybe<ResolversTypes['ConnectionTest']> }>;
  RecordBillingSnapshotError: ResolverTypeWrapper<RecordBillingSnapshotError>;
  RecordBillingSnapshotErrorCode: RecordBillingSnapshotErrorCode;
  RecordBillingSnapshotInput: RecordBillingSnapshotInput;
  RecordBillingSnapshotPayload: ResolverTypeWrapper<RecordBillingSnapshotPayload>;
  RecordChurnError: ResolverTypeWrapper<RecordChurnError>;
  RecordChurnErrorCode: RecordChurnErrorCode;
  RecordChurnInput: RecordChurnInput;
  RecordChurnPayload: ResolverTypeWrapper<RecordChurnPayload>;
  RecordRelationshipTouchError: ResolverTypeWrapper<RecordRelationshipTouchError>;
  RecordRelationshipTouchErrorCode: RecordRelationshipTouchErrorCode;
  RecordRelationshipTouchInput: RecordRelationshipTouchInput;
  RecordRelationshipTouchPayload: ResolverTypeWrapper<RecordRelationshipTouchPayload>;
  RecordSupportSnapshotError: ResolverTypeWrapper<RecordSupportSnapshotError>;
  RecordSupportSnapshotErrorCode: RecordSupportSnapshotErrorCode;
  RecordSupportSnapshotInput: RecordSupportSnapshotInput;
  RecordSupportSnapshotPayload: ResolverTypeWrapper<RecordSupportSnapshotPayload>;
  RelationshipTouch: ResolverTypeWrapper<RelationshipTouch>;
  RelationshipTouchInput: RelationshipTouchInput;
  RenewalRiskEvidence: ResolverTypeWrapper<RenewalRiskEvidenceModel>;
  RenewalRiskReason: RenewalRiskReason;
  RenewalRiskRules: ResolverTypeWrapper<RenewalRiskRules>;
  RenewalRiskRulesInput: RenewalRiskRulesInput;
  ReopenSignalError: ResolverTypeWrapper<ReopenSignalError>;
  ReopenSignalErrorCode: ReopenSignalErrorCode;
  ReopenSignalInput: ReopenSignalInput;
  ReopenSignalPayload: ResolverTypeWrapper<Omit<ReopenSignalPayload, 'signal'> & { signal?: Maybe<ResolversTypes['Signal']> }>;
  ReplayWebhookDeliveryError: ResolverTypeWrapper<ReplayWebhookDeliveryError>;
  ReplayWebhookDeliveryErrorCode: ReplayWebhookDeliveryErrorCode;
  ReplayWebhookDeliveryInput: ReplayWebhookDeliveryInput;
  ReplayWebhookDeliveryPayload: ResolverTypeWrapper<Omit<ReplayWebhookDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  ReplayWebhookEventsError: ResolverTypeWrapper<ReplayWebhookEventsError>;
  ReplayWebhookEventsErrorCode: ReplayWebhookEventsErrorCode;
  ReplayWebhookEventsInput: ReplayWebhookEventsInput;
  ReplayWebhookEventsPayload: ResolverTypeWrapper<ReplayWebhookEventsPayload>;
  RevokeApiKeyError: ResolverTypeWrapper<RevokeApiKeyError>;
  RevokeApiKeyErrorCode: RevokeApiKeyErrorCode;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  Role: Role;
  RotateWebhookSecretError: ResolverTypeWrapper<RotateWebhookSecretError>;
  RotateWebhookSecretErrorCode: RotateWebhookSecretErrorCode;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: ResolverTypeWrapper<Omit<RotateWebhookSecretPayload, 'endpoint'> & { endpoint?: Maybe<ResolversTypes['WebhookEndpoint']> }>;
  RowIssue: ResolverTypeWrapper<RowIssue>;
  RowProblem: ResolverTypeWrapper<RowProblem>;
  RunSignalsNowError: ResolverTypeWrapper<RunSignalsNowError>;
  RunSignalsNowErrorCode: RunSignalsNowErrorCode;
  RunSignalsNowInput: RunSignalsNowInput;
  RunSignalsNowPayload: ResolverTypeWrapper<Omit<RunSignalsNowPayload, 'evaluation'> & { evaluation?: Maybe<ResolversTypes['Evaluation']> }>;
  Sample: ResolverTypeWrapper<Sample>;
  SaveMappingAndBackfillError: ResolverTypeWrapper<SaveMappingAndBackfillError>;
  SaveMappingAndBackfillErrorCode: SaveMappingAndBackfillErrorCode;
  SaveMappingAndBackfillInput: SaveMappingAndBackfillInput;
  SaveMappingAndBackfillPayload: ResolverTypeWrapper<Omit<SaveMappingAndBackfillPayload, 'customApi' | 'syncRun'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, syncRun?: Maybe<ResolversTypes['SyncRun']> }>;
  SavedView: ResolverTypeWrapper<SavedViewModel>;
  SavedViewColumn: ResolverTypeWrapper<SavedViewColumn>;
  SavedViewOrder: ResolverTypeWrapper<SavedViewOrder>;
  SendTestWebhookError: ResolverTypeWrapper<SendTestWebhookError>;
  SendTestWebhookErrorCode: SendTestWebhookErrorCode;
  SendTestWebhookInput: SendTestWebhookInput;
  SendTestWebhookPayload: ResolverTypeWrapper<Omit<SendTestWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['WebhookDelivery']> }>;
  Sentiment: Sentiment;
  Signal: ResolverTypeWrapper<SignalModel>;
  SignalAnnotation: ResolverTypeWrapper<Omit<SignalAnnotation, 'signal'> & { signal: ResolversTypes['Signal'] }>;
  SignalAnnotationEvent: SignalAnnotationEvent;
  SignalConnection: ResolverTypeWrapper<SignalConnectionModel>;
  SignalEdge: ResolverTypeWrapper<Omit<SignalEdge, 'node'> & { node: ResolversTypes['Signal'] }>;
  SignalEvidence: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignalEvidence']>;
  SignalFilter: SignalFilter;
  SignalRaisedFilter: SignalRaisedFilter;
  SignalRules: ResolverTypeWrapper<SavedRulesModel>;
  SignalSeverity: SignalSeverity;
  SignalState: SignalState;
  SignalType: SignalType;
  SnoozeSignalError: ResolverTypeWrapper<SnoozeSignalError>;
  SnoozeSignalErrorCode: SnoozeSignalErrorCode;
  SnoozeSignalInput: SnoozeSignalInput;
  SnoozeSignalPayload: ResolverTypeWrapper<Omit<SnoozeSignalPayload, 'signal'> & { signal?: Maybe<ResolversTypes['Signal']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SubscriptionDowngradeRules: ResolverTypeWrapper<SubscriptionDowngradeRules>;
  SubscriptionDowngradeRulesInput: SubscriptionDowngradeRulesInput;
  SubscriptionEvidence: ResolverTypeWrapper<SubscriptionEvidenceModel>;
  SuggestMappingError: ResolverTypeWrapper<SuggestMappingError>;
  SuggestMappingErrorCode: SuggestMappingErrorCode;
  SuggestMappingInput: SuggestMappingInput;
  SuggestMappingPayload: ResolverTypeWrapper<Omit<SuggestMappingPayload, 'suggestion'> & { suggestion?: Maybe<ResolversTypes['MappingSuggestion']> }>;
  SuggestedField: ResolverTypeWrapper<SuggestedField>;
  SuggestionModelNote: SuggestionModelNote;
  SuggestionModelUse: ResolverTypeWrapper<SuggestionModelUse>;
  SuggestionReason: SuggestionReason;
  SuggestionSource: SuggestionSource;
  SuggestionWarning: ResolverTypeWrapper<SuggestionWarning>;
  SuggestionWarningCode: SuggestionWarningCode;
  SupportSnapshot: ResolverTypeWrapper<SupportSnapshot>;
  SupportSnapshotInput: SupportSnapshotInput;
  SyncAnnotation: ResolverTypeWrapper<Omit<SyncAnnotation, 'run'> & { run: ResolversTypes['SyncRun'] }>;
  SyncAnnotationKind: SyncAnnotationKind;
  SyncNowError: ResolverTypeWrapper<SyncNowError>;
  SyncNowErrorCode: SyncNowErrorCode;
  SyncNowInput: SyncNowInput;
  SyncNowPayload: ResolverTypeWrapper<Omit<SyncNowPayload, 'syncRun'> & { syncRun?: Maybe<ResolversTypes['SyncRun']> }>;
  SyncRun: ResolverTypeWrapper<SyncRunModel>;
  SyncRunConnection: ResolverTypeWrapper<Omit<SyncRunConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['SyncRunEdge']>, nodes: ReadonlyArray<ResolversTypes['SyncRun']> }>;
  SyncRunEdge: ResolverTypeWrapper<Omit<SyncRunEdge, 'node'> & { node: ResolversTypes['SyncRun'] }>;
  SyncRunError: ResolverTypeWrapper<SyncRunError>;
  SyncRunKind: SyncRunKind;
  SyncRunStatus: SyncRunStatus;
  TouchKind: TouchKind;
  UnlinkExternalAccountError: ResolverTypeWrapper<UnlinkExternalAccountError>;
  UnlinkExternalAccountErrorCode: UnlinkExternalAccountErrorCode;
  UnlinkExternalAccountInput: UnlinkExternalAccountInput;
  UnlinkExternalAccountPayload: ResolverTypeWrapper<Omit<UnlinkExternalAccountPayload, 'externalAccount' | 'previousAccount'> & { externalAccount?: Maybe<ResolversTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversTypes['Account']> }>;
  UnmatchedAccount: ResolverTypeWrapper<UnmatchedAccountModel>;
  UnmatchedAccountConnection: ResolverTypeWrapper<UnmatchedAccountConnectionModel>;
  UnmatchedAccountEdge: ResolverTypeWrapper<Omit<UnmatchedAccountEdge, 'node'> & { node: ResolversTypes['UnmatchedAccount'] }>;
  UpdateEvaluationScheduleError: ResolverTypeWrapper<UpdateEvaluationScheduleError>;
  UpdateEvaluationScheduleErrorCode: UpdateEvaluationScheduleErrorCode;
  UpdateEvaluationScheduleInput: UpdateEvaluationScheduleInput;
  UpdateEvaluationSchedulePayload: ResolverTypeWrapper<Omit<UpdateEvaluationSchedulePayload, 'evaluation'> & { evaluation?: Maybe<ResolversTypes['Evaluation']> }>;
  UpdateHealthModelError: ResolverTypeWrapper<UpdateHealthModelError>;
  UpdateHealthModelErrorCode: UpdateHealthModelErrorCode;
  UpdateHealthModelInput: UpdateHealthModelInput;
  UpdateHealthModelPayload: ResolverTypeWrapper<Omit<UpdateHealthModelPayload, 'healthModel'> & { healthModel?: Maybe<ResolversTypes['HealthModel']> }>;
  UpdateModelBudgetError: ResolverTypeWrapper<UpdateModelBudgetError>;
  UpdateModelBudgetErrorCode: UpdateModelBudgetErrorCode;
  UpdateModelBudgetInput: UpdateModelBudgetInput;
  UpdateModelBudgetPayload: ResolverTypeWrapper<Omit<UpdateModelBudgetPayload, 'modelBudget'> & { modelBudget?: Maybe<ResolversTypes['ModelBudget']> }>;
  UpdateSavedViewError: ResolverTypeWrapper<UpdateSavedViewError>;
  UpdateSavedViewErrorCode: UpdateSavedViewErrorCode;
  UpdateSavedViewInput: UpdateSavedViewInput;
  UpdateSavedViewPayload: ResolverTypeWrapper<Omit<UpdateSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversTypes['SavedView']> }>;
  UpdateSignalRulesError: ResolverTypeWrapper<UpdateSignalRulesError>;
  UpdateSignalRulesErrorCode: UpdateSignalRulesErrorCode;
  UpdateSignalRulesInput: UpdateSignalRulesInput;
  UpdateSignalRulesPayload: ResolverTypeWrapper<Omit<UpdateSignalRulesPayload, 'signalRules'> & { signalRules?: Maybe<ResolversTypes['SignalRules']> }>;
  UpdateWebhookEndpointError: ResolverTypeWrapper<UpdateWebhookEndpointError>;
  UpdateWebhookEndpointErrorCode: UpdateWebhookEndpointErrorCode;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointPayload: ResolverTypeWrapper<Omit<UpdateWebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversTypes['WebhookEndpoint']> }>;
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountsError: ResolverTypeWrapper<UpsertAccountsError>;
  UpsertAccountsErrorCode: UpsertAccountsErrorCode;
  UpsertAccountsInput: UpsertAccountsInput;
  UpsertAccountsPayload: ResolverTypeWrapper<Omit<UpsertAccountsPayload, 'accounts'> & { accounts: ReadonlyArray<ResolversTypes['Account']> }>;
  UsageAnnotation: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UsageAnnotation']>;
  UsageAnomaly: ResolverTypeWrapper<UsageAnomaly>;
  UsageAnomalyDirection: UsageAnomalyDirection;
  UsageBaseline: ResolverTypeWrapper<UsageBaselineModel>;
  UsageDeclineEvidence: ResolverTypeWrapper<UsageDeclineEvidenceModel>;
  UsageDeclineRules: ResolverTypeWrapper<UsageDeclineRules>;
  UsageDeclineRulesInput: UsageDeclineRulesInput;
  UsagePoint: ResolverTypeWrapper<UsagePoint>;
  UsageRevenueMismatchEvidence: ResolverTypeWrapper<MismatchEvidenceModel>;
  UsageRevenueMismatchRules: ResolverTypeWrapper<UsageRevenueMismatchRules>;
  UsageRevenueMismatchRulesInput: UsageRevenueMismatchRulesInput;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'workspace'> & { workspace: ResolversTypes['Workspace'] }>;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttemptModel>;
  WebhookAttemptError: ResolverTypeWrapper<WebhookAttemptError>;
  WebhookAttemptErrorCode: WebhookAttemptErrorCode;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryModel>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversTypes['WebhookDelivery']> }>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookDisabledReason: WebhookDisabledReason;
  WebhookEndpoint: ResolverTypeWrapper<WebhookEndpointModel>;
  WebhookEvent: ResolverTypeWrapper<WebhookEventModel>;
  WebhookEventType: WebhookEventType;
  Workspace: ResolverTypeWrapper<WorkspaceModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountModel;
  AccountActivity: AccountActivityModel;
  AccountAttributeFilter: AccountAttributeFilter;
  AccountColumnInput: AccountColumnInput;
  AccountConnection: AccountConnectionModel;
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilter: AccountFilter;
  AccountOrder: AccountOrder;
  AccountSuggestion: SuggestionModel;
  AccountUsage: AccountUsageModel;
  AccountUsageFilter: AccountUsageFilter;
  AcknowledgeSignalError: AcknowledgeSignalError;
  AcknowledgeSignalInput: AcknowledgeSignalInput;
  AcknowledgeSignalPayload: Omit<AcknowledgeSignalPayload, 'signal'> & { signal?: Maybe<ResolversParentTypes['Signal']> };
  AlternativeMapping: AlternativeMappingModel;
  ApiKey: ApiKeyModel;
  AskLarryError: AskLarryError;
  AskLarryInput: AskLarryInput;
  AskLarryPayload: Omit<AskLarryPayload, 'turn'> & { turn?: Maybe<ResolversParentTypes['LarryTurn']> };
  AuditActor: Omit<AuditActor, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  AuditEvent: AuditEventModel;
  AuditEventConnection: AuditEventConnectionModel;
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuditLogFilter: AuditLogFilter;
  BackfillUsageError: BackfillUsageError;
  BackfillUsageInput: BackfillUsageInput;
  BackfillUsagePayload: Omit<BackfillUsagePayload, 'syncRun'> & { syncRun?: Maybe<ResolversParentTypes['SyncRun']> };
  BacktestHealthModelError: BacktestHealthModelError;
  BacktestHealthModelInput: BacktestHealthModelInput;
  BacktestHealthModelPayload: Omit<BacktestHealthModelPayload, 'backtest'> & { backtest?: Maybe<ResolversParentTypes['HealthBacktest']> };
  Banner: BannerModel;
  BasicAuthInput: BasicAuthInput;
  BearerAuthInput: BearerAuthInput;
  BillingSnapshot: BillingSnapshot;
  BillingSnapshotInput: BillingSnapshotInput;
  Boolean: Scalars['Boolean']['output'];
  Churn: Churn;
  ChurnCondition: ChurnConditionModel;
  ChurnInput: ChurnInput;
  ChurnRiskEvidence: ChurnRiskEvidenceModel;
  ChurnRiskRules: ChurnRiskRules;
  ChurnRiskRulesInput: ChurnRiskRulesInput;
  ChurnRiskWeights: ChurnRiskWeights;
  ChurnRiskWeightsInput: ChurnRiskWeightsInput;
  ConnectCustomApiError: ConnectCustomApiError;
  ConnectCustomApiInput: ConnectCustomApiInput;
  ConnectCustomApiPayload: Omit<ConnectCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, test?: Maybe<ResolversParentTypes['ConnectionTest']> };
  ConnectionTest: ConnectionTestModel;
  Conversation: ConversationModel;
  ConversationConnection: Omit<ConversationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ConversationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Conversation']> };
  ConversationEdge: Omit<ConversationEdge, 'node'> & { node: ResolversParentTypes['Conversation'] };
  CreateApiKeyError: CreateApiKeyError;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  CreateSavedViewError: CreateSavedViewError;
  CreateSavedViewInput: CreateSavedViewInput;
  CreateSavedViewPayload: Omit<CreateSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  CreateWebhookEndpointError: CreateWebhookEndpointError;
  CreateWebhookEndpointInput: CreateWebhookEndpointInput;
  CreateWebhookEndpointPayload: Omit<CreateWebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversParentTypes['WebhookEndpoint']> };
  CustomApi: CustomApiModel;
  CustomApiAuthInput: CustomApiAuthInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DayRange: DayRange;
  DayRangeFilter: DayRangeFilter;
  DeleteConversationError: DeleteConversationError;
  DeleteConversationInput: DeleteConversationInput;
  DeleteConversationPayload: DeleteConversationPayload;
  DeleteSavedViewError: DeleteSavedViewError;
  DeleteSavedViewInput: DeleteSavedViewInput;
  DeleteSavedViewPayload: Omit<DeleteSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  DeleteWebhookEndpointError: DeleteWebhookEndpointError;
  DeleteWebhookEndpointInput: DeleteWebhookEndpointInput;
  DeleteWebhookEndpointPayload: DeleteWebhookEndpointPayload;
  DisconnectCustomApiError: DisconnectCustomApiError;
  DisconnectCustomApiInput: DisconnectCustomApiInput;
  DisconnectCustomApiPayload: Omit<DisconnectCustomApiPayload, 'customApi'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']> };
  DisengagementEvidence: DisengagementEvidenceModel;
  DisengagementRules: DisengagementRules;
  DisengagementRulesInput: DisengagementRulesInput;
  Evaluation: EvaluationModel;
  EvaluationOutcome: EvaluationOutcomeModel;
  ExpansionEvidence: ExpansionEvidenceModel;
  ExpansionRules: ExpansionRules;
  ExpansionRulesInput: ExpansionRulesInput;
  ExternalAccount: ExternalAccountModel;
  FieldAlternative: FieldAlternative;
  Float: Scalars['Float']['output'];
  Freshness: Freshness;
  GapAnnotation: GapAnnotation;
  HealthAlertQuality: HealthAlertQuality;
  HealthBacktest: BacktestModel;
  HealthBacktestResult: HealthBacktestResult;
  HealthBandMove: HealthBandMove;
  HealthBandShift: HealthBandShift;
  HealthBands: HealthBands;
  HealthBandsInput: HealthBandsInput;
  HealthCheckpoint: HealthCheckpoint;
  HealthHistoryPoint: HealthHistoryPoint;
  HealthInput: TrailInputModel;
  HealthLeadTime: HealthLeadTime;
  HealthMetricRule: HealthMetricRule;
  HealthMetricRuleInput: HealthMetricRuleInput;
  HealthModel: HealthModelModel;
  HealthModelInput: HealthModelInput;
  HealthModelPreview: Omit<HealthModelPreview, 'largestMovers'> & { largestMovers: ReadonlyArray<ResolversParentTypes['HealthMover']> };
  HealthMover: MoverModel;
  HealthPillar: TrailPillarModel;
  HealthScore: HealthScoreModel;
  HealthSegment: SegmentModel;
  HealthSegmentAttribute: HealthSegmentAttribute;
  HealthSegmentAttributeInput: HealthSegmentAttributeInput;
  HealthSegmentCondition: HealthSegmentCondition;
  HealthSegmentConditionInput: HealthSegmentConditionInput;
  HealthSegmentInput: HealthSegmentInput;
  HealthSeparation: HealthSeparation;
  HealthWeights: HealthWeights;
  HealthWeightsInput: HealthWeightsInput;
  HttpHeaderInput: HttpHeaderInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  KeyAuthInput: KeyAuthInput;
  LarryAnswered: Omit<LarryAnswered, 'turn'> & { turn: ResolversParentTypes['LarryTurn'] };
  LarryFailed: Omit<LarryFailed, 'turn'> & { turn: ResolversParentTypes['LarryTurn'] };
  LarryFreshness: LarryFreshness;
  LarryProposal: LarryProposal;
  LarrySubject: LarrySubject;
  LarryText: LarryText;
  LarryTextWithdrawn: LarryTextWithdrawn;
  LarryTool: LarryTool;
  LarryToolFinished: LarryToolFinished;
  LarryToolResult: LarryToolResult;
  LarryToolStarted: LarryToolStarted;
  LarryToolUse: LarryToolUse;
  LarryTurn: LarryTurnModel;
  LarryTurnConnection: Omit<LarryTurnConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LarryTurnEdge']>, nodes: ReadonlyArray<ResolversParentTypes['LarryTurn']> };
  LarryTurnEdge: Omit<LarryTurnEdge, 'node'> & { node: ResolversParentTypes['LarryTurn'] };
  LarryTurnEvent: ResolversInterfaceTypes<ResolversParentTypes>['LarryTurnEvent'];
  LinkExternalAccountError: LinkExternalAccountError;
  LinkExternalAccountInput: LinkExternalAccountInput;
  LinkExternalAccountPayload: Omit<LinkExternalAccountPayload, 'account' | 'externalAccount' | 'previousAccount'> & { account?: Maybe<ResolversParentTypes['Account']>, externalAccount?: Maybe<ResolversParentTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversParentTypes['Account']> };
  Mapping: MappingModel;
  MappingInput: MappingInput;
  MappingPreview: MappingPreviewModel;
  MappingSuggestion: MappingSuggestionModel;
  MetricActivity: MetricActivity;
  MetricChange: MetricChange;
  MetricMapping: MetricMapping;
  MetricMappingInput: MetricMappingInput;
  MetricUsage: MetricUsageModel;
  MetricValue: MetricValue;
  ModelBudget: ModelBudgetModel;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NumberRangeFilter: NumberRangeFilter;
  OAuth2AuthInput: OAuth2AuthInput;
  PageInfo: PageInfo;
  PageNumberInput: PageNumberInput;
  PageOffsetInput: PageOffsetInput;
  PagePathInput: PagePathInput;
  Paging: PagingModel;
  PagingInput: PagingInput;
  PaymentEvidence: PaymentEvidenceModel;
  PaymentOverdueRules: PaymentOverdueRules;
  PaymentOverdueRulesInput: PaymentOverdueRulesInput;
  PreviewHealthModelError: PreviewHealthModelError;
  PreviewHealthModelInput: PreviewHealthModelInput;
  PreviewHealthModelPayload: Omit<PreviewHealthModelPayload, 'preview'> & { preview?: Maybe<ResolversParentTypes['HealthModelPreview']> };
  PreviewMappingError: PreviewMappingError;
  PreviewMappingInput: PreviewMappingInput;
  PreviewMappingPayload: Omit<PreviewMappingPayload, 'preview'> & { preview?: Maybe<ResolversParentTypes['MappingPreview']> };
  PreviewResultRow: PreviewResultRow;
  PreviewRow: PreviewedRowModel;
  Query: Record<PropertyKey, never>;
  RecentMetric: RecentMetric;
  RecentUsage: RecentUsageModel;
  ReconfigureCustomApiError: ReconfigureCustomApiError;
  ReconfigureCustomApiInput: ReconfigureCustomApiInput;
  ReconfigureCustomApiPayload: Omit<ReconfigureCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, test?: Maybe<ResolversParentTypes['ConnectionTest']> };
  ReconnectCustomApiError: ReconnectCustomApiError;
  ReconnectCustomApiInput: ReconnectCustomApiInput;
  ReconnectCustomApiPayload: Omit<ReconnectCustomApiPayload, 'customApi' | 'syncRun' | 'test'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, syncRun?: Maybe<ResolversParentTypes['SyncRun']>, test?: Maybe<ResolversParentTypes['ConnectionTest']> };
  RecordBillingSnapshotError: RecordBillingSnapshotError;
  RecordBillingSnapshotInput: RecordBillingSnapshotInput;
  RecordBillingSnapshotPayload: RecordBillingSnapshotPayload;
  RecordChurnError: RecordChurnError;
  RecordChurnInput: RecordChurnInput;
  RecordChurnPayload: RecordChurnPayload;
  RecordRelationshipTouchError: RecordRelationshipTouchError;
  RecordRelationshipTouchInput: RecordRelationshipTouchInput;
  RecordRelationshipTouchPayload: RecordRelationshipTouchPayload;
  RecordSupportSnapshotError: RecordSupportSnapshotError;
  RecordSupportSnapshotInput: RecordSupportSnapshotInput;
  RecordSupportSnapshotPayload: RecordSupportSnapshotPayload;
  RelationshipTouch: RelationshipTouch;
  RelationshipTouchInput: RelationshipTouchInput;
  RenewalRiskEvidence: RenewalRiskEvidenceModel;
  RenewalRiskRules: RenewalRiskRules;
  RenewalRiskRulesInput: RenewalRiskRulesInput;
  ReopenSignalError: ReopenSignalError;
  ReopenSignalInput: ReopenSignalInput;
  ReopenSignalPayload: Omit<ReopenSignalPayload, 'signal'> & { signal?: Maybe<ResolversParentTypes['Signal']> };
  ReplayWebhookDeliveryError: ReplayWebhookDeliveryError;
  ReplayWebhookDeliveryInput: ReplayWebhookDeliveryInput;
  ReplayWebhookDeliveryPayload: Omit<ReplayWebhookDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  ReplayWebhookEventsError: ReplayWebhookEventsError;
  ReplayWebhookEventsInput: ReplayWebhookEventsInput;
  ReplayWebhookEventsPayload: ReplayWebhookEventsPayload;
  RevokeApiKeyError: RevokeApiKeyError;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  RotateWebhookSecretError: RotateWebhookSecretError;
  RotateWebhookSecretInput: RotateWebhookSecretInput;
  RotateWebhookSecretPayload: Omit<RotateWebhookSecretPayload, 'endpoint'> & { endpoint?: Maybe<ResolversParentTypes['WebhookEndpoint']> };
  RowIssue: RowIssue;
  RowProblem: RowProblem;
  RunSignalsNowError: RunSignalsNowError;
  RunSignalsNowInput: RunSignalsNowInput;
  RunSignalsNowPayload: Omit<RunSignalsNowPayload, 'evaluation'> & { evaluation?: Maybe<ResolversParentTypes['Evaluation']> };
  Sample: Sample;
  SaveMappingAndBackfillError: SaveMappingAndBackfillError;
  SaveMappingAndBackfillInput: SaveMappingAndBackfillInput;
  SaveMappingAndBackfillPayload: Omit<SaveMappingAndBackfillPayload, 'customApi' | 'syncRun'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, syncRun?: Maybe<ResolversParentTypes['SyncRun']> };
  SavedView: SavedViewModel;
  SavedViewColumn: SavedViewColumn;
  SavedViewOrder: SavedViewOrder;
  SendTestWebhookError: SendTestWebhookError;
  SendTestWebhookInput: SendTestWebhookInput;
  SendTestWebhookPayload: Omit<SendTestWebhookPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['WebhookDelivery']> };
  Signal: SignalModel;
  SignalAnnotation: Omit<SignalAnnotation, 'signal'> & { signal: ResolversParentTypes['Signal'] };
  SignalConnection: SignalConnectionModel;
  SignalEdge: Omit<SignalEdge, 'node'> & { node: ResolversParentTypes['Signal'] };
  SignalEvidence: ResolversUnionTypes<ResolversParentTypes>['SignalEvidence'];
  SignalFilter: SignalFilter;
  SignalRaisedFilter: SignalRaisedFilter;
  SignalRules: SavedRulesModel;
  SnoozeSignalError: SnoozeSignalError;
  SnoozeSignalInput: SnoozeSignalInput;
  SnoozeSignalPayload: Omit<SnoozeSignalPayload, 'signal'> & { signal?: Maybe<ResolversParentTypes['Signal']> };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SubscriptionDowngradeRules: SubscriptionDowngradeRules;
  SubscriptionDowngradeRulesInput: SubscriptionDowngradeRulesInput;
  SubscriptionEvidence: SubscriptionEvidenceModel;
  SuggestMappingError: SuggestMappingError;
  SuggestMappingInput: SuggestMappingInput;
  SuggestMappingPayload: Omit<SuggestMappingPayload, 'suggestion'> & { suggestion?: Maybe<ResolversParentTypes['MappingSuggestion']> };
  SuggestedField: SuggestedField;
  SuggestionModelUse: SuggestionModelUse;
  SuggestionWarning: SuggestionWarning;
  SupportSnapshot: SupportSnapshot;
  SupportSnapshotInput: SupportSnapshotInput;
  SyncAnnotation: Omit<SyncAnnotation, 'run'> & { run: ResolversParentTypes['SyncRun'] };
  SyncNowError: SyncNowError;
  SyncNowInput: SyncNowInput;
  SyncNowPayload: Omit<SyncNowPayload, 'syncRun'> & { syncRun?: Maybe<ResolversParentTypes['SyncRun']> };
  SyncRun: SyncRunModel;
  SyncRunConnection: Omit<SyncRunConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['SyncRunEdge']>, nodes: ReadonlyArray<ResolversParentTypes['SyncRun']> };
  SyncRunEdge: Omit<SyncRunEdge, 'node'> & { node: ResolversParentTypes['SyncRun'] };
  SyncRunError: SyncRunError;
  UnlinkExternalAccountError: UnlinkExternalAccountError;
  UnlinkExternalAccountInput: UnlinkExternalAccountInput;
  UnlinkExternalAccountPayload: Omit<UnlinkExternalAccountPayload, 'externalAccount' | 'previousAccount'> & { externalAccount?: Maybe<ResolversParentTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversParentTypes['Account']> };
  UnmatchedAccount: UnmatchedAccountModel;
  UnmatchedAccountConnection: UnmatchedAccountConnectionModel;
  UnmatchedAccountEdge: Omit<UnmatchedAccountEdge, 'node'> & { node: ResolversParentTypes['UnmatchedAccount'] };
  UpdateEvaluationScheduleError: UpdateEvaluationScheduleError;
  UpdateEvaluationScheduleInput: UpdateEvaluationScheduleInput;
  UpdateEvaluationSchedulePayload: Omit<UpdateEvaluationSchedulePayload, 'evaluation'> & { evaluation?: Maybe<ResolversParentTypes['Evaluation']> };
  UpdateHealthModelError: UpdateHealthModelError;
  UpdateHealthModelInput: UpdateHealthModelInput;
  UpdateHealthModelPayload: Omit<UpdateHealthModelPayload, 'healthModel'> & { healthModel?: Maybe<ResolversParentTypes['HealthModel']> };
  UpdateModelBudgetError: UpdateModelBudgetError;
  UpdateModelBudgetInput: UpdateModelBudgetInput;
  UpdateModelBudgetPayload: Omit<UpdateModelBudgetPayload, 'modelBudget'> & { modelBudget?: Maybe<ResolversParentTypes['ModelBudget']> };
  UpdateSavedViewError: UpdateSavedViewError;
  UpdateSavedViewInput: UpdateSavedViewInput;
  UpdateSavedViewPayload: Omit<UpdateSavedViewPayload, 'savedView'> & { savedView?: Maybe<ResolversParentTypes['SavedView']> };
  UpdateSignalRulesError: UpdateSignalRulesError;
  UpdateSignalRulesInput: UpdateSignalRulesInput;
  UpdateSignalRulesPayload: Omit<UpdateSignalRulesPayload, 'signalRules'> & { signalRules?: Maybe<ResolversParentTypes['SignalRules']> };
  UpdateWebhookEndpointError: UpdateWebhookEndpointError;
  UpdateWebhookEndpointInput: UpdateWebhookEndpointInput;
  UpdateWebhookEndpointPayload: Omit<UpdateWebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversParentTypes['WebhookEndpoint']> };
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountsError: UpsertAccountsError;
  UpsertAccountsInput: UpsertAccountsInput;
  UpsertAccountsPayload: Omit<UpsertAccountsPayload, 'accounts'> & { accounts: ReadonlyArray<ResolversParentTypes['Account']> };
  UsageAnnotation: ResolversInterfaceTypes<ResolversParentTypes>['UsageAnnotation'];
  UsageAnomaly: UsageAnomaly;
  UsageBaseline: UsageBaselineModel;
  UsageDeclineEvidence: UsageDeclineEvidenceModel;
  UsageDeclineRules: UsageDeclineRules;
  UsageDeclineRulesInput: UsageDeclineRulesInput;
  UsagePoint: UsagePoint;
  UsageRevenueMismatchEvidence: MismatchEvidenceModel;
  UsageRevenueMismatchRules: UsageRevenueMismatchRules;
  UsageRevenueMismatchRulesInput: UsageRevenueMismatchRulesInput;
  Viewer: Omit<Viewer, 'workspace'> & { workspace: ResolversParentTypes['Workspace'] };
  WebhookAttempt: WebhookAttemptModel;
  WebhookAttemptError: WebhookAttemptError;
  WebhookDelivery: WebhookDeliveryModel;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WebhookDeliveryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['WebhookDelivery']> };
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookEndpoint: WebhookEndpointModel;
  WebhookEvent: WebhookEventModel;
  Workspace: WorkspaceModel;
};

export type AccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  activity?: Resolver<Maybe<ResolversTypes['AccountActivity']>, ParentType, ContextType>;
  arr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attributes?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  billingSnapshots?: Resolver<ReadonlyArray<ResolversTypes['BillingSnapshot']>, ParentType, ContextType, RequireFields<AccountBillingSnapshotsArgs, 'first'>>;
  churn?: Resolver<Maybe<ResolversTypes['Churn']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalAccounts?: Resolver<ReadonlyArray<ResolversTypes['ExternalAccount']>, ParentType, ContextType>;
  externalCrmId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['HealthScore']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openSignalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recentUsage?: Resolver<Maybe<ResolversTypes['RecentUsage']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationshipTouches?: Resolver<ReadonlyArray<ResolversTypes['RelationshipTouch']>, ParentType, ContextType, RequireFields<AccountRelationshipTouchesArgs, 'first'>>;
  renewalOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  seats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  signals?: Resolver<ResolversTypes['SignalConnection'], ParentType, ContextType, RequireFields<AccountSignalsArgs, 'first' | 'states'>>;
  supportSnapshots?: Resolver<ReadonlyArray<ResolversTypes['SupportSnapshot']>, ParentType, ContextType, RequireFields<AccountSupportSnapshotsArgs, 'first'>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['AccountUsage']>, ParentType, ContextType, RequireFields<AccountUsageArgs, 'days'>>;
  worstSeverity?: Resolver<Maybe<ResolversTypes['SignalSeverity']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountActivityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountActivity'] = ResolversParentTypes['AccountActivity']> = {
  changeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricActivity']>, ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountSuggestionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountSuggestion'] = ResolversParentTypes['AccountSuggestion']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SuggestionReason'], ParentType, ContextType>;
};

export type AccountUsageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountUsage'] = ResolversParentTypes['AccountUsage']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  activeDayShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  annotations?: Resolver<ReadonlyArray<ResolversTypes['UsageAnnotation']>, ParentType, ContextType>;
  firstUsedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricUsage']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AcknowledgeSignalErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AcknowledgeSignalError'] = ResolversParentTypes['AcknowledgeSignalError']> = {
  code?: Resolver<ResolversTypes['AcknowledgeSignalErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AcknowledgeSignalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AcknowledgeSignalPayload'] = ResolversParentTypes['AcknowledgeSignalPayload']> = {
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AcknowledgeSignalError']>, ParentType, ContextType>;
};

export type AlternativeMappingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlternativeMapping'] = ResolversParentTypes['AlternativeMapping']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mapping?: Resolver<ResolversTypes['Mapping'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SuggestionSource'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AskLarryErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AskLarryError'] = ResolversParentTypes['AskLarryError']> = {
  code?: Resolver<ResolversTypes['AskLarryErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AskLarryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AskLarryPayload'] = ResolversParentTypes['AskLarryPayload']> = {
  turn?: Resolver<Maybe<ResolversTypes['LarryTurn']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AskLarryError']>, ParentType, ContextType>;
};

export type AuditActorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditActor'] = ResolversParentTypes['AuditActor']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditActorKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  action?: Resolver<ResolversTypes['AuditAction'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['AuditActor'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type BackfillUsageErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackfillUsageError'] = ResolversParentTypes['BackfillUsageError']> = {
  code?: Resolver<ResolversTypes['BackfillUsageErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BackfillUsagePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackfillUsagePayload'] = ResolversParentTypes['BackfillUsagePayload']> = {
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['BackfillUsageError']>, ParentType, ContextType>;
};

export type BacktestHealthModelErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BacktestHealthModelError'] = ResolversParentTypes['BacktestHealthModelError']> = {
  code?: Resolver<ResolversTypes['BacktestHealthModelErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BacktestHealthModelPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BacktestHealthModelPayload'] = ResolversParentTypes['BacktestHealthModelPayload']> = {
  backtest?: Resolver<Maybe<ResolversTypes['HealthBacktest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['BacktestHealthModelError']>, ParentType, ContextType>;
};

export type BannerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Banner'] = ResolversParentTypes['Banner']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['BannerLevel'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BillingSnapshotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillingSnapshot'] = ResolversParentTypes['BillingSnapshot']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  overdueDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  subscription?: Resolver<ResolversTypes['BillingSubscriptionState'], ParentType, ContextType>;
};

export type ChurnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Churn'] = ResolversParentTypes['Churn']> = {
  churnedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChurnConditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChurnCondition'] = ResolversParentTypes['ChurnCondition']> = {
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChurnConditionKind'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ChurnConditionState'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChurnRiskEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChurnRiskEvidence'] = ResolversParentTypes['ChurnRiskEvidence']> = {
  conditions?: Resolver<ReadonlyArray<ResolversTypes['ChurnCondition']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChurnRiskRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChurnRiskRules'] = ResolversParentTypes['ChurnRiskRules']> = {
  healthDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  healthPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  renewalDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resolveBelow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  touchDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weights?: Resolver<ResolversTypes['ChurnRiskWeights'], ParentType, ContextType>;
};

export type ChurnRiskWeightsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChurnRiskWeights'] = ResolversParentTypes['ChurnRiskWeights']> = {
  healthDecline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noTouch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paymentFailure?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  renewalNear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageDecline?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConnectCustomApiErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConnectCustomApiError'] = ResolversParentTypes['ConnectCustomApiError']> = {
  code?: Resolver<ResolversTypes['ConnectCustomApiErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectCustomApiPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConnectCustomApiPayload'] = ResolversParentTypes['ConnectCustomApiPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  test?: Resolver<Maybe<ResolversTypes['ConnectionTest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ConnectCustomApiError']>, ParentType, ContextType>;
};

export type ConnectionTestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConnectionTest'] = ResolversParentTypes['ConnectionTest']> = {
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestedUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  responseBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConversationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Conversation'] = ResolversParentTypes['Conversation']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastTurnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  turns?: Resolver<ResolversTypes['LarryTurnConnection'], ParentType, ContextType, RequireFields<ConversationTurnsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConversationConnection'] = ResolversParentTypes['ConversationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConversationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Conversation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConversationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConversationEdge'] = ResolversParentTypes['ConversationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
};

export type CreateApiKeyErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiKeyError'] = ResolversParentTypes['CreateApiKeyError']> = {
  code?: Resolver<ResolversTypes['CreateApiKeyErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateApiKeyError']>, ParentType, ContextType>;
};

export type CreateSavedViewErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateSavedViewError'] = ResolversParentTypes['CreateSavedViewError']> = {
  code?: Resolver<ResolversTypes['CreateSavedViewErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateSavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateSavedViewPayload'] = ResolversParentTypes['CreateSavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateSavedViewError']>, ParentType, ContextType>;
};

export type CreateWebhookEndpointErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateWebhookEndpointError'] = ResolversParentTypes['CreateWebhookEndpointError']> = {
  code?: Resolver<ResolversTypes['CreateWebhookEndpointErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateWebhookEndpointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateWebhookEndpointPayload'] = ResolversParentTypes['CreateWebhookEndpointPayload']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateWebhookEndpointError']>, ParentType, ContextType>;
};

export type CustomApiResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomApi'] = ResolversParentTypes['CustomApi']> = {
  answerFormat?: Resolver<Maybe<ResolversTypes['AnswerFormat']>, ParentType, ContextType>;
  authKind?: Resolver<Maybe<ResolversTypes['AuthKind']>, ParentType, ContextType>;
  banner?: Resolver<Maybe<ResolversTypes['Banner']>, ParentType, ContextType>;
  gaps?: Resolver<ReadonlyArray<ResolversTypes['DayRange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSyncAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSyncedDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  mapping?: Resolver<Maybe<ResolversTypes['Mapping']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['HttpMethod']>, ParentType, ContextType>;
  metricLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metricsTracked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextSyncAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  paging?: Resolver<Maybe<ResolversTypes['Paging']>, ParentType, ContextType>;
  sample?: Resolver<Maybe<ResolversTypes['Sample']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CustomApiStatus'], ParentType, ContextType>;
  syncRuns?: Resolver<ResolversTypes['SyncRunConnection'], ParentType, ContextType, RequireFields<CustomApiSyncRunsArgs, 'first'>>;
  timeoutSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unmatchedAccountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayRangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DayRange'] = ResolversParentTypes['DayRange']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type DeleteConversationErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteConversationError'] = ResolversParentTypes['DeleteConversationError']> = {
  code?: Resolver<ResolversTypes['DeleteConversationErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeleteConversationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteConversationPayload'] = ResolversParentTypes['DeleteConversationPayload']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteConversationError']>, ParentType, ContextType>;
};

export type DeleteSavedViewErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteSavedViewError'] = ResolversParentTypes['DeleteSavedViewError']> = {
  code?: Resolver<ResolversTypes['DeleteSavedViewErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeleteSavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteSavedViewPayload'] = ResolversParentTypes['DeleteSavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteSavedViewError']>, ParentType, ContextType>;
};

export type DeleteWebhookEndpointErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteWebhookEndpointError'] = ResolversParentTypes['DeleteWebhookEndpointError']> = {
  code?: Resolver<ResolversTypes['DeleteWebhookEndpointErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeleteWebhookEndpointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteWebhookEndpointPayload'] = ResolversParentTypes['DeleteWebhookEndpointPayload']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteWebhookEndpointError']>, ParentType, ContextType>;
};

export type DisconnectCustomApiErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisconnectCustomApiError'] = ResolversParentTypes['DisconnectCustomApiError']> = {
  code?: Resolver<ResolversTypes['DisconnectCustomApiErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisconnectCustomApiPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisconnectCustomApiPayload'] = ResolversParentTypes['DisconnectCustomApiPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DisconnectCustomApiError']>, ParentType, ContextType>;
};

export type DisengagementEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisengagementEvidence'] = ResolversParentTypes['DisengagementEvidence']> = {
  lastUsedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ofWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  silentDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  throughDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  usedWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usualLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisengagementRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisengagementRules'] = ResolversParentTypes['DisengagementRules']> = {
  leastUsedWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  silentDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation']> = {
  dailyTime?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failedTries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextDailyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['EvaluationOutcome']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EvaluationState'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EvaluationOutcomeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EvaluationOutcome'] = ResolversParentTypes['EvaluationOutcome']> = {
  accountsScored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bandsChanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signalsRaised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  signalsResolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageThroughDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ExpansionEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpansionEvidence'] = ResolversParentTypes['ExpansionEvidence']> = {
  blocks?: Resolver<ReadonlyArray<ResolversTypes['Float']>, ParentType, ContextType>;
  growthRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  throughDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExpansionRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpansionRules'] = ResolversParentTypes['ExpansionRules']> = {
  growthRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ExternalAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExternalAccount'] = ResolversParentTypes['ExternalAccount']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastSeenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FieldAlternativeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldAlternative'] = ResolversParentTypes['FieldAlternative']> = {
  dateFormat?: Resolver<Maybe<ResolversTypes['DateFormat']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FreshnessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Freshness'] = ResolversParentTypes['Freshness']> = {
  lastSyncAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSyncedDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FreshnessState'], ParentType, ContextType>;
};

export type GapAnnotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GapAnnotation'] = ResolversParentTypes['GapAnnotation']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthAlertQualityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthAlertQuality'] = ResolversParentTypes['HealthAlertQuality']> = {
  alertCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  falseAlertCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hitCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missedCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  precision?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recall?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HealthBacktestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthBacktest'] = ResolversParentTypes['HealthBacktest']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['HealthModel'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['HealthBacktestResult']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthBacktestState'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HealthBacktestResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthBacktestResult'] = ResolversParentTypes['HealthBacktestResult']> = {
  accountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['HealthAlertQuality'], ParentType, ContextType>;
  checkpoints?: Resolver<ReadonlyArray<ResolversTypes['HealthCheckpoint']>, ParentType, ContextType>;
  churnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTime?: Resolver<ResolversTypes['HealthLeadTime'], ParentType, ContextType>;
  recencyBaseline?: Resolver<ResolversTypes['HealthAlertQuality'], ParentType, ContextType>;
  separations?: Resolver<ReadonlyArray<ResolversTypes['HealthSeparation']>, ParentType, ContextType>;
};

export type HealthBandMoveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthBandMove'] = ResolversParentTypes['HealthBandMove']> = {
  after?: Resolver<Maybe<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthBandShiftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthBandShift'] = ResolversParentTypes['HealthBandShift']> = {
  after?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthBandsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthBands'] = ResolversParentTypes['HealthBands']> = {
  healthy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthCheckpointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthCheckpoint'] = ResolversParentTypes['HealthCheckpoint']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  poorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scoredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthHistoryPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthHistoryPoint'] = ResolversParentTypes['HealthHistoryPoint']> = {
  band?: Resolver<Maybe<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  modelChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HealthInputResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthInput'] = ResolversParentTypes['HealthInput']> = {
  change?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  comparison?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HealthInputKind'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  window?: Resolver<Maybe<ResolversTypes['DayRange']>, ParentType, ContextType>;
};

export type HealthLeadTimeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthLeadTime'] = ResolversParentTypes['HealthLeadTime']> = {
  accountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowerQuartile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  upperQuartile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HealthMetricRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthMetricRule'] = ResolversParentTypes['HealthMetricRule']> = {
  direction?: Resolver<ResolversTypes['MetricDirection'], ParentType, ContextType>;
  importance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HealthModelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthModel'] = ResolversParentTypes['HealthModel']> = {
  bands?: Resolver<ResolversTypes['HealthBands'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['HealthMetricRule']>, ParentType, ContextType>;
  missingPillarPolicy?: Resolver<ResolversTypes['MissingPillarPolicy'], ParentType, ContextType>;
  savedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  segments?: Resolver<ReadonlyArray<ResolversTypes['HealthSegment']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  weights?: Resolver<ResolversTypes['HealthWeights'], ParentType, ContextType>;
};

export type HealthModelPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthModelPreview'] = ResolversParentTypes['HealthModelPreview']> = {
  bandChangeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bands?: Resolver<ReadonlyArray<ResolversTypes['HealthBandShift']>, ParentType, ContextType>;
  largestMovers?: Resolver<ReadonlyArray<ResolversTypes['HealthMover']>, ParentType, ContextType>;
  meanChange?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  moves?: Resolver<ReadonlyArray<ResolversTypes['HealthBandMove']>, ParentType, ContextType>;
  scoredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthMoverResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthMover'] = ResolversParentTypes['HealthMover']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  bandAfter?: Resolver<ResolversTypes['HealthBand'], ParentType, ContextType>;
  bandBefore?: Resolver<ResolversTypes['HealthBand'], ParentType, ContextType>;
  pillar?: Resolver<ResolversTypes['HealthPillarName'], ParentType, ContextType>;
  scoreAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scoreBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HealthPillarResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthPillar'] = ResolversParentTypes['HealthPillar']> = {
  appliedWeight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputs?: Resolver<ReadonlyArray<ResolversTypes['HealthInput']>, ParentType, ContextType>;
  pillar?: Resolver<ResolversTypes['HealthPillarName'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HealthPillarState'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type HealthScoreResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthScore'] = ResolversParentTypes['HealthScore']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  asOfDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes['Freshness'], ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HealthHistoryPoint']>, ParentType, ContextType, RequireFields<HealthScoreHistoryArgs, 'days'>>;
  modelVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pillars?: Resolver<ReadonlyArray<ResolversTypes['HealthPillar']>, ParentType, ContextType>;
  previousScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  trend?: Resolver<Maybe<ResolversTypes['HealthTrend']>, ParentType, ContextType>;
};

export type HealthSegmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthSegment'] = ResolversParentTypes['HealthSegment']> = {
  bands?: Resolver<Maybe<ResolversTypes['HealthBands']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['HealthMetricRule']>, ParentType, ContextType>;
  missingPillarPolicy?: Resolver<Maybe<ResolversTypes['MissingPillarPolicy']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weights?: Resolver<Maybe<ResolversTypes['HealthWeights']>, ParentType, ContextType>;
  when?: Resolver<ResolversTypes['HealthSegmentCondition'], ParentType, ContextType>;
};

export type HealthSegmentAttributeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthSegmentAttribute'] = ResolversParentTypes['HealthSegmentAttribute']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HealthSegmentConditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthSegmentCondition'] = ResolversParentTypes['HealthSegmentCondition']> = {
  attribute?: Resolver<Maybe<ResolversTypes['HealthSegmentAttribute']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HealthSeparationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthSeparation'] = ResolversParentTypes['HealthSeparation']> = {
  daysBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recency?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type HealthWeightsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthWeights'] = ResolversParentTypes['HealthWeights']> = {
  adoption?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  financial?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type LarryAnsweredResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryAnswered'] = ResolversParentTypes['LarryAnswered']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  turn?: Resolver<ResolversTypes['LarryTurn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryFailedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryFailed'] = ResolversParentTypes['LarryFailed']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  turn?: Resolver<ResolversTypes['LarryTurn'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryFreshnessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryFreshness'] = ResolversParentTypes['LarryFreshness']> = {
  lastSyncedDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LarryFreshnessState'], ParentType, ContextType>;
};

export type LarryProposalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryProposal'] = ResolversParentTypes['LarryProposal']> = {
  input?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LarrySubjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarrySubject'] = ResolversParentTypes['LarrySubject']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LarryTextResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryText'] = ResolversParentTypes['LarryText']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryTextWithdrawnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTextWithdrawn'] = ResolversParentTypes['LarryTextWithdrawn']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryToolResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTool'] = ResolversParentTypes['LarryTool']> = {
  access?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outputSchema?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LarryToolFinishedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryToolFinished'] = ResolversParentTypes['LarryToolFinished']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['LarryToolUse'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryToolResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryToolResult'] = ResolversParentTypes['LarryToolResult']> = {
  about?: Resolver<ReadonlyArray<ResolversTypes['LarrySubject']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['LarryToolRefusal']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  freshness?: Resolver<Maybe<ResolversTypes['LarryFreshness']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  proposals?: Resolver<ReadonlyArray<ResolversTypes['LarryProposal']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  tool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LarryToolStartedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryToolStarted'] = ResolversParentTypes['LarryToolStarted']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryToolUseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryToolUse'] = ResolversParentTypes['LarryToolUse']> = {
  about?: Resolver<ReadonlyArray<ResolversTypes['LarrySubject']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['LarryToolRefusal']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  freshness?: Resolver<Maybe<ResolversTypes['LarryFreshness']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  tool?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LarryTurnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTurn'] = ResolversParentTypes['LarryTurn']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['Conversation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fallback?: Resolver<Maybe<ResolversTypes['LarryFallbackReason']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposals?: Resolver<ReadonlyArray<ResolversTypes['LarryProposal']>, ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  restsOn?: Resolver<ReadonlyArray<ResolversTypes['LarryToolUse']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['LarryAnswerSource']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LarryTurnState'], ParentType, ContextType>;
  unsupportedNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LarryTurnConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTurnConnection'] = ResolversParentTypes['LarryTurnConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LarryTurnEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LarryTurn']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LarryTurnEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTurnEdge'] = ResolversParentTypes['LarryTurnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LarryTurn'], ParentType, ContextType>;
};

export type LarryTurnEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LarryTurnEvent'] = ResolversParentTypes['LarryTurnEvent']> = {
  __resolveType: TypeResolveFn<'LarryAnswered' | 'LarryFailed' | 'LarryText' | 'LarryTextWithdrawn' | 'LarryToolFinished' | 'LarryToolStarted', ParentType, ContextType>;
};

export type LinkExternalAccountErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkExternalAccountError'] = ResolversParentTypes['LinkExternalAccountError']> = {
  code?: Resolver<ResolversTypes['LinkExternalAccountErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkExternalAccountPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkExternalAccountPayload'] = ResolversParentTypes['LinkExternalAccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  externalAccount?: Resolver<Maybe<ResolversTypes['ExternalAccount']>, ParentType, ContextType>;
  previousAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['LinkExternalAccountError']>, ParentType, ContextType>;
};

export type MappingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mapping'] = ResolversParentTypes['Mapping']> = {
  accountId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accountIdPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateFormat?: Resolver<ResolversTypes['DateFormat'], ParentType, ContextType>;
  datePath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricMapping']>, ParentType, ContextType>;
  reading?: Resolver<ResolversTypes['AnswerReading'], ParentType, ContextType>;
  rowsPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MappingPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MappingPreview'] = ResolversParentTypes['MappingPreview']> = {
  errorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mappedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matchedAccountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outsideWindowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['RowProblem']>, ParentType, ContextType>;
  result?: Resolver<ReadonlyArray<ResolversTypes['PreviewResultRow']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['PreviewRow']>, ParentType, ContextType>;
  skippedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unmatchedAccountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MappingSuggestionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MappingSuggestion'] = ResolversParentTypes['MappingSuggestion']> = {
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['AlternativeMapping']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['SuggestedField']>, ParentType, ContextType>;
  mapping?: Resolver<ResolversTypes['Mapping'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['SuggestionModelUse'], ParentType, ContextType>;
  preview?: Resolver<ResolversTypes['MappingPreview'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SuggestionSource'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['SuggestionWarning']>, ParentType, ContextType>;
};

export type MetricActivityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricActivity'] = ResolversParentTypes['MetricActivity']> = {
  aggregation?: Resolver<ResolversTypes['Aggregation'], ParentType, ContextType>;
  changeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MetricChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricChange'] = ResolversParentTypes['MetricChange']> = {
  changeRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MetricMappingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricMapping'] = ResolversParentTypes['MetricMapping']> = {
  aggregation?: Resolver<ResolversTypes['Aggregation'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MetricUsageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricUsage'] = ResolversParentTypes['MetricUsage']> = {
  activeDayShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  activeDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  aggregation?: Resolver<ResolversTypes['Aggregation'], ParentType, ContextType>;
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageWhenActive?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  baseline?: Resolver<ResolversTypes['UsageBaseline'], ParentType, ContextType>;
  changeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['UsagePoint']>, ParentType, ContextType>;
  previousTotal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type MetricValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricValue'] = ResolversParentTypes['MetricValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ModelBudgetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelBudget'] = ResolversParentTypes['ModelBudget']> = {
  callsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callsPerDayLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resetsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tokensPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tokensPerDayLimit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tokensUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeSignal?: Resolver<Maybe<ResolversTypes['AcknowledgeSignalPayload']>, ParentType, ContextType, RequireFields<MutationAcknowledgeSignalArgs, 'input'>>;
  askLarry?: Resolver<Maybe<ResolversTypes['AskLarryPayload']>, ParentType, ContextType, RequireFields<MutationAskLarryArgs, 'input'>>;
  backfillUsage?: Resolver<Maybe<ResolversTypes['BackfillUsagePayload']>, ParentType, ContextType, RequireFields<MutationBackfillUsageArgs, 'input'>>;
  backtestHealthModel?: Resolver<Maybe<ResolversTypes['BacktestHealthModelPayload']>, ParentType, ContextType, RequireFields<MutationBacktestHealthModelArgs, 'input'>>;
  connectCustomApi?: Resolver<Maybe<ResolversTypes['ConnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationConnectCustomApiArgs, 'input'>>;
  createApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createSavedView?: Resolver<Maybe<ResolversTypes['CreateSavedViewPayload']>, ParentType, ContextType, RequireFields<MutationCreateSavedViewArgs, 'input'>>;
  createWebhookEndpoint?: Resolver<Maybe<ResolversTypes['CreateWebhookEndpointPayload']>, ParentType, ContextType, RequireFields<MutationCreateWebhookEndpointArgs, 'input'>>;
  deleteConversation?: Resolver<Maybe<ResolversTypes['DeleteConversationPayload']>, ParentType, ContextType, RequireFields<MutationDeleteConversationArgs, 'input'>>;
  deleteSavedView?: Resolver<Maybe<ResolversTypes['DeleteSavedViewPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSavedViewArgs, 'input'>>;
  deleteWebhookEndpoint?: Resolver<Maybe<ResolversTypes['DeleteWebhookEndpointPayload']>, ParentType, ContextType, RequireFields<MutationDeleteWebhookEndpointArgs, 'input'>>;
  disconnectCustomApi?: Resolver<Maybe<ResolversTypes['DisconnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationDisconnectCustomApiArgs, 'input'>>;
  linkExternalAccount?: Resolver<Maybe<ResolversTypes['LinkExternalAccountPayload']>, ParentType, ContextType, RequireFields<MutationLinkExternalAccountArgs, 'input'>>;
  previewHealthModel?: Resolver<Maybe<ResolversTypes['PreviewHealthModelPayload']>, ParentType, ContextType, RequireFields<MutationPreviewHealthModelArgs, 'input'>>;
  previewMapping?: Resolver<Maybe<ResolversTypes['PreviewMappingPayload']>, ParentType, ContextType, RequireFields<MutationPreviewMappingArgs, 'input'>>;
  reconfigureCustomApi?: Resolver<Maybe<ResolversTypes['ReconfigureCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationReconfigureCustomApiArgs, 'input'>>;
  reconnectCustomApi?: Resolver<Maybe<ResolversTypes['ReconnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationReconnectCustomApiArgs, 'input'>>;
  recordBillingSnapshot?: Resolver<Maybe<ResolversTypes['RecordBillingSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationRecordBillingSnapshotArgs, 'input'>>;
  recordChurn?: Resolver<Maybe<ResolversTypes['RecordChurnPayload']>, ParentType, ContextType, RequireFields<MutationRecordChurnArgs, 'input'>>;
  recordRelationshipTouch?: Resolver<Maybe<ResolversTypes['RecordRelationshipTouchPayload']>, ParentType, ContextType, RequireFields<MutationRecordRelationshipTouchArgs, 'input'>>;
  recordSupportSnapshot?: Resolver<Maybe<ResolversTypes['RecordSupportSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationRecordSupportSnapshotArgs, 'input'>>;
  reopenSignal?: Resolver<Maybe<ResolversTypes['ReopenSignalPayload']>, ParentType, ContextType, RequireFields<MutationReopenSignalArgs, 'input'>>;
  replayWebhookDelivery?: Resolver<Maybe<ResolversTypes['ReplayWebhookDeliveryPayload']>, ParentType, ContextType, RequireFields<MutationReplayWebhookDeliveryArgs, 'input'>>;
  replayWebhookEvents?: Resolver<Maybe<ResolversTypes['ReplayWebhookEventsPayload']>, ParentType, ContextType, RequireFields<MutationReplayWebhookEventsArgs, 'input'>>;
  revokeApiKey?: Resolver<Maybe<ResolversTypes['RevokeApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['RotateWebhookSecretPayload']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  runSignalsNow?: Resolver<Maybe<ResolversTypes['RunSignalsNowPayload']>, ParentType, ContextType, RequireFields<MutationRunSignalsNowArgs, 'input'>>;
  saveMappingAndBackfill?: Resolver<Maybe<ResolversTypes['SaveMappingAndBackfillPayload']>, ParentType, ContextType, RequireFields<MutationSaveMappingAndBackfillArgs, 'input'>>;
  sendTestWebhook?: Resolver<Maybe<ResolversTypes['SendTestWebhookPayload']>, ParentType, ContextType, RequireFields<MutationSendTestWebhookArgs, 'input'>>;
  snoozeSignal?: Resolver<Maybe<ResolversTypes['SnoozeSignalPayload']>, ParentType, ContextType, RequireFields<MutationSnoozeSignalArgs, 'input'>>;
  suggestMapping?: Resolver<Maybe<ResolversTypes['SuggestMappingPayload']>, ParentType, ContextType, RequireFields<MutationSuggestMappingArgs, 'input'>>;
  syncNow?: Resolver<Maybe<ResolversTypes['SyncNowPayload']>, ParentType, ContextType, RequireFields<MutationSyncNowArgs, 'input'>>;
  unlinkExternalAccount?: Resolver<Maybe<ResolversTypes['UnlinkExternalAccountPayload']>, ParentType, ContextType, RequireFields<MutationUnlinkExternalAccountArgs, 'input'>>;
  updateEvaluationSchedule?: Resolver<Maybe<ResolversTypes['UpdateEvaluationSchedulePayload']>, ParentType, ContextType, RequireFields<MutationUpdateEvaluationScheduleArgs, 'input'>>;
  updateHealthModel?: Resolver<Maybe<ResolversTypes['UpdateHealthModelPayload']>, ParentType, ContextType, RequireFields<MutationUpdateHealthModelArgs, 'input'>>;
  updateModelBudget?: Resolver<Maybe<ResolversTypes['UpdateModelBudgetPayload']>, ParentType, ContextType, RequireFields<MutationUpdateModelBudgetArgs, 'input'>>;
  updateSavedView?: Resolver<Maybe<ResolversTypes['UpdateSavedViewPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSavedViewArgs, 'input'>>;
  updateSignalRules?: Resolver<Maybe<ResolversTypes['UpdateSignalRulesPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSignalRulesArgs, 'input'>>;
  updateWebhookEndpoint?: Resolver<Maybe<ResolversTypes['UpdateWebhookEndpointPayload']>, ParentType, ContextType, RequireFields<MutationUpdateWebhookEndpointArgs, 'input'>>;
  upsertAccounts?: Resolver<Maybe<ResolversTypes['UpsertAccountsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertAccountsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'ApiKey' | 'AuditEvent' | 'Conversation' | 'CustomApi' | 'HealthBacktest' | 'LarryTurn' | 'SavedView' | 'Signal' | 'SyncRun' | 'WebhookDelivery' | 'WebhookEndpoint' | 'WebhookEvent' | 'Workspace', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PagingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Paging'] = ResolversParentTypes['Paging']> = {
  firstPage?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PagingKind'], ParentType, ContextType>;
  maxPages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaymentEvidence'] = ResolversParentTypes['PaymentEvidence']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  overdueDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentOverdueRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaymentOverdueRules'] = ResolversParentTypes['PaymentOverdueRules']> = {
  overdueDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PreviewHealthModelErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewHealthModelError'] = ResolversParentTypes['PreviewHealthModelError']> = {
  code?: Resolver<ResolversTypes['PreviewHealthModelErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviewHealthModelPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewHealthModelPayload'] = ResolversParentTypes['PreviewHealthModelPayload']> = {
  preview?: Resolver<Maybe<ResolversTypes['HealthModelPreview']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PreviewHealthModelError']>, ParentType, ContextType>;
};

export type PreviewMappingErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewMappingError'] = ResolversParentTypes['PreviewMappingError']> = {
  code?: Resolver<ResolversTypes['PreviewMappingErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviewMappingPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewMappingPayload'] = ResolversParentTypes['PreviewMappingPayload']> = {
  preview?: Resolver<Maybe<ResolversTypes['MappingPreview']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PreviewMappingError']>, ParentType, ContextType>;
};

export type PreviewResultRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewResultRow'] = ResolversParentTypes['PreviewResultRow']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  externalCrmId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
};

export type PreviewRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PreviewRow'] = ResolversParentTypes['PreviewRow']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['RowIssue']>, ParentType, ContextType>;
  externalCrmId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
  outsideWindow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rowNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, Partial<QueryAccountArgs>>;
  accountUsage?: Resolver<Maybe<ResolversTypes['AccountUsage']>, ParentType, ContextType, RequireFields<QueryAccountUsageArgs, 'days'>>;
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  apiKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  conversation?: Resolver<Maybe<ResolversTypes['Conversation']>, ParentType, ContextType, RequireFields<QueryConversationArgs, 'id'>>;
  conversations?: Resolver<Maybe<ResolversTypes['ConversationConnection']>, ParentType, ContextType, RequireFields<QueryConversationsArgs, 'first'>>;
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  healthBacktest?: Resolver<Maybe<ResolversTypes['HealthBacktest']>, ParentType, ContextType, RequireFields<QueryHealthBacktestArgs, 'id'>>;
  healthModel?: Resolver<Maybe<ResolversTypes['HealthModel']>, ParentType, ContextType, Partial<QueryHealthModelArgs>>;
  healthModels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HealthModel']>>, ParentType, ContextType, RequireFields<QueryHealthModelsArgs, 'first'>>;
  healthScore?: Resolver<Maybe<ResolversTypes['HealthScore']>, ParentType, ContextType, Partial<QueryHealthScoreArgs>>;
  larryToolResult?: Resolver<Maybe<ResolversTypes['LarryToolResult']>, ParentType, ContextType, RequireFields<QueryLarryToolResultArgs, 'name'>>;
  larryTools?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LarryTool']>>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType, RequireFields<QuerySavedViewArgs, 'id'>>;
  savedViews?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SavedView']>>, ParentType, ContextType>;
  signalFeed?: Resolver<Maybe<ResolversTypes['SignalConnection']>, ParentType, ContextType, RequireFields<QuerySignalFeedArgs, 'first'>>;
  signalRules?: Resolver<Maybe<ResolversTypes['SignalRules']>, ParentType, ContextType>;
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType, RequireFields<QuerySyncRunArgs, 'id'>>;
  unmatchedAccounts?: Resolver<Maybe<ResolversTypes['UnmatchedAccountConnection']>, ParentType, ContextType, RequireFields<QueryUnmatchedAccountsArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  webhookEndpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WebhookEndpoint']>>, ParentType, ContextType>;
};

export type RecentMetricResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecentMetric'] = ResolversParentTypes['RecentMetric']> = {
  aggregation?: Resolver<ResolversTypes['Aggregation'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RecentUsageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecentUsage'] = ResolversParentTypes['RecentUsage']> = {
  firstUsedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastUsedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['RecentMetric']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ReconfigureCustomApiErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconfigureCustomApiError'] = ResolversParentTypes['ReconfigureCustomApiError']> = {
  code?: Resolver<ResolversTypes['ReconfigureCustomApiErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReconfigureCustomApiPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconfigureCustomApiPayload'] = ResolversParentTypes['ReconfigureCustomApiPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  test?: Resolver<Maybe<ResolversTypes['ConnectionTest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReconfigureCustomApiError']>, ParentType, ContextType>;
};

export type ReconnectCustomApiErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconnectCustomApiError'] = ResolversParentTypes['ReconnectCustomApiError']> = {
  code?: Resolver<ResolversTypes['ReconnectCustomApiErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReconnectCustomApiPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReconnectCustomApiPayload'] = ResolversParentTypes['ReconnectCustomApiPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  test?: Resolver<Maybe<ResolversTypes['ConnectionTest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReconnectCustomApiError']>, ParentType, ContextType>;
};

export type RecordBillingSnapshotErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordBillingSnapshotError'] = ResolversParentTypes['RecordBillingSnapshotError']> = {
  code?: Resolver<ResolversTypes['RecordBillingSnapshotErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordBillingSnapshotPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordBillingSnapshotPayload'] = ResolversParentTypes['RecordBillingSnapshotPayload']> = {
  changedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RecordBillingSnapshotError']>, ParentType, ContextType>;
};

export type RecordChurnErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordChurnError'] = ResolversParentTypes['RecordChurnError']> = {
  code?: Resolver<ResolversTypes['RecordChurnErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordChurnPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordChurnPayload'] = ResolversParentTypes['RecordChurnPayload']> = {
  changedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RecordChurnError']>, ParentType, ContextType>;
};

export type RecordRelationshipTouchErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordRelationshipTouchError'] = ResolversParentTypes['RecordRelationshipTouchError']> = {
  code?: Resolver<ResolversTypes['RecordRelationshipTouchErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordRelationshipTouchPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordRelationshipTouchPayload'] = ResolversParentTypes['RecordRelationshipTouchPayload']> = {
  changedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RecordRelationshipTouchError']>, ParentType, ContextType>;
};

export type RecordSupportSnapshotErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordSupportSnapshotError'] = ResolversParentTypes['RecordSupportSnapshotError']> = {
  code?: Resolver<ResolversTypes['RecordSupportSnapshotErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordSupportSnapshotPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordSupportSnapshotPayload'] = ResolversParentTypes['RecordSupportSnapshotPayload']> = {
  changedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RecordSupportSnapshotError']>, ParentType, ContextType>;
};

export type RelationshipTouchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RelationshipTouch'] = ResolversParentTypes['RelationshipTouch']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TouchKind'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['Sentiment']>, ParentType, ContextType>;
  touchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RenewalRiskEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RenewalRiskEvidence'] = ResolversParentTypes['RenewalRiskEvidence']> = {
  daysToRenewal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  healthScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  previousHealthScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['RenewalRiskReason']>, ParentType, ContextType>;
  renewalOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  usageChangeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenewalRiskRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RenewalRiskRules'] = ResolversParentTypes['RenewalRiskRules']> = {
  criticalDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  highDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mediumDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReopenSignalErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReopenSignalError'] = ResolversParentTypes['ReopenSignalError']> = {
  code?: Resolver<ResolversTypes['ReopenSignalErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReopenSignalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReopenSignalPayload'] = ResolversParentTypes['ReopenSignalPayload']> = {
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReopenSignalError']>, ParentType, ContextType>;
};

export type ReplayWebhookDeliveryErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayWebhookDeliveryError'] = ResolversParentTypes['ReplayWebhookDeliveryError']> = {
  code?: Resolver<ResolversTypes['ReplayWebhookDeliveryErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReplayWebhookDeliveryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayWebhookDeliveryPayload'] = ResolversParentTypes['ReplayWebhookDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReplayWebhookDeliveryError']>, ParentType, ContextType>;
};

export type ReplayWebhookEventsErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayWebhookEventsError'] = ResolversParentTypes['ReplayWebhookEventsError']> = {
  code?: Resolver<ResolversTypes['ReplayWebhookEventsErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReplayWebhookEventsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplayWebhookEventsPayload'] = ResolversParentTypes['ReplayWebhookEventsPayload']> = {
  replayedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ReplayWebhookEventsError']>, ParentType, ContextType>;
};

export type RevokeApiKeyErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyError'] = ResolversParentTypes['RevokeApiKeyError']> = {
  code?: Resolver<ResolversTypes['RevokeApiKeyErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RevokeApiKeyError']>, ParentType, ContextType>;
};

export type RotateWebhookSecretErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RotateWebhookSecretError'] = ResolversParentTypes['RotateWebhookSecretError']> = {
  code?: Resolver<ResolversTypes['RotateWebhookSecretErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RotateWebhookSecretPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RotateWebhookSecretPayload'] = ResolversParentTypes['RotateWebhookSecretPayload']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  previousSecretExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RotateWebhookSecretError']>, ParentType, ContextType>;
};

export type RowIssueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RowIssue'] = ResolversParentTypes['RowIssue']> = {
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RowProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RowProblem'] = ResolversParentTypes['RowProblem']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstRowNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunSignalsNowErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunSignalsNowError'] = ResolversParentTypes['RunSignalsNowError']> = {
  code?: Resolver<ResolversTypes['RunSignalsNowErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunSignalsNowPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunSignalsNowPayload'] = ResolversParentTypes['RunSignalsNowPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RunSignalsNowError']>, ParentType, ContextType>;
};

export type SampleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Sample'] = ResolversParentTypes['Sample']> = {
  fetchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fullBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SaveMappingAndBackfillErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaveMappingAndBackfillError'] = ResolversParentTypes['SaveMappingAndBackfillError']> = {
  code?: Resolver<ResolversTypes['SaveMappingAndBackfillErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SaveMappingAndBackfillPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaveMappingAndBackfillPayload'] = ResolversParentTypes['SaveMappingAndBackfillPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SaveMappingAndBackfillError']>, ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  columns?: Resolver<ReadonlyArray<ResolversTypes['SavedViewColumn']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderBy?: Resolver<ResolversTypes['SavedViewOrder'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SavedViewColumnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedViewColumn'] = ResolversParentTypes['SavedViewColumn']> = {
  field?: Resolver<ResolversTypes['AccountColumn'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SavedViewOrderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedViewOrder'] = ResolversParentTypes['SavedViewOrder']> = {
  direction?: Resolver<ResolversTypes['OrderDirection'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['AccountOrderField'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SendTestWebhookErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SendTestWebhookError'] = ResolversParentTypes['SendTestWebhookError']> = {
  code?: Resolver<ResolversTypes['SendTestWebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SendTestWebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SendTestWebhookPayload'] = ResolversParentTypes['SendTestWebhookPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SendTestWebhookError']>, ParentType, ContextType>;
};

export type SignalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Signal'] = ResolversParentTypes['Signal']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['SignalEvidence'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  raisedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['SignalSeverity'], ParentType, ContextType>;
  snoozedUntilAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SignalType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignalAnnotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignalAnnotation'] = ResolversParentTypes['SignalAnnotation']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['SignalAnnotationEvent'], ParentType, ContextType>;
  signal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignalConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignalConnection'] = ResolversParentTypes['SignalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SignalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Signal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignalEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignalEdge'] = ResolversParentTypes['SignalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Signal'], ParentType, ContextType>;
};

export type SignalEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignalEvidence'] = ResolversParentTypes['SignalEvidence']> = {
  __resolveType: TypeResolveFn<'ChurnRiskEvidence' | 'DisengagementEvidence' | 'ExpansionEvidence' | 'PaymentEvidence' | 'RenewalRiskEvidence' | 'SubscriptionEvidence' | 'UsageDeclineEvidence' | 'UsageRevenueMismatchEvidence', ParentType, ContextType>;
};

export type SignalRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignalRules'] = ResolversParentTypes['SignalRules']> = {
  churnRisk?: Resolver<ResolversTypes['ChurnRiskRules'], ParentType, ContextType>;
  disabledTypes?: Resolver<ReadonlyArray<ResolversTypes['SignalType']>, ParentType, ContextType>;
  disengagement?: Resolver<ResolversTypes['DisengagementRules'], ParentType, ContextType>;
  expansion?: Resolver<ResolversTypes['ExpansionRules'], ParentType, ContextType>;
  paymentOverdue?: Resolver<ResolversTypes['PaymentOverdueRules'], ParentType, ContextType>;
  renewalRisk?: Resolver<ResolversTypes['RenewalRiskRules'], ParentType, ContextType>;
  savedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subscriptionDowngrade?: Resolver<ResolversTypes['SubscriptionDowngradeRules'], ParentType, ContextType>;
  usageDecline?: Resolver<ResolversTypes['UsageDeclineRules'], ParentType, ContextType>;
  usageRevenueMismatch?: Resolver<ResolversTypes['UsageRevenueMismatchRules'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SnoozeSignalErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SnoozeSignalError'] = ResolversParentTypes['SnoozeSignalError']> = {
  code?: Resolver<ResolversTypes['SnoozeSignalErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SnoozeSignalPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SnoozeSignalPayload'] = ResolversParentTypes['SnoozeSignalPayload']> = {
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SnoozeSignalError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  larryTurnProgressed?: SubscriptionResolver<Maybe<ResolversTypes['LarryTurnEvent']>, "larryTurnProgressed", ParentType, ContextType, RequireFields<SubscriptionLarryTurnProgressedArgs, 'afterSequence' | 'turnId'>>;
  signalRaised?: SubscriptionResolver<Maybe<ResolversTypes['Signal']>, "signalRaised", ParentType, ContextType, Partial<SubscriptionSignalRaisedArgs>>;
  syncRunProgressed?: SubscriptionResolver<Maybe<ResolversTypes['SyncRun']>, "syncRunProgressed", ParentType, ContextType, RequireFields<SubscriptionSyncRunProgressedArgs, 'customApiId'>>;
};

export type SubscriptionDowngradeRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionDowngradeRules'] = ResolversParentTypes['SubscriptionDowngradeRules']> = {
  fallRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SubscriptionEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubscriptionEvidence'] = ResolversParentTypes['SubscriptionEvidence']> = {
  changeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  previousDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  previousMrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SuggestMappingErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestMappingError'] = ResolversParentTypes['SuggestMappingError']> = {
  code?: Resolver<ResolversTypes['SuggestMappingErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SuggestMappingPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestMappingPayload'] = ResolversParentTypes['SuggestMappingPayload']> = {
  suggestion?: Resolver<Maybe<ResolversTypes['MappingSuggestion']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SuggestMappingError']>, ParentType, ContextType>;
};

export type SuggestedFieldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestedField'] = ResolversParentTypes['SuggestedField']> = {
  alternatives?: Resolver<ReadonlyArray<ResolversTypes['FieldAlternative']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SuggestionModelUseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestionModelUse'] = ResolversParentTypes['SuggestionModelUse']> = {
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['SuggestionModelNote']>, ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SuggestionWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuggestionWarning'] = ResolversParentTypes['SuggestionWarning']> = {
  code?: Resolver<ResolversTypes['SuggestionWarningCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupportSnapshotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SupportSnapshot'] = ResolversParentTypes['SupportSnapshot']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  firstResponseHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  oldestTicketHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  openTickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfactionRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  urgentTickets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SyncAnnotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncAnnotation'] = ResolversParentTypes['SyncAnnotation']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncAnnotationKind'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncNowErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncNowError'] = ResolversParentTypes['SyncNowError']> = {
  code?: Resolver<ResolversTypes['SyncNowErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SyncNowPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncNowPayload'] = ResolversParentTypes['SyncNowPayload']> = {
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SyncNowError']>, ParentType, ContextType>;
};

export type SyncRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SyncRunError']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SyncRunKind'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  responseBytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rowErrorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowProblems?: Resolver<ReadonlyArray<ResolversTypes['RowProblem']>, ParentType, ContextType>;
  rowsFetched?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsOutsideWindow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsSkipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsStored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SyncRunStatus'], ParentType, ContextType>;
  storedThroughDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unmatchedAccountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunConnection'] = ResolversParentTypes['SyncRunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SyncRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SyncRunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunEdge'] = ResolversParentTypes['SyncRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
};

export type SyncRunErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunError'] = ResolversParentTypes['SyncRunError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnlinkExternalAccountErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnlinkExternalAccountError'] = ResolversParentTypes['UnlinkExternalAccountError']> = {
  code?: Resolver<ResolversTypes['UnlinkExternalAccountErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnlinkExternalAccountPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnlinkExternalAccountPayload'] = ResolversParentTypes['UnlinkExternalAccountPayload']> = {
  externalAccount?: Resolver<Maybe<ResolversTypes['ExternalAccount']>, ParentType, ContextType>;
  previousAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UnlinkExternalAccountError']>, ParentType, ContextType>;
};

export type UnmatchedAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnmatchedAccount'] = ResolversParentTypes['UnmatchedAccount']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastSeenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['AccountSuggestion']>, ParentType, ContextType>;
};

export type UnmatchedAccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnmatchedAccountConnection'] = ResolversParentTypes['UnmatchedAccountConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UnmatchedAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UnmatchedAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnmatchedAccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnmatchedAccountEdge'] = ResolversParentTypes['UnmatchedAccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UnmatchedAccount'], ParentType, ContextType>;
};

export type UpdateEvaluationScheduleErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateEvaluationScheduleError'] = ResolversParentTypes['UpdateEvaluationScheduleError']> = {
  code?: Resolver<ResolversTypes['UpdateEvaluationScheduleErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateEvaluationSchedulePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateEvaluationSchedulePayload'] = ResolversParentTypes['UpdateEvaluationSchedulePayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateEvaluationScheduleError']>, ParentType, ContextType>;
};

export type UpdateHealthModelErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateHealthModelError'] = ResolversParentTypes['UpdateHealthModelError']> = {
  code?: Resolver<ResolversTypes['UpdateHealthModelErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateHealthModelPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateHealthModelPayload'] = ResolversParentTypes['UpdateHealthModelPayload']> = {
  healthModel?: Resolver<Maybe<ResolversTypes['HealthModel']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateHealthModelError']>, ParentType, ContextType>;
};

export type UpdateModelBudgetErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateModelBudgetError'] = ResolversParentTypes['UpdateModelBudgetError']> = {
  code?: Resolver<ResolversTypes['UpdateModelBudgetErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateModelBudgetPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateModelBudgetPayload'] = ResolversParentTypes['UpdateModelBudgetPayload']> = {
  modelBudget?: Resolver<Maybe<ResolversTypes['ModelBudget']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateModelBudgetError']>, ParentType, ContextType>;
};

export type UpdateSavedViewErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateSavedViewError'] = ResolversParentTypes['UpdateSavedViewError']> = {
  code?: Resolver<ResolversTypes['UpdateSavedViewErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateSavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateSavedViewPayload'] = ResolversParentTypes['UpdateSavedViewPayload']> = {
  savedView?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateSavedViewError']>, ParentType, ContextType>;
};

export type UpdateSignalRulesErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateSignalRulesError'] = ResolversParentTypes['UpdateSignalRulesError']> = {
  code?: Resolver<ResolversTypes['UpdateSignalRulesErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateSignalRulesPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateSignalRulesPayload'] = ResolversParentTypes['UpdateSignalRulesPayload']> = {
  signalRules?: Resolver<Maybe<ResolversTypes['SignalRules']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateSignalRulesError']>, ParentType, ContextType>;
};

export type UpdateWebhookEndpointErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateWebhookEndpointError'] = ResolversParentTypes['UpdateWebhookEndpointError']> = {
  code?: Resolver<ResolversTypes['UpdateWebhookEndpointErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateWebhookEndpointPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateWebhookEndpointPayload'] = ResolversParentTypes['UpdateWebhookEndpointPayload']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateWebhookEndpointError']>, ParentType, ContextType>;
};

export type UpsertAccountsErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertAccountsError'] = ResolversParentTypes['UpsertAccountsError']> = {
  code?: Resolver<ResolversTypes['UpsertAccountsErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpsertAccountsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertAccountsPayload'] = ResolversParentTypes['UpsertAccountsPayload']> = {
  accounts?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  createdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpsertAccountsError']>, ParentType, ContextType>;
};

export type UsageAnnotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageAnnotation'] = ResolversParentTypes['UsageAnnotation']> = {
  __resolveType: TypeResolveFn<'GapAnnotation' | 'SignalAnnotation' | 'SyncAnnotation', ParentType, ContextType>;
};

export type UsageAnomalyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageAnomaly'] = ResolversParentTypes['UsageAnomaly']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['UsageAnomalyDirection'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lower?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  upper?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UsageBaselineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageBaseline'] = ResolversParentTypes['UsageBaseline']> = {
  anomalies?: Resolver<ReadonlyArray<ResolversTypes['UsageAnomaly']>, ParentType, ContextType>;
  expected?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  lower?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  upper?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type UsageDeclineEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageDeclineEvidence'] = ResolversParentTypes['UsageDeclineEvidence']> = {
  changeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricChange']>, ParentType, ContextType>;
  previousValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  throughDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UsageDeclineRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageDeclineRules'] = ResolversParentTypes['UsageDeclineRules']> = {
  fallRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  leastCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  leastShareOfUsual?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  resolveRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UsagePointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsagePoint'] = ResolversParentTypes['UsagePoint']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UsageRevenueMismatchEvidenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageRevenueMismatchEvidence'] = ResolversParentTypes['UsageRevenueMismatchEvidence']> = {
  direction?: Resolver<ResolversTypes['MismatchDirection'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricChange']>, ParentType, ContextType>;
  mrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mrrDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  previousMrr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  previousMrrDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  throughDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  usageChangeRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UsageRevenueMismatchRulesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageRevenueMismatchRules'] = ResolversParentTypes['UsageRevenueMismatchRules']> = {
  changeRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  flatRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['WebhookAttemptError']>, ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WebhookAttemptErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookAttemptError'] = ResolversParentTypes['WebhookAttemptError']> = {
  code?: Resolver<ResolversTypes['WebhookAttemptErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attempts?: Resolver<ReadonlyArray<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['WebhookEvent'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookEndpointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookEndpoint'] = ResolversParentTypes['WebhookEndpoint']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<WebhookEndpointDeliveriesArgs, 'first'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabledReason?: Resolver<Maybe<ResolversTypes['WebhookDisabledReason']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventTypes?: Resolver<ReadonlyArray<ResolversTypes['WebhookEventType']>, ParentType, ContextType>;
  failingStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookEvent'] = ResolversParentTypes['WebhookEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  modelBudget?: Resolver<Maybe<ResolversTypes['ModelBudget']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountActivity?: AccountActivityResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountSuggestion?: AccountSuggestionResolvers<ContextType>;
  AccountUsage?: AccountUsageResolvers<ContextType>;
  AcknowledgeSignalError?: AcknowledgeSignalErrorResolvers<ContextType>;
  AcknowledgeSignalPayload?: AcknowledgeSignalPayloadResolvers<ContextType>;
  AlternativeMapping?: AlternativeMappingResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  AskLarryError?: AskLarryErrorResolvers<ContextType>;
  AskLarryPayload?: AskLarryPayloadResolvers<ContextType>;
  AuditActor?: AuditActorResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  BackfillUsageError?: BackfillUsageErrorResolvers<ContextType>;
  BackfillUsagePayload?: BackfillUsagePayloadResolvers<ContextType>;
  BacktestHealthModelError?: BacktestHealthModelErrorResolvers<ContextType>;
  BacktestHealthModelPayload?: BacktestHealthModelPayloadResolvers<ContextType>;
  Banner?: BannerResolvers<ContextType>;
  BillingSnapshot?: BillingSnapshotResolvers<ContextType>;
  Churn?: ChurnResolvers<ContextType>;
  ChurnCondition?: ChurnConditionResolvers<ContextType>;
  ChurnRiskEvidence?: ChurnRiskEvidenceResolvers<ContextType>;
  ChurnRiskRules?: ChurnRiskRulesResolvers<ContextType>;
  ChurnRiskWeights?: ChurnRiskWeightsResolvers<ContextType>;
  ConnectCustomApiError?: ConnectCustomApiErrorResolvers<ContextType>;
  ConnectCustomApiPayload?: ConnectCustomApiPayloadResolvers<ContextType>;
  ConnectionTest?: ConnectionTestResolvers<ContextType>;
  Conversation?: ConversationResolvers<ContextType>;
  ConversationConnection?: ConversationConnectionResolvers<ContextType>;
  ConversationEdge?: ConversationEdgeResolvers<ContextType>;
  CreateApiKeyError?: CreateApiKeyErrorResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateSavedViewError?: CreateSavedViewErrorResolvers<ContextType>;
  CreateSavedViewPayload?: CreateSavedViewPayloadResolvers<ContextType>;
  CreateWebhookEndpointError?: CreateWebhookEndpointErrorResolvers<ContextType>;
  CreateWebhookEndpointPayload?: CreateWebhookEndpointPayloadResolvers<ContextType>;
  CustomApi?: CustomApiResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DayRange?: DayRangeResolvers<ContextType>;
  DeleteConversationError?: DeleteConversationErrorResolvers<ContextType>;
  DeleteConversationPayload?: DeleteConversationPayloadResolvers<ContextType>;
  DeleteSavedViewError?: DeleteSavedViewErrorResolvers<ContextType>;
  DeleteSavedViewPayload?: DeleteSavedViewPayloadResolvers<ContextType>;
  DeleteWebhookEndpointError?: DeleteWebhookEndpointErrorResolvers<ContextType>;
  DeleteWebhookEndpointPayload?: DeleteWebhookEndpointPayloadResolvers<ContextType>;
  DisconnectCustomApiError?: DisconnectCustomApiErrorResolvers<ContextType>;
  DisconnectCustomApiPayload?: DisconnectCustomApiPayloadResolvers<ContextType>;
  DisengagementEvidence?: DisengagementEvidenceResolvers<ContextType>;
  DisengagementRules?: DisengagementRulesResolvers<ContextType>;
  Evaluation?: EvaluationResolvers<ContextType>;
  EvaluationOutcome?: EvaluationOutcomeResolvers<ContextType>;
  ExpansionEvidence?: ExpansionEvidenceResolvers<ContextType>;
  ExpansionRules?: ExpansionRulesResolvers<ContextType>;
  ExternalAccount?: ExternalAccountResolvers<ContextType>;
  FieldAlternative?: FieldAlternativeResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  GapAnnotation?: GapAnnotationResolvers<ContextType>;
  HealthAlertQuality?: HealthAlertQualityResolvers<ContextType>;
  HealthBacktest?: HealthBacktestResolvers<ContextType>;
  HealthBacktestResult?: HealthBacktestResultResolvers<ContextType>;
  HealthBandMove?: HealthBandMoveResolvers<ContextType>;
  HealthBandShift?: HealthBandShiftResolvers<ContextType>;
  HealthBands?: HealthBandsResolvers<ContextType>;
  HealthCheckpoint?: HealthCheckpointResolvers<ContextType>;
  HealthHistoryPoint?: HealthHistoryPointResolvers<ContextType>;
  HealthInput?: HealthInputResolvers<ContextType>;
  HealthLeadTime?: HealthLeadTimeResolvers<ContextType>;
  HealthMetricRule?: HealthMetricRuleResolvers<ContextType>;
  HealthModel?: HealthModelResolvers<ContextType>;
  HealthModelPreview?: HealthModelPreviewResolvers<ContextType>;
  HealthMover?: HealthMoverResolvers<ContextType>;
  HealthPillar?: HealthPillarResolvers<ContextType>;
  HealthScore?: HealthScoreResolvers<ContextType>;
  HealthSegment?: HealthSegmentResolvers<ContextType>;
  HealthSegmentAttribute?: HealthSegmentAttributeResolvers<ContextType>;
  HealthSegmentCondition?: HealthSegmentConditionResolvers<ContextType>;
  HealthSeparation?: HealthSeparationResolvers<ContextType>;
  HealthWeights?: HealthWeightsResolvers<ContextType>;
  JSONObject?: GraphQLScalarType;
  LarryAnswered?: LarryAnsweredResolvers<ContextType>;
  LarryFailed?: LarryFailedResolvers<ContextType>;
  LarryFreshness?: LarryFreshnessResolvers<ContextType>;
  LarryProposal?: LarryProposalResolvers<ContextType>;
  LarrySubject?: LarrySubjectResolvers<ContextType>;
  LarryText?: LarryTextResolvers<ContextType>;
  LarryTextWithdrawn?: LarryTextWithdrawnResolvers<ContextType>;
  LarryTool?: LarryToolResolvers<ContextType>;
  LarryToolFinished?: LarryToolFinishedResolvers<ContextType>;
  LarryToolResult?: LarryToolResultResolvers<ContextType>;
  LarryToolStarted?: LarryToolStartedResolvers<ContextType>;
  LarryToolUse?: LarryToolUseResolvers<ContextType>;
  LarryTurn?: LarryTurnResolvers<ContextType>;
  LarryTurnConnection?: LarryTurnConnectionResolvers<ContextType>;
  LarryTurnEdge?: LarryTurnEdgeResolvers<ContextType>;
  LarryTurnEvent?: LarryTurnEventResolvers<ContextType>;
  LinkExternalAccountError?: LinkExternalAccountErrorResolvers<ContextType>;
  LinkExternalAccountPayload?: LinkExternalAccountPayloadResolvers<ContextType>;
  Mapping?: MappingResolvers<ContextType>;
  MappingPreview?: MappingPreviewResolvers<ContextType>;
  MappingSuggestion?: MappingSuggestionResolvers<ContextType>;
  MetricActivity?: MetricActivityResolvers<ContextType>;
  MetricChange?: MetricChangeResolvers<ContextType>;
  MetricMapping?: MetricMappingResolvers<ContextType>;
  MetricUsage?: MetricUsageResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  ModelBudget?: ModelBudgetResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Paging?: PagingResolvers<ContextType>;
  PaymentEvidence?: PaymentEvidenceResolvers<ContextType>;
  PaymentOverdueRules?: PaymentOverdueRulesResolvers<ContextType>;
  PreviewHealthModelError?: PreviewHealthModelErrorResolvers<ContextType>;
  PreviewHealthModelPayload?: PreviewHealthModelPayloadResolvers<ContextType>;
  PreviewMappingError?: PreviewMappingErrorResolvers<ContextType>;
  PreviewMappingPayload?: PreviewMappingPayloadResolvers<ContextType>;
  PreviewResultRow?: PreviewResultRowResolvers<ContextType>;
  PreviewRow?: PreviewRowResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecentMetric?: RecentMetricResolvers<ContextType>;
  RecentUsage?: RecentUsageResolvers<ContextType>;
  ReconfigureCustomApiError?: ReconfigureCustomApiErrorResolvers<ContextType>;
  ReconfigureCustomApiPayload?: ReconfigureCustomApiPayloadResolvers<ContextType>;
  ReconnectCustomApiError?: ReconnectCustomApiErrorResolvers<ContextType>;
  ReconnectCustomApiPayload?: ReconnectCustomApiPayloadResolvers<ContextType>;
  RecordBillingSnapshotError?: RecordBillingSnapshotErrorResolvers<ContextType>;
  RecordBillingSnapshotPayload?: RecordBillingSnapshotPayloadResolvers<ContextType>;
  RecordChurnError?: RecordChurnErrorResolvers<ContextType>;
  RecordChurnPayload?: RecordChurnPayloadResolvers<ContextType>;
  RecordRelationshipTouchError?: RecordRelationshipTouchErrorResolvers<ContextType>;
  RecordRelationshipTouchPayload?: RecordRelationshipTouchPayloadResolvers<ContextType>;
  RecordSupportSnapshotError?: RecordSupportSnapshotErrorResolvers<ContextType>;
  RecordSupportSnapshotPayload?: RecordSupportSnapshotPayloadResolvers<ContextType>;
  RelationshipTouch?: RelationshipTouchResolvers<ContextType>;
  RenewalRiskEvidence?: RenewalRiskEvidenceResolvers<ContextType>;
  RenewalRiskRules?: RenewalRiskRulesResolvers<ContextType>;
  ReopenSignalError?: ReopenSignalErrorResolvers<ContextType>;
  ReopenSignalPayload?: ReopenSignalPayloadResolvers<ContextType>;
  ReplayWebhookDeliveryError?: ReplayWebhookDeliveryErrorResolvers<ContextType>;
  ReplayWebhookDeliveryPayload?: ReplayWebhookDeliveryPayloadResolvers<ContextType>;
  ReplayWebhookEventsError?: ReplayWebhookEventsErrorResolvers<ContextType>;
  ReplayWebhookEventsPayload?: ReplayWebhookEventsPayloadResolvers<ContextType>;
  RevokeApiKeyError?: RevokeApiKeyErrorResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RotateWebhookSecretError?: RotateWebhookSecretErrorResolvers<ContextType>;
  RotateWebhookSecretPayload?: RotateWebhookSecretPayloadResolvers<ContextType>;
  RowIssue?: RowIssueResolvers<ContextType>;
  RowProblem?: RowProblemResolvers<ContextType>;
  RunSignalsNowError?: RunSignalsNowErrorResolvers<ContextType>;
  RunSignalsNowPayload?: RunSignalsNowPayloadResolvers<ContextType>;
  Sample?: SampleResolvers<ContextType>;
  SaveMappingAndBackfillError?: SaveMappingAndBackfillErrorResolvers<ContextType>;
  SaveMappingAndBackfillPayload?: SaveMappingAndBackfillPayloadResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  SavedViewColumn?: SavedViewColumnResolvers<ContextType>;
  SavedViewOrder?: SavedViewOrderResolvers<ContextType>;
  SendTestWebhookError?: SendTestWebhookErrorResolvers<ContextType>;
  SendTestWebhookPayload?: SendTestWebhookPayloadResolvers<ContextType>;
  Signal?: SignalResolvers<ContextType>;
  SignalAnnotation?: SignalAnnotationResolvers<ContextType>;
  SignalConnection?: SignalConnectionResolvers<ContextType>;
  SignalEdge?: SignalEdgeResolvers<ContextType>;
  SignalEvidence?: SignalEvidenceResolvers<ContextType>;
  SignalRules?: SignalRulesResolvers<ContextType>;
  SnoozeSignalError?: SnoozeSignalErrorResolvers<ContextType>;
  SnoozeSignalPayload?: SnoozeSignalPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SubscriptionDowngradeRules?: SubscriptionDowngradeRulesResolvers<ContextType>;
  SubscriptionEvidence?: SubscriptionEvidenceResolvers<ContextType>;
  SuggestMappingError?: SuggestMappingErrorResolvers<ContextType>;
  SuggestMappingPayload?: SuggestMappingPayloadResolvers<ContextType>;
  SuggestedField?: SuggestedFieldResolvers<ContextType>;
  SuggestionModelUse?: SuggestionModelUseResolvers<ContextType>;
  SuggestionWarning?: SuggestionWarningResolvers<ContextType>;
  SupportSnapshot?: SupportSnapshotResolvers<ContextType>;
  SyncAnnotation?: SyncAnnotationResolvers<ContextType>;
  SyncNowError?: SyncNowErrorResolvers<ContextType>;
  SyncNowPayload?: SyncNowPayloadResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncRunConnection?: SyncRunConnectionResolvers<ContextType>;
  SyncRunEdge?: SyncRunEdgeResolvers<ContextType>;
  SyncRunError?: SyncRunErrorResolvers<ContextType>;
  UnlinkExternalAccountError?: UnlinkExternalAccountErrorResolvers<ContextType>;
  UnlinkExternalAccountPayload?: UnlinkExternalAccountPayloadResolvers<ContextType>;
  UnmatchedAccount?: UnmatchedAccountResolvers<ContextType>;
  UnmatchedAccountConnection?: UnmatchedAccountConnectionResolvers<ContextType>;
  UnmatchedAccountEdge?: UnmatchedAccountEdgeResolvers<ContextType>;
  UpdateEvaluationScheduleError?: UpdateEvaluationScheduleErrorResolvers<ContextType>;
  UpdateEvaluationSchedulePayload?: UpdateEvaluationSchedulePayloadResolvers<ContextType>;
  UpdateHealthModelError?: UpdateHealthModelErrorResolvers<ContextType>;
  UpdateHealthModelPayload?: UpdateHealthModelPayloadResolvers<ContextType>;
  UpdateModelBudgetError?: UpdateModelBudgetErrorResolvers<ContextType>;
  UpdateModelBudgetPayload?: UpdateModelBudgetPayloadResolvers<ContextType>;
  UpdateSavedViewError?: UpdateSavedViewErrorResolvers<ContextType>;
  UpdateSavedViewPayload?: UpdateSavedViewPayloadResolvers<ContextType>;
  UpdateSignalRulesError?: UpdateSignalRulesErrorResolvers<ContextType>;
  UpdateSignalRulesPayload?: UpdateSignalRulesPayloadResolvers<ContextType>;
  UpdateWebhookEndpointError?: UpdateWebhookEndpointErrorResolvers<ContextType>;
  UpdateWebhookEndpointPayload?: UpdateWebhookEndpointPayloadResolvers<ContextType>;
  UpsertAccountsError?: UpsertAccountsErrorResolvers<ContextType>;
  UpsertAccountsPayload?: UpsertAccountsPayloadResolvers<ContextType>;
  UsageAnnotation?: UsageAnnotationResolvers<ContextType>;
  UsageAnomaly?: UsageAnomalyResolvers<ContextType>;
  UsageBaseline?: UsageBaselineResolvers<ContextType>;
  UsageDeclineEvidence?: UsageDeclineEvidenceResolvers<ContextType>;
  UsageDeclineRules?: UsageDeclineRulesResolvers<ContextType>;
  UsagePoint?: UsagePointResolvers<ContextType>;
  UsageRevenueMismatchEvidence?: UsageRevenueMismatchEvidenceResolvers<ContextType>;
  UsageRevenueMismatchRules?: UsageRevenueMismatchRulesResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookAttemptError?: WebhookAttemptErrorResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEndpoint?: WebhookEndpointResolvers<ContextType>;
  WebhookEvent?: WebhookEventResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
};

