import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Sql, TransactionSql } from 'postgres';

export const MIGRATION_FILES = { migrationsFolder: fileURLToPath(new URL('../../drizzle', import.meta.url)) };

/** When the newest migration of this build was written, which is what the database remembers of it. */
const newest = (() => {
  let known: number | undefined;
  return (): number => {
    known ??= readMigrationFiles(MIGRATION_FILES).at(-1)?.folderMillis ?? 0;
    return known;
  };
})();

/** Whether every migration of this build has been made. Those of a newer one may have been, too: it can stand beside this one. */
export async function isMigrated(client: Sql | TransactionSql): Promise<boolean> {
  const [done] = await client<{ at: number | null }[]>`
    SELECT max(created_at)::float8 AS at FROM drizzle.__drizzle_migrations`;
  return (done?.at ?? 0) >= newest();
}
