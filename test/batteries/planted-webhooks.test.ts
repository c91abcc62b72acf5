import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { batterySize, report, sized } from '../kit/battery.ts';
import { ANSWERING, FAILING, type Way } from '../kit/echoes.ts';
import { fullQuery, fullSelection } from '../kit/full-selection.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../kit/misbehaving-endpoint.ts';
import { dumpTables, look, type Planted, plantSecret } from '../kit/planted-secrets.ts';
import { createHook, later, logOf } from '../kit/webhooks.ts';

/** Everything that was logged, as pino would write it. */
const logged: string[] = [];
let app: TestApp;
beforeAll(async () => {
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  app = await startTestApp({ log });
});
afterAll(() => app.close());

const SECRETS = sized(14, 56);
const WAYS: readonly Way[] = [...FAILING, ...ANSWERING];
/** In the short form each secret meets some, and all of them together every one. */
const waysOf = (index: number) => WAYS.filter((_, at) => batterySize() === 'full' || at % 7 === index % 7);

/** Path and query are where such URLs carry their secrets: a token of its own, or behind a name. */
const urlWith = (origin: string, secret: string, index: number): string => {
  const token = encodeURIComponent(secret);
  return index % 2 === 0 ? `${origin}/services/${token}` : `${origin}/in?v=2&key=${token}`;
};

/** What must be nowhere: the URL's secret, and the one that signs. */
type Hidden = Parameters<typeof look>[0];
const hiddenOf = (planted: Planted, secret: string): Hidden[] => [
  { ...planted, kind: 'webhook URL' },
  {
    kind: 'signing',
    alphabet: 'base64',
    writings: [
      ['itself', secret.slice(6)],
      ['the beginning', secret.slice(6, 24)],
      ['base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ],
  },
];

test('secrets of webhooks that their receiver repeats are in no answer, log line or table', async () => {
  const all: Hidden[] = [];
  let [answers, calls] = [0, 0];
  for (let index = 0; index < SECRETS; index++) {
    const receiver = await startMisbehavingEndpoint();
    try {
      const seen = await plantAndLook(plantSecret(index), receiver);
      all.push(...seen.hidden);
      answers += seen.answers;
      calls += receiver.requests.length;
    } finally {
      await receiver.close();
    }
  }
  const tables = await dumpTables(app.sql);
  expect(tables.get('public.webhook_endpoints')).toContain('sealed_url');
  expect(tables.get('public.webhook_deliveries')).toContain('***');
  for (const [name, text] of tables) for (const one of all) look(one, `the table ${name}`, text);
  for (const one of all) look(one, 'the log', logged.join(''));
  report('planted webhook secrets', { secrets: all.length, calls, answers, tables: tables.size, found: 0 });
});

async function plantAndLook(planted: Planted, receiver: MisbehavingEndpoint) {
  const { index, secret: token } = planted;
  const workspace = await app.workspace('with a webhook');
  const admin = workspace.as('ADMIN');
  const url = urlWith(receiver.url, token, index);
  const hook = await createHook(workspace, url);
  const hidden = hiddenOf(planted, hook.secret);
  let answers = 0;
  const ask = async (where: string, query: string, variables: object = {}) => {
    const answer = await admin.send(query, variables);
    answers++;
    const text = JSON.stringify(answer);
    for (const one of hidden) look(one, where, text);
    expect(answer.errors, `${where}: ${text}`).toEqual([]);
  };
  for (const [way, behave] of waysOf(index)) {
    for (const [secret, what] of [
      [token, 'URL'],
      [hook.secret, 'secret'],
    ] as const) {
      receiver.respond((request, response) => behave({ secret, all: JSON.stringify(request) })(request, response));
      await ask(`a test with ${way}`, changes('sendTestWebhook'), { input: { id: hook.id } });
      await app.ports.queue.drain();
      await ask(`the log after ${way} of the ${what}`, fullQuery('webhookEndpoints'));
      await logOf(workspace, hook).then((log) => {
        for (const one of hidden) look(one, `the log of deliveries after ${way}`, JSON.stringify(log));
      });
    }
  }
  // The URL's secret did travel: otherwise this test would prove nothing.
  const paths = receiver.requests.map(({ path }) => path).join('\n');
  expect(decodeURIComponent(paths)).toContain(token);
  await later(app, 60_000);
  const same = { input: { id: hook.id, url, description: 'changed' } };
  await ask('changing it', changes('updateWebhookEndpoint'), same);
  const refused = { input: { id: hook.id, url: urlWith('https://10.0.0.1', token, index) } };
  await ask('a URL that is refused', changes('updateWebhookEndpoint'), refused);
  // Half of them stay, for the table to hold something.
  if (index % 4 > 1) await ask('deleting it', changes('deleteWebhookEndpoint'), { input: { id: hook.id } });
  await ask('the audit log', fullQuery('auditLog'));
  return { hidden, answers };
}

const changes = (mutation: string): string => {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return `mutation ($input: ${type}Input!) { ${mutation}(input: $input) ${fullSelection(`${type}Payload`)} }`;
};
