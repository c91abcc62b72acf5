import type {
  AccountFacts,
  FactSources,
  HealthBand,
  HealthModel,
  ModelParts,
  Pillar,
  PillarInput,
  PillarResult,
  PillarState,
  UsageCoverage,
  UsageProfile,
} from '../model.ts';
import { adoptionInputs } from './adoption.ts';
import { engagementInputs } from './engagement.ts';
import { financialPillar } from './financial.ts';
import { partsFor, type SegmentedAccount } from './parts-for.ts';
import { sharePoints } from './points.ts';
import type { Population } from './population.ts';
import { relationshipPillar } from './relationship.ts';
import { supportPillar } from './support.ts';
import { usagePillar, viewUsage } from './usage-pillar.ts';

/** Everything a score depends on. */
export type Scorable = {
  /** Null for an account without any usage. */
  readonly profile: UsageProfile | null;
  /** Null when no usage was ever synchronised. */
  readonly population: Population | null;
  readonly coverage: UsageCoverage;
  readonly facts: AccountFacts | null;
  readonly sources: FactSources;
  readonly model: HealthModel;
  readonly account: SegmentedAccount;
  readonly now: Date;
};

export type ScoredInput = PillarInput & {
  /** Of the score; those of all inputs add up to it exactly. */
  readonly points: number;
};
export type ScoredPillar = {
  readonly pillar: Pillar;
  readonly state: PillarState;
  /** Percent, as configured. */
  readonly weight: number;
  /** Percent, after the weight of pillars without a score was spread; those of all pillars add up to 100. */
  readonly appliedWeight: number;
  readonly score: number | null;
  readonly inputs: readonly ScoredInput[];
};
export type AccountScore = {
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly pillars: readonly ScoredPillar[];
};

/** One account's score and what it is made of: the same whoever computes it, and in whatever order. */
export function scoreAccount(given: Scorable): AccountScore {
  const parts = partsFor(given.model, given.account);
  return assemble(parts, pillarsBy(given, parts.metrics));
}

/** The same by several models: what they only weigh in another way is computed once. */
export function scoreAccountBy(given: Omit<Scorable, 'model'>, models: readonly HealthModel[]): AccountScore[] {
  const known = new Map<ModelParts['metrics'], PillarResult[]>();
  return models.map((model) => {
    const parts = partsFor(model, given.account);
    const results = known.get(parts.metrics) ?? pillarsBy(given, parts.metrics);
    known.set(parts.metrics, results);
    return assemble(parts, results);
  });
}

function pillarsBy(given: Omit<Scorable, 'model'>, metrics: ModelParts['metrics']): PillarResult[] {
  const { coverage, facts, sources, now, profile, population } = given;
  const view = population && viewUsage(profile, population, metrics);
  return [
    usagePillar('ADOPTION', view, coverage, adoptionInputs),
    usagePillar('ENGAGEMENT', view, coverage, engagementInputs),
    relationshipPillar(facts, sources, now),
    supportPillar(facts, sources, now),
    financialPillar(facts, sources, now),
  ];
}

/** The pillars as one score, weighed as the model says. */
export function assemble(parts: ModelParts, results: readonly PillarResult[]): AccountScore {
  const applied = appliedWeights(parts, results);
  const isScored = results.some(({ score }, index) => score !== null && (applied[index] ?? 0) > 0);
  const raw: number[] = [];
  let sum = 0;
  for (const [index, { score, inputs }] of results.entries()) {
    const weight = applied[index] ?? 0;
    for (const input of inputs) raw.push((weight / 100) * input.share * input.score);
    sum += ((score ?? 0) * weight) / 100;
  }
  const score = isScored ? Math.max(0, Math.min(100, Math.round(sum - EPSILON))) : null;
  const points = sharePoints(score ?? 0, raw);
  let next = 0;
  // Field by field: copies of objects, and of all but some of their fields, are most of what scoring thousands of accounts costs.
  const pillars = results.map(({ pillar, state, score: whole, inputs: unscored }, index): ScoredPillar => {
    const inputs = unscored.map(({ kind, metric, window, value, comparison, score: own, share }): ScoredInput => {
      return { kind, metric, window, value, comparison, score: own, share, points: points[next++] ?? 0 };
    });
    return { pillar, state, weight: parts.weights[pillar], appliedWeight: applied[index] ?? 0, score: whole, inputs };
  });
  return { score, band: score === null ? null : bandOf(score, parts.bands), pillars };
}

/** Sums in another order differ in their last digits, which must not decide what a half is rounded to. */
const EPSILON = 1e-9;

function appliedWeights({ weights, missingPillarPolicy }: ModelParts, results: readonly PillarResult[]): number[] {
  const own = results.map(({ pillar }) => weights[pillar]);
  if (missingPillarPolicy === 'COUNT_AS_ZERO') return own;
  const scored = results.map(({ score }, index) => (score === null ? 0 : (own[index] ?? 0)));
  const whole = scored.reduce((sum, weight) => sum + weight, 0);
  return whole === 0 ? own.map(() => 0) : scored.map((weight) => (100 * weight) / whole);
}

export const bandOf = (score: number, { stable, healthy }: ModelParts['bands']): HealthBand =>
  score >= healthy ? 'HEALTHY' : score >= stable ? 'STABLE' : 'POOR';
