import { sql } from 'drizzle-orm';
import type { Queryable, TransactionSql } from './client.ts';

type Value = string | number | null;
export type Ask = <Row extends Record<string, unknown>>(
  strings: TemplateStringsArray,
  ...values: readonly Value[]
) => Promise<Row[]>;

/** One way to write a statement for either kind of transaction. Values as texts and numbers: the two write others differently. */
export const askIn =
  (tx: Queryable | TransactionSql): Ask =>
  async <Row extends Record<string, unknown>>(strings: TemplateStringsArray, ...values: readonly Value[]) => {
    if (typeof tx === 'function') return [...(await tx(strings, ...values))] as unknown as Row[];
    return [...(await tx.execute(sql(strings, ...values)))] as unknown as Row[];
  };
