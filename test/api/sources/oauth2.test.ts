import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, CUSTOM_API_FIELDS, type SourcesClient, WINDOWED } from '../../kit/sources.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  onlyWith,
  startTokenEndpoint,
  type TokenEndpoint,
} from '../../kit/token-endpoint.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let idp: TokenEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;

const ROWS = [{ day: '2026-03-09', id: 'A-1', calls: 1, seats: 1 }];

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  idp = await startTokenEndpoint();
  endpoint.requests.length = 0;
  endpoint.respond(onlyWith(() => idp.issued, json(ROWS)));
  return idp.close;
});

const connect = (changes: object = {}, auth: object = idp.auth()) =>
  admin.connect({ url: `${endpoint.url}${WINDOWED}`, auth, ...changes });

/** RFC 6749, appendix B. */
const FORM_ID = 'client-7';
const FORM_SECRET = 'client5ecret%26%2B%2F%25%3A%C3%BC';

describe('a token is asked for', () => {
  test('with BASIC unless told otherwise, and sent to the endpoint', async () => {
    expect(await connect()).toMatchObject({
      customApi: { status: 'MAPPING', authKind: 'OAUTH2_CLIENT_CREDENTIALS' },
      test: { httpStatus: 200 },
      userErrors: [],
    });
    const basic = Buffer.from(`${FORM_ID}:${FORM_SECRET}`).toString('base64');
    expect(idp.requests).toMatchObject([
      {
        method: 'POST',
        path: '/hidden-path/token',
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${basic}`,
        },
        body: 'grant_type=client_credentials',
      },
    ]);
    expect(endpoint.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer issued.t0ken.1']);
  });

  test('with BODY, scope and audience', async () => {
    const auth = idp.auth({ clientAuthentication: 'BODY', scope: 'usage:read all', audience: 'https://api.example/' });
    expect((await connect({}, auth)).userErrors).toEqual([]);
    const [request] = idp.requests;
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.body).toBe(
      `grant_type=client_credentials&scope=usage%3Aread+all&audience=https%3A%2F%2Fapi.example%2F&client_id=${FORM_ID}&client_secret=${FORM_SECRET}`,
    );
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
    });
  });

  test('the endpoint hears of nothing but the token, whatever Authorization header is typed beside it', async () => {
    await connect({ headers: [{ name: 'Authorization', value: 'Bearer typed' }] });
    expect(endpoint.requests[0]?.headers.authorization).toBe('Bearer issued.t0ken.1');
    const sent = JSON.stringify(endpoint.requests);
    for (const text of [CLIENT_SECRET, FORM_SECRET, 'client5ecret', CLIENT_ID, 'hidden-path']) {
      expect(sent).not.toContain(text);
    }
    // Nor does the token endpoint hear what the endpoint is sent.
    expect(JSON.stringify(idp.requests)).not.toMatch(/typed|\/usage|2026/);
  });

  test('once for everything one does with the connection; a test of the connection asks anew', async () => {
    await connect();
    await admin.preview(aMappingInput());
    await admin.preview(aMappingInput());
    await admin.save(aMappingInput());
    await app.ports.queue.drain();
    await admin.syncNow();
    await app.ports.queue.drain();
    expect((await admin.customApi()).syncRuns.nodes).toMatchObject([{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }]);
    expect(idp.requests).toHaveLength(1);
    expect(new Set(endpoint.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer issued.t0ken.1']),
    );
    expect(endpoint.requests).toHaveLength(5);

    await admin.reconfigure();
    expect(idp.requests).toHaveLength(2);
    await admin.reconnect();
    await app.ports.queue.drain();
    expect(idp.requests).toHaveLength(3);
    expect(endpoint.requests.at(-1)?.headers.authorization).toBe('Bearer issued.t0ken.3');
  });
});

test('the endpoint refuses a token that is fresh: its credentials are not enough', async () => {
  endpoint.respond(status(401));
  expect(await connect()).toMatchObject({
    customApi: null,
    test: { httpStatus: 401 },
    userErrors: [
      {
        code: 'CREDENTIALS_REFUSED',
        message: expect.stringMatching(/^127\.0\.0\.1 answered 401.*scope and audience/),
        field: ['input', 'auth'],
      },
    ],
  });
  expect(idp.requests).toHaveLength(1);
  expect(endpoint.requests).toHaveLength(1);
});

describe('input that is refused without a call', () => {
  test.each<[string, object, string, RegExp]>([
    ['no secret', { clientSecret: '' }, 'clientSecret', /client secret may not be empty/],
    ['a secret with a line break', { clientSecret: 'x\n' }, 'clientSecret', /paste it again/],
    ['no id', { clientId: '' }, 'clientId', /client id may not be empty/],
    ['no token URL', { tokenUrl: '' }, 'tokenUrl', /token URL may not be empty/],
    ['a placeholder', { tokenUrl: 'https://idp.example/{start_date}' }, 'tokenUrl', /takes no placeholders/],
    ['an empty scope', { scope: '' }, 'scope', /one or more names/],
    ['a scope with a quotation mark', { scope: 'a "b"' }, 'scope', /one or more names/],
    ['an empty audience', { audience: '' }, 'audience', /audience may not be empty/],
  ])('%s', async (_what, changes, field, message) => {
    const { userErrors, test: call } = await connect({}, idp.auth(changes));
    expect({ call, userErrors }).toEqual({
      call: null,
      userErrors: [
        { code: 'INVALID_INPUT', message: expect.stringMatching(message), field: ['input', 'auth', 'oauth2', field] },
      ],
    });
    expect([...idp.requests, ...endpoint.requests]).toEqual([]);
  });

  test.each<[string, string, string, RegExp]>([
    ['a private address', 'http://10.1.2.3/token', 'ADDRESS_REFUSED', /10\.1\.2\.3 is/],
    ['the metadata service', 'http://169.254.169.254/token', 'ADDRESS_REFUSED', /never called/],
    ['plain http', 'http://8.8.8.8/token', 'INVALID_URL', /https/],
    ['on another port', 'https://8.8.8.8:22/token', 'INVALID_URL', /port/i],
    ['a fragment', 'https://idp.example.com/token#x', 'INVALID_URL', /fragment/],
    ['no URL', 'token', 'INVALID_URL', /not a URL/],
  ])('a token URL that is %s', async (_what, tokenUrl, code, message) => {
    const { userErrors, test: call } = await connect({}, idp.auth({ tokenUrl }));
    expect(call).toBeNull();
    expect(userErrors).toEqual([
      { code, message: expect.stringMatching(message), field: ['input', 'auth', 'oauth2', 'tokenUrl'] },
    ]);
    expect(userErrors[0].message).toMatch(/^Token endpoint: /);
    expect(endpoint.requests).toEqual([]);
  });
});

describe('of what was given, nothing can be read back or moved', () => {
  test('only the kind is shown, and no part can be changed without the secret', async () => {
    await connect();
    const shown = JSON.stringify(await workspace.as('OWNER').ask(`{ customApi { ${CUSTOM_API_FIELDS} } }`));
    expect(shown).toContain('"authKind":"OAUTH2_CLIENT_CREDENTIALS"');
    for (const text of ['127.0.0.2', 'hidden-path', CLIENT_ID, 'client5ecret', 'issued.t0ken'])
      expect(shown).not.toContain(text);

    const stranger = await startTokenEndpoint();
    await expect(admin.reconnect({ auth: { oauth2: { tokenUrl: stranger.tokenUrl } } })).rejects.toThrow(
      /clientSecret.*required|required.*clientSecret|"clientId"/i,
    );
    expect(stranger.requests).toEqual([]);
    await stranger.close();
  });

  test('an address with another host needs all of it again: no token is fetched for a stranger', async () => {
    await connect();
    const stranger = await startMisbehavingEndpoint();
    const url = `${stranger.url}${WINDOWED}`;
    const before = idp.requests.length;
    expect((await admin.reconnect({ url })).userErrors).toMatchObject([{ code: 'CREDENTIALS_NEEDED' }]);
    expect([...stranger.requests, ...idp.requests.slice(before)]).toEqual([]);
    stranger.respond(onlyWith(() => idp.issued, json(ROWS)));
    expect((await admin.reconnect({ url, auth: idp.auth() })).userErrors).toEqual([]);
    await stranger.close();
  });
});
