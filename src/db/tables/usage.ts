import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { doubles, exactText } from '../types.ts';
import { accounts } from './accounts.ts';
import { workspaces } from './workspaces.ts';

/** The workspace's dictionary of metrics: which place in the stored arrays is whose. Places are never reused. */
export const usageMetrics = pgTable(
  'usage_metrics',
  {
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.workspaceId, { onDelete: 'cascade' }),
    /** From 0; PostgreSQL arrays count from 1. */
    slot: smallint('slot').notNull(),
    name: exactText('name').notNull(),
    aggregation: text('aggregation', { enum: ['SUM', 'LAST', 'MAX'] }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.slot] }),
    uniqueIndex('usage_metrics_name').on(table.workspaceId, table.name),
  ],
);

/** Account ids as the source gives them. Usage hangs on these, so that matching an account later moves no data. */
export const externalAccounts = pgTable(
  'external_accounts',
  {
    // Without reference, like the days: tens of thousands come in one statement, and half of it would be spent on asking each
    // time for the same workspace. Policies see to it that it is the one of the transaction.
    workspaceId: integer('workspace_id').notNull(),
    /** Counts up within the workspace: four bytes in every usage row instead of the id's text. */
    number: integer('number').notNull(),
    externalId: exactText('external_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.number] }),
    uniqueIndex('external_accounts_external_id').on(table.workspaceId, table.externalId),
  ],
);

/** One row for each external account and day; `vals` has one entry for each metric slot, NULL where missing. */
export const usageDays = pgTable(
  'usage_days',
  {
    workspaceId: integer('workspace_id').notNull(),
    externalAccount: integer('external_account').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    vals: doubles('vals').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.externalAccount, table.day] })],
);

/** What lists of accounts show, kept at each synchronisation: the last 30 synchronised days and the extent of the history. */
export const usageRollups = pgTable(
  'usage_rollups',
  {
    workspaceId: integer('workspace_id').notNull(),
    externalAccount: integer('external_account').notNull(),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    dayCount: integer('day_count').notNull(),
    /** By slot: sum, latest or largest value of the window, as the metric's aggregation says; NULL where no day has one. */
    totals: doubles('totals').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.externalAccount] }),
    index('usage_rollups_day_count').on(table.workspaceId, table.dayCount.desc(), table.externalAccount),
  ],
);

/**
 * What the totals of a workspace's rollups are of. A run for the same days and aggregations recomputes the accounts it
 * changes and no others.
 */
export const usageRollupBases = pgTable('usage_rollup_bases', {
  workspaceId: integer('workspace_id').primaryKey(),
  fromDay: date('from_day', { mode: 'string' }).notNull(),
  toDay: date('to_day', { mode: 'string' }).notNull(),
  /** By slot, such as `SUM LAST`. */
  aggregations: text('aggregations').notNull(),
  /** Counts up with every run that changed a day: what is made of the days need not look at them to know whether it is due. */
  daysVersion: bigint('days_version', { mode: 'number' }).notNull().default(0),
});

/** Somebody's word that an external id is an account's, beside the account's own externalCrmId, and before it. */
export const externalAccountLinks = pgTable(
  'external_account_links',
  {
    workspaceId: integer('workspace_id').notNull(),
    externalId: exactText('external_id').notNull(),
    accountId: exactText('account_id').notNull(),
    linkedAt: timestamp('linked_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.externalId] }),
    index('external_account_links_account').on(table.workspaceId, table.accountId),
    foreignKey({
      name: 'external_account_links_account_fk',
      columns: [table.workspaceId, table.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete('cascade'),
  ],
);

/**
 * How each account used the product, week by week up to the last synchronised day: what scores, signals and the account table
 * are made of. One row for each account with usage, over all the ids its usage comes under.
 */
export const usageProfiles = pgTable(
  'usage_profiles',
  {
    workspaceId: integer('workspace_id').notNull(),
    accountId: exactText('account_id').notNull(),
    /** First and last day on which a metric was above zero; NULL when none ever was. */
    firstUsedOn: date('first_used_on', { mode: 'string' }),
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    /** How many days that was, of the whole history. */
    usedDays: integer('used_days').notNull(),
    /** Days used by week; the first entry is the seven days that end on the last synchronised day. */
    weekDays: doubles('week_days').notNull(),
    /** Slot by slot, each with as many weeks: sums of SUM metrics, averages of LAST and MAX; NULL for a week without a value. */
    weeks: doubles('weeks').notNull(),
    /** By slot, over the last 30 synchronised days: SUM the sum, LAST the latest, MAX the largest value. */
    recent: doubles('recent').notNull(),
    /** The same over the 30 days before. */
    before: doubles('before').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.accountId] })],
);

/** What a workspace's profiles are of. */
export const usageProfileBases = pgTable('usage_profile_bases', {
  workspaceId: integer('workspace_id').primaryKey(),
  /** The last synchronised day. */
  asOf: date('as_of', { mode: 'string' }).notNull(),
  /** Days of each week that were synchronised: what lies in a gap is not known to be without usage. */
  coveredDays: doubles('covered_days').notNull(),
  /** By slot, such as `SUM LAST`. */
  aggregations: text('aggregations').notNull(),
  /** What they were made from, in short: as long as it is the same, they are too. */
  madeFrom: text('made_from').notNull().default(''),
  /** What the account table's columns of usage were made from, in the same words; NULL when they are not. */
  publishedFrom: text('published_from'),
  computedAt: timestamp('computed_at', { withTimezone: true }).notNull(),
});
