import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { createAgendaQueue } from '../../src/platform/queue/agenda-queue.ts';
import type { JobDefinition, Queue } from '../../src/platform/queue/queue.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { report, sized } from '../kit/battery.ts';
import { ANSWERING, FAILING } from '../kit/echoes.ts';
import { fullQuery, fullSelection } from '../kit/full-selection.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../kit/misbehaving-endpoint.ts';
import { type Planted, plantSecret } from '../kit/planted-secrets.ts';
import { aMappingInput, WINDOWED } from '../kit/sources.ts';

/** Everything that was logged, as pino would write it. */
const logged: string[] = [];
let app: TestApp;
let jobs: Queue;
beforeAll(async () => {
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  app = await startTestApp({ log });
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
    for (let next = waiting.shift(); next; next = waiting.shift()) answers += await plantAndLook(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const tables = await dumpTables();
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

/** Fails with where a secret was found and how it was written there. */
function look({ kind, alphabet, writings }: Planted, place: string, text: string): void {
  for (const [name, writing] of writings) {
    const at = text.indexOf(writing);
    if (at < 0) continue;
    const around = text.slice(Math.max(0, at - 120), at + writing.length + 120);
    expect.fail(`a ${kind} secret (${alphabet}) is in ${place}, written as ${name}:\n${writing}\n…${around}…`);
  }
}

/** Goes through everything one can do with an endpoint, while it repeats what it is sent in every way it can. */
async function plantAndLook(planted: Planted): Promise<number> {
  const workspace = await app.workspace(`with a ${planted.kind} secret`);
  const endpoint = await startMisbehavingEndpoint();
  try {
    const input = { url: `${endpoint.url}${WINDOWED}`, timeoutSeconds: 5, ...planted.connection };
    return await allCalls(planted, workspace, endpoint, { auth: { none: true }, ...input });
  } finally {
    await endpoint.close();
  }
}

const MAPPINGS = {
  rows: aMappingInput(),
  anObject: aMappingInput({ rowsPath: 'no.such.list' }),
  aText: aMappingInput({ rowsPath: 'plain' }),
  all: aMappingInput({ rowsPath: 'keys(@)', accountIdPath: '@', datePath: '@' }),
};

async function allCalls(
  planted: Planted,
  workspace: TestWorkspace,
  endpoint: MisbehavingEndpoint,
  input: object,
): Promise<number> {
  const admin = workspace.as('ADMIN');
  let asked = 0;
  const ask = async (where: string, query: string, variables: object = {}, client = admin) => {
    const answer = await client.send(query, variables);
    asked++;
    const text = JSON.stringify(answer);
    expect(answer.errors, `${where}: ${text}`).toEqual([]);
    look(planted, where, text);
    return text;
  };
  const change = (where: string, mutation: string, changed: object = {}) =>
    ask(where, changes(mutation), { input: changed });
  const readAll = async (when: string) => {
    for (const role of ['OWNER', 'MEMBER'] as const) {
      for (const read of READS[role]) await ask(`${read} as ${role}, ${when}`, fullQuery(read), {}, workspace.as(role));
    }
  };
  const ways = [...FAILING, ...ANSWERING];
  const repeat = (way: (typeof ways)[number]) =>
    endpoint.respond((request, response) =>
      way[1]({ secret: planted.secret, all: JSON.stringify(request) })(request, response),
    );

  for (const way of ways) {
    repeat(way);
    const said = await change(`connecting with ${way[0]}`, 'connectCustomApi', input);
    if (ANSWERING.includes(way)) expect(said, way[0]).toContain('"userErrors":[]');
    if (ANSWERING.includes(way)) await readAll(`after ${way[0]}`);
  }
  // The secret did travel: otherwise this test would prove nothing.
  const sent = endpoint.requests.map(({ path, headers, body }) => path + JSON.stringify(headers) + body).join('\n');
  expect(
    planted.writings.some(([, writing]) => sent.includes(writing)),
    sent.slice(0, 2_000),
  ).toBe(true);

  for (const way of ways) {
    repeat(way);
    for (const [name, mapping] of Object.entries(MAPPINGS)) {
      await change(`a preview of ${name} with ${way[0]}`, 'previewMapping', { mapping, first: 100 });
    }
  }
  for (const way of ways) {
    repeat(way);
    await change(`saving with ${way[0]}`, 'saveMappingAndBackfill', { mapping: MAPPINGS.rows });
    await app.ports.queue.drain();
  }
  await readAll('after runs');
  repeat(way('rows'));
  await change('saving', 'saveMappingAndBackfill', { mapping: MAPPINGS.rows });
  await app.ports.queue.drain();
  for (const name of [
    'rows',
    'rows with other fields',
    'lists by name',
    'rows that cannot be stored',
    'an HTML page',
  ]) {
    repeat(way(name));
    await change(`synchronising ${name}`, 'syncNow');
    await app.ports.queue.drain();
    await change(`reconfiguring with ${name}`, 'reconfigureCustomApi');
    await change(`reconnecting with ${name}`, 'reconnectCustomApi');
    await app.ports.queue.drain();
  }
  await readAll('at the end');
  return asked;
}

const way = (name: string) => {
  const found = [...FAILING, ...ANSWERING].find((one) => one[0] === name);
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
const READS = { MEMBER: EVERYBODY, OWNER: [...EVERYBODY, 'auditLog', 'apiKeys'] } as const;

/** Every row of every table, as JSON text, by the table's name. */
async function dumpTables(): Promise<Map<string, string>> {
  const tables = await app.sql<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await app.sql.unsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    dump.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return dump;
}
