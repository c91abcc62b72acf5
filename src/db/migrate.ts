import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any number that no other program locks in this database; drizzle's `migrate` takes no lock by itself. */
const MIGRATION_LOCK = 7_274_839_001;

/** Oldest PostgreSQL that the product's statements work on. */
const OLDEST_SERVER = 140_000;

/** Brings the database up to date. Safe to call from several processes at once: they take turns. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [version] = await client<{ number: number }[]>`SELECT current_setting('server_version_num')::int AS number`;
    if (!version || version.number < OLDEST_SERVER) throw new Error('PostgreSQL 14 or newer is needed');
    await client`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('../../drizzle', import.meta.url)),
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
