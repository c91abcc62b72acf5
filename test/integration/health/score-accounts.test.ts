import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScoreStandings, scoreAccounts } from '../../../src/features/health/index.ts';
import { refreshProfiles, type UsageCoverage } from '../../../src/features/usage/index.ts';
import { addDays } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';

const DAY_MS = 86_400_000;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Through `through`: two accounts used it every day for 100 days, the first of them until yesterday and no longer. */
const until = (through: string): UsageCoverage => ({
  ...{ state: 'CURRENT', through },
  days: [{ from: addDays(YESTERDAY, -99), to: through }],
});

describe('scoring the accounts of a workspace', () => {
  it('keeps score, history and table together, and tells of bands that change', async () => {
    app.clock.set(NOW);
    const { ctx } = await app.workspace();
    const ws = ctx.actor.workspaceId;
    await app.sql`INSERT INTO usage_metrics VALUES (${ws}, 0, 'calls', 'SUM', now())`;
    for (const [number, id] of [
      [1, 'acc_leaves'],
      [2, 'acc_stays'],
    ] as const) {
      await app.sql`INSERT INTO accounts (workspace_id, id, external_crm_id, name, attributes, created_at, updated_at)
        VALUES (${ws}, ${id}, ${id}, ${id}, '{}', now(), now())`;
      await app.sql`INSERT INTO account_standings (workspace_id, account_id) VALUES (${ws}, ${id})`;
      await app.sql`INSERT INTO external_accounts VALUES (${ws}, ${number}, ${id})`;
      await app.sql`INSERT INTO usage_days SELECT ${ws}, ${number}, d::date, '{10}'
        FROM generate_series(${addDays(YESTERDAY, -99)}::date, ${addDays(YESTERDAY, number === 1 ? 0 : 40)}::date, '1 day') d`;
    }
    await app.sql`INSERT INTO webhook_endpoints (workspace_id, id, sealed_url, host, sealed_secrets, enabled, created_at, updated_at)
      VALUES (${ws}, 'whe_test', '', 'example.com', '', true, now(), now())`;
    const score = async (later: number) => {
      app.clock.set(new Date(NOW.getTime() + later * DAY_MS));
      const coverage = until(addDays(YESTERDAY, later));
      return scoreAccounts(ctx, coverage, await refreshProfiles(ctx, coverage));
    };

    expect(await score(0)).toEqual({ accounts: 2, bandsChanged: 0 });
    const [before] = await readScoreStandings(ctx, YESTERDAY);
    expect(before).toMatchObject({ accountId: 'acc_leaves', band: 'HEALTHY', before: null });
    expect(await score(40)).toEqual({ accounts: 2, bandsChanged: 1 });
    const [leaves, stays] = await readScoreStandings(ctx, addDays(YESTERDAY, 20));
    expect(leaves).toMatchObject({ band: 'POOR', before: before?.score });
    expect(stays).toMatchObject({ band: 'HEALTHY' });

    const events = await app.sql`SELECT type, data FROM webhook_events WHERE workspace_id = ${ws}`;
    expect(events.map((row) => ({ ...row }))).toEqual([
      {
        type: 'health.band_changed',
        data: {
          account: { id: 'acc_leaves', externalCrmId: 'acc_leaves', name: 'acc_leaves' },
          ...{
            from: 'HEALTHY',
            to: 'POOR',
            score: leaves?.score,
            previousScore: before?.score,
            day: addDays(YESTERDAY, 41),
          },
        },
      },
    ]);
    const table = await app.sql`SELECT health_score, health_band, health_change FROM account_standings
      WHERE workspace_id = ${ws} AND account_id = 'acc_leaves'`;
    expect({ ...table[0] }).toEqual({
      ...{ health_score: leaves?.score, health_band: 'POOR' },
      health_change: (leaves?.score ?? 0) - (before?.score ?? 0),
    });
    expect(await score(460)).toMatchObject({ accounts: 2 });
    const [history] =
      await app.sql`SELECT count(*)::int AS days FROM health_history WHERE workspace_id = ${ws} AND account_id = 'acc_stays'`;
    expect(history?.['days'], 'days older than 400 are forgotten').toBe(1);
  });

  it('gives accounts without anything no score, and says why', async () => {
    app.clock.set(NOW);
    const workspace = await app.workspace();
    const mutation =
      'mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) { userErrors { message } } }';
    await workspace.as('ADMIN').ask(mutation, { input: { accounts: [{ externalCrmId: 'a', name: 'a' }] } });
    await scoreAccounts(workspace.ctx, { state: 'NONE', through: null, days: [] }, null);
    const query = '{ healthScore(externalCrmId: "a") { score band asOfDay pillars { state score } } }';
    const { healthScore } = await workspace.as('MEMBER').ask(query);
    expect(healthScore).toMatchObject({ score: null, band: null, asOfDay: null });
    expect(healthScore.pillars).toEqual(Array(5).fill({ state: 'NO_SOURCE', score: null }));
  });
});
