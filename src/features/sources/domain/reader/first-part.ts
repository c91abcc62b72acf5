import { err, ok, type Result } from '../../../../lib/result.ts';
import { utf8Gate } from '../../../../lib/utf8.ts';
import { classifyBytes, classifyText } from '../classify-text.ts';
import type { AnswerError } from '../mapper-job.ts';
import { parseJson, whatIsWrong } from '../parse-json.ts';
import { type BodyRead, bodyReader, linesOf } from './body-reader.ts';
import { isBlank } from './bytes.ts';

/** An answer of which the first part may be all that is looked at. */
export type FirstPart = { readonly answer: unknown; readonly isWhole: boolean };

export type FirstPartReader = {
  readonly take: (piece: Uint8Array) => AnswerError | null;
  readonly end: () => Result<FirstPart, AnswerError>;
};

/** More than any sample shows of an answer. */
const PART_BYTES = 4 * 1_024 * 1_024;

/**
 * Reads an answer to show what it looks like: all of it, or of a large one the first part, closed where it was cut. What comes
 * behind that part is counted and let go; whether it is sound, mapping will tell.
 */
export function firstPartReader(lines: boolean | null): FirstPartReader {
  const gate = utf8Gate();
  const pieces: Uint8Array[] = [];
  let held = 0;
  let bytes = 0;
  let lastByte = 0;
  return {
    take: (piece) => {
      bytes += piece.length;
      if (held < PART_BYTES) {
        pieces.push(piece);
        held += piece.length;
      }
      for (let at = piece.length - 1; at >= 0; at--) {
        if (isBlank(piece[at] as number)) continue;
        lastByte = piece[at] as number;
        break;
      }
      return gate.take(piece) ? null : classifyBytes(pieces[0] ?? piece);
    },
    end: () => {
      if (bytes === held) return readAll(pieces, lines);
      const text = Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\ufeff/, '');
      const answer = partOf(text, lines);
      if (answer === undefined) return err(classifyText(text, bytes, whatIsWrong(text)));
      if (!CLOSES.includes(lastByte)) return err(classifyText(text, bytes, 'Unexpected end of JSON input'));
      return ok({ answer, isWhole: false });
    },
  };
}

/** `}` and `]` */
const CLOSES = [0x7d, 0x5d];

function readAll(pieces: readonly Uint8Array[], lines: boolean | null): Result<FirstPart, AnswerError> {
  const body = bodyReader({ steps: null, lines, keepLast: false }, { push: () => {}, templates: null });
  for (const piece of pieces) {
    const wrong = body.take(piece);
    if (wrong) return err(wrong);
  }
  const read = body.end();
  return read.ok ? ok({ answer: answerOf(read.value), isWhole: true }) : read;
}

const answerOf = (read: BodyRead): unknown => (read.kind === 'WHOLE' ? read.answer : read.envelope);

/** What the beginning of a text holds as JSON; undefined when it is none. */
function partOf(text: string, lines: boolean | null): unknown {
  const closed = lines === true ? null : parseJson(closedPart(text));
  if (closed?.ok) return closed.value;
  if (lines === false) return undefined;
  const documents = linesOf(text.slice(0, text.lastIndexOf('\n') + 1));
  return documents && documents.length > 0 ? documents : undefined;
}

const BRACKETS = ['{', '[', ']', '}'];

/** Cut behind the last value that is whole, or the last bracket, with every bracket closed that is open there. */
export function closedPart(text: string): string {
  const open: string[] = [];
  let cut = 0;
  let openAtCut = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === ',') {
      cut = at;
      openAtCut = open.length;
    } else if (BRACKETS.includes(character ?? '')) {
      if (character === '{' || character === '[') open.push(character);
      else open.pop();
      cut = at + 1;
      openAtCut = open.length;
    }
  }
  const closing = open.slice(0, openAtCut).toReversed();
  return text.slice(0, cut) + closing.map((character) => (character === '{' ? '}' : ']')).join('');
}
