import { readAccountId } from '../read-account-id.ts';
import type { Column } from './structure/columns.ts';
import { isDayKey } from './structure/keys.ts';
import { textLiteral } from './structure/path.ts';
import { tellingNames, wordsOf } from './words.ts';

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
  return columns
    .flatMap((column) => READINGS.flatMap((reading) => readColumn(column, reading, known, days, last) ?? []))
    .toSorted((a, b) => b.score - a.score || a.column.path.length - b.column.path.length);
}

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

function readColumn(
  column: Column,
  { of, write }: Reading,
  known: ReadonlySet<string>,
  days: Days,
  last: number,
): AccountChoice | null {
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
  const sentinels = [...seen.keys()].filter(isSentinel);
  const real = [...seen.keys()].filter((id) => !sentinels.includes(id));
  if (real.length === 0) return null;
  const hits = real.filter((id) => known.has(id)).length;
  const isTag = !isPlain && /^(?:account|org|organization|customer|tenant|company|workspace|client):/i.test(example);
  if (!isPlain && hits === 0 && !isTag) return null;
  const name = nameScore(column);
  const tellsApart = isTellingApart(ids, days, real.length);
  const looks = looksOf(real, column, days.length, last, name);
  if (
    hits === 0 &&
    (looks < -0.5 || (name < 0.3 && !tellsApart && real.every((id) => /^-?\d{1,7}(?:\.\d+)?$/.test(id))))
  )
    return null;
  const score =
    (hits > 0 ? 1 + hits / real.length + hits / known.size : 0) +
    name +
    looks +
    0.4 * (filled / ids.length) +
    (tellsApart ? 0.35 : 0) +
    (isTag ? 0.6 : 0) -
    (isPlain ? 0 : 0.2);
  return { column, write: (path) => write(path, example), ids, distinct: real.length, known: hits, score, sentinels };
}

/** One row a day for each: what tells the rows of a day apart is what they are about. */
function isTellingApart(ids: readonly (string | null)[], days: Days, distinct: number): boolean {
  if (distinct < 2 || distinct >= ids.length || new Set(days).size < 2) return false;
  return new Set(ids.map((id, row) => `${days[row]} ${id}`)).size === ids.length;
}

const SENTINEL =
  /^[($<[\s]*(?:not[ _-]?set|none|null|undefined|unknown|unassigned|all(?:[ _-](?:accounts?|customers?|organi[sz]ations?|tenants?))?|overall|(?:grand|sub)?[ _-]?totals?|n\/?a|other|others|blank|empty|no[ _-](?:account|customer|organi[sz]ation|tenant|company|value)|anonymous|-|__all__|\*)[)\]>\s]*$/i;

export const isSentinel = (id: string): boolean => SENTINEL.test(id);

const NOUNS = new Set(
  `account customer org organization organisation tenant company workspace client subscriber crm salesforce sfdc external
  site team zone business firm shop store merchant partner school institution clinic portal instance subject consumer
  installation property domain namespace host acct cust entity group space squad service application project channel resource`
    .split(/\s+/)
    .map((word) => wordsOf(word)[0] ?? word),
);
const STRONG = new Set(
  'account customer org organization organisation tenant company workspace client crm salesforce sfdc external acct cust'
    .split(' ')
    .map((word) => wordsOf(word)[0] ?? word),
);
const PEOPLE = new Set(
  `user member person people actor author assignee employee agent owner email mail visitor contact event request req session invoice record row
  transaction order ticket message device url uri link href ip type status state currency plan tier region country city
  locale language version format unit description comment token hash checksum cursor next model sku severity action
  kind role environment env method path browser os platform feature object metric product category reason source
  medium campaign page title`
    .split(/\s+/)
    .map((word) => wordsOf(word)[0] ?? word),
);
const IDENTIFIES = new Set(
  'id key ref reference number no code uid uuid guid slug sid identifier external handle'.split(' '),
);

/** How much a column's name promises an account. */
export function nameScore({ names: all, isKey }: Pick<Column, 'names' | 'isKey'>): number {
  if (isKey) return 0.45;
  const names = tellingNames(all);
  const own = wordsOf(names.at(-1) ?? '');
  const outer = wordsOf(names.at(-2) ?? '');
  const says = (words: readonly string[], set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const isId = says(own, IDENTIFIES);
  const named = own.includes('name') || own.includes('title') || own.includes('label');
  const external = says([...own, ...outer], new Set(['crm', 'salesforce', 'sfdc', 'external'])) ? 0.35 : 0;
  if (says(own, PEOPLE) && !says(own, STRONG)) return -0.6;
  if (says(own, STRONG))
    return 1.1 + (isId ? 0.2 : named ? -0.3 : 0) + external - (says(own, PEOPLE) && !isId ? 0.5 : 0);
  if (says(own, NOUNS)) return 0.85 + (isId ? 0.15 : named ? -0.25 : 0) + external;
  const within = says(outer, STRONG) ? 1 : says(outer, NOUNS) ? 0.8 : says(outer, PEOPLE) ? -0.4 : 0.15;
  if (isId) return within + external;
  if (named) return within - 0.25;
  return within > 0.5 ? within - 0.35 + external : within - 0.15;
}

/** What speaks against values being ids of accounts, or for it. */
function looksOf(ids: readonly string[], column: Column, rows: number, last: number, name: number): number {
  const share = (test: (id: string) => boolean) => ids.filter(test).length / ids.length;
  if (share(isDayKey) > 0.5 || share((id) => /^\d{4}-\d{2}-\d{2}/.test(id)) > 0.5) return -2;
  if (share((id) => /^(?:https?:|\/)|^[A-Z]{3}$|^(?:true|false|yes|no)$/i.test(id) && !/^[a-z]{3}$/.test(id)) > 0.5)
    return -1;
  if (share((id) => /@.+\./.test(id)) > 0.5) return -0.4;
  if (share((id) => id.length > 80 || id.split(' ').length > 8) > 0.5) return -1;
  const isNumber = column.values.some((value) => typeof value === 'number');
  const repeats = ids.length < rows ? 0.15 : 0;
  const digits = !isNumber && share((id) => /\d/.test(id)) > 0.5 ? 0.1 : 0;
  const varies =
    ids.length > 1 ? 0.3 : column.level === last && rows > 2 ? -0.5 : column.level === 0 && rows > 1 ? -0.1 : 0;
  // What rows are within is more often an account than what tells each row from the next.
  const above = column.level > 0 && column.level < last && ids.length > 1 ? 0.3 : 0;
  const rowId = column.level === last && !column.isKey && ids.length === rows && rows > 1 ? 0.6 : 0;
  return repeats + digits + varies + above - rowId - (isNumber && name < 0.8 ? 0.25 : 0);
}

/** The test that leaves such rows out, for the level the ids are of. */
export const withoutSentinels = (path: string, sentinels: readonly string[]): string =>
  sentinels.map((id) => `${path} != ${textLiteral(id)}`).join(' && ');
