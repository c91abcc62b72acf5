import { sql } from 'drizzle-orm';
import { date, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import jmespath from 'jmespath';
import postgres from 'postgres';
import { METRICS } from '../payload.ts';

// What most would write first: the whole answer as one document, an expression for each value, an ORM's batches. A program of
// its own; the parent made the table.

const [endpoint = '', databaseUrl = ''] = process.argv.slice(2);
const usage = pgTable(
  'typical_usage',
  {
    account: text('account').notNull(),
    day: date('day').notNull(),
    metrics: jsonb('metrics').$type<Record<string, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.day] })],
);
const BATCH = 1_000;

const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
const answer = (await (await fetch(endpoint)).json()) as object;
const rows = (jmespath.search(answer, 'data.rows') as object[]).map((row) => ({
  account: jmespath.search(row, 'account.id') as string,
  day: jmespath.search(row, 'day') as string,
  metrics: Object.fromEntries(METRICS.map((name) => [name, jmespath.search(row, `m.${name}`) as number])),
}));
await drizzle(client).transaction(async (tx) => {
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insert(usage)
      .values(rows.slice(at, at + BATCH))
      .onConflictDoUpdate({ target: [usage.account, usage.day], set: { metrics: sql`excluded.metrics` } });
  }
});
await client.end();
