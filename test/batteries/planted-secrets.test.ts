import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { createOutbound } from '../../src/platform/http/guarded-outbound.ts';
import type { Outbound } from '../../src/platform/http/outbound.ts';
import { createLog } from '../../src/platform/log.ts';
import { createAgendaQueue } from '../../src/platform/queue/agenda-queue.ts';
import type { JobDefinition, Queue } from '../../src/platform/queue/queue.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { batterySize, report, sized } from '../kit/battery.ts';
import { ANSWERING, FAILING, type Way } from '../kit/echoes.ts';
import { fullQuery, fullSelection } from '../kit/full-selection.ts';
import {
  type Behaviour,
  json,
  type MisbehavingEndpoint,
  startMisbehavingEndpoint,
} from '../kit/misbehaving-endpoint.ts';
import { dumpTables, KINDS, look, type Planted, plantSecret } from '../kit/planted-secrets.ts';
import { aMappingInput, WINDOWED } from '../kit/sources.ts';

const ACCIDENT = 'accident=1';

/** Everything that was logged, as pino would write it. */
const logged: string[] = [];
let app: TestApp;
let jobs: Queue;
beforeAll(async () => {
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const network = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock: systemClock });
  const call: Outbound['call'] = (request) => {
    if (!request.url.includes(ACCIDENT)) return network.call(request);
    // Libraries have put whole requests into their messages before.
    throw new Error(`cannot send ${JSON.stringify(request)}`, { cause: new Error(request.headers['authorization']) });
  };
  app = await startTestApp({ log, outbound: { ...network, call } });
  // What is asked for inline is asked for in PostgreSQL, too, where nobody takes it: every payload stays to be looked at.
  jobs = createAgendaQueue({ backend: 'postgres', url: app.databaseUrl, log });
  const { enqueue } = app.ports.queue;
  const both = async <Payload>(job: JobDefinition<Payload>, payload: Payload) => {
    await jobs.enqueue(job, payload);
    await enqueue(job, payload);
  };
  Object.assign(app.ports.queue, { enqueue: both });
});
afterAll(async () => {
  await jobs.stop();
  await app.close();
});

const SECRETS = sized(24, 200);
const AT_ONCE = 4;

test('secrets that an endpoint repeats are in no answer, log line, job or table', async () => {
  const planted = Array.from({ length: SECRETS }, (_, index) => plantSecret(index));
  const waiting = [...planted];
  let answers = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const seen = await plantAndLook(next);
      answers += seen;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const tables = await dumpTables(app.sql);
  expect(logged.length).toBeGreaterThanOrEqual(SECRETS);
  expect(tables.get('public.custom_apis')).toContain('sealed_request');
  expect(tables.get('public.agenda_jobs')).toContain('sources.sync-run');
  expect(tables.get('public.sync_runs')).toContain('***');
  for (const [name, text] of tables) for (const one of planted) look(one, `the table ${name}`, text);
  for (const one of planted) look(one, 'the log', logged.join(''));
  const rows = [...tables.values()].reduce((sum, text) => sum + text.split('\n').length, 0);
  report('planted secrets', {
    secrets: SECRETS,
    answers,
    'log lines': logged.length,
    tables: tables.size,
    rows,
    found: 0,
  });
});

/** Goes through everything one can do with an endpoint, while it repeats what it is sent in every way it can. */
async function plantAndLook(planted: Planted): Promise<number> {
  const workspace = await app.workspace(`with a ${planted.kind} secret`);
  const endpoint = await startMisbehavingEndpoint();
  const issuer = await startMisbehavingEndpoint();
  try {
    const input = (tokenUrl: string) => ({
      url: `${endpoint.url}${WINDOWED}`,
      timeoutSeconds: 60,
      auth: { none: true },
      ...planted.connection(tokenUrl),
    });
    return await allCalls(planted, workspace, { endpoint, issuer }, input);
  } finally {
    await Promise.all([endpoint.close(), issuer.close()]);
  }
}

/** Gives out the token, and repeats what it was sent besides. */
const issuing =
  ({ token }: Planted): Behaviour =>
  (request, response) =>
    json({ access_token: token, token_type: 'bearer', expires_in: 3_600, sent: request })(request, response);

const MAPPINGS = [
  aMappingInput(),
  aMappingInput({ rowsPath: 'no.such.list' }),
  aMappingInput({ rowsPath: 'plain' }),
  aMappingInput({ rowsPath: 'keys(@)', accountIdPath: '@', datePath: '@' }),
];
const WAYS = [...FAILING, ...ANSWERING];
/** In the short form each secret meets some, and all of them together every one. */
const share = <T>(all: readonly T[], { index }: Planted): readonly T[] =>
  all.filter((_, at) => batterySize() === 'full' || at % 4 === Math.floor(index / KINDS.length) % 4);

async function allCalls(
  planted: Planted,
  workspace: TestWorkspace,
  { endpoint, issuer }: Readonly<Record<'endpoint' | 'issuer', MisbehavingEndpoint>>,
  inputWith: (tokenUrl: string) => { readonly url: string },
): Promise<number> {
  const admin = workspace.as('ADMIN');
  let asked = 0;
  const ask = async (where: string, query: string, variables: object = {}, client = admin) => {
    const answer = await client.send(query, variables);
    asked++;
    const text = JSON.stringify(answer);
    look(planted, where, text);
    return { text, errors: answer.errors };
  };
  const change = async (where: string, mutation: string, changed: object = {}) => {
    const { text, errors } = await ask(where, changes(mutation), { input: changed });
    expect(errors, `${where}: ${text}`).toEqual([]);
    await app.ports.queue.drain();
    return text;
  };
  const read = async (role: 'OWNER' | 'MEMBER', what: string, when: string) => {
    const { text, errors } = await ask(`${what} as ${role}, ${when}`, fullQuery(what), {}, workspace.as(role));
    expect(errors, `${what}: ${text}`).toEqual([]);
  };
  const repeat = ([, behave]: Way, at = endpoint) =>
    at.respond((request, response) =>
      behave({ secret: planted.secret, all: JSON.stringify(request) })(request, response),
    );

  const tokenUrl = `${issuer.url}/token`;
  const input = inputWith(tokenUrl);
  issuer.respond(issuing(planted));
  const accidents = [{ ...input, url: `${input.url}&${ACCIDENT}` }];
  if (planted.token !== null) accidents.push(inputWith(`${tokenUrl}?${ACCIDENT}`));
  for (const one of accidents) {
    const accident = await ask('an accident', changes('connectCustomApi'), { input: one });
    expect(accident.text).toContain('Something went wrong on our side');
  }
  for (const way of planted.token === null ? [] : share(WAYS, planted)) {
    repeat(way, issuer);
    const said = await change(`connecting while the token endpoint answers with ${way[0]}`, 'connectCustomApi', input);
    expect(said, way[0]).toContain('Token endpoint: ');
  }
  issuer.respond(issuing(planted));
  for (const way of [...share(WAYS, planted), wayOf('rows')]) {
    repeat(way);
    const said = await change(`connecting with ${way[0]}`, 'connectCustomApi', input);
    if (!ANSWERING.includes(way)) continue;
    expect(said, way[0]).toContain('"userErrors":[]');
    for (const role of ['OWNER', 'MEMBER'] as const) await read(role, 'customApi', `with a sample of ${way[0]}`);
  }
  // The secret did travel: otherwise this test would prove nothing.
  const sent = [...endpoint.requests, ...issuer.requests]
    .map(({ path, headers, body }) => path + JSON.stringify(headers) + body)
    .join('\n');
  expect(
    planted.writings.some(([, writing]) => sent.includes(writing)),
    sent.slice(0, 2_000),
  ).toBe(true);

  const previews = ANSWERING.flatMap((way) => MAPPINGS.map((mapping) => ({ way, mapping })));
  const failing = FAILING.map((way) => ({ way, mapping: aMappingInput() }));
  for (const { way, mapping } of share([...previews, ...failing], planted)) {
    repeat(way);
    await change(`a preview of ${mapping.rowsPath} with ${way[0]}`, 'previewMapping', { mapping, first: 100 });
  }
  for (const way of [...share(WAYS, planted), wayOf('rows')]) {
    repeat(way);
    await change(`saving with ${way[0]}`, 'saveMappingAndBackfill', { mapping: aMappingInput() });
  }
  for (const name of share(LATER, planted)) {
    repeat(wayOf(name));
    await change(`synchronising ${name}`, 'syncNow');
    await change(`reconfiguring with ${name}`, 'reconfigureCustomApi');
    await change(`a suggestion for ${name}`, 'suggestMapping', { metricDescriptions: ['calls'], fresh: true });
    await change(`reconnecting with ${name}`, 'reconnectCustomApi');
  }
  for (const what of [...EVERYBODY, 'auditLog', 'apiKeys']) await read('OWNER', what, 'at the end');
  for (const what of EVERYBODY) await read('MEMBER', what, 'at the end');
  return asked;
}

const LATER = ['rows', 'rows with other fields', 'lists by name', 'rows that cannot be stored', 'an HTML page'];

const wayOf = (name: string): Way => {
  const found = WAYS.find((one) => one[0] === name);
  if (!found) throw new Error(`there is no way called ${name}`);
  return found;
};

const changes = (mutation: string): string => {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return `mutation ($input: ${type}Input!) { ${mutation}(input: $input) ${fullSelection(`${type}Payload`)} }`;
};

const EVERYBODY = [
  'customApi',
  'unmatchedAccounts(first: 5)',
  'accountUsage(externalCrmId: "A-1")',
  'accounts(first: 5)',
  'viewer',
];
