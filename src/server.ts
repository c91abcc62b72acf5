import { setTimeout } from 'node:timers/promises';
import { runServer } from './app/run-server.ts';
import { failToGoOn, failToStart, stopOnSignal } from './app/until-signal.ts';
import { readConfig } from './platform/config.ts';

const LAST_MOMENTS_MS = 5_000;
/** Requests have 10 s to finish, the worker 15 s, the database's connections 5 s, and an embedded database what it takes. */
const STOPPING_MS = 60_000;

/** The API, with a worker process of its own unless TRIBUTARY_WORKER=none. */
try {
  const config = readConfig(process.env);
  const starting = runServer(config, process.env);
  // From the first moment: a database that has just been started must not be left behind.
  const withinMs = config.shutdownDrainSeconds * 1_000 + STOPPING_MS;
  stopOnSignal(async () => (await starting).stop(), { withinMs });
  const server = await starting;
  process.stdout.write(`\nTributary is up.\n  GraphQL   ${server.url}/graphql\n  Explorer  ${server.url}/explorer\n`);
  if (server.freshOwnerKey) {
    process.stdout.write(
      `\n  Owner key ${server.freshOwnerKey}\n  It is shown this once and stored as a hash only: keep it.\n`,
    );
  }
  process.stdout.write('\n');
  // Whoever keeps this process running, a container or systemd, starts it again, and the database with it.
  await server.lost;
  // What waits for an answer of the database waits in vain.
  await Promise.race([server.stop(), setTimeout(LAST_MOMENTS_MS)]);
  failToGoOn('The embedded database stopped by itself: see postgres.log in its directory.');
} catch (error) {
  failToStart(error);
}
