import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { bytes, exactText } from '../types.ts';

/** Where a workspace wants to be told of what happens. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    /** The whole URL, sealed: such URLs carry secrets. */
    sealedUrl: bytes('sealed_url').notNull(),
    /** Host and port, to show. */
    host: text('host').notNull(),
    /** The secrets that sign, the newest first, sealed. */
    sealedSecrets: bytes('sealed_secrets').notNull(),
    description: text('description'),
    /** A JSON list of event types; NULL for all of them. */
    eventTypes: jsonb('event_types').$type<unknown>(),
    enabled: boolean('enabled').notNull(),
    /** Why the product itself stopped calling it; NULL when it did not. */
    disabledReason: text('disabled_reason'),
    /** Since when every delivery failed; NULL after one that succeeded. */
    failingSince: timestamp('failing_since', { withTimezone: true }),
    lastDeliveredAt: timestamp('last_delivered_at', { withTimezone: true }),
    lastFailedAt: timestamp('last_failed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** What happened, written in the transaction that made it true. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    type: text('type').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    data: jsonb('data').$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('webhook_events_occurred').on(table.occurredAt),
  ],
);

/** One event on its way to one endpoint. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    endpointId: exactText('endpoint_id').notNull(),
    eventId: exactText('event_id').notNull(),
    state: text('state', { enum: ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] }).notNull(),
    /** The calls made, oldest first: when, the HTTP status or why there was none, how long. */
    attempts: jsonb('attempts').$type<unknown>().notNull(),
    tries: integer('tries').notNull().default(0),
    /** NULL once it is over. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
    leaseToken: text('lease_token'),
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('webhook_deliveries_endpoint').on(table.workspaceId, table.endpointId, table.id),
    // However long the log of an endpoint is, what is due is found at once; and how much is on its way right now.
    index('webhook_deliveries_pending')
      .on(table.workspaceId, table.endpointId, table.nextAttemptAt, table.id)
      .where(sql`${table.state} = 'PENDING'`),
    index('webhook_deliveries_leased')
      .on(table.workspaceId, table.endpointId)
      .where(sql`${table.leaseToken} IS NOT NULL`),
    index('webhook_deliveries_event').on(table.workspaceId, table.eventId),
  ],
);
