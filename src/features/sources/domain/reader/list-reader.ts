import { err, ok, type Result } from '../../../../lib/result.ts';
import type { AnswerError } from '../mapper-job.ts';
import { BYTE, byteQueue, isBlank } from './bytes.ts';
import { brokenRow, ROW_TOO_LARGE } from './explain-broken.ts';
import { type Division, rowCutter } from './row-cutter.ts';
import type { RowTemplates } from './row-templates.ts';

/** Takes the elements of a list, in their order. */
export type ElementSink = {
  readonly push: (elements: readonly unknown[]) => void;
  /** Reads elements that look like the ones before without parsing them; null where they have to be parsed. */
  readonly templates: RowTemplates | null;
};

export type ListReader = {
  /** Takes bytes until the list ends; then gives back the ones behind it. */
  readonly take: (piece: Uint8Array) => Result<Uint8Array | null, AnswerError>;
  /** The body has ended; the last line needs no line end. */
  readonly end: () => Result<null, AnswerError>;
  readonly count: () => number;
  /** The last element as JSON, when it was to be kept; empty when there was none. */
  readonly last: () => string;
};

export type ListOptions = {
  readonly division: Division;
  readonly isAscii: () => boolean;
  /** Next links may be made of the last element. */
  readonly keepLast: boolean;
  readonly onBytes?: ((bytes: Buffer, from: number, to: number) => void) | undefined;
};

/** Large enough that parsing it has little overhead, small enough that memory does not grow. */
const BATCH_BYTES = 64 * 1_024;
const MAX_ROW_BYTES = 64 * 1_024 * 1_024;

/** Reads the elements of one list out of bytes that come in pieces: parsed in batches or, where it can be, by template. */
export function listReader(sink: ElementSink, options: ListOptions): ListReader {
  const { templates } = sink;
  const { division } = options;
  const inLines = division === 'LINES';
  const queue = byteQueue();
  const cutter = rowCutter(division);
  let count = 0;
  let last: Uint8Array | null = null;
  let done = false;
  /** The elements read so far ended with a comma: another has to follow. */
  let afterComma = false;
  /** The cutter has begun on what the queue holds, and passed boundaries in it. */
  let cutting = false;
  let passed = false;

  const consume = (length: number): void => {
    options.onBytes?.(queue.bytes, queue.start, queue.start + length);
    queue.consume(length);
    cutter.reset();
    cutting = false;
    passed = false;
  };

  const parse = (length: number): AnswerError | null => {
    const { bytes, start } = queue;
    const text = bytes.toString(options.isAscii() ? 'latin1' : 'utf8', start, start + length);
    const elements = parsed(`[${text}]`);
    if (!elements) return brokenRow(text, count);
    if (options.keepLast && elements.length > 0) last = Buffer.from(JSON.stringify(elements.at(-1)));
    count += elements.length;
    sink.push(elements);
    return null;
  };

  /** Parses one batch, or with templates one element, of what came. `MORE` when it is not there as a whole. */
  const cut = (single: boolean): AnswerError | 'CUT' | 'MORE' => {
    cutting = true;
    for (;;) {
      const found = cutter.next(queue.bytes, queue.start, queue.end);
      const at = cutter.at();
      if (found === 'MORE') return queue.end - queue.start > MAX_ROW_BYTES ? ROW_TOO_LARGE : 'MORE';
      const isLast = found === 'END';
      const missing = cutter.isEmpty() && !inLines && (!isLast || passed || afterComma);
      if (missing) return brokenRow(queue.bytes.toString('utf8', queue.start, queue.start + at + 1), count);
      // Commas instead of line ends make a list of the lines; behind an empty line the line end stays.
      if (inLines && !cutter.isEmpty()) queue.bytes[queue.start + at] = BYTE.comma;
      if (!isLast && !single && at < BATCH_BYTES) {
        cutter.pass();
        passed = true;
        continue;
      }
      const length = inLines ? withoutLastComma(at) : at;
      const wrong = parse(length);
      if (wrong) return wrong;
      if (single) templates?.learn(queue.bytes, queue.start, queue.start + length);
      consume(at + 1);
      afterComma = !isLast && !inLines;
      done = isLast;
      return 'CUT';
    }
  };

  const withoutLastComma = (length: number): number => {
    let end = length;
    while (end > 0 && isBlank(queue.bytes[queue.start + end - 1] as number)) end--;
    return end > 0 && queue.bytes[queue.start + end - 1] === BYTE.comma ? end - 1 : end;
  };

  const matchRows = (rows: RowTemplates): 'MISS' | 'MORE' => {
    const matched = rows.run(queue, inLines, afterComma);
    count += matched.rows;
    if (matched.rows > 0) {
      afterComma = matched.afterComma;
      const { bytes, start } = queue;
      if (options.keepLast)
        last = Uint8Array.prototype.slice.call(bytes, start + matched.lastFrom, start + matched.lastTo);
    }
    if (matched.consumed > 0) consume(matched.consumed);
    done = matched.outcome === 'END';
    return matched.outcome === 'MISS' ? 'MISS' : 'MORE';
  };

  const run = (): AnswerError | null => {
    while (!done) {
      if (!cutting && templates?.areReady() && matchRows(templates) === 'MORE') return null;
      const outcome = cut(templates?.wantRows(count) ?? false);
      if (outcome === 'MORE') return null;
      if (outcome !== 'CUT') return outcome;
    }
    return null;
  };

  return {
    take: (piece) => {
      queue.append(piece);
      const wrong = run();
      if (wrong) return err(wrong);
      return ok(done ? Uint8Array.prototype.slice.call(queue.bytes, queue.start, queue.end) : null);
    },
    end: () => {
      if (!inLines || queue.start === queue.end) return ok(null);
      const wrong = parse(withoutLastComma(queue.end - queue.start));
      if (wrong) return err(wrong);
      consume(queue.end - queue.start);
      return ok(null);
    },
    count: () => count,
    last: () => (last === null ? '' : Buffer.from(last).toString('utf8')),
  };
}

function parsed(text: string): unknown[] | null {
  try {
    return JSON.parse(text) as unknown[];
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
