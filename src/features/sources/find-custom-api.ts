import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { SyncRun } from './domain/sync-run.ts';
import type { CustomApi } from './model.ts';
import { getCustomApi, selectSyncRun, selectSyncRuns } from './store/index.ts';

/** The workspace's usage source, connected or not. */
export const findCustomApi = (ctx: Ctx): Promise<CustomApi> => getCustomApi(ctx.db.orm, ctx.actor, ctx.clock.now());

/** One run of this workspace; null when there is none with this id. */
export const findSyncRun = (ctx: Ctx, id: string): Promise<SyncRun | null> =>
  selectSyncRun(ctx.db.orm, ctx.actor.workspaceId, id);

const ORDER = 'sync-runs';

/** The workspace's runs, newest first. */
export async function listSyncRuns(ctx: Ctx, page: PageRequest): Promise<Outcome<Page<SyncRun>, 'INVALID_INPUT'>> {
  const after = keysetAfter(page, ORDER, ['string']);
  if (!after.ok) return after;
  const before = after.value && String(after.value[0]);
  const rows = await selectSyncRuns(ctx.db.orm, ctx.actor.workspaceId, before, page.first + 1);
  return ok(pageOf(rows, page, (node) => ({ node, cursor: encodeCursor(ORDER, [node.id]) })));
}
