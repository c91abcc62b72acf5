import type { Metric, ProfileBasis, UsageProfile } from '../../src/features/usage/index.ts';
import { type Day, type DayWindow, mustEpochDay } from '../../src/lib/day.ts';

/** One stored day of one id of an account; of several ids the one with the lower rank has the word. */
export type ReferenceDay = {
  readonly accountId: string;
  readonly rank: number;
  readonly day: Day;
  readonly vals: readonly (number | null)[];
};

const WEEKS = 26;
type Values = (number | null)[];

/** Profiles as their definition has them, day by day and slowly: what the statements must come to. */
export function referenceProfiles(
  metrics: readonly Metric[],
  days: readonly ReferenceDay[],
  known: readonly DayWindow[],
  asOf: Day,
): { readonly basis: ProfileBasis; readonly profiles: UsageProfile[] } {
  const isKnown = (day: Day) => day <= asOf && known.some(({ from, to }) => from <= day && day <= to);
  const byAccount = new Map<string, ReferenceDay[]>();
  for (const one of days) {
    if (!isKnown(one.day)) continue;
    const others = byAccount.get(one.accountId);
    if (others) others.push(one);
    else byAccount.set(one.accountId, [one]);
  }
  const last = mustEpochDay(asOf);
  const coveredDays = new Array<number>(WEEKS).fill(0);
  for (const { from, to } of known) {
    for (let day = mustEpochDay(from); day <= Math.min(mustEpochDay(to), last); day++) {
      const week = Math.floor((last - day) / 7);
      if (week < WEEKS) coveredDays[week] = (coveredDays[week] ?? 0) + 1;
    }
  }
  const profiles = [...byAccount]
    .map(([accountId, own]) => profileOf(accountId, metrics, combine(metrics, own), last))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  return { basis: { asOf, coveredDays, metrics }, profiles };
}

/** The days of all ids as one history, by day. */
function combine(metrics: readonly Metric[], days: readonly ReferenceDay[]): [Day, Values][] {
  const found = new Map<Day, Values>();
  for (const { day, vals } of days.toSorted((a, b) => a.rank - b.rank)) {
    const before = found.get(day) ?? metrics.map(() => null);
    const both = metrics.map(({ slot, aggregation }): number | null => {
      const [one, other] = [before[slot] ?? null, vals[slot] ?? null];
      if (one === null || other === null) return one ?? other;
      if (aggregation === 'SUM') return one + other;
      return aggregation === 'MAX' ? Math.max(one, other) : one;
    });
    found.set(day, both);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function profileOf(accountId: string, metrics: readonly Metric[], days: [Day, Values][], last: number): UsageProfile {
  const used = days.filter(([, vals]) => vals.some((value) => value !== null && value > 0)).map(([day]) => day);
  const weekDays = new Array<number>(WEEKS).fill(0);
  for (const day of used) {
    const week = Math.floor((last - mustEpochDay(day)) / 7);
    if (week < WEEKS) weekDays[week] = (weekDays[week] ?? 0) + 1;
  }
  const within = (slot: number, from: number, to: number): number[] =>
    days.flatMap(([day, vals]) => {
      const before = last - mustEpochDay(day);
      const value = vals[slot] ?? null;
      return value !== null && before >= from && before <= to ? [value] : [];
    });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const week = ({ slot, aggregation }: Metric, index: number): number | null => {
    const values = within(slot, 7 * index, 7 * index + 6);
    if (values.length === 0) return null;
    return aggregation === 'SUM' ? sum(values) : sum(values) / values.length;
  };
  const period = ({ slot, aggregation }: Metric, from: number, to: number): number | null => {
    const values = within(slot, from, to);
    if (values.length === 0) return null;
    if (aggregation === 'SUM') return sum(values);
    return aggregation === 'MAX' ? Math.max(...values) : (values.at(-1) ?? null);
  };
  return {
    accountId,
    firstUsedOn: used[0] ?? null,
    lastUsedOn: used.at(-1) ?? null,
    usedDays: used.length,
    weekDays,
    weeks: metrics.map((metric) => weekDays.map((_, index) => week(metric, index))),
    recent: metrics.map((metric) => period(metric, 0, 29)),
    before: metrics.map((metric) => period(metric, 30, 59)),
  };
}
