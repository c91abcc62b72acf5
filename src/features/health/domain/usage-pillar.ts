import type { Metric, MetricRule, Pillar, PillarInput, PillarResult, UsageCoverage, UsageProfile } from '../model.ts';
import { type KnownWeeks, RECENT_WEEKS } from './known-weeks.ts';
import { type Past, pastOf } from './past.ts';
import { type Population, peerWeeks } from './population.ts';
import { fadingMean, meanOf, type Series, usageSeries } from './series.ts';

/** An input with the weight it has beside the others; they become shares. */
export type WeighedInput = Omit<PillarInput, 'share'> & { readonly weight: number };

/** One metric of one account, ready to be looked at. */
export type MetricView = {
  readonly metric: Metric;
  readonly rule: MetricRule;
  /** Over the weeks in which anybody has the metric. */
  readonly series: Series;
  readonly weeks: KnownWeeks;
  /** A day's fading mean, as accounts are compared by. */
  readonly level: number;
  readonly past: Past | null;
  /** A day's mean of the recent weeks, no week of them counting for more than the past lets it; 0 without any. */
  readonly recent: number;
};

/** What the usage pillars of one account are made of. */
export type UsageView = {
  readonly profile: UsageProfile | null;
  readonly population: Population;
  readonly active: Series;
  /** Known weeks since the first use; 0 of an account that never used anything. */
  readonly length: number;
  /** The metrics that count. */
  readonly metrics: readonly MetricView[];
};

const NO_RULE: MetricRule = { importance: 1, direction: 'UP_IS_GOOD' };

export function viewUsage(
  profile: UsageProfile | null,
  population: Population,
  rules: Readonly<Record<string, MetricRule>>,
): UsageView {
  const { known } = population;
  const { bySlot, active } = usageSeries(profile ?? UNUSED, population.metrics, known);
  const length = profile?.firstUsedOn ? known.weeksSince(profile.firstUsedOn) : 0;
  const metrics = population.tracked.flatMap(({ metric, weeks, from, to }): MetricView[] => {
    const rule = (Object.hasOwn(rules, metric.name) ? rules[metric.name] : undefined) ?? NO_RULE;
    const whole = bySlot[metric.slot];
    if (!whole || !(rule.importance > 0)) return [];
    const series = { rates: whole.rates.slice(from, to), days: weeks.days };
    const past = pastOf(series, Math.min(length, to) - from);
    const recent = meanOf(series, 0, RECENT_WEEKS, past?.cap);
    return [{ metric, rule, series, weeks, level: fadingMean(whole, peerWeeks(length)), past, recent }];
  });
  return { profile, population, active, length, metrics };
}

const UNUSED: UsageProfile = {
  accountId: '',
  firstUsedOn: null,
  lastUsedOn: null,
  usedDays: 0,
  weekDays: [],
  weeks: [],
  recent: [],
  before: [],
};

/** Days of known weeks without which nothing can be said of how an account uses the product. */
const LEAST_DAYS = 7;

export function usagePillar(
  pillar: Pillar,
  view: UsageView | null,
  coverage: UsageCoverage,
  inputsOf: (view: UsageView) => readonly WeighedInput[],
): PillarResult {
  const without = (state: 'NO_SOURCE' | 'NOT_ENOUGH_DATA') => ({ pillar, state, score: null, inputs: [] });
  if (coverage.state === 'NONE' || !view) return without('NO_SOURCE');
  if (view.population.known.days.reduce((sum, days) => sum + days, 0) < LEAST_DAYS) return without('NOT_ENOUGH_DATA');
  const weighed = inputsOf(view).filter(({ weight }) => weight > 0);
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return without('NOT_ENOUGH_DATA');
  // Field by field, here and where inputs are made: of thousands of accounts, copies of objects take the most time.
  const inputs = weighed.map(({ kind, metric, window, value, comparison, score, weight }): PillarInput => {
    return { kind, metric, window, value, comparison, score, share: weight / whole };
  });
  const score = inputs.reduce((sum, { share, score: one }) => sum + share * one, 0);
  const state = coverage.state === 'STALE' ? 'STALE' : 'SCORED';
  return { pillar, state, score: Math.max(0, Math.min(100, score)), inputs };
}

/** The window of known weeks, as an input shows it. */
export const recentWindow = ({ window }: KnownWeeks) => window(0, RECENT_WEEKS - 1);

/** A day's mean as people read it: what four weeks come to, or the mean itself of a gauge. */
export const shown = ({ aggregation }: Metric, rate: number): number => (aggregation === 'SUM' ? 28 * rate : rate);

/** Parts of `weight` by importance: however many metrics there are, together they count the same. */
export const importanceOf = (metrics: readonly MetricView[]): ((view: MetricView, weight: number) => number) => {
  const whole = metrics.reduce((sum, { rule }) => sum + rule.importance, 0);
  return ({ rule }, weight) => (whole === 0 ? 0 : (weight * rule.importance) / whole);
};
