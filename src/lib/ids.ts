import { randomBytes } from 'node:crypto';

/** What an id's prefix says about its type. */
export const ID_PREFIX = {
  account: 'acc',
  apiKey: 'key',
  auditEvent: 'evt',
  customApi: 'capi',
  syncRun: 'run',
  workspace: 'ws',
} as const;
export type IdKind = keyof typeof ID_PREFIX;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An opaque id that sorts by time of creation: prefix, 48 bits of milliseconds, 80 random bits (the layout of a ULID,
 * https://github.com/ulid/spec, in lower case).
 */
export function newId(kind: IdKind, now: Date): string {
  let time = now.getTime();
  let head = '';
  for (let index = 0; index < 10; index++) {
    head = ALPHABET[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of randomBytes(16)) tail += ALPHABET[byte % 32];
  return `${ID_PREFIX[kind]}_${head}${tail}`;
}

/** The kind an id claims to be of, or null. */
export function idKind(id: string): IdKind | null {
  const [prefix, rest] = id.split('_', 2);
  if (!rest) return null;
  for (const [kind, value] of Object.entries(ID_PREFIX)) if (value === prefix) return kind as IdKind;
  return null;
}

/** The id of another kind that belongs to the same thing: a workspace's one custom API, for example. */
export const siblingId = (id: string, kind: IdKind): string => `${ID_PREFIX[kind]}_${id.slice(id.indexOf('_') + 1)}`;
