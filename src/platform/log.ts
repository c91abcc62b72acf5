import { pino } from 'pino';

/** Structured log lines. Fields never hold secrets, URLs with query strings, or a customer's data. */
export type Log = {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** JSON lines on standard error, so that standard output stays free for what a command prints. */
export const createLog = (level: string): Log => pino({ level, base: null }, pino.destination(2));

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
