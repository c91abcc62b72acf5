import { setTimeout as sleep } from 'node:timers/promises';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { listenToTurn } from './announce.ts';
import { askerOf } from './asker.ts';
import type { ToldEvent, Turn } from './model.ts';
import { type Asker, selectEvents, selectTurns } from './store/index.ts';

/** An event, and the turn as it was when that was read. */
export type WatchedEvent = ToldEvent & { readonly turn: Turn };

const AT_A_TIME = 100;
/** Messages may be lost on their way: whoever waits looks by himself this often. */
const LOOK_EVERY_MS = 5_000;

/**
 * What is told of a turn after the event of that number: what was told already, then each event as it comes, in order and once,
 * up to the one that ends it. When it comes too late for the rest, that one alone. Without one when the turn is deleted.
 */
export async function watchTurn(
  ctx: Ctx,
  id: string,
  after: number,
): Promise<Outcome<AsyncIterableIterator<WatchedEvent>, 'NOT_FOUND'>> {
  const asker = askerOf(ctx);
  const [turn = null] = asker ? await selectTurns(ctx.db.orm, asker, [id]) : [];
  if (!asker || !turn) return refuse('NOT_FOUND', 'This key has asked no such question.', ['turnId']);
  const news = await listenToTurn(ctx, id);
  const events = follow(ctx, asker, id, after, news);
  const watched: AsyncIterableIterator<WatchedEvent> = {
    next: () => events.next(),
    // A generator does not end while it waits: without news it goes on, and ends.
    return: async () => {
      await news.return?.();
      return events.return(undefined);
    },
    [Symbol.asyncIterator]: () => watched,
  };
  return ok(watched);
}

async function* follow(
  ctx: Ctx,
  asker: Asker,
  id: string,
  after: number,
  news: AsyncIterableIterator<unknown>,
): AsyncGenerator<WatchedEvent, undefined> {
  const bell = createBell(news);
  let last = after;
  try {
    do {
      // The turn first: when it has ended by then, all that was ever told is there to be read.
      const [turn] = await selectTurns(ctx.db.orm, asker, [id]);
      if (!turn) return;
      const events = await selectEvents(ctx.db.orm, asker.workspaceId, id, last, AT_A_TIME);
      for (const told of events) {
        last = told.sequence;
        if (isEnd(told)) {
          const [ended] = await selectTurns(ctx.db.orm, asker, [id]);
          if (ended) yield { ...told, turn: ended };
          return;
        }
        yield { ...told, turn };
      }
      if (events.length === 0 && turn.finishedAt) {
        if (turn.told > last) yield { sequence: turn.told, event: { kind: turn.state }, turn };
        return;
      }
      if (events.length === AT_A_TIME) bell.ring();
    } while (await bell.rings(LOOK_EVERY_MS));
  } finally {
    await news.return?.();
  }
}

const isEnd = ({ event }: ToldEvent): boolean => event.kind === 'ANSWERED' || event.kind === 'FAILED';

/** However many messages come while nobody waits for them, they are one: a slow subscriber never falls behind. */
function createBell(news: AsyncIterableIterator<unknown>) {
  let rung = false;
  let over = false;
  let wake = () => {};
  const ring = () => {
    rung = true;
    wake();
  };
  const listen = async () => {
    for await (const _ of news) ring();
  };
  void listen()
    .catch(() => {})
    .then(() => {
      over = true;
      wake();
    });
  return {
    ring,
    /** Waits for it, and no longer than that; false when it never rings again. */
    rings: async (mostMs: number): Promise<boolean> => {
      if (!rung && !over) {
        const heard = new AbortController();
        const woken = new Promise<void>((resolve) => (wake = resolve));
        await Promise.race([woken, sleep(mostMs, undefined, { signal: heard.signal }).catch(() => {})]);
        heard.abort();
      }
      rung = false;
      return !over;
    },
  };
}
