import postgres, { type Sql } from 'postgres';
import { openDatabase } from '../../../src/db/client.ts';
import { createWorkspace } from '../../../src/features/workspaces/index.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createClient, type TestClient } from '../client.ts';
import { alive, commandOf, descendants, ownDirectory, type Program, startProgram, startServer } from '../processes.ts';
import { type SourcesClient, sourcesClient } from '../sources.ts';

export type Customer = {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly client: TestClient;
  readonly admin: SourcesClient;
};

/** A worker that can be told apart in the database, where its sessions bear its name. */
export type Worker = Program & { readonly name: string };

/** A server and as many workers as a test starts, each a real process, on one database. */
export type Cast = {
  readonly sql: Sql;
  readonly server: Program;
  /** Origin of the API. */
  readonly url: string;
  readonly customer: (name: string) => Promise<Customer>;
  /** Has not begun to take jobs yet when it is returned. */
  readonly hire: () => Worker;
  /** SIGKILL, for the worker alone or its group at once. Resolves when the mapper children are gone, too. */
  readonly slay: (worker: Worker, whole: 'WORKER' | 'GROUP') => Promise<void>;
  /** Resolves when the database has noticed that the worker is gone. */
  readonly forgotten: (worker: Worker) => Promise<void>;
  /** Resolves when the worker, living or not, has no transaction any more. */
  readonly withoutTransaction: (worker: Worker) => Promise<void>;
  readonly close: () => Promise<void>;
};

const OWNER_KEY = 'a key of the operator, 32 characters+';

/** Without `ownWorkers` the server keeps one, as most installs do. */
export async function assemble(databaseUrl: string, { ownWorkers = true } = {}): Promise<Cast> {
  const { path, remove } = await ownDirectory();
  const environment = {
    DATABASE_URL: databaseUrl,
    TRIBUTARY_DATA_DIR: path,
    TRIBUTARY_WORKER: ownWorkers ? 'none' : 'process',
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8',
    BOOTSTRAP_OWNER_KEY: OWNER_KEY,
  };
  const server = await startServer({ environment });
  const db = openDatabase({ url: databaseUrl, ormConnections: 1, bulkConnections: 1 });
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
  let hired = 0;
  return {
    sql,
    server,
    url: server.url,
    customer: async (name) => {
      const { workspace, ownerKey } = await createWorkspace({ db, clock: systemClock }, { name, ownerKey: null });
      const [row] = await sql<{ number: number }[]>`
        SELECT workspace_id AS number FROM workspaces WHERE id = ${workspace.id}`;
      const client = createClient(server.url, ownerKey);
      return { id: workspace.id, number: row?.number ?? 0, key: ownerKey, client, admin: sourcesClient(client) };
    },
    hire: () => {
      hired++;
      const name = `worker ${hired}`;
      const url = `${databaseUrl}?application_name=${encodeURIComponent(name)}`;
      const program = startProgram('worker', { environment: { ...environment, DATABASE_URL: url, LOG_LEVEL: 'info' } });
      void program.ended.then((how) => {
        if (how !== 0 && how !== 'SIGKILL') fallen = `${name} ended by itself (${how}): ${program.err()}`;
      });
      return { ...program, name };
    },
    slay: async (worker, whole) => {
      const family = descendants(worker.pid);
      if (whole === 'GROUP') process.kill(-worker.pid, 'SIGKILL');
      await worker.kill('SIGKILL');
      // One that was stopped cannot end by itself.
      for (const pid of alive(family)) signal(pid, 'SIGCONT');
      await until(`the children of ${worker.name} to end with it`, () => {
        const left = alive(family);
        return left.length === 0 || left.map(commandOf).join('; ');
      });
    },
    forgotten: (worker) =>
      until(`the database to notice that ${worker.name} is gone`, async () => {
        const left = await sql`SELECT pid, state, query FROM pg_stat_activity WHERE application_name = ${worker.name}`;
        return left.length === 0 || JSON.stringify(left);
      }),
    withoutTransaction: (worker) =>
      until(`${worker.name} to have no transaction`, async () => {
        const left = await sql`
          SELECT pid, state, query FROM pg_stat_activity WHERE application_name = ${worker.name} AND xact_start IS NOT NULL`;
        return left.length === 0 || JSON.stringify(left);
      }),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), db.close()]);
      await remove();
    },
  };
}

/** The mapper children that a worker keeps. */
export const mappersOf = (worker: Worker): number[] =>
  descendants(worker.pid).filter((pid) => commandOf(pid).includes('mapper'));

/** Whoever is gone already needs no signal. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A lease and the sweep after it, twice, on a machine that is busy. */
const PATIENCE_MS = 240_000;
/** A worker of this test file that nobody killed, and that is gone. */
let fallen: string | null = null;

/** Waits; `holds` says true, or what is the case instead. */
export async function until(
  what: string,
  holds: () => Promise<true | string> | true | string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const state = await holds();
    if (state === true) return;
    if (fallen !== null) throw new Error(fallen);
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs / 1000} s for ${what}, but ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
