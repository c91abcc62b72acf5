import { dayOfInstant } from '../../lib/day.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { checkFilter, checkOrder, namesMetrics } from './domain/check-query.ts';
import { BY_NAME } from './domain/saved-view.ts';
import type { AccountFilter, AccountOrder, AccountQuery, CheckedFilter, TableMetric } from './model.ts';
import { selectSavedView } from './store/index.ts';

/** What a caller asks of the table. A filter beside a view narrows it; an order replaces the view's. */
export type AskedAccounts = {
  readonly filter?: AccountFilter | null | undefined;
  readonly orderBy?: AccountOrder | null | undefined;
  /** Id of a saved view. */
  readonly view?: string | null | undefined;
};

/** Makes a question of what is asked: checks it, and finds the metrics it names, which are looked up only when there are any. */
export async function askAccounts(
  ctx: Ctx,
  { filter, orderBy, view: viewId }: AskedAccounts,
  dictionary: () => Promise<readonly TableMetric[]>,
): Promise<Outcome<AccountQuery, 'INVALID_INPUT' | 'NOT_FOUND'>> {
  const view = typeof viewId === 'string' ? await selectSavedView(ctx.db.orm, ctx.actor.workspaceId, viewId) : null;
  if (typeof viewId === 'string' && !view) return refuse('NOT_FOUND', 'There is no such saved view.', ['view']);
  const given = [...(view ? [view.filter] : []), ...(filter ? [filter] : [])];
  const order = orderBy ?? view?.orderBy ?? BY_NAME;
  const metrics = namesMetrics(given, order) ? await dictionary() : [];
  const today = dayOfInstant(ctx.clock.now().getTime());
  const filters: CheckedFilter[] = [];
  for (const one of given) {
    const checked = checkFilter(one, metrics, today);
    if (!checked.ok) return refused(checked.error, one === view?.filter ? view.name : null);
    filters.push(checked.value);
  }
  const checked = checkOrder(order, metrics);
  if (!checked.ok) return refused(checked.error, order === view?.orderBy ? view.name : null);
  return ok({ filters, order: checked.value });
}

/** Of what a view holds, the view is at fault, not the caller's filter. */
const refused = ({ message, field }: { message: string; field: readonly string[] }, view: string | null) =>
  view === null
    ? refuse('INVALID_INPUT', message, field)
    : refuse('INVALID_INPUT', `The view “${view}” cannot be shown as it is saved. ${message}`, ['view']);
