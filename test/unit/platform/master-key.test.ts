import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadOrCreateMasterKey } from '../../../src/platform/secrets/master-key.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-key-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('creates a key for its owner only and finds it again', async () => {
  const created = await loadOrCreateMasterKey(directory);
  expect(created.key.length).toBe(32);
  const file = join(directory, 'secrets.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toEqual(created.key);
  await chmod(file, 0o644);
  expect(await loadOrCreateMasterKey(directory)).toEqual(created);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('all of many racing callers get one key, and no draft stays behind', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateMasterKey(join(directory, 'new'))));
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  expect(await readdir(join(directory, 'new'))).toEqual(['secrets.key']);
});

test('a given key wins, in any of its spellings, and no file is made', async () => {
  const bytes = Buffer.alloc(32, 0xfb);
  const spellings = ['base64', 'base64url', 'hex'] as const;
  const keys = await Promise.all(spellings.map((as) => loadOrCreateMasterKey(directory, ` ${bytes.toString(as)}\n`)));
  expect(keys.map(({ key }) => Buffer.compare(key, bytes))).toEqual([0, 0, 0]);
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  expect(await readdir(directory)).toEqual([]);
});

test.each(['', 'short', 'x'.repeat(44), 'correct horse battery staple'])(
  'refuses %o without repeating it',
  async (text) => {
    const failed = await loadOrCreateMasterKey(directory, text).catch((error: Error) => error);
    expect(failed).toBeInstanceOf(Error);
    expect((failed as Error).message).toContain('32 bytes in base64');
    if (text) expect((failed as Error).message).not.toContain(text);
  },
);

test('a damaged file is an error that names the file, not a reason for a new key', async () => {
  await writeFile(join(directory, 'secrets.key'), 'damaged');
  await expect(loadOrCreateMasterKey(directory)).rejects.toThrow('secrets.key must be 32 bytes');
  expect(await readFile(join(directory, 'secrets.key'), 'utf8')).toBe('damaged');
});
