import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { aMapping } from '../../kit/mappings.ts';
import { takeIn } from '../../kit/usage-intake.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const FROM = '2026-06-01';
const rows = (accounts: number, logins: number) => ({
  rows: Array.from({ length: accounts * 30 }, (_, n) => ({
    day: addDays(FROM, n % 30),
    id: `A-${Math.floor(n / 30)}`,
    logins,
    seats: 1,
  })),
});

test('a history that is younger than the statistics is changed as quickly as any other', async () => {
  const window = { from: FROM, to: addDays(FROM, 29) };
  const [old, young] = [await app.workspace(), await app.workspace()];
  await takeIn(old.ctx, aMapping(), rows(1_000, 1), { window });
  // The statistics know of one workspace: of any other, the planner expects next to nothing.
  await app.sql`ANALYZE`;
  expect(await takeIn(young.ctx, aMapping(), rows(1_000, 1), { window })).toMatchObject({ changed: 30_000 });
  // Joined all with all, either of these takes minutes: longer than a test may.
  expect(await takeIn(young.ctx, aMapping(), rows(1_000, 1), { window })).toMatchObject({ changed: 0 });
  expect(await takeIn(young.ctx, aMapping(), rows(1_000, 2), { window })).toMatchObject({ changed: 30_000 });
});
