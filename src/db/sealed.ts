import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Id of the key that a column's value is sealed under, as the value names it: see platform/secrets/format.ts. */
export const keyIdIn = (sealed: SQLWrapper): SQL<string> =>
  sql<string>`encode(substring(${sealed} FROM 3 FOR get_byte(${sealed}, 1)), 'escape')`;
