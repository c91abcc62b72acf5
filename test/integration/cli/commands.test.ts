import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/app/cli/commands.ts';
import { runCli } from '../../../src/app/cli/run-cli.ts';
import { type Database, openDatabase } from '../../../src/db/client.ts';
import { authenticate } from '../../../src/features/workspaces/index.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, ormConnections: 1, bulkConnections: 1 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function run(args: string[], environment: Record<string, string> = { DATABASE_URL: database.url }) {
  let [out, err] = ['', ''];
  const code = await runCli(args, environment, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

async function must(...args: string[]): Promise<string> {
  const { code, out, err } = await run(args);
  expect([code, err]).toEqual([0, '']);
  return out;
}

const find = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? `no ${pattern} in: ${text}`;

describe('help', () => {
  test('lists every command, and each explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const { words, options } of COMMANDS) {
      expect(out).toContain(`tributary ${words.join(' ')}`);
      const own = await must(...words, '--help');
      for (const name of Object.keys(options)) expect(own).toContain(`--${name}`);
    }
  });

  test.each([
    [[], 'Tributary'],
    [['fly'], 'There is no command "fly"'],
    [['workspace'], 'There is no command "workspace"'],
    [['workspace', 'create'], 'workspace create needs --name.'],
    [['workspace', 'create', '--name', '  '], 'workspace create needs --name.'],
    [['workspace', 'create', '--name', 'x'.repeat(101)], '1 to 100 characters'],
    [['workspace', 'create', '--nmae', 'Acme'], "Unknown option '--nmae'"],
    [['workspace', 'list', 'all'], 'does not take positional arguments'],
    [
      ['key', 'create', '--workspace', 'ws_x', '--role', 'KING', '--label', 'x'],
      '--role is one of MEMBER, ADMIN, OWNER',
    ],
  ])('%j is not understood', async (args, message) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(`${out}${err}`).toContain(message);
  });
});

test('a workspace and its keys, from creation to revocation', async () => {
  const created = await must('workspace', 'create', '--name', 'Acme');
  const workspace = find(/(ws_\w+)/, created);
  const ownerKey = find(/Owner key {2}(trb_\S+)/, created);
  expect(created).toContain('shown this once');
  expect(await authenticate({ db }, ownerKey)).toMatchObject({ workspace, role: 'OWNER' });
  expect(await must('workspace', 'list')).toMatch(new RegExp(`^${workspace} {2}\\d{4}-\\S+Z {2}Acme$`, 'm'));

  const made = await must('key', 'create', '--workspace', workspace, '--role', 'admin', '--label', 'nightly export');
  const key = find(/(key_\w+)/, made);
  const secret = find(/Secret {2}(trb_\S+)/, made);
  expect(await authenticate({ db }, secret)).toMatchObject({ workspace, role: 'ADMIN' });

  const listed = await must('key', 'list', '--workspace', workspace);
  expect(listed.trimEnd().split('\n')).toHaveLength(2);
  expect(listed).toMatch(new RegExp(`^${key} {2}ADMIN {3}${secret.slice(0, 8)}… {2}works {2}nightly export$`, 'm'));
  expect(listed).not.toContain(secret);

  expect(await must('key', 'revoke', '--id', key)).toContain(`${key} (nightly export) of ${workspace} is revoked`);
  expect(await authenticate({ db }, secret)).toBeNull();
  expect(await must('key', 'list', '--workspace', workspace)).toMatch(new RegExp(`^${key} .* revoked \\d{4}-`, 'm'));

  const first = find(/^(key_\w+) {2}OWNER/m, listed);
  const last = await run(['key', 'revoke', '--id', first]);
  expect([last.code, last.err]).toEqual([1, expect.stringContaining('last working OWNER key')]);
  expect(await authenticate({ db }, ownerKey)).not.toBeNull();
});

test.each([
  [['key', 'list', '--workspace', 'ws_none'], 'There is no workspace ws_none.'],
  [['key', 'create', '--workspace', 'ws_none', '--role', 'OWNER', '--label', 'x'], 'There is no workspace ws_none.'],
  [['key', 'revoke', '--id', 'key_none'], 'There is no key key_none.'],
])('%j is refused', async (args, message) => {
  expect(await run(args)).toEqual({ code: 1, out: '', err: `${message}\n` });
});

describe('migrate', () => {
  test('may be repeated', async () => {
    expect(await must('migrate')).toBe('The database is up to date.\n');
    expect(await must('migrate')).toBe('The database is up to date.\n');
  });

  test('says what is wrong with the environment or the database, without the password', async () => {
    const bad = await run(['migrate'], { DATABASE_URL: 'mysql://user:hush@127.0.0.1/x' });
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('DATABASE_URL')]);
    const gone = await run(['migrate'], { DATABASE_URL: 'postgres://user:hush@127.0.0.1:1/x' });
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('127.0.0.1:1/x cannot be reached')]);
    expect(bad.err + gone.err).not.toContain('hush');
  });
});
