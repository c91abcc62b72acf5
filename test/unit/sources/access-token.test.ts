import { describe, expect, test } from 'vitest';
import {
  judgeTokenAnswer,
  MAX_TOKEN_LENGTH,
  readTokenError,
  reusableUntil,
} from '../../../src/features/sources/domain/access-token.ts';
import { type ClientCredentials, tokenRequest } from '../../../src/features/sources/domain/client-credentials.ts';

const client = (changes: Partial<ClientCredentials> = {}): ClientCredentials => ({
  kind: 'OAUTH2_CLIENT_CREDENTIALS',
  tokenUrl: 'https://idp.example/token',
  clientId: 'id',
  clientSecret: 'secret',
  scope: null,
  audience: null,
  clientAuthentication: 'BASIC',
  ...changes,
});

describe('what is asked', () => {
  // Both forms of RFC 6749, appendix B: a blank is a plus, and bytes are those of UTF-8.
  const odd = { clientId: 'a b:c', clientSecret: 'p&=+%/ü"~*' };
  const [id, secret] = ['a+b%3Ac', 'p%26%3D%2B%25%2F%C3%BC%22%7E*'];

  test('with BASIC, id and secret are form-encoded before they are joined', () => {
    const { headers, body } = tokenRequest(client(odd));
    expect(body).toBe('grant_type=client_credentials');
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    });
  });

  test('with BODY, both are in the form and no header holds them', () => {
    const { headers, body } = tokenRequest(client({ ...odd, clientAuthentication: 'BODY' }));
    expect(body).toBe(`grant_type=client_credentials&client_id=${id}&client_secret=${secret}`);
    expect(headers['authorization']).toBeUndefined();
  });

  test('scope and audience are sent when given', () => {
    const { body } = tokenRequest(client({ scope: 'usage:read reports', audience: 'https://api.example/?a=1' }));
    expect(body).toBe(
      'grant_type=client_credentials&scope=usage%3Aread+reports&audience=https%3A%2F%2Fapi.example%2F%3Fa%3D1',
    );
  });
});

const answer = (changes: object) => JSON.stringify({ access_token: 'abc', token_type: 'Bearer', ...changes });

describe('an answer that gives a token', () => {
  test.each<[string, object, string, number | null]>([
    ['a lifetime', { expires_in: 3600 }, 'abc', 3_600_000],
    ['a lifetime as text', { expires_in: '600' }, 'abc', 600_000],
    ['a lifetime with a fraction', { expires_in: 1.5 }, 'abc', 1_500],
    ['none', {}, 'abc', null],
    ['null', { expires_in: null }, 'abc', null],
    ['one that is no number', { expires_in: 'soon' }, 'abc', null],
    ['one that is over', { expires_in: -5 }, 'abc', 0],
    ['no type', { token_type: undefined }, 'abc', null],
    ['its type in other letters', { token_type: 'bEARER' }, 'abc', null],
    ['a token with characters of Latin-1 and a blank', { access_token: 'a b/+=~é' }, 'a b/+=~é', null],
    ['the longest token', { access_token: 'x'.repeat(MAX_TOKEN_LENGTH) }, 'x'.repeat(MAX_TOKEN_LENGTH), null],
  ])('and says %s', (_what, changes, token, lifetimeMs) => {
    expect(judgeTokenAnswer(answer(changes))).toEqual({ ok: true, value: { token, lifetimeMs } });
  });

  test('that never ends, by a number beyond all numbers', () => {
    expect(judgeTokenAnswer('{"access_token":"abc","expires_in":1e999}')).toMatchObject({
      value: { lifetimeMs: null },
    });
  });
});

describe('an answer that gives none is refused in words that quote nothing of it', () => {
  test.each<[string, string, RegExp]>([
    ['a page', '<!doctype html><title>planted</title>', /not a JSON object/],
    ['nothing', '', /not a JSON object/],
    ['a list', '[{"access_token":"planted"}]', /not a JSON object/],
    ['a text', '"planted"', /not a JSON object/],
    ['null', 'null', /not a JSON object/],
    ['an object without it', '{"token":"planted"}', /holds no access_token\.$/],
    ['an error with status 200', '{"error":"invalid_client","error_description":"planted"}', /it says invalid_client/],
    ['an error of its own', '{"error":"planted"}', /holds no access_token\.$/],
    ['an empty token', answer({ access_token: '' }), /no access_token/],
    ['a number', answer({ access_token: 12 }), /no access_token/],
    ['another type', answer({ token_type: 'mac' }), /not bearer/],
    ['a type that is no text', answer({ token_type: ['bearer'] }), /not bearer/],
    ['too long a token', answer({ access_token: 'x'.repeat(MAX_TOKEN_LENGTH + 1) }), /longer than 15360/],
    ['a line break', answer({ access_token: 'planted\r\nx-more: 1' }), /no header can carry/],
    ['a blank at the end', answer({ access_token: 'planted ' }), /no header can carry/],
    ['a character beyond Latin-1', answer({ access_token: 'planted–1' }), /no header can carry/],
  ])('%s', (_what, text, reason) => {
    const judged = judgeTokenAnswer(text);
    expect(judged).toEqual({ ok: false, error: expect.stringMatching(reason) });
    expect(JSON.stringify(judged)).not.toContain('planted');
  });
});

test.each([
  ['{"error":"invalid_scope"}', 'invalid_scope'],
  ['{"error":"access_denied"}', null],
  ['{"error":{"invalid_client":1}}', null],
  ['{"error":"invalid_client because of planted"}', null],
  ['<html>', null],
])('of the refusal %s, %s is told', (text, told) => {
  expect(readTokenError(text)).toBe(told);
});

test.each([
  [3_600_000, 3_540_000],
  [600_000, 540_000],
  [100_000, 90_000],
  [1_000, 900],
  [0, 0],
  [null, Number.POSITIVE_INFINITY],
])('a token that lives %s ms is used again for %s ms', (lifetimeMs, span) => {
  expect(reusableUntil({ token: 'abc', lifetimeMs }, 5_000)).toBe(span + 5_000);
});
