import { addDays, type DayWindow, windowLength } from '../../../src/lib/day.ts';
import { aMappingInput } from '../sources.ts';
import { type Cast, type Customer, until } from './cast.ts';
import type { Model } from './model.ts';
import { type Population, pathOf, type World } from './world.ts';

/** A first history of 30 days, or a later one of 75, in three windows, over part of what is there. */
export type RoundKind = 'FIRST' | 'RANGE';

export type Round = {
  readonly kind: RoundKind;
  readonly customer: Customer;
  readonly population: Population;
  /** Every run asked for, the latest last: one that failed is asked for again. */
  readonly runs: string[];
  windows: DayWindow[];
  /** How many of them the model knows already. */
  learned: number;
};

export type RunRow = {
  readonly id: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly doneThrough: string | null;
  readonly attempt: number;
  readonly error: { readonly code: string } | null;
  readonly finishedAt: Date | null;
};

const ENDED = ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'];
const WINDOW_DAYS = 30;

/** Rows of a round: accounts times days. */
export type Sizes = Readonly<Record<RoundKind, number>>;
export const sizesOf = (rows: number): Sizes => ({ FIRST: rows / 30, RANGE: Math.round(rows / 75) });

export function createRounds(cast: Cast, world: World, model: Model, accounts: Sizes) {
  const { sql } = cast;
  let salt = 0;
  let customer: Customer | null = null;

  const latest = async (round: Round): Promise<RunRow> => {
    const [row] = await sql<RunRow[]>`
      SELECT id, status, from_day::text AS from, to_day::text AS to, done_through::text AS "doneThrough", attempt, error, finished_at AS "finishedAt"
      FROM sync_runs WHERE workspace_id = ${round.customer.number} AND id = ${round.runs.at(-1) ?? ''}`;
    if (!row) throw new Error('the run is gone');
    return row;
  };

  /** Asks for the run. Calls that are made from then on are answered as the world is told. */
  const ask = async (round: Pick<Round, 'kind' | 'customer'>, again: boolean): Promise<RunRow> => {
    const { admin } = round.customer;
    const yesterday = addDays(new Date().toISOString().slice(0, 10), -1);
    const payload =
      round.kind === 'RANGE'
        ? await admin.backfillRange(addDays(yesterday, -89), addDays(yesterday, -15))
        : again
          ? await admin.syncNow()
          : await admin.save(aMappingInput());
    if (payload.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(payload.userErrors)}`);
    return payload.syncRun;
  };

  return {
    latest,
    /** Somebody who may ask for such a run. The endpoint is called to connect it. */
    prepare: async (kind: RoundKind): Promise<Round> => {
      salt++;
      const population = { accounts: accounts[kind], salt };
      if (kind === 'FIRST' || !customer) {
        // Nobody asks for the customers before any more; a hundred of them would fill gigabytes.
        await sql`TRUNCATE model.days, usage_days, usage_rollups`;
        customer = await cast.customer(`round ${salt}`);
        world.populate(customer.id, population);
        const { userErrors } = await customer.admin.connect({
          url: `${world.urls[0]}${pathOf(customer.id)}`,
          timeoutSeconds: 60,
        });
        if (userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
      }
      world.populate(customer.id, population);
      return { kind, customer, population, runs: [], windows: [], learned: 0 };
    },
    /** Asks for the run, or for another when it failed. */
    ask: async (round: Round): Promise<void> => {
      const run = await ask(round, round.runs.length > 0);
      round.runs.push(run.id);
      round.windows = windowsOf(run);
    },
    ended: async (round: Round): Promise<RunRow> => {
      await until(`run ${round.runs.at(-1)} to end`, async () => {
        const row = await latest(round);
        return ENDED.includes(row.status) || JSON.stringify(row);
      });
      return latest(round);
    },
    /** What is stored is what the windows brought that the runs say are done, and nothing of the others. */
    checkSoFar: async (round: Round): Promise<RunRow> => {
      const run = await latest(round);
      for (const window of round.windows.slice(round.learned)) {
        if (run.doneThrough === null || window.to > run.doneThrough) break;
        await model.learn(round.customer.number, window, round.population);
        round.learned++;
      }
      await model.compare(round.customer.number);
      return run;
    },
    /** After the end: the counts, the days that count as synchronised, and nothing left over. */
    checkEnd: async ({ kind, customer: { id, number }, population, runs, windows }: Round, kills: number) => {
      const rows = windows.reduce((sum, window) => sum + windowLength(window), 0) * population.accounts;
      const bytes = windows.reduce((sum, window) => sum + bytesOf(world.calls, id, window), 0);
      const wanted = {
        ...{ status: 'SUCCEEDED', fetched: rows, stored: rows, done: rows, skipped: 0, outside: 0, errors: 0 },
        ...{ unmatched: population.accounts, bytes, problems: '[]', warning: null, error: null, progress: 1 },
        ...{ lease: null, expires: null, retry: null, failed: 0, lost: 0, isDone: true, isFinished: true },
      };
      const [run] = await sql`
        SELECT status, rows_fetched AS fetched, rows_stored AS stored, done_rows AS done, rows_skipped AS skipped,
          rows_outside_window AS outside, row_error_count AS errors, unmatched_account_count AS unmatched,
          response_bytes::int AS bytes, row_problems::text AS problems, warning, error, progress, lease_token AS lease,
          lease_expires_at AS expires, next_attempt_at AS retry, failed_tries AS failed, lost_workers AS lost,
          done_through = to_day AS "isDone", finished_at IS NOT NULL AS "isFinished"
        FROM sync_runs WHERE workspace_id = ${number} AND id = ${runs.at(-1) ?? ''}`;
      same('the run', { ...run }, wanted);
      const [counts] = await sql`
        SELECT count(*) FILTER (WHERE id = ANY (${runs}))::int AS asked, count(*) FILTER (WHERE finished_at IS NULL)::int AS open,
          max(attempt) FILTER (WHERE id = ANY (${runs})) <= ${kills + 1} AS "isTakenUpForKillsOnly",
          (SELECT count(*)::int FROM pg_class WHERE relpersistence = 't') AS "temporaryTables",
          (SELECT (c.status, c.synced_days, c.last_synced_day)::text FROM custom_apis c WHERE c.workspace_id = ${number}) AS source,
          (SELECT ('CONNECTED', datemultirange(daterange(min(m.day), max(m.day), '[]')), max(m.day))::text
            FROM model.days m WHERE m.workspace_id = ${number}) AS wanted
        FROM sync_runs WHERE workspace_id = ${number}`;
      const { source, wanted: wantedSource, ...rest } = { ...counts };
      same(`what is left of a ${kind}`, rest, {
        asked: runs.length,
        open: 0,
        isTakenUpForKillsOnly: true,
        temporaryTables: 0,
      });
      same('the source', { source }, { source: wantedSource });
    },
  };
}

export type Rounds = ReturnType<typeof createRounds>;

/** Of the calls that brought the window, in one part or, after its mapper died of it, in several. */
function bytesOf(calls: World['calls'], tag: string, { from, to }: DayWindow): number {
  const call = calls.findLast((one) => one.tag === tag && one.window.from === from);
  if (!call) return 0;
  return call.bytes + (call.window.to < to ? bytesOf(calls, tag, { from: addDays(call.window.to, 1), to }) : 0);
}

function windowsOf({ from, to }: DayWindow): DayWindow[] {
  const windows: DayWindow[] = [];
  for (let first = from; first <= to; first = addDays(first, WINDOW_DAYS)) {
    const last = addDays(first, WINDOW_DAYS - 1);
    windows.push({ from: first, to: last < to ? last : to });
  }
  return windows;
}

function same(what: string, found: object, wanted: object): void {
  const sorted = (value: object) => JSON.stringify(Object.fromEntries(Object.entries(value).sort()));
  if (sorted(found) !== sorted(wanted)) {
    throw new Error(`${what} is not as it should be\nfound:  ${sorted(found)}\nwanted: ${sorted(wanted)}`);
  }
}
