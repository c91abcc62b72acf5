import { DrizzleQueryError, type Logger, type SQLWrapper, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql, TransactionSql } from 'postgres';

export type Orm = Pick<PostgresJsDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'> & {
  readonly transaction: PostgresJsDatabase['transaction'];
};

export type Run = (text: string, parameters: readonly unknown[], inArrays: boolean) => Promise<unknown>;
/** What stands behind an `Orm`. */
export type Client = {
  readonly run: Run;
  readonly begin: (work: (tx: TransactionSql) => Promise<unknown>) => Promise<unknown>;
};

/**
 * What postgres.js's `cancel` uses. That method does not tell when the server has heard, and of a statement that still waits
 * for its turn it makes one that nothing comes after, COMMIT included.
 */
export type Running = { readonly active: boolean; readonly canceller: ((query: unknown) => Promise<unknown>) | null };

export const ask = async (
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

/** drizzle reads and writes dates and JSON itself, which its clients must leave alone; arrays as parameters fail afterwards. */
export function prepareForOrm(client: Sql): Sql {
  drizzle(client);
  return client;
}

const dialect = new PgDialect();

/**
 * drizzle over what it uses of a postgres.js client: `unsafe`, with or without `values`, and `begin`. Made when it is first
 * built with: for statements written out, and for operations that ask nothing, it would take longer than they do.
 */
export function ormOver(logger: Logger | undefined, client: Client): Orm {
  let made: PostgresJsDatabase | null = null;
  const builder = (): PostgresJsDatabase => {
    made ??= drizzle(clientOver(client), logger ? { logger } : {});
    return made;
  };
  const execute = async (statement: SQLWrapper | string) => {
    const given = typeof statement === 'string' ? sql.raw(statement) : statement.getSQL();
    const { sql: text, params } = dialect.sqlToQuery(given);
    logger?.logQuery(text, params);
    try {
      return await client.run(text, params, false);
    } catch (error) {
      throw new DrizzleQueryError(text, params, error as Error);
    }
  };
  const built = <Name extends keyof Orm>(name: Name) =>
    ((...args: unknown[]) => Reflect.apply(builder()[name], builder(), args)) as Orm[Name];
  return {
    select: built('select'),
    selectDistinct: built('selectDistinct'),
    insert: built('insert'),
    update: built('update'),
    delete: built('delete'),
    transaction: built('transaction'),
    execute: execute as unknown as Orm['execute'],
  };
}

function clientOver({ run, begin }: Client): Sql {
  const unsafe = (text: string, parameters: readonly unknown[]) => {
    let inArrays = false;
    const result = Promise.resolve().then(() => run(text, parameters, inArrays));
    const values = () => {
      inArrays = true;
      return result;
    };
    return Object.assign(result, { values });
  };
  return { options: { parsers: {}, serializers: {} }, unsafe, begin } as unknown as Sql;
}
