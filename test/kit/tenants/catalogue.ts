import type { Sql } from 'postgres';

/** What stands in the database without a workspace of its own, and why. */
export const WITHOUT_WORKSPACE: Readonly<Record<string, string>> = {
  secret_keys: 'master keys are the install’s',
  agenda_jobs: 'Agenda’s, over a connection of its own; jobs hold ids and nothing else',
  'drizzle.__drizzle_migrations': 'which migrations were made',
};
/** Of those, what the product’s roles have no business with: no policies stand before it. */
export const NOT_OURS = ['agenda_jobs', 'drizzle.__drizzle_migrations'];

type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE' | 'REFERENCES' | 'TRIGGER';
const ALL: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
const ROWS: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** What the role of one workspace may do with a table. */
const APP_EXCEPT: Readonly<Record<string, readonly Privilege[]>> = {
  workspaces: ['SELECT'],
  audit_events: ['SELECT', 'INSERT'],
  evaluations: ['SELECT', 'UPDATE'],
  secret_keys: [],
  agenda_jobs: [],
  'drizzle.__drizzle_migrations': ['SELECT'],
};
/** What the product may do across workspaces; nothing with a table that is not named. */
const SYSTEM: Readonly<Record<string, readonly Privilege[]>> = {
  workspaces: ['SELECT', 'INSERT', 'UPDATE'],
  api_keys: ['SELECT', 'INSERT'],
  audit_events: ['INSERT'],
  custom_apis: ['SELECT', 'UPDATE'],
  sync_runs: ROWS,
  evaluations: ['SELECT', 'INSERT', 'UPDATE'],
  health_backtests: ['SELECT'],
  conversations: ['SELECT', 'DELETE'],
  conversation_turns: ['SELECT', 'DELETE'],
  conversation_events: ['SELECT', 'DELETE'],
  webhook_endpoints: ['SELECT', 'UPDATE'],
  webhook_events: ['SELECT', 'DELETE'],
  webhook_deliveries: ['SELECT', 'DELETE'],
  secret_keys: ROWS,
};
export const may = {
  tributary_app: (table: string): readonly Privilege[] => APP_EXCEPT[table] ?? ROWS,
  tributary_system: (table: string): readonly Privilege[] => SYSTEM[table] ?? [],
};
export type RuntimeRole = keyof typeof may;
export const RUNTIME_ROLES = Object.keys(may) as RuntimeRole[];

export type Table = {
  /** With its schema, unless that is the product’s. */
  readonly name: string;
  readonly kind: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly owner: string;
  /** Without those that PostgreSQL generates from others. */
  readonly columns: readonly string[];
  /** A column that may be set to what it is. */
  readonly plainColumn: string;
};

/** Everything that holds rows, whoever made it. */
export async function listTables(sql: Sql): Promise<Table[]> {
  const rows = await sql<Table[]>`
    SELECT CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(c.relname) AS name,
      c.relkind AS kind, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
      ARRAY(SELECT attname::text FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      (SELECT attname FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
        ORDER BY attnum DESC LIMIT 1) AS "plainColumn"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    ORDER BY c.oid`;
  return [...rows];
}

/** What is wrong with a table as it stands in the catalogue. */
export async function faultsOf(sql: Sql, table: Table): Promise<string[]> {
  const faults: string[] = [];
  const { name } = table;
  if (!['r', 'p'].includes(table.kind)) faults.push('is no table: a view shows what its owner may see');
  const hasWorkspace = table.columns.includes('workspace_id');
  if (!hasWorkspace && !(name in WITHOUT_WORKSPACE)) faults.push('has no workspace_id and stands on no list');
  if (hasWorkspace && name in WITHOUT_WORKSPACE) faults.push('has a workspace_id and is listed as having none');
  if (!NOT_OURS.includes(name)) {
    if (!table.secured) faults.push('has no row-level security');
    if (!table.forced) faults.push('does not hold its owner to it (FORCE)');
  }
  for (const role of RUNTIME_ROLES) {
    if (table.owner === role) faults.push(`belongs to ${role}`);
    const granted: string[] = [];
    for (const privilege of ALL) {
      const [row] = await sql`SELECT has_table_privilege(${role}, ${name}, ${privilege}) AS held`;
      if (row?.['held']) granted.push(privilege);
    }
    const wanted = may[role](name);
    if (granted.join() !== wanted.join()) faults.push(`gives ${role} [${granted}] instead of [${wanted}]`);
  }
  return faults;
}

/** What is wrong with the roles, and what would let them past the policies. */
export async function faultsOfRoles(sql: Sql): Promise<string[]> {
  const faults: string[] = [];
  for (const role of RUNTIME_ROLES) {
    const [row] = await sql`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid) AS "is a member of another"
      FROM pg_roles r WHERE rolname = ${role}`;
    if (!row) faults.push(`there is no ${role}`);
    for (const [attribute, held] of Object.entries(row ?? {})) if (held) faults.push(`${role}: ${attribute}`);
  }
  const definers = await sql`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;
  for (const { name } of definers) faults.push(`${name} runs as its owner (SECURITY DEFINER)`);
  return faults;
}
