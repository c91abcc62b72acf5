import { RECENT_WEEKS } from './known-weeks.ts';
import { againstUsual, pastOf } from './past.ts';
import { peerWeeks, percentile } from './population.ts';
import { recency } from './recency.ts';
import { fadingMean, meanOf } from './series.ts';
import { importanceOf, recentWindow, shown, type UsageView, type WeighedInput } from './usage-pillar.ts';

// How often, how lately and whither. Formulas and where they come from: docs/health.md, "Engagement".

const WEIGHTS = { RECENCY: 35, ACTIVE_DAYS_PEERS: 30, ACTIVE_DAYS_PAST: 15, GROWTH: 20 } as const;

export const engagementInputs = (view: UsageView): WeighedInput[] => [
  { ...recency(view), weight: WEIGHTS.RECENCY },
  ...activeDays(view),
  ...growth(view),
];

/** Days with use, as days in a week: against the other accounts over the half year that profiles hold, and the account's own past. */
function activeDays({ active, length, population, profile }: UsageView): WeighedInput[] {
  const level = fadingMean(active, peerWeeks(length));
  const sorted = population.activeDays;
  const againstPeers: WeighedInput = {
    kind: 'ACTIVE_DAYS_PEERS',
    metric: null,
    window: population.known.window(0, peerWeeks(length) - 1),
    value: 7 * level,
    comparison: 7 * (sorted[sorted.length >> 1] ?? 0),
    score: percentile(sorted, level, profile !== null && profile.firstUsedOn !== null),
    weight: WEIGHTS.ACTIVE_DAYS_PEERS,
  };
  const past = pastOf(active, length);
  if (!past) return [againstPeers];
  const recent = meanOf(active, 0, RECENT_WEEKS, past.cap);
  const againstPast: WeighedInput = {
    kind: 'ACTIVE_DAYS_PAST',
    metric: null,
    window: recentWindow(population.known),
    value: 7 * recent,
    comparison: 7 * past.usual,
    score: againstUsual(recent, past.usual, past, true),
    weight: WEIGHTS.ACTIVE_DAYS_PAST,
  };
  return [againstPeers, againstPast];
}

/** Each metric of the recent four weeks against the four before them. */
function growth({ metrics }: UsageView): WeighedInput[] {
  const part = importanceOf(metrics);
  return metrics.flatMap((one): WeighedInput[] => {
    const { metric, rule, series, past, recent } = one;
    if (!past) return [];
    const before = meanOf(series, RECENT_WEEKS, 2 * RECENT_WEEKS, past.cap);
    return [
      {
        kind: 'GROWTH',
        metric: metric.name,
        window: recentWindow(one.weeks),
        value: shown(metric, recent),
        comparison: shown(metric, before),
        score: againstUsual(recent, before, past, rule.direction === 'UP_IS_GOOD'),
        weight: part(one, WEIGHTS.GROWTH),
      },
    ];
  });
}
