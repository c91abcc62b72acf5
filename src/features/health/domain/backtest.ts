import { addDays, type Day, type DayWindow, mustEpochDay, windowLength } from '../../../lib/day.ts';
import { areaUnderCurve, quantile } from './ranking.ts';

// What is measured and why: docs/health.md, "Backtests".

export const MOST_CHECKPOINTS = 26;
/** How long before somebody leaves a warning is still of use; alerts are judged by the first. */
const DAYS_BEFORE = [30, 60, 90] as const;
const STEP_DAYS = 7;

/** One account through the checkpoints, by their index. Those who had left before the days looked at are not among them. */
export type Watched = {
  /** Null for those that stayed, or left later. */
  readonly churnedOn: Day | null;
  /** -1 where there was no score. */
  readonly scores: ArrayLike<number>;
  /** 1 where the band was poor. */
  readonly poor: ArrayLike<number>;
  /** Days since the last use; infinite when there was none. */
  readonly idleDays: ArrayLike<number>;
};

export type AlertQuality = {
  readonly alertCount: number;
  readonly hitCount: number;
  readonly falseAlertCount: number;
  readonly missedCount: number;
  readonly precision: number | null;
  readonly recall: number | null;
};

export type BacktestResult = {
  readonly checkpoints: readonly { readonly day: Day; readonly scoredCount: number; readonly poorCount: number }[];
  readonly accountCount: number;
  readonly churnCount: number;
  readonly alerts: AlertQuality;
  readonly recencyBaseline: AlertQuality;
  readonly separations: readonly {
    readonly daysBefore: number;
    readonly score: number | null;
    readonly recency: number | null;
  }[];
  readonly leadTime: {
    readonly accountCount: number;
    readonly lowerQuartile: number | null;
    readonly median: number | null;
    readonly upperQuartile: number | null;
  };
};

/** The days accounts are scored as of, weekly back from the last until 90 days before the first; further apart when too many. */
export function checkpointsOf(days: DayWindow): Day[] {
  const whole = windowLength(days) + Math.max(...DAYS_BEFORE);
  const step = Math.max(STEP_DAYS, Math.ceil(whole / (MOST_CHECKPOINTS - 1)));
  const count = Math.ceil(whole / step) + 1;
  return Array.from({ length: count }, (_, index) => addDays(days.to, (index + 1 - count) * step));
}

/** An account as of the checkpoint it is judged at. */
type Judged = { readonly left: boolean; readonly score: number; readonly poor: boolean; readonly idleDays: number };

export function judgeBacktest(
  accounts: readonly Watched[],
  checkpoints: readonly Day[],
  days: DayWindow,
): BacktestResult {
  const judged = judgedBefore(accounts, checkpoints, days, DAYS_BEFORE[0]);
  const alerts = alertQuality(judged);
  const leads = accounts.flatMap((account) => leadDays(account, checkpoints) ?? []).sort((a, b) => a - b);
  return {
    checkpoints: checkpoints.map((day, index) => ({
      day,
      scoredCount: accounts.filter(({ scores }) => (scores[index] ?? -1) >= 0).length,
      poorCount: accounts.filter(({ poor }) => poor[index] === 1).length,
    })),
    accountCount: judged.length,
    churnCount: judged.filter(({ left }) => left).length,
    alerts,
    recencyBaseline: longestIdle(judged, alerts.alertCount),
    separations: DAYS_BEFORE.map((daysBefore) => {
      const then = judgedBefore(accounts, checkpoints, days, daysBefore);
      return {
        daysBefore,
        score: areaUnderCurve(then.map(({ left, score }) => ({ positive: left, value: -score }))),
        recency: areaUnderCurve(then.map(({ left, idleDays }) => ({ positive: left, value: idleDays }))),
      };
    }),
    leadTime: {
      accountCount: leads.length,
      lowerQuartile: quantile(leads, 0.25),
      median: quantile(leads, 0.5),
      upperQuartile: quantile(leads, 0.75),
    },
  };
}

/** Each account once, at the last checkpoint so many days before it left, or before the end when it stayed. */
function judgedBefore(
  accounts: readonly Watched[],
  checkpoints: readonly Day[],
  { to }: DayWindow,
  daysBefore: number,
): Judged[] {
  const indexOfStaying = lastIndexBy(checkpoints, addDays(to, -daysBefore));
  const judged: Judged[] = [];
  for (const { churnedOn, scores, poor, idleDays } of accounts) {
    const index = churnedOn === null ? indexOfStaying : lastIndexBy(checkpoints, addDays(churnedOn, -daysBefore));
    const score = scores[index] ?? -1;
    if (score < 0) continue;
    judged.push({ left: churnedOn !== null, score, poor: poor[index] === 1, idleDays: idleDays[index] ?? Infinity });
  }
  return judged;
}

/** Of the last checkpoint on or before the day; -1 when all are later. */
function lastIndexBy(checkpoints: readonly Day[], day: Day): number {
  let index = checkpoints.length - 1;
  while (index >= 0 && (checkpoints[index] ?? '') > day) index--;
  return index;
}

function alertQuality(judged: readonly Judged[]): AlertQuality {
  const alerts = judged.filter(({ poor }) => poor);
  return quality(alerts.length, alerts.filter(({ left }) => left).length, judged);
}

function quality(alertCount: number, hitCount: number, judged: readonly Judged[]): AlertQuality {
  const churns = judged.filter(({ left }) => left).length;
  return {
    alertCount,
    hitCount,
    falseAlertCount: alertCount - hitCount,
    missedCount: churns - hitCount,
    precision: alertCount === 0 ? null : hitCount / alertCount,
    recall: churns === 0 ? null : hitCount / churns,
  };
}

/** As many alerts for those that have been idle longest. Of those idle equally long, what chance would hit on average. */
function longestIdle(judged: readonly Judged[], alertCount: number): AlertQuality {
  const byIdle = new Map<number, Judged[]>();
  for (const one of judged) {
    const alike = byIdle.get(one.idleDays);
    if (alike) alike.push(one);
    else byIdle.set(one.idleDays, [one]);
  }
  let places = alertCount;
  let hits = 0;
  for (const [, alike] of [...byIdle].sort(([a], [b]) => b - a)) {
    const taken = Math.min(places, alike.length);
    hits += (taken / alike.length) * alike.filter(({ left }) => left).length;
    places -= taken;
    if (places === 0) break;
  }
  return quality(alertCount, hits, judged);
}

/** Days from the first checkpoint of an unbroken poor stretch until the account left; null when it was not poor at the last. */
function leadDays({ churnedOn, poor }: Watched, checkpoints: readonly Day[]): number | null {
  if (churnedOn === null) return null;
  let first: Day | null = null;
  for (let index = lastIndexBy(checkpoints, addDays(churnedOn, -1)); index >= 0 && poor[index] === 1; index--) {
    first = checkpoints[index] ?? first;
  }
  return first === null ? null : mustEpochDay(churnedOn) - mustEpochDay(first);
}
