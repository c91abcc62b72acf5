import type { Queryable } from '../../db/client.ts';
import { countSealedWebhooks } from '../webhooks/index.ts';
import { countSealedSources } from './store/secret-keys.ts';

/** How many secrets are sealed under a key, by the key's id. */
export type SealedCount = { readonly keyId: string; readonly secrets: number };

/** How many secrets of all kinds are sealed under each key, the most first. */
export async function countSealed(db: Queryable): Promise<SealedCount[]> {
  const total = new Map<string, number>();
  for (const count of [countSealedSources, countSealedWebhooks]) {
    for (const { keyId, secrets } of await count(db)) total.set(keyId, (total.get(keyId) ?? 0) + secrets);
  }
  return [...total]
    .map(([keyId, secrets]) => ({ keyId, secrets }))
    .sort((a, b) => b.secrets - a.secrets || (a.keyId < b.keyId ? -1 : 1));
}
