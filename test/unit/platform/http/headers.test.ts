import { describe, expect, test } from 'vitest';
import { checkHeaders, requestHeaders } from '../../../../src/platform/http/headers.ts';

test.each<[string, Record<string, string>]>([
  ['none', {}],
  ['a bearer token', { Authorization: 'Bearer eyJhbGciOi.J9-_~+/=' }],
  ['a key', { 'X-API-Key': 'k!#$%&\'*+.^_`|~"(),/:;<=>?@[\\]{}' }],
  ['an empty value', { 'X-Empty': '' }],
  ['Latin-1 and a tab', { 'X-Name': 'Zoë\tMüller' }],
  ['an accept header of their own', { accept: 'application/vnd.acme+json', 'user-agent': 'Acme/1' }],
])('%s may be sent', (_name, headers) => {
  expect(checkHeaders(headers)).toBeNull();
});

describe('headers that describe the connection are refused, in any case', () => {
  test.each([
    ...[
      'host',
      'Host',
      'HOST',
      'connection',
      'keep-alive',
      'content-length',
      'Transfer-Encoding',
      'te',
      'trailer',
      'upgrade',
    ],
    ...['expect', 'accept-encoding', 'HTTP2-Settings', 'proxy-authorization', 'Proxy-Connection'],
  ])('%s', (name) => {
    expect(checkHeaders({ [name]: 'x' })).toMatchObject({
      code: 'INVALID_HEADER',
      detail: expect.stringContaining(name),
    });
  });
});

describe('names that are not tokens are refused, and not repeated', () => {
  test.each(['', ' ', 'x y', 'x:', 'x\r\ny', 'x\u0000', 'ü', '(x)', 'x,y', `x${'y'.repeat(256)}`])('%j', (name) => {
    const failure = checkHeaders({ [name]: 'v' });
    expect(failure).toMatchObject({ code: 'INVALID_HEADER' });
    expect(failure?.detail).toBe('A header name may hold letters, digits and hyphens only.');
  });
});

describe('values that break out of their line are refused, and not told', () => {
  test.each([
    ...['s3cret\r\nhost: evil', 's3cret\n', 's3cret\r', '\ns3cret', 's3cret\u0000', 's3cret\u007f', 's3cret\u001b[0m'],
    ...['s3cret\u560d\u560a', 's3cret€', 's3cret\u2028'],
  ])('%j', (value) => {
    const failure = checkHeaders({ 'x-key': value });
    expect(failure).toMatchObject({ code: 'INVALID_HEADER', detail: expect.stringContaining('x-key') });
    expect(failure?.detail).not.toContain('s3cret');
  });
});

test('twice the same name in two cases, too many, or too much', () => {
  expect(checkHeaders({ Authorization: 'a', authorization: 'b' })).toMatchObject({ detail: /given twice/ });
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`x-${i}`, '1']));
  expect(checkHeaders(many)).toMatchObject({ detail: /more than 64/ });
  expect(checkHeaders({ 'x-key': 'k'.repeat(16_384) })).toMatchObject({ detail: /longer than 16384/ });
});

test('what is sent names this client once and asks for gzip only', () => {
  expect(requestHeaders({ 'X-Key': '1' })).toEqual({
    'user-agent': 'Tributary',
    'X-Key': '1',
    'accept-encoding': 'gzip, identity',
  });
  expect(requestHeaders({ 'User-Agent': 'Acme' })).toEqual({
    'User-Agent': 'Acme',
    'accept-encoding': 'gzip, identity',
  });
});
