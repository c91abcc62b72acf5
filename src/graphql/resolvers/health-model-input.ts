import type { ModelInput, PartsInput, SegmentInput } from '../../features/health/index.ts';
import type {
  HealthBandsInput,
  HealthMetricRuleInput,
  HealthModelInput,
  HealthSegmentConditionInput,
  HealthSegmentInput,
  HealthWeightsInput,
  InputMaybe,
} from '../generated.ts';

type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** Only what is given: null, too, leaves things as they are. */
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;

export const toModelInput = ({ segments, ...parts }: HealthModelInput): ModelInput => ({
  ...toParts(parts),
  ...given({ segments: segments?.map(toSegment) }),
});

const toSegment = ({ name, when, ...parts }: HealthSegmentInput): SegmentInput => ({
  name: name.trim(),
  when: toCondition(when),
  ...toParts(parts),
});

const toCondition = ({ plan, region, attribute }: HealthSegmentConditionInput): SegmentInput['when'] =>
  given({ plan, region, attribute: attribute && { name: attribute.name, value: attribute.value } });

function toParts({ weights, bands, missingPillarPolicy, metrics }: Omit<HealthModelInput, 'segments'>): PartsInput {
  return given({
    weights: weights && toWeights(weights),
    bands: bands && toBands(bands),
    missingPillarPolicy,
    metrics: toMetrics(metrics),
  });
}

const toWeights = (weights: HealthWeightsInput): NonNullable<PartsInput['weights']> =>
  given({
    ADOPTION: weights.adoption,
    ENGAGEMENT: weights.engagement,
    RELATIONSHIP: weights.relationship,
    SUPPORT: weights.support,
    FINANCIAL: weights.financial,
  });

const toBands = ({ stable, healthy }: HealthBandsInput): NonNullable<PartsInput['bands']> => given({ stable, healthy });

const toMetrics = (metrics: InputMaybe<readonly HealthMetricRuleInput[]>): PartsInput['metrics'] =>
  metrics?.map(({ name, importance, direction }) => ({ name, ...given({ importance, direction }) }));
