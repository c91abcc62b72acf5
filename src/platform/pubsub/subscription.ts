/** What a subscriber reads from, and what the adapter writes to. */
export type Subscription = {
  readonly messages: AsyncIterableIterator<unknown>;
  readonly push: (message: unknown) => void;
  readonly end: () => void;
};

type Waiter = { resolve: (result: IteratorResult<unknown>) => void; reject: (error: Error) => void };

/** Enough for any burst a live view can show; a subscriber further behind must read the database anew. */
export const BUFFER_LIMIT = 1_000;

/**
 * An iterator over messages that arrive at their own pace. A subscriber who falls too far behind still gets the latest
 * messages and then an error, so that a stalled socket cannot fill our memory and he knows that he missed some.
 */
export function createSubscription(onEnd: () => void): Subscription {
  const buffer: unknown[] = [];
  const waiters: Waiter[] = [];
  let ended = false;
  let failure: Error | null = null;

  const end = () => {
    if (ended) return;
    ended = true;
    onEnd();
    for (const { resolve } of waiters.splice(0)) resolve({ done: true, value: undefined });
  };
  const push = (message: unknown) => {
    if (ended) return;
    const waiter = waiters.shift();
    if (waiter) return waiter.resolve({ done: false, value: message });
    buffer.push(message);
    if (buffer.length <= BUFFER_LIMIT) return;
    buffer.shift();
    failure = new Error('the subscriber is too slow: messages were dropped');
    end();
  };
  const next = async (): Promise<IteratorResult<unknown>> => {
    if (buffer.length > 0) return { done: false, value: buffer.shift() };
    if (failure) {
      const error = failure;
      failure = null;
      throw error;
    }
    if (ended) return { done: true, value: undefined };
    return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
  };
  const stop = async (): Promise<IteratorResult<unknown>> => {
    buffer.length = 0;
    failure = null;
    end();
    return { done: true, value: undefined };
  };
  const messages: AsyncIterableIterator<unknown> = {
    next,
    return: stop,
    throw: async (error) => {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]: () => messages,
  };
  return { messages, push, end };
}
