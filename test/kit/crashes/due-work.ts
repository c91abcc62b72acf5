import type { Sql } from 'postgres';
import { aMappingInput } from '../sources.ts';
import { type Cast, type Customer, until } from './cast.ts';
import type { Model } from './model.ts';
import { pathOf, type World } from './world.ts';

/** Customers with a history, some of whom share a host. */
export type Crowd = {
  readonly customers: readonly Customer[];
  /** From now on everybody has other figures. */
  readonly freshen: () => void;
  /** Makes everybody's daily run due, whether it was made already or not. */
  readonly makeDue: () => Promise<void>;
  /** Waits until nobody's run is open, and lets the model learn what the ended ones of this kind should have brought. */
  readonly settle: (kind: 'BACKFILL' | 'DAILY') => Promise<EndedRun[]>;
  /** The model learns what a run that has ended should have brought. */
  readonly learn: (run: { readonly id: string }) => Promise<void>;
};

export type EndedRun = {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly attempt: number;
  readonly from: string;
  readonly to: string;
  readonly stored: number;
};

export const ACCOUNTS = 200;

/** `shares` says how many customers each host of the world serves. */
export async function gather(cast: Cast, world: World, model: Model, shares: readonly number[]): Promise<Crowd> {
  const { sql } = cast;
  const customers: Customer[] = [];
  let salt = 0;
  const population = () => ({ accounts: ACCOUNTS, salt });
  const freshen = () => {
    salt++;
    for (const { id } of customers) world.populate(id, population());
  };
  for (const [host, share] of shares.entries()) {
    for (let place = 0; place < share; place++) {
      const customer = await cast.customer(`customer ${place} of host ${host}`);
      customers.push(customer);
      world.populate(customer.id, population());
      const connected = await customer.admin.connect({ url: `${world.urls[host]}${pathOf(customer.id)}` });
      const saved = await customer.admin.save(aMappingInput(), 14);
      const refusals = [...connected.userErrors, ...saved.userErrors];
      if (refusals.length > 0) throw new Error(`refused: ${JSON.stringify(refusals)}`);
    }
  }
  return {
    customers,
    freshen,
    makeDue: async () => {
      // As if what is there had been done days ago, and nothing since.
      await sql`DELETE FROM sync_runs WHERE kind = 'DAILY'`;
      await sql`UPDATE sync_runs SET created_at = created_at - interval '5 days', started_at = started_at - interval '5 days'
        WHERE created_at > now() - interval '4 days'`;
      await sql`UPDATE custom_apis SET last_synced_day = current_date - 5,
        synced_days = synced_days - datemultirange(daterange(current_date - 4, NULL))`;
    },
    settle: async (kind) => {
      await until('every run to end', async () => {
        const rows = await sql`SELECT id, status, attempt, error FROM sync_runs WHERE finished_at IS NULL`;
        const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
          SELECT count(DISTINCT workspace_id)::int AS count FROM sync_runs WHERE kind = ${kind}`;
        return (rows.length === 0 && count === customers.length) || JSON.stringify({ count, rows });
      });
      const runs = (await endedRuns(sql)).filter((run) => run.kind === kind);
      for (const run of runs) await model.learn(run.number, run, population());
      return runs;
    },
    learn: async ({ id }) => {
      const run = (await endedRuns(sql)).find((one) => one.id === id);
      if (run) await model.learn(run.number, run, population());
    },
  };
}

const endedRuns = async (sql: Sql): Promise<EndedRun[]> => [
  ...(await sql<EndedRun[]>`
    SELECT workspace_id AS number, id, kind, status, attempt, from_day::text AS from, to_day::text AS to, rows_stored AS stored
    FROM sync_runs ORDER BY workspace_id, id`),
];

/** Everything a late writer could have touched: contents, and which transaction wrote them. */
export async function fingerprint(sql: Sql, { number }: Customer): Promise<string> {
  const of = (table: string) =>
    sql.unsafe(
      `SELECT md5(coalesce(string_agg(t.ctid::text || t.xmin::text || t::text, ',' ORDER BY t.ctid), '')) AS print
     FROM ${table} t WHERE workspace_id = $1`,
      [number],
    );
  const tables = ['sync_runs', 'custom_apis', 'usage_days', 'usage_rollups', 'external_accounts', 'usage_metrics'];
  const prints: string[] = [];
  for (const table of tables) prints.push(`${table} ${(await of(table))[0]?.['print']}`);
  return prints.join('\n');
}
