import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSecrets, keyIdOf } from '../../../src/platform/secrets/aes-secrets.ts';
import {
  givenKeyRing,
  type KeyRing,
  openKeyFile,
  openOrCreateKeyFile,
} from '../../../src/platform/secrets/key-ring.ts';
import { testWhen } from '../../kit/when.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-key-'));
  file = join(directory, 'secrets.key');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const place = { workspaceId: 7, integration: 'custom-api', field: 'request' };
const line = () => randomBytes(32).toString('base64');
const ids = (ring: KeyRing) => ring.look().keys.map(({ id }) => id);

async function opened(): Promise<KeyRing> {
  const ring = await openKeyFile(directory);
  if (!ring) throw new Error('there is no key file');
  return ring;
}

describe('the key file', () => {
  test('is created for its owner only and found again', async () => {
    expect(await openKeyFile(directory)).toBeNull();
    const created = (await openOrCreateKeyFile(directory)).look();
    expect(created.keys[0]?.key.length).toBe(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toEqual(created.keys[0]?.key);
    await chmod(file, 0o644);
    expect((await openOrCreateKeyFile(directory)).look()).toEqual(created);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('all of many racing callers get one key, and no draft stays behind', async () => {
    const rings = await Promise.all(Array.from({ length: 20 }, () => openOrCreateKeyFile(join(directory, 'new'))));
    expect(new Set(rings.flatMap(ids)).size).toBe(1);
    expect(await readdir(join(directory, 'new'))).toEqual(['secrets.key']);
  });

  test('that is damaged is an error that names it, not a reason for a new key', async () => {
    for (const damaged of ['damaged', '', `${line()}\ndamaged\n`]) {
      await writeFile(file, damaged);
      await expect(openOrCreateKeyFile(directory)).rejects.toThrow('secrets.key must be 32 bytes');
      expect(await readFile(file, 'utf8')).toBe(damaged);
    }
  });

  test('holds the current key first and older ones behind it; blank lines and repetitions mean nothing', async () => {
    const [one, two] = [line(), line()];
    await writeFile(file, `\n${one}\r\n\n${two}\n${one}\n`);
    const { keys, current } = (await opened()).look();
    expect(keys.map(({ key }) => Buffer.from(key).toString('base64'))).toEqual([one, two]);
    expect(current).toBe(keys[0]?.id);
  });

  test('gets a fresh key in front, and loses the older ones when told to', async () => {
    const ring = await openOrCreateKeyFile(directory);
    const [first] = ids(ring);
    await ring.file?.addKey();
    expect(ids(ring)).toEqual([expect.not.stringContaining(first ?? ''), first]);
    const [second] = ids(ring);
    await ring.file?.dropOlderKeys();
    expect(ids(ring)).toEqual([second]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['secrets.key']);
  });

  const isRoot = process.getuid?.() === 0;
  testWhen(isRoot, 'root')('stays the property of the user whose server reads it', async () => {
    const ring = await openOrCreateKeyFile(directory);
    await chown(file, 65_534, 65_534);
    await ring.file?.addKey();
    expect(await stat(file)).toMatchObject({ uid: 65_534, gid: 65_534 });
  });

  test('behind a link stays where it is', async () => {
    const real = join(directory, 'kept-elsewhere');
    const ring = await openOrCreateKeyFile(directory);
    await rename(file, real);
    await symlink(real, file);
    await ring.file?.addKey();
    expect((await readFile(real, 'utf8')).trim().split('\n')).toHaveLength(2);
    expect(ids(ring)).toHaveLength(2);
  });
});

describe('a process that runs', () => {
  test('seals under the new key from the moment it is in the file, and opens what others sealed under it', async () => {
    const ring = await openOrCreateKeyFile(directory);
    const [mine, others] = [createSecrets(ring.look), createSecrets((await opened()).look)];
    const before = mine.seal('before', place);
    const added = await ring.file?.addKey();
    const after = mine.seal('after', place);
    expect([keyIdOf(before), keyIdOf(after)]).toEqual([added?.keys[1]?.id, added?.current]);
    expect([others.open(after, place), others.open(before, place)]).toEqual(['after', 'before']);
    expect(keyIdOf(others.seal('x', place))).toBe(added?.current);
  });

  test('never seals under a key that it cannot confirm, yet opens with the keys it has', async () => {
    const secrets = createSecrets((await openOrCreateKeyFile(directory)).look);
    const sealed = secrets.seal('x', place);
    await rm(file);
    expect(() => secrets.seal('y', place)).toThrow(/cannot read .*secrets\.key \(ENOENT\)/);
    expect(secrets.open(sealed, place)).toBe('x');
  });

  test('looks once more before it says that a key is unknown', async () => {
    const [one, two] = [line(), line()];
    await writeFile(file, one);
    const secrets = createSecrets((await opened()).look);
    const foreign = createSecrets(givenKeyRing(two).look).seal('x', place);
    expect(() => secrets.open(foreign, place)).toThrow(expect.objectContaining({ reason: 'unknown-key' }));
    await writeFile(file, `${one}\n${two}\n`);
    expect(secrets.open(foreign, place)).toBe('x');
  });
});

describe('keys that are given', () => {
  test('in any spelling, commas between them, the first of them current', () => {
    const bytes = Buffer.alloc(32, 0xfb);
    const other = line();
    const spellings = ['base64', 'base64url', 'hex'] as const;
    const rings = spellings.map((as) => givenKeyRing(` ${bytes.toString(as)} , ${other},\n`));
    expect(new Set(rings.map((ring) => JSON.stringify(ids(ring)))).size).toBe(1);
    const [{ keys, current } = { keys: [], current: '' }] = rings.map((ring) => ring.look());
    expect([keys.length, current]).toEqual([2, keys[0]?.id]);
    expect(Buffer.compare(keys[0]?.key ?? Buffer.of(), bytes)).toBe(0);
  });

  test.each(['', ',', 'short', 'x'.repeat(44), `${line()},secret`, 'correct horse'])(
    '%o is refused unrepeated',
    (text) => {
      const refused = (() => {
        try {
          return givenKeyRing(text);
        } catch (error) {
          return error as Error;
        }
      })();
      expect(refused).toBeInstanceOf(Error);
      const { message } = refused as Error;
      expect(message).toBe('TRIBUTARY_SECRET_KEY must be 32 bytes in base64 (make one: openssl rand -base64 32)');
    },
  );
});
