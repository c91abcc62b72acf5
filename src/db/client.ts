import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { promptSockets } from './socket.ts';

/**
 * Two clients of one database. `orm` is for everyday queries; `sql` is plain postgres.js, for COPY and set-based work.
 * They cannot be one: `drizzle(client)` replaces that client's serializers, after which array and date parameters fail.
 */
export type Database = {
  readonly orm: Orm;
  readonly sql: Sql;
  /** Rejects when the database cannot be reached. */
  readonly ping: () => Promise<unknown>;
  readonly close: () => Promise<void>;
};

export type Orm = Pick<PostgresJsDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'> & {
  readonly transaction: PostgresJsDatabase['transaction'];
};

/** A transaction of `sql`, for verbs that hand it from store to store. */
export type { TransactionSql } from 'postgres';

/** What a store needs: the database itself or a transaction of it. */
export type Queryable = Pick<Orm, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

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
    connection: { application_name: 'tributary', TimeZone: 'UTC' },
    connect_timeout: 10,
    // Left to itself, postgres.js waits up to 20 s after an outage, and live messages of that time are lost.
    backoff: (attempt: number) => Math.min(1, 0.05 * 2 ** attempt),
    types: { doubles },
    // In postgres.js's documentation, not in its types.
    ...({ socket: promptSockets() } as object),
  };
  const ormClient = postgres(options.url, { ...shared, max: options.ormConnections });
  const sql = postgres(options.url, { ...shared, max: options.bulkConnections });
  const { onStatement } = options;
  const orm = drizzle(ormClient, onStatement ? { logger: { logQuery: onStatement } } : {});
  return {
    orm,
    sql,
    ping: () => sql`SELECT 1`,
    close: async () => {
      await Promise.all([ormClient.end({ timeout: 5 }), sql.end({ timeout: 5 })]);
    },
  };
}
