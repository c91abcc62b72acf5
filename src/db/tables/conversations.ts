import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { exactText } from '../types.ts';

/** What somebody asks Larry, question by question. Seen by the key that asks and by no other. */
export const conversations = pgTable(
  'conversations',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    keyId: exactText('key_id').notNull(),
    title: text('title').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastTurnAt: timestamp('last_turn_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('conversations_of_key').on(table.workspaceId, table.keyId, table.lastTurnAt, table.id),
    index('conversations_last_turn').on(table.lastTurnAt),
  ],
);

/** A question and what it came to. */
export const conversationTurns = pgTable(
  'conversation_turns',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    conversationId: exactText('conversation_id').notNull(),
    /** That of its conversation, so that it need not be asked. */
    keyId: exactText('key_id').notNull(),
    /** Within its conversation, from 1. */
    number: integer('number').notNull(),
    question: text('question').notNull(),
    state: text('state', { enum: ['QUEUED', 'RUNNING', 'ANSWERED', 'FAILED'] }).notNull(),
    /** The assistant's own; NULL unless answered. */
    result: jsonb('result').$type<unknown>(),
    /** Why it failed; NULL unless it did. */
    failure: text('failure'),
    /** The sequence number of the last event that was told. */
    told: integer('told').notNull().default(0),
    tries: integer('tries').notNull().default(0),
    leaseToken: text('lease_token'),
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('conversation_turns_number').on(table.workspaceId, table.conversationId, table.number),
    index('conversation_turns_open')
      .on(table.workspaceId, table.keyId, table.id)
      .where(sql`${table.state} IN ('QUEUED', 'RUNNING')`),
  ],
);

/** What was told while a question was worked on, for those who come late or come back. Kept for a day: the turn holds the result. */
export const conversationEvents = pgTable(
  'conversation_events',
  {
    workspaceId: integer('workspace_id').notNull(),
    turnId: exactText('turn_id').notNull(),
    /** Within the turn, from 1, without gaps. */
    sequence: integer('sequence').notNull(),
    event: jsonb('event').$type<unknown>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.turnId, table.sequence] }),
    index('conversation_events_at').on(table.at),
  ],
);
