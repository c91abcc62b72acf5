import { gzipSync } from 'node:zlib';
import { answer, type Behaviour, json, raw } from './behaviours.ts';

/** What an endpoint that repeats everything can put into its answer. */
export type Echo = { readonly secret: string; readonly all: string };

const encodedIn = ({ secret }: Echo): Record<string, string> => ({
  plain: secret,
  percent: encodeURIComponent(secret),
  form: new URLSearchParams({ secret }).toString(),
  base64: Buffer.from(secret).toString('base64'),
  base64url: Buffer.from(secret).toString('base64url'),
  wrapped: Buffer.from(`{"secret":"${secret}"}`).toString('base64'),
  hex: Buffer.from(secret).toString('hex'),
  nested: JSON.stringify({ secret }),
  mojibake: Buffer.from(secret).toString('latin1'),
});
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
/** Header values and reason phrases hold Latin-1 at most. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '.').trim();
const asNumber = (secret: string): number | string => (/^\d{1,15}$/.test(secret) ? Number(secret) : secret);

const good = { day: '2026-03-09', id: 'A-1', calls: 1, seats: 1 };
/** Rows of which some are stored. Account ids and figures of stored rows are usage, whatever they are; none is the secret. */
const rows = (echo: Echo, extra: object = {}): object[] => [
  { ...good, ...encodedIn(echo), number: asNumber(echo.secret), [echo.secret]: echo.secret, ...extra },
  { ...good, id: 'A-2', ...extra },
  { ...good, id: 'A-3', ...extra },
  { ...good, id: echo.secret, calls: echo.secret },
  { ...good, day: echo.secret },
  { ...good, id: { secret: echo.secret }, seats: `${echo.secret}…` },
];

export type Way = readonly [name: string, behave: (echo: Echo) => Behaviour];

/** Answers that fail. */
export const FAILING: readonly Way[] = [
  ['a reason phrase', ({ secret }) => raw(`HTTP/1.1 503 ${headerText(secret)}\r\ncontent-length: 0\r\n\r\n`)],
  [
    'headers and body of a 401',
    ({ secret, all }) => answer(401, { 'www-authenticate': `Basic realm="${headerText(secret)}"` }, all),
  ],
  [
    'a redirect',
    ({ secret }) =>
      answer(302, { location: `/sign-in/${encodeURIComponent(secret)}/?key=${encodeURIComponent(secret)}` }, ''),
  ],
  [
    'a redirect elsewhere',
    ({ secret }) =>
      answer(
        307,
        {
          location: `https://u:${encodeURIComponent(secret)}@example.com/${Buffer.from(secret).toString('base64url')}`,
        },
        '',
      ),
  ],
  ['how long to wait', ({ secret }) => answer(429, { 'retry-after': headerText(secret) }, '')],
  ['an encoding', ({ secret }) => answer(200, { 'content-encoding': headerText(secret).toLowerCase() }, '[]')],
  ['an HTML page', ({ secret, all }) => answer(200, {}, `<!doctype html><title>${html(secret)}</title>${html(all)}`)],
  ['plain text', ({ secret }) => answer(200, {}, `${secret} is not valid`)],
  ['the middle of a JSON mistake', ({ secret }) => answer(200, {}, `{"a":1,"key":"x${secret}" oops "${secret}"}`)],
  ['a JSON mistake', ({ secret }) => answer(200, {}, `{"a":1,${secret}:2}`)],
  ['a truncated JSON', ({ all }) => answer(200, {}, `[{"all":${JSON.stringify(all)},"more":"`)],
  [
    'a truncated gzip',
    ({ all }) => answer(200, { 'content-encoding': 'gzip' }, gzipSync(all.repeat(3)).subarray(0, -20)),
  ],
];

/** Answers that are JSON; a mapping may fail on them. */
export const ANSWERING: readonly Way[] = [
  [
    'lists by name',
    (echo) => json({ [echo.secret]: [1, 2], [`x.${echo.secret}`]: { [echo.secret]: [] }, all: echo.all }),
  ],
  [
    'an object without lists',
    (echo) => json({ [echo.secret]: echo.secret, ...encodedIn(echo), number: asNumber(echo.secret) }),
  ],
  ['the whole answer', ({ secret }) => json(asNumber(secret))],
  ['rows that cannot be stored', (echo) => json(rows(echo).slice(3))],
  ['rows', (echo) => json(rows(echo))],
  ['rows in gzip', (echo) => answer(200, { 'content-encoding': 'gzip' }, gzipSync(JSON.stringify(rows(echo))))],
  ['rows with other fields', (echo) => json(rows(echo, { [`${echo.secret}-2`]: 1, calls: null }))],
];
