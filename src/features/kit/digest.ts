import { createHash } from 'node:crypto';

/** Short enough to keep with every account, and long enough that no two inputs have the same. */
const LENGTH = 22;

/** Of plain JSON: the same for the same values in the same order of keys. */
export const digestOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, LENGTH);
