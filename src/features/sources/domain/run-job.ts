import { checkMapping, type MappingRefusal } from './check-mapping.ts';
import { type EmitOn, startExtract } from './extract.ts';
import { rowsOf } from './map-answer.ts';
import type {
  AnswerError,
  ExtractResult,
  MapperJob,
  MapperProgress,
  PreviewResult,
  ProbeResult,
} from './mapper-job.ts';
import { startPreview } from './preview.ts';
import { probe } from './probe.ts';

export type JobResult = ProbeResult | PreviewResult | ExtractResult;

/** Small enough that output is sent and progress told while the rest is being mapped. */
const BATCH_ROWS = 2_000;

/** One job over a parsed answer. Pauses after every batch, so that whoever drives it can wait for its output to be taken. */
export function* runJob(
  job: MapperJob,
  answer: unknown,
  bytes: number,
  emit: EmitOn,
): Generator<MapperProgress, JobResult, void> {
  if (job.kind === 'probe') return probe(job, answer, bytes);
  const mapping = checkMapping(job.mapping);
  if (!mapping.ok) return { ok: false, error: staleMapping(mapping.error) };
  const rows = rowsOf(mapping.value, answer);
  if (!rows.ok) return { ok: false, error: rows.error };
  const running =
    job.kind === 'extract' ? startExtract(mapping.value, job, emit) : startPreview(mapping.value, job, emit);
  for (let start = 0; start < rows.value.length; start += BATCH_ROWS) {
    const batch = rows.value.slice(start, start + BATCH_ROWS);
    running.push(batch);
    yield { bytesRead: bytes, rowsMapped: start + batch.length, rowsTotal: rows.value.length };
  }
  return running.finish(bytes);
}

/** Mappings are checked when saved: this one was valid under an older version. */
function staleMapping(refusals: readonly MappingRefusal[]): AnswerError {
  const said = refusals.map(({ field, message }) => `${field.join('.')}: ${message}`).join(' ');
  return { code: 'EXPRESSION_FAILED', message: 'the mapping is no longer valid', hint: said.slice(0, 1_000) };
}
