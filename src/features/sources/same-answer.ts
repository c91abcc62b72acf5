import type { Ctx } from '../kit/ctx.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { isSpared } from './domain/conditional.ts';
import { isRepeatable, type LastAnswer } from './domain/last-answer.ts';
import type { LeaseKeeper } from './run-lease.ts';
import { type Fence, selectLastAnswer } from './store/index.ts';
import { RunFailed, type SyncPlan, type WindowTask } from './window-task.ts';

export type SameAnswer = { readonly last: LastAnswer; readonly httpStatus: number | null };

/**
 * Asks whether the endpoint still says what was stored last, where that was exactly this window. Null when it says something
 * else, or when there is nothing to compare with: the window is then asked for in the ordinary way, which for an answer that
 * differs is a second call.
 */
export async function askIfSame(
  ctx: Ctx,
  { endpoint, secrets }: SyncPlan,
  { run, window }: WindowTask,
  { workspaceId, configVersion }: Fence,
  lease: LeaseKeeper,
): Promise<SameAnswer | null> {
  // An endpoint that allows few calls would refuse the second one each time.
  if (endpoint.paging || run.failedTries > 0) return null;
  const last = await selectLastAnswer(ctx.db.orm, workspaceId);
  if (!last || !isRepeatable(last, { configVersion, window, now: ctx.clock.now() })) return null;
  const { blocks, read, tag } = last;
  const asked = await askEndpoint<{ readonly same: boolean }>(
    ctx,
    {
      endpoint,
      secrets,
      window,
      job: { kind: 'compare', blocks, bytes: read.bytes },
      unlessTag: tag,
      onProgress: lease.mapping,
      signal: lease.signal,
    },
    lease.fetching,
  );
  const { outcome, httpStatus } = asked;
  if (!outcome.ok) {
    const { code, message, hint, retry } = outcome.error;
    throw new RunFailed({ error: { code, message, hint }, httpStatus }, retry);
  }
  if (!outcome.value.same && !isSpared(httpStatus)) return null;
  return { last: { ...last, tag: asked.tag ?? tag }, httpStatus };
}
