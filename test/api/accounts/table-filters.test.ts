import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { seeded } from '../../kit/random.ts';
import { giveTable, sortTable, type TableRow } from '../../kit/table-accounts.ts';

let app: TestApp;
let client: TestClient;
let rows: TableRow[];
beforeAll(async () => {
  app = await startTestApp();
  const workspace = await app.workspace();
  client = workspace.as('MEMBER');
  rows = await giveTable(app, workspace, 230, 2);
});
afterAll(() => app.close());

const LIST = `query ($filter: AccountFilter, $orderBy: AccountOrder) {
  accounts(first: 100, filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;

const within = (value: number | null | undefined, min: number, max: number) =>
  typeof value === 'number' && value >= min && value <= max;
const days = (value: string | null, from: string, to: string) => value !== null && value >= from && value <= to;

/** Each condition, and who it holds for: written apart from the product. Today is 2026-03-10. */
const CONDITIONS: readonly (readonly [object, (row: TableRow) => boolean])[] = [
  [{ text: 'ZO' }, ({ name, externalCrmId }) => /zo/i.test(name) || /zo/i.test(externalCrmId)],
  [{ plan: 'pro' }, ({ plan }) => plan === 'pro'],
  [{ region: 'EU' }, ({ region }) => region === 'EU'],
  [{ owner: 'owner2@example.com' }, ({ owner }) => owner === 'owner2@example.com'],
  [{ seats: { min: 4, max: 12 } }, ({ seats }) => within(seats, 4, 12)],
  [{ arr: { min: 0 } }, ({ arr }) => within(arr, 0, Infinity)],
  [{ arr: { max: 1 / 3 } }, ({ arr }) => within(arr, -Infinity, 1 / 3)],
  [{ arr: { min: 1 / 3, max: 1 / 3 } }, ({ arr }) => arr === 1 / 3],
  [
    { renewal: { from: '2026-02-01', to: '2026-04-30' } },
    ({ renewalOn }) => days(renewalOn, '2026-02-01', '2026-04-30'),
  ],
  [{ renewal: { from: '2026-06-01' } }, ({ renewalOn }) => days(renewalOn, '2026-06-01', '9999')],
  [{ renewsWithinDays: 30 }, ({ renewalOn }) => days(renewalOn, '2026-03-10', '2026-04-09')],
  [{ renewsWithinDays: 0 }, ({ renewalOn }) => renewalOn === '2026-03-10'],
  [
    { renewsWithinDays: 60, renewal: { from: '2026-03-20' } },
    ({ renewalOn }) => days(renewalOn, '2026-03-20', '2026-05-09'),
  ],
  [{ created: { from: '2026-03-10', to: '2026-03-10' } }, () => true],
  [{ created: { to: '2026-03-09' } }, () => false],
  [{ usage: [{ metric: 'calls', min: 5 }] }, ({ usage }) => within(usage?.[0], 5, Infinity)],
  [{ usage: [{ metric: 'tickets' }] }, ({ usage }) => typeof usage?.[2] === 'number'],
  [
    { usage: [{ metric: 'seats used', change: { max: -0.1 } }] },
    ({ usage, usageChange }) => typeof usage?.[1] === 'number' && within(usageChange?.[1], -Infinity, -0.1),
  ],
  [
    {
      usage: [
        { metric: 'calls', max: 500 },
        { metric: 'tickets', min: 0 },
      ],
    },
    ({ usage }) => within(usage?.[0], -Infinity, 500) && within(usage?.[2], 0, Infinity),
  ],
  [{ activityIndex: { min: 50, max: 600 } }, ({ activityIndex }) => within(activityIndex, 50, 600)],
  [{ activityChange: { max: 0 } }, ({ activityChange }) => within(activityChange, -Infinity, 0)],
  [{ lastUsed: { from: '2026-02-20' } }, ({ lastUsedOn }) => days(lastUsedOn, '2026-02-20', '9999')],
  [{ notUsedSinceDay: '2026-02-20' }, ({ lastUsedOn }) => lastUsedOn === null || lastUsedOn < '2026-02-20'],
  [{ healthScore: { max: 49.5 } }, ({ healthScore }) => within(healthScore, 0, 49)],
  [{ healthScore: { min: 1e9 } }, () => false],
  [{ healthChange: { max: -3 } }, ({ healthChange }) => within(healthChange, -Infinity, -3)],
  [{ healthBands: ['POOR', 'HEALTHY'] }, ({ healthBand }) => healthBand === 'POOR' || healthBand === 'HEALTHY'],
  [{ healthBands: [] }, () => false],
  [{ openSignalCount: { min: 2 } }, ({ openSignals }) => openSignals >= 2],
  [{ hasOpenSignals: true }, ({ openSignals }) => openSignals > 0],
  [{ hasOpenSignals: false }, ({ openSignals }) => openSignals === 0],
  [{ severityAtLeast: 'HIGH' }, ({ worstSeverity }) => within(worstSeverity, 3, 4)],
  [{ severityAtLeast: 'LOW' }, ({ worstSeverity }) => worstSeverity !== null],
];

async function holds(filter: object, accepts: (row: TableRow) => boolean): Promise<number> {
  const found = rows.filter(accepts);
  for (const [orderBy, read] of [
    [{ field: 'ACTIVITY_INDEX', direction: 'DESC' }, (row: TableRow) => row.activityIndex],
    [{ field: 'NAME', direction: 'DESC' }, (row: TableRow) => row.name],
  ] as const) {
    const { accounts } = await client.ask(LIST, { filter, orderBy });
    const ids = sortTable(found, read, 'DESC').map(({ id }) => id);
    const what = JSON.stringify({ filter, orderBy });
    expect(
      accounts.nodes.map(({ id }: { id: string }) => id),
      what,
    ).toEqual(ids.slice(0, 100));
    expect(accounts.totalCount, what).toBe(ids.length);
  }
  return found.length;
}

test.each(CONDITIONS.map(([filter, accepts]) => [JSON.stringify(filter), filter, accepts] as const))(
  '%s',
  async (_, filter, accepts) => {
    await holds(filter, accepts);
  },
);

test('the conditions tell accounts apart', () => {
  const dull = CONDITIONS.filter(([, accepts]) => [0, rows.length].includes(rows.filter(accepts).length));
  expect(dull.map(([filter]) => filter)).toEqual([
    { created: { from: '2026-03-10', to: '2026-03-10' } },
    { created: { to: '2026-03-09' } },
    { healthScore: { min: 1e9 } },
    { healthBands: [] },
  ]);
});

test('several conditions at once all hold', async () => {
  const random = seeded(9);
  let found = 0;
  for (let round = 0; round < 60; round++) {
    const picked = Array.from({ length: 2 + (round % 2) }, () => CONDITIONS[Math.floor(random() * CONDITIONS.length)]);
    const chosen = picked.filter((one) => one !== undefined);
    // Of two conditions under one name the later would replace the earlier.
    const names = chosen.flatMap(([filter]) => Object.keys(filter));
    if (new Set(names).size < names.length) continue;
    const filter = Object.assign({}, ...chosen.map(([one]) => one));
    if ('renewal' in filter && 'renewsWithinDays' in filter && names.length > 2) continue;
    found += await holds(filter, (row) => chosen.every(([, accepts]) => accepts(row)));
  }
  expect(found).toBeGreaterThan(200);
});

describe('refused with the place', () => {
  const many = (length: number) => Array.from({ length }, () => ({ metric: 'calls' }));
  test.each([
    [{ usage: [{ metric: 'calls' }, { metric: 'nope' }] }, ['filter', 'usage', '1', 'metric']],
    [{ usage: many(11) }, ['filter', 'usage']],
    [{ seats: { min: 2, max: 1 } }, ['filter', 'seats']],
    [{ healthScore: { min: 2, max: 1 } }, ['filter', 'healthScore']],
    [{ renewal: { from: '2026-02-01', to: '2026-01-01' } }, ['filter', 'renewal']],
    [{ usage: [{ metric: 'calls', min: 1, max: 0 }] }, ['filter', 'usage', '0']],
    [{ usage: [{ metric: 'calls', change: { min: 1, max: 0 } }] }, ['filter', 'usage', '0', 'change']],
    [{ renewsWithinDays: -1 }, ['filter', 'renewsWithinDays']],
    [{ renewsWithinDays: 3651 }, ['filter', 'renewsWithinDays']],
  ])('%j', async (filter, field) => {
    expect(await client.send(LIST, { filter })).toMatchObject({
      data: { accounts: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT', field } }],
    });
  });

  test('a workspace without metrics says so', async () => {
    const empty = (await app.workspace()).as('MEMBER');
    const answer = await empty.send(LIST, { orderBy: { field: 'USAGE', metric: 'calls' } });
    expect(answer.errors).toMatchObject([{ message: 'There is no metric named calls. The metrics are: none yet.' }]);
  });
});
