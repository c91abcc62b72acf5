import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase } from '../../kit/database.ts';
import { withDatabase } from '../../kit/global-setup.ts';
import {
  canReadCheckout,
  endPrograms,
  ownDirectory,
  READABLE_CHECKOUT,
  SELF,
  startProgram,
  USERS,
} from '../../kit/processes.ts';
import { testWhen } from '../../kit/when.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function directory(...as: Parameters<typeof ownDirectory>): Promise<string> {
  const { path, remove } = await ownDirectory(...as);
  cleanups.push(remove);
  return path;
}

/** Starts a program that must refuse: exit code 1, nothing on standard output, and one plain sentence, no stack. */
async function refusal(name: 'server' | 'worker', environment: Record<string, string>, as = USERS[0]): Promise<string> {
  const program = startProgram(name, { environment, ...(as ? { as } : {}) });
  const code = await program.ended;
  const said = program.err();
  expect({ code, out: program.out(), said }).toMatchObject({ code: 1, out: '' });
  expect(said).toMatch(/^\nTributary could not start\. [\s\S]+\n\n$/);
  expect(said).not.toMatch(/\n {4}at |node:internal|\.ts:\d/);
  return said.trim();
}

describe.concurrent('says what is wrong, in one sentence', () => {
  test('the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    cleanups.push(async () => taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const said = await refusal('server', { PORT: String(port), TRIBUTARY_DATA_DIR: await directory() });
    expect(said).toContain(`Port ${port} is taken by another program.`);
    expect(said).toContain(`PORT=${port + 1}`);
  });

  test('the database cannot be reached', async () => {
    const url = 'postgres://tributary:planted-password@127.0.0.1:1/usage';
    const said = await refusal('server', { DATABASE_URL: url, TRIBUTARY_DATA_DIR: await directory() });
    expect(said).toMatch(/The database at 127\.0\.0\.1:1\/usage cannot be reached .*DATABASE_URL/);
    expect(said).not.toContain('planted');
  });

  test('the database refuses the password, or does not exist', async () => {
    const wrong = new URL(inject('serverUrl'));
    wrong.password = 'planted-password';
    const data = await directory();
    const refused = await refusal('server', { DATABASE_URL: wrong.href, TRIBUTARY_DATA_DIR: data });
    expect(refused).toMatch(/refuses the user or password of DATABASE_URL/);
    expect(refused).not.toContain('planted');
    const missing = withDatabase(inject('serverUrl'), 'no_such_database');
    expect(await refusal('server', { DATABASE_URL: missing, TRIBUTARY_DATA_DIR: data })).toMatch(
      /no_such_database does not exist: create it first/,
    );
  });

  test('variables that are not usable, all at once and without their values', async () => {
    const data = await directory();
    const said = await refusal('server', { TRIBUTARY_DATA_DIR: data, PORT: 'planted', BOOTSTRAP_OWNER_KEY: 'planted' });
    expect(said).toMatch(/PORT: .*whole number from 0 to 65535[\s\S]*BOOTSTRAP_OWNER_KEY: must be 32/);
    expect(said).not.toContain('planted');
    const ranges = await refusal('server', { TRIBUTARY_DATA_DIR: data, OUTBOUND_ALLOWED_CIDRS: '10.0.0.0/8,nonsense' });
    expect(ranges).toMatch(/OUTBOUND_ALLOWED_CIDRS/);
    const key = await refusal('server', { TRIBUTARY_DATA_DIR: data, TRIBUTARY_SECRET_KEY: 'planted' });
    expect(key).toMatch(/TRIBUTARY_SECRET_KEY must be 32 bytes/);
    expect(key).not.toContain('planted');
  });

  test('keys that are not those of the database', async () => {
    const database = await createTestDatabase();
    cleanups.push(database.drop);
    const [mine, other] = [await directory(), await directory()];
    const migrated = startProgram('cli', {
      environment: { DATABASE_URL: database.url, TRIBUTARY_DATA_DIR: mine },
      args: ['rotate-secrets'],
    });
    expect(await migrated.ended).toBe(0);
    for (const name of ['server', 'worker'] as const) {
      const said = await refusal(name, { DATABASE_URL: database.url, TRIBUTARY_DATA_DIR: other });
      expect(said).toMatch(
        /sealed under the key [0-9a-f]{16}, which is not in .*secrets\.key \(there is no such file\)/,
      );
      expect(said).toContain('from your backup');
    }
  });

  test('a worker without a database', async () => {
    expect(await refusal('worker', { TRIBUTARY_DATA_DIR: await directory() })).toMatch(/A worker needs DATABASE_URL/);
  });

  const plain = USERS.at(-1) ?? SELF;
  testWhen(canReadCheckout(plain), READABLE_CHECKOUT)('a data directory the user may not write to', async () => {
    const closed = await directory();
    await chmod(closed, 0o555);
    const data = `${closed}/state`;
    expect(await refusal('server', { TRIBUTARY_DATA_DIR: data }, plain)).toMatch(/cannot create .*state.*EACCES/);
    const database = await createTestDatabase();
    cleanups.push(database.drop);
    const withDatabaseUrl = { DATABASE_URL: database.url, TRIBUTARY_DATA_DIR: data };
    expect(await refusal('server', withDatabaseUrl, plain)).toMatch(/state.*EACCES/);
  });
});
