import type { Queryable } from '../../db/client.ts';
import { SecretError } from '../../platform/secrets/secrets.ts';
import { resealWebhooks } from '../webhooks/index.ts';
import { lockKeys } from '../workspaces/index.ts';
import { countSealed, type SealedCount } from './count-sealed.ts';
import { requestPlace } from './request-secrets.ts';
import type { KeyPorts } from './secret-keys.ts';
import { lockSealedUnderOthers, type SealedSource, saveResealed, tryLockRotation } from './store/secret-keys.ts';

export type Resealed = {
  readonly resealed: number;
  /** What no key here opens: these workspaces have to reconnect, or to make the webhook endpoint anew. */
  readonly unreadable: readonly { readonly workspace: string; readonly webhookEndpoint?: string }[];
};

const BATCH = 50;

/**
 * Seals anew, under the current key, what is sealed under another, until nothing is left that can be. Each batch is a short
 * transaction that locks its rows: a reconnection at the same moment comes before or after, and neither undoes the other.
 * Stopped half-way, it goes on where it was when it is called again.
 */
export async function resealSecrets(ports: KeyPorts): Promise<Resealed> {
  const sources = await resealSources(ports);
  const webhooks = await resealWebhooks(ports);
  return {
    resealed: sources.resealed + webhooks.resealed,
    unreadable: [...sources.unreadable, ...webhooks.unreadable],
  };
}

async function resealSources(ports: KeyPorts): Promise<Resealed> {
  let resealed = 0;
  for (;;) {
    // A run that is storing holds its row for a while: the others first.
    const quick = await onePass(ports, BATCH, 'skip');
    const patient = await onePass(ports, 1, 'wait');
    resealed += quick.resealed + patient.resealed;
    if (quick.resealed + patient.resealed === 0) return { resealed, unreadable: patient.unreadable };
  }
}

async function onePass(ports: KeyPorts, limit: number, busy: 'skip' | 'wait'): Promise<Resealed> {
  let resealed = 0;
  const unreadable: SealedSource[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const batch = await ports.db.orm.transaction(async (tx) => {
      const sources = await lockSealedUnderOthers(tx, ports.look().current, from, limit, busy);
      const lost = [];
      for (const source of sources) if (!(await reseal(tx, ports, source))) lost.push(source);
      return { sources, lost };
    });
    unreadable.push(...batch.lost);
    resealed += batch.sources.length - batch.lost.length;
    after = batch.sources.at(-1)?.workspaceId ?? null;
  }
  return { resealed, unreadable };
}

/** False when no key here opens it. */
async function reseal(tx: Queryable, { secrets }: KeyPorts, source: SealedSource): Promise<boolean> {
  const place = requestPlace(source.workspaceId);
  try {
    await saveResealed(tx, source.workspaceId, secrets.seal(secrets.open(source.sealedRequest, place), place));
    return true;
  } catch (error) {
    if (error instanceof SecretError) return false;
    throw error;
  }
}

/**
 * Calls `drop` while nobody can seal, provided that nothing is sealed under any of these keys; otherwise comes back with how
 * much is.
 */
export const dropKeysUnlessUsed = (
  ports: Pick<KeyPorts, 'db'>,
  keyIds: readonly string[],
  drop: () => Promise<void>,
): Promise<readonly SealedCount[]> =>
  ports.db.orm.transaction(async (tx) => {
    await lockKeys(tx);
    const used = (await countSealed(tx)).filter(({ keyId }) => keyIds.includes(keyId));
    if (used.length === 0) await drop();
    return used;
  });

/** Calls `turn` unless somebody else is turning the keys of this database; null when somebody is. */
export const turnKeys = <T>(ports: Pick<KeyPorts, 'db'>, turn: () => Promise<T>): Promise<T | null> =>
  ports.db.sql.begin(async (tx) => ((await tryLockRotation(tx)) ? turn() : null));
