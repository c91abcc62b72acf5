import type { Actor } from '../kit/actor.ts';
import type { Ports } from '../kit/ctx.ts';
import { hashKey } from './api-key.ts';
import { findActorsByKeyHash } from './store/index.ts';

/** Keys are short; anything longer is not one, and is not worth hashing. */
const MAX_KEY_LENGTH = 512;

/** Who the key belongs to; null when it is unknown or revoked. Looked up by hash, so timing tells nothing about the key. */
export async function authenticate(ports: Pick<Ports, 'db'>, key: string): Promise<Actor | null> {
  const [actor = null] = await authenticateAll(ports, [key]);
  return actor;
}

/** The same for several keys, in their order, with one query. */
export async function authenticateAll(
  ports: Pick<Ports, 'db'>,
  keys: readonly string[],
): Promise<readonly (Actor | null)[]> {
  const hashes = new Map<string, Uint8Array>();
  for (const key of keys) if (key !== '' && key.length <= MAX_KEY_LENGTH) hashes.set(key, hashKey(key));
  const actors = await findActorsByKeyHash(ports.db.system.orm, [...hashes.values()]);
  return keys.map((key) => {
    const hash = hashes.get(key);
    return (hash && actors.get(Buffer.from(hash).toString('hex'))) ?? null;
  });
}
