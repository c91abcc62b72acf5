import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';

/**
 * How a database goes away: told to by its operator, told to drop everything, killed, or brought down by the death of one
 * of its own sessions, after which it comes back by itself.
 */
export const OUTAGES = ['FAST', 'IMMEDIATE', 'KILLED', 'SESSION_KILLED'] as const;
export type Outage = (typeof OUTAGES)[number];

export type OwnPostgres = {
  readonly url: string;
  /** Goes away, stays away for so long, and takes connections again when this resolves. */
  readonly restart: (outage: Outage, awayMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A server of the caller's own, durable as it is delivered, which he may stop and start. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-restarts-'));
  let server = await startEmbeddedPostgres({ directory });
  const name = `battery_${randomBytes(4).toString('hex')}`;
  await ask(server.url, (sql) => sql.unsafe(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    restart: async (outage, awayMs) => {
      if (outage === 'SESSION_KILLED') {
        await killSession(url.href);
        // It is away for a moment only, and then recovers.
        await sleep(50);
      } else {
        if (outage !== 'FAST')
          process.kill(await postmasterOf(server.directory), outage === 'KILLED' ? 'SIGKILL' : 'SIGQUIT');
        if (outage !== 'FAST') await server.exited;
        await server.stop();
        await sleep(awayMs);
        server = await startEmbeddedPostgres({ directory, port: server.port });
      }
      await untilItAnswers(url.href);
    },
    close: async () => {
      await server.stop();
      for (const path of [directory, server.directory]) await rm(path, { recursive: true, force: true });
    },
  };
}

const postmasterOf = async (home: string): Promise<number> =>
  Number((await readFile(join(home, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** One that works for the product when there is any. */
async function killSession(url: string): Promise<void> {
  const [row] = await ask(
    url,
    (sql) => sql<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      ORDER BY state = 'active' DESC, state = 'idle in transaction' DESC LIMIT 1`,
  );
  if (row) process.kill(row.pid, 'SIGKILL');
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask(url, (sql) => sql`SELECT 1`);
      return;
    } catch (error) {
      if (tries > 600) throw error;
      await sleep(100);
    }
  }
}

async function ask<T>(url: string, what: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await what(sql);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}
