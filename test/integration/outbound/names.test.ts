import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import type { DialTarget, Resolver } from '../../../src/platform/http/dialer.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import { bodyText, failureOf, responseOf } from '../../contract/outbound-outcomes.ts';
import { json, type MisbehavingEndpoint, stall, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { certificate, privateKey } from './tls-fixture.ts';

const PUBLIC = '93.184.215.14';
const PUBLIC_IPV6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';

let endpoint: MisbehavingEndpoint;
let dialled: DialTarget[];
beforeEach(async () => {
  endpoint = await startMisbehavingEndpoint({ tls: { key: privateKey, cert: certificate } });
  dialled = [];
});
afterEach(() => endpoint.close());

/** Every dial is written down and led to the endpoint on loopback, so that public addresses cost no traffic. */
const outboundWith = (
  resolver: Resolver,
  options: { allowedCidrs?: string[]; trusted?: boolean; dead?: string[] } = {},
) =>
  createOutbound({
    allowedCidrs: options.allowedCidrs ?? [],
    certificateAuthorities: options.trusted === false ? [] : [certificate],
    clock: systemClock,
    resolver,
    dialer: async (target) => {
      dialled.push(target);
      if (options.dead?.includes(target.address)) throw Object.assign(new Error('no route'), { code: 'ENETUNREACH' });
      const socket = connect(endpoint.port, '127.0.0.1');
      return socket.on('error', () => {});
    },
  });

const resolvesTo =
  (...addresses: string[]): Resolver =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const request = (url = 'https://usage.example.com/rows?from=2026-01-01') =>
  ({ method: 'GET', url, headers: {}, body: null, timeoutMs: 20_000, maxBodyBytes: 10_000 }) as const;

describe('the address checked is the address dialled', () => {
  test('a name that turns to loopback after the first lookup is dialled at the first address only', async () => {
    const answers = [PUBLIC, '127.0.0.1'];
    const resolver = vi.fn<Resolver>(async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]);
    const outbound = outboundWith(resolver);
    expect(await bodyText(await responseOf(outbound.call(request())))).toBe('{"ok":true}');
    expect(dialled).toEqual([{ address: PUBLIC, family: 4, port: 443 }]);
    expect(resolver).toHaveBeenCalledTimes(1);

    expect(await failureOf(outbound.call(request()))).toMatchObject({ code: 'ADDRESS_REFUSED' });
    expect(dialled).toHaveLength(1);
    expect(endpoint.requests[0]).toMatchObject({
      path: '/rows?from=2026-01-01',
      headers: { host: 'usage.example.com' },
    });
  });

  test.each([
    ['10.0.0.5', 'private'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['169.254.169.254', 'metadata'],
    ['fe80::1%eth0', 'usable'],
    ['not an address', 'usable'],
  ])('one refused address among public ones refuses the name: %s', async (address, said) => {
    const failure = await failureOf(outboundWith(resolvesTo(PUBLIC, address)).call(request()));
    expect(failure).toMatchObject({ code: 'ADDRESS_REFUSED', detail: expect.stringContaining(said) });
    expect(failure.detail, 'the inner address is not told').not.toContain(address);
    expect(dialled).toEqual([]);
  });

  test('metadata addresses stay refused when the operator allows everything around them', async () => {
    const outbound = outboundWith(resolvesTo('169.254.169.254'), { allowedCidrs: ['169.254.0.0/16'] });
    expect(await failureOf(outbound.call(request()))).toMatchObject({ code: 'ADDRESS_REFUSED' });
  });

  test('http and odd ports need every address on the allow-list', async () => {
    const allowedCidrs = ['10.1.0.0/16'];
    for (const url of ['http://usage.example.com/', 'https://usage.example.com:9000/']) {
      const mixed = outboundWith(resolvesTo('10.1.2.3', PUBLIC), { allowedCidrs });
      expect(await failureOf(mixed.call(request(url))), url).toMatchObject({ code: 'INVALID_URL' });
    }
    expect(dialled).toEqual([]);
    const inner = outboundWith(resolvesTo('10.1.2.3'), { allowedCidrs });
    await responseOf(inner.call(request('https://usage.example.com:9000/')));
    expect(dialled).toEqual([{ address: '10.1.2.3', family: 4, port: 9000 }]);
  });

  test('an address without a route gives way to the next', async () => {
    const addresses = [PUBLIC_IPV6, '2606:4700::1', PUBLIC];
    const outbound = outboundWith(resolvesTo(...addresses), { dead: [PUBLIC_IPV6] });
    await responseOf(outbound.call(request()));
    expect(dialled.map(({ address }) => address)).toEqual([PUBLIC_IPV6, PUBLIC]);
    const dead = outboundWith(resolvesTo(...addresses), { dead: addresses });
    expect(await failureOf(dead.call(request()))).toMatchObject({ code: 'CONNECTION_FAILED', detail: /ENETUNREACH/ });
  });
});

test('of a name with thousands of addresses all are judged and a few are tried', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `93.184.${index >> 8}.${index & 255}`);
  const dead = outboundWith(resolvesTo(PUBLIC, PUBLIC, ...many), { dead: [PUBLIC, ...many] });
  expect(await failureOf(dead.call(request()))).toMatchObject({ code: 'CONNECTION_FAILED' });
  expect(dialled.map(({ address }) => address)).toEqual([PUBLIC, ...many.slice(0, 5)]);
  dialled = [];
  expect(await failureOf(outboundWith(resolvesTo(...many, '10.0.0.1')).call(request()))).toMatchObject({
    code: 'ADDRESS_REFUSED',
  });
  expect(dialled).toEqual([]);
});

describe('names that do not resolve', () => {
  const failing =
    (code: string): Resolver =>
    async () => {
      throw Object.assign(new Error('lookup'), { code });
    };

  test('an unknown name is told from a name server that is away', async () => {
    const unknown = await failureOf(outboundWith(failing('ENOTFOUND')).call(request()));
    expect(unknown).toEqual({ code: 'NAME_NOT_RESOLVED', detail: 'usage.example.com has no address.' });
    expect(await failureOf(outboundWith(resolvesTo()).call(request()))).toEqual(unknown);
    const away = await failureOf(outboundWith(failing('EAI_AGAIN')).call(request()));
    expect(away).toMatchObject({ code: 'NAME_NOT_RESOLVED', transient: true });
  });

  test.each([
    ['ENOTFOUND', false],
    ['ENODATA', false],
    ['EINVAL', false],
    ['EAI_AGAIN', true],
    ['ESERVFAIL', true],
    ['EREFUSED', true],
    ['ETIMEOUT', true],
    ['ECONNREFUSED', true],
    ['EAI_FAIL', true],
    ['ENOMEM', true],
    ['EMFILE', true],
  ])('%s may be gone with the next lookup: %s', async (code, transient) => {
    const failure = await failureOf(outboundWith(failing(code)).call(request()));
    expect(failure.code).toBe('NAME_NOT_RESOLVED');
    expect(failure.transient ?? false).toBe(transient);
  });

  test('a lookup that never ends is a timeout', async () => {
    const outbound = outboundWith(() => new Promise(() => {}));
    expect(await failureOf(outbound.call({ ...request(), timeoutMs: 100 }))).toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('TLS', () => {
  test('a certificate nobody vouches for is refused', async () => {
    const failure = await failureOf(outboundWith(resolvesTo(PUBLIC), { trusted: false }).call(request()));
    expect(failure).toMatchObject({ code: 'TLS_FAILED', detail: /DEPTH_ZERO_SELF_SIGNED_CERT/ });
    await endpoint.whenIdle();
  });

  test('the certificate must fit the name, not the address', async () => {
    const failure = await failureOf(outboundWith(resolvesTo(PUBLIC)).call(request('https://other.example.com/')));
    expect(failure).toMatchObject({ code: 'TLS_FAILED', detail: /ERR_TLS_CERT_ALTNAME_INVALID/ });
    expect(endpoint.requests).toEqual([]);
  });

  test('a rooted name is checked without its dot', async () => {
    await responseOf(outboundWith(resolvesTo(PUBLIC)).call(request('https://usage.example.com./')));
  });

  test('a reader that stops early closes the secured connection', async () => {
    endpoint.respond(stall('[1, 2'), json([]));
    const response = await responseOf(outboundWith(resolvesTo(PUBLIC)).call(request()));
    for await (const _chunk of response.body) break;
    await endpoint.whenIdle();
  });
});
