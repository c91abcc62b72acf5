import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { createTenant, type Tenant } from '../../kit/tenants/tenant.ts';

let app: TestApp;
let ours: Tenant;
let theirs: Tenant;
beforeAll(async () => {
  app = await startTestApp();
  [ours, theirs] = [await createTenant(app, 'ALFA'), await createTenant(app, 'BRAVO')];
});
afterAll(async () => {
  await Promise.all([ours.connected.close(), theirs.connected.close()]);
  await app.close();
});

test('node finds an object of every type by its id, and nothing of another workspace', async () => {
  const [mine, others] = [ours.ids, theirs.ids];
  const schema = createSchema();
  const node = schema.getType('Node');
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && type.getInterfaces().some((one) => one === node))
    .map((type) => type.name);
  expect(Object.keys(mine).sort(), 'an id of every type that implements Node').toEqual(types.sort());

  const owner = ours.connected.workspace.as('OWNER');
  const find = async (id: string | undefined) =>
    (await owner.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;
  for (const type of types) {
    expect(await find(mine[type]), type).toEqual({ __typename: type, id: mine[type] });
    expect(await find(others[type]), `another workspace's ${type}`).toBeNull();
  }
});

test('an id that is none finds nothing', async () => {
  const owner = ours.connected.workspace.as('OWNER');
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
  const { apiKeys } = await ours.connected.workspace.as('OWNER').ask('{ apiKeys { id } }');
  const { node } = await ours.connected.admin.ask('query ($id: ID!) { node(id: $id) { id } }', apiKeys[0]);
  expect(node).toBeNull();
});

test("another workspace's ids find nothing elsewhere either", async () => {
  const { account } = await theirs.connected.admin.ask('{ account(externalCrmId: "BRAVO-1") { id } }');
  const { customApi } = await theirs.connected.admin.ask('{ customApi { syncRuns { nodes { id } } } }');
  const run = customApi.syncRuns.nodes[0].id;
  expect(
    await ours.connected.admin.ask(
      `query ($account: ID!, $run: ID!) {
        account(id: $account) { id } accountUsage(accountId: $account) { from } syncRun(id: $run) { id } }`,
      { account: account.id, run },
    ),
  ).toEqual({ account: null, accountUsage: null, syncRun: null });
});
