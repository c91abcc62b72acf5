import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import type { Dialer, DialTarget, Resolver } from '../../src/platform/http/dialer.ts';
import { createOutbound } from '../../src/platform/http/guarded-outbound.ts';
import type { OutboundFailure } from '../../src/platform/http/outbound.ts';
import { failureOf } from '../contract/outbound-outcomes.ts';
import { report } from '../kit/battery.ts';
import { REDIRECTS } from '../kit/hostile-urls.ts';
import { json, type MisbehavingEndpoint, redirect, startMisbehavingEndpoint } from '../kit/misbehaving-endpoint.ts';
import { asResolved, OUTBOUND_TARGETS, type OutboundTarget, PUBLIC } from '../kit/outbound-targets.ts';
import { NEIGHBOURS, SPECIAL_IPV4 } from '../kit/special-addresses.ts';

const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
let endpoint: MisbehavingEndpoint;
/** Stands where a proxy of the environment would: nobody may come by. */
let proxy: MisbehavingEndpoint;
beforeAll(async () => {
  endpoint = await startMisbehavingEndpoint();
  proxy = await startMisbehavingEndpoint();
  for (const name of PROXY_VARIABLES) process.env[name] = proxy.url;
});
afterAll(async () => {
  for (const name of PROXY_VARIABLES) delete process.env[name];
  await Promise.all([endpoint.close(), proxy.close()]);
});

/** Writes down what is looked up and dialled; nothing leaves the machine. */
function watched(resolve: Resolver, allowedCidrs: readonly string[] = [], dial: Dialer = noAnswer) {
  const lookups: string[] = [];
  const dials: DialTarget[] = [];
  const outbound = createOutbound({
    allowedCidrs,
    clock: systemClock,
    resolver: (hostname) => {
      lookups.push(hostname);
      return resolve(hostname);
    },
    dialer: (target, signal) => {
      dials.push(target);
      return dial(target, signal);
    },
  });
  const call = (url: string) =>
    outbound.call({ method: 'GET', url, headers: {}, body: null, timeoutMs: 20_000, maxBodyBytes: 1_000 });
  return { call, lookups, dials };
}

const refusal = (code: string) => Object.assign(new Error('10.9.8.7 s3cret'), { code });
const noAnswer: Dialer = async () => {
  throw refusal('ECONNREFUSED');
};
const resolverOf = (target: OutboundTarget): Resolver => {
  const { resolvesTo = [] } = target;
  return async () => {
    if ('throws' in resolvesTo) throw refusal(resolvesTo.throws);
    return asResolved(resolvesTo);
  };
};

const counts = { refused: 0, unresolved: 0, dialled: 0, redirects: 0, rebindings: 0, reached: 0 };

function judge(target: OutboundTarget, failure: OutboundFailure, dials: readonly DialTarget[], lookups: number) {
  const context = `${target.name}: ${JSON.stringify({ failure, dials, lookups })}`;
  const dialled = dials.map(({ address, port }) => `${address} ${port}`);
  const wanted = typeof target.expected === 'string' ? target.expected : 'CONNECTION_FAILED';
  if (typeof target.expected === 'string') counts.reached += dials.length;
  expect(failure.code, context).toBe(wanted);
  expect(dialled, context).toEqual(typeof target.expected === 'string' ? [] : target.expected);
  expect(lookups, `${context} lookups`).toBe(target.resolvesTo === undefined ? 0 : 1);
  for (const { address, family } of dials) expect(family, context).toBe(address.includes(':') ? 6 : 4);
  // The address behind a name is the operator's business, and the query string the customer's.
  expect(failure.detail, context).not.toMatch(/s3cret|10\.9\.8\.7/);
  expect(failure.detail.length, context).toBeLessThan(400);
  if (dialled.length > 0) counts.dialled++;
  else if (failure.code === 'NAME_NOT_RESOLVED') counts.unresolved++;
  else counts.refused++;
}

test('no target is reached that must not be, and each that may be is dialled where it was checked', async () => {
  for (const target of OUTBOUND_TARGETS) {
    const { call, lookups, dials } = watched(resolverOf(target), target.allowedCidrs);
    const outcome = await call(target.url);
    if (outcome.ok) throw new Error(`${target.name} was answered`);
    judge(target, outcome.error, dials, lookups.length);
  }

  for (const location of REDIRECTS) {
    endpoint.respond(redirect(location), json({ reached: true }));
    const { call, dials } = watched(
      async () => asResolved(['127.0.0.1']),
      ['127.0.0.0/8'],
      async ({ address, port }) => connect(port, address).on('error', () => {}),
    );
    const before = endpoint.requests.length;
    const failure = await failureOf(call(`http://usage.example.com:${endpoint.port}/`));
    const context = `a redirect to ${location.slice(0, 80)}: ${JSON.stringify({ failure, dials })}`;
    expect(failure, context).toMatchObject({ code: 'REDIRECT', status: 302 });
    expect(dials, context).toEqual([{ address: '127.0.0.1', family: 4, port: endpoint.port }]);
    expect(endpoint.requests.length - before, context).toBe(1);
    expect(failure.detail.length, context).toBeLessThan(700);
    expect(failure.location ?? '', context).not.toMatch(/\p{Cc}/u);
    counts.redirects++;
  }

  // A name server that says one thing to whoever checks and another to whoever calls: it is asked once, and once only.
  const bad = [...SPECIAL_IPV4.map((cidr) => cidr.split('/')[0] ?? ''), '::1', 'fd00:ec2::254', '::ffff:127.0.0.1'];
  for (const [index, address] of bad.entries()) {
    const good = NEIGHBOURS[index % NEIGHBOURS.length] ?? PUBLIC;
    const answers = [[good], [address], [good, address]];
    const { call, lookups, dials } = watched(async () => asResolved(answers.shift() ?? [address]));
    const codes: string[] = [];
    for (let turn = 0; turn < 4; turn++) codes.push((await failureOf(call('https://usage.example.com/'))).code);
    const context = `${good}, then ${address}: ${JSON.stringify({ codes, dials })}`;
    expect(codes, context).toEqual(['CONNECTION_FAILED', ...new Array(3).fill('ADDRESS_REFUSED')]);
    expect(dials, context).toEqual([{ address: good, family: 4, port: 443 }]);
    expect(lookups.length, context).toBe(4);
    counts.rebindings++;
  }

  expect(proxy.requests, 'the proxy of the environment was called').toEqual([]);
  const targets = OUTBOUND_TARGETS.length + counts.redirects + counts.rebindings;
  expect(targets).toBeGreaterThanOrEqual(300);
  report('outbound targets', { targets, ...counts });
});
