import type { Aggregation, DateFormat, Mapping } from '../../src/features/sources/domain/mapping.ts';
import { type Day, type DayWindow, dayFromEpoch, mustEpochDay } from '../../src/lib/day.ts';

/** How an answer is laid out: what a suggestion has to see. */
export const KINDS = [
  'flat',
  'nested',
  'parents',
  'maps',
  'parallel',
  'tables',
  'long',
  'events',
  'dates',
  'single',
  'traps',
  'in-house',
] as const;
export type Kind = (typeof KINDS)[number];

/** An answer as a real product documents it, what is wanted of it, and what a sensible person would store. */
export type SuggestShape = {
  readonly kind: Kind;
  readonly name: string;
  /** Product and page whose documented structure it has; an in-house one says what it is modelled on. */
  readonly source: string;
  readonly answer: unknown;
  /** As a customer-success engineer would write them, one a line. */
  readonly descriptions: readonly string[];
  /** External ids of the workspace, others among them; empty when it has no accounts yet. */
  readonly knownIds: readonly string[];
  /** One right mapping. Where it has a constant account nothing in the answer says whose usage it is. */
  readonly mapping: Mapping;
  readonly expected: readonly StoredRow[];
  /** Stand-ins such as "(not set)" among the accounts: whether their rows are stored is a matter of taste. */
  readonly sentinels?: readonly string[];
};

/** What it takes to judge a suggestion. */
export type JudgedShape = Omit<SuggestShape, 'kind' | 'source'> & { readonly window?: DayWindow };

/** One day of one account, values in the order of the descriptions. */
export type StoredRow = readonly [account: string, day: Day, ...values: (number | null)[]];

/** A test's seven days, within which every shape of the corpus lies. */
export const WINDOW: DayWindow = { from: '2026-10-05', to: '2026-10-11' };

/** Figures of one account and day; every figure differs from every other, so that one taken for another shows. */
export type Cell = {
  readonly id: string;
  readonly day: Day;
  /** Midnight UTC. */
  readonly seconds: number;
  readonly ms: number;
  /** 20261005. */
  readonly compact: number;
  /** Of the next day. */
  readonly next: Day;
  /** Thousands, tens, hundreds with many zeros, with two decimals, millions. */
  readonly calls: number;
  readonly users: number;
  readonly few: number;
  readonly amount: number;
  readonly bytes: number;
};

/** Five of the seven days, as most shapes show. */
export const DAYS: readonly Day[] = daysFrom(5, 9);

/** Days of October 2026. */
export function daysFrom(first: number, last: number): Day[] {
  const start = mustEpochDay('2026-10-01') - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => dayFromEpoch(start + first + index));
}

/** The same cell for the same account and day, wherever it is asked for. */
export function cell(id: string, day: Day): Cell {
  const epoch = mustEpochDay(day);
  const random = mixed(`${id} ${day}`);
  const few = Math.floor(random(3) * 260);
  return {
    id,
    day,
    seconds: epoch * 86_400,
    ms: epoch * 86_400_000,
    compact: Number(day.replaceAll('-', '')),
    next: dayFromEpoch(epoch + 1),
    calls: 1_000 + Math.floor(random(1) * 8_000),
    users: 3 + Math.floor(random(2) * 60),
    few: few < 60 ? 0 : few + 100,
    amount: Math.round(1_000 + random(4) * 40_000) / 100,
    bytes: 1_000_000 + Math.floor(random(5) * 800_000_000),
  };
}

/** Day by day, as most answers come. */
export const byDay = <T>(ids: readonly string[], days: readonly Day[], of: (cell: Cell) => T): T[] =>
  days.flatMap((day) => ids.map((id) => of(cell(id, day))));
export const byAccount = <T>(ids: readonly string[], days: readonly Day[], of: (cell: Cell) => T): T[] =>
  ids.flatMap((id) => days.map((day) => of(cell(id, day))));

/** What is to be stored of these accounts and days. */
export const stored = (
  ids: readonly string[],
  days: readonly Day[],
  values: (cell: Cell) => readonly (number | null)[],
): StoredRow[] => byAccount(ids, days, (cell) => [cell.id, cell.day, ...values(cell)]);

/** Metrics are named m0, m1 and so on: their names are nobody's business here. */
export const mapped = (
  rowsPath: string,
  [datePath, dateFormat]: readonly [string, DateFormat],
  account: string | { readonly only: string },
  ...metrics: readonly (string | readonly [string, Aggregation])[]
): Mapping => ({
  ...{ rowsPath, datePath, dateFormat },
  accountIdPath: typeof account === 'string' ? account : null,
  accountId: typeof account === 'string' ? null : account.only,
  metrics: metrics.map((metric, index) => ({
    name: `m${index}`,
    path: typeof metric === 'string' ? metric : metric[0],
    aggregation: typeof metric === 'string' ? 'SUM' : metric[1],
  })),
});

export const mapOf = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(entries);

/** FNV-1a over the text, then a number from 0 to 1 for each salt. */
function mixed(text: string): (salt: number) => number {
  return (salt) => {
    let hash = 2_166_136_261 ^ salt;
    for (const character of `${text}#${salt}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
    return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
  };
}
