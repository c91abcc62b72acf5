/** The port: small messages between processes, at most once, in order per channel. What must not be lost is in the database. */
export type PubSub = {
  /** `payload` is JSON of at most 7,000 bytes. */
  readonly publish: (channel: string, payload: unknown) => Promise<void>;
  /** Messages published after the promise resolved. Ends when the iterator is returned or the pub/sub is closed. */
  readonly subscribe: (channel: string) => Promise<AsyncIterableIterator<unknown>>;
  readonly close: () => Promise<void>;
};
