import type { Ctx } from '../kit/ctx.ts';
import { oncePerMessage } from '../kit/once-per-message.ts';
import { applyAnnouncement, channelOf, parseAnnouncement } from './announce.ts';
import { ACTIVE_STATUSES, type SyncRun } from './domain/sync-run.ts';
import { selectSyncRun, selectSyncRuns } from './store/index.ts';

/**
 * The workspace's runs as they go: the latest as it is now, then every change. Listening starts before the first look, so
 * that nothing falls between the two; a run that ends is read from the database, so that its terminal state is whole.
 */
export async function watchSyncRuns(ctx: Ctx): Promise<AsyncIterableIterator<SyncRun>> {
  const news = await ctx.pubsub.subscribe(channelOf(ctx));
  const runs = follow(ctx, news);
  const watched: AsyncIterableIterator<SyncRun> = {
    next: () => runs.next(),
    // A generator does not end while it waits: without news it goes on, and ends.
    return: async () => {
      await news.return?.();
      return runs.return(undefined);
    },
    [Symbol.asyncIterator]: () => watched,
  };
  return watched;
}

const asTold = oncePerMessage<SyncRun | null>();

async function* follow(ctx: Ctx, news: AsyncIterableIterator<unknown>): AsyncGenerator<SyncRun, undefined> {
  const { workspaceId } = ctx.actor;
  try {
    let [run = null] = await selectSyncRuns(ctx.db.orm, workspaceId, null, 1);
    if (run) yield run;
    for await (const message of news) {
      const seen: SyncRun | null = run;
      // The run as the message shows it is the same whoever applied it.
      const next = await asTold(message, async () => {
        const heard = parseAnnouncement(message);
        return applyAnnouncement(seen, heard) ?? selectSyncRun(ctx.db.orm, workspaceId, heard.id);
      });
      if (!next || isStale(run, next)) continue;
      run = next;
      yield run;
    }
  } finally {
    await news.return?.();
  }
}

/** Whether `next` tells nothing that `seen` did not: announcements made before the first look arrive after it. */
function isStale(seen: SyncRun | null, next: SyncRun): boolean {
  if (!seen || next.id > seen.id) return false;
  if (next.id < seen.id) return true;
  if (seen.finishedAt) return true;
  if (next.finishedAt || next.attempt > seen.attempt) return false;
  if (next.attempt < seen.attempt) return true;
  if (next.status === 'RETRYING') return seen.status === 'RETRYING';
  return next.progress < seen.progress || (next.progress === seen.progress && stepOf(next) <= stepOf(seen));
}

/** Within one attempt progress only goes up; where it stands still, the status may. */
const stepOf = ({ status }: SyncRun): number => (ACTIVE_STATUSES as readonly string[]).indexOf(status);
