import postgres, { type Sql, type TransactionSql } from 'postgres';
import { giveWayIn } from '../platform/give-way.ts';
import { isMigrated } from './migrations.ts';
import { unwatchedNesting, watchedNesting } from './nesting.ts';
import { type Orm, prepareForOrm } from './orm.ts';
import { createPool } from './pool.ts';
import { APP_ROLE, SYSTEM_ROLE } from './roles.ts';
import { createScope, type Pools, type Scope } from './scope.ts';
import { promptSockets } from './socket.ts';

/** The database, which shows nothing by itself: only to whom a scope says. */
export type Database = {
  /** The product across workspaces: who a key belongs to, what is due. Sees the few tables that takes, and no usage. */
  readonly system: Scope;
  /** One workspace and nothing else: the database itself hides the others. */
  readonly workspace: (workspaceId: number) => Scope;
  /** Between processes. Whoever is in a transaction may send, apart from it. */
  readonly messages: MessageChannel;
  /** Rejects when the database cannot be reached. */
  readonly ping: () => Promise<unknown>;
  /** Whether it has what this version of the product needs. */
  readonly isMigrated: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type MessageChannel = Pick<Sql, 'listen'> & {
  readonly notify: (channel: string, payload: string) => Promise<unknown>;
};

/** What a store needs: a scope's `orm` or a transaction of it. */
export type Queryable = Pick<Orm, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

/** A transaction of a scope's `sql`, for verbs that hand it from store to store. */
export type { TransactionSql } from 'postgres';
export type { Orm } from './orm.ts';
export type { Scope, Snapshot } from './scope.ts';

export type DatabaseOptions = {
  readonly url: string;
  readonly ormConnections: number;
  readonly bulkConnections: number;
  /** Whether those who wait for the API go before what is done here. */
  readonly givesWay?: boolean;
  /** Whether a transaction begun within another is refused where the two could wait for each other. Costs those who serve dearly. */
  readonly watchesNesting?: boolean;
  /** Sees each statement sent through `orm`; tests count them. */
  readonly onStatement?: (statement: string, parameters: unknown[]) => void;
};

/** `float8[]`, which holds NULLs here: postgres.js's own parser makes NaN of them. */
const doubles = {
  to: 1022,
  from: [1022],
  serialize: (values: readonly (number | null)[]) => `{${values.map((value) => value ?? 'NULL').join(',')}}`,
  // Numbers are written as in JSON, but for NaN and infinities, and its parser is several times as fast as cutting up texts.
  parse: (text: string): (number | null)[] => {
    const list = `[${text.slice(1, -1)}]`;
    if (!text.includes('N') && !text.includes('I')) return JSON.parse(list);
    if (!/[ay]/.test(text)) return JSON.parse(list.replaceAll('NULL', 'null'));
    return text
      .slice(1, -1)
      .split(',')
      .map((value) => (value === 'NULL' ? null : Number(value)));
  },
};

/** `int4[]` without NULLs. */
const integers = {
  to: 1007,
  from: [1007],
  serialize: (values: readonly number[]) => `{${values.join(',')}}`,
  parse: (text: string): number[] => JSON.parse(`[${text.slice(1, -1)}]`),
};

/** A prepared statement is planned for the values it comes with: what is right for the average workspace is wrong for many. */
const ONE_PLAN_EACH = { plan_cache_mode: 'force_custom_plan' };
/**
 * Times `work_mem`, which is 4 MB where nobody changed it: the ids of a million accounts. What the planner thinks too large to
 * be hashed it would look through anew for each row of the account table.
 */
const MUCH_IS_HASHED = { hash_mem_multiplier: 16 };

export function openDatabase(options: DatabaseOptions): Database {
  const shared = {
    onnotice: () => {},
    // A statement outside every scope sees nothing.
    connection: { application_name: 'tributary', TimeZone: 'UTC', role: APP_ROLE },
    connect_timeout: 10,
    // Left to itself, postgres.js waits up to 20 s after an outage, and live messages of that time are lost.
    backoff: (attempt: number) => Math.min(1, 0.05 * 2 ** attempt),
    types: { doubles, integers },
    // It would ask for the array types on each new connection, and end the process when that one is lost meanwhile. So arrays
    // other than these are neither read nor sent as such.
    fetch_types: false,
    // In postgres.js's documentation, not in its types.
    ...({ socket: promptSockets() } as object),
  };
  const connect = (onclose?: () => void, connection: object = {}) =>
    postgres(options.url, {
      ...shared,
      connection: { ...shared.connection, ...connection },
      max: 1,
      // Would end a connection in the middle of a transaction: the pool knows when nobody uses it.
      max_lifetime: null,
      ...(onclose ? { onclose } : {}),
    });
  const { onStatement, givesWay = false, watchesNesting = true } = options;
  const nesting = watchesNesting ? watchedNesting : () => unwatchedNesting;
  const connectPool = (onClose: () => void, connection: object = {}): Sql => {
    const client = connect(onClose, connection);
    if (givesWay) void yieldIn(client);
    return client;
  };
  const pools: Pools = {
    orm: createPool({
      connect: (onClose) => prepareForOrm(connectPool(onClose, { ...ONE_PLAN_EACH, ...MUCH_IS_HASHED })),
      size: options.ormConnections,
      nesting: nesting(1),
    }),
    // Higher: while it stores, a run renews its lease.
    bulk: createPool({ connect: connectPool, size: options.bulkConnections, nesting: nesting(2) }),
    logger: onStatement && { logQuery: onStatement },
  };
  // Lower than both: progress is told in the middle of everything, and whether the database answers must not depend on how busy it is.
  const aside = createPool({ connect, size: 1, nesting: nesting(0) });
  const listener = connect();
  const begin = <T>(work: (tx: TransactionSql) => Promise<T>) => aside.begin({ mode: '', settings: '' }, work);
  return {
    system: createScope(pools, `SET LOCAL ROLE ${SYSTEM_ROLE}`),
    workspace: (workspaceId) =>
      createScope(pools, `SET LOCAL ROLE ${APP_ROLE}; SET LOCAL tributary.workspace = '${Math.trunc(workspaceId)}'`),
    messages: {
      listen: listener.listen,
      notify: (channel, payload) => begin((tx) => tx`SELECT pg_notify(${channel}, ${payload})`),
    },
    ping: () => begin((tx) => tx`SELECT 1`),
    isMigrated: () => begin(isMigrated),
    close: async () => {
      await Promise.all([pools.orm.end(), pools.bulk.end(), aside.end(), listener.end({ timeout: 5 })]);
    },
  };
}

/** Asked first of all on a connection. One that fails is told about by whoever uses it. */
const yieldIn = (client: Sql): Promise<void> =>
  client<{ pid: number; port: number | null }[]>`SELECT pg_backend_pid() AS pid, inet_client_port() AS port`.then(
    ([backend]) => backend && giveWayIn(backend),
    () => {},
  );
