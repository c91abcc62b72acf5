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
import { doubles, exactText } from '../types.ts';
import { workspaces } from './workspaces.ts';

export const accounts = pgTable(
  'accounts',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    id: exactText('id').notNull(),
    externalCrmId: exactText('external_crm_id').notNull(),
    name: exactText('name').notNull(),
    /** How id and name are found when they are written in another way: `lib/spelling.ts`, never shown. */
    idKey: exactText('id_key').notNull().default(''),
    /** Of the id without its prefix; null for an id that has none. */
    idTailKey: exactText('id_tail_key'),
    nameKey: exactText('name_key').notNull().default(''),
    plan: text('plan'),
    region: text('region'),
    /** Who looks after the account: a name or an address of the company's choosing. */
    owner: exactText('owner'),
    /** Name and external id in small letters, for finding a part of them. */
    searchText: exactText('search_text').generatedAlwaysAs(
      sql`lower(name COLLATE "default") || E'\\x01' || lower(external_crm_id COLLATE "default")`,
    ),
    seats: integer('seats'),
    arr: doublePrecision('arr'),
    renewalOn: date('renewal_on', { mode: 'string' }),
    attributes: jsonb('attributes').$type<Record<string, unknown>>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('accounts_external_crm_id').on(table.workspaceId, table.externalCrmId),
    index('accounts_name').on(table.workspaceId, table.name, table.id),
    index('accounts_id_key').on(table.workspaceId, table.idKey, table.id),
    index('accounts_id_tail_key').on(table.workspaceId, table.idTailKey, table.id),
    index('accounts_name_key').on(table.workspaceId, table.nameKey, table.id),
  ],
);

/**
 * What the account table shows, filters and sorts by, beside the account's own fields: one row for each account, made with it
 * and kept by the rooms that know. Apart from `accounts`, so that scoring and editing accounts do not wait for each other.
 */
export const accountStandings = pgTable(
  'account_standings',
  {
    // Without reference: rows are made and deleted with their accounts, thousands at a time.
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    /** By metric slot, over the 30 days that end on the last synchronised one: SUM the sum, LAST the latest, MAX the largest value. */
    usage: doubles('usage'),
    /** The same over the 30 days before. */
    usageBefore: doubles('usage_before'),
    /** What the second is against the first, where 0.3 means 30 % more; NULL where there is nothing to compare. */
    usageChange: doubles('usage_change'),
    /** 100 is the workspace's median account; NULL without usage. */
    activityIndex: doublePrecision('activity_index'),
    /** Against the 30 days before, where 0.3 means 30 % more. */
    activityChange: doublePrecision('activity_change'),
    /** What that is against: the index of the 30 days before, by the metrics that can be compared. */
    activityBefore: doublePrecision('activity_before'),
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    healthScore: smallint('health_score'),
    healthBand: text('health_band', { enum: ['POOR', 'STABLE', 'HEALTHY'] }),
    /** Points since the previous score. */
    healthChange: smallint('health_change'),
    openSignals: integer('open_signals').notNull().default(0),
    /** Of the open signals: 4 critical, 3 high, 2 medium, 1 low; NULL without any. */
    worstSeverity: smallint('worst_severity'),
    /** Digest of everything its signals were judged by; NULL: not known. */
    judgedFrom: text('judged_from'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId] })],
);

/** A choice of columns, filter and order of the account table that somebody named. */
export const savedViews = pgTable(
  'saved_views',
  {
    workspaceId: integer('workspace_id').notNull(),
    id: exactText('id').notNull(),
    name: exactText('name').notNull(),
    /** The name in one case, under which it is unique: `domain/saved-view.ts`. */
    nameKey: exactText('name_key').notNull(),
    /** Filter, order and columns, as `domain/saved-view.ts` reads them. */
    view: jsonb('view').$type<unknown>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('saved_views_name').on(table.workspaceId, table.nameKey),
  ],
);
