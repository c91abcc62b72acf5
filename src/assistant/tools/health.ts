import { z } from 'zod';
import {
  explainInput,
  explainPillar,
  findHealthPillars,
  findHealthScores,
  PILLARS,
  type TrailPillar,
} from '../../features/health/index.ts';
import { listMetrics } from '../../features/usage/index.ts';
import type { DayWindow } from '../../lib/day.ts';
import { pageOfAccounts, rowsOf, tableDays } from './account-rows.ts';
import {
  aboutAccount,
  answered,
  chooseAccount,
  finite,
  readFreshness,
  shown,
  shownAccount,
  shownOrNull,
} from './answers.ts';
import { defineTool } from './define-tool.ts';
import { GET_ACCOUNT_HEALTH, LIST_ACCOUNTS_BY_HEALTH } from './inputs.ts';
import {
  ACCOUNT,
  ACCOUNT_ROW,
  BAND,
  count,
  dayOrNull,
  instantOrNull,
  number,
  range,
  text,
  textOrNull,
} from './outputs.ts';

export const listAccountsByHealth = defineTool({
  name: 'list_accounts_by_health',
  title: 'Accounts by health',
  description:
    'Accounts by health score (0 to 100), the lowest first: the at-risk list. With owner, ARR (in the company’s own currency, which is ' +
    'not known), renewal day, activity and open signals. Accounts without a score are left out. At most 25. For the reasons of a ' +
    'score use get_account_health.',
  access: 'MEMBER',
  input: LIST_ACCOUNTS_BY_HEALTH,
  output: z.strictObject({
    totalCount: count('How many accounts with a score match, those that are not listed included.'),
    accounts: z.array(ACCOUNT_ROW).describe('The lowest health first.'),
  }),
  run: async (ctx, { band, owner, limit }) => {
    const filter = { owner, healthScore: { min: 0 }, ...(band ? { healthBands: [band] } : {}) };
    const [page, freshness] = await Promise.all([
      pageOfAccounts(ctx, filter, { field: 'HEALTH_SCORE', direction: 'ASC' }, limit),
      readFreshness(ctx),
    ]);
    const accounts = await rowsOf(ctx, page.accounts);
    const truncated = page.totalCount > accounts.length;
    const about = page.accounts.map(aboutAccount);
    return answered(
      { totalCount: page.totalCount, accounts },
      { days: tableDays(freshness), freshness, about, truncated },
    );
  },
});

const PILLAR = z.enum(PILLARS).describe('The pillar.');
export const SCORE = z.strictObject({
  account: ACCOUNT,
  score: number('0 to 100; null when none was computed yet, or no pillar has a score.'),
  band: BAND,
  trend: z
    .enum(['UP', 'FLAT', 'DOWN'])
    .nullable()
    .describe('Whither it goes against the previous score; null without two scores.'),
  previousScore: number('The score of an earlier day of computation; null when there was none.'),
  change: number('Points since then; null without two scores.'),
  asOfDay: dayOrNull('The last day of the usage it rests on; null when it rests on none.'),
  computedAt: instantOrNull('When it was computed; null when it never was.'),
  modelVersion: number('The version of the health model; 0 is the built-in one.'),
  pillars: z
    .array(
      z.strictObject({
        pillar: PILLAR,
        state: z
          .enum(['SCORED', 'NO_SOURCE', 'STALE', 'NOT_ENOUGH_DATA'])
          .describe(
            'STALE: the source stopped and the pillar stays as of the last good day. NO_SOURCE and NOT_ENOUGH_DATA: it has no score.',
          ),
        score: number('0 to 100; null without a score.'),
        appliedWeight: z.number().describe('Percent of the account’s score.'),
        points: z.number().describe('What it brings to the account’s score.'),
        change: number('Points against the score before; null when there was none.'),
        explanation: text('The same in a sentence.'),
      }),
    )
    .describe('The five pillars; empty without a score.'),
  reasons: z
    .array(
      z.strictObject({
        pillar: PILLAR,
        kind: text('What is looked at.'),
        metric: textOrNull('The metric; null when it is about no single one.'),
        days: range('The days the value is of.')
          .nullable()
          .describe('The days the value is of; null when it is of a moment.'),
        value: number('What was found; null when there is nothing.'),
        comparison: number('What it is held against, in the same unit; null when against nothing.'),
        score: z.number().describe('How good that is by itself, 0 to 100.'),
        points: z.number().describe('What it brings to the account’s score.'),
        lostPoints: z.number().describe('What it takes from the account’s score, against the best there is.'),
        change: number('Points against the score before; null when it was not part of it.'),
        explanation: text('The same in a sentence, with units.'),
      }),
    )
    .describe('What takes most from the score, the most first; at most 8.'),
});

const MOST_REASONS = 8;

export const getAccountHealth = defineTool({
  name: 'get_account_health',
  title: 'Health of an account',
  description:
    'The health score of one account (0 to 100) and why it is what it is: band, trend, the five pillars with their states and sentences, ' +
    'and what takes most points, with the figures compared. A pillar without a source has no score and its weight is spread over the ' +
    'others; while usage is stale the pillars of usage are frozen, which is no churn.',
  access: 'MEMBER',
  input: GET_ACCOUNT_HEALTH,
  output: SCORE,
  run: async (ctx, input) => {
    const account = await chooseAccount(ctx, input.account);
    if (!account.ok) return account;
    const ids = [account.value.id];
    const [[score], [pillars = []], metrics, freshness] = await Promise.all([
      findHealthScores(ctx, ids),
      findHealthPillars(ctx, ids),
      listMetrics(ctx),
      readFreshness(ctx),
    ]);
    const gauges = new Set(metrics.filter(({ aggregation }) => aggregation !== 'SUM').map(({ name }) => name));
    const isGauge = (name: string) => gauges.has(name);
    const change = score?.change ?? null;
    const data = {
      account: shownAccount(account.value),
      score: score?.score ?? null,
      band: score?.band ?? null,
      trend: change === null ? null : change > 0 ? ('UP' as const) : change < 0 ? ('DOWN' as const) : ('FLAT' as const),
      previousScore: score?.previousScore ?? null,
      change,
      asOfDay: score?.asOfDay ?? null,
      computedAt: score?.computedAt.toISOString() ?? null,
      modelVersion: score?.modelVersion ?? null,
      pillars: pillars.map((pillar) => ({
        pillar: pillar.pillar,
        state: pillar.state,
        score: pillar.score,
        appliedWeight: pillar.appliedWeight,
        points: pillar.points,
        change: difference(pillar.points, pillar.pointsBefore),
        explanation: shown(explainPillar(pillar, isGauge), 500),
      })),
      reasons: reasonsOf(pillars, isGauge),
    };
    const days = spanOf(pillars);
    return answered(data, { days, freshness, about: [aboutAccount(account.value)] });
  },
});

function reasonsOf(pillars: readonly TrailPillar[], isGauge: (metric: string) => boolean) {
  const reasons = pillars.flatMap(({ pillar, appliedWeight, inputs }) =>
    inputs.map((input) => ({
      pillar,
      kind: input.kind,
      metric: shownOrNull(input.metric),
      days: input.window,
      value: finite(input.value),
      comparison: finite(input.comparison),
      score: input.score,
      points: input.points,
      lostPoints: hundredths((appliedWeight * input.share * (100 - input.score)) / 100),
      change: difference(input.points, input.pointsBefore),
      explanation: shown(explainInput(input, isGauge), 500),
    })),
  );
  const losing = reasons.filter(({ lostPoints }) => lostPoints > 0).sort((a, b) => b.lostPoints - a.lostPoints);
  return losing.slice(0, MOST_REASONS);
}

/** From the first to the last day that anything of it is of. */
function spanOf(pillars: readonly TrailPillar[]): DayWindow | null {
  const windows = pillars.flatMap(({ inputs }) => inputs.flatMap(({ window }) => window ?? []));
  const from = windows.map((window) => window.from).sort()[0];
  const to = windows
    .map((window) => window.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

const hundredths = (points: number): number => Math.round(100 * points) / 100;
const difference = (points: number, before: number | null): number | null =>
  before === null ? null : hundredths(points - before);
