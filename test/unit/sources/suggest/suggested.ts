import type { SuggestJob, SuggestResult, ValuesJob } from '../../../../src/features/sources/domain/mapper-job.ts';
import { startJob } from '../../../../src/features/sources/domain/run-job.ts';

export const WINDOW = { from: '2026-03-05', to: '2026-03-11' };

type SampleJob = SuggestJob | ValuesJob;

export const runSample = (job: SampleJob, answer: unknown): unknown => runText(job, JSON.stringify(answer));

/** Asks as the mapper child is asked. */
export function runText(job: SampleJob, json: string): unknown {
  const started = startJob({ ...job, lines: null, paging: null }, () => {});
  if (!started.ok) throw new Error(started.error.message);
  started.value.take(Buffer.from(json));
  const work = started.value.endBody();
  let step = work.next();
  while (!step.done) step = work.next();
  if (!step.value.ok) throw new Error(step.value.error.message);
  return started.value.finish();
}

export const trySuggest = (
  answer: unknown,
  descriptions: readonly string[],
  more: Partial<SuggestJob> = {},
): SuggestResult =>
  runSample(
    { kind: 'suggest', descriptions, knownIds: [], window: WINDOW, proposed: [], first: 100, ...more },
    answer,
  ) as SuggestResult;

export function suggested(answer: unknown, descriptions: readonly string[], more: Partial<SuggestJob> = {}) {
  const result = trySuggest(answer, descriptions, more);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.hint}`);
  const { suggestion, preview } = result;
  return {
    ...result,
    mapping: suggestion.mapping,
    paths: suggestion.mapping.metrics.map(({ path }) => path),
    warned: suggestion.warnings.map(({ code }) => code),
    stored: preview.result.map(({ externalId, day, values }) => [externalId, day, ...values]),
  };
}
