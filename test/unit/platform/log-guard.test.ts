import { expect, test } from 'vitest';
import { createLog } from '../../../src/platform/log.ts';

const KEY = `trb_${'aB3-'.repeat(10)}x`;
const MASTER = Buffer.alloc(32, 0xfb).toString('base64');
const P = 'pl4nted';

/** Each holds the planted text, or one of the keys, in a place where it must not survive. */
const MISTAKES: readonly (readonly [what: string, said: string])[] = [
  ['a database URL', `connect postgres://tributary:${P}@db.internal:5432/usage failed`],
  ['a database URL with a slash in its password', `postgresql://u:a/${P}?@db/usage`],
  ['a MongoDB URL', `mongodb+srv://u:${P}@cluster.example.com/jobs`],
  ['any URL with a user', `https://user:${P}@api.example.com/usage`],
  ['a key in a URL', `GET https://api.example.com/usage?api_key=${P}&from=2026-01-01`],
  ['a header', `authorization: Bearer ${P}-token`],
  ['a header of another case', `Authorization: Basic ${P}${P}==`],
  ['a scheme and its token', `sent Bearer ${P}-token to the endpoint`],
  ['headers as JSON in a text', JSON.stringify({ authorization: `Token ${P}`, accept: '*/*' })],
  ['a variable of the environment', `BOOTSTRAP_OWNER_KEY=${P}${P}`],
  ['an API key', `no such key ${KEY}.`],
  ['a key of the model’s service', `sent sk-ant-api03-${P}-${P} to it`],
  ['a master key', `read ${MASTER} from the file`],
];

const planted = [P, KEY.slice(4), MASTER.slice(0, 20)];

function logged(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(createLog('debug', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

function expectClean(line: string): void {
  expect(
    planted.filter((secret) => line.includes(secret)),
    line,
  ).toEqual([]);
  expect(() => JSON.parse(line), line).not.toThrow();
}

test.each(MISTAKES)('%s is kept out of messages, fields, errors, causes and stacks', (_what, said) => {
  expect(planted.some((secret) => said.includes(secret))).toBe(true);
  expectClean(logged((log) => log.info({}, said)));
  expectClean(logged((log) => log.warn({ said, deep: { list: [said] } }, 'x')));
  const error = new Error(said, { cause: new TypeError(said) });
  error.stack = `Error: ${said}\n    at ${said} (file.ts:1:1)`;
  expectClean(logged((log) => log.error({ error }, 'x')));
  expectClean(logged((log) => log.error({ err: said }, 'x')));
});

test.each(['authorization', 'cookie', 'password', 'x-api-key'])('a field called %s shows nothing', (name) => {
  expectClean(logged((log) => log.info({ headers: { [name]: `a "${P}" \\ ${P}` } }, 'x')));
});

test('ordinary lines are left alone', () => {
  const fields = {
    url: 'http://localhost:4000',
    run: 'run_01h2xcejqtf2nbrexx3vqjhp41',
    location: 'https://api.example.com/v2/usage?from=2026-01-01&to=2026-01-31',
    keyId: '0123456789abcdef',
    hint: 'give them as basic authentication; the token is missing',
    stack: 'at file:///srv/app/node_modules/@apollo/server/dist/esm/index.js:12:3',
  };
  const line = logged((log) => log.info(fields, 'Tributary is up'));
  expect(JSON.parse(line)).toMatchObject({ ...fields, msg: 'Tributary is up' });
});
