import {
  dateJson,
  happens,
  idJson,
  metricJson,
  numberText,
  numeralJson,
  pick,
  type Random,
  textJson,
  upTo,
} from './reader-values.ts';

/** What a row holds, in order; a list has no names. */
export type Member =
  | { readonly name: string; readonly kind: 'DAY' | 'ID' | 'METRIC' | 'NUMERAL' | 'TEXT' | 'NUMBER' | 'WORD' }
  | { readonly name: string; readonly kind: 'OBJECT' | 'LIST'; readonly members: readonly Member[] };

export type RowStyle = {
  readonly members: readonly Member[];
  readonly dateFormat: string;
  /** What stands around names and values. */
  readonly blank: string;
  /** How many of the rows are not like the others. */
  readonly odd: number;
  /** How many of the values are not as usual. */
  readonly strange: number;
};

const value = (random: Random, member: Member, style: RowStyle): string => {
  switch (member.kind) {
    case 'DAY':
      return dateJson(random, style.dateFormat, style.strange);
    case 'ID':
      return idJson(random, style.strange);
    case 'METRIC':
      return metricJson(random, style.strange);
    case 'NUMERAL':
      return numeralJson(random, style.strange);
    case 'TEXT':
      return textJson(random);
    case 'NUMBER':
      return numberText(random);
    case 'WORD':
      return pick(random, ['null', 'true', 'false', '0', '"x"']);
    case 'OBJECT':
      return object(random, member.members, style);
    case 'LIST':
      return `[${member.members.map((inner) => value(random, inner, style)).join(`,${style.blank}`)}]`;
  }
};

function object(random: Random, members: readonly Member[], style: RowStyle): string {
  const { blank } = style;
  const named = members.map((member) => `${JSON.stringify(member.name)}:${blank}${value(random, member, style)}`);
  return `{${blank}${named.join(`,${blank}`)}${blank}}`;
}

const NO_ROWS = [
  'null',
  '1',
  '"x"',
  'true',
  '[]',
  '{}',
  '[1,2]',
  '["2026-06-01","a1",3,4]',
  '[{}]',
  '-5',
  '"},{"',
  '{"":0}',
];

export function rowJson(random: Random, style: RowStyle): string {
  if (!happens(random, style.odd)) return object(random, style.members, style);
  const { members } = style;
  const one = pick(random, members);
  switch (upTo(random, 9)) {
    case 0:
      return pick(random, NO_ROWS);
    case 1:
      return object(random, members.toSpliced(members.indexOf(one), 1), style);
    case 2:
      return object(random, [...members, one], style);
    case 3:
      return object(random, [one, ...members], style);
    case 4:
      return object(random, members.toReversed(), style);
    case 5:
      return object(random, [{ name: `extra${upTo(random, 3)}`, kind: 'TEXT' }, ...members], style);
    case 6:
      return object(random, members, { ...style, blank: pick(random, BLANKS) });
    case 7:
      return escapedNames(object(random, members, style));
    default:
      return object(random, members, { ...style, strange: 0.4 });
  }
}

export const BLANKS = ['', '', '', ' ', '\t', '\n  ', ' \r\n'];

/** The same names, one letter of each written as its number. */
const escapedNames = (row: string): string =>
  row.replaceAll(/"(\w)(\w*)":/g, (_, first: string, rest: string) => {
    return `"\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${rest}":`;
  });

const EXTRA: readonly Member[] = [
  { name: 'note', kind: 'TEXT' },
  { name: 'n', kind: 'NUMBER' },
  { name: 'flag', kind: 'WORD' },
  { name: 'ü', kind: 'TEXT' },
  { name: '__proto__', kind: 'WORD' },
  {
    name: 'nested',
    kind: 'OBJECT',
    members: [
      { name: 'logins', kind: 'METRIC' },
      { name: 'day', kind: 'TEXT' },
    ],
  },
  {
    name: 'rows',
    kind: 'LIST',
    members: [
      { name: '', kind: 'NUMBER' },
      { name: '', kind: 'TEXT' },
    ],
  },
  { name: 'none', kind: 'LIST', members: [] },
  { name: 'empty', kind: 'OBJECT', members: [] },
  { name: 'a long name to be compared', kind: 'NUMBER' },
];

export function rowStyle(random: Random, needed: readonly Member[], dateFormat: string): RowStyle {
  const members = [...needed];
  for (let more = upTo(random, 3); more > 0; more--) {
    const extra = pick(random, EXTRA);
    if (!members.some(({ name }) => name === extra.name)) members.splice(upTo(random, members.length + 1), 0, extra);
  }
  return {
    members,
    dateFormat,
    blank: pick(random, BLANKS),
    odd: pick(random, [0, 0, 0.03, 0.1, 0.4]),
    strange: pick(random, [0, 0, 0.01, 0.05]),
  };
}
