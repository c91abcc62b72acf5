import { operand } from './structure/path.ts';

/** A form of dates that no format reads, and the expression that makes one of it that some format does. */
export type Rewrite = {
  readonly of: (value: unknown) => unknown;
  readonly write: (path: string) => string;
  readonly isAmbiguous: boolean;
};

const AS_IT_IS: Rewrite = { of: (value) => value, write: (path) => path, isAmbiguous: false };

/** What to try for a column with such a value, the plainest first. */
export function rewritesOf(example: unknown): Rewrite[] {
  if (typeof example === 'number')
    return [AS_IT_IS, ...(example > 1e14 ? [dividedBy(example > 1e17 ? 1_000_000 : 1_000)] : [])];
  if (typeof example !== 'string' || example.length > 100) return [AS_IT_IS];
  return [AS_IT_IS, ...FORMS.filter(({ form }) => form.test(example)).map(({ rewrite }) => rewrite)];
}

/** Micro- and nanoseconds. */
const dividedBy = (divisor: number): Rewrite => ({
  of: (value) => (typeof value === 'number' ? value / divisor : null),
  write: (path) => `${operand(path)} / \`${divisor}\``,
  isAmbiguous: false,
});

const text = (
  change: (value: string) => string | null,
  write: (path: string) => string,
  isAmbiguous = false,
): Rewrite => ({
  of: (value) => (typeof value === 'string' ? change(value) : null),
  write,
  isAmbiguous,
});

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

const pad = (part: string): string => `pad_left(${part}, \`2\`, '0')`;
const piece = (path: string, separator: string, index: number): string => `split(${path}, '${separator}')[${index}]`;

/** 08/03/2026 and the like: `order` says where year, month and day stand. */
function pieces(
  separator: string,
  [year, month, day]: readonly [number, number, number],
  isAmbiguous: boolean,
): Rewrite {
  return text(
    (value) => {
      const parts = value.split(separator);
      const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
      return `${parts[year]}-${two(parts[month])}-${two(parts[day])}`;
    },
    (path) =>
      `join('-', [${piece(path, separator, year)}, ${pad(piece(path, separator, month))}, ${pad(piece(path, separator, day))}])`,
    isAmbiguous,
  );
}

/** 8 Mar 2026 and Mar 8, 2026: the name of a month by its place in a text of all. */
function namedMonth([year, month, day]: readonly [number, number, number], separator = ' '): Rewrite {
  const number = (path: string) =>
    `to_string(find_first('${MONTHS}', ${piece(path, separator, month)}[:3]) / \`3\` + \`1\`)`;
  return text(
    (value) => {
      const parts = value.split(separator);
      const at = MONTHS.indexOf((parts[month] ?? '').slice(0, 3));
      if (at < 0 || at % 3 > 0) return null;
      const two = (part: string) => part.padStart(2, '0');
      return `${parts[year]}-${two(String(at / 3 + 1))}-${two((parts[day] ?? '').replace(/,$/, ''))}`;
    },
    (path) =>
      `join('-', [${piece(path, separator, year)}, ${pad(number(path))}, ${pad(`trim_right(${piece(path, separator, day)}, ',')`)}])`,
  );
}

const FORMS: readonly { readonly form: RegExp; readonly rewrite: Rewrite }[] = [
  {
    form: /^\s|\s$/,
    rewrite: text(
      (value) => value.trim(),
      (path) => `trim(${path})`,
    ),
  },
  {
    form: /^\d{4}-\d{2}-\d{2}\D/,
    rewrite: text(
      (value) => value.slice(0, 10),
      (path) => `${operand(path)}[:10]`,
    ),
  },
  {
    form: /^\d{8}(?:\d{2,6}|T\d+Z?)$/,
    rewrite: text(
      (value) => value.slice(0, 8),
      (path) => `${operand(path)}[:8]`,
    ),
  },
  {
    form: /^\d{4}\/\d{2}\/\d{2}/,
    rewrite: text(
      (value) => value.slice(0, 10).replaceAll('/', '-'),
      (path) => `replace(${operand(path)}[:10], '/', '-')`,
    ),
  },
  {
    form: /^\d{4}\.\d{2}\.\d{2}/,
    rewrite: text(
      (value) => value.slice(0, 10).replaceAll('.', '-'),
      (path) => `replace(${operand(path)}[:10], '.', '-')`,
    ),
  },
  { form: /^\d{4}-\d{1,2}-\d{1,2}$/, rewrite: pieces('-', [0, 1, 2], false) },
  { form: /^\d{4}\/\d{1,2}\/\d{1,2}$/, rewrite: pieces('/', [0, 1, 2], false) },
  {
    form: /^\d{4}-\d{2}$/,
    rewrite: text(
      (value) => `${value}-01`,
      (path) => `join('', [${path}, '-01'])`,
    ),
  },
  { form: /^\d{1,2}\.\d{1,2}\.\d{4}$/, rewrite: pieces('.', [2, 1, 0], false) },
  { form: /^\d{1,2}\/\d{1,2}\/\d{4}$/, rewrite: pieces('/', [2, 0, 1], true) },
  { form: /^\d{1,2}\/\d{1,2}\/\d{4}$/, rewrite: pieces('/', [2, 1, 0], true) },
  { form: /^\d{1,2}-\d{1,2}-\d{4}$/, rewrite: pieces('-', [2, 1, 0], true) },
  { form: /^\d{1,2}-\d{1,2}-\d{4}$/, rewrite: pieces('-', [2, 0, 1], true) },
  { form: /^\d{1,2} [A-Z][a-z]{2,8} \d{4}$/, rewrite: namedMonth([2, 1, 0]) },
  { form: /^[A-Z][a-z]{2,8} \d{1,2},? \d{4}$/, rewrite: namedMonth([2, 0, 1]) },
  { form: /^\d{1,2}-[A-Z][a-z]{2}-\d{4}$/, rewrite: namedMonth([2, 1, 0], '-') },
  {
    form: /^\/Date\(\d+[+)]/,
    rewrite: text(
      (value) => value.split('(')[1]?.split(/[+)]/)[0] ?? null,
      (path) => `replace(split(split(${path}, '(')[1], '+')[0], ')/', '')`,
    ),
  },
  {
    form: /^\d\.\d+E\+?\d+$/i,
    rewrite: {
      of: (value) => (typeof value === 'string' ? Number(value) : null),
      write: (path) => `to_number(${path})`,
      isAmbiguous: false,
    },
  },
  {
    form: /^\d{9,13}\.\d+$/,
    rewrite: {
      of: (value) => (typeof value === 'string' ? Number(value) : null),
      write: (path) => `to_number(${path})`,
      isAmbiguous: false,
    },
  },
];
