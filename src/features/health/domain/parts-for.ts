import type { HealthModel, ModelParts, Segment } from '../model.ts';

/** What decides which segment an account is of. */
export type SegmentedAccount = {
  readonly plan: string | null;
  readonly region: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** The parts an account is scored by: those of the first segment it is of, over the model's own. */
export function partsFor(model: HealthModel, account: SegmentedAccount): ModelParts {
  const { segments, ...own } = model;
  const segment = segments.find(({ when }) => holds(when, account));
  if (!segment) return own;
  const { name: _name, when: _when, ...parts } = segment;
  return { ...own, ...parts };
}

function holds({ plan, region, attribute }: Segment['when'], account: SegmentedAccount): boolean {
  if (plan !== undefined && plan !== account.plan) return false;
  if (region !== undefined && region !== account.region) return false;
  if (!attribute) return true;
  const value = Object.hasOwn(account.attributes, attribute.name) ? account.attributes[attribute.name] : undefined;
  // Attributes are JSON; a number or a truth value is meant by its text.
  return value !== undefined && value !== null && typeof value !== 'object' && String(value) === attribute.value;
}
