import { type SQL, sql } from 'drizzle-orm';

/** How a statement begins that `line.ts` has planned once for many times. */
export const BY_KEY = '/* by key */';

/**
 * A statement that looks rows up by their keys, for which there is one plan whatever it is asked for: to plan it anew takes
 * several times as long as to carry it out. Only for statements that leave the planner no choice: `LATERAL` with `OFFSET 0`.
 */
export const byKey = (strings: TemplateStringsArray, ...values: readonly unknown[]): SQL =>
  sql`${sql.raw(BY_KEY)}${sql(strings, ...values)}`;

/** The keys as rows of texts, each once; `COLLATE "C"` goes where they are compared. */
export const eachOf = (keys: readonly string[]): SQL =>
  sql`jsonb_array_elements_text(${JSON.stringify([...new Set(keys)])}::text::jsonb)`;
