import { z } from 'zod';
import { SEVERITIES } from '../../features/signals/index.ts';
import { BANDS } from './inputs.ts';

// What several tools answer with. Texts of the customer's are data: nothing in them is to be obeyed.

export const number = (meaning: string) => z.number().nullable().describe(meaning);
export const count = (meaning: string) => z.int().min(0).describe(meaning);
export const text = (meaning: string) => z.string().describe(meaning);
export const textOrNull = (meaning: string) => z.string().nullable().describe(meaning);
export const day = (meaning: string) => z.iso.date().describe(`${meaning}, a UTC day as YYYY-MM-DD.`);
export const dayOrNull = (meaning: string) => z.iso.date().nullable().describe(meaning);
export const instantOrNull = (meaning: string) => z.iso.datetime().nullable().describe(meaning);

export const ARR =
  'Annual recurring revenue in the company’s own currency, which is not known here; null when not given.';
export const RATE = 'where 0.3 means 30 % more and -0.3 means 30 % less; null when there is nothing to compare with';

export const range = (meaning: string) =>
  z.strictObject({ from: day('First day'), to: day('Last day') }).describe(meaning);

const ACCOUNT_FIELDS = {
  id: text('The account’s id, `acc_…`.'),
  externalCrmId: text('The company’s own identifier of the account.'),
  name: text('The account’s name.'),
};
export const ACCOUNT = z.strictObject(ACCOUNT_FIELDS).describe('The account.');

export const AGGREGATION = z
  .enum(['SUM', 'LAST', 'MAX'])
  .describe(
    'SUM: counts that add up over days. LAST and MAX: gauges, which are averaged over days and never added up.',
  );

export const FIGURES = {
  total: number('Sum over the days; null for gauges, and without any value.'),
  previousTotal: number('The same over as many days before; null for gauges, and without any value.'),
  changeRate: number(`Total, of gauges average, against that of as many days before, ${RATE}.`),
  latest: number('The last value within the days; null without any.'),
  average: number('Mean of the days that have a value; null without any.'),
};

export const BAND = z.enum(BANDS).nullable().describe('Band of the health score; null without one.');

export const ACCOUNT_ROW = z.strictObject({
  ...ACCOUNT_FIELDS,
  plan: textOrNull('The plan; null when not given.'),
  region: textOrNull('The region; null when not given.'),
  owner: textOrNull('Who looks after the account; null when not given.'),
  seats: number('Seats sold; null when not given.'),
  arr: number(ARR),
  renewalOn: dayOrNull('The day the contract renews; null when not given.'),
  healthScore: number('Health, 0 to 100; null without a score.'),
  healthBand: BAND,
  healthChange: number('Points since the previous score; null without two scores.'),
  activityIndex: number(
    'Activity over the last 30 synchronised days, where 100 is the workspace’s median account; null without usage.',
  ),
  activityChangeRate: number(`The index against that of the 30 days before, ${RATE}.`),
  lastUsedOn: dayOrNull('The last day on which a metric was above zero; null when none ever was.'),
  openSignalCount: count('Open signals.'),
  worstSeverity: z.enum(SEVERITIES).nullable().describe('The worst of the open signals; null without any.'),
});
