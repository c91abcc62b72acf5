import type { Actor } from '../kit/actor.ts';
import type { Ports } from '../kit/ctx.ts';
import { hashKey } from './api-key.ts';
import { findActorByKeyHash } from './store.ts';

/** Keys are short; anything longer is not one, and is not worth hashing. */
const MAX_KEY_LENGTH = 512;

/** Who the key belongs to; null when it is unknown or revoked. Looked up by hash, so timing tells nothing about the key. */
export async function authenticate(ports: Pick<Ports, 'db'>, key: string): Promise<Actor | null> {
  if (key === '' || key.length > MAX_KEY_LENGTH) return null;
  return findActorByKeyHash(ports.db.orm, hashKey(key));
}
