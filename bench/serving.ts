import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, leaveOut, tell } from './goal.ts';
import { type Customer, connect, type Install, startInstall, type Worker } from './install.ts';
import { median, millis, percentile, times } from './measure.ts';
import { type Answered, type Question, startLoad } from './open-loop.ts';
import { numbers } from './options.ts';
import { type Endpoint, startEndpoint } from './start-endpoint.ts';

// What a synchronisation at full speed in another process costs those who read: `--rate` questions a second for one account's
// usage, first with nothing else going on, then during first synchronisations of `--rows` rows, one after another.

const { rate, seconds, rows, rounds } = numbers({ rate: 300, seconds: 20, rows: 900_000, rounds: 3 });
/** A queue that grows has no percentiles worth a ratio. */
const KEEPS_UP_MS = 50;
const METRICS = 6;
const ACCOUNTS = 200;
/** A key may ask 50 times a second. */
const READERS = Math.ceil(rate / 40);
const QUERY = `query ($id: String!) { accountUsage(externalCrmId: $id, days: 30, metrics: ["logins"]) {
  account { name } metrics { name total changeRate points { day value } } } }`;

type During = { readonly p50: number; readonly p99: number; readonly asked: number };
const idle: During[] = [];
const busy: During[] = [];
const blocked: number[] = [];

const install = await startInstall();
const endpoint = await startEndpoint();
try {
  const worker = await install.hire();
  const readers = await gather(install, endpoint);
  await underLoad(readers, () => sleep(3_000));
  // Once for the compiler, and for the endpoint, which a customer has on a machine of its own.
  for (const synchronise of await newcomers(1)) await synchronise();
  for (let round = 0; round < rounds; round++) {
    idle.push(await underLoad(readers, () => sleep(seconds * 1_000)));
    await longestDelay(worker);
    const waiting = await newcomers(Math.ceil(seconds / 4));
    busy.push(await underLoad(readers, () => synchroniseAll(waiting)));
    blocked.push(await longestDelay(worker));
  }
  report();
} finally {
  endpoint.close();
  await install.close();
}
process.exit(0);

function report(): void {
  const said = (all: readonly During[]) =>
    `p50 ${millis(median(all.map(({ p50 }) => p50)))}, p99 ${millis(median(all.map(({ p99 }) => p99)))}`;
  const ratio = median(busy.map(({ p99 }, round) => p99 / (idle[round]?.p99 ?? Number.NaN)));
  const asked = busy.reduce((sum, one) => sum + one.asked, 0);
  const what = `p99 of ${rate} queries/s during a sync of ${rows.toLocaleString('en')} rows, against idle`;
  const both = `idle ${said(idle)}; during syncs ${said(busy)}; medians of ${rounds} rounds, ${asked} queries during syncs`;
  if (median(idle.map(({ p50 }) => p50)) > KEEPS_UP_MS) {
    leaveOut(`G10 ${what}: the machine does not keep up with them when idle either (${both}); try a lower --rate`);
  } else tell({ goal: 'G10', what, value: `${times(ratio)} (${both})`, ...atMost(ratio, 2.5, times) });
  const longest = Math.max(...blocked);
  const value = `${millis(longest)} at most, median of rounds ${millis(median(blocked))}`;
  tell({ goal: 'G10', what: 'event loop of the worker blocked meanwhile', value, ...atMost(longest, 100, millis) });
}

/** Small customers whose accounts are asked for. */
async function gather({ customer: newCustomer, ended }: Install, { url }: Endpoint): Promise<Customer[]> {
  const readers: Customer[] = [];
  for (let number = 0; number < READERS; number++) {
    const reader = await newCustomer();
    const shape = { accounts: ACCOUNTS, metrics: METRICS };
    const { backfill } = await connect(reader, url(`reader-${number}`, shape), METRICS);
    await ended(await backfill());
    const accounts = Array.from({ length: ACCOUNTS }, (_, account) => ({
      externalCrmId: idOf(account),
      name: `Account ${account}`,
    }));
    await reader.client.ask(
      'mutation ($accounts: [UpsertAccountInput!]!) { upsertAccounts(input: { accounts: $accounts }) { userErrors { message } } }',
      { accounts },
    );
    readers.push(reader);
  }
  return readers;
}

async function underLoad(readers: readonly Customer[], work: () => Promise<unknown>): Promise<During> {
  const url = `${install.url}/graphql`;
  const load = startLoad(rate, (number): Question => {
    const variables = { id: idOf((number * 13) % ACCOUNTS) };
    return { url, key: readers[number % readers.length]?.key ?? '', body: JSON.stringify({ query: QUERY, variables }) };
  });
  // What begins is neither idle nor busy.
  await sleep(500);
  const from = performance.now();
  await work();
  const to = performance.now();
  const during = (await load.stop()).filter(({ at }: Answered) => at >= from && at <= to).map(({ latency }) => latency);
  return { p50: percentile(during, 0.5), p99: percentile(during, 0.99), asked: during.length };
}

/** The first synchronisations of so many customers, who only have to ask for them. */
async function newcomers(count: number): Promise<(() => Promise<unknown>)[]> {
  const shape = { accounts: Math.ceil(rows / 30), metrics: METRICS };
  const all: (() => Promise<unknown>)[] = [];
  for (let number = 0; number < count; number++) {
    const url = endpoint.url('large', shape, { keep: true });
    const { backfill } = await connect(await install.customer(), url, METRICS);
    all.push(async () => install.ended(await backfill()));
  }
  return all;
}

/** One after another, as many as fill the time. */
async function synchroniseAll(waiting: readonly (() => Promise<unknown>)[]): Promise<void> {
  const begun = performance.now();
  for (const synchronise of waiting) if (performance.now() - begun < seconds * 1_000) await synchronise();
}

/** In milliseconds, since it was last asked. */
async function longestDelay({ metrics }: Worker): Promise<number> {
  const [, value] = /^tributary_nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(await metrics()) ?? [];
  return Number(value) * 1_000;
}

function idOf(account: number): string {
  return `acc_${String(account).padStart(6, '0')}`;
}
