import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../lib/ids.ts';
import type { Role } from '../kit/actor.ts';
import type { ApiKey, NewApiKey } from './model.ts';

const PREFIX = 'trb_';

/** A fresh key: 256 random bits. Shown once, stored as its hash. */
export const newSecretKey = (): string => PREFIX + randomBytes(32).toString('base64url');

export const hashKey = (key: string): Uint8Array => createHash('sha256').update(key, 'utf8').digest();

/** What of a key may be shown later: too little to guess the rest from. */
const shownPrefix = (key: string): string => key.slice(0, 8);

/** What is stored of a key: everything but the key. */
export const apiKeyRecord = (secret: string, label: string, role: Role, now: Date): NewApiKey => ({
  id: newId('apiKey', now),
  label,
  role,
  prefix: shownPrefix(secret),
  keyHash: hashKey(secret),
  createdAt: now,
});

/** What the audit log tells of a key. */
export const aboutKey = ({ id, label, role, prefix }: Pick<ApiKey, 'id' | 'label' | 'role' | 'prefix'>) => ({
  subject: id,
  details: { label, role, prefix },
});
