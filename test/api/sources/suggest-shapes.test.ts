import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { ALL_SHAPES } from '../../kit/shapes/all.ts';
import { asAdmin } from '../../kit/sources.ts';
import { storedUsage } from '../../kit/stored-usage.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});

test.each(ALL_SHAPES)('$name', async ({ answer, mapping: right, expected, request }) => {
  const workspace = await app.workspace();
  const admin = asAdmin(workspace);
  const accounts = Object.keys(expected);
  await giveAccounts(workspace.as('ADMIN'), accounts.map((externalCrmId) => ({ externalCrmId })));
  endpoint.respond(json(answer));
  await admin.connect({ url: `${endpoint.url}/report?from={start_date}&to={end_date}`, ...request });
  const { suggestion, userErrors } = await admin.suggest(right.metrics.map(({ name }) => name.replaceAll('_', ' ')));
  expect(userErrors).toEqual([]);
  const saved = await admin.save(suggestion.mapping);
  expect(saved.userErrors).toEqual([]);
  await app.ports.queue.drain();
  expect(await storedUsage(admin, accounts), JSON.stringify(suggestion.mapping)).toEqual(expected);
});
