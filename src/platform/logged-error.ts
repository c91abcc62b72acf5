/** What a log line tells of an error. */
export type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Of a database error: what it was about. */
  readonly table?: string;
  readonly constraint?: string;
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
};

const MAX_CAUSES = 5;

/**
 * Only what is known to be harmless: database errors carry the values of the statement (drizzle in its message, PostgreSQL
 * in `detail`), and those are customers' data and addresses.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, 1_000) };
  const { code, table_name: table, constraint_name: constraint } = error as Error & Record<string, unknown>;
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: harmlessMessage(error),
    ...textual({ code, table, constraint }),
    stack: (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** drizzle's message is the statement and then the values it was given; the statement has placeholders in their stead. */
const harmlessMessage = (error: Error): string =>
  'params' in error && 'query' in error ? `Failed query: ${String(error.query)}` : error.message;

const textual = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
