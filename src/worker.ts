import { openPorts } from './app/ports.ts';
import { failToStart, stopOnSignal } from './app/until-signal.ts';
import { readConfig } from './platform/config.ts';
import { startWorker } from './worker/runner.ts';

/** Takes jobs. Runs beside a server that started it, or by itself against the same DATABASE_URL and data directory. */
try {
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw new Error('A worker needs DATABASE_URL; the embedded database belongs to the server.');
  const { ports, close } = await openPorts(config, config.databaseUrl);
  stopOnSignal(close);
  // A server that was killed cannot say goodbye: its worker goes when the channel to it closes.
  process.on('disconnect', () => close().finally(() => process.exit(0)));
  await startWorker(ports);
  ports.log.info({}, 'the worker takes jobs');
} catch (error) {
  failToStart(error);
}
