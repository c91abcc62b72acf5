import type { Ctx } from '../kit/ctx.ts';
import type { NewEvent } from '../webhooks/index.ts';
import type { RunError, SyncRun } from './domain/sync-run.ts';
import { customApiId } from './store/index.ts';

/** What webhooks tell of a run that failed for good. Its error is without secrets already: see ask-endpoint.ts. */
export const syncFailed = (
  ctx: Pick<Ctx, 'actor'>,
  { id, kind, window }: SyncRun,
  { code, message, hint }: RunError,
  status: string | null,
): NewEvent => ({
  type: 'sync.failed',
  data: {
    syncRun: { id, kind, from: window.from, to: window.to },
    error: { code, message, hint },
    customApi: { id: customApiId(ctx.actor), status },
  },
});
