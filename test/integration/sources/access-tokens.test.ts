import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { callWithToken, forgetTokens } from '../../../src/features/sources/access-tokens.ts';
import type { ClientCredentials } from '../../../src/features/sources/domain/client-credentials.ts';
import type { OutboundRequest } from '../../../src/platform/http/outbound.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { createGate } from '../../kit/gate.ts';
import { json, silence, status } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, askedWindow, WINDOWED } from '../../kit/sources.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  onlyWith,
  startTokenEndpoint,
  type TokenEndpoint,
} from '../../kit/token-endpoint.ts';

let app: TestApp;
let one: DailyWorkspace;
let idp: TokenEndpoint;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOW);
  one = await aDailyWorkspace(app);
  idp = await startTokenEndpoint();
});
afterEach(async () => {
  await one.close();
  await idp.close();
});

const client = (changes: Partial<ClientCredentials> = {}): ClientCredentials => ({
  kind: 'OAUTH2_CLIENT_CREDENTIALS',
  tokenUrl: idp.tokenUrl,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  scope: null,
  audience: null,
  clientAuthentication: 'BASIC',
  ...changes,
});

/** Calls the endpoint once; gives back its status and the tokens that were told before they were sent. */
async function call(changes: { auth?: ClientCredentials; ctx?: typeof one.workspace.ctx; signal?: AbortSignal } = {}) {
  const request: OutboundRequest = {
    method: 'GET',
    url: `${one.endpoint.url}/usage`,
    headers: {},
    body: null,
    timeoutMs: 5_000,
    maxBodyBytes: 10_000,
    ...(changes.signal ? { signal: changes.signal } : {}),
  };
  const told: string[] = [];
  const { ctx = one.workspace.ctx, auth = client() } = changes;
  const answer = await callWithToken(ctx, auth, request, (token) => told.push(token));
  if (answer.ok) for await (const _ of answer.value.body);
  return { status: answer.ok ? answer.value.status : answer.error.status, told };
}
const accept = (good: () => readonly string[]) => one.endpoint.respond(onlyWith(good, json([])));
const token = (number: number) => `issued.t0ken.${number}`;

test('a token is used until a minute before it expires, and one of short life for nine tenths of it', async () => {
  accept(() => idp.issued);
  for (const [advanced, number] of [
    [0, 1],
    [3_539_000, 1],
    [1_000, 2],
    [0, 2],
  ] as const) {
    app.clock.advance(advanced);
    expect(await call()).toEqual({ status: 200, told: [token(number)] });
  }
  forgetTokens(one.workspace.ctx);
  idp.respond(idp.issues({ expires_in: '100' }));
  await call();
  app.clock.advance(89_999);
  expect((await call()).told).toEqual([token(3)]);
  app.clock.advance(1);
  expect((await call()).told).toEqual([token(4)]);
});

test('a token that expires at once serves one call; one whose end is not told serves until it is refused', async () => {
  accept(() => idp.issued.slice(-1));
  idp.respond(idp.issues({ expires_in: 0 }));
  expect([await call(), await call()].map(({ told }) => told)).toEqual([[token(1)], [token(2)]]);
  idp.respond(idp.issues({ expires_in: undefined }));
  await call();
  app.clock.advance(400 * 86_400_000);
  expect(await call()).toEqual({ status: 200, told: [token(3)] });
});

test('a kept token that the endpoint refuses is replaced once, and the call is made once more', async () => {
  accept(() => idp.issued);
  await call();
  accept(() => [token(2)]);
  one.endpoint.requests.length = 0;
  expect(await call()).toEqual({ status: 200, told: [token(1), token(2)] });
  expect(one.endpoint.requests).toHaveLength(2);

  // Revoked for good: once more, and no more.
  accept(() => []);
  one.endpoint.requests.length = 0;
  expect(await call()).toEqual({ status: 401, told: [token(2), token(3)] });
  expect(one.endpoint.requests).toHaveLength(2);
  // A fresh token that is refused is not tried again, nor kept.
  expect(await call()).toEqual({ status: 401, told: [token(4)] });
  // 403: no other token would do now, but the next call looks for one that may more.
  accept(() => idp.issued);
  await call();
  one.endpoint.respond(status(403));
  expect(await call()).toEqual({ status: 403, told: [token(5)] });
  accept(() => idp.issued);
  expect(await call()).toEqual({ status: 200, told: [token(6)] });
});

test('callers at once share one request, also when their common token was refused', async () => {
  const gate = createGate();
  idp.respond(gate.behaviour);
  accept(() => ['a', 'b']);
  const many = () => Array.from({ length: 12 }, () => call());
  let calls = many();
  (await gate.arrived()).release({ access_token: 'a' });
  expect((await Promise.all(calls)).map(({ told }) => told)).toEqual(Array(12).fill(['a']));
  expect(idp.requests).toHaveLength(1);

  accept(() => ['b']);
  calls = many();
  const held = await gate.arrived();
  // All have been refused before the new token is there.
  while (one.endpoint.requests.length < 24) await sleep(5);
  held.release({ access_token: 'b' });
  expect((await Promise.all(calls)).map(({ told }) => told)).toEqual(Array(12).fill(['a', 'b']));
  expect(idp.requests).toHaveLength(2);
});

test('whoever gives up leaves the others their token', async () => {
  const gate = createGate();
  idp.respond(gate.behaviour);
  accept(() => ['late']);
  const impatient = new AbortController();
  const left = call({ signal: impatient.signal });
  const stays = call();
  const held = await gate.arrived();
  impatient.abort();
  await expect(left).rejects.toMatchObject({ failure: { code: 'ABORTED' } });
  held.release({ access_token: 'late' });
  expect(await stays).toEqual({ status: 200, told: ['late'] });
  expect(idp.requests).toHaveLength(1);
});

test('other credentials and other workspaces get tokens of their own', async () => {
  accept(() => idp.issued);
  const { ctx } = await app.workspace();
  const others: Partial<ClientCredentials>[] = [
    { clientId: 'other' },
    { clientSecret: 'other' },
    { scope: 'read' },
    { audience: 'read' },
    { clientAuthentication: 'BODY' },
    { tokenUrl: `${idp.tokenUrl}/other` },
  ];
  const all = [{}, { ctx }, ...others.map((changes) => ({ auth: client(changes) }))];
  for (const [index, each] of all.entries()) expect((await call(each)).told).toEqual([token(index + 1)]);
  for (const [index, each] of all.entries()) expect((await call(each)).told).toEqual([token(index + 1)]);
  forgetTokens({ actor: ctx.actor });
  expect((await call()).told).toEqual([token(1)]);
  expect((await call({ ctx })).told).toEqual([token(all.length + 1)]);
});

test('a disconnect forgets the token', async () => {
  accept(() => idp.issued);
  await one.admin.reconnect({ auth: idp.auth() });
  await app.ports.queue.drain();
  expect((await call()).told).toEqual([token(1)]);
  await one.admin.disconnect();
  expect((await call()).told).toEqual([token(2)]);
});

test('daily runs fetch tokens by themselves, and try again while none is to be had', async () => {
  one.endpoint.respond((request, response) => {
    const row = { day: askedWindow(request).to, id: 'A', calls: 1, seats: 1 };
    onlyWith(() => idp.issued, json([row]))(request, response);
  });
  expect((await one.admin.reconnect({ auth: idp.auth() })).userErrors).toEqual([]);
  await app.ports.queue.drain();
  one.takeWindows();

  idp.respond(status(500), silence(), idp.issues());
  await one.tickAt('2026-03-11T06:00:00Z');
  const [failed] = (await one.admin.customApi()).syncRuns.nodes;
  expect(failed).toMatchObject({
    kind: 'DAILY',
    status: 'RETRYING',
    httpStatus: null,
    error: {
      code: 'ENDPOINT_UNAVAILABLE',
      message: expect.stringMatching(/^Token endpoint: 127\.0\.0\.2 answered 500/),
    },
  });
  await one.tickAt('2026-03-11T06:30:00Z');
  expect(await one.admin.run(failed.id)).toMatchObject({ status: 'RETRYING', error: { code: 'TIMEOUT' } });
  expect(one.takeWindows()).toEqual([]);
  await one.tickAt('2026-03-11T07:30:00Z');
  expect(await one.admin.run(failed.id)).toMatchObject({ status: 'SUCCEEDED', error: null, httpStatus: 200 });
  expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);

  // The day after, the token has expired; and then the client is not known any more.
  await one.tickAt('2026-03-12T06:00:00Z');
  expect(await one.admin.customApi()).toMatchObject({ status: 'CONNECTED', lastSyncedDay: '2026-03-11' });
  expect(idp.issued).toHaveLength(3);
  idp.respond(status(401, {}, '{"error":"invalid_client"}'));
  await one.tickAt('2026-03-13T06:00:00Z');
  expect(await one.admin.customApi()).toMatchObject({
    status: 'ERROR',
    banner: { code: 'CREDENTIALS_REFUSED', message: expect.stringContaining('(invalid_client)') },
  });
});

test('a run of several windows takes one token, and lives through its end', async () => {
  const admin = asAdmin(await app.workspace());
  const windows: string[] = [];
  one.endpoint.respond((request, response) => {
    windows.push(`${request.headers.authorization}`);
    // While the second window is asked for, the first token is revoked.
    onlyWith(() => (windows.length < 3 ? [token(1)] : [token(2)]), json([]))(request, response);
  });
  await admin.connect({ url: `${one.endpoint.url}${WINDOWED}`, auth: idp.auth() });
  windows.length = 0;
  await admin.save(aMappingInput());
  await app.ports.queue.drain();
  await admin.backfillRange('2026-01-01', '2026-02-28');
  await app.ports.queue.drain();
  const { nodes } = (await admin.customApi()).syncRuns;
  expect(nodes.map((run: { status: string }) => run.status)).toEqual([
    'SUCCEEDED_WITH_WARNING',
    'SUCCEEDED_WITH_WARNING',
  ]);
  expect(windows).toEqual([1, 1, 1, 2].map((number) => `Bearer ${token(number)}`));
});
