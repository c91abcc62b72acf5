import type { Sql } from 'postgres';

/** A moment in the life of a database. */
export type Mark = { readonly lsn: string; readonly transaction: string };

const TABLES = ['usage_days', 'usage_rollups', 'external_accounts'];

export async function mark(sql: Sql): Promise<Mark> {
  const [row] = await sql<Mark[]>`
    SELECT pg_current_wal_insert_lsn()::text AS lsn, pg_current_xact_id()::text AS transaction`;
  if (!row) throw new Error('the database says nothing');
  return row;
}

/** What was written since: bytes of write-ahead log, by whatever wrote them, and tuples that usage is kept in. */
export async function writtenSince(sql: Sql, { lsn, transaction }: Mark): Promise<{ wal: number; tuples: number }> {
  const [row] = await sql<{ wal: number }[]>`
    SELECT (pg_current_wal_insert_lsn() - ${lsn}::text::pg_lsn)::float8 AS wal`;
  let tuples = 0;
  for (const table of TABLES) {
    // A database of minutes: its transaction numbers do not wrap around.
    const [{ count } = { count: 0 }] = await sql.unsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${table} WHERE xmin::text::bigint > $1::text::bigint`,
      [transaction],
    );
    tuples += count;
  }
  return { wal: row?.wal ?? Number.NaN, tuples };
}
