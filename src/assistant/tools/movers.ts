import { z } from 'zod';
import { findAccountsById, findStandings, listMovers } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { listMetrics, listWeekMovers } from '../../features/usage/index.ts';
import { addDays, type DayWindow, windowEnding } from '../../lib/day.ts';
import {
  aboutAccount,
  answered,
  finite,
  noMetric,
  readFreshness,
  refused,
  shown,
  shownAccount,
  shownOrNull,
} from './answers.ts';
import { defineTool } from './define-tool.ts';
import { LIST_USAGE_MOVERS } from './inputs.ts';
import { ACCOUNT, AGGREGATION, ARR, BAND, count, number, range, text, textOrNull } from './outputs.ts';

export const OUTPUT = z.strictObject({
  measuredBy: z
    .strictObject({ metric: text('The metric’s name.'), aggregation: AGGREGATION })
    .nullable()
    .describe(
      'The metric; null for the activity index, which is made of all metrics, each against the median account (100).',
    ),
  direction: z.enum(['DOWN', 'UP']).describe('Whether these fell or grew.'),
  days: range('The later days.').nullable().describe('The later days; null while nothing was synchronised.'),
  previousDays: range('The earlier days.')
    .nullable()
    .describe('The days before, as many; null while nothing was synchronised.'),
  note: textOrNull(
    'Why the days compare badly, such as days that were never synchronised; null when they compare well.',
  ),
  movers: z
    .array(
      z.strictObject({
        account: ACCOUNT,
        value: number(
          'The metric over the later days: SUM the sum; of gauges over 30 days the last (LAST) or largest (MAX) value, over 7 the average. Of the index 0 to 1,000.',
        ),
        previousValue: number(
          'The same over the earlier days; of the index, over the metrics that both can be compared by.',
        ),
        changeRate: z.number().describe('The first against the second, where -0.3 means 30 % less.'),
        owner: textOrNull('Who looks after the account; null when not given.'),
        arr: number(ARR),
        healthScore: number('Health, 0 to 100; null without a score.'),
        healthBand: BAND,
        openSignalCount: count('Open signals.'),
      }),
    )
    .describe('The largest change first. Accounts that had nothing before have no change and are not among them.'),
});

type Input = z.infer<typeof LIST_USAGE_MOVERS>;
type Mover = {
  readonly accountId: string;
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly changeRate: number;
};
type Moved = { readonly movers: readonly Mover[]; readonly days: DayWindow | null; readonly note: string | null };

export const listUsageMovers = defineTool({
  name: 'list_usage_movers',
  title: 'Biggest falls and rises of usage',
  description:
    'The accounts whose usage fell or grew most, by how much and not by the rate, which is given as well (-0.3 means 30 % less): the ' +
    'last 30 synchronised days against the 30 before, or the last 7 against the 7 before; by the activity index over all metrics, ' +
    'or by one metric. At most 25. ARR is in the company’s own currency, which is not known.',
  access: 'MEMBER',
  input: LIST_USAGE_MOVERS,
  output: OUTPUT,
  run: async (ctx, input) => {
    const [known, freshness] = await Promise.all([listMetrics(ctx), readFreshness(ctx)]);
    const metric = input.metric === undefined ? null : (known.find(({ name }) => name === input.metric) ?? null);
    if (input.metric !== undefined && !metric) return refused('INVALID_INPUT', noMetric('metric', input.metric, known));
    const asked = { slot: metric?.slot ?? null, direction: input.direction, limit: input.limit + 1 };
    const { movers, days, note } =
      input.periodDays === 7 ? await overWeeks(ctx, asked) : await overMonths(ctx, asked, freshness.lastSyncedDay);
    const length = -input.periodDays;
    const rows = await rowsOf(ctx, movers.slice(0, input.limit));
    const data = {
      measuredBy: metric && { metric: shown(metric.name), aggregation: metric.aggregation },
      direction: input.direction,
      days,
      previousDays: days && { from: addDays(days.from, length), to: addDays(days.to, length) },
      note,
      movers: rows,
    };
    const about = rows.map(({ account }) => aboutAccount(account));
    return answered(data, { days, freshness, about, truncated: movers.length > input.limit });
  },
});

type Asked = Pick<Input, 'direction' | 'limit'> & { readonly slot: number | null };

async function overMonths(ctx: Ctx, asked: Asked, lastSyncedDay: string | null): Promise<Moved> {
  const movers = await listMovers(ctx, asked);
  return { movers, days: lastSyncedDay === null ? null : windowEnding(lastSyncedDay, 30), note: null };
}

async function overWeeks(ctx: Ctx, asked: Asked): Promise<Moved> {
  const found = await listWeekMovers(ctx, asked);
  if (!found) return { movers: [], days: null, note: null };
  const [later, earlier] = found.coveredDays;
  const note =
    later === 7 && earlier === 7
      ? null
      : `Of the later week ${later} of 7 days were synchronised, of the earlier one ${earlier}: sums compare badly.`;
  return { movers: found.movers, days: windowEnding(found.asOf, 7), note };
}

async function rowsOf(ctx: Ctx, movers: readonly Mover[]) {
  const ids = movers.map(({ accountId }) => accountId);
  const [accounts, standings] = await Promise.all([findAccountsById(ctx, ids), findStandings(ctx, ids)]);
  return movers.flatMap(({ value, previousValue, changeRate }, index) => {
    const [account, standing] = [accounts[index], standings[index]];
    if (!account) return [];
    return {
      account: shownAccount(account),
      value: finite(value),
      previousValue: finite(previousValue),
      changeRate,
      owner: shownOrNull(account.owner),
      arr: finite(account.arr),
      healthScore: standing?.healthScore ?? null,
      healthBand: standing?.healthBand ?? null,
      openSignalCount: standing?.openSignals ?? 0,
    };
  });
}
