import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import {
  answer,
  type Behaviour,
  brotli,
  closesSocket,
  drip,
  html,
  huge,
  json,
  type MisbehavingEndpoint,
  redirect,
  silence,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';
import { CLIENT_ID, onlyWith, startTokenEndpoint, type TokenEndpoint } from '../../kit/token-endpoint.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let idp: TokenEndpoint;
let admin: SourcesClient;

beforeAll(async () => {
  const outbound = createOutbound({
    allowedCidrs: ['127.0.0.0/8'],
    clock: { now: () => NOW },
    resolver: async (name) => {
      if (name === 'idp.inside.example') return [{ address: '10.1.2.3', family: 4 }];
      throw Object.assign(new Error('getaddrinfo'), { code: name.startsWith('slow') ? 'EAI_AGAIN' : 'ENOTFOUND' });
    },
  });
  app = await startTestApp({ outbound });
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  admin = asAdmin(await app.workspace());
  idp = await startTokenEndpoint();
  endpoint.requests.length = 0;
  endpoint.respond(onlyWith(() => idp.issued, json([{ day: '2026-03-09', id: 'A-1', calls: 1, seats: 1 }])));
  return idp.close;
});

const connect = (auth: object = idp.auth(), timeoutSeconds = 1) =>
  admin.connect({ url: `${endpoint.url}${WINDOWED}`, auth, timeoutSeconds });

const error = (code: unknown, at = 400): Behaviour =>
  answer(at, { 'content-type': 'application/json' }, JSON.stringify({ error: code, error_description: 'planted' }));

type Case = [what: string, behaviour: () => Behaviour, code: string, message: RegExp, field?: string];

const CASES: Case[] = [
  [
    'no such client',
    () => error('invalid_client', 401),
    'CREDENTIALS_REFUSED',
    /401 \(invalid_client\)\./,
    'clientSecret',
  ],
  [
    'no such client, with 400',
    () => error('invalid_client'),
    'CREDENTIALS_REFUSED',
    /400 \(invalid_client\)\./,
    'clientSecret',
  ],
  ['a scope it may not have', () => error('invalid_scope'), 'CREDENTIALS_REFUSED', /400 \(invalid_scope\)\./, 'scope'],
  ['a grant that is not allowed', () => error('unauthorized_client'), 'CREDENTIALS_REFUSED', /Allow the grant/, ''],
  ['an error nobody knows', () => error('planted_code', 403), 'CREDENTIALS_REFUSED', /answered 403\. /, ''],
  ['a page with 401', () => status(401, {}, '<h1>planted</h1>'), 'CREDENTIALS_REFUSED', /answered 401\. /, ''],
  [
    'a huge page with 400',
    () => status(400, {}, 'planted'.repeat(20_000)),
    'CREDENTIALS_REFUSED',
    /answered 400\. /,
    '',
  ],
  [
    'brotli with 401',
    () => answer(401, { 'content-encoding': 'br' }, 'x'),
    'CREDENTIALS_REFUSED',
    /answered 401\. /,
    '',
  ],
  ['a page', () => html('<title>planted</title>'), 'TOKEN_UNUSABLE', /not a JSON object/],
  ['nothing', () => status(204), 'TOKEN_UNUSABLE', /not a JSON object/],
  [
    'no access_token',
    () => json({ token: 'planted', token_type: 'Bearer' }),
    'TOKEN_UNUSABLE',
    /holds no access_token\./,
  ],
  ['another type', () => idp.issues({ token_type: 'mac' }), 'TOKEN_UNUSABLE', /not bearer/],
  ['a token with a line break', () => idp.issues({ access_token: 'a\nb' }), 'TOKEN_UNUSABLE', /no header can carry/],
  ['a huge answer', () => huge(10_000_000), 'TOKEN_UNUSABLE', /larger than 64 KB/],
  [
    'a huge answer that says so',
    () => json({ access_token: 'x'.repeat(70_000) }),
    'TOKEN_UNUSABLE',
    /larger than 64 KB/,
  ],
  ['brotli', () => brotli('{"access_token":"x"}'), 'UNSUPPORTED_ENCODING', /127\.0\.0\.2 sent an encoding/],
  ['silence', () => silence(), 'TIMEOUT', /within 1 s\. Check that the token endpoint is up/],
  ['a byte at a time', () => drip(), 'TIMEOUT', /within 1 s/],
  ['no connection', () => closesSocket(), 'CONNECTION_FAILED', /closed the connection/],
  ['500', () => status(500, {}, 'planted'), 'ENDPOINT_UNAVAILABLE', /answered 500/],
  ['429', () => status(429, { 'retry-after': '7' }), 'RATE_LIMITED', /called too often\. Wait a little/],
  ['404', () => status(404), 'ENDPOINT_NOT_FOUND', /path of tokenUrl/],
  ['405', () => status(405), 'REQUEST_REJECTED', /takes a POST/],
  [
    'a redirect',
    () => redirect('/hidden-path/planted'),
    'REDIRECTED',
    /answered 302, a redirect\. Redirects are not followed\. Give the address/,
  ],
  ['a redirect of a POST', () => redirect('http://10.0.0.1/planted', 307), 'REDIRECTED', /answered 307/],
];

describe('the token endpoint answers with', () => {
  test.each<Case>(CASES)('%s', async (_what, behaviour, code, message, field = 'tokenUrl') => {
    idp.respond(behaviour());
    const { customApi, test: call, userErrors } = await connect();
    expect({ customApi, userErrors }).toEqual({
      customApi: null,
      userErrors: [
        {
          code,
          message: expect.stringMatching(message),
          field: ['input', 'auth', 'oauth2', field].filter((part) => part !== ''),
        },
      ],
    });
    expect(userErrors[0].message).toMatch(/^Token endpoint: (The answer of )?127\.0\.0\.2 /);
    expect(JSON.stringify({ userErrors, call })).not.toMatch(
      new RegExp(`planted|hidden-path|client5ecret|${CLIENT_ID}|issued\\.t0ken|:${idp.port}`),
    );
    // It is the endpoint's, which nobody called.
    expect(call.httpStatus).toBeNull();
    expect(endpoint.requests).toEqual([]);
    expect(idp.requests).toHaveLength(1);
  });

  test.each<[string, string, string, RegExp]>([
    ['a name with a private address', 'https://idp.inside.example/token', 'ADDRESS_REFUSED', /resolves to a private/],
    ['a name without an address', 'https://nowhere.example/token', 'HOST_NOT_FOUND', /nowhere\.example/],
    ['plain http', 'http://idp.inside.example/token', 'ADDRESS_REFUSED', /./],
  ])('nothing, being %s', async (_what, tokenUrl, code, message) => {
    const { userErrors } = await connect(idp.auth({ tokenUrl }));
    expect(userErrors).toEqual([
      { code, message: expect.stringMatching(message), field: ['input', 'auth', 'oauth2', 'tokenUrl'] },
    ]);
    expect(userErrors[0].message).toMatch(/^Token endpoint: /);
    expect(userErrors[0].message).not.toContain('10.1.2.3');
    expect(endpoint.requests).toEqual([]);
  });
});

test('a slow token takes nothing of the time that the endpoint has', async () => {
  const late =
    (behaviour: Behaviour): Behaviour =>
    (request, response) =>
      void setTimeout(() => behaviour(request, response), 1_200);
  idp.respond(late(idp.issues()));
  endpoint.respond(late(json([])));
  expect((await connect(idp.auth(), 2)).userErrors).toEqual([]);
});

test('a preview and the connection itself say the same of a token that cannot be had', async () => {
  await connect();
  const without = async (behaviour: Behaviour) => {
    idp.respond(behaviour);
    return (await admin.reconfigure()).userErrors;
  };
  expect(await without(html())).toMatchObject([{ code: 'TOKEN_UNUSABLE' }]);
  // The test forgot the kept token, so that a preview has to ask, too.
  expect((await admin.preview(aMappingInput())).userErrors).toMatchObject([
    { code: 'TOKEN_UNUSABLE', message: expect.stringMatching(/^Token endpoint: /), field: [] },
  ]);
  expect((await admin.reconnect()).userErrors).toMatchObject([{ code: 'TOKEN_UNUSABLE' }]);
  await admin.save(aMappingInput());
  await app.ports.queue.drain();
  expect(await admin.customApi()).toMatchObject({
    status: 'ERROR',
    banner: { level: 'RED', code: 'TOKEN_UNUSABLE', message: expect.stringMatching(/^Token endpoint: 127\.0\.0\.2 /) },
  });
});
