import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql, TransactionSql } from 'postgres';
import type { Pool } from './pool.ts';
import type { Start } from './transactions.ts';

export type Orm = Pick<PostgresJsDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'> & {
  readonly transaction: PostgresJsDatabase['transaction'];
};

/**
 * The database as one workspace, or the product itself, may see it. Everything runs in transactions that say so: a
 * statement of `orm` by itself in one of its own.
 */
export type Scope = {
  readonly orm: Orm;
  /** Plain postgres.js, for COPY and set-based work. Apart from `orm`, whose library changes how values are written. */
  readonly sql: { readonly begin: <T>(work: (tx: TransactionSql) => Promise<T>) => Promise<T> };
  /** The same, read only, as of one moment: that of the first statement. */
  readonly snapshot: () => Snapshot;
};

export type Snapshot = Scope & {
  /** Gives the connection back. Whatever is asked afterwards is refused. */
  readonly end: () => void;
};

export type Pools = { readonly orm: Pool; readonly bulk: Pool; readonly logger: Logger | undefined };

/** A statement that reads for an answer may take this long; idle is what an operation that was forgotten would be. */
const READ_LIMITS = `SET LOCAL statement_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/** `settings` says, in SQL, who the statements are run as. */
export function createScope(pools: Pools, settings: string): Scope {
  const start: Start = { mode: '', settings };
  const begin: Scope['sql']['begin'] = (work) => pools.orm.begin(start, work);
  return {
    orm: ormOver(pools, {
      begin,
      run: (text, parameters, inArrays) => begin((tx) => ask(tx, text, parameters, inArrays)),
    }),
    sql: { begin: (work) => pools.bulk.begin(start, work) },
    snapshot: () => openSnapshot(pools, settings),
  };
}

function openSnapshot(pools: Pools, settings: string): Snapshot {
  const start: Start = { mode: 'isolation level repeatable read read only', settings: `${settings}; ${READ_LIMITS}` };
  let session: Session | null = null;
  let over = false;
  const running = new Set<Running>();
  const leave = (left: Session | null) => {
    left?.close();
    if (session === left) session = null;
  };
  /** A statement that fails takes the transaction with it. Those sent behind it are asked again, in the next one. */
  const run: Run = async (text, parameters, inArrays) => {
    for (let round = 1; ; round++) {
      if (over) throw canceled();
      session ??= openSession(pools.orm, start);
      const mine = session;
      try {
        const tx = await mine.tx;
        if (over) throw canceled();
        return await ask(tx, text, parameters, inArrays, running);
      } catch (error) {
        leave(mine);
        if (!isAborted(error) || round === MOST_ROUNDS) throw error;
      }
    }
  };
  const refuse = () => Promise.reject(new Error('an operation that reads changes nothing'));
  const snapshot: Snapshot = {
    orm: ormOver(pools, { run, begin: refuse }),
    sql: { begin: refuse },
    snapshot: () => snapshot,
    end: () => {
      over = true;
      const last = session;
      // The connection is held meanwhile, so that what is cancelled is not somebody else's statement.
      if (running.size === 0) leave(last);
      else void cancelAll(running).then(() => leave(last));
    },
  };
  return snapshot;
}

/** A transaction that stays open until it is closed. */
type Session = { readonly tx: Promise<TransactionSql>; readonly close: () => void };

function openSession(pool: Pool, start: Start): Session {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const tx = new Promise<TransactionSql>((resolve, reject) => {
    const work = (opened: TransactionSql) => {
      resolve(opened);
      return closed;
    };
    // Once it is open, whoever asks hears what goes wrong.
    pool.begin(start, work).catch(reject);
  });
  tx.catch(() => {});
  return { tx, close };
}

const ABORTED = '25P02';
/** What PostgreSQL, too, calls a statement that is not wanted any more. */
const canceled = () => Object.assign(new Error('the operation has ended'), { code: '57014' });
/** More failing statements than an operation has fields. */
const MOST_ROUNDS = 2_500;
const isAborted = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === ABORTED;

/**
 * What postgres.js's `cancel` uses. That method does not tell when the server has heard, and of a statement that still waits
 * for its turn it makes one that nothing comes after, COMMIT included.
 */
type Running = { readonly active: boolean; readonly canceller: ((query: unknown) => Promise<unknown>) | null };

const ask = async (
  tx: TransactionSql,
  text: string,
  parameters: readonly unknown[],
  inArrays: boolean,
  running: Set<Running> = new Set(),
) => {
  const query = tx.unsafe(text, [...parameters] as never[]);
  const mine = query as unknown as Running;
  running.add(mine);
  try {
    return inArrays ? await query.values() : await query;
  } finally {
    running.delete(mine);
  }
};

/** An operation that is given up mid-way would hold its connection until its statements end. */
async function cancelAll(running: ReadonlySet<Running>): Promise<void> {
  // A request that comes before its statement has reached the server is lost: ask again.
  for (let pauseMs = 20; running.size > 0; pauseMs *= 2) {
    const told = [...running].flatMap((query) => (query.active ? [query.canceller?.(query)] : []));
    await Promise.allSettled(told);
    await setTimeout(pauseMs);
  }
}

type Run = (text: string, parameters: readonly unknown[], inArrays: boolean) => Promise<unknown>;
type Client = {
  readonly run: Run;
  readonly begin: (work: (tx: TransactionSql) => Promise<unknown>) => Promise<unknown>;
};

/** drizzle reads and writes dates and JSON itself, which its clients must leave alone; arrays as parameters fail afterwards. */
export function prepareForOrm(client: Sql): Sql {
  drizzle(client);
  return client;
}

/** drizzle over what it uses of a postgres.js client: `unsafe`, with or without `values`, and `begin`. */
function ormOver({ logger }: Pools, { run, begin }: Client): Orm {
  const unsafe = (text: string, parameters: readonly unknown[]) => {
    let inArrays = false;
    const result = Promise.resolve().then(() => run(text, parameters, inArrays));
    const values = () => {
      inArrays = true;
      return result;
    };
    return Object.assign(result, { values });
  };
  const client = { options: { parsers: {}, serializers: {} }, unsafe, begin } as unknown as Sql;
  return drizzle(client, logger ? { logger } : {});
}
