import { BYTE, isBlank } from './bytes.ts';

/** How elements are divided: by commas up to a `]`, or by line ends up to the end of the body. */
export type Division = 'LIST' | 'LINES';

/**
 * Finds where elements of a list end. It counts brackets and skips texts, no more: whatever it cuts is given to JSON.parse, and
 * a list is valid JSON exactly when each of its parts between commas outside brackets is. Goes on where it stopped when more
 * bytes have come; positions are relative to the first byte it was given.
 */
export type RowCutter = {
  /** `BOUNDARY` between two elements, `END` of the list, or `MORE` bytes are needed. */
  readonly next: (bytes: Buffer, start: number, end: number) => 'BOUNDARY' | 'END' | 'MORE';
  /** Position of what was found. */
  readonly at: () => number;
  /** Whether only blanks stand between the boundary before and what was found. */
  readonly isEmpty: () => boolean;
  /** Whether an element since the last reset goes on behind the end of its line. */
  readonly crossesLines: () => boolean;
  /** Goes on behind a boundary. */
  readonly pass: () => void;
  readonly reset: () => void;
};

const OTHER = 0;
const BLANK = 1;
const QUOTE = 2;
const OPENS = 3;
const CLOSES = 4;
const DIVIDES = 5;
/** What each byte is to a cutter: one look for most of them. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === BYTE.comma || byte === BYTE.newline) return DIVIDES;
  if (byte === BYTE.quote) return QUOTE;
  if (byte === BYTE.openObject || byte === BYTE.openList) return OPENS;
  if (byte === BYTE.closeObject || byte === BYTE.closeList) return CLOSES;
  return isBlank(byte) ? BLANK : OTHER;
});

export function rowCutter(division: Division): RowCutter {
  const inLines = division === 'LINES';
  const divider = inLines ? BYTE.newline : BYTE.comma;
  let scanned = 0;
  let depth = 0;
  let inText = false;
  let empty = true;
  let crossing = false;

  const next: RowCutter['next'] = (bytes, start, end) => {
    let at = start + scanned;
    while (at < end) {
      const byte = bytes[at] as number;
      if (inText) {
        // An escape may reach beyond what came: the byte after it is skipped when it comes.
        if (byte === BYTE.backslash) at++;
        else if (byte === BYTE.quote) inText = false;
        at++;
        continue;
      }
      switch (KIND[byte]) {
        case OTHER:
          empty = false;
          break;
        case QUOTE:
          inText = true;
          empty = false;
          break;
        case OPENS:
          depth++;
          empty = false;
          break;
        case CLOSES:
          if (depth === 0 && byte === BYTE.closeList && !inLines) {
            scanned = at - start;
            return 'END';
          }
          if (depth > 0) depth--;
          empty = false;
          break;
        case DIVIDES:
          if (depth > 0) crossing ||= inLines && byte === BYTE.newline;
          else if (byte === divider) {
            scanned = at - start;
            return 'BOUNDARY';
          } else if (byte === BYTE.comma) empty = false;
      }
      at++;
    }
    scanned = at - start;
    return 'MORE';
  };

  return {
    next,
    at: () => scanned,
    isEmpty: () => empty,
    crossesLines: () => crossing,
    pass: () => {
      scanned++;
      empty = true;
    },
    reset: () => {
      scanned = 0;
      depth = 0;
      inText = false;
      empty = true;
      crossing = false;
    },
  };
}
