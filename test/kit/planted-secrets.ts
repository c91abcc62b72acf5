import { randomBytes, randomInt } from 'node:crypto';
import type { Sql } from 'postgres';
import { expect } from 'vitest';

export const KINDS = [
  'bearer',
  'basic',
  'headerKey',
  'queryKey',
  'header',
  'body',
  'clientSecret',
  'accessToken',
] as const;
export type Kind = (typeof KINDS)[number];

/** A secret that an endpoint is called with, unlike any other text in the test. */
export type Planted = {
  readonly index: number;
  readonly kind: Kind;
  readonly alphabet: string;
  readonly secret: string;
  /** What a client gives to connect with it. */
  readonly connection: (tokenUrl: string) => Readonly<Record<string, unknown>>;
  /** What a token endpoint gives out; null when none is asked. */
  readonly token: string | null;
  readonly writings: readonly (readonly [name: string, text: string])[];
};

const from = (letters: string, length: number): string => {
  const all = [...letters];
  return Array.from({ length }, () => all[randomInt(all.length)]).join('');
};
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const core = (length = 14): string => from(SMALL + SMALL.toUpperCase() + DIGITS, length);

/** Headers carry no more than Latin-1. */
type Alphabet = readonly [name: string, make: (inHeader: boolean) => string];
const ALPHABETS: readonly Alphabet[] = [
  // With a digit inside: a body's text of letters alone passes for words, as operations.md says.
  ['ASCII', () => `sk_${core(10)}7-${core(12)}`],
  ['digits', () => `${randomInt(1, 9)}${from(DIGITS, 11)}`],
  ['unicode', (header) => `${core(8)}é${core(6)}${header ? 'ßñü' : '密钥🔑ж'}${core(8)}`],
  ['URL-special', () => `${core(6)}&=+?#%/${core(6)} ;:@$,${core(6)}`],
  ['base64', () => `${randomBytes(30).toString('base64').slice(0, 38)}+/==`],
  ['quotes', () => `${core(6)}"${core(5)}\\${core(5)}'<b>${core(6)}`],
  ['long', () => core(1_500)],
];

/** After 56 of them, every kind has met every alphabet. */
export function plantSecret(index: number): Planted {
  const place = index % KINDS.length;
  const kind = KINDS[place] as Kind;
  const [alphabet, make] = ALPHABETS[(place + Math.floor(index / KINDS.length)) % ALPHABETS.length] as Alphabet;
  const secret = make(['bearer', 'headerKey', 'header', 'accessToken'].includes(kind));
  const connection = (tokenUrl: string) => connectionOf(kind, secret, index, tokenUrl);
  const token = kind === 'accessToken' ? secret : kind === 'clientSecret' ? 'a-token' : null;
  return { index, kind, alphabet, secret, connection, token, writings: writingsOf(kind, secret) };
}

const USER = 'reports';

function connectionOf(kind: Kind, secret: string, index: number, tokenUrl: string): Readonly<Record<string, unknown>> {
  const clientAuthentication = Math.floor(index / KINDS.length) % 2 === 0 ? 'BASIC' : 'BODY';
  const client = { tokenUrl, clientId: USER, clientAuthentication };
  switch (kind) {
    case 'clientSecret':
      return { auth: { oauth2: { ...client, clientSecret: secret } } };
    case 'accessToken':
      return { auth: { oauth2: { ...client, clientSecret: 'not this one' } } };
    case 'bearer':
      return { auth: { bearer: { token: secret } } };
    case 'basic':
      return { auth: { basic: { username: USER, password: secret } } };
    case 'headerKey':
      return { auth: { headerKey: { name: 'x-api-key', value: secret } } };
    case 'queryKey':
      return { auth: { queryKey: { name: 'key', value: secret } } };
    case 'header':
      return { headers: [{ name: 'x-second', value: index % 2 === 0 ? secret : `Token ${secret}` }] };
    case 'body':
      return { method: 'POST', body: bodyWith(secret, index) };
  }
}

function bodyWith(secret: string, index: number): string {
  const window = { from: '{start_date}', to: '{end_date}' };
  if (index % 4 === 1)
    return new URLSearchParams({ ...window, say: secret }).toString().replaceAll('%7B', '{').replaceAll('%7D', '}');
  return JSON.stringify(
    index % 4 === 3 ? { ...window, login: { key: secret } } : { ...window, filters: [{ value: secret }] },
  );
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const lower = (text: string): string => text.replace(/%../g, (code) => code.toLowerCase());

/** How the secret may be written, and the pieces that a cut leaves of it. Apart from what the product knows of writings. */
function writingsOf(kind: Kind, secret: string): [string, string][] {
  const bytes = Buffer.from(secret);
  const form = new URLSearchParams({ k: secret }).toString().slice(2);
  const ascii = inJson(secret).replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  const writings: [string, string][] = [
    ['itself', secret],
    ['JSON', inJson(secret)],
    ['JSON in JSON', inJson(inJson(secret))],
    ['ASCII JSON', ascii],
    ['percent', encodeURIComponent(secret)],
    ['percent in lower case', lower(encodeURIComponent(secret))],
    ['percent twice', encodeURIComponent(encodeURIComponent(secret))],
    ['form', form],
    ['HTML', html],
    ['HTML in JSON', inJson(html)],
    ['base64', bytes.toString('base64').replace(/=+$/, '')],
    ['base64url', bytes.toString('base64url')],
    // As echoes.ts wraps it; what stands around the secret shifts its letters.
    ['inside other base64', Buffer.from(`{"secret":"${secret}"}`).toString('base64').slice(16, -6)],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal in upper case', bytes.toString('hex').toUpperCase()],
    ['Latin-1', bytes.toString('latin1')],
    ['Latin-1 in JSON', inJson(bytes.toString('latin1'))],
  ];
  if (kind === 'basic' || kind === 'clientSecret') {
    const pair = Buffer.from(`${USER}:${kind === 'basic' ? secret : form}`);
    writings.push(['user and password in base64', pair.toString('base64').replace(/=+$/, '')]);
    writings.push(['user and password in base64url', pair.toString('base64url')]);
  }
  return [...writings, ...pieces(secret), ...pieces(bytes.toString('base64').replace(/=+$/, ''))];
}

const PIECE = 10;
const MOST_PIECES = 60;

/** Stretches of letters and digits: what a text cut anywhere would still show. */
function pieces(text: string): [string, string][] {
  const all = [...text.matchAll(/[A-Za-z0-9]+/g)].flatMap(([run]) =>
    Array.from({ length: Math.max(0, run.length - PIECE + 1) }, (_, at) => run.slice(at, at + PIECE)),
  );
  const step = Math.ceil(all.length / MOST_PIECES);
  return all.filter((_, at) => at % Math.max(1, step) === 0).map((piece) => ['a piece', piece]);
}

/** Fails with where a secret was found and how it was written there. */
export function look(
  { kind, alphabet, writings }: Pick<Planted, 'alphabet' | 'writings'> & { readonly kind: string },
  place: string,
  text: string,
): void {
  for (const [name, writing] of writings) {
    const at = text.indexOf(writing);
    if (at < 0) continue;
    const around = text.slice(Math.max(0, at - 120), at + writing.length + 120);
    expect.fail(`a ${kind} secret (${alphabet}) is in ${place}, written as ${name}:\n${writing}\n…${around}…`);
  }
}

/** Every row of every table, as JSON text, by the table's name. */
export async function dumpTables(sql: Sql): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    dump.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return dump;
}
