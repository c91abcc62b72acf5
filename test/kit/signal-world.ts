import type { AccountView, Setting } from '../../src/features/signals/domain/account-view.ts';
import { DEFAULT_RULES } from '../../src/features/signals/domain/rules.ts';
import {
  packHistory,
  surveyMetric,
  type UsageFrame,
  type UsageHistory,
} from '../../src/features/signals/domain/usage-frame.ts';
import type { AccountFacts } from '../../src/features/signals/model.ts';
import { dayFromEpoch, mustEpochDay } from '../../src/lib/day.ts';

/** A made-up workspace: what happened, day by day from day 0, and which days were synchronised. */
export type World = {
  readonly accounts: readonly WorldAccount[];
  /** Days that the source never gave. */
  readonly lost: ReadonlySet<number>;
};

export type WorldAccount = {
  readonly id: string;
  /** By metric, then by day; null where the source had no row. */
  readonly usage: readonly (readonly (number | null)[])[];
  readonly factsOn: (day: number) => AccountFacts;
  readonly scoreOn: (day: number) => number;
  readonly renewalDay: number | null;
};

const DAY_0 = mustEpochDay('2025-01-01');
export const METRICS = ['calls', 'orders'] as const;
export const dayAt = (day: number) => dayFromEpoch(DAY_0 + day);

type Chance = () => number;
const pick = <T>(chance: Chance, of: readonly [T, ...T[]]): T => of[Math.floor(chance() * of.length)] ?? of[0];

/** Usage in phases, each of its own shape: steady, falling, growing, silent, now and then. */
export function randomUsage(chance: Chance, days: number): (number | null)[] {
  const usage: (number | null)[] = [];
  while (usage.length < days) {
    const shape = pick(chance, ['steady', 'falls', 'grows', 'silent', 'sparse'] as const);
    const [level, length] = [5 + Math.floor(chance() * 200), 10 + Math.floor(chance() * 60)];
    for (let day = 0; day < length; day++) {
      const share = day / length;
      const factor = { steady: 1, falls: 1 - share, grows: 1 + 2 * share, silent: 0, sparse: chance() < 0.15 ? 4 : 0 }[
        shape
      ];
      const value = Math.round(level * factor * (0.8 + 0.4 * chance()));
      usage.push(value === 0 && chance() < 0.7 ? null : value);
    }
  }
  return usage.slice(0, days);
}

/** The days that are known on the morning of `today`: all before it that are not lost. */
export function settingOn(world: World, today: number): { setting: Setting; views: AccountView[]; through: number } {
  let through = today - 1;
  while (world.lost.has(through)) through--;
  const histories = world.accounts.map((account) => historyAt(account, world, through));
  const frame: UsageFrame = {
    through: dayAt(through),
    // As sources are late: after a day and a half.
    isFrozen: through < today - 2,
    coveredDays: Array.from({ length: 26 }, (_, week) => knownDays(world, through, week).length),
    metrics: METRICS.map((name, slot) => surveyMetric({ slot, name, isGauge: false, weight: 1 }, histories)),
  };
  const views = world.accounts.map((account, index): AccountView => {
    const [score, before] = [account.scoreOn(today), account.scoreOn(today - 30)];
    const band = score < 50 ? 'POOR' : 'STABLE';
    return {
      accountId: account.id,
      renewalOn: account.renewalDay === null ? null : dayAt(account.renewalDay),
      usage: histories[index] ?? null,
      standing: { accountId: account.id, score, band, before },
      facts: account.factsOn(today),
    };
  });
  const sources = { touches: true, support: false, billing: true };
  const bands = { stable: 50, healthy: 70 };
  return { setting: { today: dayAt(today), rules: DEFAULT_RULES, frame, sources, bands }, views, through };
}

function knownDays(world: World, through: number, week: number): number[] {
  const last = through - 7 * week;
  return [0, 1, 2, 3, 4, 5, 6].map((back) => last - back).filter((day) => day >= 0 && !world.lost.has(day));
}

function historyAt({ id, usage }: WorldAccount, world: World, through: number): UsageHistory {
  const weeks = usage.map((days) =>
    Array.from({ length: 26 }, (_, week) => {
      const values = knownDays(world, through, week).flatMap((day) => days[day] ?? []);
      return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
    }),
  );
  const usedOn = (day: number) => !world.lost.has(day) && usage.some((days) => (days[day] ?? 0) > 0);
  const weekDays = Array.from({ length: 26 }, (_, week) => knownDays(world, through, week).filter(usedOn).length);
  let last = through;
  while (last >= 0 && !usedOn(last)) last--;
  return packHistory({ accountId: id, lastUsedOn: last < 0 ? null : dayAt(last), weekDays, weeks });
}
