export type MapperBody = AsyncIterable<Uint8Array>;

/** A job for a mapper child: what to do (JSON), the bytes it reads, and where its output goes. */
export type MapperTask = {
  /** A function is asked when the body is there, for what to do may depend on it. */
  readonly job: unknown | (() => unknown);
  /**
   * The bytes, or how to get them. The latter is asked once a child is free, so that an endpoint is not called, and its
   * deadline does not run, while the job waits its turn; an error it throws is rethrown and costs no child.
   */
  readonly body: MapperBody | (() => Promise<MapperBody>);
  /**
   * Set when the job reads several bodies: asked after each, with what the child said of it; null when that was the last. The
   * child then waits for as long as it takes, and an error it throws is rethrown.
   */
  readonly nextBody?: (page: unknown) => Promise<MapperBody | null>;
  /** Output bytes by channel. Awaited before more is read from the child, so a slow receiver slows the child. */
  readonly onData?: (channel: number, bytes: Uint8Array) => Promise<void> | void;
  readonly onProgress?: (progress: unknown) => void;
  /** Wall time for the child, for each body, in milliseconds; the child is killed when it runs out. */
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
  /** Resolves with the child's result (JSON). An error thrown by the body or by `onData` is rethrown as it is. */
  readonly run: (task: MapperTask) => Promise<unknown>;
  readonly close: () => Promise<void>;
};
