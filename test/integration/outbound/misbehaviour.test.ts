import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import type { Outbound, OutboundRequest } from '../../../src/platform/http/outbound.ts';
import { bodyFailureOf, bodyText, failureOf, responseOf } from '../../contract/outbound-outcomes.ts';
import * as kit from '../../kit/misbehaving-endpoint.ts';
import { testWhen } from '../../kit/when.ts';

let endpoint: kit.MisbehavingEndpoint;
let outbound: Outbound;
beforeEach(async () => {
  endpoint = await kit.startMisbehavingEndpoint();
  outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8', '::1/128'], clock: systemClock });
});
afterEach(() => endpoint.close());

const call = (request: Partial<OutboundRequest> = {}) =>
  outbound.call({
    method: 'GET',
    url: `${endpoint.url}/usage`,
    headers: {},
    body: null,
    timeoutMs: 20_000,
    maxBodyBytes: 1_000_000,
    ...request,
  });

test('the request arrives as it was asked for', async () => {
  const headers = { Authorization: 'Bearer t', 'X-Key': 'ü' };
  await responseOf(
    call({ method: 'POST', url: `${endpoint.url}/a%20b?q=1&q=2`, headers, body: '{"from":"2026-01-01"}' }),
  );
  await responseOf(call({ headers: { 'User-Agent': 'Acme' } }));
  const [first, second] = endpoint.requests;
  expect(first).toMatchObject({ method: 'POST', path: '/a%20b?q=1&q=2', body: '{"from":"2026-01-01"}' });
  expect(first?.headers).toMatchObject({
    host: `127.0.0.1:${endpoint.port}`,
    authorization: 'Bearer t',
    'user-agent': 'Tributary',
    'accept-encoding': 'gzip, identity',
    'content-length': '21',
  });
  expect(second?.headers['user-agent']).toBe('Acme');
});

test('a body that drips forever ends at the deadline of the whole call', async () => {
  endpoint.respond(kit.drip(10));
  const started = performance.now();
  const response = await responseOf(call({ timeoutMs: 1_000 }));
  expect(await bodyFailureOf(response)).toMatchObject({
    code: 'TIMEOUT',
    detail: expect.stringContaining('within 1 s'),
  });
  const took = performance.now() - started;
  expect(took, `took ${took} ms for a deadline of 1 s`).toBeLessThan(5_000);
  await endpoint.whenIdle();
});

test('headers that drip forever end at the deadline', async () => {
  endpoint.respond(kit.slowHeaders(10));
  expect(await failureOf(call({ timeoutMs: 200 }))).toMatchObject({ code: 'TIMEOUT' });
  await endpoint.whenIdle();
});

test('a body nobody reads is given up at the deadline', async () => {
  endpoint.respond(kit.drip(10));
  const response = await responseOf(call({ timeoutMs: 750 }));
  await endpoint.whenIdle();
  expect(await bodyFailureOf(response)).toMatchObject({ code: 'TIMEOUT' });
});

test('a gzip bomb is stopped at the limit', async () => {
  endpoint.respond(kit.gzipBomb(500_000_000));
  const before = process.memoryUsage().rss;
  expect(await bodyFailureOf(await responseOf(call()))).toMatchObject({ code: 'TOO_LARGE' });
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  expect(grown, `${grown} MB more memory after a bomb of 500 MB`).toBeLessThan(150);
  await endpoint.whenIdle();
});

test('an endless body is stopped at the limit, and no more than the limit is handed out', async () => {
  endpoint.respond(kit.huge(500_000_000));
  let bytes = 0;
  const reading = async () => {
    for await (const chunk of (await responseOf(call())).body) bytes += chunk.byteLength;
  };
  await expect(reading()).rejects.toMatchObject({ failure: { code: 'TOO_LARGE' } });
  expect(bytes).toBeLessThanOrEqual(1_000_000);
  await endpoint.whenIdle();
});

test('a large body arrives whole, plain and gzipped', async () => {
  const rows = JSON.stringify(Array.from({ length: 50_000 }, (_, i) => ({ id: `acc-${i}`, logins: i })));
  for (const behaviour of [kit.plainText(rows), kit.gzip(rows)]) {
    endpoint.respond(behaviour);
    expect((await bodyText(await responseOf(call({ maxBodyBytes: 10_000_000 })))) === rows).toBe(true);
  }
});

test('a reader that stops early, or stops before it starts, closes the connection', async () => {
  for (const behaviour of [kit.huge(500_000_000), kit.gzipBomb(500_000_000), kit.drip()]) {
    endpoint.respond(behaviour);
    for await (const _chunk of (await responseOf(call())).body) break;
    await endpoint.whenIdle();
    await (await responseOf(call())).body[Symbol.asyncIterator]().return?.();
    await endpoint.whenIdle();
  }
});

test('a failed call keeps no connection', async () => {
  for (const behaviour of [
    kit.status(500, {}, 'x'.repeat(100_000)),
    kit.redirect('/elsewhere'),
    kit.brotli('[]'),
    kit.deflate('[]'),
  ]) {
    endpoint.respond(behaviour);
    await failureOf(call());
    await endpoint.whenIdle();
  }
});

test.each<[string, kit.Behaviour, string]>([
  ['closes at once', kit.closesSocket(), 'closed the connection too early'],
  ['does not speak HTTP', kit.raw('SSH-2.0-OpenSSH_9.6\r\n'), 'not valid HTTP'],
  [
    'sends endless headers',
    kit.raw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    'headers that are too large',
  ],
])('an endpoint that %s', async (_name, behaviour, said) => {
  endpoint.respond(behaviour);
  expect(await failureOf(call())).toMatchObject({ code: 'CONNECTION_FAILED', detail: expect.stringContaining(said) });
});

test.each<[string, kit.Behaviour]>([
  ['less than announced', kit.wrongContentLength(100, '[1]')],
  ['a cut gzip stream', kit.cut(Buffer.from('1f8b0800000000000003', 'hex'), { 'content-encoding': 'gzip' })],
  [
    'a gzip stream that ends too early',
    kit.answer(200, { 'content-encoding': 'gzip' }, Buffer.from('1f8b0800', 'hex')),
  ],
])('a body with %s fails instead of passing for whole', async (_name, behaviour) => {
  endpoint.respond(behaviour);
  expect(await bodyFailureOf(await responseOf(call()))).toMatchObject({ code: 'CONNECTION_FAILED' });
});

test('nobody listens, or nobody speaks TLS', async () => {
  const secure = `https://127.0.0.1:${endpoint.port}/`;
  expect(await failureOf(call({ url: secure }))).toMatchObject({ code: 'TLS_FAILED', detail: /ERR_SSL/ });
  const gone = await kit.startMisbehavingEndpoint();
  await gone.close();
  const failure = await failureOf(call({ url: gone.url }));
  expect(failure).toEqual({ code: 'CONNECTION_FAILED', detail: '127.0.0.1 refused the connection.' });
});

const hasIpv6 = Object.values(networkInterfaces()).some((cards) => cards?.some(({ address }) => address === '::1'));

testWhen(hasIpv6, 'IPv6 on loopback')('IPv6 loopback works when allowed, and its IPv4 wrappings do not', async () => {
  const ipv6 = await kit.startMisbehavingEndpoint({ host: '::1' });
  expect(await bodyText(await responseOf(call({ url: ipv6.url })))).toBe('{"ok":true}');
  await ipv6.close();
  for (const host of ['[::127.0.0.1]', '[::ffff:127.0.0.1]', '[64:ff9b::127.0.0.1]']) {
    const failure = await failureOf(call({ url: `http://${host}:${endpoint.port}/` }));
    expect(failure, host).toMatchObject({ code: 'ADDRESS_REFUSED' });
  }
});

test('localhost is called when what it resolves to is allowed', async () => {
  await responseOf(call({ url: `http://localhost:${endpoint.port}/` }));
});
