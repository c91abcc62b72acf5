import {
  checkSecretKeys,
  dropKeysUnlessUsed,
  type Resealed,
  replaceLostKey,
  resealSecrets,
  type SealedCount,
  turnKeys,
} from '../../features/sources/index.ts';
import { givenKeyRing, openOrCreateKeyFile } from '../../platform/secrets/key-ring.ts';
import { keyPorts, type OpenedKeys, openKeys } from '../secrets.ts';
import type { Operator } from './operator.ts';
import { Refused } from './refused.ts';

/** Seals every credential anew under a fresh key, or under the first of those that the environment gives. */
export const rotateSecrets = (operator: Operator): Promise<string> =>
  alone(operator, async ({ ring, ports, sealed }) => {
    const before = ring.look();
    const ours = before.keys.map(({ id }) => id);
    const begun = sealed.some(({ keyId }) => keyId !== before.current && ours.includes(keyId));
    // A rotation that was cut short goes on with the key that it made.
    const fresh = ring.file !== null && !begun;
    if (fresh) {
      await ring.file?.addKey();
      // Notes the new key, and waits for whoever still seals under the one before.
      await checkSecretKeys(ports);
    }
    const done = await resealSecrets(ports);
    const { current, keys } = ring.look();
    operator.log.info({ keyId: current, resealed: done.resealed }, 'credentials were sealed anew');
    const lines = [
      `Current key   ${current}, ${fresh ? 'made just now' : begun ? 'as a rotation left it' : 'as given'}, first in ${ring.source}`,
      `Sealed anew   ${done.resealed}`,
      ...unreadableLines(done),
      ...(keys.length > 1 ? [`Older keys    ${keys.length - 1}, which open older backups; see forget-old-keys`] : []),
      ...(!fresh && ring.file ? ['To make a fresh key, run this once more.'] : []),
      ...(ring.file === null && done.resealed === 0 ? [GIVEN] : []),
    ];
    return lines.map((line) => `${line}\n`).join('');
  });

const GIVEN = `TRIBUTARY_SECRET_KEY cannot be changed by a command. To turn the key: add a fresh one behind the current, on every
server; then put it first, on every server; run this; then forget-old-keys.`;

const unreadableLines = ({ unreadable }: Resealed): string[] =>
  unreadable.length === 0
    ? []
    : [
        `Unreadable    ${unreadable.length}, under a key that is not here: these workspaces have to reconnect, or to make the webhook endpoint anew`,
        ...unreadable.map(
          ({ workspace, webhookEndpoint }) => `  ${workspace}${webhookEndpoint ? ` ${webhookEndpoint}` : ''}`,
        ),
      ];

/** Removes the keys that nothing is sealed under any more. */
export const forgetOldKeys = (operator: Operator): Promise<string> =>
  alone(operator, async ({ ring, ports }) => {
    const { keys, current } = ring.look();
    const older = keys.map(({ id }) => id).filter((id) => id !== current);
    if (older.length === 0) return `There are no older keys in ${ring.source}.\n`;
    const used = await dropKeysUnlessUsed(ports, older, async () => ring.file?.dropOlderKeys());
    if (used.length > 0) throw new Refused(`Still in use: ${counts(used)}. Run rotate-secrets first.`);
    const named = older.join(', ');
    if (!ring.file)
      return `Nothing is sealed under ${named}: remove them from TRIBUTARY_SECRET_KEY, on every server.\n`;
    operator.log.info({ keyIds: older }, 'older keys were removed');
    return `Removed ${named} from ${ring.source}.\nA backup of the database made before they were replaced needs them: keep the backup of the key file.\n`;
  });

/** Goes on with another key where the one of this database is lost. */
export async function replaceKey(operator: Operator): Promise<string> {
  const { config } = operator;
  const ring =
    config.secretKey === null ? await openOrCreateKeyFile(config.dataDirectory) : givenKeyRing(config.secretKey);
  const ports = keyPorts(ring, { db: operator.db.system, clock: operator.clock });
  if ((await checkSecretKeys(ports)).ok) throw new Refused(`No key is lost: ${ring.source} fits this database.`);
  await replaceLostKey(ports);
  const { current } = ring.look();
  operator.log.info({ keyId: current }, 'a lost key was replaced');
  return `The key ${current} of ${ring.source} is now this database's.
Sources sealed under the lost key fail with CREDENTIALS_UNREADABLE until they are reconnected, or the lost key is found: then
add it to ${ring.source}, behind this one.\n`;
}

async function alone(operator: Operator, turn: (keys: OpenedKeys) => Promise<string>): Promise<string> {
  const surroundings = { db: operator.db.system, clock: operator.clock };
  const said = await turnKeys(surroundings, async () => turn(await openKeys(operator.config, surroundings)));
  if (said === null) throw new Refused('Another command is turning the keys of this database.');
  return said;
}

const counts = (sealed: readonly SealedCount[]): string =>
  sealed.map(({ keyId, secrets }) => `${secrets} sealed under ${keyId}`).join(', ');
