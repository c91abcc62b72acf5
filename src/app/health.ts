import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf } from './request-path.ts';

/** Answers `/health/…` and returns true, or returns false and leaves the request alone. */
export type HealthHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

const DATABASE_PATIENCE_MS = 2_000;

/** `/health/live`: the process answers. `/health/ready`: its database does, too. */
export function createHealthHandler(pingDatabase: () => Promise<unknown>): HealthHandler {
  return (request, response) => {
    const path = pathOf(request);
    if (path === '/health/live') send(response, 200, 'ok');
    else if (path === '/health/ready') void answerReady(response, pingDatabase);
    else return false;
    return true;
  };
}

async function answerReady(response: ServerResponse, pingDatabase: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), DATABASE_PATIENCE_MS);
  });
  try {
    await Promise.race([pingDatabase(), late]);
    send(response, 200, 'ok');
  } catch {
    send(response, 503, 'the database does not answer');
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
