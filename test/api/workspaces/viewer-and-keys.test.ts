import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { createClient, type TestClient } from '../../kit/client.ts';

let app: TestApp;
let now = NOW;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
});
afterEach(() => {
  now = NOW;
});
afterAll(() => app.close());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  secret apiKey { id label role prefix createdAt revokedAt } userErrors { code message field } } }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) {
  apiKey { id revokedAt } userErrors { code message field } } }`;
const KEYS = '{ apiKeys { id label role prefix revokedAt } }';

const create = async (owner: TestClient, label: string, role: string) =>
  (await owner.ask(CREATE, { input: { label, role } })).createApiKey;
const revoke = async (owner: TestClient, id: string) => (await owner.ask(REVOKE, { id })).revokeApiKey;
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map((error) => error.code);

test.each(['OWNER', 'ADMIN', 'MEMBER'] as const)(
  'a key with the role %s sees itself and its workspace',
  async (role) => {
    const workspace = await app.workspace('Acme Ltd');
    expect(await workspace.as(role).ask('{ viewer { role workspace { id name createdAt } } }')).toEqual({
      viewer: { role, workspace: { id: workspace.id, name: 'Acme Ltd', createdAt: '2026-03-10T12:00:00.000Z' } },
    });
  },
);

describe('a new key', () => {
  test('opens the workspace with its role, and its secret is shown this once', async () => {
    const workspace = await app.workspace();
    const owner = workspace.as('OWNER');
    const { secret, apiKey, userErrors } = await create(owner, '  nightly export ', 'MEMBER');
    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^trb_[\w-]{43}$/);
    expect(apiKey).toEqual({
      id: expect.stringMatching(/^key_/),
      label: 'nightly export',
      role: 'MEMBER',
      prefix: secret.slice(0, 8),
      createdAt: '2026-03-10T12:00:00.000Z',
      revokedAt: null,
    });
    expect(await createClient(app.url, secret).ask('{ viewer { role workspace { id } } }')).toEqual({
      viewer: { role: 'MEMBER', workspace: { id: workspace.id } },
    });
    const shown = JSON.stringify(
      await owner.ask(`query ($id: ID!) { ${KEYS.slice(1, -1)} node(id: $id) { id } }`, apiKey),
    );
    expect(shown).toContain(apiKey.id);
    expect(shown).not.toContain(secret.slice(8));
  });

  test.each([
    ['no label', ''],
    ['a blank label', ' \t'],
    ['a label of 101 characters', 'x'.repeat(101)],
    ['NUL in its label', 'a\0b'],
    ['half a surrogate pair in its label', 'a\ud800'],
  ])('with %s is refused', async (_, label) => {
    const owner = (await app.workspace()).as('OWNER');
    expect(await create(owner, label, 'MEMBER')).toMatchObject({
      secret: null,
      apiKey: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'label'] }],
    });
    expect((await owner.ask(KEYS)).apiKeys).toHaveLength(3);
  });
});

describe('a revoked key', () => {
  test('is refused at once, stays listed, and keeps the moment it was first revoked', async () => {
    const owner = (await app.workspace()).as('OWNER');
    now = minutesLater(1);
    const { secret, apiKey } = await create(owner, 'short-lived', 'ADMIN');
    const holder = createClient(app.url, secret);
    await holder.ask('{ viewer { role } }');
    now = minutesLater(2);
    expect(await revoke(owner, apiKey.id)).toEqual({
      apiKey: { id: apiKey.id, revokedAt: '2026-03-10T12:02:00.000Z' },
      userErrors: [],
    });
    expect(await holder.send('{ viewer { role } }')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    now = minutesLater(3);
    expect(codes(await revoke(owner, apiKey.id))).toEqual([]);
    const { apiKeys } = await owner.ask(KEYS);
    expect(apiKeys[0]).toMatchObject({ label: 'short-lived', revokedAt: '2026-03-10T12:02:00.000Z' });
  });

  test("cannot be another workspace's", async () => {
    const [ours, theirs] = [(await app.workspace()).as('OWNER'), (await app.workspace()).as('OWNER')];
    const { secret, apiKey } = await create(theirs, 'theirs', 'MEMBER');
    expect(await revoke(ours, apiKey.id)).toMatchObject({
      apiKey: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }],
    });
    await createClient(app.url, secret).ask('{ viewer { role } }');
    expect(codes(await revoke(ours, 'key_00000000000000000000000000'))).toEqual(['NOT_FOUND']);
    expect(codes(await revoke(ours, ''))).toEqual(['NOT_FOUND']);
  });

  test('is never the last working OWNER key, even when two are revoked at once', async () => {
    const workspace = await app.workspace();
    const owner = workspace.as('OWNER');
    const [first] = (await owner.ask(KEYS)).apiKeys.filter((key: { role: string }) => key.role === 'OWNER');
    expect(await revoke(owner, first.id)).toMatchObject({
      apiKey: null,
      userErrors: [{ code: 'LAST_OWNER_KEY', field: ['input', 'id'] }],
    });
    const second = await create(owner, 'second', 'OWNER');
    // Not over HTTP, where the first to end may leave the other without a key to ask with.
    const both = await Promise.all([second.apiKey.id, first.id].map((id) => revokeApiKey(workspace.ctx, { id })));
    expect(both.flatMap((one) => (one.ok ? [] : one.error.map(({ code }) => code)))).toEqual(['LAST_OWNER_KEY']);
    const working = await Promise.all(
      [owner, createClient(app.url, second.secret)].map((one) => one.send('{ viewer { role } }')),
    );
    expect(working.map((one) => one.status).sort()).toEqual([200, 401]);
  });
});

test('keys are listed newest first, for owners only', async () => {
  const workspace = await app.workspace();
  for (const minute of [1, 2]) {
    now = minutesLater(minute);
    await create(workspace.as('OWNER'), `of minute ${minute}`, 'MEMBER');
  }
  const { apiKeys } = await workspace.as('OWNER').ask(KEYS);
  const labels = apiKeys.map((key: { label: string }) => key.label);
  expect(labels.slice(0, 2)).toEqual(['of minute 2', 'of minute 1']);
  expect(labels.slice(2).sort()).toEqual(['ADMIN', 'MEMBER', 'first owner key']);
  for (const role of ['ADMIN', 'MEMBER'] as const) {
    expect(await workspace.as(role).send(KEYS)).toMatchObject({
      status: 200,
      data: { apiKeys: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  }
});
