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
    const stop = (found: 'BOUNDARY' | 'END' | 'MORE') => {
      scanned = at - start;
      return found;
    };
    while (at < end) {
      const byte = bytes[at] as number;
      if (inText) {
        // An escape may reach beyond what came: the byte after it is skipped when it comes.
        if (byte === BYTE.backslash) at++;
        else if (byte === BYTE.quote) inText = false;
      } else if (byte === BYTE.openObject || byte === BYTE.openList) {
        depth++;
        empty = false;
      } else if (byte === BYTE.quote) {
        inText = true;
        empty = false;
      } else if (byte === BYTE.closeObject || byte === BYTE.closeList) {
        if (depth === 0 && byte === BYTE.closeList && !inLines) return stop('END');
        depth = Math.max(0, depth - 1);
        empty = false;
      } else if (depth === 0) {
        if (byte === divider) return stop('BOUNDARY');
        if (empty && !isBlank(byte)) empty = false;
      } else if (inLines && byte === BYTE.newline) crossing = true;
      at++;
    }
    return stop('MORE');
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
