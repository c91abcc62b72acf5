import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MasterKey } from './secrets.ts';

const FILE = 'secrets.key';

/**
 * The master key of an install: the given text (an operator's own, from a vault), else the file `secrets.key`, which is
 * created on first use. Several processes may race to create it: all come back with the same key.
 */
export async function loadOrCreateMasterKey(directory: string, given?: string): Promise<MasterKey> {
  if (given !== undefined) return parseMasterKey(given, 'the given secret key');
  const file = join(directory, FILE);
  return (await readKey(file)) ?? (await createKey(directory, file));
}

/** 32 bytes in base64, base64url or hexadecimal. Errors name the source, never the text. */
export function parseMasterKey(text: string, source: string): MasterKey {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)
      ? Buffer.from(trimmed, 'base64')
      : null;
  if (key?.length !== 32) throw new Error(`${source} must be 32 bytes in base64 (make one: openssl rand -base64 32)`);
  // The id follows from the key, so a changed key is noticed by name instead of as damaged secrets.
  const id = createHmac('sha256', key).update('tributary master key id').digest('hex').slice(0, 16);
  return { id, key };
}

async function readKey(file: string): Promise<MasterKey | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`cannot read ${file} (${error.code})`);
  });
  if (text === null) return null;
  // Restored from a backup with wider permissions, perhaps. A read-only mount cannot be helped.
  await chmod(file, 0o600).catch(() => {});
  return parseMasterKey(text, file);
}

async function createKey(directory: string, file: string): Promise<MasterKey> {
  const cannot = (error: NodeJS.ErrnoException) => {
    throw new Error(`cannot create ${file} (${error.code})`);
  };
  await mkdir(directory, { recursive: true }).catch(cannot);
  const draft = join(directory, `.${FILE}-${randomUUID()}`);
  try {
    const handle = await open(draft, 'wx', 0o600).catch(cannot);
    try {
      await handle.writeFile(`${randomBytes(32).toString('base64')}\n`);
      // Secrets sealed under a key that a power cut erases are lost.
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A link appears whole and never replaces: the first process wins, the others read its key.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') cannot(error);
    });
    await syncDirectory(directory);
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(file);
  if (!key) throw new Error(`cannot read ${file} just after it was created`);
  return key;
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync().catch(() => {});
  await handle.close();
}
