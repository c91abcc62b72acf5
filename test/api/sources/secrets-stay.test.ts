import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../src/platform/log.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import {
  type Behaviour,
  html,
  json,
  type MisbehavingEndpoint,
  redirect,
  silence,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, askedWindow, CUSTOM_API_FIELDS, WINDOWED } from '../../kit/sources.ts';
import { startTokenEndpoint, type TokenEndpoint } from '../../kit/token-endpoint.ts';

/** Everything that was logged, as pino would write it. */
const logged: string[] = [];
const log = createLog('debug', { write: (line) => void logged.push(line) });

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let idp: TokenEndpoint;
beforeAll(async () => {
  app = await startTestApp({ log });
  endpoint = await startMisbehavingEndpoint();
  idp = await startTokenEndpoint();
});
afterAll(async () => {
  await Promise.all([endpoint.close(), idp.close()]);
  await app.close();
});

const SECRET = 'planted5ecret&+/ü';
const WRITINGS = [
  SECRET,
  'planted5ecret',
  encodeURIComponent(SECRET),
  Buffer.from(SECRET).toString('base64').slice(0, 20),
  Buffer.from(SECRET).toString('hex'),
  Buffer.from(`user:${SECRET}`).toString('base64').slice(0, 22),
  // Of every token that is issued.
  'issued.t0ken',
  Buffer.from('issued.t0ken').toString('base64'),
];

const found = (text: string) => WRITINGS.filter((writing) => text.includes(writing));

const CREDENTIALS: [string, object | (() => object)][] = [
  ['bearer', { auth: { bearer: { token: SECRET } } }],
  ['basic', { auth: { basic: { username: 'user', password: SECRET } } }],
  ['header key', { auth: { headerKey: { name: 'x-api-key', value: SECRET } } }],
  ['query key', { auth: { queryKey: { name: 'api_key', value: SECRET } } }],
  ['a header of its own', { headers: [{ name: 'x-second-key', value: SECRET }] }],
  ['OAuth2', () => ({ auth: idp.auth({ clientId: 'user', clientSecret: SECRET }) })],
  ['OAuth2 in a body', () => ({ auth: idp.auth({ clientSecret: SECRET, clientAuthentication: 'BODY' }) })],
  ['a body', { method: 'POST', body: `{"key":"${SECRET}","from":"{start_date}","to":"{end_date}"}` }],
];

/** What a failing endpoint may try to get into our answers. */
const FAILURES: [string, Behaviour][] = [
  ['401', status(401, {}, 'no such key: nothing of this is read')],
  ['500', status(500)],
  ['redirect', redirect(`/sign-in?key=${encodeURIComponent(SECRET)}`)],
  ['HTML', html()],
];

test.each(CREDENTIALS)('%s: neither in answers, nor in the database, nor in logs', async (kind, credentials) => {
  const workspace = await app.workspace();
  const admin = asAdmin(workspace);
  const answers: unknown[] = [];
  const say = async (answer: Promise<unknown>) => {
    answers.push(await answer);
  };
  const given = typeof credentials === 'function' ? credentials() : credentials;
  const input = { url: `${endpoint.url}${WINDOWED}`, timeoutSeconds: 1, ...given };
  // Timeouts take their time: tried where the address itself is the secret.
  const failures = kind === 'query key' ? [...FAILURES, ['timeout', silence()] as const] : FAILURES;
  for (const [, behaviour] of failures) {
    endpoint.respond(behaviour);
    await say(admin.connect(input));
    if (typeof credentials !== 'function') continue;
    idp.respond(behaviour);
    await say(admin.connect(input));
    idp.respond(idp.issues());
  }
  // The secret did travel: otherwise this test would prove nothing.
  const [sent, sentForToken] = [endpoint, idp].map(({ requests }) => JSON.stringify(requests.at(-1)));
  expect(found(sent ?? '')).not.toEqual([]);
  if (typeof credentials === 'function') {
    expect(sentForToken).toMatch(/planted5ecret|dXNlcjpwbGFudGVkNWVj/);
    expect(sent).not.toContain('planted5ecret');
  }

  // It repeats all that it was sent.
  endpoint.respond((request, response) =>
    json([{ day: '2026-03-09', id: 'A-1', calls: 1, seats: 1, sent: request }])(request, response),
  );
  await say(admin.connect(input));
  await say(admin.preview(aMappingInput()));
  for (const [, behaviour] of failures) {
    endpoint.respond(behaviour);
    await say(admin.preview(aMappingInput()));
    await say(admin.save(aMappingInput()));
    await app.ports.queue.drain();
  }
  endpoint.respond((request, response) =>
    json([{ day: askedWindow(request).to, id: 'A-1', calls: 1, seats: 1 }])(request, response),
  );
  await say(admin.syncNow());
  await app.ports.queue.drain();
  await say(admin.customApi());
  await say(workspace.as('MEMBER').ask(`{ customApi { ${CUSTOM_API_FIELDS} } }`));
  const text = JSON.stringify(answers);
  expect(text).toContain('SUCCEEDED');
  expect(text).toContain('"code":"REDIRECTED"');
  expect(found(text)).toEqual([]);

  const tables = await dumpTables();
  expect(tables).toContain('sealed_request');
  expect(found(tables)).toEqual([]);
  await say(admin.disconnect());
  expect(await dumpTables()).not.toMatch(
    new RegExp(`"workspace_id":${workspace.ctx.actor.workspaceId},"status":"DISCONNECTED".*"sealed_request":"`),
  );
  expect(found(logged.join(''))).toEqual([]);
});

test('an accident is logged without secrets, and without a customer’s data', async () => {
  const admin = asAdmin(await app.workspace());
  endpoint.respond(json([{ id: 'customer-data' }]));
  await app.sql.unsafe('ALTER TABLE custom_apis ADD CONSTRAINT refuse_all CHECK (status IS NULL) NOT VALID');
  const before = logged.length;
  const input = {
    url: `${endpoint.url}${WINDOWED}&typed=in-the-url`,
    auth: { queryKey: { name: 'k', value: SECRET } },
  };
  await expect(admin.connect(input)).rejects.toThrow(/Something went wrong on our side/);
  await app.sql.unsafe('ALTER TABLE custom_apis DROP CONSTRAINT refuse_all');
  const [line = '{}'] = logged.slice(before);
  expect(JSON.parse(line)).toMatchObject({
    requestId: expect.any(String),
    error: {
      message: expect.stringMatching(/^Failed query: insert into "custom_apis"/),
      cause: { code: '23514', table: 'custom_apis', constraint: 'refuse_all', stack: expect.any(Array) },
    },
  });
  expect(logged.join('')).not.toMatch(/customer-data|in-the-url/);
  expect(found(logged.join(''))).toEqual([]);
});

/** Every row of every table, as JSON text. */
async function dumpTables(): Promise<string> {
  const { sql } = app;
  const tables = await sql<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  expect(tables.length).toBeGreaterThan(7);
  const texts = [];
  for (const { name } of tables) {
    for (const { row } of await sql.unsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)) {
      texts.push(row.replaceAll('": ', '":').replaceAll(', "', ',"'));
    }
  }
  return texts.join('\n');
}
