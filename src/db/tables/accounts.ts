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
  ],
);
