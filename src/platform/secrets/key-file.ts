import { randomUUID } from 'node:crypto';
import { chmod, chown, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// The file that holds the keys of an install. It is replaced whole or not at all, whatever dies meanwhile.

export const keyFilePath = (directory: string): string => join(directory, 'secrets.key');

/** Writes the file unless there is one: of several processes that race to create it, one wins. */
export async function createKeyFile(directory: string, text: string): Promise<void> {
  const file = keyFilePath(directory);
  const cannot = cannotDo('create', file);
  await mkdir(directory, { recursive: true }).catch(cannot);
  const draft = await writeDraft(directory, text).catch(cannot);
  try {
    // A link appears whole and never replaces.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') cannot(error);
    });
    await syncDirectory(directory);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Puts another text in the place of the file's, for the same user to read. */
export async function replaceKeyFile(directory: string, text: string): Promise<void> {
  const cannot = cannotDo('write', keyFilePath(directory));
  // The data directory may hold a link to where keys are kept.
  const file = await realpath(keyFilePath(directory)).catch(cannot);
  const { uid, gid } = await stat(file).catch(cannot);
  const draft = await writeDraft(dirname(file), text).catch(cannot);
  try {
    // Root may turn the key of a server that runs as another user.
    if (uid !== process.getuid?.()) await chown(draft, uid, gid).catch(cannot);
    await rename(draft, file).catch(cannot);
    await syncDirectory(dirname(file));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Restored from a backup with wider permissions, perhaps. A read-only mount cannot be helped. */
export const closeToOthers = (directory: string): Promise<void> => chmod(keyFilePath(directory), 0o600).catch(() => {});

async function writeDraft(directory: string, text: string): Promise<string> {
  const draft = join(directory, `.secrets.key-${randomUUID()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    // Secrets sealed under a key that a power cut erases are lost.
    await handle.sync();
    return draft;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().catch(() => {});
  await handle.close();
}

const cannotDo =
  (what: string, file: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw new Error(`cannot ${what} ${file} (${error.code})`);
  };
