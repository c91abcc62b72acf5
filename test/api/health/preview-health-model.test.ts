import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { ConnectedWorkspace } from '../../kit/connected-workspace.ts';
import { connectHistory } from '../../kit/health.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  const accounts = Array.from({ length: 12 }, (_, index) => ({
    externalCrmId: `A-${index}`,
    plan: index < 6 ? 'pro' : 'free',
    ...(index % 3 === 0 && { stoppedOn: '2026-01-10' }),
  }));
  connected = await connectHistory(app, accounts);
  const snapshots = accounts.map(({ externalCrmId }) => {
    return { externalCrmId, day: '2026-03-09', openTickets: 20, urgentTickets: 10 };
  });
  const { recordSupportSnapshot } = await connected.admin.ask(
    'mutation ($input: RecordSupportSnapshotInput!) { recordSupportSnapshot(input: $input) { userErrors { message } } }',
    { input: { snapshots } },
  );
  expect(recordSupportSnapshot.userErrors).toEqual([]);
  await app.ports.queue.drain();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const preview = async (model: object) => {
  const { previewHealthModel } = await connected.admin.ask(
    `mutation ($input: PreviewHealthModelInput!) { previewHealthModel(input: $input) {
      preview { scoredCount bandChangeCount meanChange bands { band before after } moves { before after count }
        largestMovers { account { externalCrmId } scoreBefore scoreAfter bandBefore bandAfter pillar } }
      userErrors { code message field } } }`,
    { input: { model } },
  );
  return previewHealthModel;
};
const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);

test('a change that changes nothing moves nobody', async () => {
  const { preview: found, userErrors } = await preview({});
  expect(userErrors).toEqual([]);
  expect(found).toMatchObject({ scoredCount: 12, bandChangeCount: 0, meanChange: 0, largestMovers: [] });
  expect(found.moves.every(({ before, after }: { before: string; after: string }) => before === after)).toBe(true);
});

test('support counting for everything makes all of them poor, by that pillar', async () => {
  const weights = { adoption: 0, engagement: 0, relationship: 0, support: 100, financial: 0 };
  const { preview: found } = await preview({ weights });
  expect(found.bands.find(({ band }: { band: string }) => band === 'POOR')).toMatchObject({ after: 12 });
  expect(sum(found.moves)).toBe(12);
  expect(found.bandChangeCount).toBe(
    sum(found.moves.filter(({ before, after }: { before: string; after: string }) => before !== after)),
  );
  expect(found.meanChange).toBeLessThan(-20);
  expect(found.largestMovers.length).toBeGreaterThan(0);
  for (const mover of found.largestMovers) expect(mover.bandAfter).toBe('POOR');
  const changes = found.largestMovers.map((one: { scoreBefore: number; scoreAfter: number }) =>
    Math.abs(one.scoreAfter - one.scoreBefore),
  );
  expect(changes).toEqual([...changes].sort((a, b) => b - a));
});

test('a segment moves its accounts and no others', async () => {
  const segments = [{ name: 'Pro', when: { plan: 'pro' }, bands: { stable: 98, healthy: 99 } }];
  const { preview: found } = await preview({ segments });
  const poor = found.bands.find(({ band }: { band: string }) => band === 'POOR');
  expect(found.meanChange).toBe(0);
  expect(found.bandChangeCount).toBe(poor.after - poor.before);
  expect(found.bandChangeCount).toBeGreaterThan(0);
  expect(found.bandChangeCount).toBeLessThanOrEqual(6);
});

test('nothing is saved', async () => {
  const { healthModel } = await connected.admin.ask('{ healthModel { version } }');
  expect(healthModel).toEqual({ version: 0 });
});

test('the same is shown that saving brings about', async () => {
  const model = { weights: { adoption: 20, engagement: 15, support: 35 } };
  const { preview: found } = await preview(model);
  await connected.admin.ask(
    'mutation ($input: UpdateHealthModelInput!) { updateHealthModel(input: $input) { userErrors { message } } }',
    { input: { model } },
  );
  await app.ports.queue.drain();
  const rows = await app.sql`SELECT health_band AS band, count(*)::int AS count FROM account_standings
    WHERE workspace_id = ${connected.workspace.ctx.actor.workspaceId} GROUP BY 1`;
  const stored = new Map(rows.map(({ band, count }) => [band, count]));
  for (const { band, after } of found.bands) expect([band, stored.get(band) ?? 0]).toEqual([band, after]);
});

test('what cannot be scored by is refused', async () => {
  expect(await preview({ bands: { stable: 80 } })).toMatchObject({
    preview: null,
    userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'model', 'bands'] }],
  });
});
