import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes, dayRanges, exactText } from '../types.ts';
import { workspaces } from './workspaces.ts';

/** A workspace's one usage source. There is no row before the first connection. */
export const customApis = pgTable('custom_apis', {
  workspaceId: integer('workspace_id')
    .primaryKey()
    .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
  status: text('status', { enum: ['MAPPING', 'BACKFILLING', 'CONNECTED', 'ERROR', 'DISCONNECTED'] }).notNull(),
  url: text('url').notNull(),
  method: text('method', { enum: ['GET', 'POST'] }).notNull(),
  authKind: text('auth_kind', {
    enum: ['NONE', 'BEARER', 'BASIC', 'HEADER_KEY', 'QUERY_KEY', 'OAUTH2_CLIENT_CREDENTIALS'],
  }).notNull(),
  timeoutSeconds: integer('timeout_seconds').notNull(),
  answerFormat: text('answer_format', { enum: ['AUTO', 'JSON', 'NDJSON'] })
    .notNull()
    .default('AUTO'),
  /** How an answer in pages goes on; NULL when it comes as one. */
  paging: jsonb('paging').$type<unknown>(),
  /** Host and port of the URL, lower-cased: one host is called by one run at a time. */
  host: text('host'),
  /** Credentials, headers and body, sealed as one; NULL once disconnected. */
  sealedRequest: bytes('sealed_request'),
  /** Goes up with every change of endpoint or mapping; a run made for an older one may not write. */
  configVersion: integer('config_version').notNull(),
  mapping: jsonb('mapping').$type<unknown>(),
  sampleJson: text('sample_json'),
  sampleTruncated: boolean('sample_truncated'),
  sampleFullBytes: bigint('sample_full_bytes', { mode: 'number' }),
  sampleFetchedAt: timestamp('sample_fetched_at', { withTimezone: true }),
  lastSyncAt: timestamp('last_sync_at', { withTimezone: true }),
  lastSyncedDay: date('last_synced_day', { mode: 'string' }),
  /** Every day that a run synchronised: what lies between them and was not is a gap. */
  syncedDays: dayRanges('synced_days').notNull().default(sql`'{}'`),
  /** What the last good run's rows looked like; NULL until one ran with the saved mapping. */
  goodShape: jsonb('good_shape').$type<unknown>(),
  /** The answer that was stored last, by its digests; NULL when the next one cannot be compared with it. */
  lastAnswer: jsonb('last_answer').$type<unknown>(),
  /** Why the status is ERROR, and since when. */
  error: jsonb('error').$type<unknown>(),
  errorSince: timestamp('error_since', { withTimezone: true }),
  /** In a row; a run that succeeds, of whatever kind, sets it back. */
  failedDailyRuns: integer('failed_daily_runs').notNull().default(0),
});

export const syncRuns = pgTable(
  'sync_runs',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    id: exactText('id').notNull(),
    kind: text('kind', { enum: ['BACKFILL', 'BACKFILL_RANGE', 'DAILY', 'SYNC_NOW'] }).notNull(),
    status: text('status', {
      enum: ['QUEUED', 'FETCHING', 'STORING', 'RETRYING', 'SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'],
    }).notNull(),
    /** As of the configuration the run was made for. */
    host: text('host'),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    /** Last day of the last window that was stored; a run of several windows goes on after it. */
    doneThrough: date('done_through', { mode: 'string' }),
    /** Rows fetched in those windows. */
    doneRows: integer('done_rows').notNull().default(0),
    /** The longest window that is asked for at once: halved when an answer is too large. */
    windowDays: integer('window_days').notNull().default(30),
    configVersion: integer('config_version').notNull(),
    progress: real('progress').notNull(),
    rowsFetched: integer('rows_fetched').notNull(),
    rowsStored: integer('rows_stored').notNull(),
    rowsSkipped: integer('rows_skipped').notNull(),
    rowsOutsideWindow: integer('rows_outside_window').notNull(),
    rowErrorCount: integer('row_error_count').notNull(),
    unmatchedAccountCount: integer('unmatched_account_count').notNull(),
    rowProblems: jsonb('row_problems').$type<unknown>().notNull(),
    responseBytes: bigint('response_bytes', { mode: 'number' }),
    /** Of the latest call. */
    httpStatus: integer('http_status'),
    warning: text('warning'),
    /** Its answer was the one that was stored last, so nothing was written. */
    unchanged: boolean('unchanged').notNull().default(false),
    error: jsonb('error').$type<unknown>(),
    attempt: integer('attempt').notNull(),
    /** Calls for the current window that failed in a way worth another try. */
    failedTries: integer('failed_tries').notNull().default(0),
    /** Workers that vanished with this run since its last stored window. */
    lostWorkers: integer('lost_workers').notNull().default(0),
    /** When a run that is RETRYING is due. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
    /** Held by the worker that runs it; whoever holds another token, or none that is still good, may not write. */
    leaseToken: text('lease_token'),
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('sync_runs_one_active')
      .on(table.workspaceId)
      .where(sql`${table.status} IN ('QUEUED', 'FETCHING', 'STORING', 'RETRYING')`),
    index('sync_runs_finished').on(table.finishedAt),
  ],
);
