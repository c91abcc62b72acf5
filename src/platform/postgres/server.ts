import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isPortTaken, isStillDying, startFailure } from './failure.ts';
import { endServer, readPidFile } from './orphan.ts';
import { type EmbeddedLog, openServerLog } from './server-log.ts';
import { type ServerSettings, serverArguments } from './settings.ts';

type ServerOptions = {
  readonly home: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly settings: ServerSettings;
  readonly log: EmbeddedLog;
  readonly port?: number;
};

export type Server = {
  readonly port: number;
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
};

const ATTEMPTS = 10;
/** Replaying the log after a crash can take minutes. */
const READY_MS = 10 * 60_000;

/** Starts the server and waits until it takes connections. */
export async function runServer(options: ServerOptions): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const started = await attemptStart(options, port);
    if (typeof started !== 'string') return started;
    // Someone may take a free port between our look and the server's.
    const again = isStillDying(started) || (isPortTaken(started) && options.port === undefined);
    if (!again || attempt === ATTEMPTS) throw startFailure(`PostgreSQL on port ${port}`, started);
    await sleep(250);
  }
}

/** The running server, or what it wrote before it gave up. */
async function attemptStart(options: ServerOptions, port: number): Promise<Server | string> {
  const { home, data, binaries, account, settings, log } = options;
  const file = await openServerLog(home);
  const child = spawn(binaries.postgres, serverArguments(data, port, settings), {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', file.descriptor, file.descriptor],
    // Its own session: Ctrl-C must not stop the database before the application has finished its work.
    detached: true,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  const ended = endOf(child);
  file.close();
  const failure = await Promise.race([ended, untilReady(child, data, log)]);
  if (failure !== null) {
    const output = await file.tail();
    // Not ready in time, but alive.
    if (child.pid && isAlive(child)) await endServer(child.pid);
    return output.trim() || failure;
  }
  let asked = false;
  const exited = ended.then((how) => {
    if (!asked) log.error({ how }, `PostgreSQL ended by itself; see ${home}/postgres.log`);
  });
  // The server must not keep alive a process that has nothing else to do.
  child.unref();
  const stop = async () => {
    asked = true;
    child.ref();
    if (child.pid && isAlive(child)) await endServer(child.pid);
    await exited;
  };
  return { port, exited, stop };
}

const isAlive = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return signal ? `ended by ${signal}` : `ended with code ${code}`;
  } catch (error) {
    return `could not be started: ${(error as Error).message}`;
  }
}

/** Null once it takes connections; text when it took too long. */
async function untilReady(child: ChildProcess, data: string, log: EmbeddedLog): Promise<string | null> {
  const begun = Date.now();
  let told = begun;
  while (Date.now() - begun < READY_MS && isAlive(child)) {
    const file = await readPidFile(data);
    if (file?.pid === child.pid && file?.status === 'ready') return null;
    if (Date.now() - told > 10_000) {
      log.info({ seconds: Math.round((Date.now() - begun) / 1000) }, 'PostgreSQL is recovering');
      told = Date.now();
    }
    await sleep(25);
  }
  return 'not ready in time';
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}
