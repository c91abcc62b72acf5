import { BYTE, isBlank, isDigit } from './bytes.ts';

/** What a scalar of a row is read for. */
export const TARGET = { none: -1, account: -2, date: -3 } as const;

/** Which scalars of a row are wanted: the path's steps as JSON, and a metric's number or one of `TARGET`. */
export type WantedScalars = ReadonlyMap<string, number>;

/**
 * The bytes of a row with a gap for every scalar: a row that has these bytes between its scalars has the same names, in the same
 * order and with the same blanks, and differs in nothing but values.
 */
export type RowTemplate = {
  /** What stands before each gap, one after the other, and what stands behind the last. */
  readonly fixed: Uint8Array;
  readonly lengths: Int32Array;
  /** For whom each gap's value is. */
  readonly targets: Int32Array;
  /** Whether every wanted value is in a row like this; otherwise the ones that are not have to be forgotten before each. */
  readonly isComplete: boolean;
};

const MAX_GAPS = 512;
const MAX_BYTES = 64 * 1_024;
/** A path is made for each scalar: of 30,000 brackets in one another, it would take seconds a row. */
const MAX_DEPTH = 64;

type Frame = { readonly isObject: boolean; index: number; key: string | null; readonly keys: Set<string> };

/**
 * The template of one row, which JSON.parse has taken. Null where values could not be read by it alone: a name given twice (the
 * last counts), a wanted value that is a list or an object, no date or account in the row.
 */
export function learnTemplate(bytes: Buffer, from: number, to: number, wanted: WantedScalars): RowTemplate | null {
  if (to - from > MAX_BYTES) return null;
  const fixed: Uint8Array[] = [];
  const targets: number[] = [];
  const frames: Frame[] = [];
  let at = from;
  let fixedFrom = from;
  while (fixedFrom < to && isBlank(bytes[fixedFrom] as number)) fixedFrom = ++at;

  const pathHere = () => JSON.stringify(frames.map((frame) => (frame.isObject ? frame.key : frame.index)));
  const gap = (valueFrom: number, valueTo: number): void => {
    fixed.push(bytes.subarray(fixedFrom, valueFrom));
    targets.push(wanted.get(pathHere()) ?? TARGET.none);
    fixedFrom = valueTo;
    at = valueTo;
  };

  while (at < to) {
    const byte = bytes[at] as number;
    const frame = frames.at(-1);
    if (byte === BYTE.quote) {
      const end = endOfText(bytes, at);
      if (frame?.isObject && frame.key === null) {
        const key = JSON.parse(bytes.toString('utf8', at, end)) as string;
        if (frame.keys.has(key)) return null;
        frame.keys.add(key);
        frame.key = key;
        at = end;
      } else gap(at, end);
    } else if (byte === BYTE.openObject || byte === BYTE.openList) {
      if (frames.length >= MAX_DEPTH || wanted.has(pathHere())) return null;
      frames.push({ isObject: byte === BYTE.openObject, index: 0, key: null, keys: new Set() });
      at++;
    } else if (byte === BYTE.closeObject || byte === BYTE.closeList) {
      frames.pop();
      at++;
    } else if (byte === BYTE.comma && frame) {
      frame.index++;
      frame.key = null;
      at++;
    } else if (isBlank(byte) || byte === BYTE.colon) at++;
    else {
      let end = at;
      while (end < to && isWordByte(bytes[end] as number)) end++;
      gap(at, end);
    }
    if (targets.length > MAX_GAPS) return null;
  }
  let end = to;
  while (end > fixedFrom && isBlank(bytes[end - 1] as number)) end--;
  fixed.push(bytes.subarray(fixedFrom, end));
  for (const needed of wanted.values()) if (needed < 0 && !targets.includes(needed)) return null;
  return {
    fixed: Uint8Array.from(Buffer.concat(fixed)),
    lengths: Int32Array.from(fixed, (part) => part.length),
    targets: Int32Array.from(targets),
    isComplete: [...wanted.values()].every((target) => targets.includes(target)),
  };
}

/** Behind the closing quote. */
function endOfText(bytes: Buffer, from: number): number {
  let at = from + 1;
  while (bytes[at] !== BYTE.quote) at += bytes[at] === BYTE.backslash ? 2 : 1;
  return at + 1;
}

/** Of numbers, true, false and null. */
const isWordByte = (byte: number) =>
  isDigit(byte) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === BYTE.minus ||
  byte === BYTE.plus ||
  byte === BYTE.point ||
  byte === BYTE.bigE;
