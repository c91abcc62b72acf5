import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { type Log, silentLog } from '../../src/platform/log.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { report, sized } from '../kit/battery.ts';
import { forgedCursors, hostileInputs, type Sensible } from '../kit/hostile-inputs.ts';
import { createTenant, type Tenant } from '../kit/tenants/tenant.ts';

/** Event loops stand still meanwhile; on a busy machine this is no hang. */
const PATIENCE_MS = 10_000;
/** They call an endpoint, each for some time; the batteries of answers and paging are about them. */
const CALLING = /(connect|reconnect|reconfigure|disconnect)CustomApi|Mapping|backfillUsage|syncNow/;
/** What the tenant has must stay. */
const ENDING = /^\{ (delete|revoke)/;

const schema = createSchema();
const logged: unknown[] = [];
const note = (...words: unknown[]) => void logged.push(words);
const log: Log = { ...silentLog, warn: note, error: note };
let app: TestApp;
let mine: Tenant;
let theirs: Tenant;
beforeAll(async () => {
  app = await startTestApp({ log });
  mine = await createTenant(app, 'MINE');
  theirs = await createTenant(app, 'THEIRS');
});
afterAll(() => app.close());

async function attempt(name: string, query: string, variables: object): Promise<void> {
  logged.length = 0;
  const began = performance.now();
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${mine.connected.workspace.keys.OWNER}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const ms = Math.round(performance.now() - began);
  const wrong = [
    ...(response.status >= 500 || text.includes('INTERNAL_SERVER_ERROR') ? [`status ${response.status}`] : []),
    ...(/"Cannot query|Unknown argument|must have a selection/.test(text) ? ['it is no operation'] : []),
    ...(logged.length > 0 ? [`logged: ${words(logged)}`] : []),
    ...(ms > PATIENCE_MS ? [`it took ${ms} ms`] : []),
  ];
  expect(wrong, `${name}\n${text.slice(0, 500)}`).toEqual([]);
}

const words = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one instanceof Error ? `${one.message} ${one.cause}` : one)).slice(0, 1_000);

function sensible(field: string): Sensible {
  const { ids } = mine;
  const kinds = [
    [/WebhookDelivery/, ids['WebhookDelivery']],
    [/Webhook/, ids['WebhookEndpoint']],
    [/savedView/i, ids['SavedView']],
    [/Signal/, ids['Signal']],
    [/Backtest/, ids['HealthBacktest']],
  ] as const;
  return {
    id: kinds.find(([pattern]) => pattern.test(field))?.[1] ?? ids['Account'],
    endpointId: ids['WebhookEndpoint'],
    externalCrmId: 'MINE-1',
    url: `${mine.connected.endpoint.url}/hooks/hostile`,
    metric: 'mine_calls',
    when: { plan: 'something' },
    ...(field === 'snoozeSignal' ? { untilAt: '2026-03-20T00:00:00Z' } : {}),
  };
}

test('whatever stands in an argument, the answer is one that the schema promises, and the evaluation copes', async () => {
  const ids = [...Object.values(theirs.ids), ...Object.values(mine.ids)];
  const all = hostileInputs(schema, sensible, ids).filter(({ name }) => !CALLING.test(name) && !ENDING.test(name));
  const cases = all.filter(({ name }, index) => index % sized(8, 1) === 0 || name.includes('times the same'));
  for (const { name, document, variables } of cases) await attempt(name, document, variables);
  logged.length = 0;
  await app.ports.queue.drain();
  expect(words(logged), 'logged by jobs').toBe('[]');
  report('hostile inputs', { 'values in arguments': cases.length, accidents: 0 });
}, 600_000);

test('a cursor may say anything', async () => {
  const orders = ['NAME', 'ARR', 'SEATS', 'RENEWAL_ON', 'CREATED_AT', 'HEALTH_SCORE', 'ACTIVITY_INDEX', 'OPEN_SIGNALS'];
  const lists = [
    ...orders.map((field) => `accounts(first: 1, after: $after, orderBy: { field: ${field}, direction: DESC })`),
    'accounts(first: 1, after: $after, orderBy: { field: USAGE, metric: "mine_calls" })',
    'signalFeed(first: 1, after: $after, filter: { states: [OPEN, ACKNOWLEDGED, SNOOZED, RESOLVED] })',
    'auditLog(first: 1, after: $after)',
    'unmatchedAccounts(first: 1, after: $after)',
    'customApi { syncRuns(first: 1, after: $after) }',
    'webhookEndpoints { deliveries(first: 1, after: $after) }',
    'account(externalCrmId: "MINE-1") { signals(first: 1, after: $after, states: [OPEN, ACKNOWLEDGED, SNOOZED, RESOLVED]) }',
  ];
  let cursors = 0;
  for (const list of lists) {
    const fields = '{ edges { cursor } }';
    const selection = list.endsWith('}') ? list.replace(/\) \}$/, `) ${fields} }`) : `${list} ${fields}`;
    const query = `query ($after: String) { ${selection} }`;
    const found = JSON.stringify(await mine.connected.workspace.as('OWNER').ask(query, {}));
    const [, cursor] = /"cursor":"([^"]+)"/.exec(found) ?? [];
    if (!cursor) throw new Error(`${list} has no cursor to forge: ${found}`);
    for (const { name, after } of forgedCursors(cursor)) {
      cursors += 1;
      await attempt(`${list} after ${name}`, query, { after });
    }
  }
  report('forged cursors', { cursors, accidents: 0 });
}, 300_000);
