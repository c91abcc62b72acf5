import { z } from 'zod';
import type { Ctx } from '../kit/ctx.ts';
import { ACTIVE_STATUSES, type SyncRun, TERMINAL_STATUSES } from './domain/sync-run.ts';
import { customApiId } from './store/index.ts';

/** What travels between processes: enough to show progress; a run that ended is read from the database. */
const announcement = z.object({
  id: z.string(),
  status: z.enum([...ACTIVE_STATUSES, ...TERMINAL_STATUSES]),
  progress: z.number(),
  rowsFetched: z.number(),
  attempt: z.number(),
});
export type Announcement = z.infer<typeof announcement>;

export const channelOf = (ctx: Ctx): string => `sync-runs:${customApiId(ctx.actor)}`;

export const parseAnnouncement = (message: unknown): Announcement => announcement.parse(message);

/** Tells whoever watches. A message that does not get through must not undo what it reports. */
export async function announceRun(ctx: Ctx, run: Announcement): Promise<void> {
  const { id, status, progress, rowsFetched, attempt } = run;
  try {
    await ctx.pubsub.publish(channelOf(ctx), { id, status, progress, rowsFetched, attempt });
  } catch (error) {
    ctx.log.warn({ run: id, error: String(error) }, 'progress could not be announced');
  }
}

/** The run as the announcement shows it; null when only the database knows: how it ended, or when it is tried again. */
export const applyAnnouncement = (run: SyncRun | null, news: Announcement): SyncRun | null =>
  run && run.id === news.id && run.attempt === news.attempt && run.status !== 'QUEUED' && isWorking(news.status)
    ? { ...run, ...news }
    : null;

const isWorking = (status: SyncRun['status']): boolean => status === 'FETCHING' || status === 'STORING';
