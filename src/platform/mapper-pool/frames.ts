/**
 * What travels between the server and a mapper child, both ways: a header (length u32, type u8, channel u8) and a payload.
 * Control frames hold JSON; `body` and `data` hold bytes and are handed on in pieces as they arrive, never assembled.
 */
export const FRAME = {
  job: 1,
  body: 2,
  bodyEnd: 3,
  ready: 4,
  data: 5,
  progress: 6,
  result: 7,
  /** What the child says of one body of several, and waits for another one or for `jobEnd`. */
  page: 8,
  jobEnd: 9,
} as const;
export type FrameType = (typeof FRAME)[keyof typeof FRAME];

export type Frame = { readonly type: FrameType; readonly channel: number; readonly bytes: Uint8Array };

/** What a child exits with when an allocation fails as an exception rather than by V8 ending the process. */
export const EXIT_OUT_OF_MEMORY = 77;

const HEADER_BYTES = 6;
/** A result shows at most a hundred rows; anything larger is a broken stream read as a length. */
export const MAX_FRAME_BYTES = 16 * 1_024 * 1_024;
const KNOWN = new Set<number>(Object.values(FRAME));

export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export function frameHeader(type: FrameType, length: number, channel = 0): Uint8Array {
  if (length > MAX_FRAME_BYTES) throw new FrameError(`a frame of ${length} bytes`);
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint32(0, length);
  view.setUint8(4, type);
  view.setUint8(5, channel);
  return header;
}

export function jsonFrame(type: FrameType, value: unknown): Uint8Array {
  const payload = new TextEncoder().encode(JSON.stringify(value));
  const frame = new Uint8Array(HEADER_BYTES + payload.length);
  frame.set(frameHeader(type, payload.length));
  frame.set(payload, HEADER_BYTES);
  return frame;
}

export const frameJson = (frame: Frame): unknown => JSON.parse(new TextDecoder().decode(frame.bytes));

/** Bytes too long for one frame, as the payloads of several. */
export function* framePayloads(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += MAX_FRAME_BYTES) yield bytes.subarray(at, at + MAX_FRAME_BYTES);
}

/** Reads frames out of chunks cut anywhere. A control frame comes whole, a `body` or `data` frame in pieces. */
export function frameReader(): (chunk: Uint8Array) => Generator<Frame, void, void> {
  const header = new Uint8Array(HEADER_BYTES);
  let filled = 0;
  let current: { type: FrameType; channel: number; left: number; whole: Uint8Array | null } | null = null;
  return function* read(chunk) {
    for (let at = 0; at < chunk.length; ) {
      if (!current) {
        const taken = chunk.subarray(at, at + HEADER_BYTES - filled);
        header.set(taken, filled);
        filled += taken.length;
        at += taken.length;
        if (filled < HEADER_BYTES) return;
        filled = 0;
        current = opened(header);
      }
      const piece = chunk.subarray(at, at + current.left);
      at += piece.length;
      current.left -= piece.length;
      const { type, channel, left, whole } = current;
      if (whole) whole.set(piece, whole.length - left - piece.length);
      if (left === 0) current = null;
      if (!whole && piece.length > 0) yield { type, channel, bytes: piece };
      if (whole && left === 0) yield { type, channel, bytes: whole };
    }
  };
}

function opened(header: Uint8Array) {
  const view = new DataView(header.buffer);
  const left = view.getUint32(0);
  const type = view.getUint8(4) as FrameType;
  if (!KNOWN.has(type)) throw new FrameError(`a frame of unknown type ${type}`);
  if (left > MAX_FRAME_BYTES) throw new FrameError(`a frame of ${left} bytes`);
  const streamed = type === FRAME.body || type === FRAME.data;
  return { type, channel: view.getUint8(5), left, whole: streamed ? null : new Uint8Array(left) };
}
