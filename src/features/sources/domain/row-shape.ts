import type { RowShape } from './mapper-job.ts';

/** Enough rows to meet every field that is usually there. */
const SAMPLED_ROWS = 50;
const MAX_FIELDS = 60;
const MAX_FIELD_LENGTH = 64;

export type ShapeWatch = {
  readonly meet: (source: unknown) => void;
  readonly count: (values: Float64Array) => void;
  readonly shape: () => RowShape;
};

/** Notes what rows look like: how many have each metric, and which fields the first ones have. */
export function watchShape(metricCount: number): ShapeWatch {
  const present = new Array<number>(metricCount).fill(0);
  const fields = new Set<string>();
  let sampled = 0;
  return {
    meet: (source) => {
      if (sampled >= SAMPLED_ROWS) return;
      sampled++;
      addFields(fields, source);
    },
    count: (values) => {
      for (let index = 0; index < metricCount; index++) {
        if (!Number.isNaN(values[index])) present[index] = (present[index] ?? 0) + 1;
      }
    },
    shape: () => ({ present, fields: [...fields].sort() }),
  };
}

function addFields(fields: Set<string>, source: unknown): void {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return;
  for (const field of Object.keys(source)) {
    if (fields.size >= MAX_FIELDS) return;
    if (field.length <= MAX_FIELD_LENGTH) fields.add(field);
  }
}
