import { request as send } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Log } from '../../../src/platform/log.ts';
import { createMemoryPubSub } from '../../../src/platform/pubsub/memory-pubsub.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';

const CAUSE = 'planted cause: password=hunter2';
const fail = () => {
  throw new Error(CAUSE);
};

let logged: object[] = [];
const nothing = () => {};
const log: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (fields: object) => void logged.push(fields),
};

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({
    log,
    outbound: { check: fail, call: fail, close: async () => {} },
    pubsub: { ...createMemoryPubSub(), subscribe: async () => fail() },
  });
  workspace = await app.workspace();
});
afterAll(() => app.close());

const CONNECT = `mutation { connectCustomApi(input: { url: "https://example.com/", auth: { none: true } }) { userErrors { code } } }`;

test('an accident tells its request and not its cause, which goes to the log', async () => {
  logged = [];
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.keys.ADMIN}` },
    body: JSON.stringify({
      query: `${CONNECT.slice(0, -1)} again: createApiKey(input: { label: "x", role: MEMBER }) { userErrors { code } } }`,
    }),
  });
  const text = await response.text();
  const requestId = response.headers.get('x-request-id');
  expect(response.status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    data: { connectCustomApi: null, again: { userErrors: [{ code: 'FORBIDDEN' }] } },
    errors: [
      {
        message: `Something went wrong on our side. Quote request ${requestId} when you ask the operator about it.`,
        path: ['connectCustomApi'],
        locations: [{ line: 1, column: 12 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ],
  });
  expect(text).not.toContain('planted');
  expect(logged).toMatchObject([{ requestId, error: { message: CAUSE }, path: ['connectCustomApi'] }]);
});

test('two accidents at once tell two requests apart', async () => {
  logged = [];
  const answers = await Promise.all([1, 2].map(() => workspace.as('ADMIN').send(CONNECT)));
  const told = answers.map((answer) => answer.errors[0]?.extensions?.['requestId']);
  expect(new Set(told).size).toBe(2);
  expect(logged.map((fields) => 'requestId' in fields && fields.requestId).sort()).toEqual(told.sort());
});

test('over a socket, too', async () => {
  logged = [];
  const { customApi } = await workspace.as('MEMBER').ask('{ customApi { id } }');
  const watching = workspace
    .as('MEMBER')
    .watch('subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }', customApi, () => true);
  const error = await watching.then(
    () => null,
    (reason: unknown) => JSON.stringify(reason) + String(reason),
  );
  expect(error).toContain('Something went wrong on our side. Quote request');
  expect(error).not.toContain('planted');
  expect(logged).toMatchObject([{ error: { message: CAUSE } }]);
});

test('what a caller did wrong is not an accident and is not logged as one', async () => {
  logged = [];
  const member = workspace.as('MEMBER');
  await member.send('{ accounts(first: 0) { totalCount } }');
  await member.send('{ nope }');
  await member.send('{ account(externalCrmId: "\\u0000") { id } }');
  await fetch(`${app.url}/graphql`, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
  expect(logged).toEqual([]);
});

test('nor is a client that goes away while it sends', async () => {
  logged = [];
  const leaving = await startTestApp({ log });
  const headers = { 'content-type': 'application/json', expect: '100-continue' };
  const request = send(`${leaving.url}/graphql`, { method: 'POST', headers });
  request.on('error', () => {});
  request.flushHeaders();
  // From here on the server reads.
  await new Promise((resolve) => request.on('continue', resolve));
  request.destroy();
  await leaving.close();
  expect(logged).toEqual([]);
});
