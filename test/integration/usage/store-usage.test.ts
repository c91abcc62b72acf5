import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findAccountsByExternalCrmId } from '../../../src/features/accounts/index.ts';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { listMetrics, readUsage } from '../../../src/features/usage/index.ts';
import { daysOf } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { aMapping, runHere } from '../../kit/mappings.ts';
import { random, storedDays, takeIn, tuplesOf } from '../../kit/usage-intake.ts';

let app: TestApp;
let workspace: TestWorkspace;
let ctx: Ctx;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  ctx = workspace.ctx;
});

const WINDOW = { from: '2026-03-01', to: '2026-03-05' };
const LOGINS = { name: 'logins', path: 'logins', aggregation: 'SUM' } as const;
const SEATS = { name: 'seats', path: 'seats', aggregation: 'LAST' } as const;
const PEAK = { name: 'peak', path: 'peak', aggregation: 'MAX' } as const;
const row = (day: number, id: string, values: object) => ({ day: `2026-03-0${day}`, id, ...values });
const mappingOf = (...metrics: (typeof LOGINS | typeof SEATS | typeof PEAK)[]) => aMapping({ rowsPath: '@', metrics });

describe('rows of one day and account', () => {
  test.each(Array.from({ length: 6 }, (_, seed) => seed))(
    'combine in SQL as they do in the preview, seed %i',
    async (seed) => {
      const { below, next } = random(seed);
      const value = () => [null, 0, below(10), -below(5), next() * 1e6, next() / 3, 0.1][below(7)];
      const answer = Array.from({ length: 20 + below(400) }, () =>
        row(1 + below(5), `A-${below(6)}`, { logins: value(), seats: value(), peak: value() }),
      );
      const mapping = mappingOf(LOGINS, SEATS, PEAK);
      const { result } = runHere(
        { kind: 'preview', mapping, window: WINDOW, first: 100, lines: null, paging: null },
        answer,
      ).result;
      const outcome = await takeIn(ctx, mapping, answer, { window: WINDOW });
      const expected = result
        .map(({ externalId, day, values }) => ({ id: externalId, day, vals: values }))
        .sort((a, b) => (a.id + a.day < b.id + b.day ? -1 : 1));
      expect(await storedDays(ctx)).toEqual(expected);
      expect(outcome).toEqual({
        stored: expected.length,
        changed: expected.length,
        unmatchedAccounts: new Set(expected.map(({ id }) => id)).size,
      });
    },
  );

  test('combine in the order of the answer, not of the days', async () => {
    const answer = [
      row(2, 'A', { seats: 5 }),
      row(1, 'A', { seats: 9 }),
      row(2, 'A', { seats: 3 }),
      row(2, 'A', { seats: null, logins: 1 }),
    ];
    await takeIn(ctx, mappingOf(SEATS, LOGINS), answer, { window: WINDOW });
    expect(await storedDays(ctx)).toEqual([
      { id: 'A', day: '2026-03-01', vals: [9, null] },
      { id: 'A', day: '2026-03-02', vals: [3, 1] },
    ]);
  });
});

describe('a later answer', () => {
  beforeEach(async () => {
    const answer = [
      row(1, 'A', { logins: 1, seats: 10 }),
      row(2, 'A', { logins: 2, seats: 20 }),
      row(1, 'B', { logins: 3, seats: 30 }),
    ];
    await takeIn(ctx, mappingOf(LOGINS, SEATS), answer, { window: WINDOW });
  });

  test('replaces what it brings; what vanished and what is not mapped stay', async () => {
    const outcome = await takeIn(
      ctx,
      mappingOf(SEATS),
      [row(1, 'A', { logins: 99, seats: 11 }), row(3, 'A', { seats: 12 })],
      { window: WINDOW },
    );
    expect(outcome).toMatchObject({ stored: 2, changed: 2 });
    expect(await storedDays(ctx)).toEqual([
      { id: 'A', day: '2026-03-01', vals: [1, 11] },
      { id: 'A', day: '2026-03-02', vals: [2, 20] },
      { id: 'A', day: '2026-03-03', vals: [null, 12] },
      { id: 'B', day: '2026-03-01', vals: [3, 30] },
    ]);
  });

  test('that lacks a mapped metric makes it null', async () => {
    await takeIn(ctx, mappingOf(LOGINS, SEATS), [row(1, 'A', { logins: 5, seats: null })], { window: WINDOW });
    expect((await storedDays(ctx))[0]).toEqual({ id: 'A', day: '2026-03-01', vals: [5, null] });
  });

  test('that is the same writes no tuple anywhere', async () => {
    const again = [
      row(1, 'B', { logins: 3, seats: 30 }),
      row(2, 'A', { logins: 2, seats: 20 }),
      row(1, 'A', { logins: 1, seats: 10 }),
    ];
    const before = await tuplesOf(ctx);
    expect(before['usage_days']).toHaveLength(3);
    expect(before['usage_rollups']).toHaveLength(2);
    const outcome = await takeIn(ctx, mappingOf(LOGINS, SEATS), again, { window: WINDOW });
    expect(outcome).toMatchObject({ stored: 3, changed: 0 });
    expect(await tuplesOf(ctx)).toEqual(before);
    // Neither does a part of it, nor one where rows combine to the same values.
    await takeIn(ctx, mappingOf(SEATS), [row(1, 'A', { seats: 10 })], { window: WINDOW });
    await takeIn(ctx, mappingOf(LOGINS), [row(2, 'A', { logins: 1 }), row(2, 'A', { logins: 1 })], { window: WINDOW });
    await takeIn(ctx, mappingOf(LOGINS), [], { window: WINDOW });
    expect(await tuplesOf(ctx)).toEqual(before);
  });

  test('one changed day writes that day and its account alone', async () => {
    const before = await tuplesOf(ctx);
    const outcome = await takeIn(
      ctx,
      mappingOf(LOGINS, SEATS),
      [row(1, 'A', { logins: 1, seats: 10 }), row(2, 'A', { logins: 7, seats: 20 })],
      { window: WINDOW },
    );
    expect(outcome).toMatchObject({ stored: 2, changed: 1 });
    const after = await tuplesOf(ctx);
    const kept = (table: string) => (after[table] ?? []).filter((tuple) => before[table]?.includes(tuple)).length;
    expect(['usage_days', 'usage_rollups', 'external_accounts', 'usage_metrics'].map(kept)).toEqual([2, 1, 2, 2]);
  });

  test('a metric that comes later is appended; days from before have none', async () => {
    await takeIn(ctx, mappingOf(PEAK, LOGINS), [row(2, 'A', { logins: 2, peak: 8 })], { window: WINDOW });
    const metrics = await listMetrics(ctx);
    expect(metrics.map(({ slot, name }) => [slot, name])).toEqual([
      [0, 'logins'],
      [1, 'seats'],
      [2, 'peak'],
    ]);
    expect(await storedDays(ctx)).toMatchObject([
      { vals: [1, 10, null] },
      { vals: [2, 20, 8] },
      { vals: [3, 30, null] },
    ]);
    await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'A' }]);
    const [account] = await findAccountsByExternalCrmId(ctx, ['A']);
    if (!account) throw new Error('the account is not there');
    const [usage] = await readUsage(ctx, [account], WINDOW, metrics);
    expect(usage?.metrics.map(({ values }) => values)).toEqual([
      [1, 2, null, null, null],
      [10, 20, null, null, null],
      [null, 8, null, null, null],
    ]);
  });
});

describe('all or nothing', () => {
  const answer = [row(1, 'A', { logins: 1 }), row(2, 'B', { logins: 2 })];

  test.each<[string, object]>([
    ['while rows come in', { whileFilling: () => Promise.reject(new Error('stop')) }],
    ['before the merge', { beforeMerge: () => Promise.reject(new Error('stop')) }],
    ['at the end', { seal: () => Promise.reject(new Error('stop')) }],
  ])('a failure %s stores nothing and leaves the connection usable', async (_when, options) => {
    await takeIn(ctx, mappingOf(LOGINS), [row(1, 'A', { logins: 7 })], { window: WINDOW });
    const before = await tuplesOf(ctx);
    for (let time = 0; time < 5; time++) {
      await expect(takeIn(ctx, mappingOf(LOGINS), answer, { window: WINDOW, ...options })).rejects.toThrow('stop');
    }
    expect(await tuplesOf(ctx)).toEqual(before);
    expect(await takeIn(ctx, mappingOf(LOGINS), answer, { window: WINDOW })).toMatchObject({ stored: 2, changed: 2 });
  });

  test('bytes that are no rows are refused by the database, and nothing stays behind', async () => {
    const broken = takeIn(ctx, mappingOf(LOGINS), answer, {
      window: WINDOW,
      whileFilling: (staging) => staging.write('accounts', new TextEncoder().encode('not a COPY stream')),
    });
    await expect(broken).rejects.toThrow(/COPY/);
    expect(await storedDays(ctx)).toEqual([]);
  });
});

test('accounts that have usage but no account are counted, once each', async () => {
  await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'A' }, { externalCrmId: 'b' }]);
  const answer = ['A', 'B', 'C', 'C', 'b'].map((id, index) => row(1 + index, id, { logins: 1 }));
  expect(await takeIn(ctx, mappingOf(LOGINS), answer, { window: WINDOW })).toMatchObject({ unmatchedAccounts: 2 });
  expect(await takeIn(ctx, mappingOf(LOGINS), answer.slice(0, 2), { window: WINDOW })).toMatchObject({
    unmatchedAccounts: 1,
  });
});

test('account numbers stay unique when runs of one workspace and of two overlap', async () => {
  const other = (await app.workspace()).ctx;
  const batch = (start: number) =>
    Array.from({ length: 200 }, (_, index) => row(1 + (index % 5), `id-${start + index}`, { logins: index }));
  const mapping = mappingOf(LOGINS);
  // Registered before, so that only the numbering is contended.
  for (const one of [ctx, other]) await takeIn(one, mapping, [], { window: WINDOW });
  await Promise.all([
    takeIn(ctx, mapping, batch(0), { window: WINDOW }),
    takeIn(other, mapping, batch(0), { window: WINDOW }),
    takeIn(ctx, mapping, batch(100), { window: WINDOW }),
    takeIn(other, mapping, batch(150), { window: WINDOW }),
  ]);
  for (const [one, count] of [
    [ctx, 300],
    [other, 350],
  ] as const) {
    const rows = await app.sql<{ number: number; external_id: string }[]>`
      SELECT number, external_id FROM external_accounts WHERE workspace_id = ${one.actor.workspaceId}`;
    expect(new Set(rows.map(({ number }) => number))).toEqual(
      new Set(Array.from({ length: count }, (_, index) => index + 1)),
    );
    expect(new Set(rows.map(({ external_id }) => external_id)).size).toBe(count);
    expect(await storedDays(one)).toHaveLength(new Set((await storedDays(one)).map(({ id, day }) => id + day)).size);
  }
  expect(daysOf(WINDOW)).toHaveLength(5);
});
