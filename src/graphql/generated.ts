import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Account as AccountModel } from '../features/accounts/index.ts';
import type { ApiKey as ApiKeyModel, AuditEvent as AuditEventModel, Workspace as WorkspaceModel } from '../features/workspaces/index.ts';
import type { Banner as BannerModel, CustomApi as CustomApiModel, SyncRun as SyncRunModel, PreviewedRow as PreviewedRowModel, Mapping as MappingModel, Paging as PagingModel, MappingPreview as MappingPreviewModel, ConnectionTest as ConnectionTestModel } from '../features/sources/index.ts';
import type { AccountUsage as AccountUsageModel, Suggestion as SuggestionModel, ExternalAccount as ExternalAccountModel, UnmatchedAccount as UnmatchedAccountModel, RecentUsage as RecentUsageModel, MetricUsage as MetricUsageModel, UsageBaseline as UsageBaselineModel } from '../features/usage/index.ts';
import type { AccountConnection as AccountConnectionModel, AuditEventConnection as AuditEventConnectionModel, UnmatchedAccountConnection as UnmatchedAccountConnectionModel } from './connection.ts';
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
  /** Annual recurring revenue, in the workspace's own currency; null when not given. */
  readonly arr?: Maybe<Scalars['Float']['output']>;
  /** Further facts of the company's choosing. Empty when none were given. */
  readonly attributes: Scalars['JSONObject']['output'];
  /** When the account was first given. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The ids that usage comes under for the account: its own externalCrmId, unless that is linked to another account, then those linked to it, the latest first. Usage of several ids combines day by day: SUM adds up, MAX takes the largest, LAST takes the value of the first of them that has one. */
  readonly externalAccounts: ReadonlyArray<ExternalAccount>;
  /** The company's own identifier for the account. Usage rows are tied to accounts by it, compared exactly, case included; and by links, see `externalAccounts`. */
  readonly externalCrmId: Scalars['String']['output'];
  /** The account's id, `acc_…`. */
  readonly id: Scalars['ID']['output'];
  /** The account's name. */
  readonly name: Scalars['String']['output'];
  /** Who looks after the account, such as a name or an e-mail address; null when not given. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** The plan the account is on; null when not given. */
  readonly plan?: Maybe<Scalars['String']['output']>;
  /** The 30 days up to the last synchronised day, from a summary kept at each synchronisation; null for an account without usage. */
  readonly recentUsage?: Maybe<RecentUsage>;
  /** Where the account is; null when not given. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** The day the contract renews; null when not given. */
  readonly renewalOn?: Maybe<Scalars['Date']['output']>;
  /** Seats sold; null when not given. */
  readonly seats?: Maybe<Scalars['Int']['output']>;
  /** When the account last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** How the account used the product: the last `days` full days, or `from` to `to`. Null only when the range or a metric is not acceptable, which `errors` explains. */
  readonly usage?: Maybe<AccountUsage>;
};


/** A customer of the company: the unit that usage, health and signals are about. */
export type AccountUsageArgs = {
  days: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  metrics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** One attribute that accounts must have. */
export type AccountAttributeFilter = {
  /** The attribute's name. */
  readonly name: Scalars['String']['input'];
  /** Its value. Text matches text; numbers and booleans match their JSON spelling, such as `12` or `true`. */
  readonly value: Scalars['String']['input'];
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
  /** Attributes the account must have, each with exactly this value; at most 10. */
  readonly attributes?: InputMaybe<ReadonlyArray<AccountAttributeFilter>>;
  /** The plan, exactly. */
  readonly plan?: InputMaybe<Scalars['String']['input']>;
  /** The region, exactly. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name or of the external CRM id, in any case; at most 200 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** How accounts are ordered. Ties are ordered by id. */
export type AccountOrder = {
  /** Which way. */
  readonly direction: OrderDirection;
  /** What to order by. */
  readonly field: AccountOrderField;
};

/** What accounts can be ordered by. */
export type AccountOrderField =
  /** Annual recurring revenue. */
  | 'ARR'
  /** When the account was first given. */
  | 'CREATED_AT'
  /** The external CRM id, by Unicode code point. */
  | 'EXTERNAL_CRM_ID'
  /** The account's name, by Unicode code point. */
  | 'NAME'
  /** The day the contract renews. */
  | 'RENEWAL_ON'
  /** Seats sold. */
  | 'SEATS';

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

/** How several rows for one day and account become one value, and how days become a period. */
export type Aggregation =
  /** The last one in the answer: for gauges, such as active seats. Periods have a latest value and an average, never a sum. */
  | 'LAST'
  /** The largest: for peaks. Periods have a latest value and an average, never a sum. */
  | 'MAX'
  /** Added up: for counts, such as calls or orders. */
  | 'SUM';

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
  /** An id that usage comes under was tied to an account. Subject: that id. Details: `accountId`, and `previousAccountId`, null when it was tied to none. */
  | 'EXTERNAL_ACCOUNT_LINKED'
  /** An id that usage comes under was untied from an account. Subject: that id. Details: `accountId`. */
  | 'EXTERNAL_ACCOUNT_UNLINKED'
  /** A mapping was saved. Subject: the custom API's id. Details: the mapping `before` (null for the first one) and `after`, and the `days` of history asked for. */
  | 'MAPPING_SAVED';

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

/** What to tell people about a connection. */
export type Banner = {
  readonly __typename?: 'Banner';
  /** The reason, to switch on: `STALE`, or the code of the failed run, such as `CREDENTIALS_REFUSED`. */
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
  /** No synchronisation has succeeded for more than 36 hours; it is still being tried. */
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
  /** What the endpoint answered when it was last connected, reconnected or reconfigured, cut to 8 KB; null once a mapping is saved, and 24 hours after the answer. */
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
  readonly averagePerActiveDay?: Maybe<Scalars['Float']['output']>;
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

/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Fetches days of the past, to fill a gap or because they changed upstream. Needs ADMIN. Done 30 days at a time, the oldest first. */
  readonly backfillUsage?: Maybe<BackfillUsagePayload>;
  /** Calls an endpoint for the last 7 days and, if it answers with JSON, keeps it as the workspace's usage source. Needs ADMIN. While no mapping is saved, connecting again replaces the endpoint. */
  readonly connectCustomApi?: Maybe<ConnectCustomApiPayload>;
  /** Creates an API key. Needs OWNER. */
  readonly createApiKey?: Maybe<CreateApiKeyPayload>;
  /** Disconnects the usage source: credentials are deleted, a run under way is cancelled, history stays. Needs ADMIN. */
  readonly disconnectCustomApi?: Maybe<DisconnectCustomApiPayload>;
  /** Says that usage under an id is an account's, besides that under its own externalCrmId. All its history is the account's at once, wherever it is read, and so is what will come. An id that is linked already moves to the account given now. Needs ADMIN. */
  readonly linkExternalAccount?: Maybe<LinkExternalAccountPayload>;
  /** Calls the endpoint for the last 7 days and shows what a mapping makes of the answer. Stores nothing. Needs ADMIN. */
  readonly previewMapping?: Maybe<PreviewMappingPayload>;
  /** Fetches a fresh sample to write a new mapping from. The saved mapping goes on until `saveMappingAndBackfill` replaces it. Needs ADMIN. */
  readonly reconfigureCustomApi?: Maybe<ReconfigureCustomApiPayload>;
  /** Tries the connected endpoint again, with what is stored or with what is given here. If it answers, the connection leaves its ERROR and what was missed is fetched; if not, everything stays as it was. Mapping and history stay. Needs ADMIN. */
  readonly reconnectCustomApi?: Maybe<ReconnectCustomApiPayload>;
  /** Revokes an API key at once. Needs OWNER; the last working OWNER key cannot be revoked. */
  readonly revokeApiKey?: Maybe<RevokeApiKeyPayload>;
  /** Saves a mapping and begins to fetch the history. Needs ADMIN. Saving again cancels a run that is under way and fetches anew. */
  readonly saveMappingAndBackfill?: Maybe<SaveMappingAndBackfillPayload>;
  /** Fetches from the day after the last synchronised day to yesterday: at least yesterday, at most 30 days. Needs ADMIN. A run that is RETRYING is called forward instead. */
  readonly syncNow?: Maybe<SyncNowPayload>;
  /** Takes a link back. The usage stays stored: it is unmatched again, or belongs to the account that has exactly this externalCrmId. Needs ADMIN. */
  readonly unlinkExternalAccount?: Maybe<UnlinkExternalAccountPayload>;
  /** Creates the accounts that are new and updates those whose externalCrmId is known: all of them, or none when any is refused. */
  readonly upsertAccounts?: Maybe<UpsertAccountsPayload>;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationBackfillUsageArgs = {
  input: BackfillUsageInput;
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
export type MutationDisconnectCustomApiArgs = {
  input: DisconnectCustomApiInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationLinkExternalAccountArgs = {
  input: LinkExternalAccountInput;
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
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** Changes. A change that is refused for a reason the caller can mend says so in `userErrors` and changes nothing. */
export type MutationSaveMappingAndBackfillArgs = {
  input: SaveMappingAndBackfillInput;
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
export type MutationUpsertAccountsArgs = {
  input: UpsertAccountsInput;
};

/** Anything with a globally unique id. */
export type Node = {
  /** Opaque, unique across all types and workspaces, sortable by time of creation. Its prefix tells the type. */
  readonly id: Scalars['ID']['output'];
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
  /** The workspace's usage source, connected or not. */
  readonly customApi?: Maybe<CustomApi>;
  /** Fetches any object by its id; null when there is none in this workspace. */
  readonly node?: Maybe<Node>;
  /** One synchronisation run; null when there is none with this id. */
  readonly syncRun?: Maybe<SyncRun>;
  /** Account ids that usage came with and that no account has, those with the most days first. */
  readonly unmatchedAccounts?: Maybe<UnmatchedAccountConnection>;
  /** The key that asks, and its workspace. */
  readonly viewer?: Maybe<Viewer>;
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
  orderBy: AccountOrder;
};


/** Questions; they change nothing. */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditLogFilter>;
  first: Scalars['Int']['input'];
};


/** Questions; they change nothing. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
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

/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** A custom API's runs as they go: first the latest run as it is now, then each change, ending each run with a terminal state. */
  readonly syncRunProgressed?: Maybe<SyncRun>;
};


/** Live updates over WebSocket (protocol graphql-transport-ws). */
export type SubscriptionSyncRunProgressedArgs = {
  customApiId: Scalars['ID']['input'];
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

/** One metric on one day. */
export type UsagePoint = {
  readonly __typename?: 'UsagePoint';
  /** The UTC day. */
  readonly day: Scalars['Date']['output'];
  /** The value; null when the source gave none for that day, which is not the same as zero. */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** Who is asking: the API key of this request. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** What the key may do. */
  readonly role: Role;
  /** The workspace the key opens. */
  readonly workspace: Workspace;
};

/** One company's data, closed to every other. */
export type Workspace = Node & {
  readonly __typename?: 'Workspace';
  /** When the workspace was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The workspace's id, `ws_…`. */
  readonly id: Scalars['ID']['output'];
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




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AccountModel )
    | ( ApiKeyModel )
    | ( AuditEventModel )
    | ( CustomApiModel )
    | ( SyncRunModel )
    | ( WorkspaceModel )
  ;
  UsageAnnotation:
    | ( GapAnnotation )
    | ( Omit<SyncAnnotation, 'run'> & { run: _RefType['SyncRun'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountModel>;
  AccountAttributeFilter: AccountAttributeFilter;
  AccountConnection: ResolverTypeWrapper<AccountConnectionModel>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountFilter: AccountFilter;
  AccountOrder: AccountOrder;
  AccountOrderField: AccountOrderField;
  AccountSuggestion: ResolverTypeWrapper<SuggestionModel>;
  AccountUsage: ResolverTypeWrapper<AccountUsageModel>;
  Aggregation: Aggregation;
  AnswerFormat: AnswerFormat;
  AnswerReading: AnswerReading;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
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
  Banner: ResolverTypeWrapper<BannerModel>;
  BannerLevel: BannerLevel;
  BasicAuthInput: BasicAuthInput;
  BearerAuthInput: BearerAuthInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConnectCustomApiError: ResolverTypeWrapper<ConnectCustomApiError>;
  ConnectCustomApiErrorCode: ConnectCustomApiErrorCode;
  ConnectCustomApiInput: ConnectCustomApiInput;
  ConnectCustomApiPayload: ResolverTypeWrapper<Omit<ConnectCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, test?: Maybe<ResolversTypes['ConnectionTest']> }>;
  ConnectionTest: ResolverTypeWrapper<ConnectionTestModel>;
  CreateApiKeyError: ResolverTypeWrapper<CreateApiKeyError>;
  CreateApiKeyErrorCode: CreateApiKeyErrorCode;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  CustomApi: ResolverTypeWrapper<CustomApiModel>;
  CustomApiAuthInput: CustomApiAuthInput;
  CustomApiStatus: CustomApiStatus;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFormat: DateFormat;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayRange: ResolverTypeWrapper<DayRange>;
  DisconnectCustomApiError: ResolverTypeWrapper<DisconnectCustomApiError>;
  DisconnectCustomApiErrorCode: DisconnectCustomApiErrorCode;
  DisconnectCustomApiInput: DisconnectCustomApiInput;
  DisconnectCustomApiPayload: ResolverTypeWrapper<Omit<DisconnectCustomApiPayload, 'customApi'> & { customApi?: Maybe<ResolversTypes['CustomApi']> }>;
  ExternalAccount: ResolverTypeWrapper<ExternalAccountModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Freshness: ResolverTypeWrapper<Freshness>;
  FreshnessState: FreshnessState;
  GapAnnotation: ResolverTypeWrapper<GapAnnotation>;
  HttpHeaderInput: HttpHeaderInput;
  HttpMethod: HttpMethod;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  KeyAuthInput: KeyAuthInput;
  LinkExternalAccountError: ResolverTypeWrapper<LinkExternalAccountError>;
  LinkExternalAccountErrorCode: LinkExternalAccountErrorCode;
  LinkExternalAccountInput: LinkExternalAccountInput;
  LinkExternalAccountPayload: ResolverTypeWrapper<Omit<LinkExternalAccountPayload, 'account' | 'externalAccount' | 'previousAccount'> & { account?: Maybe<ResolversTypes['Account']>, externalAccount?: Maybe<ResolversTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversTypes['Account']> }>;
  Mapping: ResolverTypeWrapper<MappingModel>;
  MappingInput: MappingInput;
  MappingPreview: ResolverTypeWrapper<MappingPreviewModel>;
  MetricMapping: ResolverTypeWrapper<MetricMapping>;
  MetricMappingInput: MetricMappingInput;
  MetricUsage: ResolverTypeWrapper<MetricUsageModel>;
  MetricValue: ResolverTypeWrapper<MetricValue>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
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
  RevokeApiKeyError: ResolverTypeWrapper<RevokeApiKeyError>;
  RevokeApiKeyErrorCode: RevokeApiKeyErrorCode;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  Role: Role;
  RowIssue: ResolverTypeWrapper<RowIssue>;
  RowProblem: ResolverTypeWrapper<RowProblem>;
  Sample: ResolverTypeWrapper<Sample>;
  SaveMappingAndBackfillError: ResolverTypeWrapper<SaveMappingAndBackfillError>;
  SaveMappingAndBackfillErrorCode: SaveMappingAndBackfillErrorCode;
  SaveMappingAndBackfillInput: SaveMappingAndBackfillInput;
  SaveMappingAndBackfillPayload: ResolverTypeWrapper<Omit<SaveMappingAndBackfillPayload, 'customApi' | 'syncRun'> & { customApi?: Maybe<ResolversTypes['CustomApi']>, syncRun?: Maybe<ResolversTypes['SyncRun']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuggestionReason: SuggestionReason;
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
  UnlinkExternalAccountError: ResolverTypeWrapper<UnlinkExternalAccountError>;
  UnlinkExternalAccountErrorCode: UnlinkExternalAccountErrorCode;
  UnlinkExternalAccountInput: UnlinkExternalAccountInput;
  UnlinkExternalAccountPayload: ResolverTypeWrapper<Omit<UnlinkExternalAccountPayload, 'externalAccount' | 'previousAccount'> & { externalAccount?: Maybe<ResolversTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversTypes['Account']> }>;
  UnmatchedAccount: ResolverTypeWrapper<UnmatchedAccountModel>;
  UnmatchedAccountConnection: ResolverTypeWrapper<UnmatchedAccountConnectionModel>;
  UnmatchedAccountEdge: ResolverTypeWrapper<Omit<UnmatchedAccountEdge, 'node'> & { node: ResolversTypes['UnmatchedAccount'] }>;
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountsError: ResolverTypeWrapper<UpsertAccountsError>;
  UpsertAccountsErrorCode: UpsertAccountsErrorCode;
  UpsertAccountsInput: UpsertAccountsInput;
  UpsertAccountsPayload: ResolverTypeWrapper<Omit<UpsertAccountsPayload, 'accounts'> & { accounts: ReadonlyArray<ResolversTypes['Account']> }>;
  UsageAnnotation: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UsageAnnotation']>;
  UsageAnomaly: ResolverTypeWrapper<UsageAnomaly>;
  UsageAnomalyDirection: UsageAnomalyDirection;
  UsageBaseline: ResolverTypeWrapper<UsageBaselineModel>;
  UsagePoint: ResolverTypeWrapper<UsagePoint>;
  Viewer: ResolverTypeWrapper<Omit<Viewer, 'workspace'> & { workspace: ResolversTypes['Workspace'] }>;
  Workspace: ResolverTypeWrapper<WorkspaceModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountModel;
  AccountAttributeFilter: AccountAttributeFilter;
  AccountConnection: AccountConnectionModel;
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilter: AccountFilter;
  AccountOrder: AccountOrder;
  AccountSuggestion: SuggestionModel;
  AccountUsage: AccountUsageModel;
  ApiKey: ApiKeyModel;
  AuditActor: Omit<AuditActor, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  AuditEvent: AuditEventModel;
  AuditEventConnection: AuditEventConnectionModel;
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuditLogFilter: AuditLogFilter;
  BackfillUsageError: BackfillUsageError;
  BackfillUsageInput: BackfillUsageInput;
  BackfillUsagePayload: Omit<BackfillUsagePayload, 'syncRun'> & { syncRun?: Maybe<ResolversParentTypes['SyncRun']> };
  Banner: BannerModel;
  BasicAuthInput: BasicAuthInput;
  BearerAuthInput: BearerAuthInput;
  Boolean: Scalars['Boolean']['output'];
  ConnectCustomApiError: ConnectCustomApiError;
  ConnectCustomApiInput: ConnectCustomApiInput;
  ConnectCustomApiPayload: Omit<ConnectCustomApiPayload, 'customApi' | 'test'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, test?: Maybe<ResolversParentTypes['ConnectionTest']> };
  ConnectionTest: ConnectionTestModel;
  CreateApiKeyError: CreateApiKeyError;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  CustomApi: CustomApiModel;
  CustomApiAuthInput: CustomApiAuthInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DayRange: DayRange;
  DisconnectCustomApiError: DisconnectCustomApiError;
  DisconnectCustomApiInput: DisconnectCustomApiInput;
  DisconnectCustomApiPayload: Omit<DisconnectCustomApiPayload, 'customApi'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']> };
  ExternalAccount: ExternalAccountModel;
  Float: Scalars['Float']['output'];
  Freshness: Freshness;
  GapAnnotation: GapAnnotation;
  HttpHeaderInput: HttpHeaderInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  KeyAuthInput: KeyAuthInput;
  LinkExternalAccountError: LinkExternalAccountError;
  LinkExternalAccountInput: LinkExternalAccountInput;
  LinkExternalAccountPayload: Omit<LinkExternalAccountPayload, 'account' | 'externalAccount' | 'previousAccount'> & { account?: Maybe<ResolversParentTypes['Account']>, externalAccount?: Maybe<ResolversParentTypes['ExternalAccount']>, previousAccount?: Maybe<ResolversParentTypes['Account']> };
  Mapping: MappingModel;
  MappingInput: MappingInput;
  MappingPreview: MappingPreviewModel;
  MetricMapping: MetricMapping;
  MetricMappingInput: MetricMappingInput;
  MetricUsage: MetricUsageModel;
  MetricValue: MetricValue;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OAuth2AuthInput: OAuth2AuthInput;
  PageInfo: PageInfo;
  PageNumberInput: PageNumberInput;
  PageOffsetInput: PageOffsetInput;
  PagePathInput: PagePathInput;
  Paging: PagingModel;
  PagingInput: PagingInput;
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
  RevokeApiKeyError: RevokeApiKeyError;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  RowIssue: RowIssue;
  RowProblem: RowProblem;
  Sample: Sample;
  SaveMappingAndBackfillError: SaveMappingAndBackfillError;
  SaveMappingAndBackfillInput: SaveMappingAndBackfillInput;
  SaveMappingAndBackfillPayload: Omit<SaveMappingAndBackfillPayload, 'customApi' | 'syncRun'> & { customApi?: Maybe<ResolversParentTypes['CustomApi']>, syncRun?: Maybe<ResolversParentTypes['SyncRun']> };
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
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
  UpsertAccountInput: UpsertAccountInput;
  UpsertAccountsError: UpsertAccountsError;
  UpsertAccountsInput: UpsertAccountsInput;
  UpsertAccountsPayload: Omit<UpsertAccountsPayload, 'accounts'> & { accounts: ReadonlyArray<ResolversParentTypes['Account']> };
  UsageAnnotation: ResolversInterfaceTypes<ResolversParentTypes>['UsageAnnotation'];
  UsageAnomaly: UsageAnomaly;
  UsageBaseline: UsageBaselineModel;
  UsagePoint: UsagePoint;
  Viewer: Omit<Viewer, 'workspace'> & { workspace: ResolversParentTypes['Workspace'] };
  Workspace: WorkspaceModel;
};

export type AccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  arr?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attributes?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  externalAccounts?: Resolver<ReadonlyArray<ResolversTypes['ExternalAccount']>, ParentType, ContextType>;
  externalCrmId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recentUsage?: Resolver<Maybe<ResolversTypes['RecentUsage']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  renewalOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  seats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['AccountUsage']>, ParentType, ContextType, RequireFields<AccountUsageArgs, 'days'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type ApiKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type BannerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Banner'] = ResolversParentTypes['Banner']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['BannerLevel'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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

export type DisconnectCustomApiErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisconnectCustomApiError'] = ResolversParentTypes['DisconnectCustomApiError']> = {
  code?: Resolver<ResolversTypes['DisconnectCustomApiErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisconnectCustomApiPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisconnectCustomApiPayload'] = ResolversParentTypes['DisconnectCustomApiPayload']> = {
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DisconnectCustomApiError']>, ParentType, ContextType>;
};

export type ExternalAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExternalAccount'] = ResolversParentTypes['ExternalAccount']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastSeenOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

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
  averagePerActiveDay?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  backfillUsage?: Resolver<Maybe<ResolversTypes['BackfillUsagePayload']>, ParentType, ContextType, RequireFields<MutationBackfillUsageArgs, 'input'>>;
  connectCustomApi?: Resolver<Maybe<ResolversTypes['ConnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationConnectCustomApiArgs, 'input'>>;
  createApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  disconnectCustomApi?: Resolver<Maybe<ResolversTypes['DisconnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationDisconnectCustomApiArgs, 'input'>>;
  linkExternalAccount?: Resolver<Maybe<ResolversTypes['LinkExternalAccountPayload']>, ParentType, ContextType, RequireFields<MutationLinkExternalAccountArgs, 'input'>>;
  previewMapping?: Resolver<Maybe<ResolversTypes['PreviewMappingPayload']>, ParentType, ContextType, RequireFields<MutationPreviewMappingArgs, 'input'>>;
  reconfigureCustomApi?: Resolver<Maybe<ResolversTypes['ReconfigureCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationReconfigureCustomApiArgs, 'input'>>;
  reconnectCustomApi?: Resolver<Maybe<ResolversTypes['ReconnectCustomApiPayload']>, ParentType, ContextType, RequireFields<MutationReconnectCustomApiArgs, 'input'>>;
  revokeApiKey?: Resolver<Maybe<ResolversTypes['RevokeApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  saveMappingAndBackfill?: Resolver<Maybe<ResolversTypes['SaveMappingAndBackfillPayload']>, ParentType, ContextType, RequireFields<MutationSaveMappingAndBackfillArgs, 'input'>>;
  syncNow?: Resolver<Maybe<ResolversTypes['SyncNowPayload']>, ParentType, ContextType, RequireFields<MutationSyncNowArgs, 'input'>>;
  unlinkExternalAccount?: Resolver<Maybe<ResolversTypes['UnlinkExternalAccountPayload']>, ParentType, ContextType, RequireFields<MutationUnlinkExternalAccountArgs, 'input'>>;
  upsertAccounts?: Resolver<Maybe<ResolversTypes['UpsertAccountsPayload']>, ParentType, ContextType, RequireFields<MutationUpsertAccountsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Account' | 'ApiKey' | 'AuditEvent' | 'CustomApi' | 'SyncRun' | 'Workspace', ParentType, ContextType>;
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
  accounts?: Resolver<Maybe<ResolversTypes['AccountConnection']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first' | 'orderBy'>>;
  apiKeys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  customApi?: Resolver<Maybe<ResolversTypes['CustomApi']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  syncRun?: Resolver<Maybe<ResolversTypes['SyncRun']>, ParentType, ContextType, RequireFields<QuerySyncRunArgs, 'id'>>;
  unmatchedAccounts?: Resolver<Maybe<ResolversTypes['UnmatchedAccountConnection']>, ParentType, ContextType, RequireFields<QueryUnmatchedAccountsArgs, 'first'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
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

export type RevokeApiKeyErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyError'] = ResolversParentTypes['RevokeApiKeyError']> = {
  code?: Resolver<ResolversTypes['RevokeApiKeyErrorCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RevokeApiKeyError']>, ParentType, ContextType>;
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

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  syncRunProgressed?: SubscriptionResolver<Maybe<ResolversTypes['SyncRun']>, "syncRunProgressed", ParentType, ContextType, RequireFields<SubscriptionSyncRunProgressedArgs, 'customApiId'>>;
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
  __resolveType: TypeResolveFn<'GapAnnotation' | 'SyncAnnotation', ParentType, ContextType>;
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

export type UsagePointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsagePoint'] = ResolversParentTypes['UsagePoint']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountSuggestion?: AccountSuggestionResolvers<ContextType>;
  AccountUsage?: AccountUsageResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  AuditActor?: AuditActorResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  BackfillUsageError?: BackfillUsageErrorResolvers<ContextType>;
  BackfillUsagePayload?: BackfillUsagePayloadResolvers<ContextType>;
  Banner?: BannerResolvers<ContextType>;
  ConnectCustomApiError?: ConnectCustomApiErrorResolvers<ContextType>;
  ConnectCustomApiPayload?: ConnectCustomApiPayloadResolvers<ContextType>;
  ConnectionTest?: ConnectionTestResolvers<ContextType>;
  CreateApiKeyError?: CreateApiKeyErrorResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CustomApi?: CustomApiResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DayRange?: DayRangeResolvers<ContextType>;
  DisconnectCustomApiError?: DisconnectCustomApiErrorResolvers<ContextType>;
  DisconnectCustomApiPayload?: DisconnectCustomApiPayloadResolvers<ContextType>;
  ExternalAccount?: ExternalAccountResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  GapAnnotation?: GapAnnotationResolvers<ContextType>;
  JSONObject?: GraphQLScalarType;
  LinkExternalAccountError?: LinkExternalAccountErrorResolvers<ContextType>;
  LinkExternalAccountPayload?: LinkExternalAccountPayloadResolvers<ContextType>;
  Mapping?: MappingResolvers<ContextType>;
  MappingPreview?: MappingPreviewResolvers<ContextType>;
  MetricMapping?: MetricMappingResolvers<ContextType>;
  MetricUsage?: MetricUsageResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Paging?: PagingResolvers<ContextType>;
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
  RevokeApiKeyError?: RevokeApiKeyErrorResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RowIssue?: RowIssueResolvers<ContextType>;
  RowProblem?: RowProblemResolvers<ContextType>;
  Sample?: SampleResolvers<ContextType>;
  SaveMappingAndBackfillError?: SaveMappingAndBackfillErrorResolvers<ContextType>;
  SaveMappingAndBackfillPayload?: SaveMappingAndBackfillPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
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
  UpsertAccountsError?: UpsertAccountsErrorResolvers<ContextType>;
  UpsertAccountsPayload?: UpsertAccountsPayloadResolvers<ContextType>;
  UsageAnnotation?: UsageAnnotationResolvers<ContextType>;
  UsageAnomaly?: UsageAnomalyResolvers<ContextType>;
  UsageBaseline?: UsageBaselineResolvers<ContextType>;
  UsagePoint?: UsagePointResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
};

