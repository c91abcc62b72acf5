import { dayOfInstant } from '../../lib/day.ts';
import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { BY_NAME, illName, illView, nameKeyOf, writeView } from './domain/saved-view.ts';
import type { GivenView, SavedView, TableMetric, ViewParts } from './model.ts';
import { insertSavedView, lockSavedViews, selectSavedViews } from './store/index.ts';

export type CreateSavedViewCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NAME_TAKEN' | 'TOO_MANY_VIEWS';

/** More than anybody finds his way through. */
const LIMIT = 200;

/** Names a choice of columns, filter and order of the account table, for everybody in the workspace. */
export async function createSavedView(
  ctx: Ctx,
  input: GivenView & { readonly name: string },
  metrics: readonly TableMetric[],
): Promise<Outcome<SavedView, CreateSavedViewCode>> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  const name = input.name.trim();
  const ill = illName(name);
  if (ill) return refuse('INVALID_INPUT', ill, ['input', 'name']);
  const parts: ViewParts = {
    filter: input.filter ?? {},
    orderBy: input.orderBy ?? BY_NAME,
    columns: input.columns ?? [],
  };
  const now = ctx.clock.now();
  const problem = illView(parts, metrics, dayOfInstant(now.getTime()));
  if (problem) return refuse('INVALID_INPUT', problem.message, ['input', ...problem.field]);
  const { workspaceId } = ctx.actor;
  return ctx.db.orm.transaction(async (tx) => {
    await lockSavedViews(tx, workspaceId);
    const others = await selectSavedViews(tx, workspaceId);
    const nameKey = nameKeyOf(name);
    if (others.some((other) => nameKeyOf(other.name) === nameKey)) return nameTaken(name);
    if (others.length >= LIMIT) {
      return refuse('TOO_MANY_VIEWS', `A workspace has at most ${LIMIT} saved views: delete one first.`);
    }
    const id = newId('savedView', now);
    const view = writeView(parts);
    const created = await insertSavedView(tx, { workspaceId, id, name, nameKey, view, createdAt: now, updatedAt: now });
    await recordChange(tx, ctx, { action: 'SAVED_VIEW_CREATED', subject: id, details: { name, view } });
    return ok(created);
  });
}

export const nameTaken = (name: string) =>
  refuse('NAME_TAKEN', `There is a view named “${name}” already; case does not tell names apart.`, ['input', 'name']);
