import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let ours: ConnectedWorkspace;
let theirs: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  [ours, theirs] = [await connectWorkspace(app), await connectWorkspace(app)];
});
afterAll(async () => {
  await Promise.all([ours.close(), theirs.close()]);
  await app.close();
});

/** One id of every type that is a Node. */
async function idsOf({ workspace, admin, customApiId, track }: ConnectedWorkspace): Promise<Record<string, string>> {
  await giveAccounts(admin, [{ externalCrmId: 'A-1' }]);
  const { account } = await admin.ask('{ account(externalCrmId: "A-1") { id } }');
  const { apiKeys, auditLog } = await workspace
    .as('OWNER')
    .ask('{ apiKeys { id } auditLog(first: 1) { nodes { id } } }');
  const run = await track([{ name: 'calls' }]);
  return {
    Account: account.id,
    ApiKey: apiKeys[0].id,
    AuditEvent: auditLog.nodes[0].id,
    CustomApi: customApiId,
    SyncRun: run.id,
    Workspace: workspace.id,
  };
}

test('node finds an object of every type by its id, and nothing of another workspace', async () => {
  const [mine, others] = [await idsOf(ours), await idsOf(theirs)];
  const schema = createSchema();
  const node = schema.getType('Node');
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type.getInterfaces().some((one) => one === node))
    .map((type) => type.name);
  expect(Object.keys(mine).sort(), 'an id of every type that implements Node').toEqual(types.sort());

  const owner = ours.workspace.as('OWNER');
  const find = async (id: string | undefined) =>
    (await owner.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;
  for (const type of types) {
    expect(await find(mine[type]), type).toEqual({ __typename: type, id: mine[type] });
    expect(await find(others[type]), `another workspace's ${type}`).toBeNull();
  }
});

test('an id that is none finds nothing', async () => {
  const owner = ours.workspace.as('OWNER');
  const ids = [
    '',
    '_',
    'acc',
    'acc_',
    'accx',
    'ACC_1',
    'ws_1',
    'run_',
    'constructor_1',
    'acc_%',
    '1',
    'x'.repeat(10_000),
  ];
  for (const id of ids) {
    const { node } = await owner.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(node, JSON.stringify(id)).toBeNull();
  }
});

test('an API key is a node for owners only', async () => {
  const { apiKeys } = await ours.workspace.as('OWNER').ask('{ apiKeys { id } }');
  const { node } = await ours.admin.ask('query ($id: ID!) { node(id: $id) { id } }', apiKeys[0]);
  expect(node).toBeNull();
});

test("another workspace's ids find nothing elsewhere either", async () => {
  const { account } = await theirs.admin.ask('{ account(externalCrmId: "A-1") { id } }');
  const { customApi } = await theirs.admin.ask('{ customApi { syncRuns { nodes { id } } } }');
  const run = customApi.syncRuns.nodes[0].id;
  expect(
    await ours.admin.ask(
      `query ($account: ID!, $run: ID!) {
        account(id: $account) { id } accountUsage(accountId: $account) { from } syncRun(id: $run) { id } }`,
      { account: account.id, run },
    ),
  ).toEqual({ account: null, accountUsage: null, syncRun: null });
});
