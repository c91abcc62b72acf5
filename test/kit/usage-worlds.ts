import { collectPopulation } from '../../src/features/health/domain/population.ts';
import { type AccountScore, scoreAccount } from '../../src/features/health/domain/score-account.ts';
import { DEFAULT_MODEL, type HealthModel, type MetricRule } from '../../src/features/health/index.ts';
import type { Aggregation, Metric } from '../../src/features/usage/index.ts';
import { addDays, type Day, type DayWindow } from '../../src/lib/day.ts';
import { referenceProfiles } from './profiles-reference.ts';

export const LAST = '2026-03-09';

/** A workspace's usage as it may be: what day was how much of each metric, counted back from the last day. */
export type World = {
  readonly metrics: readonly Metric[];
  readonly rules: Readonly<Record<string, MetricRule>>;
  /** By account, by days before the last one; absent days have no row. */
  readonly accounts: ReadonlyMap<string, ReadonlyMap<number, readonly (number | null)[]>>;
  /** Days before the last one of which nothing is known. */
  readonly unknown: ReadonlySet<number>;
  readonly length: number;
};

const AGGREGATIONS: readonly Aggregation[] = ['SUM', 'SUM', 'SUM', 'LAST', 'MAX'];

/** Accounts of every kind: daily, on workdays, seldom, in bursts, new, left, never; counts, gauges, negative values. */
export function randomWorld(
  random: () => number,
  options: { readonly sameAge?: boolean; readonly most?: number } = {},
): World {
  const below = (bound: number) => Math.floor(random() * bound);
  const length = 8 + below(options.most ?? 200);
  const metrics = Array.from({ length: 1 + below(4) }, (_, slot) => ({
    ...{ slot, name: `metric ${slot}` },
    aggregation: AGGREGATIONS[below(AGGREGATIONS.length)] ?? 'SUM',
  }));
  const rules: Record<string, MetricRule> = {};
  for (const { name } of metrics) {
    if (below(3) > 0) continue;
    rules[name] = { importance: below(4), direction: below(3) === 0 ? 'DOWN_IS_GOOD' : 'UP_IS_GOOD' };
  }
  const accounts = new Map(
    Array.from({ length: 1 + below(9) }, (_, index) => {
      const days = new Map<number, (number | null)[]>();
      const rate = [1, 0.7, 0.2, 0.05, 0][below(5)] ?? 0;
      const first = options.sameAge ? length - 1 : below(length);
      const left = below(4) === 0 ? below(60) : 0;
      const size = 10 ** below(4);
      const isNegative = below(6) === 0;
      for (let day = first; day >= left; day--) {
        const isFirst = options.sameAge && day === first;
        if (!isFirst && (random() >= rate || (rate === 0.7 && day % 7 < 2))) continue;
        days.set(
          day,
          metrics.map(() => amountOf(random, size, isNegative && !isFirst)),
        );
        if (isFirst)
          days.set(
            day,
            metrics.map(() => size),
          );
      }
      return [`acc_${index}`, days] as const;
    }),
  );
  return { metrics, rules, accounts, unknown: new Set(), length };
}

function amountOf(random: () => number, size: number, isNegative: boolean): number | null {
  const kind = random();
  if (kind < 0.1) return null;
  if (kind < 0.2) return 0;
  const value = Math.ceil(random() * size) * (kind < 0.25 ? 20 : 1);
  return isNegative && kind > 0.7 ? -value : value;
}

export type Settings = {
  readonly end?: number;
  readonly state?: 'CURRENT' | 'STALE';
  readonly model?: Partial<HealthModel>;
  readonly order?: <T>(items: readonly T[]) => T[];
};

/** Every account's score, from its days. `end`: as of so many days before the last one. */
export function scoreWorld(world: World, settings: Settings = {}): Map<string, AccountScore> {
  const { end = 0, state = 'CURRENT', order = <T>(items: readonly T[]) => [...items] } = settings;
  const dayOf = (before: number): Day => addDays(LAST, -before);
  const known = knownOf(world).filter((window) => window.from <= dayOf(end));
  const asOf =
    known.reduce((last, { to }) => (to > last ? to : last), '') > dayOf(end) ? dayOf(end) : (known.at(-1)?.to ?? '');
  const rows = order(
    [...world.accounts].flatMap(([accountId, days]) =>
      [...days].map(([before, vals]) => ({ accountId, rank: 1, day: dayOf(before), vals })),
    ),
  );
  const { basis, profiles } = referenceProfiles(world.metrics, rows, known, asOf);
  const coverage = { state, through: asOf, days: known } as const;
  const population = collectPopulation(basis, coverage);
  for (const profile of order(profiles)) population.add(profile);
  const shared = {
    ...{ population: population.finish(), coverage, facts: null },
    sources: { touches: false, support: false, billing: false },
    model: { ...DEFAULT_MODEL, metrics: world.rules, ...settings.model },
    account: { plan: null, region: null, attributes: {} },
    now: new Date(`${LAST}T12:00:00Z`),
  };
  const byAccount = new Map(profiles.map((profile) => [profile.accountId, profile]));
  return new Map(
    [...world.accounts.keys()].map((id) => [id, scoreAccount({ ...shared, profile: byAccount.get(id) ?? null })]),
  );
}

function knownOf({ length, unknown }: World): DayWindow[] {
  const windows: DayWindow[] = [];
  for (let before = length - 1; before >= 0; before--) {
    if (unknown.has(before)) continue;
    const day = addDays(LAST, -before);
    const last = windows.at(-1);
    if (last && addDays(last.to, 1) === day) windows[windows.length - 1] = { from: last.from, to: day };
    else windows.push({ from: day, to: day });
  }
  return windows;
}

/** The world with other days of one account. */
export function withDays(world: World, account: string, days: ReadonlyMap<number, readonly (number | null)[]>): World {
  return { ...world, accounts: new Map([...world.accounts].map(([id, own]) => [id, id === account ? days : own])) };
}
