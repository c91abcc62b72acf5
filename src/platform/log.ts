import { type Logger, pino } from 'pino';

/** Structured log lines. Fields never hold secrets, URLs with query strings, or a customer's data. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** JSON lines on standard error, so that standard output stays free for what a command prints. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, serializers: { error: pino.stdSerializers.err } }, pino.destination(2));

const nothing = () => {};
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
