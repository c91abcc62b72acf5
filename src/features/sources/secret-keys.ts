import type { Scope } from '../../db/client.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { keyIdOf } from '../../platform/secrets/format.ts';
import { type MasterKeys, SecretError, type SecretPlace, type Secrets } from '../../platform/secrets/secrets.ts';
import type { Ports } from '../kit/ctx.ts';
import { lockKeys } from '../workspaces/index.ts';
import { countSealed, type SealedCount } from './count-sealed.ts';
import { insertKey, type KnownKey, selectKeys } from './store/secret-keys.ts';

/** What turning keys works with: the database as the product sees it across workspaces. */
export type KeyPorts = {
  readonly db: Pick<Scope, 'orm' | 'sql'>;
  readonly secrets: Secrets;
  /** The keys that `secrets` works with, as they are now. */
  readonly look: () => MasterKeys;
  readonly clock: Ports['clock'];
};

/** The keys do not fit the database. */
export type KeyMisfit = {
  /** Whether an older key of this database is among them. */
  readonly hasOlder: boolean;
  /** Id of the key that is missing. */
  readonly expected: string;
};

/** Opens to nothing; whether it opens at all is the point. It belongs to no workspace: those count from 1. */
const CHECK: SecretPlace = { workspaceId: 0, integration: 'tributary', field: 'check' };

/**
 * Whether the keys at hand are those of this database: two servers with keys of their own must not seal into one, and a lost
 * key is to be noticed before the night's run. Notes the current key when it is new. Comes back with how much is sealed
 * under which key.
 */
export const checkSecretKeys = (ports: KeyPorts): Promise<Result<readonly SealedCount[], KeyMisfit>> =>
  ports.db.orm.transaction(async (tx) => {
    // From here on nobody seals under a key that was replaced before: all who began earlier have committed.
    await lockKeys(tx);
    const known = await selectKeys(tx);
    const sealed = await countSealed(tx);
    const keyIds = ports.look().keys.map(({ id }) => id);
    const [latest] = known;
    if (latest && !opens(ports.secrets, latest.sealedCheck)) {
      return err({ hasOlder: known.some(({ keyId }) => keyIds.includes(keyId)), expected: latest.keyId });
    }
    // Sealed before keys were noted.
    const [first] = latest ? [] : sealed;
    if (first && !sealed.some(({ keyId }) => keyIds.includes(keyId))) {
      return err({ hasOlder: false, expected: first.keyId });
    }
    const check = sealCheck(ports.secrets);
    if (!known.some(({ keyId }) => keyId === check.keyId)) await insertKey(tx, check, ports.clock.now());
    return ok(sealed);
  });

/** Id of the key that this database's secrets need; null when it has none yet, and any key will do. */
export const expectedKey = async ({ db }: Pick<KeyPorts, 'db'>): Promise<string | null> => {
  const [latest] = await selectKeys(db.orm);
  return latest?.keyId ?? (await countSealed(db.orm))[0]?.keyId ?? null;
};

/** Takes the current key for this database's although it opens nothing of what is sealed: for a key that is lost for good. */
export const replaceLostKey = (ports: KeyPorts): Promise<void> =>
  ports.db.orm.transaction(async (tx) => {
    await lockKeys(tx);
    await insertKey(tx, sealCheck(ports.secrets), ports.clock.now());
  });

function sealCheck(secrets: Secrets): KnownKey {
  const sealedCheck = secrets.seal('', CHECK);
  const keyId = keyIdOf(sealedCheck);
  if (keyId === null) throw new Error('a value just sealed names no key');
  return { keyId, sealedCheck };
}

function opens(secrets: Secrets, sealed: Uint8Array): boolean {
  try {
    secrets.open(sealed, CHECK);
    return true;
  } catch (error) {
    if (error instanceof SecretError) return false;
    throw error;
  }
}
