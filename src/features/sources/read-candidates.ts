import { z } from 'zod';
import type { ProposedMapping } from './domain/mapper-job.ts';
import { AGGREGATIONS, DATE_FORMATS, METRIC_LIMIT } from './domain/mapping.ts';
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

type Asked = {
  /** How many metrics were described. */
  readonly described: number;
  /** Tells an expression back for the sample as it is. */
  readonly unmask: (expression: string) => string;
};

/** The mappings in a model's answer, in its order; null when it is anything but the form that was asked for. */
export function readCandidates(text: string, asked: Asked): ProposedMapping[] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const parsed = answer.safeParse(parse(text));
  return parsed.success ? parsed.data.candidates.map((one) => toMapping(one, asked)) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Metrics in the order of the descriptions, one for each; others only where nothing was described. */
function toMapping({ metrics, ...one }: z.infer<typeof candidate>, { described, unmask }: Asked): ProposedMapping {
  const ordered = metrics
    .map((metric) => ({ ...metric, index: described === 0 ? null : metric.descriptionIndex }))
    .filter(({ index }) => described === 0 || (index !== null && index < described))
    .toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .filter(({ index }, at, all) => index === null || all[at - 1]?.index !== index);
  return {
    rowsPath: unmask(one.rowsPath),
    datePath: unmask(one.datePath),
    dateFormat: one.dateFormat,
    accountIdPath: one.accountIdPath === null ? null : unmask(one.accountIdPath),
    accountId: one.accountIdPath === null ? UNNAMED_ACCOUNT : null,
    metrics: ordered.map(({ name, path, aggregation }) => ({ name, path: unmask(path), aggregation })),
    describes: ordered.map(({ index }) => index),
  };
}
