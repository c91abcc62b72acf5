/** Bodies as an HTTP client gives them: bytes in pieces of any size. */
export async function* inPieces(bytes: Uint8Array | string, size = 65_536): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

export const jsonBody = (value: unknown, size?: number) => inPieces(JSON.stringify(value), size);

/** Collects what a job sends, by channel. */
export function collector() {
  const pieces = new Map<number, Uint8Array[]>();
  return {
    onData: (channel: number, bytes: Uint8Array) => {
      // Copied at once: the pool may lend its own buffer.
      pieces.set(channel, [...(pieces.get(channel) ?? []), bytes.slice()]);
    },
    channel: (channel: number) => Buffer.concat(pieces.get(channel) ?? []),
    channels: () => [...pieces.keys()],
  };
}
