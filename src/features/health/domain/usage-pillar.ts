import type {
  Metric,
  MetricRule,
  Pillar,
  PillarInput,
  PillarResult,
  ProfileBasis,
  UsageCoverage,
  UsageProfile,
} from '../model.ts';
import { type KnownWeeks, knownWeeks, RECENT_WEEKS, weeksSince, windowOf } from './known-weeks.ts';
import { type Past, pastOf } from './past.ts';
import { type Population, peerWeeks } from './population.ts';
import { fadingMean, meanOf, type Series, usageSeries } from './series.ts';

/** An input with the weight it has beside the others; they become shares. */
export type WeighedInput = Omit<PillarInput, 'share'> & { readonly weight: number };

/** One metric of one account, ready to be looked at. */
export type MetricView = {
  readonly metric: Metric;
  readonly rule: MetricRule;
  /** Over the weeks in which anybody has the metric: before it was tracked nothing is known of it. */
  readonly series: Series;
  /** How many of its weeks the account has a history in. */
  readonly length: number;
  readonly known: KnownWeeks;
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
  readonly known: KnownWeeks;
  readonly knownDays: UsageCoverage['days'];
  readonly active: Series;
  readonly activeLength: number;
  /** The metrics that count. */
  readonly metrics: readonly MetricView[];
};

const NO_RULE: MetricRule = { importance: 1, direction: 'UP_IS_GOOD' };

export function viewUsage(
  profile: UsageProfile | null,
  population: Population,
  basis: ProfileBasis,
  coverage: UsageCoverage,
  rules: Readonly<Record<string, MetricRule>>,
): UsageView {
  const known = knownWeeks(basis);
  const { bySlot, active } = usageSeries(profile ?? UNUSED, basis.metrics, known);
  const activeLength = profile?.firstUsedOn ? weeksSince(known, profile.firstUsedOn) : 0;
  const metrics = basis.metrics.flatMap((metric): MetricView[] => {
    const rule = (Object.hasOwn(rules, metric.name) ? rules[metric.name] : undefined) ?? NO_RULE;
    const [whole, span] = [bySlot[metric.slot], population.spans[metric.slot]];
    if (!whole || !span || span.latest >= RECENT_WEEKS || !(rule.importance > 0)) return [];
    const cut = <T>(list: readonly T[]) => list.slice(span.latest, span.oldest + 1);
    const series = { rates: cut(whole.rates), days: cut(whole.days) };
    const length = Math.max(0, Math.min(activeLength, span.oldest + 1) - span.latest);
    const past = pastOf(series, length);
    const recent = meanOf(series, 0, RECENT_WEEKS, past?.cap);
    const level = fadingMean(whole, peerWeeks(activeLength));
    const own = { ...known, weeks: cut(known.weeks), days: series.days };
    return [{ metric, rule, series, length, known: own, level, past, recent }];
  });
  return { profile, population, known, knownDays: coverage.days, active, activeLength, metrics };
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
  if (view.known.days.reduce((sum, days) => sum + days, 0) < LEAST_DAYS) return without('NOT_ENOUGH_DATA');
  const weighed = inputsOf(view).filter(({ weight }) => weight > 0);
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return without('NOT_ENOUGH_DATA');
  const inputs = weighed.map(({ weight, ...input }) => ({ ...input, share: weight / whole }));
  const score = inputs.reduce((sum, { share, score: one }) => sum + share * one, 0);
  const state = coverage.state === 'STALE' ? 'STALE' : 'SCORED';
  return { pillar, state, score: Math.max(0, Math.min(100, score)), inputs };
}

/** The window of known weeks, as an input shows it. */
export const recentWindow = (known: KnownWeeks) => windowOf(known, 0, RECENT_WEEKS - 1);

/** A day's mean as people read it: what four weeks come to, or the mean itself of a gauge. */
export const shown = ({ aggregation }: Metric, rate: number): number => (aggregation === 'SUM' ? 28 * rate : rate);

/** Parts of `weight` by importance: however many metrics there are, together they count the same. */
export const importanceOf = (metrics: readonly MetricView[]): ((view: MetricView, weight: number) => number) => {
  const whole = metrics.reduce((sum, { rule }) => sum + rule.importance, 0);
  return ({ rule }, weight) => (whole === 0 ? 0 : (weight * rule.importance) / whole);
};
