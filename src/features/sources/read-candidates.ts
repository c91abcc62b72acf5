import { z } from 'zod';
import { AGGREGATIONS, DATE_FORMATS, type Mapping, METRIC_LIMIT } from './domain/mapping.ts';
import { UNNAMED_ACCOUNT } from './domain/suggest/draft.ts';

export const MOST_CANDIDATES = 3;

const path = z.string().max(1_000);
const metric = z.strictObject({
  descriptionIndex: z
    .int()
    .min(0)
    .max(METRIC_LIMIT - 1)
    .nullable(),
  name: z.string().max(64),
  path,
  aggregation: z.enum(AGGREGATIONS),
});
const candidate = z.strictObject({
  rowsPath: path,
  datePath: path,
  dateFormat: z.enum(DATE_FORMATS),
  accountIdPath: path.nullable(),
  metrics: z.array(metric).max(METRIC_LIMIT),
});
const answer = z.strictObject({ candidates: z.array(candidate).max(MOST_CANDIDATES) });

/** What a model must answer with: mappings, and nothing else. */
export const CANDIDATES_SCHEMA: Readonly<Record<string, unknown>> = z.toJSONSchema(answer, { target: 'draft-7' });

/** Three mappings of 25 metrics with the longest sensible paths. */
const MOST_CHARACTERS = 100_000;

/** The mappings in a model's answer, in its order; null when it is anything but the form that was asked for. */
export function readCandidates(text: string, unmask: (expression: string) => string): Mapping[] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const parsed = answer.safeParse(parse(text));
  return parsed.success ? parsed.data.candidates.map((one) => toMapping(one, unmask)) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Metrics in the order of the descriptions, one for each: as the judge compares them. */
function toMapping({ metrics, ...one }: z.infer<typeof candidate>, unmask: (expression: string) => string): Mapping {
  const ordered = metrics
    .toSorted((a, b) => (a.descriptionIndex ?? METRIC_LIMIT) - (b.descriptionIndex ?? METRIC_LIMIT))
    .filter(({ descriptionIndex: index }, at, all) => index === null || all[at - 1]?.descriptionIndex !== index);
  return {
    rowsPath: unmask(one.rowsPath),
    datePath: unmask(one.datePath),
    dateFormat: one.dateFormat,
    accountIdPath: one.accountIdPath === null ? null : unmask(one.accountIdPath),
    accountId: one.accountIdPath === null ? UNNAMED_ACCOUNT : null,
    metrics: ordered.map(({ name, path, aggregation }) => ({ name, path: unmask(path), aggregation })),
  };
}
