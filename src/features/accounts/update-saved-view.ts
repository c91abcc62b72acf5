import { dayOfInstant } from '../../lib/day.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { nameTaken } from './create-saved-view.ts';
import { BY_NAME, illName, illView, nameKeyOf, readView, writeView } from './domain/saved-view.ts';
import type { GivenView, SavedView, TableMetric, ViewParts } from './model.ts';
import { lockSavedViews, selectSavedViews, updateStoredView } from './store/index.ts';

export type UpdateSavedViewCode = 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID_INPUT' | 'NAME_TAKEN';

/** Changes what is given; an explicit null stands for what a new view has. */
export async function updateSavedView(
  ctx: Ctx,
  input: GivenView & { readonly id: string; readonly name?: string | null | undefined },
  metrics: readonly TableMetric[],
): Promise<Outcome<SavedView, UpdateSavedViewCode>> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  const { workspaceId } = ctx.actor;
  const now = ctx.clock.now();
  return ctx.db.orm.transaction(async (tx) => {
    await lockSavedViews(tx, workspaceId);
    const views = await selectSavedViews(tx, workspaceId);
    const stored = views.find(({ id }) => id === input.id);
    if (!stored) return noSuchView();
    const name = (input.name ?? stored.name).trim();
    const ill = illName(name);
    if (ill) return refuse('INVALID_INPUT', ill, ['input', 'name']);
    const parts: ViewParts = {
      filter: input.filter === undefined ? stored.filter : (input.filter ?? {}),
      orderBy: input.orderBy === undefined ? stored.orderBy : (input.orderBy ?? BY_NAME),
      columns: input.columns === undefined ? stored.columns : (input.columns ?? []),
    };
    const problem = illView(parts, metrics, dayOfInstant(now.getTime()));
    if (problem) return refuse('INVALID_INPUT', problem.message, ['input', ...problem.field]);
    const nameKey = nameKeyOf(name);
    if (views.some((other) => other.id !== stored.id && nameKeyOf(other.name) === nameKey)) return nameTaken(name);
    const view = writeView(parts);
    await updateStoredView(tx, { workspaceId, id: stored.id, name, nameKey, view, updatedAt: now });
    await recordChange(tx, ctx, { action: 'SAVED_VIEW_UPDATED', subject: stored.id, details: { name, view } });
    return ok({ ...stored, ...readView(view), name, updatedAt: now });
  });
}

export const noSuchView = () => refuse('NOT_FOUND', 'There is no such saved view.', ['input', 'id']);
