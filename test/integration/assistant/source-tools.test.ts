import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type AssistantWorld, ago, createAssistantWorld, find, refusal } from '../../kit/assistant-world.ts';

let app: TestApp;
let world: AssistantWorld;
let member: Ctx;
let admin: Ctx;
beforeAll(async () => {
  app = await startTestApp();
  world = await createAssistantWorld(app);
  member = await world.ctxAs('MEMBER');
  admin = await world.ctxAs('ADMIN');
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const ask = (query: string, variables: object = {}) => world.workspace.as('MEMBER').ask(query, variables);

describe('list_unmatched_ids', () => {
  test('gives what GraphQL gives', async () => {
    const { unmatchedAccounts } = await ask(
      `{ unmatchedAccounts { totalCount nodes { externalId firstSeenOn lastSeenOn rowCount suggestions {
        account { id externalCrmId name } reason confidence explanation } } } }`,
    );
    const { data, days, about } = await find(member, 'list_unmatched_ids');
    const ids = unmatchedAccounts.nodes.map(({ rowCount, ...rest }: { rowCount: number }) => ({
      ...rest,
      dayCount: rowCount,
    }));
    expect(data).toEqual({ totalCount: 1, ids });
    expect(ids[0].suggestions).toHaveLength(1);
    expect([days, about[0]?.id]).toEqual([{ from: ago(2), to: YESTERDAY }, world.ids['C-2']]);
  });
});

describe('get_sync_state', () => {
  const CUSTOM_API = `{ customApi { status lastSyncAt lastSyncedDay nextSyncAt unmatchedAccountCount banner { level code message hint }
    gaps { from to } syncRuns(first: 1) { nodes { id kind status progress rowsStored rowErrorCount warning startedAt finishedAt from to
      error { code message hint } } } } }`;

  test('gives what GraphQL gives', async () => {
    const { customApi } = await ask(CUSTOM_API);
    const { data, days, freshness, about } = await find(member, 'get_sync_state');
    const { syncRuns, unmatchedAccountCount, ...rest } = customApi;
    const [{ from, to, ...run }] = syncRuns.nodes;
    expect(data).toEqual({
      ...rest,
      ...{ isFresh: true, gapCount: 0, unmatchedIdCount: unmatchedAccountCount, runningRun: null },
      ...{ lastEndedRun: { ...run, days: { from, to } }, trackedMetrics: ['api_calls', 'active_seats'] },
    });
    expect([days, freshness]).toEqual([
      { from: ago(89), to: YESTERDAY },
      { state: 'FRESH', lastSyncedDay: YESTERDAY },
    ]);
    expect(about).toEqual([{ id: run.id, label: 'BACKFILL_RANGE SUCCEEDED' }]);
  });

  test('says that usage is late, and what to do', async () => {
    app.clock.advance(4 * 24 * 3_600_000);
    const { customApi } = await ask(CUSTOM_API);
    const { data, freshness } = await find(member, 'get_sync_state');
    app.clock.set(NOW);
    expect(freshness).toEqual({ state: 'STALE', lastSyncedDay: YESTERDAY });
    expect(data).toMatchObject({ isFresh: false, banner: customApi.banner });
    expect(data.banner).toMatchObject({ level: 'YELLOW', code: 'STALE', hint: expect.stringContaining('worker') });
  });

  test('tells the run under way from the last that ended', async () => {
    const [{ id }] = (await app.sql`
      UPDATE sync_runs SET status = 'FETCHING', finished_at = NULL
      WHERE id = (SELECT max(id) FROM sync_runs) RETURNING id`) as unknown as [{ id: string }];
    const { data } = await find(member, 'get_sync_state');
    expect(data).toMatchObject({ runningRun: { id, status: 'FETCHING' }, lastEndedRun: { kind: 'BACKFILL' } });
    await app.sql`UPDATE sync_runs SET status = 'SUCCEEDED', finished_at = now() WHERE id = ${id}`;
  });

  test('of a workspace that has no source says so', async () => {
    const empty = await app.workspace('No source');
    const { data, freshness } = await find(empty.ctx, 'get_sync_state');
    expect(data).toMatchObject({
      status: 'NOT_CONNECTED',
      isFresh: false,
      lastSyncAt: null,
      nextSyncAt: null,
      lastEndedRun: null,
    });
    expect(freshness).toEqual({ state: 'NO_DATA', lastSyncedDay: null });
  });
});

describe('propose_link_account', () => {
  const ID = 'blue harbor shipping';

  test.each([
    ['an id that no usage came under', { externalId: 'never seen', account: 'C-2' }, /^NOT_FOUND: externalId: /],
    [
      'an account’s own id',
      { externalId: 'C-1', account: 'C-2' },
      /^INVALID_INPUT: externalId: "C-1" is matched already, to "Acme Anvils Ltd"/,
    ],
    ['an account that is not there', { externalId: ID, account: 'C-99' }, /^NOT_FOUND: account: /],
    ['no account', { externalId: ID }, /^INVALID_INPUT: account: /],
  ])('refuses %s', async (_, input, expected) => {
    expect(await refusal(admin, 'propose_link_account', input)).toMatch(expected);
  });

  test('is not for members, who could not confirm it', async () => {
    expect(await refusal(member, 'propose_link_account', { externalId: ID, account: 'C-2' })).toBe(
      'FORBIDDEN: propose_link_account needs a key with the role ADMIN; this one is MEMBER.',
    );
  });

  test('proposes what the mutation takes, and writes nothing', async () => {
    const { data, proposals, days } = await find(admin, 'propose_link_account', {
      externalId: ` ${ID} `,
      account: 'Blue Harbor Shipping',
    });
    expect(await app.sql`SELECT * FROM external_account_links`).toEqual([]);
    const summary =
      `Link the id "${ID}" (3 days of usage, ${ago(2)} to ${YESTERDAY}) to the account "Blue Harbor Shipping" ` +
      '(external CRM id "C-2"): its usage becomes the account’s.';
    const input = { externalId: ID, accountId: world.ids['C-2'] };
    expect(proposals).toEqual([{ mutation: 'linkExternalAccount', input, summary }]);
    expect([data.summary, days]).toEqual([summary, { from: ago(2), to: YESTERDAY }]);

    const { linkExternalAccount } = await world.admin.ask(
      'mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) { account { name } userErrors { code } } }',
      { input },
    );
    expect(linkExternalAccount).toEqual({ account: { name: 'Blue Harbor Shipping' }, userErrors: [] });
    expect(await refusal(admin, 'propose_link_account', { externalId: ID, account: 'C-1' })).toContain(
      'is matched already',
    );
  });
});
