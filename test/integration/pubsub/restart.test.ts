import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/db/client.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';
import { createPostgresPubSub } from '../../../src/platform/pubsub/postgres-pubsub.ts';

test('a subscription outlives restarts of the database', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-pubsub-'));
  let server = await startEmbeddedPostgres({ directory });
  await migrate(server.url);
  const db = openDatabase({ url: server.url, ormConnections: 1, bulkConnections: 2 });
  const pubSub = createPostgresPubSub({ sql: db.messages });
  const seen: unknown[] = [];
  const messages = await pubSub.subscribe('channel');
  const reading = (async () => {
    for await (const message of messages) seen.push(message);
  })();
  for (const round of [1, 2]) {
    await server.stop();
    // Down long enough for attempts to fail.
    await sleep(2_000);
    await expect(pubSub.publish('channel', 'lost')).rejects.toThrow();
    server = await startEmbeddedPostgres({ directory, port: server.port });
    // At most once: keep sending until one arrives.
    const arrived = async () => {
      await pubSub.publish('channel', round);
      await sleep(50);
      expect(seen).toContain(round);
    };
    await vi.waitFor(arrived, { timeout: 10_000, interval: 100 });
    await pubSub.publish('channel', `end ${round}`);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(`end ${round}`));
  }
  // Heard once each, not once per reconnection.
  expect(seen.filter((message) => typeof message === 'string')).toEqual(['end 1', 'end 2']);
  await pubSub.close();
  await reading;
  await db.close();
  await server.stop();
  await Promise.all([directory, server.directory].map((path) => rm(path, { recursive: true, force: true })));
});
