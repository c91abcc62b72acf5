import { err, ok, type Result } from '../../../../lib/result.ts';
import { utf8Gate } from '../../../../lib/utf8.ts';
import { classifyBytes, classifyText } from '../classify-text.ts';
import type { AnswerError } from '../mapper-job.ts';
import { parseJson } from '../parse-json.ts';
import type { StreamSteps } from '../stream-path.ts';
import { BYTE, isBlank } from './bytes.ts';
import { type Envelope, envelopeReader } from './envelope.ts';
import { type ElementSink, type ListReader, listReader } from './list-reader.ts';

/** How one body is to be read. */
export type BodyPlan = {
  /** Where the list stands whose elements are handed on as they come; null when the whole answer is needed at once. */
  readonly steps: StreamSteps | null;
  /** Whether each line is a JSON document (NDJSON); null when nobody said. */
  readonly lines: boolean | null;
  readonly keepLast: boolean;
  readonly onBytes?: ((bytes: Buffer, from: number, to: number) => void) | undefined;
};

/** What is left of a body when its elements have been handed on. */
export type BodyRead =
  /** The answer with no more than the last of its elements in the list, and how many there were. */
  | { readonly kind: 'STREAMED'; readonly envelope: unknown; readonly elements: number }
  /** No list stood where it should, or none can be streamed: the answer itself. */
  | { readonly kind: 'WHOLE'; readonly answer: unknown };

export type BodyReader = {
  readonly take: (piece: Uint8Array) => AnswerError | null;
  readonly end: () => Result<BodyRead, AnswerError>;
};

/** Of what has to be held: the whole answer, or all of it but its rows. */
export const MAX_DOCUMENT_BYTES = 256 * 1_024 * 1_024;

const TOO_LARGE: AnswerError = {
  code: 'ANSWER_TOO_COSTLY',
  message: 'more than 256 MB of the answer have to be held at once',
  hint: 'Only a list that rows_path leads to straight, as in data.rows or data.rows[?…], is read as it comes.',
};

type Stage =
  /** Nothing but blanks so far. */
  | { readonly at: 'START' }
  | { readonly at: 'ENVELOPE'; readonly envelope: Envelope }
  | { readonly at: 'LIST'; readonly envelope: Envelope; readonly list: ListReader }
  | { readonly at: 'LINES'; readonly list: ListReader }
  | { readonly at: 'WHOLE'; readonly pieces: Uint8Array[] };

/** Reads one body out of pieces cut anywhere: hands on the elements of the list at `steps`, and keeps the rest. */
export function bodyReader(plan: BodyPlan, sink: ElementSink): BodyReader {
  const gate = utf8Gate();
  let head: Buffer = Buffer.alloc(0);
  let stage: Stage = { at: 'START' };
  let held = 0;
  let bytes = 0;
  let list: ListReader | null = null;

  const openList = (division: 'LIST' | 'LINES', keepLast: boolean): ListReader => {
    const mayCrossLines = plan.lines === null;
    list = listReader(sink, { division, mayCrossLines, isAscii: gate.isAscii, keepLast, onBytes: plan.onBytes });
    return list;
  };

  /** Decided by the first byte that is no blank; a byte order mark before it is dropped. */
  const begin = (): AnswerError | null => {
    const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    const text = marked ? head.subarray(3) : head;
    const first = text.find((byte) => !isBlank(byte));
    if (first === undefined) {
      // Blanks are not kept, or many small pieces of them would be joined again and again.
      head = head.subarray(0, marked ? 3 : 1);
      return null;
    }
    if (first === 0xef && head.length < 3) return null;
    const { steps, lines } = plan;
    if (!steps || (lines === true && steps.length > 0)) stage = { at: 'WHOLE', pieces: [] };
    else if (lines === true) stage = { at: 'LINES', list: openList('LINES', plan.keepLast) };
    // A list was expected: one object may be the first of many lines.
    else if (lines === null && steps.length === 0 && first === BYTE.openObject)
      stage = { at: 'LINES', list: openList('LINES', true) };
    else stage = { at: 'ENVELOPE', envelope: envelopeReader(steps) };
    return advance(text);
  };

  const advance = (piece: Uint8Array): AnswerError | null => {
    if (piece.length === 0) return null;
    switch (stage.at) {
      case 'START':
        head = Buffer.concat([head, piece]);
        return begin();
      case 'WHOLE':
        held += piece.length;
        stage.pieces.push(piece);
        return held > MAX_DOCUMENT_BYTES ? TOO_LARGE : null;
      case 'LINES': {
        const taken = stage.list.take(piece);
        return taken.ok ? null : taken.error;
      }
      case 'LIST': {
        const taken = stage.list.take(piece);
        if (!taken.ok) return taken.error;
        if (taken.value === null) return null;
        stage.envelope.close(stage.list.last());
        stage = { at: 'ENVELOPE', envelope: stage.envelope };
        return advance(taken.value);
      }
      case 'ENVELOPE': {
        const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
        const behind = stage.envelope.take(buffer, 0, buffer.length);
        held += behind ?? piece.length;
        if (held > MAX_DOCUMENT_BYTES) return TOO_LARGE;
        if (behind === null) return null;
        stage = { at: 'LIST', envelope: stage.envelope, list: openList('LIST', plan.keepLast) };
        return advance(piece.subarray(behind));
      }
    }
  };

  const end = (): Result<BodyRead, AnswerError> => {
    if (!gate.end()) return err(classifyBytes(head));
    switch (stage.at) {
      case 'START':
        return plan.lines === true ? ok({ kind: 'STREAMED', envelope: [], elements: 0 }) : wholeOf([head]);
      case 'WHOLE':
        return wholeOf(stage.pieces);
      case 'LIST':
        return err(classifyText(stage.envelope.bytes().toString('utf8'), bytes, 'Unexpected end of JSON input'));
      case 'ENVELOPE':
        return endOfEnvelope(stage.envelope);
      case 'LINES': {
        const ended = stage.list.end();
        if (!ended.ok) return ended;
        const elements = stage.list.count();
        const lastJson = stage.list.last();
        // One document, and nobody said that it is a line: the answer is this object.
        if (plan.lines === null && elements === 1) return ok({ kind: 'WHOLE', answer: JSON.parse(lastJson) });
        return ok({ kind: 'STREAMED', envelope: lastJson === '' ? [] : [JSON.parse(lastJson)], elements });
      }
    }
  };

  const endOfEnvelope = (envelope: Envelope): Result<BodyRead, AnswerError> => {
    if (!envelope.hasRows()) return wholeOf([envelope.bytes()]);
    const text = decode(envelope.bytes());
    const parsed = parseJson(text);
    if (!parsed.ok) return err(classifyText(text, bytes, parsed.error));
    const repeated = envelope.repeatedKey();
    if (repeated !== null) return err(repeatedKey(repeated));
    return ok({ kind: 'STREAMED', envelope: parsed.value, elements: list?.count() ?? 0 });
  };

  const wholeOf = (pieces: readonly Uint8Array[]): Result<BodyRead, AnswerError> => {
    const text = decode(Buffer.concat(pieces));
    const parsed = parseJson(text);
    if (parsed.ok && !(plan.lines === true)) return ok({ kind: 'WHOLE', answer: parsed.value });
    const documents = plan.lines === false ? null : linesOf(text);
    if (documents && (plan.lines === true || documents.length > 1)) return ok({ kind: 'WHOLE', answer: documents });
    return err(parsed.ok ? classifyText(text, bytes, '') : classifyText(text, bytes, parsed.error));
  };

  const decode = (all: Buffer): string => all.toString(gate.isAscii() ? 'latin1' : 'utf8');

  return {
    take: (piece) => {
      bytes += piece.length;
      if (head.length < 4 && stage.at !== 'START') head = Buffer.concat([head, piece.subarray(0, 4)]);
      if (!gate.take(piece)) return classifyBytes(head.length > 0 ? head : piece);
      return advance(piece);
    },
    end,
  };
}

/** Each line as a document; null when one of them is none. */
export function linesOf(text: string): unknown[] | null {
  const documents: unknown[] = [];
  for (const line of text.split('\n')) {
    if (/^[ \t\r]*$/.test(line)) continue;
    const parsed = parseJson(line);
    if (!parsed.ok) return null;
    documents.push(parsed.value);
  }
  return documents;
}

const repeatedKey = (key: string): AnswerError => ({
  code: 'NOT_JSON',
  message: `the name ${JSON.stringify(key.slice(0, 40))} on the way to the rows stands twice in one object`,
  hint: 'Which of the two counts is not defined (RFC 8259, section 4): let the endpoint send it once.',
});
