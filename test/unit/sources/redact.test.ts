import { describe, expect, test } from 'vitest';
import { cutSample } from '../../../src/features/sources/domain/cut-sample.ts';
import type { Auth, RequestSecrets } from '../../../src/features/sources/domain/endpoint.ts';
import { redactor } from '../../../src/features/sources/domain/redact.ts';
import { shorten } from '../../../src/features/sources/domain/shorten.ts';
import { writingsOf } from '../../../src/lib/secret-writings.ts';

const withAuth = (auth: Auth, rest: Partial<RequestSecrets> = {}) =>
  redactor({ auth, headers: [], body: null, ...rest });
const bearer = (token: string) => withAuth({ kind: 'BEARER', token });
const withBody = (body: string) => withAuth({ kind: 'NONE' }, { body });
const withHeader = (value: string, name = 'x-extra') => withAuth({ kind: 'NONE' }, { headers: [{ name, value }] });

const NASTY = `pä"ss\\w/ö'r<d>&+ =%`;

describe('a writing', () => {
  const bytes = Buffer.from(NASTY);
  test.each([
    ['itself', NASTY],
    ['JSON', JSON.stringify(NASTY).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(NASTY)).slice(3, -3)],
    ['ASCII JSON', `p\\u00e4\\"ss\\\\w/\\u00f6'r<d>&+ =%`],
    ['JSON with escaped slashes', `p\\u00E4\\"ss\\\\w\\/\\u00F6'r<d>&+ =%`],
    ['percent-encoding', encodeURIComponent(NASTY)],
    ['percent-encoding in lower case', encodeURIComponent(NASTY).replace(/%../g, (code) => code.toLowerCase())],
    ['percent-encoding twice', encodeURIComponent(encodeURIComponent(NASTY))],
    ['a form', new URLSearchParams({ key: NASTY }).toString().slice(4)],
    ['every byte encoded', [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')],
    ['HTML', 'pä&quot;ss\\w/ö&#39;r&lt;d&gt;&amp;+ =%'],
    ['HTML with hexadecimal quotes', 'pä&quot;ss\\w/ö&#x27;r&lt;d&gt;&amp;+ =%'],
    ['base64', bytes.toString('base64')],
    ['base64url', bytes.toString('base64url')],
    ['inside other base64', Buffer.from(`{"k":"${NASTY}"}`).toString('base64')],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal in upper case', bytes.toString('hex').toUpperCase()],
    ['UTF-8 read as Latin-1', bytes.toString('latin1')],
    ['another normal form', NASTY.normalize('NFD')],
  ])('%s', (_name, written) => {
    const shown = bearer(NASTY).text(`before ${written} behind`);
    expect(shown).toMatch(/^before .*\*\*\*.* behind$/);
    expect(shown.length).toBeLessThan(30);
  });

  test('of digits, in any base, is still short', () => {
    expect(writingsOf('123456789012').length).toBeLessThan(12);
  });
});

describe('what counts', () => {
  test.each<[string, Auth, string]>([
    ['a password', { kind: 'BASIC', username: 'user', password: 'hunter2' }, 'hunter2'],
    ['user and password', { kind: 'BASIC', username: 'user', password: 'hunter2' }, btoa('user:hunter2')],
    ['a long user name', { kind: 'BASIC', username: 'sk_live_4eC39Hq', password: 'none' }, 'sk_live_4eC39Hq'],
    ['a header key', { kind: 'HEADER_KEY', name: 'x-api-key', value: 'k-1234567' }, 'k-1234567'],
    ['a query key', { kind: 'QUERY_KEY', name: 'key', value: 'k-1234567' }, 'k-1234567'],
  ])('%s', (_what, auth, secret) => {
    expect(withAuth(auth).text(`got ${secret}.`)).toBe('got ***.');
  });

  test('of a client the secret, however it is sent, what is typed into its token URL, and each token', () => {
    const auth: Auth = {
      kind: 'OAUTH2_CLIENT_CREDENTIALS',
      tokenUrl: 'https://idp.example/token?api_key=typed-key-1',
      clientId: 'my app',
      clientSecret: 's&cret/1',
      scope: 'usage.read',
      audience: 'https://api.example/',
      clientAuthentication: 'BASIC',
    };
    const { text } = redactor({ auth, headers: [], body: null }, ['t0ken-that-was-issued']);
    for (const secret of [
      's&cret/1',
      's%26cret%2F1',
      btoa('my+app:s%26cret%2F1'),
      btoa('s%26cret%2F1'),
      'typed-key-1',
      't0ken-that-was-issued',
      btoa('t0ken-that-was-issued'),
    ]) {
      expect(text(`got ${secret}.`)).toBe('got ***.');
    }
    expect(text('my app at idp.example asks for usage.read')).toBe('my app at idp.example asks for usage.read');
  });

  test('of a header the value, the key in it, and the password behind its base64', () => {
    expect(withHeader('Token abc123def456').text('sent Token abc123def456, or abc123def456')).toBe('sent ***, or ***');
    expect(withHeader('sid=9f8e7d6c5b; theme=dark', 'cookie').text('sid is 9f8e7d6c5b')).toBe('sid is ***');
    expect(withHeader(`Basic ${btoa('me:hunter2')}`, 'authorization').text('user me, password hunter2')).toBe(
      'user me, password ***',
    );
    expect(withHeader('k9k9k9k9{end_date:+1d:%Y}').text('got k9k9k9k92026')).toBe('got ***2026');
    expect(withHeader('application/json', 'Accept').text('not application/json')).toBe('not application/json');
  });

  test('of a body every text but plain words, and those too under a telling name', () => {
    const body = `{"from":"{start_date}","ids":["a1b2c3d4"],"metrics":["logins","sum(api_calls)"],"zone":"Europe/Oslo",
      "login":{"apiKey":"hello","pin":"x","secretNumber":987654},"say":"key=k9k9k9k9 until {end_date}"}`;
    const { text } = withBody(body);
    expect(text('logins, sum(api_calls) of Europe/Oslo')).toBe('logins, sum(api_calls) of Europe/Oslo');
    expect(text('a1b2c3d4 hello 987654 x')).toBe('*** *** *** x');
    expect(text('said key=k9k9k9k9 until 2026-03-01')).toBe('said *** 2026-03-01');
    expect(withBody('{"from":{start_date},"key":"a1b2c3d4"}').text('a1b2c3d4')).toBe('***');
    expect(withBody('token=a1%2Bb2c3d4&group=day').text('a1+b2c3d4 by day')).toBe('*** by day');
    expect(withBody('<q><key>a1b2c3d4</key><by>accounts</by></q>').text('a1b2c3d4, accounts')).toBe('***, accounts');
  });

  test('what was typed into the URL', () => {
    const { text } = redactor({ auth: { kind: 'NONE' }, headers: [], body: null }, ['a%2Fb2c3d4e5']);
    expect(text('a/b2c3d4e5 and a%2Fb2c3d4e5')).toBe('*** and ***');
  });

  test('short ones: whole words from 4 characters, nothing below, no calendar days', () => {
    expect(bearer('test').text('test the latest "test"')).toBe('*** the latest "***"');
    expect(bearer('abc').text('abc')).toBe('abc');
    expect(bearer('2026').texts({ day: '2026-03-09', at: 'in 2026' })).toEqual({ day: '2026-03-09', at: 'in ***' });
    expect(withHeader('2026-03-09').text('since 2026-03-09')).toBe('since 2026-03-09');
  });
});

describe('what was cut', () => {
  const secret = 'sk9f8a7b6c5d4e3f2a1b0c';
  test.each([4, 8, 12, 20, 40])('a sample with texts of %i characters', (length) => {
    const note = `${'.'.repeat(Math.max(0, length - 5))}${secret}`;
    const { json } = cutSample([{ note }], 100, JSON.stringify([{ note: '' }]).length + length + '…'.length + 2);
    expect(json).toContain(`${note.slice(0, length)}…`);
    expect(JSON.parse(bearer(secret).json(json))).toEqual([{ note: expect.stringMatching(/^\.*\*\*\*…$/) }]);
  });

  test('a value shortened in an error', () => {
    for (let before = 40; before < 80; before++) {
      const shown = bearer(secret).texts([shorten({ a: '.'.repeat(before), secret })]);
      expect(shown[0], String(before)).not.toMatch(/sk9f|9f8a7b/);
    }
  });

  test('a stretch quoted out of the middle of an answer', () => {
    const text = `{"a":1,"key":"${secret}","b":2}`;
    for (let at = 0; at < text.length - 30; at++) {
      const shown = bearer(secret).text(`a mistake, near ${JSON.stringify(text.slice(at, at + 30))}.`);
      for (let from = 0; from + 4 <= secret.length; from++) {
        expect(shown, `window at ${at}`).not.toContain(secret.slice(from, from + 4));
      }
    }
  });

  test('but not what a secret shares with other texts', () => {
    expect(bearer('correct horse battery').text('correct the URL')).toBe('correct the URL');
    expect(withHeader('https://api.example.com/hook').text('api.example.com answered 500.')).toBe(
      'api.example.com answered 500.',
    );
  });
});

describe('a JSON text', () => {
  test('stays JSON: names, numbers and nested JSON, too', () => {
    const { json } = bearer('4711471147');
    const said = { '4711471147': 4711471147, x4711471147: [null, true, -4711471147.5, '4711471147'], n: 4711 };
    expect(JSON.parse(json(JSON.stringify(said)))).toEqual({
      '***': '***',
      'x***': [null, true, '***', '***'],
      n: 4711,
    });
  });

  test('keeps both of two names that become one', () => {
    const { json } = bearer('k"e\\y1234');
    const names = ['k"e\\y1234', encodeURIComponent('k"e\\y1234'), 'plain'];
    const shown = JSON.parse(json(JSON.stringify(Object.fromEntries(names.map((name, at) => [name, at])))));
    expect(shown).toEqual({ '***': 0, '****': 1, plain: 2 });
  });

  test('without a secret is left as it is, to the letter', () => {
    const odd = '{ "a": 1e999, "b" :"\\u0041", "b": 2 }';
    expect(bearer('4711471147').json(odd)).toBe(odd);
  });
});

test('a request without secrets changes nothing', () => {
  const value = { rows: [{ hint: 'x' }] };
  const { text, texts, json } = withAuth({ kind: 'NONE' });
  expect([text('***x'), texts(value), json('{ }')]).toEqual(['***x', value, '{ }']);
});
