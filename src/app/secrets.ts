import {
  checkSecretKeys,
  expectedKey,
  type KeyMisfit,
  type KeyPorts,
  type SealedCount,
} from '../features/sources/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { createSecrets } from '../platform/secrets/aes-secrets.ts';
import { keyFilePath } from '../platform/secrets/key-file.ts';
import { givenKeyRing, type KeyRing, openKeyFile, openOrCreateKeyFile } from '../platform/secrets/key-ring.ts';

/** `db` across workspaces. */
type Surroundings = { readonly db: KeyPorts['db']; readonly clock: Clock };

export type OpenedKeys = {
  readonly ring: KeyRing;
  readonly ports: KeyPorts;
  /** How much is sealed under which key. */
  readonly sealed: readonly SealedCount[];
};

/** The keys of this install, a fresh one for a fresh database; throws when they are not those of this database. */
export async function openKeys(config: Config, surroundings: Surroundings): Promise<OpenedKeys> {
  const ring = await openRing(config, surroundings);
  const ports = keyPorts(ring, surroundings);
  const checked = await checkSecretKeys(ports);
  if (!checked.ok) throw new Error(misfit(ring.source, checked.error));
  return { ring, ports, sealed: checked.value };
}

/** The same for a process that serves: with a warning of what it will not be able to open. */
export async function openSecrets(config: Config, surroundings: Surroundings & { readonly log: Log }) {
  const { ring, ports, sealed } = await openKeys(config, surroundings);
  const ids = ring.look().keys.map(({ id }) => id);
  for (const { keyId, secrets } of sealed.filter((one) => !ids.includes(one.keyId))) {
    const what = `${secrets} sealed credentials need a key that is not in ${ring.source}; their sources and webhooks cannot be called`;
    surroundings.log.error({ keyId, secrets }, what);
  }
  return ports.secrets;
}

/** The keys without any check. */
export const keyPorts = (ring: KeyRing, { db, clock }: Surroundings): KeyPorts => ({
  db,
  clock,
  secrets: createSecrets(ring.look),
  look: ring.look,
});

async function openRing({ secretKey, dataDirectory }: Config, surroundings: Surroundings): Promise<KeyRing> {
  if (secretKey !== null) return givenKeyRing(secretKey);
  const found = await openKeyFile(dataDirectory);
  if (found) return found;
  // A fresh key could not open what is sealed already, and would hide that the old one is missing.
  const expected = await expectedKey(surroundings);
  const source = `${keyFilePath(dataDirectory)} (there is no such file)`;
  if (expected !== null) throw new Error(misfit(source, { expected, hasOlder: false }));
  return openOrCreateKeyFile(dataDirectory);
}

function misfit(source: string, { expected, hasOlder }: KeyMisfit): string {
  const what = hasOlder
    ? `The key in ${source} is an older one of this database, whose credentials are now sealed under the key ${expected}.`
    : `The credentials in this database are sealed under the key ${expected}, which is not in ${source}.`;
  return `${what}
Restore secrets.key or TRIBUTARY_SECRET_KEY from your backup, or use those of the other servers on this database. If the key
is lost for good, run: tributary replace-lost-key. Every source then has to be reconnected.`;
}
