import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type DayWindow } from '../../../src/lib/day.ts';
import type { Answer } from '../client.ts';
import { aMappingInput } from '../sources.ts';
import type { Cast, Customer } from './cast.ts';
import { mustBeMasked } from './steady-client.ts';
import { type Population, pathOf, type World } from './world.ts';

/** One run, from being asked for to its end. */
export type Job = {
  readonly customer: Customer;
  readonly run: string;
  readonly window: DayWindow;
  readonly population: Population;
};

/** A customer who asks for one run after the other, each with other figures. */
export type Employer = {
  readonly customer: Customer;
  readonly customApiId: string;
  readonly workOnce: () => Promise<Job>;
  /** Ends with the run that is under way when the signal comes. */
  readonly workUntil: (over: AbortSignal) => Promise<Job[]>;
};

const ACCOUNTS = 500;
const DAYS = 30;
/** An outage, the lease of the run it broke, and the sweep that hands it out again. */
const PATIENCE_MS = 240_000;

const BACKFILL = `mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) { syncRun { id } userErrors { code message } } }`;
const LATEST = '{ customApi { id syncRuns(first: 1) { nodes { id status error { code message } } } } }';
type Latest = {
  readonly id: string;
  readonly syncRuns: { readonly nodes: readonly { id: string; status: string; error: unknown }[] };
};

export async function employ(cast: Cast, world: World, url: string): Promise<Employer> {
  const customer = await cast.customer(`customer of ${url}`);
  const { client, admin } = customer;
  const yesterday = addDays(new Date().toISOString().slice(0, 10), -1);
  const window = { from: addDays(yesterday, 1 - DAYS), to: yesterday };
  let salt = customer.number * 1_000;
  const settle = () => world.populate(customer.id, { accounts: ACCOUNTS, salt });

  settle();
  const connected = await admin.connect({ url: `${url}${pathOf(customer.id)}` });
  const { syncRun, userErrors } = await admin.save(aMappingInput(), DAYS);
  if (!syncRun) throw new Error(`refused: ${JSON.stringify([connected, userErrors])}`);

  /** Asks until there is an answer that is no outage's. */
  const insist = async <T>(ask: () => Promise<Answer<T>>): Promise<T> => {
    for (const begun = performance.now(); ; await sleep(50)) {
      const answer = await ask();
      if (answer.errors.length === 0 && answer.data) return answer.data;
      mustBeMasked(answer);
      if (performance.now() - begun > PATIENCE_MS) throw new Error(`no answer: ${JSON.stringify(answer)}`);
    }
  };
  const latest = async () => {
    const { customApi } = await insist<{ customApi: Latest }>(() => client.send(LATEST));
    const [run] = customApi.syncRuns.nodes;
    if (!run) throw new Error('no run');
    return { customApiId: customApi.id, ...run };
  };
  const ended = async (): Promise<{ id: string; customApiId: string }> => {
    for (const begun = performance.now(); ; await sleep(100)) {
      const run = await latest();
      if (run.status === 'SUCCEEDED') return run;
      if (
        !['QUEUED', 'FETCHING', 'STORING', 'RETRYING'].includes(run.status) ||
        performance.now() - begun > PATIENCE_MS
      )
        throw new Error(`a run was lost: ${JSON.stringify(run)}`);
    }
  };
  const { id: firstRun, customApiId } = await ended();
  let before = firstRun;

  const workOnce = async (): Promise<Job> => {
    salt++;
    settle();
    for (;;) {
      await insist(() => client.send(BACKFILL, { input: window }));
      // Whatever it answered: an answer may be lost although what it tells of is done.
      const { id } = await latest();
      if (id !== before) break;
    }
    const { id } = await ended();
    before = id;
    return { customer, run: id, window, population: { accounts: ACCOUNTS, salt } };
  };
  return {
    customer,
    customApiId,
    workOnce,
    workUntil: async (over) => {
      const jobs: Job[] = [];
      while (!over.aborted) jobs.push(await workOnce());
      return jobs;
    },
  };
}
