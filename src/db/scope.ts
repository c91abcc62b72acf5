import type { Logger } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import { BY_KEY } from './by-key.ts';
import { ask, type Orm, ormOver } from './orm.ts';
import type { Pool } from './pool.ts';
import { openReader, READING, readAlone } from './snapshot.ts';
import type { Start } from './transactions.ts';

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

/** Reads, and so may be asked again, or be answered to nobody. */
const READS = /^\s*select\b/i;
const reads = (text: string): boolean => text.startsWith(BY_KEY) || READS.test(text);

/** `settings` says, in SQL, who the statements are run as. */
export function createScope(pools: Pools, settings: string): Scope {
  const start: Start = { mode: '', settings };
  const begin: Scope['sql']['begin'] = (work) => pools.orm.begin(start, work);
  return {
    orm: ormOver(pools.logger, {
      begin,
      run: (text, parameters, inArrays) =>
        reads(text)
          ? readAlone(pools.orm, `BEGIN; ${settings}`, text, parameters, inArrays)
          : begin((tx) => ask(tx, text, parameters, inArrays)),
    }),
    sql: { begin: (work) => pools.bulk.begin(start, work) },
    snapshot: () => openSnapshot(pools, settings),
  };
}

function openSnapshot(pools: Pools, settings: string): Snapshot {
  const { run, end } = openReader(pools.orm, `${READING}; ${settings}`);
  const refuse = () => Promise.reject(new Error('an operation that reads changes nothing'));
  const snapshot: Snapshot = {
    orm: ormOver(pools.logger, { run, begin: refuse }),
    sql: { begin: refuse },
    snapshot: () => snapshot,
    end,
  };
  return snapshot;
}
