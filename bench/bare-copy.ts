import type { Sql } from 'postgres';
import { copyInto } from '../src/db/copy.ts';
import { mustEpochDay } from '../src/lib/day.ts';
import { timed } from './measure.ts';
import type { Payload } from './payload.ts';

const POSTGRES_EPOCH = mustEpochDay('2000-01-01');
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/** The payload's rows as a binary COPY stream of (account int4, day date, vals float8[]): encoding is not part of the limit. */
export function copyImage({ bytes, metrics }: Payload): Buffer {
  const { data } = JSON.parse(bytes.toString()) as {
    data: { rows: { day: string; account: { id: string }; m: Record<string, number> }[] };
  };
  const tuple = 2 + 8 + 8 + 4 + 20 + 12 * metrics.length;
  const image = Buffer.alloc(HEADER.length + data.rows.length * tuple + 2);
  let at = HEADER.copy(image);
  for (const row of data.rows) {
    at = image.writeInt16BE(3, at);
    at = image.writeInt32BE(4, at);
    at = image.writeInt32BE(Number(row.account.id.slice(4)) + 1, at);
    at = image.writeInt32BE(4, at);
    at = image.writeInt32BE(mustEpochDay(row.day) - POSTGRES_EPOCH, at);
    at = image.writeInt32BE(20 + 12 * metrics.length, at);
    // One dimension, no nulls, element type float8 (701), length, lower bound.
    for (const word of [1, 0, 701, metrics.length, 1]) at = image.writeInt32BE(word, at);
    for (const name of metrics) {
      at = image.writeInt32BE(8, at);
      at = image.writeDoubleBE(row.m[name] ?? 0, at);
    }
  }
  image.writeInt16BE(-1, at);
  return image;
}

/** Milliseconds to copy the image into an empty table with a primary key. */
export async function bareCopy(sql: Sql, image: Buffer): Promise<number> {
  await sql.unsafe(`
    DROP TABLE IF EXISTS bare;
    CREATE TABLE bare (account int NOT NULL, day date NOT NULL, vals float8[] NOT NULL, PRIMARY KEY (account, day))`);
  await sql`CHECKPOINT`;
  return timed(() =>
    sql.begin(async (tx) => {
      const copy = await copyInto(tx, 'bare');
      for (let at = 0; at < image.length; at += 65_536) await copy.write(image.subarray(at, at + 65_536));
      await copy.end();
    }),
  );
}
