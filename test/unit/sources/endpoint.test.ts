import { describe, expect, test } from 'vitest';
import { checkEndpoint } from '../../../src/features/sources/domain/check-endpoint.ts';
import {
  type Auth,
  buildRequest,
  type Endpoint,
  endpointWarnings,
  type RequestSecrets,
} from '../../../src/features/sources/domain/endpoint.ts';

const WINDOW = { from: '2026-03-01', to: '2026-03-07' };
const endpoint = (url: string): Endpoint => ({
  url,
  method: 'GET',
  timeoutSeconds: 30,
  answerFormat: 'AUTO',
  paging: null,
});
const secrets = (auth: Auth = { kind: 'NONE' }): RequestSecrets => ({ auth, headers: [], body: null });
const DATES = 'from={start_date}&to={end_date}';
const FILLED = 'from=2026-03-01&to=2026-03-07';

describe('the address as it is shown', () => {
  test.each([
    [`https://x.example/u?${DATES}`, `https://x.example/u?${FILLED}`],
    [`https://x.example/u?api_key=s3cret&${DATES}`, `https://x.example/u?api_key=***&${FILLED}`],
    [`https://x.example/u?${DATES}&access_token=s3cret`, `https://x.example/u?${FILLED}&access_token=***`],
    [`https://x.example/u?${DATES}&X-Amz-Signature=s3cret`, `https://x.example/u?${FILLED}&X-Amz-Signature=***`],
    [`https://x.example/u?${DATES}&monkey=banana`, `https://x.example/u?${FILLED}&monkey=banana`],
    [`https://x.example/u?${DATES}&keyword=a&group=key`, `https://x.example/u?${FILLED}&keyword=a&group=key`],
  ])('of %s is %s', (url, shown) => {
    const built = buildRequest(endpoint(url), secrets(), WINDOW);
    expect(built.shownUrl).toBe(shown);
    expect(built.url).toBe(url.replace(DATES, FILLED));
  });

  test('leaves a query key out, beside a secret somebody typed', () => {
    const auth: Auth = { kind: 'QUERY_KEY', name: 'k', value: 'a b&c' };
    const built = buildRequest(endpoint(`https://x.example/u?token=typed&${DATES}`), secrets(auth), WINDOW);
    expect(built.shownUrl).toBe(`https://x.example/u?token=***&${FILLED}&k=***`);
    expect(built.url).toBe(`https://x.example/u?token=typed&${FILLED}&k=a%20b%26c`);
  });
});

describe('what is worth a look', () => {
  test('is a secret typed into the address, by the name of its parameter alone', () => {
    const [warning, ...rest] = endpointWarnings(`https://x.example/u?${DATES}&api_key=s3cret`, secrets());
    expect(warning).toMatch(/seems to hold a secret \(api_key\).*auth\.queryKey/);
    expect(warning).not.toContain('s3cret');
    expect(rest).toEqual([]);
  });

  test('is no date in a header or the body, when the other is in the URL', () => {
    const url = 'https://x.example/u?from={start_date:iso}';
    const body = '{"query":"{usage(to:{day:\\"{end_date:+1d}\\"}){n}}"}';
    expect(endpointWarnings(url, { ...secrets(), body })).toEqual([]);
    const headers = [{ name: 'x-until', value: '{end_date:unix}' }];
    expect(endpointWarnings(url, { ...secrets(), headers })).toEqual([]);
    expect(endpointWarnings(url, { ...secrets(), body: '{end_date: $to}' })).toEqual([
      expect.stringContaining('{end_date} is nowhere'),
    ]);
  });

  test.each([
    ['https://x.example/u', ['{start_date} and {end_date} are nowhere in the request']],
    ['https://x.example/u?from={start_date}', ['{end_date} is nowhere in the request']],
    [`https://x.example/u?${DATES}`, []],
    ['https://x.example/u?from={start_date:unix}&to={end_date:+1d:%Y%m%d}', []],
    ['https://x.example/u?from={start_date:unix}&to={page}', ['{end_date} is nowhere in the request']],
  ])('in %s is %j', (url, expected) => {
    expect(endpointWarnings(url, secrets()).map((text) => text.split(':')[0])).toEqual(expected);
  });
});

test('refuses a header so long that looking for it in answers would take seconds', () => {
  const one = endpoint('https://api.example.com/usage');
  const withHeader = (value: string) =>
    checkEndpoint(one, { ...secrets(), headers: [{ name: 'x-key', value }] }).map(({ field }) => field.join('.'));
  expect([withHeader('k'.repeat(4_096)), withHeader('k'.repeat(4_097))]).toEqual([[], ['headers.0.value']]);
});
