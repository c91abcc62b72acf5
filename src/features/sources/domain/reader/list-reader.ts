import { err, ok, type Result } from '../../../../lib/result.ts';
import type { AnswerError } from '../mapper-job.ts';
import { parseJson } from '../parse-json.ts';
import { BYTE, byteQueue } from './bytes.ts';
import { brokenRow, lineGoesOn, linesHoldSeveral, ROW_TOO_LARGE } from './explain-broken.ts';
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
  /** Whether a single row may take several lines: nobody said that each line is a document. */
  readonly mayCrossLines: boolean;
  readonly isAscii: () => boolean;
  /** Next links may be made of the last element. */
  readonly keepLast: boolean;
  readonly onBytes?: ((bytes: Buffer, from: number, to: number) => void) | undefined;
};

/** Large enough that parsing it has little overhead, small enough that memory does not grow. */
const BATCH_BYTES = 64 * 1_024;
const MAX_ROW_BYTES = 64 * 1_024 * 1_024;
const LINE_END = Uint8Array.of(BYTE.newline);

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
  let ended = false;
  /** The first row that goes on behind its line, from 1. */
  let crossedAt = 0;
  /** The elements read so far ended with a comma: another has to follow. */
  let afterComma = false;
  /** The cutter has begun on what the queue holds. Of the batch it is at, positions from the queue's start: */
  let cutting = false;
  let elements = 0;
  let elementFrom = 0;
  let lastFrom = 0;
  let lastTo = 0;

  const consume = (length: number): void => {
    if (!inLines) options.onBytes?.(queue.bytes, queue.start, queue.start + length);
    queue.consume(length);
    cutter.reset();
    cutting = false;
    elements = elementFrom = lastFrom = lastTo = 0;
  };

  /** Parses the batch's elements and hands them on. */
  const parse = (): AnswerError | null => {
    if (elements === 0) return null;
    const { bytes, start } = queue;
    const text = bytes.toString(options.isAscii() ? 'latin1' : 'utf8', start, start + lastTo);
    const parsed = parseJson(`[${text}]`);
    if (!parsed.ok) return brokenRow(text, count);
    const list = parsed.value as unknown[];
    // Two documents with a comma between them are fine in a list, but not in a line.
    if (list.length !== elements) return linesHoldSeveral(count + 1, count + elements);
    if (options.keepLast) last = Uint8Array.prototype.slice.call(bytes, start + lastFrom, start + lastTo);
    count += elements;
    sink.push(list);
    return null;
  };

  /** Of several rows none may go on behind its line; a single one may be the whole answer. */
  const crossing = (rows: number): AnswerError | null => {
    if (crossedAt === 0 && cutter.crossesLines()) crossedAt = rows;
    return crossedAt > 0 && (rows > 1 || !options.mayCrossLines) ? lineGoesOn(crossedAt) : null;
  };

  /** Parses one batch, or with templates one element, of what came. `MORE` when it is not there as a whole. */
  const cut = (single: boolean): AnswerError | 'CUT' | 'MORE' => {
    cutting = true;
    for (;;) {
      const found = cutter.next(queue.bytes, queue.start, queue.end);
      const goesOn = crossing(count + elements + (cutter.isEmpty() ? 0 : 1));
      if (goesOn) return goesOn;
      if (found === 'MORE' && !ended) return queue.end - queue.start > MAX_ROW_BYTES ? ROW_TOO_LARGE : 'MORE';
      const at = Math.min(cutter.at(), queue.end - queue.start);
      const isLast = found === 'END';
      if (!cutter.isEmpty()) {
        elements++;
        lastFrom = elementFrom;
        lastTo = at;
      } else if (!inLines && (!isLast || elements > 0 || afterComma))
        return brokenRow(queue.bytes.toString('utf8', queue.start, queue.start + at + 1), count);
      const isFull = single || at >= BATCH_BYTES || (templates?.wantRows(count + elements) ?? false);
      if (found === 'BOUNDARY' && !isFull && !(ended && queue.start + at + 1 === queue.end)) {
        // Commas instead of line ends make a list of the lines; behind an empty line the line end stays.
        if (inLines && !cutter.isEmpty()) queue.bytes[queue.start + at] = BYTE.comma;
        cutter.pass();
        elementFrom = at + 1;
        continue;
      }
      const wrong = parse();
      if (wrong) return wrong;
      if (single && elements === 1) templates?.learn(queue.bytes, queue.start, queue.start + lastTo);
      consume(Math.min(at + 1, queue.end - queue.start));
      afterComma = !isLast && !inLines;
      done = isLast;
      return 'CUT';
    }
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
    while (!done && queue.start < queue.end) {
      if (!cutting && templates?.areReady()) {
        const outcome = matchRows(templates);
        if (outcome === 'MORE' && !ended) return null;
        if (done || queue.start === queue.end) return null;
      }
      const outcome = cut(templates?.wantRows(count) ?? false);
      if (outcome === 'MORE') return null;
      if (outcome !== 'CUT') return outcome;
    }
    return null;
  };

  return {
    take: (piece) => {
      queue.append(piece);
      // Of lines all bytes count, and before any becomes a comma.
      if (inLines) options.onBytes?.(queue.bytes, queue.end - piece.length, queue.end);
      const wrong = run();
      if (wrong) return err(wrong);
      return ok(done ? Uint8Array.prototype.slice.call(queue.bytes, queue.start, queue.end) : null);
    },
    end: () => {
      if (!inLines || queue.start === queue.end) return ok(null);
      ended = true;
      queue.append(LINE_END);
      const wrong = run() ?? crossing(count);
      return wrong ? err(wrong) : ok(null);
    },
    count: () => count,
    last: () => (last === null ? '' : Buffer.from(last).toString('utf8')),
  };
}
