import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { eachOf } from './by-key.ts';

/** One parameter however many ids: the statement's text stays the same, so that it is prepared once, and quick to write. */
export const among = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} = ANY(ARRAY(SELECT ${eachOf(ids)}))`;
