import { createSubscription, type Subscription } from './subscription.ts';

/** The subscribers of this process, by channel. */
export type Hub = {
  readonly subscribe: (channel: string) => AsyncIterableIterator<unknown>;
  readonly deliver: (channel: string, payloadText: string) => void;
  readonly close: () => void;
};

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
    // Parsed for each subscriber: none may change what another one reads.
    deliver: (channel, payloadText) => {
      for (const subscription of channels.get(channel) ?? []) subscription.push(JSON.parse(payloadText));
    },
    close: () => {
      for (const subscribers of [...channels.values()]) {
        for (const subscription of [...subscribers]) subscription.end();
      }
    },
  };
}
