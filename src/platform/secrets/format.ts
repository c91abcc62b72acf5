/**
 * A sealed secret, version 1:
 *
 *     1 version | 1 length of key id | key id (ASCII)
 *     12 nonce | 32 data key, encrypted under the master key | 16 tag
 *     12 nonce | ciphertext, encrypted under the data key    | 16 tag
 */
export type SealedParts = { readonly keyId: string; readonly wrapped: Box; readonly content: Box };

/** One AES-256-GCM encryption. */
export type Box = { readonly nonce: Buffer; readonly bytes: Buffer; readonly tag: Buffer };

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const DATA_KEY = 32;

export const KEY_ID = /^[A-Za-z0-9_.-]{1,64}$/;

export function encode({ keyId, wrapped, content }: SealedParts): Buffer {
  const head = Buffer.from([VERSION, keyId.length]);
  return Buffer.concat([head, Buffer.from(keyId, 'ascii'), ...flat(wrapped), ...flat(content)]);
}

/** Null when the bytes are not of this format; says nothing about whether they are genuine. */
export function decode(sealed: Uint8Array): SealedParts | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const [version, idLength = 0] = bytes;
  const wrappedAt = 2 + idLength;
  const contentAt = wrappedAt + NONCE + DATA_KEY + TAG;
  if (version !== VERSION || bytes.length < contentAt + NONCE + TAG) return null;
  const keyId = bytes.toString('latin1', 2, wrappedAt);
  if (!KEY_ID.test(keyId)) return null;
  return { keyId, wrapped: box(bytes.subarray(wrappedAt, contentAt)), content: box(bytes.subarray(contentAt)) };
}

/** The id of the master key a value was sealed under. Null when malformed. */
export const keyIdOf = (sealed: Uint8Array): string | null => decode(sealed)?.keyId ?? null;

const flat = ({ nonce, bytes, tag }: Box): Buffer[] => [nonce, bytes, tag];

const box = (bytes: Buffer): Box => ({
  nonce: bytes.subarray(0, NONCE),
  bytes: bytes.subarray(NONCE, -TAG),
  tag: bytes.subarray(-TAG),
});
