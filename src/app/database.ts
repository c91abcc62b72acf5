import postgres from 'postgres';
import { migrate } from '../db/migrate.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/embedded.ts';

export type RunningDatabase = {
  readonly url: string;
  readonly embedded: boolean;
  /** Resolves when an embedded database ends, asked for or not. */
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The operator's own database is the operator's to watch. */
const NEVER = new Promise<void>(() => {});

/** The operator's own PostgreSQL, or the embedded one; reachable and migrated. */
export const startDatabase = (config: Config, log: Log): Promise<RunningDatabase> =>
  openDatabaseOf(config, log, startEmbeddedPostgres);

/** The same beside a server: its embedded database, when one runs. */
export const joinDatabase = (config: Config, log: Log): Promise<RunningDatabase> =>
  openDatabaseOf(config, log, joinEmbeddedPostgres);

async function openDatabaseOf(
  config: Config,
  log: Log,
  openEmbedded: typeof joinEmbeddedPostgres,
): Promise<RunningDatabase> {
  if (config.databaseUrl) {
    await prepare(config.databaseUrl, config.databaseMigrationUrl);
    return { url: config.databaseUrl, embedded: false, exited: NEVER, stop: async () => {} };
  }
  const { url, exited, stop } = await openEmbedded({ directory: `${config.dataDirectory}/postgres`, log });
  try {
    await prepare(url, null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, embedded: true, exited, stop };
}

/** Migrated by whoever owns the tables, for the user of `url`. */
async function prepare(url: string, ownerUrl: string | null): Promise<void> {
  try {
    await migrate(ownerUrl ?? url, decodeURIComponent(new URL(url).username) || undefined);
  } catch (error) {
    const variable = ownerUrl === null ? 'DATABASE_URL' : 'DATABASE_MIGRATION_URL';
    throw new Error(explain(error, ownerUrl ?? url, variable), { cause: error });
  }
}

/** In plain words, without the password that the URL may hold. */
function explain(thrown: unknown, url: string, variable: string): string {
  // The migrator wraps what the database says in the whole text of the statement.
  const error = thrown instanceof Error && thrown.cause instanceof postgres.PostgresError ? thrown.cause : thrown;
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname}:${port || 5432}${pathname}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED' || code === 'CONNECT_TIMEOUT' || code === 'CONNECTION_ENDED') {
    return `The database at ${where} cannot be reached (${code}). Is it running, and is ${variable} right?`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `There is no host ${hostname} (${variable}).`;
  if (code === '28P01' || code === '28000')
    return `The database at ${where} refuses the user or password of ${variable}.`;
  if (code === '3D000') return `The database at ${where} does not exist: create it first (createdb).`;
  if (code === '42501') {
    return `The user of ${variable} may not create tables in ${where}. Give their owner in DATABASE_MIGRATION_URL.`;
  }
  const text = error instanceof Error ? error.message : String(error);
  return `The database at ${where} cannot be used: ${text}`;
}
