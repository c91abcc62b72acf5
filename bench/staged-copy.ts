const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** What PostgreSQL counts days from, in days of the Unix epoch. */
const POSTGRES_EPOCH = 10_957;

/** Account-days of random whole values; `day` counts from the Unix epoch. */
export type Rows = {
  readonly accounts: number;
  readonly firstDay: number;
  readonly days: number;
  readonly metrics: number;
  /** Which rows follow each other: those of one account or those of one day. */
  readonly order: 'ACCOUNT' | 'DAY';
};

/** Binary COPY streams of the same rows: as a run stages them, and as a bare table (account, day, vals) takes them. */
export function copyStreams(rows: Rows): { readonly rows: Buffer; readonly accounts: Buffer; readonly bare: Buffer } {
  const count = rows.accounts * rows.days;
  const vals = 4 + 20 + 12 * rows.metrics;
  const staged = Buffer.alloc(HEADER.length + count * (2 + 8 + 8 + 8 + vals) + 2);
  const bare = Buffer.alloc(HEADER.length + count * (2 + 8 + 8 + vals) + 2);
  let at = HEADER.copy(staged);
  let bareAt = HEADER.copy(bare);
  for (let row = 0; row < count; row++) {
    const [ref, day] =
      rows.order === 'ACCOUNT'
        ? [Math.floor(row / rows.days), row % rows.days]
        : [row % rows.accounts, Math.floor(row / rows.accounts)];
    const epochDay = rows.firstDay + day - POSTGRES_EPOCH;
    const from = at;
    at = staged.writeInt16BE(4, at);
    for (const word of [4, ref, 4, epochDay]) at = staged.writeInt32BE(word, at);
    bareAt += staged.copy(bare, bareAt, from, at);
    bare.writeInt16BE(3, bareAt - 18);
    for (const word of [4, row + 1]) at = staged.writeInt32BE(word, at);
    const valsAt = at;
    for (const word of [vals - 4, 1, 0, 701, rows.metrics, 1]) at = staged.writeInt32BE(word, at);
    for (let metric = 0; metric < rows.metrics; metric++) {
      at = staged.writeInt32BE(8, at);
      at = staged.writeDoubleBE((Math.imul(ref * 31 + day * 7 + metric, 2_654_435_761) >>> 12) % 5_000, at);
    }
    bareAt += staged.copy(bare, bareAt, valsAt, at);
  }
  staged.writeInt16BE(-1, at);
  bare.writeInt16BE(-1, bareAt);
  return { rows: staged, accounts: accountStream(rows.accounts), bare };
}

function accountStream(accounts: number): Buffer {
  const pieces = [HEADER];
  for (let ref = 0; ref < accounts; ref++) {
    const id = Buffer.from(`acc_${String(ref).padStart(6, '0')}`);
    const head = Buffer.alloc(14);
    head.writeInt16BE(2, 0);
    for (const [index, word] of [4, ref, id.length].entries()) head.writeInt32BE(word, 2 + 4 * index);
    pieces.push(head, id);
  }
  return Buffer.concat([...pieces, Buffer.from([0xff, 0xff])]);
}
