import { openPorts } from './app/ports.ts';
import { failToStart, stopOnSignal } from './app/until-signal.ts';
import { readConfig } from './platform/config.ts';
import { startWorker } from './worker/runner.ts';

/** Started by a server, with a channel to it, rather than by an operator. */
const isSupervised = process.send !== undefined;
/** Nobody is left to end a worker that cannot close because its database went, too. */
const LAST_MOMENTS_MS = 15_000;

/** Takes jobs. Runs beside a server that started it, or by itself against the same DATABASE_URL and data directory. */
try {
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw new Error('A worker needs DATABASE_URL; the embedded database belongs to the server.');
  const { ports, close } = await openPorts('worker', config, config.databaseUrl);
  if (isSupervised) obeySupervisor(close);
  else stopOnSignal(close);
  await startWorker(ports);
  ports.log.info({}, 'the worker takes jobs');
} catch (error) {
  failToStart(error);
}

function obeySupervisor(close: () => Promise<void>): void {
  // Ctrl-C reaches the whole process group; the server says itself when its worker is to stop.
  process.on('SIGINT', () => {});
  stopOnSignal(close, ['SIGTERM']);
  // A server that was killed cannot say goodbye: its worker goes when the channel to it closes.
  const leave = () => {
    setTimeout(() => process.exit(1), LAST_MOMENTS_MS).unref();
    void close().finally(() => process.exit(0));
  };
  if (process.connected) process.once('disconnect', leave);
  else leave();
}
