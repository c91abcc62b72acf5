import { describe, expect, test } from 'vitest';
import { judgeAnswer } from '../../../../src/platform/http/answer.ts';
import { connectionFailure, tlsFailure } from '../../../../src/platform/http/connection-failure.ts';
import { outboundRules } from '../../../../src/platform/http/guarded-outbound.ts';
import { planCall } from '../../../../src/platform/http/url-policy.ts';

const planned = planCall('https://api.example.com/usage?key=s3cret', outboundRules({ allowedCidrs: [] }));
if (!planned.ok) throw new Error(planned.error.detail);
const clock = { now: () => new Date('2026-03-01T00:00:00Z') };
const judged = (status: number, headers: Record<string, string | string[]>) =>
  judgeAnswer({ status, headers }, planned.value, 1_000, clock);

const CONTROLS = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('what a redirect says', () => {
  test.each<[string, string | null]>([
    ['https://elsewhere.example/v2?token=s3cret#s3cret', 'https://elsewhere.example/v2'],
    ['https://user:s3cret@elsewhere.example/', 'https://elsewhere.example/'],
    ['/v2', 'https://api.example.com/v2'],
    ['//elsewhere.example/v2', 'https://elsewhere.example/v2'],
    ['\\\\elsewhere.example\\v2', 'https://elsewhere.example/v2'],
    ['', 'https://api.example.com/usage'],
    ['/a\tb\u0000\u001b[31m\u0085c', 'https://api.example.com/ab%00%1B[31m%C2%85c'],
    ['/\u202ecod.exe', 'https://api.example.com/%E2%80%AEcod.exe'],
    ['https://xn--mnchen-3ya.example/', 'https://xn--mnchen-3ya.example/'],
    ['https://\u202eevil.example/', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['data:text/html,x', null],
    ['https://[::1', null],
  ])('to %j is told as %j', (location, told) => {
    const answer = judged(302, { location });
    const said = told === null ? '' : ` to ${told}`;
    const detail = `api.example.com answered 302, a redirect${said}. Redirects are not followed.`;
    expect(answer).toEqual({
      ok: false,
      error: { code: 'REDIRECT', detail, status: 302, ...(told === null ? {} : { location: told }) },
    });
    expect(JSON.stringify(answer)).not.toMatch(CONTROLS);
  });

  test('is cut when it is long', () => {
    const answer = judged(302, { location: `/${'x'.repeat(15_000)}` });
    if (answer.ok) throw new Error('followed');
    expect(answer.error.location).toHaveLength(500);
    expect(answer.error.detail.length).toBeLessThan(700);
  });
});

test.each([
  ['br', 'br'],
  ['gzip, gzip', 'gzip, gzip'],
  ['gzip\u0000', 'an unknown encoding'],
  ['x'.repeat(5_000), 'an unknown encoding'],
  ['\u202egzip', 'an unknown encoding'],
])('an encoding of %j is told as %s', (encoding, told) => {
  const detail = `api.example.com sent ${told}; only gzip was asked for.`;
  expect(judged(200, { 'content-encoding': encoding })).toMatchObject({ error: { detail } });
});

test.each([
  ['a code with a line break', 'ERR_X\nERR_Y'],
  ['a long code', 'E'.repeat(100)],
  ['a code in words', 'certificate of\u202e evil'],
  ['no code', undefined],
])('of an error with %s only what is safe is told', (_name, code) => {
  const error = Object.assign(new Error('10.0.0.5 s3cret\u0000'), { code });
  for (const failure of [connectionFailure(error, 'api.example.com'), tlsFailure(error, 'api.example.com')]) {
    expect(failure.detail).not.toMatch(/10\.0\.0\.5|s3cret|evil|\n|\0/);
    expect(failure.detail.length).toBeLessThan(100);
  }
});

test('an answer that was to be read all the same is held to every other rule', () => {
  const read = (status: number, headers: Record<string, string> = {}) =>
    judgeAnswer({ status, headers }, planned.value, 1_000, clock, [400, 401]);
  expect(read(401, { 'content-type': 'application/json' })).toMatchObject({
    ok: true,
    value: { contentType: 'application/json' },
  });
  expect(read(403)).toMatchObject({ error: { code: 'HTTP_STATUS', status: 403 } });
  expect(read(400, { 'content-length': '1001' })).toMatchObject({ error: { code: 'TOO_LARGE', status: 400 } });
  expect(read(302, { location: '/v2' })).toMatchObject({ error: { code: 'REDIRECT' } });
});
