import { z } from 'zod';
import type { Account } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { readCoverage } from '../../features/sources/index.ts';
import { type Metric, readUsage, readWorkspaceUsage, syncedDays, WORKSPACE_DAYS } from '../../features/usage/index.ts';
import { type DayWindow, windowLength } from '../../lib/day.ts';
import {
  aboutAccount,
  answered,
  chooseAccount,
  chooseDays,
  chooseMetrics,
  finite,
  freshnessOf,
  refused,
  shown,
  shownAccount,
} from './answers.ts';
import { defineTool } from './define-tool.ts';
import { COMPARE_PERIODS } from './inputs.ts';
import { ACCOUNT, AGGREGATION, count, day, number, RATE, text } from './outputs.ts';

const PERIOD = {
  from: day('First day'),
  to: day('Last day'),
  dayCount: count('How many days that are.'),
  syncedDayCount: count(
    'Of those, how many were synchronised: what is missing of the others is not known, and no fall.',
  ),
};
const SIDE = {
  total: number('Sum over the period; null for gauges, and without any value.'),
  perDay: number('The sum by the days of the period; null for gauges, and without any value.'),
  average: number(
    'Mean of the days that have a value, of the whole workspace the mean over accounts and days; null without any.',
  ),
};
export const OUTPUT = z.strictObject({
  account: ACCOUNT.nullable().describe('The account; null for the whole workspace, ids that no account has included.'),
  earlier: z.strictObject(PERIOD).describe('The period that is compared with.'),
  later: z.strictObject(PERIOD).describe('The period that is compared.'),
  comparedBy: z
    .enum(['TOTAL', 'PER_DAY'])
    .describe(
      'What the change of SUM metrics is of: PER_DAY where the periods are not equally long. That of gauges is of the average.',
    ),
  metrics: z
    .array(
      z.strictObject({
        name: text('The metric’s name, as the company spells it.'),
        aggregation: AGGREGATION,
        earlier: z.strictObject(SIDE).describe('The earlier period.'),
        later: z.strictObject(SIDE).describe('The later period.'),
        changeRate: number(`The later period against the earlier one, as comparedBy says, ${RATE}.`),
      }),
    )
    .describe('Each metric by itself: units differ, so that metrics are never added up.'),
});

export const comparePeriods = defineTool({
  name: 'compare_periods',
  title: 'Periods compared',
  description:
    `Usage of one account, or of the whole workspace when no account is given (then at most ${WORKSPACE_DAYS} days each), in two periods: ` +
    'totals, averages and change by metric (rates: 0.3 means 30 % more). SUM metrics add up; LAST and MAX are gauges, which are ' +
    'averaged. Periods of different length are compared per day. Days are UTC, YYYY-MM-DD, at most 400 in a period.',
  access: 'MEMBER',
  input: COMPARE_PERIODS,
  output: OUTPUT,
  run: async (ctx, input) => {
    const [earlier, later] = [chooseDays(ctx, input.earlier, 'earlier.'), chooseDays(ctx, input.later, 'later.')];
    if (!earlier.ok) return earlier;
    if (!later.ok) return later;
    const lengths = [windowLength(earlier.value), windowLength(later.value)] as const;
    if (input.account === undefined && Math.max(...lengths) > WORKSPACE_DAYS) {
      return refused(
        'INVALID_INPUT',
        `later: of the whole workspace a period has at most ${WORKSPACE_DAYS} days; an account may have 400.`,
      );
    }
    const [account, metrics, coverage] = await Promise.all([
      input.account === undefined ? null : chooseAccount(ctx, input.account),
      chooseMetrics(ctx, input.metrics),
      readCoverage(ctx),
    ]);
    if (account && !account.ok) return account;
    if (!metrics.ok) return metrics;
    const chosen = account?.value ?? null;
    const [before, after] = await Promise.all([
      read(ctx, chosen, earlier.value, metrics.value),
      read(ctx, chosen, later.value, metrics.value),
    ]);
    const period = (window: DayWindow) => ({
      ...window,
      dayCount: windowLength(window),
      syncedDayCount: syncedDays(coverage.days, window).filter(Boolean).length,
    });
    const comparedBy = lengths[0] === lengths[1] ? 'TOTAL' : 'PER_DAY';
    const data = {
      account: chosen && shownAccount(chosen),
      earlier: period(earlier.value),
      later: period(later.value),
      comparedBy,
      metrics: metrics.value.map(({ name, aggregation }, place) => {
        const [one, other] = [before[place] ?? NOTHING, after[place] ?? NOTHING];
        const by = aggregation !== 'SUM' ? 'average' : comparedBy === 'TOTAL' ? 'total' : 'perDay';
        return { name: shown(name), aggregation, earlier: one, later: other, changeRate: changeOf(other[by], one[by]) };
      }),
    } as const;
    const days = { from: minOf(earlier.value.from, later.value.from), to: maxOf(earlier.value.to, later.value.to) };
    return answered(data, { days, freshness: freshnessOf(coverage), about: chosen ? [aboutAccount(chosen)] : [] });
  },
});

type Side = { readonly [Field in keyof typeof SIDE]: number | null };
const NOTHING: Side = { total: null, perDay: null, average: null };

async function read(ctx: Ctx, account: Account | null, window: DayWindow, metrics: readonly Metric[]): Promise<Side[]> {
  const usage = account
    ? ((await readUsage(ctx, [account], window, metrics))[0]?.metrics ?? [])
    : await readWorkspaceUsage(ctx, window, metrics);
  const length = windowLength(window);
  return usage.map(({ total, average }) => ({
    total: finite(total),
    perDay: total === null ? null : finite(total / length),
    average: finite(average),
  }));
}

const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : finite((now - before) / Math.abs(before));
const minOf = (one: string, other: string): string => (one < other ? one : other);
const maxOf = (one: string, other: string): string => (one > other ? one : other);
