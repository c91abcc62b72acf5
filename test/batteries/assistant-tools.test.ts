import { afterAll, beforeAll, expect, test } from 'vitest';
import { callTool } from '../../src/assistant/call-tool.ts';
import { MOST_CHARACTERS } from '../../src/assistant/fit-answer.ts';
import { TOOLS } from '../../src/assistant/registry.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';
import { createTenant, type Tenant } from '../kit/tenants/tenant.ts';
import { type Pools, randomInput } from '../kit/tool-inputs.ts';

// Every tool with arguments made of its own schema, right and wrong ones, in the hands of each of two tenants: nothing is thrown,
// nothing of the other tenant is in any answer or refusal, and no answer is larger than answers may be.

const REOPEN = 'mutation ($input: ReopenSignalInput!) { reopenSignal(input: $input) { userErrors { message } } }';
const ROUNDS = sized(60, 600);

let app: TestApp;
let tenants: readonly [Tenant, Tenant];
const counts = { calls: 0, answers: 0, thrown: 0, 'of another workspace': 0 };

beforeAll(async () => {
  app = await startTestApp();
  tenants = [await createTenant(app, 'ALFA'), await createTenant(app, 'BRAVO')];
  // An acknowledged one has nothing left to propose.
  for (const { connected, ids } of tenants) await connected.admin.ask(REOPEN, { input: { id: ids['Signal'] } });
});
afterAll(async () => {
  const { answers: _, ...told } = counts;
  report('assistant tools', told);
  await Promise.all(tenants.map(({ connected }) => connected.close()));
  await app.close();
});

test.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s', async (name, tool) => {
  const random = seeded(name.length * 7_919 + name.charCodeAt(0));
  let answers = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [mine, others] of [tenants, tenants.toReversed()] as [Tenant, Tenant][]) {
      const input = randomInput(tool, poolsOf(mine, others), random);
      const said = `${name} as ${mine.name} with ${JSON.stringify(input)?.slice(0, 500)}`;
      const outcome = await callTool(mine.connected.workspace.ctx, name, input).catch((error: Error) => {
        counts.thrown++;
        throw new Error(`${said} threw`, { cause: error });
      });
      counts.calls++;
      const asked = JSON.stringify(input)?.toLowerCase() ?? '';
      const text = JSON.stringify(outcome);
      for (const mark of [others.name, ...Object.values(others.ids)]) {
        // A refusal may repeat what was asked for.
        const leaked =
          text.toLowerCase().includes(mark.toLowerCase()) && (outcome.ok || !asked.includes(mark.toLowerCase()));
        if (leaked) counts['of another workspace']++;
        expect(leaked, `${said} told ${mark}: ${text.slice(0, 2_000)}`).toBe(false);
      }
      if (!outcome.ok) continue;
      answers++;
      const size = JSON.stringify(outcome.found.data).length;
      expect(size, `${said} answered ${size} characters`).toBeLessThanOrEqual(MOST_CHARACTERS);
    }
  }
  counts.answers += answers;
  expect(answers, `${name}: answers, without which nothing is proved`).toBeGreaterThan(0);
});

function poolsOf(mine: Tenant, others: Tenant): Pools {
  const ofBoth = [mine, others];
  const accounts = ofBoth.flatMap(({ name, ids }) => [`${name}-1`, `${name}-2`, `${name}-9`, ids['Account'] ?? '']);
  const own = [`${mine.name}-1`, `${mine.name}-2`, mine.ids['Account'] ?? ''];
  const signals = ofBoth.flatMap(({ ids }) => ids['Signal'] ?? '');
  return {
    texts: ofBoth.flatMap(({ name, ids }) => [name, `${name.toLowerCase()}_calls`, ...Object.values(ids)]),
    query: [...accounts, mine.name, others.name, 'Nobody', `${mine.name} 1`],
    account: [...own, ...accounts, mine.name, others.name],
    accounts: [...own, ...accounts],
    // What one writes oneself is given back.
    note: [mine.name, 'on it'],
    plan: [mine.name, others.name],
    owner: [mine.name, others.name],
    metric: ofBoth.map(({ name }) => `${name.toLowerCase()}_calls`),
    metrics: [mine, mine, others].map(({ name }) => `${name.toLowerCase()}_calls`),
    signal: [mine.ids['Signal'] ?? '', ...signals],
    externalId: ofBoth.flatMap(({ name }) => [`${name}-7`, `${name}-8`, `${name}-9`, `${name}-1`]),
  };
}
