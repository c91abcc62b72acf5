import { isAscii, isUtf8 } from 'node:buffer';

/** Judges bytes that come in pieces cut anywhere. */
export type Utf8Gate = {
  /** False from the first byte on that no UTF-8 text has. */
  readonly take: (piece: Uint8Array) => boolean;
  /** Whether every character that began has ended. */
  readonly end: () => boolean;
  /** Whether all so far was ASCII: then each byte is a character. */
  readonly isAscii: () => boolean;
};

export function utf8Gate(): Utf8Gate {
  let carried: Uint8Array = new Uint8Array(0);
  let ascii = true;
  let valid = true;
  return {
    take: (piece) => {
      if (!valid) return false;
      if (carried.length === 0 && isAscii(piece)) return true;
      ascii = false;
      const joined = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
      const whole = joined.length - unfinished(joined);
      valid = isUtf8(joined.subarray(0, whole));
      carried = joined.slice(whole);
      return valid;
    },
    end: () => valid && carried.length === 0,
    isAscii: () => ascii,
  };
}

/** Bytes at the end that begin a character without ending it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
