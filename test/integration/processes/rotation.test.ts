import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { newId } from '../../../src/lib/ids.ts';
import { createSecrets } from '../../../src/platform/secrets/aes-secrets.ts';
import { keyIdOf } from '../../../src/platform/secrets/format.ts';
import { openOrCreateKeyFile } from '../../../src/platform/secrets/key-ring.ts';
import { createClient } from '../../kit/client.ts';
import { createTestDatabase } from '../../kit/database.ts';
import { json, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { endPrograms, ownDirectory, startProgram, startServer } from '../../kit/processes.ts';
import { aMappingInput, sourcesClient, WINDOWED } from '../../kit/sources.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const MANY = 2_000;
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test('keys are turned while a server and its worker run, though the command is killed half-way', async () => {
  const database = await createTestDatabase();
  const { path, remove } = await ownDirectory();
  const endpoint = await startMisbehavingEndpoint();
  const sql = postgres(database.url, { max: 1 });
  cleanups.push(remove, database.drop, endpoint.close, () => sql.end());
  const environment = {
    DATABASE_URL: database.url,
    TRIBUTARY_DATA_DIR: path,
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8',
    BOOTSTRAP_OWNER_KEY: 'k'.repeat(40),
  };
  const command = (...args: string[]) => startProgram('cli', { environment, args });
  const must = async (...args: string[]) => {
    const ran = command(...args);
    expect({ code: await ran.ended, err: ran.err() }).toEqual({ code: 0, err: '' });
    return ran.out();
  };

  const server = await startServer({ environment });
  const client = createClient(server.url, environment.BOOTSTRAP_OWNER_KEY);
  const admin = sourcesClient(client);
  endpoint.respond(json([{ day: YESTERDAY, id: 'A', calls: 2, seats: 1 }]));
  const connection = { url: `${endpoint.url}${WINDOWED}`, auth: { bearer: { token: 'planted-token' } } };
  expect((await admin.connect(connection)).userErrors).toEqual([]);
  const ended = async (id: string) => {
    await expect.poll(async () => (await admin.run(id)).status, { timeout: 20_000 }).toMatch(/SUCCEEDED|FAILED/);
    return (await admin.run(id)).status;
  };
  expect(await ended((await admin.save(aMappingInput())).syncRun.id)).toBe('SUCCEEDED');

  const ring = await openOrCreateKeyFile(path);
  const old = ring.look().current;
  await plant(sql, createSecrets(ring.look));
  const left = async () => (await sealedUnder(sql)).filter((id) => id === old).length;

  const killed = command('rotate-secrets');
  await expect.poll(left, { interval: 5, timeout: 20_000 }).toBeLessThan(MANY);
  expect(await killed.kill('SIGKILL')).toBe('SIGKILL');
  const remaining = await left();
  expect(remaining).toBeGreaterThan(0);
  expect(remaining).toBeLessThan(MANY);
  const made = ring.look().current;
  expect(await must('rotate-secrets')).toMatch(
    new RegExp(`${made}, as a rotation left it, .*\nSealed anew {3}${remaining}\n`),
  );
  expect(new Set(await sealedUnder(sql))).toEqual(new Set([made]));
  expect((await readFile(join(path, 'secrets.key'), 'utf8')).trim().split('\n')).toHaveLength(2);

  // The worker was started with the old key alone.
  expect(await ended((await admin.syncNow()).syncRun.id)).toBe('SUCCEEDED');
  expect(await must('forget-old-keys')).toContain(`Removed ${old} from`);
  expect(await ended((await admin.syncNow()).syncRun.id)).toBe('SUCCEEDED');
  expect(endpoint.requests.at(-1)?.headers.authorization).toBe('Bearer planted-token');
  expect((await admin.disconnect()).userErrors).toEqual([]);
  expect((await admin.connect(connection)).userErrors).toEqual([]);
  expect(new Set(await sealedUnder(sql))).toEqual(new Set([made]));
  expect(server.err()).not.toContain('cannot be opened');
});

/** Credentials of many workspaces that nobody calls. */
async function plant(sql: Sql, secrets: ReturnType<typeof createSecrets>): Promise<void> {
  const now = new Date();
  const names = Array.from({ length: MANY - 1 }, () => ({ id: newId('workspace', now), name: 'x', created_at: now }));
  const ids = await sql<{ workspace_id: number }[]>`INSERT INTO workspaces ${sql(names)} RETURNING workspace_id`;
  const plaintext = JSON.stringify({ auth: { kind: 'BEARER', token: 'planted' }, headers: [], body: null });
  const rows = ids.map(({ workspace_id }) => ({
    workspace_id,
    status: 'MAPPING',
    url: 'https://example.com/usage',
    method: 'GET',
    auth_kind: 'BEARER',
    timeout_seconds: 10,
    config_version: 1,
    sealed_request: secrets.seal(plaintext, { workspaceId: workspace_id, integration: 'custom-api', field: 'request' }),
  }));
  await sql`INSERT INTO custom_apis ${sql(rows)}`;
}

const sealedUnder = async (sql: Sql): Promise<(string | null)[]> =>
  (await sql<{ sealed: Uint8Array }[]>`SELECT sealed_request AS sealed FROM custom_apis`).map(({ sealed }) =>
    keyIdOf(sealed),
  );
