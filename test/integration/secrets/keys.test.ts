import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSource } from '../../../src/features/sources/request-secrets.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';
import { type Install, startInstall } from '../../kit/install.ts';

let install: Install;
let one: ConnectedWorkspace;
let other: string;
beforeEach(async () => {
  install = await startInstall();
  one = await connectWorkspace(install.app);
  other = await mkdtemp(join(tmpdir(), 'tributary-other-'));
  await must(['rotate-secrets']);
});
afterEach(async () => {
  await one.close();
  await install.close();
  await rm(other, { recursive: true, force: true });
});

const must = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const ran = await install.run(args, environment);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};
const keyFile = (directory: string) => join(directory, 'secrets.key');
const current = () => install.ring.look().current;
const lines = async () => (await readFile(keyFile(install.directory), 'utf8')).trim().split('\n');
/** Every command and every program opens the keys the same way; this one is refused without changing anything. */
const refusal = async (environment: Readonly<Record<string, string>>) => {
  const { code, out, err } = await install.run(['forget-old-keys'], environment);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  return err;
};

describe('keys that are not those of the database are refused', () => {
  test('none at all: and no fresh ones are made', async () => {
    const said = await refusal({ TRIBUTARY_DATA_DIR: other });
    expect(said).toContain(
      `sealed under the key ${current()}, which is not in ${keyFile(other)} (there is no such file)`,
    );
    expect(said).toContain('Restore secrets.key or TRIBUTARY_SECRET_KEY from your backup');
    expect(said).toContain('Every source then has to be reconnected.');
    expect(await readdir(other)).toEqual([]);
  });

  test('those of another install, in a file or in the environment', async () => {
    const foreign = randomBytes(32).toString('base64');
    await writeFile(keyFile(other), foreign);
    expect(await refusal({ TRIBUTARY_DATA_DIR: other })).toContain(`which is not in ${keyFile(other)}.`);
    const said = await refusal({ TRIBUTARY_SECRET_KEY: foreign });
    expect(said).toContain(`under the key ${current()}, which is not in TRIBUTARY_SECRET_KEY.`);
    expect(said).not.toContain(foreign);
  });

  test('older ones alone, as from an old backup', async () => {
    await copyFile(keyFile(install.directory), keyFile(other));
    await must(['rotate-secrets']);
    const said = await refusal({ TRIBUTARY_DATA_DIR: other });
    expect(said).toContain(`${keyFile(other)} is an older one of this database`);
    expect(said).toContain(`now sealed under the key ${current()}.`);
  });

  test('also where the database is from before keys were noted', async () => {
    await install.app.sql`DELETE FROM secret_keys`;
    expect(await refusal({ TRIBUTARY_DATA_DIR: other })).toContain(current());
    await must(['forget-old-keys']);
    expect(await install.app.sql`SELECT key_id FROM secret_keys`).toEqual([{ key_id: current() }]);
  });
});

describe('keys in the environment', () => {
  test('are turned in the documented order', async () => {
    const [old = ''] = await lines();
    const fresh = randomBytes(32).toString('base64');
    expect(await must(['rotate-secrets'], { TRIBUTARY_SECRET_KEY: `${old},${fresh}` })).toMatch(
      /as given, first in TRIBUTARY_SECRET_KEY\nSealed anew {3}0\n[\s\S]*put it first/,
    );
    const turned = { TRIBUTARY_SECRET_KEY: `${fresh},${old}` };
    expect(await refusal(turned)).toBe(`Still in use: 1 sealed under ${current()}. Run rotate-secrets first.\n`);
    expect(await must(['rotate-secrets'], turned)).toMatch(/Sealed anew {3}1\n/);
    expect(await must(['forget-old-keys'], turned)).toContain(`remove them from TRIBUTARY_SECRET_KEY, on every server`);
    expect([...(await install.sealedUnder()).values()]).not.toContain(current());
    // Whoever still has the old key alone is told.
    expect(await refusal({ TRIBUTARY_SECRET_KEY: old })).toContain('is an older one of this database');
    expect(await must(['forget-old-keys'], { TRIBUTARY_SECRET_KEY: fresh })).toContain('There are no older keys');
  });
});

describe('a key that is lost', () => {
  test('can be replaced: sources say that they need new credentials, and work with them again', async () => {
    expect((await install.run(['replace-lost-key'])).err).toMatch(/^No key is lost: .*secrets\.key fits this database/);
    const lost = await readFile(keyFile(install.directory), 'utf8');
    await rm(keyFile(install.directory));
    expect(await refusal({})).toContain('there is no such file');
    expect(await must(['replace-lost-key'])).toContain('is now this database’s'.replace('’', "'"));
    // A server that starts now opens nothing of what is there; this one has the lost key in its memory.
    const rotated = await must(['rotate-secrets']);
    expect(rotated).toContain(`Unreadable    1, under a key that is not here: these workspaces have to reconnect`);
    expect(rotated).toContain(one.workspace.id);
    // Found after all.
    await writeFile(keyFile(install.directory), `${(await lines()).join('\n')}\n${lost}`);
    expect(await must(['rotate-secrets'])).toMatch(/Sealed anew {3}1\n/);
    expect((await openSource(one.workspace.ctx)).secrets).toMatchObject({ auth: { kind: 'NONE' } });
  });
});
