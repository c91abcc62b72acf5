import postgres, { type Sql } from 'postgres';
import { isMigrated } from './migrations.ts';
import { APP_ROLE, SYSTEM_ROLE } from './roles.ts';
import { createScope, type Orm, type Pools, type Scope } from './scope.ts';
import { promptSockets } from './socket.ts';
import { createPool } from './transactions.ts';

/** The database, which shows nothing by itself: only to whom a scope says. */
export type Database = {
  /** The product across workspaces: who a key belongs to, what is due. Sees the few tables that takes, and no usage. */
  readonly system: Scope;
  /** One workspace and nothing else: the database itself hides the others. */
  readonly workspace: (workspaceId: number) => Scope;
  /** For messages between processes, which are in no transaction and touch no table. */
  readonly messages: Pick<Sql, 'listen' | 'notify'>;
  /** Rejects when the database cannot be reached. */
  readonly ping: () => Promise<unknown>;
  /** Whether it has what this version of the product needs. */
  readonly isMigrated: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** What a store needs: a scope's `orm` or a transaction of it. */
export type Queryable = Pick<Orm, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

/** A transaction of a scope's `sql`, for verbs that hand it from store to store. */
export type { TransactionSql } from 'postgres';
export type { Orm, Scope, Snapshot } from './scope.ts';

export type DatabaseOptions = {
  readonly url: string;
  readonly ormConnections: number;
  readonly bulkConnections: number;
  /** Sees each statement sent through `orm`; tests count them. */
  readonly onStatement?: (statement: string) => void;
};

/** `float8[]`, which holds NULLs here: postgres.js's own parser makes NaN of them. */
const doubles = {
  to: 1022,
  from: [1022],
  serialize: (values: readonly (number | null)[]) => `{${values.map((value) => value ?? 'NULL').join(',')}}`,
  parse: (text: string) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((value) => (value === 'NULL' ? null : Number(value))),
};

export function openDatabase(options: DatabaseOptions): Database {
  const shared = {
    onnotice: () => {},
    // A statement outside every scope sees nothing.
    connection: { application_name: 'tributary', TimeZone: 'UTC', role: APP_ROLE },
    connect_timeout: 10,
    // Left to itself, postgres.js waits up to 20 s after an outage, and live messages of that time are lost.
    backoff: (attempt: number) => Math.min(1, 0.05 * 2 ** attempt),
    types: { doubles },
    // In postgres.js's documentation, not in its types.
    ...({ socket: promptSockets() } as object),
  };
  // Two clients: drizzle replaces the serializers of the one it is given, after which array and date parameters fail.
  const ormClient = postgres(options.url, { ...shared, max: options.ormConnections });
  const bulkClient = postgres(options.url, { ...shared, max: options.bulkConnections });
  const { onStatement } = options;
  const pools: Pools = {
    orm: createPool(ormClient, 1),
    // Higher: while it stores, a run renews its lease.
    bulk: createPool(bulkClient, 2),
    logger: onStatement && { logQuery: onStatement },
  };
  return {
    system: createScope(pools, `SET LOCAL ROLE ${SYSTEM_ROLE}`),
    workspace: (workspaceId) =>
      createScope(pools, `SET LOCAL ROLE ${APP_ROLE}; SET LOCAL tributary.workspace = '${Math.trunc(workspaceId)}'`),
    messages: bulkClient,
    ping: () => bulkClient`SELECT 1`,
    isMigrated: () => isMigrated(bulkClient),
    close: async () => {
      await Promise.all([ormClient.end({ timeout: 5 }), bulkClient.end({ timeout: 5 })]);
    },
  };
}
