import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'trb_';

/** A fresh key: 256 random bits. Shown once, stored as its hash. */
export const newSecretKey = (): string => PREFIX + randomBytes(32).toString('base64url');

export const hashKey = (key: string): Uint8Array => createHash('sha256').update(key, 'utf8').digest();

/** What of a key may be shown later: too little to guess the rest from. */
export const shownPrefix = (key: string): string => key.slice(0, 8);
