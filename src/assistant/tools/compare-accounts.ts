import { z } from 'zod';
import type { Account } from '../../features/accounts/index.ts';
import { readCoverage } from '../../features/sources/index.ts';
import { readComparedUsage, readUsedDays } from '../../features/usage/index.ts';
import {
  aboutAccount,
  answered,
  chooseAccount,
  chooseDays,
  chooseMetrics,
  freshnessOf,
  refused,
  shown,
  shownAccount,
} from './answers.ts';
import { defineTool } from './define-tool.ts';
import { COMPARE_ACCOUNTS } from './inputs.ts';
import { ACCOUNT, AGGREGATION, dayOrNull, FIGURES, range, text } from './outputs.ts';
import { figuresOf } from './usage.ts';

export const OUTPUT = z.strictObject({
  days: range('The days that the figures are of, the same for all.'),
  accounts: z
    .array(
      ACCOUNT.extend({
        lastActiveDay: dayOrNull('The last day of all on which a metric was above zero; null when none ever was.'),
      }),
    )
    .describe('The accounts, as they were asked for.'),
  metrics: z
    .array(
      z.strictObject({
        name: text('The metric’s name, as the company spells it.'),
        aggregation: AGGREGATION,
        accounts: z
          .array(z.strictObject({ id: text('The account’s id.'), ...FIGURES }))
          .describe('Each account’s figures, in the order of the accounts.'),
      }),
    )
    .describe('Each metric by itself: units differ, so that metrics are never added up.'),
});

export const compareAccounts = defineTool({
  name: 'compare_accounts',
  title: 'Accounts compared',
  description:
    'Usage of 2 to 5 accounts side by side over the same days (the last 30 full days by default, at most 400), metric by metric: total, ' +
    'total of as many days before, change (rates: 0.3 means 30 % more), latest value and average. SUM metrics add up; LAST and MAX are ' +
    'gauges, which have averages and no totals. For one account over two periods use compare_periods.',
  access: 'MEMBER',
  input: COMPARE_ACCOUNTS,
  output: OUTPUT,
  run: async (ctx, input) => {
    const window = chooseDays(ctx, input);
    if (!window.ok) return window;
    const accounts: Account[] = [];
    for (const [index, one] of input.accounts.entries()) {
      const account = await chooseAccount(ctx, one, `accounts.${index}`);
      if (!account.ok) return account;
      if (accounts.some(({ id }) => id === account.value.id)) {
        return refused('INVALID_INPUT', `accounts.${index}: this is the account ${account.value.id} a second time.`);
      }
      accounts.push(account.value);
    }
    const metrics = await chooseMetrics(ctx, input.metrics);
    if (!metrics.ok) return metrics;
    const ids = accounts.map(({ id }) => id);
    const [usages, used, coverage] = await Promise.all([
      readComparedUsage(ctx, accounts, window.value, metrics.value),
      readUsedDays(ctx, ids),
      readCoverage(ctx),
    ]);
    const data = {
      days: window.value,
      accounts: accounts.map((account, index) => ({
        ...shownAccount(account),
        lastActiveDay: used[index]?.to ?? null,
      })),
      metrics: metrics.value.map(({ name, aggregation }, place) => ({
        name: shown(name),
        aggregation,
        accounts: usages.flatMap(({ account, metrics: own }) => {
          const metric = own[place];
          return metric ? { id: account.id, ...figuresOf(metric) } : [];
        }),
      })),
    };
    return answered(data, { days: window.value, freshness: freshnessOf(coverage), about: accounts.map(aboutAccount) });
  },
});
