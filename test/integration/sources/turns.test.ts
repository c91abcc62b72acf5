import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMapperPool } from '../../../src/platform/mapper-pool/process-pool.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { createGate } from '../../kit/gate.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { asAdmin, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;

beforeAll(async () => {
  app = await startTestApp({ mappers: createMapperPool({ size: 1, maxOldSpaceMb: 256, maxJobsPerChild: 100 }) });
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});

test('an endpoint is called when its turn comes: waiting for a mapper child costs nothing of its deadline', async () => {
  const [first, second] = [asAdmin(await app.workspace()), asAdmin(await app.workspace())];
  const gate = createGate();
  endpoint.respond(gate.behaviour);
  const url = `${endpoint.url}${WINDOWED}`;
  const slow = first.connect({ url, timeoutSeconds: 20 });
  const held = await gate.arrived();
  const quick = second.connect({ url, timeoutSeconds: 1 });
  await sleep(1_500);
  expect(endpoint.requests).toHaveLength(1);

  held.release([]);
  expect(await slow).toMatchObject({ customApi: { status: 'MAPPING' }, userErrors: [] });
  (await gate.arrived()).release([]);
  const connected = await quick;
  expect(connected).toMatchObject({ customApi: { status: 'MAPPING' }, userErrors: [] });
  expect(connected.test.durationMs).toBeLessThan(1_000);
});

test('an endpoint that refuses costs no mapper child', async () => {
  const admin = asAdmin(await app.workspace());
  endpoint.respond((_request, response) => void response.writeHead(401).end());
  const refused = await Promise.all(
    Array.from({ length: 20 }, () => admin.connect({ url: `${endpoint.url}${WINDOWED}` })),
  );
  expect(new Set(refused.map(({ userErrors }) => userErrors[0].code))).toEqual(new Set(['CREDENTIALS_REFUSED']));
});
