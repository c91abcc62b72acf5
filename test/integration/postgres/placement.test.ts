import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blockingDirectory, mayUse } from '../../../src/platform/postgres/account.ts';
import { copyOpen, linkLibraries } from '../../../src/platform/postgres/binary-files.ts';
import { startFailure } from '../../../src/platform/postgres/failure.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-place-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const stranger = { name: 'stranger', uid: 64_999, gid: 64_999 };

test('names the directory that keeps a user out', async () => {
  const below = join(directory, 'a', 'b');
  await mkdir(below, { recursive: true });
  expect(await blockingDirectory(below, stranger)).toBe(directory);
  await chmod(directory, 0o711);
  expect(await blockingDirectory(below, stranger)).toBeNull();
  await chmod(join(directory, 'a'), 0o766);
  expect(await blockingDirectory(below, stranger)).toBe(join(directory, 'a'));
  const { uid, gid } = await stat(directory);
  expect(await mayUse(join(directory, 'a'), { name: 'owner', uid, gid }, 0o7)).toBe(true);
});

test('makes the library links an install script would have made, and opens a closed copy', async () => {
  const native = join(directory, 'native');
  await mkdir(join(native, 'lib'), { recursive: true, mode: 0o700 });
  await mkdir(join(native, 'bin'), { mode: 0o700 });
  await writeFile(join(native, 'lib', 'libx.so.1.2'), '', { mode: 0o600 });
  await writeFile(join(native, 'bin', 'postgres'), '', { mode: 0o700 });
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  const copy = join(directory, 'postgres-18');
  await copyOpen(native, copy);
  expect(await readlink(join(copy, 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
  const modes = await Promise.all(
    ['.', 'lib', 'lib/libx.so.1.2', 'bin/postgres'].map((path) => stat(join(copy, path))),
  );
  expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o755, 0o755, 0o644, 0o755]);
  expect([await linkLibraries(native), await linkLibraries(native)]).toEqual([true, true]);
  expect(await readlink(join(native, 'lib', 'libx.so.1'))).toBe('libx.so.1.2');
});

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'the disk is full'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'the port is taken'],
  ['FATAL:  could not open file "global/pg_control": Permission denied', 'permission'],
])('a failed start says why: %s', (output, cause) => {
  const { message } = startFailure('PostgreSQL', `first line\n${output}`);
  expect(message).toContain(`PostgreSQL failed (${cause})`);
  expect(message).toContain(output);
});
