import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { writeView } from './domain/saved-view.ts';
import type { SavedView } from './model.ts';
import { deleteStoredView, lockSavedViews, selectSavedView } from './store/index.ts';
import { noSuchView } from './update-saved-view.ts';

export type DeleteSavedViewCode = 'FORBIDDEN' | 'NOT_FOUND';

/** Deletes a view, and returns it as it was. */
export async function deleteSavedView(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<SavedView, DeleteSavedViewCode>> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  const { workspaceId } = ctx.actor;
  return ctx.db.orm.transaction(async (tx) => {
    await lockSavedViews(tx, workspaceId);
    const stored = await selectSavedView(tx, workspaceId, id);
    if (!stored) return noSuchView();
    await deleteStoredView(tx, workspaceId, id);
    await recordChange(tx, ctx, {
      action: 'SAVED_VIEW_DELETED',
      subject: id,
      details: { name: stored.name, view: writeView(stored) },
    });
    return ok(stored);
  });
}
