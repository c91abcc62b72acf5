import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes, exactText } from '../types.ts';
import { workspaces } from './workspaces.ts';

/** A workspace's one usage source. There is no row before the first connection. */
export const customApis = pgTable('custom_apis', {
  workspaceId: integer('workspace_id')
    .primaryKey()
    .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
  status: text('status', { enum: ['MAPPING', 'BACKFILLING', 'CONNECTED', 'ERROR', 'DISCONNECTED'] }).notNull(),
  url: text('url').notNull(),
  method: text('method', { enum: ['GET', 'POST'] }).notNull(),
  authKind: text('auth_kind', { enum: ['NONE', 'BEARER', 'BASIC', 'HEADER_KEY', 'QUERY_KEY'] }).notNull(),
  timeoutSeconds: integer('timeout_seconds').notNull(),
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
});

export const syncRuns = pgTable(
  'sync_runs',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    id: exactText('id').notNull(),
    kind: text('kind', { enum: ['BACKFILL', 'SYNC_NOW'] }).notNull(),
    status: text('status', {
      enum: ['QUEUED', 'FETCHING', 'STORING', 'SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'],
    }).notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
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
    warning: text('warning'),
    error: jsonb('error').$type<unknown>(),
    attempt: integer('attempt').notNull(),
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
      .where(sql`${table.status} IN ('QUEUED', 'FETCHING', 'STORING')`),
  ],
);
