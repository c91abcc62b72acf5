import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server of this test run alone, with a migrated database `template_tributary` to copy. */
    serverUrl: string;
  }
}

export const TEMPLATE = 'template_tributary';

/**
 * One PostgreSQL for the whole run: an embedded one without durability, since nothing here outlives it, or the operator's
 * own in TEST_DATABASE_URL, where the user may create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: async () => {} } : await startServer();
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await sql.unsafe(`CREATE DATABASE ${TEMPLATE}`);
  await sql.end();
  await migrate(withDatabase(server.url, TEMPLATE));
  project.provide('serverUrl', server.url);
  return server.stop;
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startEmbeddedPostgres({ directory, settings });
  const stop = async () => {
    await server.stop();
    await rm(server.directory, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
