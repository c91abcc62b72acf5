import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestEvaluation } from '../../../src/features/workspaces/index.ts';
import { addDays } from '../../../src/lib/day.ts';
import { evaluateWorkspace } from '../../../src/worker/pipeline.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import {
  type ConnectedWorkspace,
  connectWorkspace,
  giveAccounts,
  type UsageRow,
} from '../../kit/connected-workspace.ts';

const DAY_MS = 86_400_000;
const SCORE = `query ($id: String!) { healthScore(externalCrmId: $id) {
  account { externalCrmId } score band previousScore trend change computedAt asOfDay modelVersion freshness { state }
  pillars { pillar state weight appliedWeight score points change explanation
    inputs { kind metric window { from to } value comparison score points change explanation } } } }`;

type Input = { kind: string; metric: string | null; points: number; explanation: string };
type Pillar = { pillar: string; state: string; score: number | null; inputs: Input[]; explanation: string };

let app: TestApp;
let connected: ConnectedWorkspace;
const rows: UsageRow[] = [];

beforeAll(async () => {
  app = await startTestApp();
  app.clock.set(NOW);
  connected = await connectWorkspace(app);
  // steady: every day; fading: every day until three weeks ago; growing: three times as much lately; the fourth never.
  for (let before = 0; before < 100; before++) {
    const day = addDays(YESTERDAY, -before);
    rows.push({ day, id: 'steady', orders: 10, seats: 5 });
    if (before > 20) rows.push({ day, id: 'fading', orders: 10, seats: 5 });
    rows.push({ day, id: 'growing', orders: before < 28 ? 30 : 10, seats: 5 });
  }
  connected.serve(rows);
  await giveAccounts(
    connected.admin,
    ['steady', 'fading', 'growing', 'silent'].map((externalCrmId) => ({ externalCrmId })),
  );
  await connected.track([{ name: 'orders' }, { name: 'seats', aggregation: 'LAST' }]);
  const backfill = `mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) { userErrors { message } } }`;
  await connected.admin.ask(backfill, { input: { from: addDays(YESTERDAY, -99), to: addDays(YESTERDAY, -30) } });
  await app.ports.queue.drain();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const scoreOf = async (id: string) => (await connected.admin.ask(SCORE, { id })).healthScore;
const pillarOf = (score: { pillars: Pillar[] }, name: string) =>
  score.pillars.find(({ pillar }) => pillar === name) as Pillar;

describe('a health score', () => {
  it('ranks who grows above who stays, above who fades, above who never came', async () => {
    const [growing, steady, fading, silent] = await Promise.all(['growing', 'steady', 'fading', 'silent'].map(scoreOf));
    expect(growing.score).toBeGreaterThan(steady.score);
    expect(steady.score).toBeGreaterThan(fading.score);
    expect(fading.score).toBeGreaterThan(silent.score);
    expect([growing.band, fading.band, silent.band]).toEqual(['HEALTHY', 'POOR', 'POOR']);
  });

  it('is made of points that add up to it, and says so in words', async () => {
    const score = await scoreOf('fading');
    const inputs: Input[] = score.pillars.flatMap((pillar: Pillar) => pillar.inputs);
    expect(inputs.reduce((sum, { points }) => sum + Math.round(100 * points), 0)).toBe(100 * score.score);
    expect(score.pillars.map(({ pillar, state }: Pillar) => `${pillar} ${state}`)).toEqual([
      ...['ADOPTION SCORED', 'ENGAGEMENT SCORED', 'RELATIONSHIP NO_SOURCE', 'SUPPORT NO_SOURCE', 'FINANCIAL NO_SOURCE'],
    ]);
    expect(score).toMatchObject({ asOfDay: YESTERDAY, modelVersion: 0, previousScore: null, trend: null });
    const past = inputs.find(({ kind, metric }) => kind === 'LEVEL_PAST' && metric === 'orders');
    expect(past?.explanation).toBe('orders: 70 in the last 4 weeks, 25 % of its usual 280');
    const recency = inputs.find(({ kind }) => kind === 'RECENCY');
    expect(recency?.explanation).toBe('last used 21 days before the last known day; usually every day');
    expect(pillarOf(score, 'FINANCIAL').explanation).toBe(
      'Financial: nothing of the kind was ever recorded in this workspace.',
    );
  });

  it('is the same by account, for a whole page in one statement', async () => {
    const page = await connected.admin.ask('{ accounts(first: 4) { nodes { externalCrmId health { score } } } }');
    for (const { externalCrmId, health } of page.accounts.nodes) {
      expect(health, externalCrmId).toEqual({ score: (await scoreOf(externalCrmId)).score });
    }
  });

  it('of another workspace does not exist', async () => {
    const other = await app.workspace();
    expect((await other.as('OWNER').ask(SCORE, { id: 'steady' })).healthScore).toBeNull();
  });

  it('is frozen, and says so, when the source stops; the day after it knows the score before', async () => {
    const before = await scoreOf('steady');
    app.clock.set(new Date(NOW.getTime() + 4 * DAY_MS));
    await giveAccounts(connected.admin, [{ externalCrmId: 'one more' }]);
    await app.ports.queue.drain();
    await evaluate();
    const after = await scoreOf('steady');
    expect(after).toMatchObject({ score: before.score, previousScore: before.score, change: 0, trend: 'FLAT' });
    expect(after).toMatchObject({ asOfDay: YESTERDAY, freshness: { state: 'BEHIND' } });
    expect(pillarOf(after, 'ADOPTION')).toMatchObject({ state: 'STALE', score: pillarOf(before, 'ADOPTION').score });
    const history = await app.sql`SELECT day::text FROM health_history h JOIN accounts a
      ON a.workspace_id = h.workspace_id AND a.id = h.account_id AND a.external_crm_id = 'steady' ORDER BY day`;
    expect(history.map(({ day }) => day)).toEqual(['2026-03-10', '2026-03-14']);
  });

  it('is not written again when nothing changed the same day', async () => {
    const versions = async () =>
      (await app.sql`SELECT account_id, xmin::text FROM health_scores ORDER BY 1`).map((row) => ({ ...row }));
    const before = await versions();
    await evaluate();
    expect(await versions()).toEqual(before);
  });
});

/** Brings everything up to date, as after any change. */
async function evaluate(): Promise<void> {
  await requestEvaluation(connected.workspace.ctx.db.orm, connected.workspace.ctx);
  await evaluateWorkspace(app.ports, connected.workspace.id);
}
