import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';

/** A process that owns a database, tells where it is, and waits to be killed. */
const [directory = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ directory });
  process.send?.({ url: server.url });
  setInterval(() => {}, 60_000);
} catch (error) {
  process.send?.({ error: (error as Error).message });
}
