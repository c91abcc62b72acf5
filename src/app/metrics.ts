import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Metrics } from '../platform/metrics.ts';
import { pathOf } from './request-path.ts';

/** Answers `/metrics` and returns true, or returns false and leaves the request alone. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

type Options = {
  readonly metrics: Metrics;
  /** Who may look must send it; without one there is nothing to see. */
  readonly token: string | null;
  /** Brings figures up to date that are not counted as things happen. */
  readonly refresh: () => Promise<void>;
};

const TEXT = 'text/plain; charset=utf-8';

/** What goes on in here is for the operator: without a token of his the path does not exist. */
export function createMetricsHandler({ metrics, token, refresh }: Options): MetricsHandler {
  if (token === null) return () => false;
  const expected = digestOf(`Bearer ${token}`);
  return (request, response) => {
    if (pathOf(request) !== '/metrics') return false;
    const given = (request.headers.authorization ?? '').replace(/^bearer +/i, 'Bearer ');
    // Of equal length, and compared in a time that tells nothing of the token.
    if (!timingSafeEqual(digestOf(given), expected)) {
      send(response, 401, TEXT, 'Send METRICS_TOKEN as a bearer token.\n', { 'www-authenticate': 'Bearer' });
      return true;
    }
    void answer(response, metrics, refresh);
    return true;
  };
}

/** Counts what `handler` answers, but for the questions of those who watch. */
export function countRequests(metrics: Pick<Metrics, 'request'>, handler: RequestListener): RequestListener {
  return (request, response) => {
    if (!/^\/(?:health|metrics)\b/.test(pathOf(request))) {
      response.once('close', () => metrics.request(response.headersSent ? response.statusCode : null));
    }
    handler(request, response);
  };
}

async function answer(response: ServerResponse, metrics: Metrics, refresh: () => Promise<void>): Promise<void> {
  try {
    await refresh();
    send(response, 200, metrics.contentType, await metrics.text());
  } catch (error) {
    response.destroy(error as Error);
  }
}

const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();

function send(response: ServerResponse, status: number, type: string, text: string, headers = {}): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(text);
}
