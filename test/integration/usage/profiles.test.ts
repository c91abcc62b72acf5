import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  profilesAsOf,
  readProfileBasis,
  readProfiles,
  refreshProfiles,
  type UsageCoverage,
  type UsageProfile,
} from '../../../src/features/usage/index.ts';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { type ReferenceDay, referenceProfiles } from '../../kit/profiles-reference.ts';
import { seeded } from '../../kit/random.ts';

const LAST = '2026-03-09';
const METRICS = (['SUM', 'LAST', 'MAX', 'SUM'] as const).map((aggregation, slot) => ({
  ...{ slot, name: `m${slot}`, aggregation },
}));

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const collect = async (profiles: AsyncIterable<UsageProfile[]>) => {
  const all: UsageProfile[] = [];
  for await (const batch of profiles) all.push(...batch);
  return all;
};

/** Accounts with one id, with several of which some are linked, and one whose own id is another's; whole numbers, which add up exactly. */
async function history(workspace: TestWorkspace, seed: number): Promise<ReferenceDay[]> {
  const random = seeded(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const ws = workspace.ctx.actor.workspaceId;
  const id = (index: number) => `acc_${seed}_${String(index).padStart(3, '0')}`;
  for (const { slot, name, aggregation } of METRICS) {
    await app.sql`INSERT INTO usage_metrics VALUES (${ws}, ${slot}, ${name}, ${aggregation}, now()) ON CONFLICT DO NOTHING`;
  }
  for (let index = 0; index < 12; index++) {
    await app.sql`INSERT INTO accounts (workspace_id, id, external_crm_id, name, attributes, created_at, updated_at)
      VALUES (${ws}, ${id(index)}, ${`A-${index}`}, 'x', '{}', now(), now())`;
  }
  // Ids by number: those of the accounts, then such as are linked, then nobody's.
  const owners = new Map<number, { account: string; rank: number }>();
  for (let number = 1; number <= 18; number++) {
    const externalId = number <= 12 ? `A-${number - 1}` : `B-${number}`;
    await app.sql`INSERT INTO external_accounts VALUES (${ws}, ${number}, ${externalId})`;
    if (number <= 12) owners.set(number, { account: id(number - 1), rank: 1 });
  }
  const link = async (externalId: string, account: string, at: string) => {
    await app.sql`INSERT INTO external_account_links VALUES (${ws}, ${externalId}, ${account}, ${at})`;
  };
  await link('B-13', id(0), '2026-01-01T00:00:00Z');
  await link('B-14', id(0), '2026-01-02T00:00:00Z');
  await link('B-15', id(1), '2026-01-01T00:00:00Z');
  await link('A-2', id(3), '2026-01-01T00:00:00Z');
  owners.set(14, { account: id(0), rank: 2 }).set(13, { account: id(0), rank: 3 });
  owners.set(15, { account: id(1), rank: 2 }).set(3, { account: id(3), rank: 2 });
  const days: ReferenceDay[] = [];
  const rows: { n: number; day: string; vals: string }[] = [];
  for (let number = 1; number <= 17; number++) {
    const density = [1, 0.4, 0.05, 0][below(4)] ?? 0;
    for (let before = below(260); before >= 0; before--) {
      if (random() > density) continue;
      const vals = METRICS.map(() => (below(4) === 0 ? null : below(20) - 3));
      const day = addDays(LAST, -before);
      rows.push({ n: number, day, vals: `{${vals.map((value) => value ?? 'NULL').join(',')}}` });
      const owner = owners.get(number);
      if (owner) days.push({ accountId: owner.account, rank: owner.rank, day, vals });
    }
  }
  await app.sql`INSERT INTO usage_days (workspace_id, external_account, day, vals)
    SELECT ${ws}, n, day, vals::float8[] FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j (n int, day date, vals text)`;
  return days;
}

const COVERAGES: readonly UsageCoverage[] = [
  { state: 'CURRENT', through: LAST, days: [{ from: '2025-01-01', to: LAST }] },
  {
    ...{ state: 'STALE', through: '2026-03-04' },
    days: [
      { from: '2025-07-01', to: '2025-11-20' },
      { from: '2025-12-03', to: '2026-01-31' },
      { from: '2026-02-02', to: '2026-03-04' },
    ],
  },
];

describe('profiles of usage', () => {
  it.each([1, 2, 3, 4])('come out as their definition has them: history %i', async (seed) => {
    const workspace = await app.workspace();
    const days = await history(workspace, seed);
    for (const coverage of COVERAGES) {
      const expected = referenceProfiles(METRICS, days, coverage.days, coverage.through ?? '');
      expect(await refreshProfiles(workspace.ctx, coverage)).toEqual({
        ...expected.basis,
        madeFrom: expect.stringContaining(METRICS.map(({ aggregation }) => aggregation).join(' ')),
      });
      expect(await readProfileBasis(workspace.ctx)).toEqual(expected.basis);
      expect(await collect(readProfiles(workspace.ctx))).toEqual(expected.profiles);
      const day = '2026-01-15';
      const then = referenceProfiles(METRICS, days, coverage.days, day);
      await profilesAsOf(workspace.ctx, day, coverage, async (basis, profiles) => {
        expect(basis).toEqual(then.basis);
        expect(await collect(profiles())).toEqual(then.profiles);
        expect(await collect(profiles())).toHaveLength(then.profiles.length);
      });
      expect(await collect(readProfiles(workspace.ctx)), 'the stored ones stay').toEqual(expected.profiles);
    }
  });

  it('are neither read from the days again nor written while nothing changed', async () => {
    const workspace = await app.workspace();
    await history(workspace, 9);
    const ws = workspace.ctx.actor.workspaceId;
    const [coverage] = COVERAGES as [UsageCoverage];
    await refreshProfiles(workspace.ctx, coverage);
    const versions = async () =>
      (await app.sql`SELECT account_id, xmin::text FROM usage_profiles WHERE workspace_id = ${ws} ORDER BY 1`).map(
        (row) => ({ ...row }),
      );
    const before = await versions();
    await app.sql`UPDATE usage_days SET vals = '{99,99,99,99}' WHERE workspace_id = ${ws} AND external_account = 1`;
    await refreshProfiles(workspace.ctx, coverage);
    expect(await versions(), 'days that changed past the product are not looked at').toEqual(before);
    await app.sql`DELETE FROM external_account_links WHERE workspace_id = ${ws} AND external_id = 'B-13'`;
    await refreshProfiles(workspace.ctx, coverage);
    const after = await versions();
    const changed = after.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
    expect(changed.length, 'a link that went is noticed').toBeGreaterThan(0);
    expect(changed.length, 'and only what differs is written').toBeLessThan(before.length);
  });

  it('are none while nothing was synchronised, and go when an account has no usage any more', async () => {
    const workspace = await app.workspace();
    await history(workspace, 11);
    const [coverage] = COVERAGES as [UsageCoverage];
    expect(await readProfileBasis(workspace.ctx)).toBeNull();
    await refreshProfiles(workspace.ctx, coverage);
    expect((await collect(readProfiles(workspace.ctx))).length).toBeGreaterThan(3);
    expect(await refreshProfiles(workspace.ctx, { state: 'NONE', through: null, days: [] })).toBeNull();
    expect(await collect(readProfiles(workspace.ctx))).toEqual([]);
  });
});
