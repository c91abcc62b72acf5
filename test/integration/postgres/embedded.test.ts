import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/platform/postgres/embedded.ts';
import { testWhen } from '../../kit/when.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** mkdtemp makes it 0700: for root, a place the server's user cannot reach. */
async function closedDirectory(parent = tmpdir()): Promise<string> {
  const directory = await mkdtemp(join(parent, 'tributary-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function start(directory: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, ...options });
  cleanups.push(async () => {
    await server.stop();
    if (server.directory !== directory) await rm(server.directory, { recursive: true, force: true });
  });
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

/** A child that owns the directory, or the reason why it does not. */
async function owner(directory: string) {
  const child = fork(join(import.meta.dirname, 'owner-child.ts'), [directory], { execArgv: ['--import', 'tsx'] });
  cleanups.push(async () => child.kill('SIGKILL'));
  const [message] = (await once(child, 'message')) as [{ url: string; error: string }];
  const kill = async () => {
    // One that was refused ends by itself.
    if (child.kill('SIGKILL')) await once(child, 'exit');
  };
  return { ...message, kill };
}

test('starts, keeps its data over a restart, and closes what it should', async () => {
  const directory = await closedDirectory();
  const first = await start(directory);
  await query(first.url, 'create table t (v text); insert into t values ($$Ünïcode$$)');
  const [facts] = await query(
    first.url,
    `select current_setting('fsync') fsync, current_setting('listen_addresses') listen, current_setting('jit') jit,
      current_setting('unix_socket_directories') sockets, pg_encoding_to_char(encoding) encoding, datlocale locale,
      lower('Ü') lowered from pg_database where datname = current_database()`,
  );
  expect(facts).toEqual({
    ...{ fsync: 'on', listen: '127.0.0.1', jit: 'off', sockets: '' },
    ...{ encoding: 'UTF8', locale: 'C.UTF-8', lowered: 'ü' },
  });
  expect((await stat(join(first.directory, 'password'))).mode & 0o777).toBe(0o600);
  await Promise.all([first.stop(), first.stop()]);
  await first.exited;

  const second = await start(directory);
  expect(second.directory).toBe(first.directory);
  expect(await query(second.url, 'select v from t')).toEqual([{ v: 'Ünïcode' }]);
});

test('refuses a wrong password', async () => {
  const server = await start(await closedDirectory());
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
});

test('a second owner is refused, in this process and in another', async () => {
  const directory = await closedDirectory();
  await start(directory);
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(`another Tributary is using ${directory}`);
  expect((await owner(directory)).error).toBe(`another Tributary is using ${directory}`);
});

test('of two processes that race for a fresh directory one wins', async () => {
  const directory = await closedDirectory();
  const outcomes = await Promise.all([owner(directory), owner(directory)]);
  expect(outcomes.map(({ url, error }) => error ?? typeof url).sort()).toEqual([
    `another Tributary is using ${directory}`,
    'string',
  ]);
  await Promise.all(outcomes.map(({ kill }) => kill()));
  await start(directory);
});

test('kill -9 of the owner leaves a server that the next start replaces', async () => {
  const directory = await closedDirectory();
  const killed = await owner(directory);
  await query(killed.url, 'create table t (v int); insert into t values (7)');
  await killed.kill();
  // The orphan is still there.
  expect(await query(killed.url, 'select v from t')).toEqual([{ v: 7 }]);
  const next = await start(directory);
  expect(await query(next.url, 'select v from t')).toEqual([{ v: 7 }]);
  await expect(query(killed.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('a pid file left by a crashed machine, naming a living stranger, does not block the start', async () => {
  const directory = await closedDirectory();
  const first = await start(directory);
  const pidFile = await readFile(join(first.directory, 'data', 'postmaster.pid'), 'utf8');
  await first.stop();
  await writeFile(join(first.directory, 'data', 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)));
  const second = await start(directory);
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a claim from another container counts only while its heartbeat does', async () => {
  const directory = await closedDirectory();
  const first = await start(directory);
  await first.stop();
  const claim = { pid: 1, start: '1', space: 'elsewhere', released: false };
  await writeFile(join(first.directory, 'owner.9'), JSON.stringify(claim));
  await start(directory);
}, 60_000);

test('says what went wrong: a taken port, a bad setting, another version', async () => {
  const directory = await closedDirectory();
  const taken = createServer().listen(0, '127.0.0.1');
  cleanups.push(async () => taken.close());
  await once(taken, 'listening');
  const port = (taken.address() as { port: number }).port;
  await expect(startEmbeddedPostgres({ directory, port })).rejects.toThrow(/the port is taken/);
  const bad = startEmbeddedPostgres({ directory, settings: { work_mem: 'plenty' } });
  await expect(bad).rejects.toThrow(/work_mem/);
  const server = await start(directory);
  await server.stop();
  await writeFile(join(server.directory, 'data', 'PG_VERSION'), '12\n');
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(/written by PostgreSQL 12/);
});

const testAsRoot = testWhen(process.getuid?.() === 0, 'to run as root: directories closed to the server user');

testAsRoot('as root, a database below a 0700 directory is kept where the server can reach it', async () => {
  for (const parent of [tmpdir(), '/root']) {
    const directory = join(await closedDirectory(parent), 'state', 'postgres');
    const server = await start(directory);
    expect(server.directory).toMatch(/^\/var\/lib\/tributary\/data-/);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect((await start(directory)).directory).toBe(server.directory);
  }
});

testAsRoot('as root, an open directory is used itself, by a user who is not root', async () => {
  const directory = join('/var/tmp', `tributary-${process.pid}`);
  await mkdir(directory, { mode: 0o755 });
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  const server = await start(directory);
  expect(server.directory).toBe(directory);
  expect((await stat(join(directory, 'data'))).uid).not.toBe(0);
});
