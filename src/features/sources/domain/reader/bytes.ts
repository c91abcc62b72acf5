/** The bytes of JSON's grammar (RFC 8259). */
export const BYTE = {
  tab: 0x09,
  newline: 0x0a,
  carriageReturn: 0x0d,
  blank: 0x20,
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  bigE: 0x45,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  smallE: 0x65,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

export const isBlank = (byte: number): boolean =>
  byte === BYTE.blank || byte === BYTE.newline || byte === BYTE.carriageReturn || byte === BYTE.tab;

export const isDigit = (byte: number): boolean => byte >= BYTE.zero && byte <= BYTE.nine;

/**
 * The bytes that came and are not yet read, as one piece in memory of its own: a row may be cut anywhere between two chunks.
 * `bytes`, `start` and `end` change with every append.
 */
export type ByteQueue = {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly append: (piece: Uint8Array) => void;
  readonly consume: (count: number) => void;
};

const FIRST_SIZE = 256 * 1_024;

export function byteQueue(): ByteQueue {
  const queue = {
    bytes: Buffer.allocUnsafeSlow(FIRST_SIZE),
    start: 0,
    end: 0,
    append: (piece: Uint8Array): void => {
      if (queue.end + piece.length > queue.bytes.length) makeRoom(piece.length);
      queue.bytes.set(piece, queue.end);
      queue.end += piece.length;
    },
    consume: (count: number): void => {
      queue.start += count;
      if (queue.start === queue.end) queue.start = queue.end = 0;
    },
  };
  const makeRoom = (length: number): void => {
    const held = queue.end - queue.start;
    // Doubling: a row that is gigantic by itself is moved a few times, not once for each chunk.
    const into =
      held + length > queue.bytes.length >> 1
        ? Buffer.allocUnsafeSlow(Math.max(queue.bytes.length * 2, held + length))
        : queue.bytes;
    queue.bytes.copy(into, 0, queue.start, queue.end);
    queue.bytes = into;
    queue.start = 0;
    queue.end = held;
  };
  return queue;
}
