import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Box, decode, encode, KEY_ID } from './format.ts';
import { type MasterKeys, SecretError, type SecretPlace, type Secrets } from './secrets.ts';

export { keyIdOf } from './format.ts';

/**
 * Seals under the current key and opens under any. Given a look instead of keys, it looks again before it seals and when a
 * value names a key it does not know: a rotation reaches the processes that run.
 */
export function createSecrets(given: MasterKeys | (() => MasterKeys)): Secrets {
  const look = typeof given === 'function' ? given : () => given;
  let seen = look();
  let known = indexed(seen);
  const lookAgain = () => {
    const found = look();
    if (found !== seen) [known, seen] = [indexed(found), found];
    return known;
  };
  const keyOf = (id: string): Uint8Array => {
    const key = known.keys.get(id) ?? lookAgain().keys.get(id);
    if (!key) throw new SecretError('unknown-key', 'the secret was sealed under a key this server does not have');
    return key;
  };

  return {
    seal: (plaintext, place) => {
      const { current, currentKey } = lookAgain();
      const dataKey = randomBytes(32);
      const wrapped = encrypt(currentKey, dataKey, context('key', current, place));
      const content = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), context('content', current, place));
      dataKey.fill(0);
      return encode({ keyId: current, wrapped, content });
    },
    open: (sealed, place) => {
      const parts = decode(sealed);
      if (!parts) throw new SecretError('malformed', 'the sealed secret is not in a known format');
      const key = keyOf(parts.keyId);
      const dataKey = decrypt(key, parts.wrapped, context('key', parts.keyId, place));
      const content = dataKey && decrypt(dataKey, parts.content, context('content', parts.keyId, place));
      dataKey?.fill(0);
      if (!content) {
        const message = 'the sealed secret was altered, moved, or sealed under another key';
        throw new SecretError('not-genuine', message);
      }
      return content.toString('utf8');
    },
  };
}

function indexed({ keys, current }: MasterKeys) {
  const byId = new Map(keys.map(({ id, key }) => [id, checked(id, key)]));
  const currentKey = byId.get(current);
  if (!currentKey) throw new Error('the current master key is not among the keys');
  if (byId.size !== keys.length) throw new Error('two master keys have the same id');
  return { keys: byId, current, currentKey };
}

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
