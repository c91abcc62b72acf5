import { openPorts } from './app/ports.ts';
import { failToStart, stopOnSignal } from './app/until-signal.ts';
import { startWorkerHealth } from './app/worker-health.ts';
import { readConfig } from './platform/config.ts';
import { giveWay } from './platform/give-way.ts';
import { keepLooking } from './worker/look.ts';
import { startWorker } from './worker/runner.ts';

/** Started by a server, with a channel to it, rather than by an operator. */
const isSupervised = process.send !== undefined;
/** Nobody is left to end a worker that cannot close because its database went, too. */
const LAST_MOMENTS_MS = 15_000;
/** Calls and mappings under way are cut short, and their runs handed back: that takes a moment, unless the database is gone. */
const STOPPING_MS = 25_000;

/** Takes jobs. Runs beside a server that started it, or by itself against the same DATABASE_URL and data directory. */
try {
  giveWay();
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw new Error('A worker needs DATABASE_URL; the embedded database belongs to the server.');
  // First, so that a taken port is noticed at once.
  const health = await startWorkerHealth(config);
  const { ports: opened, close } = await openPorts('worker', config, config.databaseUrl);
  const ports = health?.observed(opened) ?? opened;
  let leaving = false;
  const looking = keepLooking(ports);
  const stop = async () => {
    leaving = true;
    looking.stop();
    await close();
    await health?.hangUp();
  };
  if (isSupervised) obeySupervisor(stop);
  else stopOnSignal(stop, { withinMs: STOPPING_MS });
  await startWorker(ports);
  health?.watch(ports, () => leaving);
  ports.log.info(health ? { healthPort: health.port } : {}, 'the worker takes jobs');
} catch (error) {
  failToStart(error);
}

function obeySupervisor(stop: () => Promise<void>): void {
  // Ctrl-C reaches the whole process group; the server says itself when its worker is to stop.
  process.on('SIGINT', () => {});
  stopOnSignal(stop, { withinMs: STOPPING_MS, signals: ['SIGTERM'] });
  // A server that was killed cannot say goodbye: its worker goes when the channel to it closes.
  const leave = () => {
    setTimeout(() => process.exit(1), LAST_MOMENTS_MS).unref();
    void stop().finally(() => process.exit(0));
  };
  if (process.connected) process.once('disconnect', leave);
  else leave();
}
