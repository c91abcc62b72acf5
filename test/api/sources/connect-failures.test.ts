import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import {
  answer,
  type Behaviour,
  brotli,
  closesSocket,
  cut,
  drip,
  empty,
  html,
  huge,
  json,
  type MisbehavingEndpoint,
  plainText,
  redirect,
  silence,
  startMisbehavingEndpoint,
  status,
  xml,
} from '../../kit/misbehaving-endpoint.ts';
import { asAdmin, type SourcesClient } from '../../kit/sources.ts';

/** The product's own limit is 256 MB; this one is reached sooner. */
const LIMIT = 100_000;

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let admin: SourcesClient;

beforeAll(async () => {
  const real = createOutbound({
    allowedCidrs: ['127.0.0.0/8'],
    clock: { now: () => NOW },
    resolver: async (name) => {
      if (name === 'inside.example.com') return [{ address: '10.1.2.3', family: 4 }];
      throw Object.assign(new Error('getaddrinfo'), { code: name.startsWith('slow') ? 'EAI_AGAIN' : 'ENOTFOUND' });
    },
  });
  const outbound = { ...real, call: (request) => real.call({ ...request, maxBodyBytes: LIMIT }) } as typeof real;
  app = await startTestApp({ outbound });
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  admin = asAdmin(await app.workspace());
});

type Refusal = { code: string; says: RegExp; field?: string; httpStatus?: number | null };

/** Refused for one reason, with the call that was made, and nothing kept. */
async function expectRefusal(input: object, { code, says, field = 'url', httpStatus = null }: Refusal) {
  const { customApi, test: call, userErrors } = await admin.connect(input);
  expect({ customApi, userErrors }).toEqual({
    customApi: null,
    userErrors: [{ code, message: expect.stringMatching(says), field: ['input', field] }],
  });
  expect(call?.httpStatus ?? null).toBe(httpStatus);
  expect(await admin.customApi()).toMatchObject({ status: 'NOT_CONNECTED', url: null, sample: null });
  return call;
}

describe('what the endpoint answers', () => {
  const cases: [string, Behaviour, Refusal][] = [
    [
      '401',
      status(401),
      { code: 'CREDENTIALS_REFUSED', says: /401.*credentials.*Check the token/, field: 'auth', httpStatus: 401 },
    ],
    ['403', status(403), { code: 'CREDENTIALS_REFUSED', says: /403.*credentials/, field: 'auth', httpStatus: 403 }],
    ['404', status(404), { code: 'ENDPOINT_NOT_FOUND', says: /404.*Check the address/, httpStatus: 404 }],
    ['410', status(410), { code: 'ENDPOINT_NOT_FOUND', says: /410/, httpStatus: 410 }],
    ['400', status(400), { code: 'REQUEST_REJECTED', says: /400.*date range/, httpStatus: 400 }],
    ['429', status(429, { 'retry-after': '90' }), { code: 'RATE_LIMITED', says: /429.*wait 90 s/, httpStatus: 429 }],
    ['500', status(500), { code: 'ENDPOINT_UNAVAILABLE', says: /500.*logs of the endpoint/, httpStatus: 500 }],
    ['503', status(503), { code: 'ENDPOINT_UNAVAILABLE', says: /503/, httpStatus: 503 }],
    [
      'a redirect',
      redirect('https://login.example.com/sign-in?token=planted'),
      {
        code: 'REDIRECTED',
        says: /redirect to https:\/\/login\.example\.com\/sign-in\. .*Use https:/,
        httpStatus: 302,
      },
    ],
    [
      'HTML',
      html('<!doctype html><title>Sign in</title>'),
      { code: 'NOT_JSON', says: /^Response is not valid JSON: .*HTML.*"Sign in"/, httpStatus: 200 },
    ],
    ['XML', xml(), { code: 'NOT_JSON', says: /^Response is not valid JSON: .*XML.*Accept/, httpStatus: 200 }],
    [
      'text',
      plainText('day;id;logins\n2026-03-01;a;3'),
      { code: 'NOT_JSON', says: /plain text \(.*\)\. It may be CSV/, httpStatus: 200 },
    ],
    ['nothing', empty(), { code: 'NOT_JSON', says: /body is empty/, httpStatus: 204 }],
    ['blanks', plainText(' \n '), { code: 'NOT_JSON', says: /body is empty/, httpStatus: 200 }],
    [
      'half a document',
      plainText('{"rows":[{"day":"2026-'),
      { code: 'NOT_JSON', says: /cut off after 22 bytes/, httpStatus: 200 },
    ],
    [
      'two documents in one line',
      plainText('{"a":1} {"a":2}'),
      { code: 'NOT_JSON', says: /several JSON documents/, httpStatus: 200 },
    ],
    [
      'Latin-1',
      answer(200, {}, Buffer.from('["caf\xe9"]', 'latin1')),
      { code: 'NOT_JSON', says: /UTF-8/, httpStatus: 200 },
    ],
    [
      'too much',
      huge(10 * LIMIT),
      { code: 'RESPONSE_TOO_LARGE', says: /larger than 100000 bytes.*aggregate/, httpStatus: 200 },
    ],
    [
      'too much, announced',
      answer(200, { 'content-length': LIMIT + 1 }, 'x'.repeat(LIMIT + 1)),
      { code: 'RESPONSE_TOO_LARGE', says: /larger than 100000/, httpStatus: 200 },
    ],
    ['brotli unasked', brotli('[]'), { code: 'UNSUPPORTED_ENCODING', says: /br; only gzip/, httpStatus: 200 }],
    ['a dropped connection', closesSocket(), { code: 'CONNECTION_FAILED', says: /firewall/ }],
    ['a connection dropped midway', cut('[{"a":1},'), { code: 'CONNECTION_FAILED', says: /firewall/, httpStatus: 200 }],
  ];
  test.each(cases)('%s', async (_what, behaviour, refusal) => {
    endpoint.respond(behaviour);
    const call = await expectRefusal({ url: `${endpoint.url}/usage` }, refusal);
    expect(call).toMatchObject({ requestedUrl: `${endpoint.url}/usage`, responseBytes: null });
    expect(JSON.stringify(call)).not.toContain('planted');
  });

  test.each<[string, Behaviour, number | null]>([
    ['never', silence(), null],
    ['one byte at a time', drip(50), 200],
  ])('too late: %s', async (_what, behaviour, httpStatus) => {
    endpoint.respond(behaviour);
    const refusal = {
      code: 'TIMEOUT',
      says: /1 (s|second).*Raise timeoutSeconds \(at most 60\)/,
      field: 'timeoutSeconds',
      httpStatus,
    };
    const call = await expectRefusal({ url: endpoint.url, timeoutSeconds: 1 }, refusal);
    expect(call?.durationMs).toBeGreaterThan(900);
    expect(call?.durationMs).toBeLessThan(3_000);
  });
});

describe('addresses', () => {
  test.each<[string, string, RegExp]>([
    ['http://169.254.169.254/latest/meta-data', 'ADDRESS_REFUSED', /metadata/],
    ['https://169.254.169.254/', 'ADDRESS_REFUSED', /metadata/],
    ['https://10.0.0.5/usage', 'ADDRESS_REFUSED', /private.*OUTBOUND_ALLOWED_CIDRS/],
    ['https://192.168.1.1/', 'ADDRESS_REFUSED', /private/],
    ['https://[::1]/', 'ADDRESS_REFUSED', /loopback/],
    ['https://[::ffff:10.0.0.5]/', 'ADDRESS_REFUSED', /private/],
    ['https://0x0a000005/', 'ADDRESS_REFUSED', /private/],
    ['http://93.184.215.14/usage', 'INVALID_URL', /https:\/\//],
    ['https://93.184.215.14:8080/usage', 'INVALID_URL', /port must be one of 443, 8443/],
    ['ftp://127.0.0.1/usage', 'INVALID_URL', /https:\/\//],
    ['usage.json', 'INVALID_URL', /not a URL/],
    ['https://user:planted@127.0.0.1/', 'INVALID_URL', /basic authentication/],
    ['http://127.0.0.1/usage#rows', 'INVALID_URL', /fragment/],
  ])('%s is refused without a call', async (url, code, says) => {
    expect(await expectRefusal({ url }, { code, says })).toBeNull();
  });

  test.each<[string, string, RegExp]>([
    ['https://nowhere.example.com/usage', 'HOST_NOT_FOUND', /nowhere\.example\.com has no address.*spelling/],
    ['https://slow.example.com/usage', 'HOST_NOT_FOUND', /no answer/],
    ['https://inside.example.com/usage', 'ADDRESS_REFUSED', /resolves to a private address/],
    ['http://nowhere.example.com/usage', 'HOST_NOT_FOUND', /no address/],
  ])('%s is refused after a look-up', async (url, code, says) => {
    const call = await expectRefusal({ url }, { code, says });
    expect(call).toMatchObject({ requestedUrl: url, httpStatus: null });
    expect(JSON.stringify(call)).not.toContain('10.1.2.3');
  });

  test('nobody listens, and no TLS where it is expected', async () => {
    const closed = await startMisbehavingEndpoint();
    await closed.close();
    await expectRefusal({ url: closed.url }, { code: 'CONNECTION_FAILED', says: /running/ });
    await expectRefusal({ url: `https://127.0.0.1:${endpoint.port}` }, { code: 'TLS_FAILED', says: /certificate/ });
  });
});

test('an endpoint that failed can be connected once it works', async () => {
  endpoint.respond(status(500), json([{ day: '2026-03-09' }]));
  expect((await admin.connect({ url: endpoint.url })).customApi).toBeNull();
  expect(await admin.connect({ url: endpoint.url })).toMatchObject({
    customApi: { status: 'MAPPING' },
    userErrors: [],
  });
});
