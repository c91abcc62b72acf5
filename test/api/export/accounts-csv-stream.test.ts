import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { readCsv } from '../../kit/read-csv.ts';

// Rows wide enough that what a connection holds by itself is a small part of them.
const COUNT = 20_000;
const WIDE = 'x'.repeat(700);

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  await fill(workspace);
});
afterAll(() => app.close());

/** Lines of the whole file. */
const linesNow = async () => {
  const { accounts } = await workspace.as('MEMBER').ask('{ accounts(first: 1) { totalCount } }');
  return accounts.totalCount + 1;
};

async function fill({ ctx }: TestWorkspace): Promise<void> {
  const { workspaceId } = ctx.actor;
  await app.sql`INSERT INTO accounts (workspace_id, id, external_crm_id, name, owner, attributes, created_at, updated_at)
    SELECT ${workspaceId}, 'acc_' || md5(i::text), 'A-' || i, md5((i * 7)::text), ${WIDE}, '{}', now(), now()
    FROM generate_series(1, ${COUNT}::int) i`;
  await app.sql`INSERT INTO account_standings (workspace_id, account_id, activity_index)
    SELECT workspace_id, id, length(id) FROM accounts WHERE workspace_id = ${workspaceId}`;
}

type Export = { readonly request: ClientRequest; readonly response: IncomingMessage };
async function begin(of = workspace, search = ''): Promise<Export> {
  const headers = { authorization: `Bearer ${of.keys.MEMBER}` };
  const request = get(`${app.url}/export/accounts.csv${search}`, { headers, agent: false });
  request.on('error', () => {});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { request, response };
}
async function all({ response }: Export): Promise<string> {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece;
  return text;
}
/** Transactions that are open for somebody who reads. */
const readers = async () => {
  const rows = await app.sql`SELECT pid FROM pg_stat_activity WHERE application_name = 'tributary'
    AND datname = current_database() AND state IN ('active', 'idle in transaction')`;
  return rows.length;
};
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within 10 s: ${what}`);
    await sleep(25);
  }
}

test('of one moment, however long its reader takes, and a batch at a time', async () => {
  app.takeStatements();
  const slow = await begin();
  await sleep(1_000);
  const early = app.takeStatements().filter((statement) => statement.includes('page.key')).length;
  // It waits for its reader: 20 batches would have been read by now.
  expect(early).toBeLessThan(16);
  await giveAccounts(workspace.as('MEMBER'), [
    { externalCrmId: 'A-1', name: 'renamed meanwhile' },
    { externalCrmId: 'A-0', name: 'zzz came meanwhile' },
  ]);
  const cells = readCsv(await all(slow));
  expect(cells).toHaveLength(COUNT + 1);
  const names = cells.slice(1).map(([, name]) => name ?? '');
  expect(names).toEqual([...names].sort());
  expect(names.filter((name) => name.includes('meanwhile'))).toEqual([]);
  expect(new Set(cells.map(([id]) => id)).size).toBe(COUNT + 1);
  await app.ports.queue.drain();
  await until('its transaction ends', async () => (await readers()) === 0);
  expect(readCsv(await all(await begin()))).toHaveLength(COUNT + 2);
});

test('one of a workspace at a time; whoever hangs up ends his, and the next may come', async () => {
  const first = await begin();
  const second = await begin();
  expect([second.response.statusCode, second.response.headers['retry-after']]).toEqual([429, '5']);
  expect(JSON.parse(await all(second))).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 5 } }],
  });
  // Somebody else's is not in the way, and two are what the server does at once.
  const others = [await app.workspace(), await app.workspace()] as const;
  await fill(others[0]);
  const third = await begin(others[0]);
  const fourth = await begin(others[1]);
  expect([third.response.statusCode, fourth.response.statusCode]).toEqual([200, 429]);
  await all(fourth);
  await until('both read', async () => (await readers()) === 2);
  first.request.destroy();
  third.request.destroy();
  await until('nobody reads', async () => (await readers()) === 0);
  const again = await begin();
  expect(again.response.statusCode).toBe(200);
  expect(readCsv(await all(again))).toHaveLength(await linesNow());
});

test('others are served meanwhile', async () => {
  const slow = await begin();
  const began = performance.now();
  const { accounts } = await workspace.as('MEMBER').ask('{ accounts(first: 5) { totalCount nodes { id } } }');
  expect([accounts.totalCount >= COUNT, accounts.nodes.length]).toEqual([true, 5]);
  expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(3_000);
  slow.request.destroy();
  await until('nobody reads', async () => (await readers()) === 0);
});

test('takes from the rate of its key like any operation', async () => {
  const rate = { perSecond: 0.01, burst: 2 };
  const FAST = { perSecond: 100_000, burst: 100_000 };
  const strict = await startTestApp({}, { rates: { key: rate, workspace: FAST, calls: FAST, strangers: FAST } });
  try {
    const { keys } = await strict.workspace();
    const ask = () =>
      fetch(`${strict.url}/export/accounts.csv`, { headers: { authorization: `Bearer ${keys.MEMBER}` } });
    const answers: [number, string | null][] = [];
    for (let round = 0; round < 3; round++) {
      const answer = await ask();
      await answer.text();
      answers.push([answer.status, answer.headers.get('retry-after')]);
    }
    expect(answers).toEqual([
      [200, null],
      [200, null],
      [429, expect.stringMatching(/^\d+$/)],
    ]);
  } finally {
    await strict.close();
  }
});
