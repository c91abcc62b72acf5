import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../kit/client.ts';
import { plays } from '../../kit/model-behaviours.ts';
import { type ModelStandIn, startModelStandIn } from '../../kit/model-stand-in.ts';
import { commandOf, descendants, endPrograms, ownDirectory, startServer } from '../../kit/processes.ts';

let standIn: ModelStandIn;
let directory: Awaited<ReturnType<typeof ownDirectory>>;
beforeAll(async () => {
  standIn = await startModelStandIn();
  directory = await ownDirectory();
});
afterEach(() => endPrograms());
afterAll(() => Promise.all([standIn.stop(), directory.remove()]));

const OWNER_KEY = 'an owner key of the operator, 32+';
const KEY = 'sk-ant-k3y-of-the-operator';

test('a server with a key has a model; mapper children never learn the key, and nothing prints it', async () => {
  standIn.play(plays.unauthorised());
  const server = await startServer({
    environment: {
      TRIBUTARY_DATA_DIR: directory.path,
      BOOTSTRAP_OWNER_KEY: OWNER_KEY,
      ANTHROPIC_API_KEY: KEY,
      ANTHROPIC_BASE_URL: standIn.url,
      ANTHROPIC_MODEL: 'claude-of-the-operator',
      MODEL_CALLS_PER_DAY: '7',
      LOG_LEVEL: 'debug',
    },
  });
  const { viewer } = await createClient(server.url, OWNER_KEY).ask(
    '{ viewer { workspace { modelBudget { model callsPerDay callsUsed } } } }',
  );
  expect(viewer.workspace.modelBudget).toEqual({ model: 'claude-of-the-operator', callsPerDay: 7, callsUsed: 0 });
  const mappers = () => descendants(server.pid).filter((pid) => /mapper\.[jt]s/.test(commandOf(pid)));
  await expect.poll(() => mappers().length, { timeout: 20_000 }).toBeGreaterThan(0);
  for (const pid of mappers()) expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('ANTHROPIC');
  expect(await server.kill('SIGTERM')).toBe(0);
  expect(server.out() + server.err()).not.toContain('k3y');
});
