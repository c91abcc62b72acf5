import { z } from 'zod';
import { readCoverage } from '../../features/sources/index.ts';
import { type ComparedMetricUsage, readComparedUsage, readUsedDays, syncedDays } from '../../features/usage/index.ts';
import { addDays, type DayWindow, daysOf, windowLength } from '../../lib/day.ts';
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
import { GET_ACCOUNT_USAGE } from './inputs.ts';
import { ACCOUNT, AGGREGATION, count, day, dayOrNull, FIGURES, number, range, text } from './outputs.ts';

export const OUTPUT = z.strictObject({
  account: ACCOUNT,
  days: range('The days that the figures are of.'),
  previousDays: range('The days before, as many, that they are compared with.'),
  dayCount: count('How many days that are.'),
  syncedDayCount: count(
    'Of those, how many were synchronised: what is missing of the others is not known, and no fall.',
  ),
  lastActiveDay: dayOrNull('The last day of all on which a metric was above zero; null when none ever was.'),
  metrics: z
    .array(
      z.strictObject({
        name: text('The metric’s name, as the company spells it.'),
        aggregation: AGGREGATION,
        ...FIGURES,
        points: z
          .array(z.strictObject({ day: day('The day'), value: number('Its value; null where none was given.') }))
          .nullable()
          .describe('Each day, the first first; null when points were not asked for.'),
      }),
    )
    .describe('Each metric by itself: units differ, so that metrics are never added up.'),
});

const MOST_POINT_DAYS = 35;
/** Of all metrics together: more would be most of what an answer may hold. */
const MOST_POINTS = 350;

export const getAccountUsage = defineTool({
  name: 'get_account_usage',
  title: 'Usage of an account',
  description:
    'How much one account used the product over a range of days (the last 30 full days by default, at most 400), metric by metric ' +
    'under the company’s own names: total, total of as many days before, change (rates: 0.3 means 30 % more), latest value, average ' +
    'of the days with a value, the last active day, and on request the value of each day (up to 35 days). SUM metrics add up; LAST and ' +
    'MAX are gauges, which have averages and no totals. Days are UTC; today is not included. To compare accounts or periods use ' +
    'compare_accounts or compare_periods.',
  access: 'MEMBER',
  input: GET_ACCOUNT_USAGE,
  output: OUTPUT,
  run: async (ctx, input) => {
    const window = chooseDays(ctx, input);
    if (!window.ok) return window;
    const length = windowLength(window.value);
    if (input.points && length > MOST_POINT_DAYS) {
      return refused(
        'INVALID_INPUT',
        `points: days are given one by one for at most ${MOST_POINT_DAYS} days, not ${length}.`,
      );
    }
    const [account, metrics, coverage] = await Promise.all([
      chooseAccount(ctx, input.account),
      chooseMetrics(ctx, input.metrics),
      readCoverage(ctx),
    ]);
    if (!account.ok) return account;
    if (!metrics.ok) return metrics;
    if (input.points && length * metrics.value.length > MOST_POINTS) {
      const most = Math.floor(MOST_POINTS / length);
      return refused(
        'TOO_LARGE',
        `metrics: name at most ${most} metrics to get each of ${length} days, or ask for fewer days.`,
      );
    }
    const [[usage], [used]] = await Promise.all([
      readComparedUsage(ctx, [account.value], window.value, metrics.value),
      readUsedDays(ctx, [account.value.id]),
    ]);
    const data = {
      account: shownAccount(account.value),
      days: window.value,
      previousDays: previousOf(window.value),
      dayCount: length,
      syncedDayCount: syncedDays(coverage.days, window.value).filter(Boolean).length,
      lastActiveDay: used?.to ?? null,
      metrics: (usage?.metrics ?? []).map((metric) => ({
        name: shown(metric.name),
        aggregation: metric.aggregation,
        ...figuresOf(metric),
        points: input.points ? pointsOf(metric) : null,
      })),
    };
    const about = [aboutAccount(account.value)];
    return answered(data, { days: window.value, freshness: freshnessOf(coverage), about });
  },
});

const previousOf = ({ from, to }: DayWindow): DayWindow => {
  const length = windowLength({ from, to });
  return { from: addDays(from, -length), to: addDays(from, -1) };
};

export const figuresOf = ({ total, previousTotal, changeRate, latest, average }: ComparedMetricUsage) => ({
  total: finite(total),
  previousTotal: finite(previousTotal),
  changeRate: finite(changeRate),
  latest: finite(latest),
  average: finite(average),
});

const pointsOf = ({ window, values }: ComparedMetricUsage) =>
  daysOf(window).map((at, index) => ({ day: at, value: finite(values[index]) }));
