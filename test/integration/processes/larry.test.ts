import { afterAll, expect, test } from 'vitest';
import { createClient } from '../../kit/client.ts';
import { createTestDatabase } from '../../kit/database.ts';
import { ask, eventsOf, faultsOf, kindsOf, textOf } from '../../kit/larry.ts';
import { plays } from '../../kit/model-behaviours.ts';
import { startModelStandIn } from '../../kit/model-stand-in.ts';
import { endPrograms, ownDirectory, startProgram, startServer } from '../../kit/processes.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const LOOK_UP = plays.calls([{ tool: 'get_sync_state', input: {} }]);

test('a question outlives the workers that are killed, or told to stop, while they answer it', async () => {
  const database = await createTestDatabase();
  const { path, remove } = await ownDirectory();
  const standIn = await startModelStandIn();
  cleanups.push(remove, database.drop, standIn.stop);
  const ownerKey = 'k'.repeat(40);
  const environment = {
    ...{ DATABASE_URL: database.url, TRIBUTARY_DATA_DIR: path, TRIBUTARY_WORKER: 'none', LOG_LEVEL: 'debug' },
    ...{ BOOTSTRAP_OWNER_KEY: ownerKey, ANTHROPIC_API_KEY: 'sk-ant-test', ANTHROPIC_BASE_URL: standIn.url },
  };
  const server = await startServer({ environment });
  const client = createClient(server.url, ownerKey);
  const { id } = await ask(client, 'Is the walrus fresh?');
  const whole = eventsOf(client, id);
  /** Starts a worker and waits until it has told that it looked something up. */
  const workThrough = async (after: number) => {
    standIn.play(LOOK_UP, plays.stalled('walrus is '));
    const worker = startProgram('worker', { environment });
    const seen = await eventsOf(client, id, after, ({ text }) => text !== undefined);
    return { worker, told: seen.at(-1).sequence as number };
  };

  const killed = await workThrough(0);
  expect(await killed.worker.kill('SIGKILL')).toBe('SIGKILL');
  const stopped = await workThrough(killed.told);
  const began = performance.now();
  expect(await stopped.worker.kill('SIGTERM')).toBe(0);
  standIn.play(LOOK_UP, plays.text('The walrus is fresh.'));
  const last = startProgram('worker', { environment });
  const events = await whole;
  // Whoever is told to stop hands its question back; only of one that was killed the lease must run out.
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(faultsOf(events)).toEqual([]);
  expect(textOf(events)).toBe('The walrus is fresh.');
  expect(kindsOf(events).filter((kind) => kind === 'TextWithdrawn')).toHaveLength(2);
  expect(events.at(-1).turn).toMatchObject({
    state: 'ANSWERED',
    source: 'MODEL',
    fallback: null,
    restsOn: [{ id: 't1' }],
  });

  const programs = [server, killed.worker, stopped.worker, last];
  expect(await Promise.all([last.kill('SIGTERM'), server.kill('SIGTERM')])).toEqual([0, 0]);
  expect(programs.map(({ out, err }) => out() + err()).join('')).not.toMatch(/walrus|sk-ant-test/);
});
