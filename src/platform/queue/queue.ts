/** A job is a definition first: its name, the shape of its payload and how it is tried again; its handler lives with the worker. */
export type JobDefinition<Payload> = {
  readonly name: string;
  /** Validates a payload read back from storage. Payloads hold ids only, never secrets. */
  readonly parse: (payload: unknown) => Payload;
  /** How many of these one worker process runs at a time. */
  readonly concurrency: number;
};

export type JobHandler<Payload> = (payload: Payload) => Promise<void>;

/** The port. Delivery is at least once: handlers claim their work in the database before they act. */
export type Queue = {
  /** Asks for the job to be run soon, by any worker process. */
  readonly enqueue: <Payload>(job: JobDefinition<Payload>, payload: Payload) => Promise<void>;
  /** Registers a handler. Call before `start`. */
  readonly handle: <Payload>(job: JobDefinition<Payload>, handler: JobHandler<Payload>) => void;
  /** Runs a job without payload on a cron line (UTC); several processes may ask for the same one. */
  readonly schedule: (job: JobDefinition<null>, cron: string) => Promise<void>;
  /** Rejects while jobs can neither be asked for nor taken. */
  readonly ping: () => Promise<void>;
  /** Begins to take jobs, when handlers were registered; a process that only enqueues starts too, to notify at once. */
  readonly start: () => Promise<void>;
  /** Stops taking jobs and waits for the running ones. */
  readonly stop: () => Promise<void>;
};
