import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The user the server's binaries run as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. For root this finds another existing user: the owner of existing data, else
 * `postgres`, else `nobody`. Null for a plain user, who runs the server as himself.
 */
export async function serverAccount(dataOwner: { uid: number; gid: number } | null): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await systemAccounts();
  if (dataOwner && dataOwner.uid !== 0) {
    return accounts.find(({ uid }) => uid === dataOwner.uid) ?? { name: `user ${dataOwner.uid}`, ...dataOwner };
  }
  const found = ['postgres', 'nobody'].map((wanted) => accounts.find(({ name }) => name === wanted)).find(Boolean);
  if (found) return found;
  throw new Error('PostgreSQL does not run as root and there is no user "postgres" or "nobody"; set DATABASE_URL');
}

async function systemAccounts(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid && Number(uid) !== 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** The first directory on the way to (and including) `directory` that the account may not enter; null when it may enter all. */
export async function blockingDirectory(directory: string, account: Account): Promise<string | null> {
  const path = resolve(directory);
  const parent = dirname(path);
  const above = parent === path ? null : await blockingDirectory(parent, account);
  if (above) return above;
  return (await mayUse(path, account, 0o1)) ? null : path;
}

/** Whether the permission bits let the account use a file or directory: 4 to read, 1 to execute or enter. */
export async function mayUse(path: string, account: Account, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
