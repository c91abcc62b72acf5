import { dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { illView } from './domain/saved-view.ts';
import type { SavedView, TableMetric } from './model.ts';
import { selectSavedView, selectSavedViews } from './store/index.ts';

/** The workspace's views, by name in any case. */
export const listSavedViews = (ctx: Ctx): Promise<SavedView[]> => selectSavedViews(ctx.db.orm, ctx.actor.workspaceId);

export const findSavedView = (ctx: Ctx, id: string): Promise<SavedView | null> =>
  selectSavedView(ctx.db.orm, ctx.actor.workspaceId, id);

/** Why a view cannot be shown as it is; null when it can. */
export const problemOfView = (ctx: Ctx, view: SavedView, metrics: readonly TableMetric[]): string | null =>
  illView(view, metrics, dayOfInstant(ctx.clock.now().getTime()))?.message ?? null;
