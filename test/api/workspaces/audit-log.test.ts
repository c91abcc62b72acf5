import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../src/features/kit/actor.ts';
import { createApiKey, recordChange, revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { createClient } from '../../kit/client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const LOG = `query ($first: Int! = 25, $after: String, $filter: AuditLogFilter) {
  auditLog(first: $first, after: $after, filter: $filter) {
    nodes { id changedAt actor { kind label role apiKey { id revokedAt } } action subject summary details }
    pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
const CREATE = `mutation ($label: String!, $role: Role!) {
  createApiKey(input: { label: $label, role: $role }) { secret apiKey { id prefix } userErrors { code } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } userErrors { code } } }';

// biome-ignore lint/suspicious/noExplicitAny: as a script would read it; expectations check the shape.
type Event = any;
const log = async (workspace: TestWorkspace, variables: object = {}): Promise<Event[]> =>
  (await workspace.as('ADMIN').ask(LOG, variables)).auditLog.nodes;
/** What the kit itself did to make the workspace is older than a test's own changes. */
const later = () => app.clock.advance(60_000);

describe('a change of keys', () => {
  test('is noted with who, when and what, newest first, and without the key', async () => {
    const workspace = await app.workspace();
    const before = await log(workspace);
    later();
    const owner = workspace.as('OWNER');
    const { secret, apiKey } = (await owner.ask(CREATE, { label: 'nightly “export”', role: 'OWNER' })).createApiKey;
    const created = app.clock.now().toISOString();
    later();
    await createClient(app.url, secret).ask(REVOKE, { id: apiKey.id });
    const [revocation, creation, ...rest] = await log(workspace);
    expect(rest).toEqual(before);
    expect(creation).toEqual({
      id: expect.stringMatching(/^evt_/),
      changedAt: created,
      actor: {
        kind: 'API_KEY',
        label: 'first owner key',
        role: 'OWNER',
        apiKey: { id: workspace.ctx.actor.keyId, revokedAt: null },
      },
      action: 'API_KEY_CREATED',
      subject: apiKey.id,
      summary: 'Created the API key “nightly “export”” (OWNER).',
      details: { label: 'nightly “export”', role: 'OWNER', prefix: apiKey.prefix },
    });
    // The key revoked itself: it still says who it was.
    expect(revocation).toMatchObject({
      actor: { kind: 'API_KEY', label: 'nightly “export”', role: 'OWNER', apiKey: { id: apiKey.id } },
      action: 'API_KEY_REVOKED',
      subject: apiKey.id,
      summary: 'Revoked the API key “nightly “export”” (OWNER).',
    });
    expect(revocation.actor.apiKey.revokedAt).toBe(revocation.changedAt);
    expect(JSON.stringify(await log(workspace))).not.toContain(secret.slice(8));
  });

  test('that is refused, or changes nothing, is not noted', async () => {
    const workspace = await app.workspace();
    const before = await log(workspace);
    const owner = workspace.as('OWNER');
    await owner.ask(CREATE, { label: ' ', role: 'MEMBER' });
    await workspace.as('ADMIN').ask(CREATE, { label: 'x', role: 'MEMBER' });
    const { apiKeys } = await owner.ask('{ apiKeys { id role } }');
    const idOf = (role: string) => apiKeys.find((key: Event) => key.role === role).id;
    await owner.ask(REVOKE, { id: idOf('OWNER') });
    await owner.ask(REVOKE, { id: 'key_00000000000000000000000000' });
    expect(await log(workspace)).toEqual(before);
    await owner.ask(REVOKE, { id: idOf('MEMBER') });
    await owner.ask(REVOKE, { id: idOf('MEMBER') });
    expect(await log(workspace)).toHaveLength(before.length + 1);
  });

  test('by the operator says so', async () => {
    const workspace = await app.workspace();
    later();
    const ctx = { ...workspace.ctx, actor: systemActor(workspace.ctx.actor) };
    const created = await createApiKey(ctx, { label: 'of the operator', role: 'MEMBER' });
    if (created.ok) await revokeApiKey(ctx, { id: created.value.apiKey.id });
    const operator = { kind: 'OPERATOR', label: 'operator', role: null, apiKey: null };
    const latest = (await log(workspace)).slice(0, 2);
    expect(
      latest.map(({ actor, action }) => ({ actor, action })).sort((a, b) => (a.action < b.action ? -1 : 1)),
    ).toEqual([
      { actor: operator, action: 'API_KEY_CREATED' },
      { actor: operator, action: 'API_KEY_REVOKED' },
    ]);
  });

  test('and its note are one: neither is there when the transaction fails', async () => {
    const workspace = await app.workspace();
    const before = await log(workspace);
    const { ctx } = workspace;
    const failing = ctx.db.orm.transaction(async (tx) => {
      await recordChange(tx, ctx, { action: 'MAPPING_SAVED', subject: 'capi_1' });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await log(workspace)).toEqual(before);
  });
});

test('what was noted stays: the database itself refuses to change or remove it', async () => {
  const workspace = await app.workspace();
  const before = await log(workspace);
  const { orm } = workspace.ctx.db;
  for (const statement of [
    "UPDATE audit_events SET subject = ''",
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
  ]) {
    const refused = await orm.execute(statement).then(
      () => 'done',
      (error: Error) => String(error.cause),
    );
    expect(refused, statement).toMatch(/permission denied for table audit_events/);
  }
  expect(await log(workspace)).toEqual(before);
});

describe('who reads it', () => {
  test('OWNER and ADMIN, not MEMBER, and no other workspace', async () => {
    const [ours, theirs] = [await app.workspace(), await app.workspace()];
    const events = await log(ours);
    expect((await ours.as('OWNER').ask(LOG)).auditLog.nodes).toEqual(events);
    expect(await ours.as('MEMBER').send(LOG)).toMatchObject({
      status: 200,
      data: { auditLog: null },
      errors: [
        { message: expect.stringContaining('needs a key with the role ADMIN'), extensions: { code: 'FORBIDDEN' } },
      ],
    });
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    const [{ id }] = events as [Event];
    expect((await ours.as('ADMIN').ask(NODE, { id })).node).toEqual({ id });
    expect((await ours.as('MEMBER').ask(NODE, { id })).node).toBeNull();
    expect((await theirs.as('OWNER').ask(NODE, { id })).node).toBeNull();
    const ids = new Set(events.map((event) => event.id));
    expect((await log(theirs)).filter((event) => ids.has(event.id))).toEqual([]);
  });
});

describe('pages and filters', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await app.workspace();
    app.clock.set('2026-04-01T23:59:59.999Z');
    for (let index = 0; index < 7; index++) {
      await workspace.ctx.db.orm.transaction((tx) =>
        recordChange(tx, workspace.ctx, {
          action: index % 2 === 0 ? 'MAPPING_SAVED' : 'BACKFILL_REQUESTED',
          subject: `subject ${index}`,
          details: { index, label: { nested: true } },
        }),
      );
      app.clock.advance(1);
    }
  });

  test('pages join without a gap or a repetition, and each costs the same statements', async () => {
    const whole = await log(workspace, { first: 100 });
    const found: Event[] = [];
    const costs = new Set<number>();
    let after: string | null = null;
    do {
      app.takeStatements();
      const { nodes, pageInfo }: Event = (await workspace.as('ADMIN').ask(LOG, { first: 3, after })).auditLog;
      costs.add(app.takeStatements().length);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(found).toEqual(whole);
    expect(costs.size, [...costs].join()).toBe(1);
    expect(whole.slice(0, 7).map(({ subject }) => subject)).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `subject ${n}`));
  });

  const subjects = async (filter: object) => (await log(workspace, { filter })).map(({ subject }) => subject);
  test('by action, subject, key and UTC day', async () => {
    expect(await subjects({ actions: ['BACKFILL_REQUESTED'] })).toEqual(['subject 5', 'subject 3', 'subject 1']);
    expect(await subjects({ actions: [] })).toEqual([]);
    expect(await subjects({ subject: 'subject 4' })).toEqual(['subject 4']);
    expect(await subjects({ subject: 'SUBJECT 4' })).toEqual([]);
    // One millisecond before midnight, the others after.
    expect(await subjects({ from: '2026-04-01', to: '2026-04-01' })).toEqual(['subject 0']);
    expect(await subjects({ from: '2026-04-02', actions: ['BACKFILL_REQUESTED'] })).toHaveLength(3);
    expect(await subjects({ from: '9999-12-31' })).toEqual([]);
    expect(
      await subjects({ apiKeyId: workspace.ctx.actor.keyId, to: '2026-04-01', actions: ['MAPPING_SAVED'] }),
    ).toEqual(['subject 0']);
    expect(await subjects({ apiKeyId: 'key_1' })).toEqual([]);
  });

  test.each([
    ['a page of none', { first: 0 }],
    ['a page of 101', { first: 101 }],
    ['a cursor of another list', { after: Buffer.from('["accounts:NAME:ASC","a","acc_1"]').toString('base64url') }],
    ['a cursor that is none', { after: 'evt_1' }],
    ['NUL in the subject', { filter: { subject: 'a\0' } }],
  ])('%s is refused', async (_, variables) => {
    expect(await workspace.as('ADMIN').send(LOG, variables)).toMatchObject({
      data: { auditLog: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
