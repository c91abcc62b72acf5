import { afterAll, expect, test } from 'vitest';
import { createClient } from '../../kit/client.ts';
import { createTestDatabase } from '../../kit/database.ts';
import { json, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import {
  alive,
  commandOf,
  descendants,
  endPrograms,
  ownDirectory,
  startProgram,
  startServer,
} from '../../kit/processes.ts';
import { aMappingInput, sourcesClient, WINDOWED } from '../../kit/sources.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test('servers and workers are separate programs on one database', async () => {
  const database = await createTestDatabase();
  const { path, remove } = await ownDirectory();
  const endpoint = await startMisbehavingEndpoint();
  cleanups.push(remove, database.drop, endpoint.close);
  const ownerKey = 'k'.repeat(40);
  const environment = {
    DATABASE_URL: database.url,
    TRIBUTARY_DATA_DIR: path,
    TRIBUTARY_WORKER: 'none',
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8',
    BOOTSTRAP_OWNER_KEY: ownerKey,
    LOG_LEVEL: 'info',
  };
  // Two servers at once on a fresh database: one of them makes the workspace, neither fails.
  const [one, two] = await Promise.all([startServer({ environment }), startServer({ environment })]);
  expect(descendants(one.pid).filter((pid) => commandOf(pid).includes('worker.ts'))).toEqual([]);
  const asked = createClient(one.url, ownerKey);
  const watcher = createClient(two.url, ownerKey);
  expect(await watcher.ask('{ viewer { workspace { name } } }')).toEqual(
    await asked.ask('{ viewer { workspace { name } } }'),
  );

  endpoint.respond(json([{ day: YESTERDAY, id: 'A', calls: 2, seats: 1 }]));
  const admin = sourcesClient(asked);
  expect(
    (await admin.connect({ url: `${endpoint.url}${WINDOWED}`, auth: { bearer: { token: 'planted-token' } } }))
      .userErrors,
  ).toEqual([]);
  const { syncRun, customApi } = await admin.save(aMappingInput());
  expect(await admin.run(syncRun.id)).toMatchObject({ status: 'QUEUED' });

  // Seen on one server, asked for on the other, worked on by a third program, which comes late.
  const watching = watcher.watch(
    'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status rowsStored } }',
    { id: customApi.id },
    ({ syncRunProgressed }) => syncRunProgressed.status === 'SUCCEEDED',
  );
  const worker = startProgram('worker', { environment });
  expect((await watching).at(-1)?.syncRunProgressed).toEqual({ id: syncRun.id, status: 'SUCCEEDED', rowsStored: 1 });
  expect(endpoint.requests.at(-1)?.headers.authorization).toBe('Bearer planted-token');

  const family = [one, two, worker].flatMap(({ pid }) => descendants(pid));
  expect(await Promise.all([worker.kill('SIGINT'), one.kill('SIGTERM'), two.kill('SIGTERM')])).toEqual([0, 0, 0]);
  expect(alive(family).map(commandOf)).toEqual([]);
  const written = [one, two, worker].map(({ out, err }) => out() + err()).join('');
  expect(written).not.toContain(ownerKey);
  expect(written).not.toContain('planted-token');
  expect(written).not.toContain(new URL(database.url).password);
});
