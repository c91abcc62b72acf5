import type { Logger } from 'pino';
import type { Sql } from 'postgres';
import { createHub } from './hub.ts';
import { encodePayload } from './message.ts';
import type { PubSub } from './pubsub.ts';

/**
 * All our channels travel on one database channel. Their names may be longer than its 63 bytes, each process needs a
 * single LISTEN, and it never has to UNLISTEN: postgres.js forgets whose listener was whose once it has reconnected.
 */
const DATABASE_CHANNEL = 'tributary';

/** `sql` stays the caller's: `close` ends the subscriptions, and ending `sql` ends the listening connection. */
export function createPostgresPubSub({
  sql,
  log,
}: {
  sql: Pick<Sql, 'listen'> & { notify: (channel: string, payload: string) => PromiseLike<unknown> };
  log?: Pick<Logger, 'warn'>;
}): PubSub {
  const hub = createHub();
  const tails = new Map<string, Promise<void>>();
  let listening: Promise<void> | undefined;
  let closed = false;
  const mustBeOpen = () => {
    if (closed) throw new Error('the pub/sub is closed');
  };

  const receive = (envelope: string) => {
    // `channel` as JSON text, a line feed (which JSON text never holds), payload as JSON text.
    const cut = envelope.indexOf('\n');
    if (cut > 0) hub.deliver(JSON.parse(envelope.slice(0, cut)), envelope.slice(cut + 1));
  };

  /** postgres.js connects and listens again by itself after an outage; what was sent meanwhile is lost. */
  const listen = async () => {
    // A first attempt that failed may come alive later, beside the one that replaced it.
    let current = true;
    let times = 0;
    const onMessage = (envelope: string) => {
      if (current && !closed) receive(envelope);
    };
    const onListening = () => {
      times += 1;
      if (current && !closed && times > 1) log?.warn('the database is back: live messages sent meanwhile are lost');
    };
    try {
      await sql.listen(DATABASE_CHANNEL, onMessage, onListening);
    } catch (error) {
      current = false;
      listening = undefined;
      throw error;
    }
  };

  return {
    publish: async (channel, payload) => {
      mustBeOpen();
      const envelope = `${JSON.stringify(channel)}\n${encodePayload(channel, payload)}`;
      // One at a time per channel: the pool's connections would let a later message overtake.
      const sent = (tails.get(channel) ?? Promise.resolve()).then(() => sql.notify(DATABASE_CHANNEL, envelope));
      const settled = sent.then(ignore, ignore).then(() => {
        if (tails.get(channel) === settled) tails.delete(channel);
      });
      tails.set(channel, settled);
      await sent;
    },
    subscribe: async (channel) => {
      mustBeOpen();
      listening ??= listen();
      await listening;
      mustBeOpen();
      return hub.subscribe(channel);
    },
    close: async () => {
      closed = true;
      hub.close();
    },
  };
}

const ignore = (): void => {};
