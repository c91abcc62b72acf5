import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { closeToOthers, createKeyFile, keyFilePath, replaceKeyFile } from './key-file.ts';
import { newMasterKey, parseMasterKeys } from './master-key.ts';
import type { MasterKeys } from './secrets.ts';

/** The keys of an install and where they are kept. */
export type KeyRing = {
  /** Where, in words for the operator. */
  readonly source: string;
  /** The keys as they are now; the same object while nothing changed. Throws when they cannot be read. */
  readonly look: () => MasterKeys;
  /** Null when they are given by the environment, which no command can change. */
  readonly file: KeyFile | null;
};

export type KeyFile = {
  /** Makes a fresh key the current one; those that are there go on opening. */
  readonly addKey: () => Promise<MasterKeys>;
  /** Leaves nothing but the current key. */
  readonly dropOlderKeys: () => Promise<void>;
};

/** Keys an operator keeps elsewhere, such as in a vault; they stay what they were at start. */
export function givenKeyRing(text: string): KeyRing {
  const keys = parseMasterKeys(text, 'TRIBUTARY_SECRET_KEY');
  return { source: 'TRIBUTARY_SECRET_KEY', look: () => keys, file: null };
}

/** The ring of the file `secrets.key`; null when there is no such file. */
export async function openKeyFile(directory: string): Promise<KeyRing | null> {
  const file = keyFilePath(directory);
  const ring = { source: file, look: lookInto(file), file: keyFile(directory) };
  try {
    ring.look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  await closeToOthers(directory);
  return ring;
}

/** The same, with a fresh key when there is none yet. Several processes may race: all come back with the same key. */
export async function openOrCreateKeyFile(directory: string): Promise<KeyRing> {
  const found = await openKeyFile(directory);
  if (found) return found;
  await createKeyFile(directory, `${newMasterKey()}\n`);
  const created = await openKeyFile(directory);
  if (!created) throw new Error(`cannot read ${keyFilePath(directory)} just after it was created`);
  return created;
}

function keyFile(directory: string): KeyFile {
  // Read anew: the operator may have edited the file by hand.
  const read = () => readKeys(keyFilePath(directory)).keys;
  const write = (keys: MasterKeys['keys'], fresh: string[] = []) =>
    replaceKeyFile(directory, [...fresh, ...keys.map(({ key }) => base64(key))].map((line) => `${line}\n`).join(''));
  return {
    addKey: async () => {
      await write(read().keys, [newMasterKey()]);
      return read();
    },
    dropOlderKeys: async () => {
      const { keys, current } = read();
      await write(keys.filter(({ id }) => id === current));
    },
  };
}

/** Synchronous: sealing is rare, and a look takes microseconds. */
function lookInto(file: string): () => MasterKeys {
  let last: ReadKeys | undefined;
  return () => {
    last = readKeys(file, last);
    return last.keys;
  };
}

type ReadKeys = { readonly keys: MasterKeys; readonly version: string };

/** Opened each time, not only asked about: network file systems answer from memory what they are only asked about. */
function readKeys(file: string, last?: ReadKeys): ReadKeys {
  return attempt(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      const version = versionOf(fstatSync(descriptor, { bigint: true }));
      if (version === last?.version) return last;
      return { version, keys: parseMasterKeys(readFileSync(descriptor, 'utf8'), file) };
    } finally {
      closeSync(descriptor);
    }
  });
}

const versionOf = ({ ino, size, mtimeNs }: { ino: bigint; size: bigint; mtimeNs: bigint }): string =>
  `${ino} ${size} ${mtimeNs}`;

function attempt<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    throw code === null ? error : Object.assign(new Error(`cannot read ${file} (${code})`), { code });
  }
}

const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64');
