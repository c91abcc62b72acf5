import type { IncomingMessage } from 'node:http';

/** The path a request asks for, without query string. */
export const pathOf = (request: IncomingMessage): string => (request.url ?? '').replace(/[?#].*$/s, '');
