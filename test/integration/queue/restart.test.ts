import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '../../../src/platform/postgres/embedded.ts';
import { createAgendaQueue } from '../../../src/platform/queue/agenda-queue.ts';
import type { JobDefinition } from '../../../src/platform/queue/queue.ts';

const job: JobDefinition<number> = { name: 'numbered', concurrency: 5, parse: Number };
const log = { info: () => {}, warn: () => {}, error: () => {} };

// An unheard `error` event or rejection would fail the test run as it would end the process.
test('the queue outlives its database sessions being ended and the database being away, also under a running handler', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-queue-'));
  let server = await startEmbeddedPostgres({ directory });
  const connect = () => createAgendaQueue({ backend: 'postgres', url: server.url, log });
  const [worker, producer] = [connect(), connect()];
  const begun: number[] = [];
  const done = new Set<number>();
  worker.handle(job, async (number) => {
    begun.push(number);
    // Even numbers are still running when the database goes away.
    if (number % 2 === 0) await sleep(1_000);
    done.add(number);
  });
  await Promise.all([worker.start(), producer.start()]);
  const handled = (number: number) => vi.waitFor(() => expect(done).toContain(number), { timeout: 10_000 });
  const ask = (number: number) => vi.waitFor(() => producer.enqueue(job, number), { timeout: 15_000, interval: 100 });

  await ask(1);
  await handled(1);

  await ask(2);
  await vi.waitFor(() => expect(begun).toContain(2), { timeout: 5_000 });
  const sql = postgres(server.url, { max: 1 });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`;
  await sql.end();
  await ask(3);
  await Promise.all([handled(2), handled(3)]);

  await ask(4);
  await vi.waitFor(() => expect(begun).toContain(4), { timeout: 5_000 });
  await server.stop();
  await sleep(2_500);
  await expect(producer.enqueue(job, 99)).rejects.toThrow();
  await expect(producer.ping()).rejects.toThrow();
  await handled(4);
  server = await startEmbeddedPostgres({ directory, port: server.port });
  await ask(5);
  await handled(5);
  await producer.ping();

  await Promise.all([worker.stop(), producer.stop()]);
  await server.stop();
  await Promise.all([directory, server.directory].map((path) => rm(path, { recursive: true, force: true })));
}, 60_000);
