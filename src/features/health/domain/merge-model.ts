import type { HealthModel, MetricRule, ModelParts, Segment } from '../model.ts';
import { PILLARS, type Pillar } from './pillars.ts';

/** Parts of a model as a caller gives them: what is left out stays as it is. */
export type PartsInput = {
  readonly weights?: Partial<Readonly<Record<Pillar, number>>>;
  readonly bands?: Partial<ModelParts['bands']>;
  readonly missingPillarPolicy?: ModelParts['missingPillarPolicy'];
  readonly metrics?: readonly MetricInput[];
};
/** `importance` or `direction` left out is that of the rule there is, or of the default. */
export type MetricInput = { readonly name: string } & Partial<MetricRule>;
export type SegmentInput = PartsInput & Pick<Segment, 'name' | 'when'>;
/** `segments`, when given, replaces all of them. */
export type ModelInput = PartsInput & { readonly segments?: readonly SegmentInput[] };

const PLAIN: MetricRule = { importance: 1, direction: 'UP_IS_GOOD' };

/** The model with what is given put over it. */
export function mergeModel(model: HealthModel, input: ModelInput): HealthModel {
  const parts = { ...model, ...mergeParts(model, input) };
  if (!input.segments) return parts;
  const segments = input.segments.map(({ name, when, ...own }) => ({ name, when, ...mergeParts(parts, own) }));
  return { ...parts, segments };
}

/** Only those parts that are given, each whole: a segment keeps to what it was given, whatever becomes of the rest. */
function mergeParts(base: ModelParts, input: PartsInput): Partial<ModelParts> {
  return {
    ...(input.weights && { weights: mergeWeights(base.weights, input.weights) }),
    ...(input.bands && { bands: { ...base.bands, ...input.bands } }),
    ...(input.missingPillarPolicy && { missingPillarPolicy: input.missingPillarPolicy }),
    ...(input.metrics && { metrics: mergeMetrics(base.metrics, input.metrics) }),
  };
}

const mergeWeights = (base: ModelParts['weights'], given: NonNullable<PartsInput['weights']>): ModelParts['weights'] =>
  Object.fromEntries(PILLARS.map((pillar) => [pillar, given[pillar] ?? base[pillar]])) as Record<Pillar, number>;

/** By name, in order of name; a rule that says what holds anyway is none. */
function mergeMetrics(base: ModelParts['metrics'], given: readonly MetricInput[]): ModelParts['metrics'] {
  const rules = new Map(Object.entries(base));
  for (const { name, ...rule } of given) {
    const { importance, direction } = { ...PLAIN, ...rules.get(name), ...rule };
    if (importance === PLAIN.importance && direction === PLAIN.direction) rules.delete(name);
    else rules.set(name, { importance, direction });
  }
  return Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}
