/** Reads PostgreSQL's binary COPY format back, strictly, to check what the mapper writes. */
export type CopiedRow = { ref: number; epochDay: number; ordinal: number; values: (number | null)[] };
export type CopiedAccount = { ref: number; externalId: string };

export const readRowCopy = (bytes: Uint8Array): CopiedRow[] =>
  tuples(bytes).map((fields) => {
    const [ref, day, ordinal, values] = exactly(fields, 4);
    return { ref: int4(ref), epochDay: int4(day) + 10_957, ordinal: int4(ordinal), values: float8Array(values) };
  });

export const readAccountCopy = (bytes: Uint8Array): CopiedAccount[] =>
  tuples(bytes).map((fields) => {
    const [ref, text] = exactly(fields, 2);
    return { ref: int4(ref), externalId: new TextDecoder('utf-8', { fatal: true }).decode(text) };
  });

const SIGNATURE = 'PGCOPY\n\u00ff\r\n\0';

function tuples(bytes: Uint8Array): DataView[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Buffer.from(bytes.subarray(0, 11)).toString('latin1') !== SIGNATURE) throw new Error('no COPY signature');
  if (view.getInt32(11) !== 0 || view.getInt32(15) !== 0) throw new Error('flags and extension must be 0');
  const rows: DataView[][] = [];
  let at = 19;
  for (;;) {
    const count = view.getInt16(at);
    at += 2;
    if (count === -1) break;
    const fields: DataView[] = [];
    for (let index = 0; index < count; index++) {
      const length = view.getInt32(at);
      fields.push(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length));
      at += 4 + length;
    }
    rows.push(fields);
  }
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes behind the trailer`);
  return rows;
}

function exactly(fields: DataView[], count: number): [DataView, DataView, DataView, DataView] {
  if (fields.length !== count) throw new Error(`${fields.length} fields instead of ${count}`);
  return fields as [DataView, DataView, DataView, DataView];
}

function int4(field: DataView): number {
  if (field.byteLength !== 4) throw new Error('not an int4');
  return field.getInt32(0);
}

function float8Array(field: DataView): (number | null)[] {
  const [dimensions, hasNull, type, length, first] = [0, 4, 8, 12, 16].map((at) => field.getInt32(at));
  if (dimensions !== 1 || type !== 701 || first !== 1) throw new Error('not a float8[] of one dimension');
  const values: (number | null)[] = [];
  let at = 20;
  for (let index = 0; index < (length ?? 0); index++) {
    const size = field.getInt32(at);
    values.push(size === -1 ? null : field.getFloat64(at + 4));
    at += size === -1 ? 4 : 12;
  }
  if (at !== field.byteLength) throw new Error('bytes behind the array');
  if ((hasNull === 1) !== values.includes(null)) throw new Error('the null flag is wrong');
  return values;
}
