import { parseJson } from '../parse-json.ts';
import { BYTE } from './bytes.ts';

/**
 * Reads everything of an answer that stands around its list of rows. What is kept of it is valid JSON exactly when the answer
 * is, apart from the rows: JSON.parse of it is the proof, and next links, totals and flags are found in it.
 */
export type Envelope = {
  /** Reads from `at` on; returns the position after the `[` of the rows, or null when the piece has no (more) rows. */
  readonly take: (bytes: Buffer, at: number, end: number) => number | null;
  /** Puts a list of this text in the place of the rows. */
  readonly close: (rows: string) => void;
  readonly hasRows: () => boolean;
  /** Whether the list was found and its name came once more: which of the two counts, nobody can say. */
  readonly repeatedKey: () => string | null;
  readonly bytes: () => Buffer;
};

type Step = string | number;
type Frame = { readonly isObject: boolean; index: number; key: string | null };

/** An expression has at most 1,000 characters, and each may be written as six. */
const KEY_BYTES = 8_192;

export function envelopeReader(steps: readonly Step[]): Envelope {
  const kept: Uint8Array[] = [];
  /** Of objects and lists that lead to the rows; deeper ones are only counted. */
  const frames: Frame[] = [];
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** Bytes of a text that may be a key on the way to the rows; null when it cannot be. */
  let text: number[] | null = null;
  let lastText: string | null = null;
  let found = false;
  let repeated: string | null = null;

  /** The frame whose members are being read, when it lies on the way to the rows. */
  const top = (): Frame | null => (depth === frames.length ? (frames.at(-1) ?? null) : null);
  const leadsOn = (frame: Frame, level: number): boolean => {
    const step = steps[level];
    return frame.isObject ? typeof step === 'string' && frame.key === step : frame.index === step;
  };

  const open = (isObject: boolean): boolean => {
    const frame = top();
    const onTheWay = depth === 0 ? frames.length === 0 : frame !== null && leadsOn(frame, frames.length - 1);
    const isRows = onTheWay && frames.length === steps.length;
    if (isRows && !isObject && !found) {
      found = true;
      return true;
    }
    if (onTheWay && frames.length < steps.length) frames.push({ isObject, index: 0, key: null });
    depth++;
    return false;
  };

  const shut = (): void => {
    if (depth === 0) return;
    if (depth === frames.length) frames.pop();
    depth--;
  };

  const named = (): void => {
    const frame = top();
    if (!frame?.isObject) return;
    frame.key = lastText;
    if (found && lastText !== null && lastText === steps[frames.length - 1]) repeated ??= lastText;
  };

  /** Until the end of a text, or of the piece. */
  const takeText = (bytes: Buffer, from: number, end: number): number => {
    let at = from;
    while (at < end) {
      const byte = bytes[at++] as number;
      if (escaped) escaped = false;
      else if (byte === BYTE.backslash) escaped = true;
      else if (byte === BYTE.quote) {
        inText = false;
        lastText = text === null ? null : parsedKey(text);
        break;
      }
      if (text !== null && text.push(byte) > KEY_BYTES) text = null;
    }
    return at;
  };

  const take = (bytes: Buffer, from: number, end: number): number | null => {
    let at = from;
    const keep = () => kept.push(Uint8Array.prototype.slice.call(bytes, from, at));
    while (at < end) {
      if (inText) {
        at = takeText(bytes, at, end);
        continue;
      }
      const byte = bytes[at++] as number;
      switch (byte) {
        case BYTE.quote:
          inText = true;
          text = top()?.isObject ? [] : null;
          lastText = null;
          break;
        case BYTE.colon:
          named();
          break;
        case BYTE.comma: {
          const frame = top();
          if (frame) {
            frame.index++;
            frame.key = null;
          }
          break;
        }
        case BYTE.openObject:
          open(true);
          break;
        case BYTE.openList:
          if (!open(false)) break;
          keep();
          return at;
        case BYTE.closeObject:
        case BYTE.closeList:
          shut();
          break;
      }
    }
    if (at > from) keep();
    return null;
  };

  return {
    take,
    close: (rows) => kept.push(Buffer.from(`${rows}]`)),
    hasRows: () => found,
    repeatedKey: () => repeated,
    bytes: () => Buffer.concat(kept),
  };
}

function parsedKey(bytes: readonly number[]): string | null {
  const parsed = parseJson(`"${Buffer.from(bytes).toString('utf8')}"`);
  return parsed.ok ? (parsed.value as string) : null;
}
