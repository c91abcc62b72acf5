import type { ServerResponse } from 'node:http';

const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Whether a page of this origin may speak to an assistant's door: pages of this machine, and those the operator names. A page
 * that makes its own name point here (DNS rebinding) is known by its origin, which no page can choose. Programs send none.
 */
export const isWelcome = (origin: string | undefined, named: readonly string[]): boolean =>
  origin === undefined || LOOPBACK.test(origin) || named.includes(origin.toLowerCase());

/** Lets the page call: with a key it was given, which no browser sends by itself. */
export function admitPage(response: ServerResponse, origin: string, headers: readonly string[]): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'POST');
  // The last two are of earlier revisions, whose clients may send them everywhere.
  const allowed = ['authorization', ...headers, 'mcp-session-id', 'last-event-id'];
  response.setHeader('access-control-allow-headers', allowed.join(', '));
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after, www-authenticate');
  response.setHeader('access-control-max-age', '86400');
}
