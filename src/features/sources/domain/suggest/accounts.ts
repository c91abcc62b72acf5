import { readAccountId } from '../read-account-id.ts';
import { isIdName, isPluralName, nameScore } from './account-names.ts';
import type { Column } from './structure/columns.ts';
import { isDayKey } from './structure/keys.ts';
import { textLiteral } from './structure/path.ts';

/** A column read as ids of accounts. */
export type AccountChoice = {
  readonly column: Column;
  readonly write: (path: string) => string;
  /** One for each row; null where it has none. */
  readonly ids: readonly (string | null)[];
  readonly distinct: number;
  /** How many of the distinct ids are of the workspace. */
  readonly known: number;
  readonly score: number;
  /** Ids that stand for no account, or for all. */
  readonly sentinels: readonly string[];
};

/** Columns that can be read as account ids, the likeliest first. */
export function findAccounts(
  columns: readonly Column[],
  known: ReadonlySet<string>,
  days: Days,
  last: number,
): AccountChoice[] {
  const pieces = known.size === 0 ? [] : PIECES;
  const found = columns.flatMap((column) =>
    [...READINGS, ...pieces].flatMap((reading) => readColumn(column, reading, known, days, last) ?? []),
  );
  const varies = found.some((choice) => choice.distinct > 1 && choice.score > 0 && !isEcho(choice));
  return found
    .map((choice) => (varies && isEcho(choice) ? { ...choice, score: choice.score - 1 } : choice))
    .toSorted((a, b) => b.score - a.score || a.column.path.length - b.column.path.length);
}

/** What was asked for, told again beside the rows: it is the same whatever they are of. */
const isEcho = ({ column: { names, level }, distinct, known }: AccountChoice): boolean =>
  level === 0 && distinct === 1 && known === 0 && names.slice(0, -1).some((name) => ECHO.test(name));
const ECHO = /^(?:query|filters?|params?|parameters|request|criteria|meta|metadata|args|arguments|input)$/i;

/** The likeliest day of each row. */
type Days = readonly (number | null)[];

type Reading = {
  readonly of: (text: string) => string | null;
  readonly write: (path: string, example: string) => string;
};

const READINGS: readonly Reading[] = [
  { of: (text) => text, write: (path) => path },
  // gid://shopify/Customer/101, or customers/101.
  {
    of: (text) => (/^[\w:.-]*\/.*[^/]$/.test(text) ? (text.split('/').at(-1) ?? null) : null),
    write: (path) => `split(${path}, '/')[-1]`,
  },
  // account:acme, as tags are written.
  { of: (text) => /^[a-z_]+:([^/:\s]+)$/i.exec(text)?.[1] ?? null, write: (path) => `split(${path}, ':')[1]` },
];

/** "acme calls", or stats.acme.logins: a piece of a text, where the workspace has accounts by that name. */
const PIECES: readonly Reading[] = [' ', '.', '/', ':', '_', '|', '#', '@', ','].flatMap((separator) =>
  [0, 1, 2, -1].map(
    (index): Reading => ({
      of: (text) => (text.length <= 200 && text.includes(separator) ? (text.split(separator).at(index) ?? null) : null),
      write: (path) => `split(${path}, ${textLiteral(separator)})[${index}]`,
    }),
  ),
);

function readColumn(
  column: Column,
  reading: Reading,
  known: ReadonlySet<string>,
  days: Days,
  last: number,
): AccountChoice | null {
  const { of, write } = reading;
  const isPlain = write === READINGS[0]?.write;
  const seen = new Map<string, number>();
  let example = '';
  let wrong = 0;
  const ids = column.values.map((value) => {
    if (!isPlain && typeof value !== 'string') return null;
    const id = readAccountId(typeof value === 'string' ? of(value) : value);
    if (id !== null && typeof id !== 'string') wrong++;
    if (typeof id !== 'string') return null;
    example ||= typeof value === 'string' ? value : id;
    seen.set(id, (seen.get(id) ?? 0) + 1);
    return id;
  });
  const filled = ids.filter((id) => id !== null).length;
  if (filled === 0 || wrong > 0) return null;
  const sentinels = [...seen.keys()].filter(
    (id) => isSentinel(id) || (column.isKey && /^[_$@]/.test(id) && !known.has(id)),
  );
  const real = [...seen.keys()].filter((id) => !sentinels.includes(id));
  if (real.length === 0) return null;
  const hits = real.filter((id) => known.has(id)).length;
  const isTag = !isPlain && /^(?:account|org|organization|customer|tenant|company|workspace|client):/i.test(example);
  if (!isPlain && hits === 0 && !isTag) return null;
  if (PIECES.includes(reading) && hits * 2 < real.length) return null;
  // One of a list above the rows is no more theirs than the next.
  if (column.level === 0 && last > 0 && column.path.includes(' | ')) return null;
  const name = nameScore(column);
  const tellsApart = isTellingApart(ids, days, real.length);
  const looks =
    looksOf(real, column, days, last, name) -
    (hits === 0 && isDayLabel(ids, days, real.length) && name < 0.8 ? 0.6 : 0);
  if (hits === 0 && isMeasured(column, real, last)) return null;
  if (
    hits === 0 &&
    (looks < -0.5 || (name < 0.3 && !tellsApart && real.every((id) => /^-?\d{1,7}(?:\.\d+)?$/.test(id))))
  )
    return null;
  // One value all over is of an account only where its name says so.
  if (hits === 0 && real.length === 1 && days.length > 1 && name < 0.5 && !isTag) return null;
  if (hits === 0 && real.length === 1 && column.isKey && NO_KEY.test(real[0] ?? '')) return null;
  const score =
    (hits > 0 ? 1 + hits / real.length + hits / known.size : 0) +
    name +
    looks +
    0.4 * (filled / ids.length) +
    (tellsApart && name > -0.7 ? 0.35 : 0) +
    (isTag ? 0.6 : 0) -
    (isPlain ? 0 : 0.2);
  return { column, write: (path) => write(path, example), ids, distinct: real.length, known: hits, score, sentinels };
}

/** One row a day for each: what tells the rows of a day apart is what they are about. */
function isTellingApart(ids: readonly (string | null)[], days: Days, distinct: number): boolean {
  if (distinct < 2 || distinct >= ids.length || new Set(days).size < 2) return false;
  return new Set(ids.map((id, row) => `${days[row]} ${id}`)).size === ids.length;
}

/** Numbers that no name says are ids, and numbers that stand in a list without a name. */
function isMeasured({ names, path, values, isKey, level }: Column, ids: readonly string[], last: number): boolean {
  if (isKey) return false;
  const isNumber = values.some((value) => typeof value === 'number');
  if (isNumber && (isPluralName(names) || !isIdName(names))) return true;
  if (isNumber && values.length > 2 && ids.length === values.length && !isIdName([`${names.at(-1)}`], true))
    return true;
  if (ids.some((id) => /^-?\d*\.\d+$/.test(id))) return true;
  // [0][1] of something above is one of many, which rows have by chance.
  return /\[\d+\]$/.test(path) && level < last && ids.every((id) => /^-?[\d.]{1,9}$/.test(id));
}

/** One id for each day and one day for each id: it says the day in other words. */
function isDayLabel(ids: readonly (string | null)[], days: Days, distinct: number): boolean {
  if (distinct < 3) return false;
  const pairs = new Set(ids.map((id, row) => `${days[row]} ${id}`)).size;
  return pairs === distinct && new Set(days).size === distinct && ids.length > distinct;
}

const SENTINEL =
  /^[($<[\s]*(?:not[ _-]?set|none|null|undefined|unknown|unassigned|all(?:[ _-](?:accounts?|customers?|organi[sz]ations?|tenants?))?|overall|(?:grand|sub)?[ _-]?totals?|n\/?a|other|others|blank|empty|no[ _-](?:account|customer|organi[sz]ation|tenant|company|value)|anonymous|-|__all__|\*)[)\]>\s]*$/i;

export const isSentinel = (id: string): boolean => SENTINEL.test(id);

/** Time zones, steps of time, versions, kinds of content, numbers of a decimal. */
const NO_ACCOUNT =
  /^(?:(?:africa|america|antarctica|asia|atlantic|australia|europe|pacific|etc|indian)\/[a-z_/+-]+\d*|(?:half)?(?:second|minute|hour|day|week|month|quarter|year)s?|hourly|daily|weekly|monthly|yearly|none|v?\d+\.\d+\.\d+|(?:application|text|image|audio|video)\/[a-z.+-]+|GET|POST|PUT|PATCH|DELETE|-?\d*\.\d+|utc)$/i;

const NO_KEY = /^(?:\d{1,2}|default|main|primary|value|data|series)$/i;

const CURRENCY = /^(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN|SGD|HKD|KRW|TRY|ZAR)$/;

/** What speaks against values being ids of accounts, or for it. */
function looksOf(ids: readonly string[], column: Column, days: Days, last: number, name: number): number {
  const rows = days.length;
  const share = (test: (id: string) => boolean) => ids.filter(test).length / ids.length;
  if (share(isDayKey) > 0.5 || share((id) => /(?<!\d)20\d{2}-\d{2}-\d{2}/.test(id)) > 0.5) return -2;
  // An account may be told by its address, where the name says that it is one.
  if (name < 0.8 && share((id) => /^(?:https?:|\/)/i.test(id)) > 0.5) return -1;
  if (share((id) => /^(?:true|false|yes|no)$/i.test(id) || CURRENCY.test(id)) > 0.5) return -1;
  if (share((id) => NO_ACCOUNT.test(id)) > 0.5 || (ids.length === 1 && /^[A-Z]+(?:_[A-Z]+)+$/.test(ids[0] ?? '')))
    return -1;
  if (share((id) => /@.+\./.test(id)) > 0.5) return -0.4;
  if (share((id) => id.length > 80 || id.split(' ').length > 8) > 0.5) return -1;
  const isNumber = column.values.some((value) => typeof value === 'number');
  // intValue and email_sent are names that programmers gave.
  const fieldish = column.isKey && share((id) => /^[a-z]+(?:[A-Z]\w*|_[a-z_]+)$/.test(id)) > 0.3 ? 0.6 : 0;
  const repeats = ids.length < rows ? 0.15 : 0;
  const digits = !isNumber && share((id) => /\d/.test(id)) > 0.5 ? 0.1 : 0;
  const varies =
    ids.length > 1 ? 0.3 : column.level === last && rows > 2 ? -0.5 : column.level === 0 && rows > 1 ? -0.1 : 0;
  // What rows are within is more often an account than what tells each row from the next.
  const above = column.level > 0 && column.level < last && ids.length > 1 ? 0.3 : 0;
  const rowId =
    column.level === last && !column.isKey && ids.length === rows && rows > 1
      ? name < 1 && rows > 3 && new Set(days).size > 1
        ? 1
        : 0.6
      : 0;
  // m1 and m2 number the parts of a question.
  // RmxlZXQ6MA== is read by the system that made it, and known to nobody else.
  const opaque = share(isOpaque) > 0.5 ? 0.4 : 0;
  const numbered = ids.length > 1 && share((id) => /^[a-z]{1,2}\d{1,2}$/i.test(id)) === 1 ? 0.4 : 0;
  return repeats + digits + varies + above - fieldish - rowId - numbered - opaque - (isNumber && name < 0.8 ? 0.25 : 0);
}

/** "Fleet:0" in base64. */
const isOpaque = (id: string): boolean =>
  id.length % 4 === 0 && /^[A-Za-z0-9+/]{8,}={0,2}$/.test(id) && /^[\x20-\x7e]+[:/][\x20-\x7e]+$/.test(atob(id));

/** The test that leaves such rows out, for the level the ids are of. */
export const withoutSentinels = (path: string, sentinels: readonly string[]): string =>
  sentinels.map((id) => `${path} != ${textLiteral(id)}`).join(' && ');
