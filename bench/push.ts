import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { openSocket } from '../test/kit/socket.ts';
import { atMost, tell } from './goal.ts';
import { connect, startInstall } from './install.ts';
import { median, millis, percentile, times } from './measure.ts';
import { numbers } from './options.ts';
import { startEndpoint } from './start-endpoint.ts';

// From NOTIFY in the database to the last of `--subscribers`, each on a socket of its own, `--messages` times; in turns with a
// process that does nothing but pass the database's messages on.

const { subscribers, messages } = numbers({ subscribers: 1_000, messages: 30 });
/** A workspace opens at most 300 sockets, and a key 100. */
const WORKSPACES = Math.ceil(subscribers / 250);
const KEYS = 3;
const PAUSE_MS = 500;
const ACTIVE = `subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status progress rowsFetched } }`;

/** When the message of each number came, by subscriber. */
type Arrivals = Map<number, number[]>;
const [pushed, passed]: [Arrivals, Arrivals] = [new Map(), new Map()];
const came = (arrivals: Arrivals, number: number) => {
  const list = arrivals.get(number) ?? [];
  list.push(performance.now());
  arrivals.set(number, list);
};

const install = await startInstall();
const endpoint = await startEndpoint();
const bare = fork(fileURLToPath(new URL('fan-out.ts', import.meta.url)), [install.databaseUrl, 'bench']);
const listening = new Promise<number>((resolve) =>
  bare.once('message', (message) => resolve((message as { port: number }).port)),
);
try {
  await install.hire();
  const channels: { readonly channel: string; readonly run: string; readonly attempt: number }[] = [];
  for (let number = 0; number < WORKSPACES; number++) channels.push(await watched(number));
  const port = await listening;
  for (let number = 0; number < subscribers; number++) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.on('message', (data) => came(passed, Number(String(data))));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  }
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let number = 1; number <= messages; number++) {
    const envelopes = channels.map(({ channel, run, attempt }) => {
      const news = { id: run, status: 'FETCHING', progress: number / 1_000, rowsFetched: number, attempt };
      return `${JSON.stringify(channel)}\n${JSON.stringify(news)}`;
    });
    ours.push(
      ...(await spread(pushed, number, async () => {
        await install.sql`
        SELECT pg_notify('tributary', envelope) FROM jsonb_array_elements_text(${JSON.stringify(envelopes)}::text::jsonb) envelope`;
      })),
    );
    theirs.push(
      ...(await spread(passed, number, async () => {
        await install.sql`SELECT pg_notify('bench', ${String(number)})`;
      })),
    );
  }
  const what = `from NOTIFY to ${subscribers} subscribers`;
  const said = (all: readonly number[]) => `p50 ${millis(percentile(all, 0.5))}, p99 ${millis(percentile(all, 0.99))}`;
  const p99 = percentile(ours, 0.99);
  const lost = messages * subscribers - ours.length;
  const ratio = times(p99 / percentile(theirs, 0.99));
  tell({
    goal: 'G11',
    what,
    value: `${said(ours)}; only passed on: ${said(theirs)}, ${ratio}`,
    ...atMost(p99, 50, millis),
  });
  tell({
    goal: 'G11',
    what: `of ${messages * subscribers} messages lost`,
    value: `${lost}; median ${millis(median(ours))}`,
    ...atMost(lost, 0, String),
  });
} finally {
  bare.disconnect();
  endpoint.close();
  await install.close();
}
process.exit(0);

/** A workspace whose run waits for the endpoint, and its subscribers. */
async function watched(number: number) {
  const customer = await install.customer();
  const tag = `held-${number}`;
  // To connect, it is asked once.
  endpoint.release(tag);
  const { backfill } = await connect(
    customer,
    endpoint.url(tag, { accounts: 10, metrics: 6 }, { hold: true, host: number }),
    6,
  );
  endpoint.hold(tag);
  const run = (await backfill()).id;
  const { id } = await customer.admin.customApi();
  const attempt = await fetching(run);
  const keys = [customer.key];
  while (keys.length < KEYS) {
    const { createApiKey } = await customer.client.ask(
      'mutation { createApiKey(input: { label: "bench", role: MEMBER }) { secret } }',
    );
    keys.push(createApiKey.secret);
  }
  const mine = Math.floor(subscribers / WORKSPACES) + (number < subscribers % WORKSPACES ? 1 : 0);
  for (let at = 0; at < mine; at++) {
    const { socket, subscribe, next } = await openSocket(install.url, `Bearer ${keys[at % KEYS]}`);
    subscribe('1', ACTIVE, { id });
    const first = await next();
    if (first.type !== 'next') throw new Error(JSON.stringify(first));
    socket.on('message', (data) => {
      const progress = /"progress":([\d.]+)/.exec(String(data))?.[1];
      if (progress) came(pushed, Math.round(Number(progress) * 1_000));
    });
  }
  return { channel: `sync-runs:${id}`, run, attempt };
}

/** Its attempt, once it waits for the endpoint. */
async function fetching(run: string): Promise<number> {
  for (;;) {
    const [row] = await install.sql`SELECT status, attempt FROM sync_runs WHERE id = ${run}`;
    if (row?.['status'] === 'FETCHING') return row['attempt'];
    await sleep(20);
  }
}

/** How long each subscriber waited for the message of this number. */
async function spread(arrivals: Arrivals, number: number, notify: () => Promise<void>): Promise<number[]> {
  const sent = performance.now();
  await notify();
  const isComplete = () => (arrivals.get(number)?.length ?? 0) >= subscribers;
  while (!isComplete() && performance.now() - sent < 10_000) await sleep(5);
  await sleep(PAUSE_MS);
  return (arrivals.get(number) ?? []).map((at) => at - sent);
}
