import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ports } from '../features/kit/ctx.ts';
import { pathOf } from './request-path.ts';
import { within } from './within.ts';

/** Answers `/health/…` and returns true, or returns false and leaves the request alone. */
export type HealthHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Null, or what is not ready, in one line that anybody may read: no address, no secret. */
export type Readiness = () => Promise<string | null>;

/** Whoever asks waits a few seconds at most. */
const PATIENCE_MS = 2_000;
/** Anybody may ask, as often as he likes; the database is asked this often. */
const FRESH_MS = 500;

/** `/health/live`: the process answers. `/health/ready`: it can do its work, and is not about to stop. */
export function createHealthHandler(readiness: Readiness): HealthHandler {
  const complaint = askedSparingly(readiness);
  return (request, response) => {
    const path = pathOf(request);
    if (path === '/health/live') send(response, 200, 'ok');
    else if (path === '/health/ready')
      void complaint().then((why) => send(response, why === null ? 200 : 503, why ?? 'ok'));
    else return false;
    return true;
  };
}

/** What this process needs to do its work. */
export function createReadiness({ db, queue }: Pick<Ports, 'db' | 'queue'>, isLeaving: () => boolean): Readiness {
  return async () => {
    if (isLeaving()) return 'shutting down';
    if (!(await answers(db.ping()))) return 'the database does not answer';
    const [migrated, queued] = await Promise.all([answers(db.isMigrated()), answers(queue.ping().then(() => true))]);
    const complaints = [
      ...(migrated ? [] : ['the database lacks migrations of this version']),
      ...(queued ? [] : ['the job queue does not answer']),
    ];
    return complaints.length > 0 ? complaints.join('; ') : null;
  };
}

/** Whether there is an answer in time, and it is not `false`. */
async function answers(asked: Promise<unknown>): Promise<boolean> {
  try {
    return (await within(PATIENCE_MS, asked, () => false)) !== false;
  } catch {
    return false;
  }
}

function askedSparingly(readiness: Readiness): Readiness {
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: ReturnType<Readiness> | undefined;
  return () => {
    const now = performance.now();
    if (asking && now - askedAt < FRESH_MS) return asking;
    askedAt = now;
    asking = readiness();
    return asking;
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
