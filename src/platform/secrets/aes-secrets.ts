import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Box, decode, encode, KEY_ID } from './format.ts';
import type { MasterKey, SecretPlace, Secrets } from './secrets.ts';

export type SecretErrorReason = 'malformed' | 'unknown-key' | 'not-genuine';

/** Never holds the secret, a key or any part of the sealed bytes. */
export type SecretError = Error & { readonly reason: SecretErrorReason };

/** `current` seals; every key given opens, so an old one stays until its last secret was sealed anew. */
export function createSecrets(options: { keys: readonly MasterKey[]; current: string }): Secrets {
  const keys = new Map(options.keys.map(({ id, key }) => [id, checked(id, key)]));
  const current = keys.get(options.current);
  if (!current) throw new Error('the current master key is not among the keys');
  if (keys.size !== options.keys.length) throw new Error('two master keys have the same id');

  return {
    seal: (plaintext, place) => {
      const dataKey = randomBytes(32);
      const wrapped = encrypt(current, dataKey, context('key', options.current, place));
      const content = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), context('content', options.current, place));
      dataKey.fill(0);
      return encode({ keyId: options.current, wrapped, content });
    },
    open: (sealed, place) => {
      const parts = decode(sealed);
      if (!parts) throw secretError('malformed', 'the sealed secret is not in a known format');
      const key = keys.get(parts.keyId);
      if (!key) throw secretError('unknown-key', 'the secret was sealed under a key this server does not have');
      const dataKey = decrypt(key, parts.wrapped, context('key', parts.keyId, place));
      const content = dataKey && decrypt(dataKey, parts.content, context('content', parts.keyId, place));
      dataKey?.fill(0);
      if (!content)
        throw secretError('not-genuine', 'the sealed secret was altered, moved, or sealed under another key');
      return content.toString('utf8');
    },
  };
}

/** The id of the master key a value was sealed under: which secrets a rotation has yet to seal anew. Null when malformed. */
export const keyIdOf = (sealed: Uint8Array): string | null => decode(sealed)?.keyId ?? null;

/** Bound into both encryptions. Lengths go first, so `ab` + `c` and `a` + `bc` are different places. */
function context(part: 'key' | 'content', keyId: string, place: SecretPlace): Buffer {
  if (!Number.isSafeInteger(place.workspaceId)) throw new TypeError('a secret belongs to a workspace');
  const fields = ['tributary.secret.1', part, keyId, String(place.workspaceId), place.integration, place.field];
  return Buffer.concat(
    fields.flatMap((field) => {
      const bytes = Buffer.from(field, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function encrypt(key: Uint8Array, plain: Uint8Array, aad: Buffer): Box {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, bytes, tag: cipher.getAuthTag() };
}

function decrypt(key: Uint8Array, { nonce, bytes, tag }: Box, aad: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(aad).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch {
    return null;
  }
}

function checked(id: string, key: Uint8Array): Uint8Array {
  if (!KEY_ID.test(id)) throw new Error('a master key id is 1 to 64 of A-Z a-z 0-9 _ . -');
  if (key.length !== 32) throw new Error(`a master key has 32 bytes, this one has ${key.length}`);
  return key;
}

const secretError = (reason: SecretErrorReason, message: string): SecretError =>
  Object.assign(new Error(message), { name: 'SecretError', reason });
