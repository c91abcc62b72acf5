import { createHmac, randomBytes } from 'node:crypto';
import type { MasterKey, MasterKeys } from './secrets.ts';

/** Keys as text, blanks and commas between them: the first is current. Errors name the source, never the text. */
export function parseMasterKeys(text: string, source: string): MasterKeys {
  const keys = text.split(/[\s,]+/).flatMap((one) => (one === '' ? [] : parseMasterKey(one, source)));
  const [first] = keys;
  if (!first) throw notAKey(source);
  // The same key twice is a slip of whoever joined two lists, not a reason to stand still.
  const distinct = new Map(keys.map((key) => [key.id, key]));
  return { keys: [...distinct.values()], current: first.id };
}

export const newMasterKey = (): string => randomBytes(32).toString('base64');

/** 32 bytes in base64, base64url or hexadecimal. */
function parseMasterKey(text: string, source: string): MasterKey {
  const key = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, 'base64')
      : null;
  if (key?.length !== 32) throw notAKey(source);
  // The id follows from the key, so a changed key is noticed by name instead of as damaged secrets.
  const id = createHmac('sha256', key).update('tributary master key id').digest('hex').slice(0, 16);
  return { id, key };
}

const notAKey = (source: string): Error =>
  new Error(`${source} must be 32 bytes in base64 (make one: openssl rand -base64 32)`);
