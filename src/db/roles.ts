import type { Sql } from 'postgres';

/** Runs the statements of one workspace: sees the rows of the workspace that its transaction names, and none without. */
export const APP_ROLE = 'tributary_app';

/** Runs what the product does across workspaces, on the few tables that takes. */
export const SYSTEM_ROLE = 'tributary_system';

const CREATES_ROLES_WITHOUT_MEMBERSHIP = 160_000;

/**
 * Lets a user act as both roles, and use what has no workspaces: Agenda's table and the list of migrations. By default the
 * user of `client`. Grants only what is missing: whoever migrates may have been given no more than he needs.
 */
export async function admitLogin(client: Sql, given: string | null): Promise<void> {
  const [found] = await client<{ login: string; missing: string[]; own: boolean; temporary: boolean }[]>`
    WITH login AS (SELECT coalesce(${given}, current_user::text) AS name)
    SELECT login.name AS login, pg_has_role(login.name, jobs.relowner, 'USAGE') AS own,
      has_database_privilege(${APP_ROLE}, current_database(), 'TEMPORARY') AS temporary,
      ARRAY(SELECT role FROM unnest(ARRAY[${APP_ROLE}, ${SYSTEM_ROLE}]) role WHERE NOT pg_has_role(login.name, role,
        CASE WHEN current_setting('server_version_num')::int < ${CREATES_ROLES_WITHOUT_MEMBERSHIP} THEN 'MEMBER' ELSE 'SET' END)
      ) AS missing
    FROM login, pg_class jobs WHERE jobs.oid = to_regclass('agenda_jobs')`;
  if (!found) throw new Error('the table agenda_jobs is missing');
  const { login, missing, own, temporary } = found;
  const user = `"${login.replaceAll('"', '""')}"`;
  if (missing.length > 0) await grant(client, `${missing.join(', ')} TO ${user}`);
  // What a run brings is staged in temporary tables.
  if (!temporary) await grant(client, `TEMPORARY ON DATABASE ${await databaseName(client)} TO ${APP_ROLE}`);
  if (own) return;
  await grant(client, `SELECT, INSERT, UPDATE, DELETE ON agenda_jobs TO ${user}`);
  await grant(client, `USAGE ON SCHEMA drizzle TO ${user}`);
  await grant(client, `SELECT ON drizzle.__drizzle_migrations TO ${user}`);
}

async function grant(client: Sql, what: string): Promise<void> {
  try {
    await client.unsafe(`GRANT ${what}`);
  } catch (error) {
    throw new Error(`a privilege is missing. Let a superuser run once: GRANT ${what};`, { cause: error });
  }
}

async function databaseName(client: Sql): Promise<string> {
  const [row] = await client<{ name: string }[]>`SELECT quote_ident(current_database()) AS name`;
  return row?.name ?? '';
}
