/** A job for a mapper child: what to do (JSON), the bytes it reads, and where its output goes. */
export type MapperTask = {
  readonly job: unknown;
  readonly body: AsyncIterable<Uint8Array>;
  /** Output bytes by channel. Awaited before more is read from the child, so a slow receiver slows the child. */
  readonly onData?: (channel: number, bytes: Uint8Array) => Promise<void> | void;
  readonly onProgress?: (progress: unknown) => void;
  /** Wall time for the child, in milliseconds; the child is killed when it runs out. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

export type MapperFailureCode = 'OUT_OF_MEMORY' | 'TIMEOUT' | 'CRASHED' | 'ABORTED';

/** The child died or was killed: nothing it said about this job may be used. */
export class MapperError extends Error {
  override readonly name = 'MapperError';
  readonly code: MapperFailureCode;
  constructor(code: MapperFailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The port: warm, killable child processes that parse what a customer's endpoint returned. */
export type MapperPool = {
  /** Resolves with the child's result (JSON). An error thrown by `body` or `onData` is rethrown as it is. */
  readonly run: (task: MapperTask) => Promise<unknown>;
  readonly close: () => Promise<void>;
};
