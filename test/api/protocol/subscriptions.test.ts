import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createMemoryPubSub } from '../../../src/platform/pubsub/memory-pubsub.ts';
import type { PubSub } from '../../../src/platform/pubsub/pubsub.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { createClient } from '../../kit/client.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
const { pubsub, whenSubscribers } = countingPubSub();
let ticks = 0;
beforeAll(async () => {
  // Each look at the clock is a millisecond later: the ids of runs sort by time.
  app = await startTestApp({ pubsub, clock: { now: () => new Date(NOW.getTime() + ticks++) } });
});
beforeEach(async () => {
  connected = await connectWorkspace(app);
});
afterEach(() => connected.close());
afterAll(() => app.close());

const WATCH =
  'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status progress rowsFetched rowsStored } }';
const ENDED = ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'];
type Seen = { syncRunProgressed: { id: string; status: string; progress: number } };

/** Makes the endpoint answer when it is told to; `asked` resolves when it was called. */
function holdAnswer(): { asked: Promise<void>; answer: () => void } {
  const rows = [{ day: YESTERDAY, id: 'A-1', calls: 1 }];
  let respond: ((body: string) => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    connected.endpoint.respond((_, response) => {
      respond = (body) => response.setHeader('content-type', 'application/json').end(body);
      resolve();
    });
  });
  const answer = () => {
    respond?.(JSON.stringify(rows));
    respond = undefined;
  };
  return { asked, answer };
}

test('tells the current state first, then each change, to the end', async () => {
  const held = holdAnswer();
  const running = connected.track([{ name: 'calls' }]);
  await held.asked;
  const seen = await connected.workspace
    .as('MEMBER')
    .watch<Seen>(WATCH, { id: connected.customApiId }, ({ syncRunProgressed: run }) => {
      held.answer();
      return ENDED.includes(run.status);
    });
  const runs = seen.map((one) => one.syncRunProgressed);
  const { id } = await running;
  expect(runs[0]).toMatchObject({ id, status: 'FETCHING' });
  expect(runs.at(-1)).toEqual({ id, status: 'SUCCEEDED', progress: 1, rowsFetched: 1, rowsStored: 1 });
  const progress = runs.map((run) => run.progress);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('tells a run that ended before, then those to come', async () => {
  connected.serve([{ day: YESTERDAY, id: 'A-1', calls: 1 }]);
  const first = await connected.track([{ name: 'calls' }]);
  let second: Promise<{ id: string }> | undefined;
  const seen = await connected.admin.watch<Seen>(WATCH, { id: connected.customApiId }, ({ syncRunProgressed: run }) => {
    second ??= connected.sync();
    return run.id !== first.id && ENDED.includes(run.status);
  });
  const ended = seen.map((one) => one.syncRunProgressed).filter((run) => ENDED.includes(run.status));
  expect(ended.map((run) => run.id)).toEqual([first.id, (await second)?.id]);
});

test('tells nothing about another workspace', async () => {
  const other = await connectWorkspace(app);
  let running: Promise<{ id: string }> | undefined;
  const theirs: string[] = [];
  const run = async () => {
    theirs.push((await other.track([{ name: 'calls' }])).id);
    return connected.sync();
  };
  try {
    const { id } = await connected.track([{ name: 'calls' }]);
    const seen = await connected.admin.watch<Seen>(WATCH, { id: connected.customApiId }, ({ syncRunProgressed }) => {
      running ??= run();
      return syncRunProgressed.id !== id && ENDED.includes(syncRunProgressed.status);
    });
    const ids = new Set(seen.map((one) => one.syncRunProgressed.id));
    expect([...ids]).toEqual([id, (await running)?.id]);
    expect(theirs).toHaveLength(1);
  } finally {
    await other.close();
  }
});

test.each([
  ['completes it', (client: SocketClient) => client.complete()],
  ['goes away', (client: SocketClient) => client.socket().terminate()],
])('leaves nothing behind when the client %s while nothing happens', { timeout: 5_000 }, async (_, leave) => {
  await whenSubscribers(0);
  const client = watchWithSocket();
  await whenSubscribers(1);
  leave(client);
  await whenSubscribers(0);
  await client.dispose();
});

test('ends with its next event once its key is revoked', async () => {
  const owner = connected.workspace.as('OWNER');
  const { createApiKey } = await owner.ask(
    'mutation { createApiKey(input: { label: "soon gone", role: MEMBER }) { secret apiKey { id } } }',
  );
  connected.serve([{ day: YESTERDAY, id: 'A-1', calls: 1 }]);
  await connected.track([{ name: 'calls' }]);
  const seen: Seen[] = [];
  let running: Promise<unknown> | undefined;
  const watching = createClient(app.url, createApiKey.secret).watch<Seen>(
    WATCH,
    { id: connected.customApiId },
    (data) => {
      seen.push(data);
      running ??= owner
        .ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }', createApiKey.apiKey)
        .then(connected.sync);
      return false;
    },
  );
  await expect(watching).rejects.toMatchObject({ code: 4403 });
  await running;
  expect(seen).toHaveLength(1);
});

type SocketClient = ReturnType<typeof watchWithSocket>;

function watchWithSocket() {
  let socket: WebSocket | undefined;
  const client = createSocketClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${connected.workspace.keys.MEMBER}` },
    retryAttempts: 0,
    on: {
      connected: (opened) => {
        socket = opened as WebSocket;
      },
    },
  });
  const ignored = () => {};
  const complete = client.subscribe(
    { query: WATCH, variables: { id: connected.customApiId } },
    { next: ignored, error: ignored, complete: ignored },
  );
  const open = () => {
    if (!socket) throw new Error('the socket is not open yet');
    return socket;
  };
  return { complete, socket: open, dispose: client.dispose };
}

/** In memory, and knows how many listen to a workspace's runs. */
function countingPubSub(): { pubsub: PubSub; whenSubscribers: (count: number) => Promise<void> } {
  const memory = createMemoryPubSub();
  let subscribers = 0;
  let waiting: { count: number; resolve: () => void }[] = [];
  const change = (by: number) => {
    subscribers += by;
    for (const { count, resolve } of waiting) if (count === subscribers) resolve();
    waiting = waiting.filter(({ count }) => count !== subscribers);
  };
  const subscribe = async (channel: string) => {
    const messages = await memory.subscribe(channel);
    if (!channel.startsWith('sync-runs:')) return messages;
    change(1);
    let open = true;
    const leave = messages.return?.bind(messages);
    messages.return = async () => {
      if (open) change(-1);
      open = false;
      return leave ? leave() : { done: true, value: undefined };
    };
    return messages;
  };
  return {
    pubsub: { ...memory, subscribe },
    whenSubscribers: async (count) => {
      if (subscribers !== count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
    },
  };
}
