import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { savedViews } from '../../../db/tables/accounts.ts';
import { readView } from '../domain/saved-view.ts';
import type { SavedView } from '../model.ts';

type Stored = typeof savedViews.$inferSelect;

const toView = ({ id, name, view, createdAt, updatedAt }: Stored): SavedView => ({
  id,
  name,
  createdAt,
  updatedAt,
  ...readView(view),
});

/** Serialises the workspace's writers of views until the transaction ends: their number and names are looked at before. */
export async function lockSavedViews(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.saved_views'), ${workspaceId})`);
}

/** All of them, by name. */
export async function selectSavedViews(db: Queryable, workspaceId: number): Promise<SavedView[]> {
  const rows = await db
    .select()
    .from(savedViews)
    .where(eq(savedViews.workspaceId, workspaceId))
    .orderBy(savedViews.nameKey);
  return rows.map(toView);
}

export async function selectSavedView(db: Queryable, workspaceId: number, id: string): Promise<SavedView | null> {
  const [row] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id)));
  return row ? toView(row) : null;
}

export async function insertSavedView(db: Queryable, view: Stored): Promise<SavedView> {
  await db.insert(savedViews).values(view);
  return toView(view);
}

export async function updateStoredView(db: Queryable, view: Omit<Stored, 'createdAt'>): Promise<void> {
  const { workspaceId, id, ...changed } = view;
  await db
    .update(savedViews)
    .set(changed)
    .where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id)));
}

export async function deleteStoredView(db: Queryable, workspaceId: number, id: string): Promise<void> {
  await db.delete(savedViews).where(and(eq(savedViews.workspaceId, workspaceId), eq(savedViews.id, id)));
}
