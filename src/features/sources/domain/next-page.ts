import { err, ok, type Result } from '../../../lib/result.ts';
import { compileExpression } from './expression.ts';
import { runtimeHint } from './expression-hints.ts';
import type { AnswerError, PagingJob } from './mapper-job.ts';
import { shorten } from './shorten.ts';

/** What `nextPath` gives on the answer: a link or a cursor, or nothing on the last page. */
export function nextOf({ nextPath }: PagingJob, answer: unknown): Result<string | number | null, AnswerError> {
  if (nextPath === null) return ok(null);
  const compiled = compileExpression(nextPath);
  if (!compiled.ok) return err(failed(nextPath, `${compiled.error.message}. ${compiled.error.hint}`));
  let next: unknown;
  try {
    next = compiled.value.evaluate(answer);
  } catch (error) {
    return err(failed(nextPath, runtimeHint(nextPath, error)));
  }
  if (next === null || next === '' || next === false) return ok(null);
  if (Number.isInteger(next) && !Number.isSafeInteger(next)) return err(failed(nextPath, TOO_LONG));
  if (typeof next === 'string' || (typeof next === 'number' && Number.isFinite(next))) return ok(next);
  return err(
    failed(nextPath, `It gave ${shorten(next)}: it has to give a text, a number, or nothing on the last page.`),
  );
}

/** What was read of it is another number, and would call another page. */
const TOO_LONG = 'It gave a whole number beyond 9007199254740991, which is not read exactly: use one written as text.';

const failed = (path: string, hint: string): AnswerError => ({
  code: 'PAGING_FAILED',
  message: `the path ${path.slice(0, 80)} of the next page failed`,
  hint,
});

/** Notes what a page consists of, so that one that comes again is known again. */
export type PageWatch = {
  readonly addBytes: (bytes: Uint8Array, from: number, to: number) => void;
  readonly digest: () => string;
};

/** FNV-1a, twice with different beginnings: enough to tell pages of one endpoint apart, and nobody gains by a collision. */
export function watchPage(): PageWatch {
  let [a, b] = [0x811c9dc5, 0x01000193];
  let length = 0;
  const add = (byte: number) => {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b + byte, 0x5bd1e995) ^ (b >>> 13);
    length++;
  };
  return {
    addBytes: (bytes, from, to) => {
      for (let at = from; at < to; at++) add(bytes[at] as number);
    },
    digest: () => `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}-${length}`,
  };
}
