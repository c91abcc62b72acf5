import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, tell } from './goal.ts';
import { type Customer, connect, startInstall } from './install.ts';
import { median, millis, percentile, times } from './measure.ts';
import { type Question, startLoad } from './open-loop.ts';
import { numbers } from './options.ts';
import { startEndpoint } from './start-endpoint.ts';

// The account table of `--accounts` accounts, asked for `--rate` times a second by its every order, first by itself, then while
// a worker synchronises a large customer again and again and brings scores and signals of the table's own workspace up to date.

const { rate, seconds, accounts, rows, rounds } = numbers({
  rate: 50,
  seconds: 20,
  accounts: 10_000,
  rows: 300_000,
  rounds: 3,
});
const METRICS = 6;
/** A key may ask 50 times a second. */
const KEYS = Math.ceil(rate / 40);
const COLUMNS = `id externalCrmId name plan region owner seats arr renewalOn openSignalCount worstSeverity
  activity { index changeRate lastUsedOn } health { score band }`;
const QUERY = `query ($orderBy: AccountOrder) { accounts(first: 50, orderBy: $orderBy) { nodes { ${COLUMNS} } pageInfo { hasNextPage endCursor } } }`;
const ORDERS = [
  'HEALTH_SCORE',
  'ACTIVITY_INDEX',
  'NAME',
  'OPEN_SIGNALS',
  'ARR',
  'ACTIVITY_CHANGE',
  'LAST_USED_ON',
  'RENEWAL_ON',
];

const install = await startInstall();
const endpoint = await startEndpoint();
const [idle, busy]: [number[], number[]] = [[], []];
const p99s: { idle: number; busy: number }[] = [];
let evaluations = 0;
try {
  await install.hire();
  const { customer, keys } = await tableOf();
  await underLoad(keys, () => sleep(3_000));
  // Once for the compiler, and for the endpoint, which a customer has on a machine of its own.
  await synchroniseLarge();
  await nothingToEvaluate();
  for (let round = 0; round < rounds; round++) {
    const quiet = await underLoad(keys, () => sleep(seconds * 1_000));
    const loaded = await underLoad(keys, () => everything(customer));
    idle.push(...quiet);
    busy.push(...loaded);
    p99s.push({ idle: percentile(quiet, 0.99), busy: percentile(loaded, 0.99) });
  }
  const p99 = median(p99s.map((round) => round.busy));
  const alone = median(p99s.map((round) => round.idle));
  const ratio = times(median(p99s.map((round) => round.busy / round.idle)));
  const value = `p50 ${millis(percentile(busy, 0.5))}, p99 ${millis(p99)}; by itself ${millis(percentile(idle, 0.5))} and ${millis(alone)}, ${ratio}; ${busy.length} queries, ${evaluations} evaluations meanwhile`;
  const what = `account table of ${accounts.toLocaleString('en')} accounts, ${rate} queries/s during syncs and evaluations`;
  tell({ goal: 'load', what, value, ...atMost(p99, 50, millis) });
} finally {
  endpoint.close();
  await install.close();
}
process.exit(0);

async function tableOf(): Promise<{ readonly customer: Customer; readonly keys: readonly string[] }> {
  const customer = await install.customer();
  const give = `mutation ($accounts: [UpsertAccountInput!]!) { upsertAccounts(input: { accounts: $accounts }) { userErrors { message } } }`;
  for (let from = 0; from < accounts; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, accounts - from) }, (_, index) => ({
      externalCrmId: `acc_${String(from + index).padStart(6, '0')}`,
      name: `Account ${((from + index) * 7919) % accounts}`,
      arr: ((from + index) * 37) % 50_000,
      renewalOn: `2027-0${1 + ((from + index) % 9)}-15`,
    }));
    await customer.client.ask(give, { accounts: some });
  }
  const { backfill } = await connect(customer, endpoint.url('table', { accounts, metrics: METRICS }), METRICS);
  await install.ended(await backfill());
  const keys = [customer.key];
  while (keys.length < KEYS) {
    const { createApiKey } = await customer.client.ask(
      'mutation { createApiKey(input: { label: "bench", role: MEMBER }) { secret } }',
    );
    keys.push(createApiKey.secret);
  }
  return { customer, keys };
}

/** Large first synchronisations, one after another; and, each few seconds, something new to score in the table. */
async function everything(customer: Customer): Promise<void> {
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1_000;
  const before = await evaluated();
  const large = async () => {
    while (!isOver()) await synchroniseLarge();
  };
  const small = async () => {
    for (let turn = 0; !isOver(); turn++) {
      const account = { externalCrmId: 'acc_000001', name: 'Account 1', arr: turn };
      await customer.client.ask(
        'mutation ($accounts: [UpsertAccountInput!]!) { upsertAccounts(input: { accounts: $accounts }) { userErrors { message } } }',
        { accounts: [account] },
      );
      await sleep(3_000);
    }
  };
  await Promise.all([large(), small()]);
  evaluations += (await evaluated()) - before;
}

async function synchroniseLarge(): Promise<void> {
  const shape = { accounts: Math.ceil(rows / 30), metrics: METRICS };
  const { backfill } = await connect(await install.customer(), endpoint.url('large', shape, { keep: true }), METRICS);
  await install.ended(await backfill());
}

/** The table's own first evaluation is not what it is like by itself. */
async function nothingToEvaluate(): Promise<void> {
  for (;;) {
    const [row] = await install.sql`SELECT bool_and(done >= asked) AS ok FROM evaluations`;
    if (row?.['ok']) return;
    await sleep(200);
  }
}

/** Evaluations done so far, of all workspaces. */
async function evaluated(): Promise<number> {
  const [row] = await install.sql`SELECT coalesce(sum(done), 0)::int AS count FROM evaluations`;
  return row?.['count'];
}

async function underLoad(keys: readonly string[], work: () => Promise<unknown>): Promise<number[]> {
  const url = `${install.url}/graphql`;
  const load = startLoad(rate, (number): Question => {
    const orderBy = { field: ORDERS[number % ORDERS.length], direction: number % 2 === 0 ? 'ASC' : 'DESC' };
    return {
      url,
      key: keys[number % keys.length] ?? '',
      body: JSON.stringify({ query: QUERY, variables: { orderBy } }),
    };
  });
  // What begins is neither idle nor busy.
  await sleep(500);
  const from = performance.now();
  await work();
  const to = performance.now();
  return (await load.stop()).filter(({ at }) => at >= from && at <= to).map(({ latency }) => latency);
}
