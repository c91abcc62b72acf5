import { createSubscription, type Subscription } from './subscription.ts';

/** The subscribers of this process, by channel. */
export type Hub = {
  readonly subscribe: (channel: string) => AsyncIterableIterator<unknown>;
  readonly deliver: (channel: string, payloadText: string) => void;
  readonly close: () => void;
};

/** All subscribers read the same: none may change what another one reads, and what was made of it once is right for all. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

export function createHub(): Hub {
  const channels = new Map<string, Set<Subscription>>();
  return {
    subscribe: (channel) => {
      const subscribers = channels.get(channel) ?? new Set();
      channels.set(channel, subscribers);
      const subscription = createSubscription(() => {
        subscribers.delete(subscription);
        if (subscribers.size === 0 && channels.get(channel) === subscribers) channels.delete(channel);
      });
      subscribers.add(subscription);
      return subscription.messages;
    },
    deliver: (channel, payloadText) => {
      const subscribers = channels.get(channel);
      if (!subscribers) return;
      const message: unknown = frozen(JSON.parse(payloadText));
      for (const subscription of subscribers) subscription.push(message);
    },
    close: () => {
      for (const subscribers of [...channels.values()]) {
        for (const subscription of [...subscribers]) subscription.end();
      }
    },
  };
}
