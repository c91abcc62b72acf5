import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { startFailure } from './failure.ts';
import type { EmbeddedLog } from './server-log.ts';

type Place = {
  readonly home: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly log: EmbeddedLog;
};

const run = promisify(execFile);
export const USER = 'tributary';

/** Creates the database files on first use. A crash half-way leaves nothing that a later start would take for data. */
export async function initialiseCluster(place: Place): Promise<{ user: string; password: string }> {
  const { data, account, binaries } = place;
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const password = (await readPassword(place)) ?? (await writePassword(place));
    await initdb(place, password);
    return { user: USER, password };
  }
  if (Number(version) !== binaries.major) {
    const found = version.trim();
    throw new Error(
      `${data} was written by PostgreSQL ${found}, this is ${binaries.major}: dump it with the old version`,
    );
  }
  const password = await readPassword(place);
  if (password === null) throw new Error(`${passwordFile(place)} is missing: restore it beside the data`);
  // Restored from a backup by root.
  if (account && (await stat(data)).uid === 0) await giveTo(data, account);
  return { user: USER, password };
}

async function initdb({ home, data, binaries, account, log }: Place, password: string): Promise<void> {
  const draft = join(home, 'data.new');
  const words = join(home, 'initdb.password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  // initdb reads the password from a file only; this one goes away again.
  await rm(words, { force: true });
  await writeFile(words, password, { mode: 0o600 });
  if (account) await Promise.all([draft, words].map((path) => chown(path, account.uid, account.gid)));
  log.info({ data }, 'creating the database');
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${USER}`, `--pwfile=${words}`, '--auth=scram-sha-256'];
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  const options = { cwd: '/', env: { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }, ...identity };
  try {
    await run(binaries.initdb, ['-D', draft, ...locale, ...login, '--no-instructions'], options);
    await rename(draft, data);
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    await rm(draft, { recursive: true, force: true });
    throw startFailure('initdb', stdout + stderr || message);
  } finally {
    await rm(words, { force: true });
  }
}

const passwordFile = ({ home }: Pick<Place, 'home'>): string => join(home, 'password');

export async function readPassword(place: Pick<Place, 'home'>): Promise<string | null> {
  const text = await readFile(passwordFile(place), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`permission: cannot read ${passwordFile(place)} (${error.code})`);
  });
  return text?.trim() || null;
}

async function writePassword(place: Place): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const draft = `${passwordFile(place)}.new`;
  await writeFile(draft, `${password}\n`, { mode: 0o600 });
  await rename(draft, passwordFile(place));
  return password;
}

async function giveTo(data: string, { uid, gid }: Account): Promise<void> {
  for (const entry of await readdir(data, { recursive: true })) await chown(join(data, entry), uid, gid);
  await chown(data, uid, gid);
}
