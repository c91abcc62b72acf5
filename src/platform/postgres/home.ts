import { createHash } from 'node:crypto';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, blockingDirectory, serverAccount } from './account.ts';
import type { EmbeddedLog } from './server-log.ts';

/** A place every user can reach, used only by root and only when the wanted one is closed to the server's user. */
export const SYSTEM_DIRECTORY = '/var/lib/tributary';

export type Home = { readonly home: string; readonly account: Account | null };

/** Makes the directory that holds `data`, the password and the server log, and decides which user runs the server. */
export async function prepareHome(wanted: string, log: EmbeddedLog): Promise<Home> {
  const elsewhere = join(SYSTEM_DIRECTORY, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  const here = await dataOwner(wanted);
  const there = process.getuid?.() === 0 ? await dataOwner(elsewhere) : null;
  const account = await serverAccount(here ?? there);
  await makeDirectory(wanted);
  if (!account) {
    if (here && here.uid !== process.getuid?.()) {
      throw new Error(`the database in ${wanted} belongs to user ${here.uid}: start Tributary as that user or as root`);
    }
    return { home: wanted, account };
  }
  const blocked = await blockingDirectory(wanted, account);
  if (here && blocked) {
    // An empty database elsewhere would look like lost data.
    throw new Error(
      `permission: user "${account.name}" cannot enter ${blocked}, which holds the database: chmod o+x it`,
    );
  }
  if (here || !(blocked || there)) return { home: wanted, account };
  await makeDirectory(elsewhere);
  log.warn({ wanted, used: elsewhere }, `user "${account.name}" cannot reach the wanted directory: data is elsewhere`);
  return { home: elsewhere, account };
}

/** Owner of the database in a home; null when there is none yet. */
async function dataOwner(home: string): Promise<{ uid: number; gid: number } | null> {
  const data = join(home, 'data');
  const written = await stat(join(data, 'PG_VERSION')).catch(absent);
  return written ? stat(data) : null;
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw new Error(`permission: cannot look into the database directory (${error.code})`);
}

/** What we create may be entered by others, whatever the umask; the files inside are closed one by one. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true }).catch((error) => {
    throw new Error(`permission: cannot create ${path} (${error.code})`);
  });
  if (!first) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
}
