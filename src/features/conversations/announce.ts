import type { Ctx } from '../kit/ctx.ts';

const channelOf = (turnId: string): string => `turn:${turnId}`;

/** Messages that say there is something new of a turn, and not what: that is in the database, whole and in order. */
export const listenToTurn = (ctx: Ctx, turnId: string): Promise<AsyncIterableIterator<unknown>> =>
  ctx.pubsub.subscribe(channelOf(turnId));

/** A message that does not get through costs those who follow some seconds: they look by themselves, too. */
export async function announceTurn(ctx: Ctx, turnId: string): Promise<void> {
  try {
    await ctx.pubsub.publish(channelOf(turnId), {});
  } catch (error) {
    ctx.log.warn({ turn: turnId, error: String(error) }, 'news of a turn could not be announced');
  }
}
