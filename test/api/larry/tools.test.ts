import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonSchemaOf, TOOLS } from '../../../src/assistant/registry.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type AssistantWorld, ago, createAssistantWorld } from '../../kit/assistant-world.ts';
import { createClient } from '../../kit/client.ts';

let app: TestApp;
let world: AssistantWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await createAssistantWorld(app);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const CALL = `query ($name: String!, $arguments: JSONObject) { larryToolResult(name: $name, arguments: $arguments) {
  tool ok code message data from to freshness { state lastSyncedDay } truncated about { id label } proposals { mutation input summary } } }`;
const call = async (name: string, args?: object, role: 'MEMBER' | 'ADMIN' = 'MEMBER') =>
  (await world.workspace.as(role).ask(CALL, { name, arguments: args })).larryToolResult;

describe('larryTools', () => {
  const LIST = '{ larryTools { name title description access inputSchema outputSchema } }';

  test.each(['MEMBER', 'ADMIN', 'OWNER'] as const)(
    'lists what a key of the role %s may use, with schemas',
    async (role) => {
      const { larryTools } = await world.workspace.as(role).ask(LIST);
      const usable = TOOLS.filter(({ access }) => access === 'MEMBER' || role !== 'MEMBER');
      expect(larryTools).toEqual(
        usable.map((tool) => {
          const { name, title, description, access } = tool;
          const { input, output } = JSON.parse(JSON.stringify(jsonSchemaOf(tool)));
          return { name, title, description, access, inputSchema: input, outputSchema: output };
        }),
      );
      expect(usable.length).toBe(role === 'MEMBER' ? 13 : 14);
    },
  );

  test('is not for strangers', async () => {
    const { errors } = await createClient(app.url, null).send(LIST);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('larryToolResult', () => {
  test('gives the answer with its days, freshness and links', async () => {
    const result = await call('get_account_usage', { account: 'acme anvils', days: 7, metrics: ['api_calls'] });
    expect(result).toEqual({
      ...{ tool: 'get_account_usage', ok: true, code: null, message: null, truncated: false, proposals: [] },
      ...{ from: ago(6), to: YESTERDAY, freshness: { state: 'FRESH', lastSyncedDay: YESTERDAY } },
      about: [{ id: world.ids['C-1'], label: 'Acme Anvils Ltd' }],
      data: expect.objectContaining({ metrics: [expect.objectContaining({ total: 140, changeRate: -0.8 })] }),
    });
  });

  test('links to what `node` knows', async () => {
    const { about } = await call('list_signals', { account: 'C-1' });
    expect(about.length).toBeGreaterThan(1);
    for (const { id } of about) {
      const { node } = await world.workspace
        .as('MEMBER')
        .ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id });
      expect(node).toEqual({ __typename: id.startsWith('sig') ? 'Signal' : 'Account', id });
    }
  });

  test.each<[string, object | undefined, string, string]>([
    ['nothing', {}, 'NO_SUCH_TOOL', 'There is no tool of that name'],
    ['get_account_usage', undefined, 'INVALID_INPUT', 'account: '],
    ['get_account_usage', { account: 'C-1', workspace: 'x' }, 'INVALID_INPUT', '"workspace"'],
    ['get_account_usage', { account: 'blue' }, 'AMBIGUOUS', 'Blue Harvest Foods'],
    ['get_account_usage', { account: 'nobody at all' }, 'NOT_FOUND', 'nobody at all'],
    ['propose_link_account', { externalId: 'x', account: 'C-1' }, 'FORBIDDEN', 'role ADMIN'],
  ])('%s(%j) is refused as %s', async (name, args, code, message) => {
    expect(await call(name, args)).toEqual({
      ...{ tool: name, ok: false, code, message: expect.stringContaining(message) },
      ...{ data: null, from: null, to: null, freshness: null, truncated: false, about: [], proposals: [] },
    });
  });

  test('gives proposals that the mutation takes', async () => {
    const { proposals } = await call(
      'propose_link_account',
      { externalId: 'blue harbor shipping', account: 'C-2' },
      'ADMIN',
    );
    expect(proposals).toMatchObject([
      { mutation: 'linkExternalAccount', input: { externalId: 'blue harbor shipping' } },
    ]);
    const { linkExternalAccount } = await world.admin.ask(
      'mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) { userErrors { code } } }',
      { input: proposals[0].input },
    );
    expect(linkExternalAccount.userErrors).toEqual([]);
  });

  test('several calls of one operation read as of one moment, and the operation goes on after them', async () => {
    const one = 'larryToolResult(name: "get_workspace_overview") { ok data }';
    const data = await world.workspace
      .as('MEMBER')
      .ask(`{ a: ${one} b: ${one} viewer { role } accounts { totalCount } }`);
    expect(data).toMatchObject({
      a: { ok: true },
      b: { ok: true },
      viewer: { role: 'MEMBER' },
      accounts: { totalCount: 8 },
    });
    expect(data.a).toEqual(data.b);
  });

  test('costs so much that one operation makes some twenty calls at most', async () => {
    const calls = Array.from({ length: 20 }, (_, at) => `c${at}: larryToolResult(name: "get_sync_state") { ok }`);
    const { errors } = await world.workspace.as('MEMBER').send(`{ ${calls.join(' ')} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COSTLY', maxCost: 100_000 } }]);
  });
});
