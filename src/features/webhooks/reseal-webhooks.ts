import type { Scope } from '../../db/client.ts';
import { type MasterKeys, SecretError, type Secrets } from '../../platform/secrets/secrets.ts';
import { placeOf } from './endpoint-secrets.ts';
import { lockWebhooksUnderOthers, type SealedWebhook, saveResealedWebhook } from './store/secret-keys.ts';

/** The database across workspaces, and the keys as they are now. */
export type ResealPorts = {
  readonly db: Pick<Scope, 'orm'>;
  readonly secrets: Secrets;
  readonly look: () => MasterKeys;
};

const BATCH = 50;

/** Seals anew, under the current key, what is sealed under another. Each batch is a short transaction that locks its rows. */
export async function resealWebhooks(ports: ResealPorts) {
  let resealed = 0;
  const unreadable: { workspace: string; webhookEndpoint: string }[] = [];
  for (let after = ''; ; ) {
    const from = after;
    const batch = await ports.db.orm.transaction(async (tx) => {
      const found = await lockWebhooksUnderOthers(tx, ports.look().current, from, BATCH);
      const done: SealedWebhook[] = [];
      for (const one of found) {
        const anew = sealAnew(ports.secrets, one);
        if (!anew) continue;
        await saveResealedWebhook(tx, anew);
        done.push(one);
      }
      return { found, done };
    });
    const last = batch.found.at(-1);
    // One endpoint has two sealed values.
    resealed += 2 * batch.done.length;
    const lost = batch.found.filter((one) => !batch.done.includes(one));
    unreadable.push(...lost.map(({ workspace, id }) => ({ workspace, webhookEndpoint: id })));
    if (!last) return { resealed, unreadable };
    after = last.id;
  }
}

/** Null when no key here opens it. */
function sealAnew(secrets: Secrets, endpoint: SealedWebhook): SealedWebhook | null {
  const { workspaceId, id } = endpoint;
  const anew = (sealed: Uint8Array, field: 'url' | 'secrets') => {
    const place = placeOf(workspaceId, id, field);
    return secrets.seal(secrets.open(sealed, place), place);
  };
  try {
    return {
      ...endpoint,
      sealedUrl: anew(endpoint.sealedUrl, 'url'),
      sealedSecrets: anew(endpoint.sealedSecrets, 'secrets'),
    };
  } catch (error) {
    if (error instanceof SecretError) return null;
    throw error;
  }
}
