import { findAccountsById } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { oncePerMessage } from '../kit/once-per-message.ts';
import { channelOf, parseAnnouncement } from './announce.ts';
import type { Severity, Signal, SignalType } from './domain/signal.ts';
import { findSignals } from './find-signals.ts';

/** Which signals to tell of. All given conditions must hold. */
export type WatchFilter = {
  readonly severities: readonly Severity[] | null;
  readonly types: readonly SignalType[] | null;
  readonly owner: string | null;
};

/** The workspace's signals as they are raised, or opened after a snooze, from when the promise resolves. */
export async function watchSignals(ctx: Ctx, filter: WatchFilter): Promise<AsyncIterableIterator<Signal>> {
  const news = await ctx.pubsub.subscribe(channelOf(ctx));
  const signals = follow(ctx, news, filter);
  const watched: AsyncIterableIterator<Signal> = {
    next: () => signals.next(),
    // A generator does not end while it waits: without news it goes on, and ends.
    return: async () => {
      await news.return?.();
      return signals.return(undefined);
    },
    [Symbol.asyncIterator]: () => watched,
  };
  return watched;
}

const asRaised = oncePerMessage<(Signal | null)[]>();

async function* follow(
  ctx: Ctx,
  news: AsyncIterableIterator<unknown>,
  filter: WatchFilter,
): AsyncGenerator<Signal, undefined> {
  try {
    for await (const message of news) {
      // One question for all that were raised together, and for all who watch. What ended meanwhile is not news.
      const found = await asRaised(message, () => findSignals(ctx, parseAnnouncement(message)));
      const open = found.flatMap((signal) => (signal?.state === 'OPEN' && isWanted(signal, filter) ? [signal] : []));
      yield* filter.owner === null ? open : await ownedBy(ctx, open, filter.owner);
    }
  } finally {
    await news.return?.();
  }
}

const isWanted = ({ severity, type }: Signal, { severities, types }: WatchFilter): boolean =>
  (severities?.includes(severity) ?? true) && (types?.includes(type) ?? true);

async function ownedBy(ctx: Ctx, signals: readonly Signal[], owner: string): Promise<Signal[]> {
  if (signals.length === 0) return [];
  const accounts = await findAccountsById(
    ctx,
    signals.map(({ accountId }) => accountId),
  );
  return signals.filter((_, index) => accounts[index]?.owner === owner);
}
