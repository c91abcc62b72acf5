import { isLongerThan, isStorable } from '../../../lib/text.ts';
import type { HealthModel, ModelParts, Segment } from '../model.ts';
import type { MetricInput, ModelInput } from './merge-model.ts';
import { PILLARS } from './pillars.ts';

export type ModelProblem = { readonly path: readonly string[]; readonly message: string };

const MOST_SEGMENTS = 20;
const MOST_IMPORTANCE = 10;
const MAX_NAME = 100;
const MAX_TEXT = 255;
/** Every version is kept, and the log of changes holds it with the one before. */
const MAX_MODEL_KB = 64;

/** Everything that keeps a merged model from being saved; `path` is below the model that was given. */
export function checkModel(model: HealthModel, input: ModelInput, metricNames: readonly string[]): ModelProblem[] {
  const known = new Set(metricNames);
  const segments = input.segments ?? [];
  const problems = [...checkParts(model, []), ...checkMetrics(input.metrics, known, [])];
  if (segments.length > MOST_SEGMENTS) {
    const message = `A model has at most ${MOST_SEGMENTS} segments; this one has ${segments.length}.`;
    return [...problems, { path: ['segments'], message }];
  }
  const names = new Map<string, number>();
  for (const [index, segment] of segments.entries()) {
    const path = ['segments', String(index)];
    problems.push(
      ...checkSegment(segment, path),
      ...checkParts(model.segments[index] ?? {}, path),
      ...checkMetrics(segment.metrics, known, path),
    );
    const first = names.get(segment.name);
    if (first !== undefined) {
      problems.push({ path: [...path, 'name'], message: `segments[${first}] has the same name: give each its own.` });
    }
    names.set(segment.name, first ?? index);
  }
  if (Buffer.byteLength(JSON.stringify(model)) > MAX_MODEL_KB * 1024) {
    problems.push({ path: [], message: `As JSON, a model has at most ${MAX_MODEL_KB} KB: give segments fewer rules.` });
  }
  return problems;
}

function checkParts({ weights, bands }: Partial<ModelParts>, path: readonly string[]): ModelProblem[] {
  const problems: ModelProblem[] = [];
  if (weights) {
    for (const pillar of PILLARS) {
      const weight = weights[pillar];
      if (Number.isInteger(weight) && weight >= 0 && weight <= 100) continue;
      const message = `A weight is a whole number from 0 to 100, not ${weight}.`;
      problems.push({ path: [...path, 'weights', pillar.toLowerCase()], message });
    }
    const sum = PILLARS.reduce((total, pillar) => total + weights[pillar], 0);
    if (sum !== 100) {
      const message = `The five weights add up to 100; these, with those left out as they are, add up to ${sum}.`;
      problems.push({ path: [...path, 'weights'], message });
    }
  }
  if (bands && !(1 <= bands.stable && bands.stable < bands.healthy && bands.healthy <= 99)) {
    const message = `Bands begin at 1 to 99, stable below healthy; these begin at ${bands.stable} and ${bands.healthy}.`;
    problems.push({ path: [...path, 'bands'], message });
  }
  return problems;
}

function checkMetrics(
  given: readonly MetricInput[] | undefined,
  known: ReadonlySet<string>,
  path: readonly string[],
): ModelProblem[] {
  const seen = new Set<string>();
  return (given ?? []).flatMap(({ name, importance }, index) => {
    const at = (field: string) => [...path, 'metrics', String(index), field];
    const problems: ModelProblem[] = [];
    if (!known.has(name)) problems.push({ path: at('name'), message: `No metric is called “${name}”.` });
    if (seen.has(name)) problems.push({ path: at('name'), message: `“${name}” is given twice.` });
    seen.add(name);
    if (importance !== undefined && !(importance >= 0 && importance <= MOST_IMPORTANCE)) {
      problems.push({ path: at('importance'), message: `Importance is 0 to ${MOST_IMPORTANCE}, not ${importance}.` });
    }
    return problems;
  });
}

function checkSegment({ name, when }: Pick<Segment, 'name' | 'when'>, path: readonly string[]): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const text = (field: readonly string[], value: string | undefined, most: number) => {
    if (value === undefined || (value !== '' && !isLongerThan(value, most) && isStorable(value))) return;
    problems.push({ path: [...path, ...field], message: `Give 1 to ${most} characters that can be stored.` });
  };
  text(['name'], name, MAX_NAME);
  text(['when', 'plan'], when.plan, MAX_TEXT);
  text(['when', 'region'], when.region, MAX_TEXT);
  text(['when', 'attribute', 'name'], when.attribute?.name, MAX_TEXT);
  text(['when', 'attribute', 'value'], when.attribute?.value, MAX_TEXT);
  if (when.plan === undefined && when.region === undefined && when.attribute === undefined) {
    problems.push({ path: [...path, 'when'], message: 'A segment needs a plan, a region or an attribute.' });
  }
  return problems;
}
