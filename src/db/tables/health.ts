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

/** Every version of a workspace's model that was saved; the highest counts. Without any, the built-in one is version 0. */
export const healthModels = pgTable(
  'health_models',
  {
    workspaceId: integer('workspace_id').notNull(),
    version: integer('version').notNull(),
    model: jsonb('model').$type<unknown>().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
    /** The key that saved it; NULL when the product or its operator did. */
    apiKeyId: exactText('api_key_id'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.version] })],
);

/** Each account's score as it is now, with what it is made of. */
export const healthScores = pgTable(
  'health_scores',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    /** 0 to 100; NULL when no pillar can be scored. */
    score: smallint('score'),
    band: text('band', { enum: ['POOR', 'STABLE', 'HEALTHY'] }),
    /** The score before this one, of an earlier day. */
    previousScore: smallint('previous_score'),
    /** Last day of the usage it rests on; NULL when it rests on none. */
    asOf: date('as_of', { mode: 'string' }),
    modelVersion: integer('model_version').notNull(),
    computedAt: timestamp('computed_at', { withTimezone: true }).notNull(),
    /** Pillars and inputs, as `domain/trail.ts` reads them. */
    trail: jsonb('trail').$type<unknown>().notNull(),
    /** Digest of everything it was computed from: as long as that is the same, it is. NULL: not known. */
    inputs: text('inputs'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId] })],
);

/** One score for each account and day on which one was computed: the last of that day. */
export const healthHistory = pgTable(
  'health_history',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    /** The day it was computed. */
    day: date('day', { mode: 'string' }).notNull(),
    score: smallint('score'),
    band: text('band', { enum: ['POOR', 'STABLE', 'HEALTHY'] }),
    modelVersion: integer('model_version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId, table.day] }),
    index('health_history_day').on(table.workspaceId, table.day),
  ],
);

/** Contacts with an account. Given twice under one `externalId`, it is one. */
export const relationshipTouches = pgTable(
  'relationship_touches',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    /** The caller's own id of the contact. */
    externalId: exactText('external_id').notNull(),
    touchedAt: timestamp('touched_at', { withTimezone: true }).notNull(),
    kind: text('kind', { enum: ['MEETING', 'CALL', 'EMAIL', 'MESSAGE', 'BUSINESS_REVIEW', 'OTHER'] }).notNull(),
    /** How it went, when known. */
    sentiment: text('sentiment', { enum: ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] }),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.externalId] }),
    index('relationship_touches_account').on(table.workspaceId, table.accountId, table.touchedAt),
  ],
);

/** How an account's support stood on a day; recorded again, the day is replaced. */
export const supportSnapshots = pgTable(
  'support_snapshots',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    openTickets: integer('open_tickets').notNull(),
    urgentTickets: integer('urgent_tickets').notNull(),
    /** Hours the oldest open ticket has waited; NULL when not known or none is open. */
    oldestTicketHours: doublePrecision('oldest_ticket_hours'),
    /** Median hours to the first answer; NULL when not known. */
    firstResponseHours: doublePrecision('first_response_hours'),
    /** Share of satisfied answers, 0 to 1; NULL when not known. */
    satisfactionRate: doublePrecision('satisfaction_rate'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId, table.day] })],
);

/** How an account's billing stood on a day; recorded again, the day is replaced. */
export const billingSnapshots = pgTable(
  'billing_snapshots',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Monthly recurring revenue, in the workspace's own currency; NULL when not known. */
    mrr: doublePrecision('mrr'),
    subscription: text('subscription', { enum: ['ACTIVE', 'TRIALING', 'PAUSED', 'CANCELED'] }).notNull(),
    payment: text('payment', { enum: ['PAID', 'OPEN', 'OVERDUE', 'FAILED'] }).notNull(),
    /** Days the oldest unpaid invoice is over its date; 0 when none is. */
    overdueDays: integer('overdue_days').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId, table.day] })],
);

/** Accounts that left, and when: what models are tested against. */
export const accountChurns = pgTable(
  'account_churns',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    churnedOn: date('churned_on', { mode: 'string' }).notNull(),
    reason: text('reason'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId] })],
);

/** Tests of a model against the accounts that left, done by a worker. */
export const healthBacktests = pgTable(
  'health_backtests',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    state: text('state', { enum: ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED'] }).notNull(),
    /** Model and days, as they were asked for. */
    request: jsonb('request').$type<unknown>().notNull(),
    result: jsonb('result').$type<unknown>(),
    error: text('error'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    leaseToken: text('lease_token'),
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    tries: integer('tries').notNull().default(0),
    /** 0 to 1. */
    progress: doublePrecision('progress').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), uniqueIndex('health_backtests_id').on(table.id)],
);
