import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDatabase } from '../../../src/app/database.ts';
import { openDatabase } from '../../../src/db/client.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { authenticate, createWorkspace } from '../../../src/features/workspaces/index.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';
import { openPostgresStorage } from '../../../src/platform/queue/postgres-storage.ts';

// A server of its own: roles belong to the whole server, and here it has none of ours yet.
let directory: string;
let server: EmbeddedPostgres;
let superuser: Sql;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-roles-'));
  server = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } });
  superuser = postgres(server.url, { max: 1, onnotice: () => {} });
  await superuser.unsafe(`CREATE ROLE "The owner" LOGIN PASSWORD 'pw'`);
  await superuser.unsafe(`CREATE ROLE runtime LOGIN NOINHERIT PASSWORD 'pw'`);
  for (const name of ['shop', 'one', 'two']) await superuser.unsafe(`CREATE DATABASE ${name} OWNER "The owner"`);
  for (const name of ['postgres', 'shop']) await superuser.unsafe(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
});
afterAll(async () => {
  await superuser.end();
  await server.stop();
  await Promise.all([directory, server.directory].map((path) => rm(path, { recursive: true, force: true })));
});

function urlOf(user: string, database: string): string {
  const url = new URL(server.url);
  return Object.assign(url, { username: user, password: 'pw', pathname: `/${database}` }).href;
}
const start = (variables: Record<string, string>) => startDatabase(readConfig(variables), silentLog);

/** Has a superuser run what the message says, and nothing else. */
async function obey(error: unknown): Promise<void> {
  const [, statements] = /Let a superuser run once: (.+)$/m.exec(String(error)) ?? [];
  if (!statements) throw error;
  const administered = postgres(server.url.replace(/\/postgres$/, '/shop'), { max: 1, onnotice: () => {} });
  await administered.unsafe(statements).finally(() => administered.end());
}

describe('the owner of the tables and the user of the server are two, and neither is a superuser', () => {
  const environment = () => ({
    DATABASE_URL: urlOf('runtime', 'shop'),
    DATABASE_MIGRATION_URL: urlOf('The owner', 'shop'),
  });

  test('what the owner may not do is told as the statements to run', async () => {
    const refused = await start(environment()).catch((error: unknown) => error);
    expect(String(refused)).toContain('may not create roles');
    await obey(refused);
    await start(environment());
  });

  test('the server’s user works with it, and may change nothing of it', async () => {
    const url = urlOf('runtime', 'shop');
    const db = openDatabase({ url, ormConnections: 1, bulkConnections: 1 });
    const created = await createWorkspace({ db, clock: systemClock }, { name: 'A', ownerKey: null });
    const actor = await authenticate({ db }, created.ownerKey);
    expect(actor).toMatchObject({ workspace: created.workspace.id, role: 'OWNER' });
    await db.workspace(actor?.workspaceId ?? 0).sql.begin(async (tx) => {
      await tx`CREATE TEMP TABLE staged (a int) ON COMMIT DROP`;
      await tx`INSERT INTO external_accounts VALUES (${actor?.workspaceId ?? 0}, 1, 'A-1')`;
    });
    await db.close();
    const jobs = await openPostgresStorage(url, silentLog);
    expect((await jobs.repository.queryJobs()).total).toBe(0);
    await jobs.close();
    const plain = postgres(url, { max: 1 });
    for (const statement of ['SELECT 1 FROM accounts', 'CREATE TABLE mine (a int)', 'DROP TABLE agenda_jobs']) {
      await expect(plain.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    await plain.end();
  });

  test('the owner is needed again only when there is something to migrate', async () => {
    await start({ DATABASE_URL: urlOf('runtime', 'shop') });
    const owner = postgres(urlOf('The owner', 'shop'), { max: 1 });
    await owner`DELETE FROM drizzle.__drizzle_migrations WHERE id = (SELECT max(id) FROM drizzle.__drizzle_migrations)`;
    await owner.end();
    await expect(start({ DATABASE_URL: urlOf('runtime', 'shop') })).rejects.toThrow(/owner in DATABASE_MIGRATION_URL/);
  });

  test('the owner sees no row either', async () => {
    const owner = postgres(urlOf('The owner', 'shop'), { max: 1 });
    expect(await owner`SELECT 1 FROM external_accounts`).toHaveLength(0);
    await owner.end();
  });
});

test('an owner who may create roles needs nobody’s help, also for two databases of one server at once', async () => {
  const shop = postgres(server.url.replace(/\/postgres$/, '/shop'), { max: 1, onnotice: () => {} });
  await shop.unsafe('DROP OWNED BY tributary_app, tributary_system; DROP ROLE tributary_app, tributary_system');
  await shop.end();
  await superuser.unsafe(`ALTER ROLE "The owner" CREATEROLE`);
  await Promise.all(['one', 'two'].map((name) => migrate(urlOf('The owner', name), 'runtime')));
  for (const name of ['one', 'two']) {
    const db = openDatabase({ url: urlOf('runtime', name), ormConnections: 1, bulkConnections: 1 });
    await createWorkspace({ db, clock: systemClock }, { name, ownerKey: null });
    expect(await db.isMigrated()).toBe(true);
    await db.close();
  }
});
