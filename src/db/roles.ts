import type { Sql } from 'postgres';

/** Runs the statements of one workspace: sees the rows of the workspace that its transaction names, and none without. */
export const APP_ROLE = 'tributary_app';

/** Runs what the product does across workspaces, on the few tables that takes. */
export const SYSTEM_ROLE = 'tributary_system';

/**
 * Lets a user act as both roles, and use what has no workspaces: Agenda's table and the list of migrations. By default the
 * user of `client`. Grants only what is missing: whoever migrates may have been given no more than he needs.
 */
export async function admitLogin(client: Sql, given: string | null): Promise<void> {
  const rows = await client<{ missing: string }[]>`
    WITH names AS (
      SELECT coalesce(${given}, current_user::text) AS login, current_database()::text AS database,
        current_setting('server_version_num')::int >= 160000 AS is_modern),
    wanted (has, what, whom) AS (
      -- To act as the roles when it says so, and never without. Older servers know that of users only: NOINHERIT.
      SELECT pg_has_role(login, role, CASE WHEN is_modern THEN 'SET' ELSE 'MEMBER' END), role,
        CASE WHEN is_modern THEN format('%I WITH INHERIT FALSE', login) ELSE quote_ident(login) END
        FROM names, unnest(ARRAY[${APP_ROLE}, ${SYSTEM_ROLE}]) role
      -- What a run brings is staged in temporary tables.
      UNION ALL SELECT has_database_privilege(${APP_ROLE}, database, 'TEMPORARY'),
        format('TEMPORARY ON DATABASE %I', database), ${APP_ROLE}::text FROM names
      UNION ALL SELECT bool_and(has_table_privilege(login, 'agenda_jobs', need)),
        'SELECT, INSERT, UPDATE, DELETE ON agenda_jobs', quote_ident(login)
        FROM names, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) need GROUP BY login
      UNION ALL SELECT has_schema_privilege(whom, 'drizzle', 'USAGE'), 'USAGE ON SCHEMA drizzle', quote_ident(whom)
        FROM names, unnest(ARRAY[login, ${APP_ROLE}]) whom
      UNION ALL SELECT has_table_privilege(whom, 'drizzle.__drizzle_migrations', 'SELECT'),
        'SELECT ON drizzle.__drizzle_migrations', quote_ident(whom) FROM names, unnest(ARRAY[login, ${APP_ROLE}]) whom)
    SELECT format('GRANT %s TO %s', what, whom) AS missing FROM wanted WHERE NOT has`;
  for (const { missing } of rows) {
    try {
      await client.unsafe(missing);
    } catch (error) {
      const all = rows.map((row) => `${row.missing};`).join(' ');
      throw new Error(`privileges are missing. Let a superuser run once: ${all}`, { cause: error });
    }
  }
}
