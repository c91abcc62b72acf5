import { z } from 'zod';
import type { Ctx } from '../kit/ctx.ts';

/** What travels between processes; the signals themselves are read from the database. */
const announcement = z.object({ ids: z.array(z.string()) });

/** Ids of one message, which may have 7,000 bytes. */
const MOST_IDS = 150;

export const channelOf = ({ actor }: Pick<Ctx, 'actor'>): string => `signals:${actor.workspace}`;

export const parseAnnouncement = (message: unknown): readonly string[] => announcement.parse(message).ids;

/** Tells whoever watches, once it is committed. A message that does not get through must not undo what it reports. */
export async function announceSignals(ctx: Ctx, ids: readonly string[]): Promise<void> {
  try {
    for (let from = 0; from < ids.length; from += MOST_IDS)
      await ctx.pubsub.publish(channelOf(ctx), { ids: ids.slice(from, from + MOST_IDS) });
  } catch (error) {
    ctx.log.warn({ error: String(error) }, 'raised signals could not be announced');
  }
}
