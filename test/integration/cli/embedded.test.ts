import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';
import { ROOT } from '../../kit/source-tree.ts';

/** The program itself, as an operator starts it. */
function tributary(dataDirectory: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, TRIBUTARY_DATA_DIR: dataDirectory };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('the embedded database is the commands’ own while the server is stopped, and the server’s while it runs', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-cli-'));
  let server: EmbeddedPostgres | undefined;
  try {
    const created = await tributary(directory, 'workspace', 'create', '--name', 'Acme');
    expect(created).toMatchObject({ code: 0, err: '' });
    server = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
    const refused = await tributary(directory, 'workspace', 'list');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('belongs to the server that is running');
    await server.stop();
    const listed = await tributary(directory, 'workspace', 'list');
    expect(listed).toMatchObject({ code: 0, out: expect.stringContaining('  Acme\n') });
  } finally {
    await server?.stop();
    if (server) await rm(server.directory, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  }
});
