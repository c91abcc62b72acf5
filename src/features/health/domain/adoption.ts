import { againstUsual } from './past.ts';
import { peerWeeks, percentile } from './population.ts';
import { importanceOf, recentWindow, shown, type UsageView, type WeighedInput } from './usage-pillar.ts';

// How much and how widely the product is used. Formulas and where they come from: docs/health.md, "Adoption".

const WEIGHTS = { LEVEL_PAST: 30, LEVEL_PEERS: 50, BREADTH: 20 } as const;

export const adoptionInputs = (view: UsageView): WeighedInput[] => [
  ...levelsAgainstPast(view),
  ...levelsAgainstPeers(view),
  ...breadth(view),
];

/** Each metric of the recent weeks against what the account itself used to come to. */
function levelsAgainstPast({ metrics }: UsageView): WeighedInput[] {
  const part = importanceOf(metrics);
  return metrics.flatMap((one): WeighedInput[] => {
    const { metric, rule, past, recent } = one;
    const isUpGood = rule.direction === 'UP_IS_GOOD';
    if (!past) return [];
    const score = againstUsual(recent, past.usual, past, isUpGood);
    const [value, comparison] = [shown(metric, recent), shown(metric, past.usual)];
    return [
      {
        kind: 'LEVEL_PAST',
        metric: metric.name,
        window: recentWindow(one.weeks),
        value,
        comparison,
        score,
        weight: part(one, WEIGHTS.LEVEL_PAST),
      },
    ];
  });
}

/** Each metric against the other accounts, over the half year that profiles hold or the account's history. */
function levelsAgainstPeers({ metrics, population, profile, length }: UsageView): WeighedInput[] {
  const part = importanceOf(metrics);
  const window = population.known.window(0, peerWeeks(length) - 1);
  const isMember = profile !== null && profile.firstUsedOn !== null;
  return metrics.map((one) => {
    const { metric, rule, level } = one;
    const sorted = population.levels[metric.slot] ?? new Float64Array();
    const rank = percentile(sorted, level, isMember);
    return {
      kind: 'LEVEL_PEERS',
      metric: metric.name,
      window,
      value: shown(metric, level),
      comparison: shown(metric, sorted[sorted.length >> 1] ?? 0),
      score: rule.direction === 'UP_IS_GOOD' ? rank : 100 - rank,
      weight: part(one, WEIGHTS.LEVEL_PEERS),
    };
  });
}

/** How many of the metrics that should be used were used in the recent weeks. */
function breadth({ metrics, population }: UsageView): WeighedInput[] {
  const tracked = metrics.filter(({ rule }) => rule.direction === 'UP_IS_GOOD');
  const used = tracked.filter(({ recent }) => recent > 0);
  if (tracked.length === 0) return [];
  const part = importanceOf(tracked);
  return [
    {
      kind: 'BREADTH',
      metric: null,
      window: recentWindow(population.known),
      value: used.length,
      comparison: tracked.length,
      score: Math.min(
        100,
        used.reduce((sum, one) => sum + part(one, 100), 0),
      ),
      weight: WEIGHTS.BREADTH,
    },
  ];
}
