import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { openDatabase } from '../src/db/client.ts';
import { createWorkspace } from '../src/features/workspaces/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { createClient, type TestClient } from '../test/kit/client.ts';
import { type SourcesClient, sourcesClient } from '../test/kit/sources.ts';
import { mappingOf } from './payload.ts';

export type Program = { readonly pid: number; readonly child: ChildProcess; readonly err: () => string };
export type Worker = Program & { readonly metrics: () => Promise<string> };
export type Customer = { readonly key: string; readonly client: TestClient; readonly admin: SourcesClient };

/** A server and workers as operators run them, from `dist`, on an embedded PostgreSQL that both only know by its URL. */
export type Install = {
  readonly sql: Sql;
  readonly databaseUrl: string;
  readonly url: string;
  readonly server: Program;
  /** Resolves when the worker takes jobs. */
  readonly hire: () => Promise<Worker>;
  readonly customer: () => Promise<Customer>;
  /** The run, once it has ended well. */
  readonly ended: (run: { readonly id: string }) => Promise<{ readonly rows: number; readonly attempt: number }>;
  readonly close: () => Promise<void>;
};

const TOKEN = 'whoever measures may read the metrics';

export async function startInstall(): Promise<Install> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
  await chmod(directory, 0o755);
  const database = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: directory,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: database.url,
    TRIBUTARY_DATA_DIR: directory,
    TRIBUTARY_WORKER: 'none',
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.1/32',
    BOOTSTRAP_OWNER_KEY: 'a key of the operator, 32 characters+',
    METRICS_TOKEN: TOKEN,
    WORKER_HEALTH_PORT: '0',
    LOG_LEVEL: 'info',
  };
  const programs: Program[] = [];
  // A script that breaks, or is interrupted, leaves nobody behind to work on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  process.once('exit', () => {
    for (const { child } of programs) child.kill('SIGKILL');
    try {
      process.kill(
        Number(readFileSync(join(database.directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
        'SIGINT',
      );
    } catch {
      // Stopped as it should be.
    }
  });
  const start = async (name: 'server' | 'worker', ready: RegExp): Promise<Program & { said: string }> => {
    const entry = fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
    // Services of their own, as an operator has them: in one session they would share what one of them gets.
    const child = spawn(process.execPath, [entry], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more) => (text += more));
    const program = { pid: child.pid ?? 0, child, err: () => text };
    programs.push(program);
    for (;;) {
      const found = ready.exec(text);
      if (found) return { ...program, said: found[1] ?? '' };
      if (child.exitCode !== null) throw new Error(`${name} ended: ${text}`);
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
    }
  };
  const server = await start('server', /GraphQL +(http:\S+)\/graphql/);
  const db = openDatabase({ url: database.url, ormConnections: 1, bulkConnections: 1 });
  const sql = postgres(database.url, { max: 2, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
  return {
    sql,
    databaseUrl: database.url,
    url: server.said,
    server,
    hire: async () => {
      const worker = await start('worker', /"healthPort":(\d+),.*the worker takes jobs/);
      const metrics = async () =>
        (
          await fetch(`http://127.0.0.1:${worker.said}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
        ).text();
      return { ...worker, metrics };
    },
    customer: async () => {
      const { ownerKey } = await createWorkspace({ db, clock: systemClock }, { name: 'bench', ownerKey: null });
      const client = createClient(server.said, ownerKey);
      return { key: ownerKey, client, admin: sourcesClient(client) };
    },
    ended: async ({ id }) => {
      for (;;) {
        const [run] = await sql`
          SELECT status, rows_stored AS rows, attempt, error::text FROM sync_runs WHERE id = ${id} AND finished_at IS NOT NULL`;
        if (run?.['status'] === 'SUCCEEDED') return { rows: run['rows'], attempt: run['attempt'] };
        if (run) throw new Error(`the run ended ${JSON.stringify(run)}`);
        await sleep(20);
      }
    },
    close: async () => {
      for (const { child } of programs) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await Promise.all([sql.end({ timeout: 5 }), db.close()]);
      await database.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Connects the customer; `backfill` then makes 30 days of history and gives back its run. */
export async function connect({ admin }: Customer, url: string, metrics: number) {
  const { userErrors } = await admin.connect({ url, timeoutSeconds: 60 });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  const { accountId: _, ...mapping } = mappingOf(metrics);
  return {
    backfill: async (): Promise<{ readonly id: string }> => {
      const saved = await admin.save(mapping, 30);
      if (saved.userErrors.length > 0) throw new Error(JSON.stringify(saved.userErrors));
      return saved.syncRun;
    },
  };
}
