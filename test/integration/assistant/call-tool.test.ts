import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { callTool } from '../../../src/assistant/call-tool.ts';
import { jsonSchemaOf, TOOLS } from '../../../src/assistant/registry.ts';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { find, refusal } from '../../kit/assistant-world.ts';
import { createTenant, fingerprint, type Tenant } from '../../kit/tenants/tenant.ts';

let app: TestApp;
let ours: Tenant;
let theirs: Tenant;
let ctx: Ctx;
beforeAll(async () => {
  app = await startTestApp();
  ours = await createTenant(app, 'ALFA');
  theirs = await createTenant(app, 'BRAVO');
  ctx = ours.connected.workspace.ctx;
});
afterAll(async () => {
  await Promise.all([ours, theirs].map(({ connected }) => connected.close()));
  await app.close();
});

const PERIOD = { from: '2026-03-01', to: '2026-03-07' };
/** Arguments with which each tool answers, of a tenant. */
const sensible = (name: string, { name: tenant, ids }: Tenant): Record<string, unknown> =>
  ({
    get_account_usage: { account: ids['Account'] },
    compare_accounts: { accounts: [ids['Account'], `${tenant}-2`] },
    compare_periods: { account: ids['Account'], earlier: PERIOD, later: PERIOD },
    get_account_health: { account: ids['Account'] },
    explain_signal: { signal: ids['Signal'] },
    propose_acknowledge_signal: { signal: ids['Signal'] },
    propose_link_account: { externalId: `${tenant}-7`, account: ids['Account'] },
  })[name] ?? {};

test('a tool that is not there is data', async () => {
  expect(await refusal(ctx, 'drop_tables')).toMatch(
    /^NO_SUCH_TOOL: There is no tool of that name. The tools are: get_workspace/,
  );
  expect(await refusal(ctx, 'constructor')).toMatch(/^NO_SUCH_TOOL/);
  expect(await refusal(ctx, '')).toMatch(/^NO_SUCH_TOOL/);
});

describe.each(TOOLS.map(({ name }) => [name] as const))('%s', (name) => {
  test.each<[string, Record<string, unknown>]>([
    ['a workspace', { workspaceId: 2 }],
    ['another argument', { ['x'.repeat(300)]: 1 }],
    ['SQL', { sql: 'SELECT 1' }],
  ])('refuses %s among its arguments, and names it', async (_, extra) => {
    const said = await refusal(ctx, name, { ...sensible(name, ours), ...extra });
    expect(said).toMatch(/^INVALID_INPUT: /);
    expect(said).toContain(Object.keys(extra)[0]?.slice(0, 100));
    expect(said.length).toBeLessThan(1_000);
  });

  test.each([[[]], ['text'], [7], [true], [[{}]]])('refuses %j as its arguments', async (input) => {
    expect(await refusal(ctx, name, input)).toMatch(/^INVALID_INPUT: the arguments: /);
  });

  test('takes null for an argument that is left out', async () => {
    const [tool] = TOOLS.filter((one) => one.name === name);
    const all = Object.keys((tool && (jsonSchemaOf(tool).input['properties'] as object)) ?? {});
    const nulls = Object.fromEntries(all.map((argument) => [argument, null]));
    const outcome = await callTool(ctx, name, { ...nulls, ...sensible(name, ours) });
    if (!outcome.ok) expect(outcome.message).toContain('acknowledged already');
  });

  test('finds nothing of another workspace by its ids', async () => {
    for (const [argument, value] of Object.entries(sensible(name, theirs))) {
      if (argument === 'earlier' || argument === 'later') continue;
      const said = await refusal(ctx, name, { ...sensible(name, ours), [argument]: value });
      expect(said, `${argument}: ${value}`).toMatch(/^NOT_FOUND: /);
    }
  });
});

test.each<[string, object, string]>([
  ['find_accounts', { limit: 26 }, 'limit: '],
  ['find_accounts', { limit: '10' }, 'limit: '],
  ['find_accounts', { query: '   ' }, 'query: may not be blank'],
  ['find_accounts', { query: 'x'.repeat(201) }, 'query: '],
  ['find_accounts', { query: 'a\u0000b' }, 'query: holds a character'],
  ['find_accounts', { query: '\ud800' }, 'query: holds a character'],
  ['find_accounts', { band: 'poor' }, 'band: '],
  ['get_account_usage', {}, 'account: '],
  ['get_account_usage', { account: '' }, 'account: '],
  ['get_account_usage', { account: ['a'] }, 'account: '],
  ['get_account_usage', { account: 'a', days: 1.5 }, 'days: '],
  ['get_account_usage', { account: 'a', metrics: [] }, 'metrics: '],
  ['list_usage_movers', { limit: 0 }, 'limit: '],
  ['list_usage_movers', { periodDays: 14 }, 'periodDays: '],
  ['list_usage_movers', { direction: 'SIDEWAYS' }, 'direction: '],
  ['list_accounts_by_health', { limit: 1_000_000 }, 'limit: '],
  ['compare_accounts', { accounts: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'accounts: '],
  ['compare_periods', { earlier: 'January', later: 'February' }, 'earlier: '],
  ['list_unmatched_ids', { limit: null, after: 'x' }, '"after"'],
  ['explain_signal', { signal: 7 }, 'signal: '],
  ['propose_acknowledge_signal', { signal: 'x', note: 'x'.repeat(2_001) }, 'note: '],
  ['propose_link_account', { externalId: ' ', account: 'x' }, 'externalId: may not be blank'],
])('%s refuses %j', async (name, input, expected) => {
  const said = await refusal(ctx, name, input);
  expect(said).toMatch(/^INVALID_INPUT: /);
  expect(said).toContain(expected);
  expect(said).toContain(`${name} takes: `);
});

test('no tool writes: nothing of the tenant is another after all of them', async () => {
  const tables = await app.sql`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspace_id'`;
  const names = tables.map(({ name }) => name as string);
  const before = await fingerprint(app.sql, names, ours.workspaceId);
  for (const { name } of TOOLS) await callTool(ctx, name, sensible(name, ours));
  expect(await fingerprint(app.sql, names, ours.workspaceId)).toEqual(before);
});

test('a call reads as of one moment, and gives its connection back', async () => {
  for (let round = 0; round < 20; round++) {
    await find(ctx, 'get_workspace_overview');
    await refusal(ctx, 'get_account_usage', { account: 'nobody is called so' });
  }
  await vi.waitFor(async () => {
    const open = await app.sql`
      SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    expect([...open]).toEqual([]);
  });
});

test('what takes too long is data', async () => {
  const slow = {
    ...ctx,
    db: { ...ctx.db, snapshot: () => ({ ...ctx.db.snapshot(), orm: refusing() }) },
  } as unknown as Ctx;
  expect(await refusal(slow, 'get_workspace_overview')).toMatch(/^TOO_LARGE: That took too long/);
  const broken = {
    ...slow,
    db: { ...ctx.db, snapshot: () => ({ ...ctx.db.snapshot(), orm: null }) },
  } as unknown as Ctx;
  await expect(callTool(broken, 'get_workspace_overview', {})).rejects.toThrow();
});

/** A database in which every statement is given up. */
const refusing = () => {
  const fail = () => {
    throw new Error('failed query', { cause: Object.assign(new Error('canceling statement'), { code: '57014' }) });
  };
  return { select: fail, execute: fail };
};
