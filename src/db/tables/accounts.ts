import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { exactText } from '../types.ts';
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
