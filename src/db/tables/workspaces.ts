import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes, exactText } from '../types.ts';

export const workspaces = pgTable('workspaces', {
  /** Short, because every other table leads its keys with it. */
  workspaceId: integer('workspace_id').primaryKey().generatedAlwaysAsIdentity(),
  id: exactText('id').notNull().unique(),
  name: text('name').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    id: exactText('id').notNull(),
    /** SHA-256 of the key. A key has 256 random bits, so a slow hash would add cost and no safety. */
    keyHash: bytes('key_hash').notNull(),
    prefix: text('prefix').notNull(),
    label: text('label').notNull(),
    role: text('role', { enum: ['OWNER', 'ADMIN', 'MEMBER'] }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('api_keys_key_hash').on(table.keyHash),
    index('api_keys_role').on(table.workspaceId, table.role),
  ],
);

/**
 * Whether what is derived from a workspace's data (usage profiles, scores, signals) is still to be brought up to it, and when
 * that is done without being asked. One row for each workspace.
 */
export const evaluations = pgTable('evaluations', {
  // Without reference: whoever owns the tables is held to their policies, and could not add one.
  workspaceId: integer('workspace_id').primaryKey(),
  /** Counts up with every change of data; what `done` has not reached is to be evaluated. */
  asked: bigint('asked', { mode: 'number' }).notNull().default(0),
  done: bigint('done', { mode: 'number' }).notNull().default(0),
  askedAt: timestamp('asked_at', { withTimezone: true }),
  startedAt: timestamp('started_at', { withTimezone: true }),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  /** What the last one that ended came to. */
  outcome: jsonb('outcome').$type<unknown>(),
  /** In a row; the next try waits for `nextAttemptAt`. */
  failedTries: integer('failed_tries').notNull().default(0),
  nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
  leaseToken: text('lease_token'),
  leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
  /** IANA name; the daily evaluation is at `dailyAt` there. */
  timeZone: text('time_zone').notNull().default('UTC'),
  /** `HH:MM`. */
  dailyAt: text('daily_at').notNull().default('06:00'),
  /** NULL until the first sweep has looked. */
  nextDailyAt: timestamp('next_daily_at', { withTimezone: true }),
});

/** Who changed what of a workspace's configuration. Written in the transaction of the change; never changed afterwards. */
export const auditEvents = pgTable(
  'audit_events',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    id: exactText('id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** The key that asked; NULL when the product or its operator did. */
    apiKeyId: exactText('api_key_id'),
    action: text('action').notNull(),
    /** Public id, or the customer's own, of what was changed. */
    subject: text('subject').notNull(),
    /** What a reader needs to understand the change. Never a secret. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** What a workspace lets itself use of the model in a day; a workspace without a row, and NULL, leave it to the operator. */
export const modelBudgets = pgTable('model_budgets', {
  workspaceId: integer('workspace_id').primaryKey(),
  callsPerDay: integer('calls_per_day'),
  tokensPerDay: integer('tokens_per_day'),
});

/** What a workspace used of the model, by UTC day. */
export const modelSpending = pgTable(
  'model_spending',
  {
    workspaceId: integer('workspace_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    calls: integer('calls').notNull().default(0),
    inputTokens: bigint('input_tokens', { mode: 'number' }).notNull().default(0),
    outputTokens: bigint('output_tokens', { mode: 'number' }).notNull().default(0),
    /** Of calls that are under way, or of which nobody knows what they cost. */
    reservedTokens: bigint('reserved_tokens', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.day] })],
);

/** The master keys that secrets here were sealed under, each with a value only it can open: a wrong key is noticed at start. */
export const secretKeys = pgTable('secret_keys', {
  keyId: text('key_id').primaryKey(),
  sealedCheck: bytes('sealed_check').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});
