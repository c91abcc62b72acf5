import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { checkMapping } from '../../src/features/sources/domain/check-mapping.ts';
import { pathEvaluator } from '../../src/features/sources/domain/expression-path.ts';
import { type EmitOn, startExtract } from '../../src/features/sources/domain/extract.ts';
import { findLists } from '../../src/features/sources/domain/find-lists.ts';
import { rowsOf } from '../../src/features/sources/domain/map-answer.ts';
import type { AnswerError, ExtractJob, MapperJob, PreviewJob } from '../../src/features/sources/domain/mapper-job.ts';
import { pagingNotices } from '../../src/features/sources/domain/paging-notices.ts';
import { startPreview } from '../../src/features/sources/domain/preview.ts';
import type { JobResult } from '../../src/features/sources/domain/run-job.ts';
import type { StreamSteps } from '../../src/features/sources/domain/stream-path.ts';
import { err, ok, type Result } from '../../src/lib/result.ts';
import { readAccountCopy, readRowCopy } from './copy-reader.ts';
import { runBytes } from './mappings.ts';

export type RowsJob = MapperJob & (ExtractJob | PreviewJob);

/** All that a job gives, down to the bits it would copy into the database. */
export type Seen =
  | { readonly error: AnswerError['code'] | 'NO_ROWS_FOUND'; readonly message: string }
  | { readonly result: unknown; readonly rows: unknown; readonly accounts: unknown };

/** What the reader makes of a body that comes in pieces. */
export function readStreamed(job: RowsJob, body: Uint8Array, pieceBytes: number | (() => number)): Seen {
  const { result, channels } = runBytes(job, body, pieceBytes);
  return seen(result, channels);
}

/** What it has to make of it: the whole text parsed at once, and every row of it mapped in one go. */
export function readWhole(job: RowsJob, body: Uint8Array): Seen {
  const pieces: Record<number, Uint8Array[]> = {};
  const result = wholeResult(job, body, (channel, bytes) => {
    pieces[channel] = [...(pieces[channel] ?? []), bytes];
  });
  const channels = Object.entries(pieces).map(([channel, list]) => [channel, Buffer.concat(list)]);
  return seen(result, Object.fromEntries(channels));
}

function seen(result: JobResult, channels: Record<number, Buffer>): Seen {
  if (!result.ok) return { error: result.error.code, message: result.error.message };
  // What the whole answer is known by is no part of what was read.
  const { blocks: _, ...read } = result as typeof result & { blocks?: unknown };
  const rows = channels[0] ? readRowCopy(channels[0]) : null;
  return { result: read, rows, accounts: channels[1] ? readAccountCopy(channels[1]) : null };
}

function wholeResult(job: RowsJob, body: Uint8Array, emit: EmitOn): JobResult {
  const checked = checkMapping(job.mapping);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const mapping = checked.value;
  if (!isUtf8(body)) return NOT_JSON;
  const answer = answerOf(
    Buffer.from(body)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
    job.lines,
    mapping.rows.stream,
  );
  if (!answer.ok) return NOT_JSON;
  const list = rowsOf(mapping, answer.value);
  if (!list.ok) return { ok: false, error: list.error };
  const rows = job.kind === 'extract' ? startExtract(mapping, job, emit) : startPreview(mapping, job, emit);
  rows.push(list.value);
  const streamed = mapping.rows.stream && listAt(mapping.rows.stream, answer.value);
  // Without a list of its own to stream, a total is compared with the longest there is.
  const longest = findLists(answer.value)[0]?.length ?? null;
  const listed = streamed ? streamed.length : longest && Math.max(longest, list.value.length);
  return rows.finish(body.length, pagingNotices(answer.value, listed));
}

const NOT_JSON: JobResult = { ok: false, error: { code: 'NOT_JSON', message: '', hint: '' } };

function answerOf(text: string, lines: boolean | null, steps: StreamSteps | null): Result<unknown, null> {
  const whole = lines === true ? err(null) : parsed(text);
  if (whole.ok || lines === false) return whole;
  const documents: unknown[] = [];
  for (const line of text.split('\n')) {
    if (/^[ \t\r]*$/.test(line)) continue;
    const document = parsed(line);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  if (lines === true) return ok(documents);
  if (documents.length < 2) return err(null);
  // Nobody said that lines come. Once a list is read as the rows, what stands behind it cannot make it a line any more.
  const areObjects = steps?.length === 0 && /^[ \t\r\n]*\{/.test(text);
  if (steps && !areObjects && documents.some((document) => listAt(steps, document))) return err(null);
  return ok(documents);
}

function parsed(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

function listAt(steps: StreamSteps, answer: unknown): readonly unknown[] | null {
  const found = pathEvaluator(steps)(answer);
  return Array.isArray(found) ? found : null;
}

export type Verdict = 'SAME' | 'REPEATED_KEY' | 'DIFFERENT';

/**
 * Messages may differ, nothing else may, but for two: a name on the way to the rows that comes again after them is refused, and
 * of an answer with two mistakes (an expression that throws, and broken JSON behind) the one that comes first is told.
 */
export function compare(streamed: Seen, whole: Seen): Verdict {
  if ('error' in streamed && /stands twice in one object/.test(streamed.message)) return 'REPEATED_KEY';
  if (!('error' in streamed) || !('error' in whole)) return isDeepStrictEqual(streamed, whole) ? 'SAME' : 'DIFFERENT';
  const isEarlier = streamed.error === 'EXPRESSION_FAILED' && whole.error === 'NOT_JSON';
  // Of several documents, each in a line, the first had rows.
  if (whole.error.startsWith('ROWS_PATH') && /several JSON documents/.test(streamed.message)) return 'SAME';
  return streamed.error === whole.error || isEarlier ? 'SAME' : 'DIFFERENT';
}

const SIZES = [1, 7, 64, 1_000, 65_536];

/** For each size of pieces with which the reader does not give what it should: both results. */
export function differences(job: RowsJob, body: Uint8Array | string, sizes: readonly number[] = SIZES): string[] {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const whole = readWhole(job, bytes);
  return sizes.flatMap((size) => {
    const streamed = readStreamed(job, bytes, size);
    if (compare(streamed, whole) === 'SAME') return [];
    const shown = Buffer.from(bytes).toString('utf8').slice(-300);
    return [`${size} bytes each: ${JSON.stringify(streamed)} instead of ${JSON.stringify(whole)} of ${shown}`];
  });
}
