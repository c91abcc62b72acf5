import type { MapperJob, PreviewResult } from '../../src/features/sources/domain/mapper-job.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import { type JobResult, startJob } from '../../src/features/sources/domain/run-job.ts';
import { type JudgedShape, type StoredRow, WINDOW } from './shape.ts';

/** More pairs of day and account than any shape has: what is too many must show. */
const FIRST = 100;

export function runJob(job: MapperJob, bytes: Uint8Array): JobResult {
  const started = startJob(job, () => {});
  if (!started.ok) return { ok: false, error: started.error };
  const wrong = started.value.take(bytes);
  if (wrong) return { ok: false, error: wrong };
  const work = started.value.endBody();
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.ok ? started.value.finish() : { ok: false, error: step.value.error };
}

export const bytesOf = (shape: JudgedShape): Uint8Array => Buffer.from(JSON.stringify(shape.answer));

export const previewOf = (mapping: Mapping, bytes: Uint8Array, window = WINDOW): PreviewResult =>
  runJob({ kind: 'preview', mapping, window, first: FIRST, lines: null, paging: null }, bytes) as PreviewResult;

/** Null when the mapping stores exactly what is expected; otherwise the first difference, for people. */
export function missOf(shape: JudgedShape, mapping: Mapping, bytes: Uint8Array): string | null {
  const preview = previewOf(mapping, bytes, shape.window);
  if (!preview.ok) return `${preview.error.code}: ${preview.error.message}. ${preview.error.hint}`;
  const stored = preview.result
    .filter(({ externalId }) => !shape.sentinels?.includes(externalId))
    .map(({ externalId, day, values }): StoredRow => [externalId, day, ...values]);
  // Nothing in such an answer says whose usage it is: any one account is right.
  const anyAccount = shape.mapping.accountId !== null;
  if (anyAccount && new Set(stored.map(([id]) => id)).size > 1) return 'more than one account, where there is only one';
  const keyOf = ([id, day, ...values]: StoredRow) =>
    [anyAccount ? '*' : id, day, ...values.map(roundedText)].join(' | ');
  const [wanted, got] = [new Set(shape.expected.map(keyOf)), new Set(stored.map(keyOf))];
  const lacking = [...wanted].filter((key) => !got.has(key));
  const surplus = [...got].filter((key) => !wanted.has(key));
  if (lacking.length + surplus.length === 0) return null;
  const { counts, problems } = preview;
  const said = problems[0] ? `; ${problems[0].message} (${problems[0].value})` : '';
  return `expected ${lacking[0] ?? 'no more'}, got ${surplus[0] ?? 'nothing'}; ${lacking.length} of ${wanted.size} rows lacking, ${surplus.length} too many, ${counts.errors} errors, ${counts.skipped} skipped${said}`;
}

/** Sums in another order differ in their last digits. */
const roundedText = (value: number | null): string => (value === null ? 'none' : String(Number(value.toPrecision(12))));
