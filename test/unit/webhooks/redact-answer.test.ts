import { describe, expect, test } from 'vitest';
import { answerRedactor, shownAnswer } from '../../../src/features/webhooks/domain/redact-answer.ts';

const TOKEN = 'T0K3N-8f2c91ab77e0';
const shown = (url: string, answer: string) =>
  shownAnswer(answer, answerRedactor(url, ['whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtMTIz']));

describe('nothing of the URL that may be a secret is shown', () => {
  test.each([
    ['a part of the path', `https://a.example/services/${TOKEN}`, `no such hook: ${TOKEN}`],
    ['the whole path', `https://a.example/services/${TOKEN}`, `POST /services/${TOKEN} failed`],
    ['a value of the query', `https://a.example/in?key=${TOKEN}`, `{"query":{"key":"${TOKEN}"}}`],
    ['an escaped value', 'https://a.example/in?key=s%2Fcr%C3%A9t%2B9912', '{"key":"s/crét+9912"}'],
    ['in base64', `https://a.example/in?key=${TOKEN}`, Buffer.from(`key=${TOKEN}`).toString('base64')],
    ['the secret', 'https://a.example/in', 'signed with whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtMTIz'],
    ['a piece of it', `https://a.example/in?key=${TOKEN}`, `key begins with ${TOKEN.slice(0, 12)}`],
  ])('%s', (_, url, answer) => {
    const text = shown(url, answer);
    expect(text).toContain('***');
    for (const part of ['8f2c91ab', 'crét', '9912', 'c2VjcmV0', 'OGYyYzkxYWI']) expect(text).not.toContain(part);
  });
});

test('ordinary words of a URL are no secrets', () => {
  expect(shown('https://a.example/webhooks/v2/tributary', 'webhooks are fine; tributary v2')).toBe(
    'webhooks are fine; tributary v2',
  );
});

test('a secret across the place where the answer is cut is not shown by half', () => {
  const url = `https://a.example/in?key=${TOKEN}`;
  for (let before = 1_000; before < 1_030; before++) {
    const text = shown(url, `${'.'.repeat(before)}${TOKEN}${'.'.repeat(100)}`);
    expect(text, `${before} characters before it`).not.toContain('T0K3');
    expect(text.length).toBeLessThanOrEqual(1_024);
  }
});

test('what PostgreSQL does not store and what nobody sees is replaced', () => {
  expect(shown('https://a.example/', 'a\0b\u202ec\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
});
