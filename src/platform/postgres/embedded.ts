/** A PostgreSQL server that this process started (or took over from a killed predecessor) and stops again. */
export type EmbeddedPostgres = {
  /** Connection URL on loopback, password included: never log it. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};
