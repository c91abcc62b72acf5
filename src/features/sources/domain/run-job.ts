import { err, ok, type Result } from '../../../lib/result.ts';
import { type CompiledMapping, checkMapping, type MappingRefusal } from './check-mapping.ts';
import { compareRun, keepBlocks } from './compare-answer.ts';
import { type EmitOn, type RowJob, startExtract } from './extract.ts';
import { findLists } from './find-lists.ts';
import { MAX_ROWS, rowsOf, tooManyRows } from './map-answer.ts';
import type {
  AnswerError,
  CompareResult,
  ExtractResult,
  MapperJob,
  MapperProgress,
  PageRead,
  PreviewResult,
  ProbeResult,
  SuggestResult,
  ValuesResult,
} from './mapper-job.ts';
import { nextOf, type PageWatch, watchPage } from './next-page.ts';
import { pagingNotices } from './paging-notices.ts';
import { startPreview } from './preview.ts';
import { probe } from './probe.ts';
import { type BodyRead, type BodyReader, bodyReader } from './reader/body-reader.ts';
import { type FirstPart, firstPartReader } from './reader/first-part.ts';
import type { ElementSink } from './reader/list-reader.ts';
import { readsByTemplate } from './reader/template-rows.ts';
import { documentAround } from './stream-path.ts';
import { sampleRun } from './suggest/sample-run.ts';

export type JobResult = ProbeResult | PreviewResult | ExtractResult | CompareResult | ValuesResult | SuggestResult;

/** One job over a body, or over several that are one answer. */
export type JobRun = {
  /** Whether there may be another body after each, until `finish` is called. */
  readonly isPaged: boolean;
  /** Whether expressions of strangers are evaluated, which may take for ever; plain paths are not. */
  readonly evaluates: boolean;
  /** Bytes of the body at hand, cut anywhere. What it gives back ends the job. */
  readonly take: (piece: Uint8Array) => AnswerError | null;
  /** Whether the rest of the body makes no difference any more: `finish` may be called. */
  readonly isSettled: () => boolean;
  /** The body at hand has ended. Pauses now and then, so that whoever drives it can wait for its output to be taken. */
  readonly endBody: () => Generator<void, Result<PageRead, AnswerError>, void>;
  readonly finish: () => JobResult;
  readonly progress: () => MapperProgress;
};

/** Small enough that output is sent and progress told while the rest is being mapped. */
const BATCH_ROWS = 2_000;

export function startJob(job: MapperJob, emit: EmitOn): Result<JobRun, AnswerError> {
  if (job.kind === 'probe') return ok(probeRun(job));
  if (job.kind === 'compare') return ok(compareRun(job));
  if (job.kind === 'values' || job.kind === 'suggest') return ok(sampleRun(job, emit));
  const mapping = checkMapping(job.mapping);
  if (!mapping.ok) return err(staleMapping(mapping.error));
  const rows = job.kind === 'extract' ? startExtract(mapping.value, job, emit) : startPreview(mapping.value, job, emit);
  return ok(rowRun(job, mapping.value, rows));
}

type RowWork = Extract<MapperJob, { kind: 'preview' | 'extract' }>;

function rowRun(job: RowWork, mapping: CompiledMapping, rows: RowJob<PreviewResult | ExtractResult>): JobRun {
  const notices = new Set<string>();
  let bytes = 0;
  let total: number | null = null;
  let failure: AnswerError | null = null;
  const blocks = job.kind === 'extract' && !job.paging ? keepBlocks() : null;
  let watch: PageWatch = watchPage();

  const { stream } = mapping.rows;
  const isHeld = !stream || (job.lines === true && stream.length > 0);

  const pushRows = (list: readonly unknown[]): void => {
    const count = rows.count() + list.length;
    if (count > MAX_ROWS) failure ??= tooManyRows(count);
    else rows.push(list);
  };
  const sink: ElementSink = {
    // An expression that runs over elements for themselves gives of some of them its result of those.
    push: (elements) => {
      if (failure) return;
      // A path gives no more rows than the answer has.
      if (mapping.rows.steps) return rows.push(elements);
      const part = rowsOf(mapping, documentAround(mapping.rows.stream ?? [], elements));
      if (part.ok) pushRows(part.value);
      else failure = part.error;
    },
    templates: rows.templates,
  };
  const openBody = (): BodyReader =>
    bodyReader(
      {
        steps: mapping.rows.stream,
        lines: job.lines,
        keepLast: job.paging !== null,
        onBytes: job.paging ? watch.addBytes : undefined,
      },
      sink,
    );
  let body = openBody();

  /** Everything that is read only when the answer is there as a whole. */
  function* mapWhole(answer: unknown): Generator<void, AnswerError | null, void> {
    const list = rowsOf(mapping, answer);
    if (!list.ok) return list.error;
    total = rows.count() + list.value.length;
    for (let start = 0; start < list.value.length && !failure; start += BATCH_ROWS) {
      pushRows(list.value.slice(start, start + BATCH_ROWS));
      yield;
    }
    return failure;
  }

  return {
    isPaged: job.paging !== null,
    evaluates: !readsByTemplate(mapping) || (job.paging?.nextPath ?? null) !== null,
    isSettled: () => false,
    take: (piece) => {
      bytes += piece.length;
      blocks?.add(piece);
      // Otherwise the reader says which of the bytes are rows.
      if (job.paging && isHeld) watch.addBytes(piece, 0, piece.length);
      return body.take(piece) ?? failure;
    },
    *endBody() {
      const before = rows.count();
      const read = body.end();
      if (!read.ok) return read;
      if (read.value.kind === 'WHOLE') {
        const wrong = yield* mapWhole(read.value.answer);
        if (wrong) return err(wrong);
      }
      if (failure) return err(failure);
      const { envelope, elements, listed } = seen(read.value, rows.count() - before);
      if (!job.paging) for (const notice of pagingNotices(envelope, listed)) notices.add(notice);
      const next = job.paging ? nextOf(job.paging, envelope) : ok(null);
      if (!next.ok) return next;
      const page = { elements, next: next.value, digest: watch.digest() };
      watch = watchPage();
      body = openBody();
      return ok(page);
    },
    finish: () => {
      const result = rows.finish(bytes, [...notices]);
      const kept = blocks?.end();
      return kept && result.ok ? { ...result, blocks: kept } : result;
    },
    progress: () => ({ bytesRead: bytes, rowsMapped: rows.count(), rowsTotal: total }),
  };
}

/** `listed` is what a total is compared with; null with nothing. */
function seen(read: BodyRead, rows: number) {
  if (read.kind === 'STREAMED') return { ...read, listed: read.elements };
  // Rows made of an answer without a list, such as the answer itself, may well hold figures that are called totals.
  const longest = findLists(read.answer)[0]?.length ?? null;
  return { envelope: read.answer, elements: rows, listed: longest && Math.max(longest, rows) };
}

function probeRun(job: Extract<MapperJob, { kind: 'probe' }>): JobRun {
  const reader = firstPartReader(job.lines);
  let bytes = 0;
  let part: FirstPart = { answer: null, isWhole: true };
  return {
    isPaged: false,
    evaluates: (job.paging?.nextPath ?? null) !== null,
    isSettled: () => false,
    take: (piece) => {
      bytes += piece.length;
      return reader.take(piece);
    },
    *endBody() {
      const read = reader.end();
      if (!read.ok) return read;
      part = read.value;
      yield;
      return ok({ elements: 0, next: null, digest: '' });
    },
    finish: () => probe(job, job.paging, part, bytes),
    progress: () => ({ bytesRead: bytes, rowsMapped: 0, rowsTotal: null }),
  };
}

/** Mappings are checked when saved: this one was valid under an older version. */
function staleMapping(refusals: readonly MappingRefusal[]): AnswerError {
  const said = refusals.map(({ field, message }) => `${field.join('.')}: ${message}`).join(' ');
  return { code: 'EXPRESSION_FAILED', message: 'the mapping is no longer valid', hint: said.slice(0, 1_000) };
}
