import { chmod, cp, lstat, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

type Link = { readonly source: string; readonly target: string };

/**
 * npm packages cannot hold symbolic links; a postinstall script makes them, and many installs forbid such scripts. Makes
 * the missing ones. False when that is not possible here.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: Link[] = JSON.parse(text);
  for (const { source, target } of links) {
    // Both are written from the package's root, `native/lib/...`, and lie in one directory.
    if (dirname(source) !== dirname(target)) throw new Error(`unexpected library link ${source}`);
    const path = join(native, target.replace(/^native\//, ''));
    if (await lstat(path).catch(() => null)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Copies the binaries so that every user may read and run them, with their library links. */
export async function copyOpen(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath === join(to, 'bin');
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
  await linkLibraries(to);
}
