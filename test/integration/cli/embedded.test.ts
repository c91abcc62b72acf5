import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';
import { ROOT } from '../../kit/source-tree.ts';

let directory: string;
let server: EmbeddedPostgres | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-cli-'));
});
afterEach(async () => {
  await server?.stop();
  if (server) await rm(server.directory, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
  server = undefined;
});

const start = () => startEmbeddedPostgres({ directory: join(directory, 'postgres') });

/** The program itself, as an operator starts it. */
function tributary(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, TRIBUTARY_DATA_DIR: directory, LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('commands work on the embedded database while nobody uses it, and beside whoever does', async () => {
  expect(await tributary('workspace', 'create', '--name', 'Before')).toMatchObject({ code: 0, err: '' });
  server = await start();
  expect(await tributary('workspace', 'create', '--name', 'Beside')).toMatchObject({ code: 0, err: '' });
  expect(await tributary('rotate-secrets')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Sealed') });
  // A command ends what it started, and nothing else.
  expect(await Promise.race([server.exited.then(() => 'ended'), tributary('migrate').then(() => 'runs')])).toBe('runs');
  await server.stop();
  const listed = await tributary('workspace', 'list');
  expect(listed).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/ {2}Before\n.* {2}Beside\n$/) });
});

test('a command that comes while the database starts waits for it', async () => {
  await (await start()).stop();
  const starting = start();
  const listing = tributary('workspace', 'list');
  server = await starting;
  expect(await listing).toMatchObject({ code: 0, err: '' });
});
