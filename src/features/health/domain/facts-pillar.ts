import type { AccountFacts, FactSources, Pillar, PillarInput, PillarResult, PillarState } from '../model.ts';

/** How a pillar that rests on recorded facts is scored. */
export type FactsPillar = (facts: AccountFacts | null, sources: FactSources, now: Date) => PillarResult;

/** An input with its share before shares are spread; null where this account has nothing of the kind. */
export type Weighed = Omit<PillarInput, 'share' | 'metric' | 'window'> & {
  readonly share: number;
  readonly window?: PillarInput['window'];
};

export const unscored = (pillar: Pillar, state: PillarState): PillarResult => ({
  pillar,
  state,
  score: null,
  inputs: [],
});

/** The mean of the inputs there are: the share of one that is not known is spread over the others. */
export function scored(pillar: Pillar, state: 'SCORED' | 'STALE', weighed: readonly (Weighed | null)[]): PillarResult {
  const known = weighed.filter((input) => input !== null);
  const whole = known.reduce((sum, { share }) => sum + share, 0);
  const inputs = known.map(({ kind, value, comparison, score: own, share, window }): PillarInput => {
    return { kind, metric: null, window: window ?? null, value, comparison, score: own, share: share / whole };
  });
  const score = inputs.reduce((sum, input) => sum + input.share * input.score, 0);
  return { pillar, state, score: Math.min(100, score), inputs };
}

/** A line through these points, level before the first and after the last. Points are in order of their first number. */
export function along(points: readonly (readonly [at: number, score: number])[], value: number): number {
  let before: readonly [number, number] | null = null;
  for (const point of points) {
    if (value <= point[0]) {
      if (!before) return point[1];
      return before[1] + ((point[1] - before[1]) * (value - before[0])) / (point[0] - before[0]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}
