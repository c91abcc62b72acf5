import { setTimeout as sleep } from 'node:timers/promises';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Answer, TestClient } from '../client.ts';
import { socketUrlOf } from '../socket.ts';
import { until } from './cast.ts';

const READ = `{ viewer { workspace { name } } customApi { status lastSyncedDay syncRuns(first: 1) { nodes { id status } } }
  accountUsage(externalCrmId: "acct-1") { metrics { name total } } }`;

/** What a client may be told while the database is away: that something is wrong, by a code, and nothing of what. */
const CODES = ['INTERNAL_SERVER_ERROR', 'DEADLINE_EXCEEDED'];
const TELLS = /ECONN|postgres|127\.0\.0\.1|SQL|terminat|recovery|shutting|sync_runs|custom_apis|\bat \//i;

/** Throws when an answer that failed says more than it may, or other than it should. */
export function mustBeMasked({ status, errors }: Answer<unknown>): void {
  const ill = errors.filter(
    ({ message, extensions }) => !CODES.includes(String(extensions?.['code'])) || TELLS.test(message),
  );
  if (ill.length > 0 || errors.length === 0) {
    throw new Error(`while the database was away, a client was told (HTTP ${status}): ${JSON.stringify(errors)}`);
  }
}

export type Answers = { readonly 'answers in time': number; readonly 'masked failures': number };

/** Asks and asks until told to stop. Every answer is either whole or masked, and comes at all. */
export async function askAllTheTime(client: TestClient, over: AbortSignal): Promise<Answers> {
  let good = 0;
  let masked = 0;
  while (!over.aborted) {
    const answer = await client.send(READ);
    if (answer.errors.length === 0) {
      if (!answer.data?.viewer?.workspace.name) throw new Error(`neither data nor errors: ${JSON.stringify(answer)}`);
      good++;
    } else {
      mustBeMasked(answer);
      masked++;
    }
    await sleep(50);
  }
  return { 'answers in time': good, 'masked failures': masked };
}

export type Watching = {
  /** Resolves once the subscription has told how the run ended; fails when it is over before. */
  readonly sees: (run: string) => Promise<void>;
  /** How often the server asked to try again later. */
  readonly reopened: () => number;
  readonly end: () => void;
};

const TRY_AGAIN_LATER = 1013;

/** A subscription as a client keeps it: opened again when the server says so, and over for any other reason. */
export function watchAllTheTime(url: string, key: string, customApiId: string): Watching {
  const ended = new Set<string>();
  let over: string | null = null;
  let reopened = 0;
  const client = createSocketClient({
    url: socketUrlOf(url),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 1_000,
    retryWait: () => sleep(200),
    shouldRetry: (event) => {
      const { code } = event as { readonly code?: number };
      reopened++;
      if (code !== TRY_AGAIN_LATER) over ??= `it was closed: ${code}`;
      return code === TRY_AGAIN_LATER;
    },
  });
  client.subscribe<{ syncRunProgressed: { id: string; status: string } }>(
    {
      query: 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status } }',
      variables: { id: customApiId },
    },
    {
      next: ({ data, errors }) => {
        if (errors) over ??= `it failed: ${JSON.stringify(errors)}`;
        if (data?.syncRunProgressed.status === 'SUCCEEDED') ended.add(data.syncRunProgressed.id);
      },
      error: (error) => (over ??= `it failed: ${JSON.stringify(error)}`),
      complete: () => (over ??= 'it completed'),
    },
  );
  return {
    sees: async (run) => {
      await until(
        `the subscription to tell of ${run}`,
        () => {
          if (over) throw new Error(`the subscription is over: ${over}`);
          return ended.has(run) || `it told of ${[...ended].join(', ')}`;
        },
        30_000,
      );
    },
    reopened: () => reopened,
    end: () => void client.dispose(),
  };
}
