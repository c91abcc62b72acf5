import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { prepareJobTable } from '../platform/queue/postgres-storage.ts';
import { isMigrated, MIGRATION_FILES } from './migrations.ts';
import { admitLogin } from './roles.ts';

/** Any number that no other program locks in this database; drizzle's `migrate` takes no lock by itself. */
const MIGRATION_LOCK = 7_274_839_001;

/** Oldest PostgreSQL that the product's statements work on. */
const OLDEST_SERVER = 140_000;

/**
 * Brings the database up to date, as the user of `url`, and lets `login` work in it: the user that the product connects
 * as, when that is another one. Safe to call from several processes at once: they take turns. A user who does not own the
 * tables may call it, too: nothing is done then, as long as nothing is to be done.
 */
export async function migrate(url: string, login?: string): Promise<void> {
  // A migration that changes rows is to fail, not to pass over them, where the tables' owner is held to their policies.
  const connection = { row_security: 'off' };
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10, connection });
  try {
    const [version] = await client<{ number: number }[]>`SELECT current_setting('server_version_num')::int AS number`;
    if (!version || version.number < OLDEST_SERVER) throw new Error('PostgreSQL 14 or newer is needed');
    await client`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    if (await isSomebodyElsesAndCurrent(client)) return;
    await runMigrations(drizzle(client), MIGRATION_FILES);
    await prepareJobTable(url);
    await admitLogin(client, login ?? null);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function isSomebodyElsesAndCurrent(client: Sql): Promise<boolean> {
  const owners = await client<{ mine: boolean }[]>`
    SELECT pg_has_role(relowner, 'USAGE') AS mine FROM pg_class WHERE oid = to_regclass('workspaces')`;
  return owners[0]?.mine === false && (await isMigrated(client));
}
