import type { Aggregation } from '../mapping.ts';
import { wordsOf } from './words.ts';

export type Nature = 'COUNT' | 'AVERAGE' | 'RUNNING' | 'LEVEL';

const AVERAGES = new Set(
  'average avg mean median rate ratio percent percentage pct p50 p90 p95 p99 percentile score utilization utilisation share'.split(
    ' ',
  ),
);
const RUNNING = new Set('cumulative cumulated lifetime running alltime ytd mtd accumulated'.split(' '));
const LEVELS = new Set(
  `seat license licence peak maximum max concurrent distinct unique balance stored storage open current capacity provisioned
  largest biggest highest top busiest enabled mau dau wau level remaining population recurring`.split(/\s+/),
);
const PEOPLE = new Set(
  'user member person people visitor subscriber viewer agent editor player customer usr'.split(' '),
);
const MOVES = new Set('new created added invited signup sign registered removed deleted joined login'.split(' '));

/** What kind of figure it is: what is counted adds up, what is measured does not. */
export function natureOf(
  description: string | null,
  figure: { readonly kind: string; readonly names: readonly string[] },
): Nature {
  if (figure.kind === 'ROWS' || figure.kind === 'EVENT' || figure.kind === 'SUM') return 'COUNT';
  const said = description === null ? [] : wordsOf(headOf(description));
  return natureOfNames(said, figure.names);
}

export function natureOfNames(said: readonly string[], names: readonly string[]): Nature {
  const own = wordsOf(names.at(-1) ?? '');
  const text = `${said.join(' ')} | ${names.map((name) => wordsOf(name).join(' ')).join(' ')}`;
  if (/to date|since (?:start|begin|launch)|all time|so far|year to/.test(text)) return 'RUNNING';
  const words = [...said, ...own];
  const has = (set: ReadonlySet<string>, list: readonly string[] = words) => list.some((word) => set.has(word));
  if (has(RUNNING)) return 'RUNNING';
  if (has(AVERAGES, own) || has(AVERAGES, said)) return 'AVERAGE';
  if (
    has(LEVELS, said) ||
    has(
      LEVELS,
      own.filter((word) => word !== 'current' && word !== 'open'),
    )
  )
    return 'LEVEL';
  if (has(PEOPLE) && !has(MOVES)) {
    const last = (said.length > 0 ? said : own).findLast((word) => !/^(?:count|number|total|cnt)$/.test(word)) ?? '';
    if (words.includes('active') || words.includes('engaged') || PEOPLE.has(last) || PEOPLE.has(own.at(-1) ?? ''))
      return 'LEVEL';
  }
  return 'COUNT';
}

/** What it is said of is not what is counted: "pages viewed by the customer". */
const headOf = (description: string): string =>
  description.replace(/\s(?:by|per|for|from|in|with|through|across|of each|of every)\s.*$/i, '');

/** Of a level the largest of the day is kept, of an average the last: neither may be added up. */
export function aggregationOf(nature: Nature): Aggregation {
  switch (nature) {
    case 'COUNT':
      return 'SUM';
    case 'AVERAGE':
      return 'LAST';
    case 'RUNNING':
    case 'LEVEL':
      return 'MAX';
  }
}

const LEAST_DAYS = 4;

/** Whether values only ever rise, day after day, for each of several accounts: totals of all time, not of the day. */
export function onlyRises(
  values: readonly (number | null)[],
  days: readonly (number | null)[],
  ids: readonly (string | null)[],
): boolean {
  const series = new Map<string, [number, number][]>();
  for (const [row, value] of values.entries()) {
    const day = days[row] ?? null;
    if (value === null || day === null) continue;
    const id = ids[row] ?? '';
    series.set(id, [...(series.get(id) ?? []), [day, value]]);
  }
  let risen = 0;
  for (const points of series.values()) {
    points.sort((a, b) => a[0] - b[0]);
    if (new Set(points.map(([day]) => day)).size < points.length) return false;
    if (points.some(([, value], index) => index > 0 && value < (points[index - 1] as [number, number])[1]))
      return false;
    const first = points[0]?.[1] ?? 0;
    const last = points.at(-1)?.[1] ?? 0;
    // Counts of a few days rise by chance; totals of all time hardly move from one day to the next.
    if (points.length >= LEAST_DAYS && last > first && first > 0 && last < first * 3) risen++;
  }
  return risen >= 2 && risen * 2 > series.size;
}
