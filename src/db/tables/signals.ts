import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { exactText } from '../types.ts';

/** Every version of a workspace's thresholds and weights; the highest counts. Without any, the built-in one is version 0. */
export const signalRules = pgTable(
  'signal_rules',
  {
    workspaceId: integer('workspace_id').notNull(),
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<unknown>().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
    apiKeyId: exactText('api_key_id'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.version] })],
);

/** Something about an account that somebody should know, from when it began to hold until it ends. */
export const signals = pgTable(
  'signals',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    accountId: exactText('account_id').notNull(),
    type: text('type').notNull(),
    /** What tells signals of one type and account apart: the metric's name, or empty. */
    subject: exactText('subject').notNull(),
    /** 4 critical, 3 high, 2 medium, 1 low. */
    severity: smallint('severity').notNull(),
    // The account's, as of the last evaluation: joined in, they would keep the feed from being read off an index.
    owner: exactText('owner'),
    /** Minus infinity without any, so that no key is NULL. */
    arr: doublePrecision('arr').notNull().default(sql`'-Infinity'`),
    state: text('state', { enum: ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED'] }).notNull(),
    /** The figures that fired it, as they were last seen. */
    evidence: jsonb('evidence').$type<unknown>().notNull(),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull(),
    /** The day of the data that first showed it. */
    raisedOn: date('raised_on', { mode: 'string' }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
    /** The key that did. */
    acknowledgedBy: exactText('acknowledged_by'),
    note: text('note'),
    snoozedUntil: timestamp('snoozed_until', { withTimezone: true }),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    rulesVersion: integer('rules_version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // One episode, one signal.
    uniqueIndex('signals_one_episode')
      .on(table.workspaceId, table.accountId, table.type, table.subject)
      .where(sql`${table.state} <> 'RESOLVED'`),
    // A page of the feed is a few entries from the end of each state's and severity's; the type, last, is sifted in the index.
    index('signals_feed').on(
      table.workspaceId,
      table.state,
      table.severity,
      table.arr,
      table.raisedAt,
      table.id,
      table.type,
    ),
    index('signals_feed_of_owner').on(
      table.workspaceId,
      table.owner,
      table.state,
      table.severity,
      table.arr,
      table.raisedAt,
      table.id,
    ),
    index('signals_account').on(table.workspaceId, table.accountId, table.raisedAt),
    index('signals_resolved').on(table.workspaceId, table.resolvedAt),
  ],
);
