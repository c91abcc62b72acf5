import { PostgresJobRepository } from '@agendajs/postgres-backend';
import { createPostgresNotifications } from './postgres-notifications.ts';
import type { QueueLog } from './run-job.ts';
import type { Storage } from './storage.ts';

/** What we use of `pg`, which belongs to Agenda's backend and has no types of its own. */
type Client = {
  readonly query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
  readonly release: (destroy?: boolean) => void;
  readonly on: (event: 'error', listener: (err: Error) => void) => unknown;
};
type Pool = {
  readonly connect: () => Promise<Client>;
  readonly on: {
    (event: 'error', listener: (err: Error) => void): unknown;
    (event: 'connect', listener: (client: Client) => void): unknown;
  };
};

const TABLE = 'agenda_jobs';
/** Any number, the same in every process. */
const SCHEMA_LOCK = 7_285_041;

export async function openPostgresStorage(url: string, log: QueueLog): Promise<Storage> {
  const { repository, pool } = openRepository(url, { ensureSchema: false, max: 10 });
  // A database that restarts breaks idle connections and borrowed ones; an `error` nobody hears ends the process.
  const lost = (err: Error) => log.warn({ err }, 'the queue lost a database connection');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  try {
    await repository.connect();
    if (!(await hasTable(pool))) await prepareJobTable(url);
  } catch (error) {
    await repository.disconnect();
    throw error;
  }
  const notificationChannel = createPostgresNotifications(url, log);
  return {
    repository,
    notificationChannel,
    processEvery: 1_000,
    ping: async () => {
      await hasTable(pool);
    },
    close: async () => {
      await notificationChannel.disconnect();
      // Waits for the queries that run.
      await repository.disconnect();
    },
  };
}

/**
 * Creates Agenda's table, or brings it up to date, as a user who may: the queue itself need not be allowed to. Agenda's
 * `create if not exists` fails when two processes do it at the same time on a fresh database.
 */
export async function prepareJobTable(url: string): Promise<void> {
  const { repository, pool } = openRepository(url, { ensureSchema: true, max: 2 });
  // What breaks here fails the query, too.
  pool.on('error', () => {});
  let failed = true;
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [SCHEMA_LOCK]);
      await repository.connect();
      await client.query('select pg_advisory_unlock($1)', [SCHEMA_LOCK]);
      failed = false;
    } finally {
      // Closing the connection gives the lock back too.
      client.release(failed);
    }
  } finally {
    await repository.disconnect();
  }
}

function openRepository(url: string, { ensureSchema, max }: { readonly ensureSchema: boolean; readonly max: number }) {
  const repository = new PostgresJobRepository({
    poolConfig: {
      connectionString: url,
      max,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'tributary queue',
    },
    tableName: TABLE,
    ensureSchema,
  });
  return { repository, pool: repository.getPool() as Pool };
}

async function hasTable(pool: Pool): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('select to_regclass($1) as found', [TABLE]);
    return rows[0]?.['found'] !== null;
  } finally {
    client.release();
  }
}
