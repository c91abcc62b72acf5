import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Log, silentLog } from '../../../src/platform/log.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { connectWorkspace } from '../../kit/connected-workspace.ts';
import { openSocket } from '../../kit/socket.ts';

const OPERATION_MS = 1_500;
let app: TestApp;
let workspace: TestWorkspace;
let sql: postgres.Sql;
beforeAll(async () => {
  app = await startTestApp({ log }, { patience: { operationMs: OPERATION_MS, callMs: 10_000 } });
  workspace = await app.workspace();
  sql = postgres(app.databaseUrl, { max: 2 });
});
afterAll(async () => {
  await sql.end();
  await app.close();
});

const logged: unknown[] = [];
const log = { ...silentLog, error: (...words: unknown[]) => void logged.push(words) } as Log;
const ACCOUNTS = '{ accounts { totalCount } }';
const late = {
  message: 'The operation took longer than 1.5 s. Ask for less, or try again.',
  extensions: { code: 'DEADLINE_EXCEEDED' },
};

describe('while the database keeps a table to itself', () => {
  let release = async () => {};
  beforeEach(async () => {
    let unlock = () => {};
    const held = new Promise<void>((resolve) => {
      unlock = resolve;
    });
    await new Promise<void>((locked) => {
      const holding = sql.begin(async (tx) => {
        await tx`LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE`;
        locked();
        await held;
      });
      release = async () => {
        unlock();
        await holding;
      };
    });
  });
  afterEach(() => release());

  test('a query is answered in time, and gives back what it held', async () => {
    const member = workspace.as('MEMBER');
    // More than there are connections.
    const answers = await Promise.all(Array.from({ length: 12 }, () => member.send(ACCOUNTS)));
    for (const answer of answers) expect(answer).toEqual({ status: 504, data: null, errors: [late] });
    expect((await member.send('{ __typename }')).status).toBe(200);
    await release();
    expect((await member.ask(ACCOUNTS)).accounts.totalCount).toBe(0);
    const idle = () => sql`SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'`;
    await expect.poll(idle).toHaveLength(0);
    expect(logged, 'an answer that comes too late is no accident').toEqual([]);
  });

  test('over a socket, too, and the socket lives on', async () => {
    const { subscribe, next, socket } = await openSocket(app.url, `Bearer ${workspace.keys.MEMBER}`);
    subscribe('1', ACCOUNTS);
    expect(await next()).toEqual({ type: 'next', id: '1', payload: { errors: [late] } });
    expect(await next()).toEqual({ type: 'complete', id: '1' });
    subscribe('2', '{ __typename }');
    expect(await next()).toMatchObject({ id: '2', payload: { data: { __typename: 'Query' } } });
    socket.close();
  });

  test('a change that takes too long warns that it may have been made', async () => {
    const { status, errors } = await workspace
      .as('MEMBER')
      .send('mutation { upsertAccounts(input: { accounts: [{ externalCrmId: "A", name: "A" }] }) { createdCount } }');
    expect({ status, code: errors[0]?.extensions?.['code'] }).toEqual({ status: 504, code: 'DEADLINE_EXCEEDED' });
    expect(errors[0]?.message).toContain('A change may have been made nevertheless');
    await release();
    await expect.poll(async () => (await workspace.as('MEMBER').ask(ACCOUNTS)).accounts.totalCount).toBe(1);
  });
});

test('a change that calls an endpoint has the time of the call, over HTTP and over a socket', async () => {
  const connected = await connectWorkspace(app);
  try {
    connected.endpoint.respond((_, response) => {
      setTimeout(() => response.setHeader('content-type', 'application/json').end('[]'), OPERATION_MS * 2);
    });
    const connect = `mutation { connectCustomApi(input: { url: "${connected.endpoint.url}/", auth: { none: true } }) {
      customApi { status } userErrors { code } } }`;
    const done = { connectCustomApi: { customApi: { status: 'MAPPING' }, userErrors: [] } };
    expect(await connected.admin.ask(connect)).toEqual(done);
    const { subscribe, next, socket } = await openSocket(app.url, `Bearer ${connected.workspace.keys.ADMIN}`);
    subscribe('1', connect);
    expect(await next()).toEqual({ type: 'next', id: '1', payload: { data: done } });
    socket.close();
  } finally {
    await connected.close();
  }
});
