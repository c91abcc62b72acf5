import { createHub } from './hub.ts';
import { encodePayload } from './message.ts';
import type { PubSub } from './pubsub.ts';

/** For one process and for tests. */
export function createMemoryPubSub(): PubSub {
  const hub = createHub();
  let closed = false;
  const mustBeOpen = () => {
    if (closed) throw new Error('the pub/sub is closed');
  };
  return {
    publish: async (channel, payload) => {
      mustBeOpen();
      hub.deliver(channel, encodePayload(channel, payload));
    },
    subscribe: async (channel) => {
      mustBeOpen();
      return hub.subscribe(channel);
    },
    close: async () => {
      closed = true;
      hub.close();
    },
  };
}
