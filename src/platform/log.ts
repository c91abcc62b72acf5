import { type Logger, pino } from 'pino';
import { withoutSecrets } from './log-guard.ts';
import { loggedError } from './logged-error.ts';

/** Structured log lines. Fields never hold secrets, URLs with query strings, or a customer's data. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export type LogDestination = { readonly write: (line: string) => void };

/** JSON lines on standard error, so that standard output stays free for what a command prints. */
export const createLog = (level: string, destination: LogDestination = pino.destination(2)): Log =>
  pino(
    {
      level,
      base: null,
      serializers: { error: loggedError, err: loggedError },
      hooks: { streamWrite: withoutSecrets },
    },
    destination,
  );

const nothing = () => {};
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
