import { makePayload, type Payload } from './payload.ts';

/** Ways to write the same rows. The regular one is what a library makes of records; the others hurt a reader in their own way. */
export const LAYOUTS = ['regular', 'shuffled', 'pretty', 'unicode', 'nested'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const LAYOUT_SAYS: Readonly<Record<Layout, string>> = {
  regular: 'the same names in the same order',
  shuffled: 'names in random order in each row',
  pretty: 'indented',
  unicode: 'texts beyond ASCII, with },{ in them',
  nested: 'a list of objects in each row, of changing length',
};

type Row = { readonly day: string; readonly account: { readonly id: string }; readonly m: Record<string, number> };

export function makeLayout(layout: Layout, accounts: number, yesterday: string): Payload {
  const payload = makePayload(accounts, yesterday);
  if (layout === 'regular') return payload;
  const { data } = JSON.parse(payload.bytes.toString()) as { data: { rows: Row[] } };
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  const pieces: Buffer[] = [];
  let text = '{"data":{"rows":[';
  for (const [index, row] of data.rows.entries()) {
    text += `${index === 0 ? '' : ','}${WRITE[layout](row, random)}`;
    if (text.length > 1 << 20) {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  pieces.push(Buffer.from(`${text}]}}`));
  return { ...payload, bytes: Buffer.concat(pieces) };
}

type Random = (below: number) => number;

const WRITE: Readonly<Record<Exclude<Layout, 'regular'>, (row: Row, random: Random) => string>> = {
  shuffled: (row, random) => {
    const mixed = (object: object) =>
      Object.fromEntries(Object.entries(object).toSorted(() => (random(2) === 0 ? -1 : 1)));
    return JSON.stringify(mixed({ ...row, m: mixed(row.m) }));
  },
  pretty: (row) => `\n${JSON.stringify(row, null, 2)}`,
  unicode: (row, random) => JSON.stringify({ ...row, name: `Société Générale },{ № ${random(1_000)}` }),
  nested: (row, random) => {
    const features = Array.from({ length: random(4) }, (_, index) => ({ name: `feature ${index}`, used: random(50) }));
    return JSON.stringify({ ...row, features });
  },
};
