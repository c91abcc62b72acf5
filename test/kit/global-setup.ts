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

/** One PostgreSQL for the whole run; durability is off, since nothing here outlives it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startEmbeddedPostgres({ directory, settings });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`CREATE DATABASE ${TEMPLATE}`);
  await sql.end();
  await migrate(withDatabase(server.url, TEMPLATE));
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(server.directory, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  };
}

export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
