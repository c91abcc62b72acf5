import { z } from 'zod';
import { SEVERITIES, SIGNAL_STATES, SIGNAL_TYPES } from '../../features/signals/index.ts';
import { isStorable } from '../../lib/text.ts';

// What tools may be asked. Nothing here names a workspace: that is the caller's.

const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/\S/, 'may not be blank')
    .refine(isStorable, 'holds a character that nothing stored has');

const account = text(255).describe('The account: its id (`acc_…`), its external CRM id, or its name in any case.');
const limit = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).describe(`How many at most, 1 to ${most}.`);
const owner = text(200).describe('Only accounts of this owner, spelled exactly as stored.').optional();
const metrics = z
  .array(text(255))
  .min(1)
  .max(25)
  .describe('Names of metrics exactly as the workspace spells them; all metrics when left out.')
  .optional();

const day = (what: string) => z.iso.date().describe(`${what}, a UTC day as YYYY-MM-DD.`);
const days = z
  .int()
  .min(1)
  .max(400)
  .describe(
    'The last so many full days, which end yesterday (UTC): 1 to 400; 30 when neither this nor from and to are given.',
  )
  .optional();
const from = day('First day of the range; give both from and to, or neither').optional();
const to = day('Last day of the range').optional();
const period = (what: string) =>
  z.strictObject({ from: day('First day'), to: day('Last day') }).describe(`${what}; at most 400 days.`);

export const BANDS = ['POOR', 'STABLE', 'HEALTHY'] as const;
const band = z.enum(BANDS).describe('Only accounts in this band of health.').optional();

const anyOf = <const T extends readonly [string, ...string[]]>(values: T, what: string) =>
  z.array(z.enum(values)).min(1).max(values.length).describe(what).optional();
const signal = text(255).describe('The signal’s id, `sig_…`.');

export const NOTHING = z.strictObject({});

export const FIND_ACCOUNTS = z.strictObject({
  query: text(200)
    .describe(
      'An id, an external CRM id, or a name or part of one, in any case; misspellings are forgiven. All accounts when left out.',
    )
    .optional(),
  atRisk: z
    .boolean()
    .describe(
      'true: only accounts in the band POOR or with an open signal of severity HIGH or CRITICAL; false is as good as left out.',
    )
    .optional(),
  owner,
  band,
  plan: text(200).describe('Only accounts on this plan, spelled exactly as stored.').optional(),
  limit: limit(25, 10),
});

export const GET_ACCOUNT_USAGE = z.strictObject({
  account,
  days,
  from,
  to,
  metrics,
  points: z
    .boolean()
    .default(false)
    .describe('Whether to give the value of each day, too: for ranges of at most 35 days.'),
});

export const LIST_USAGE_MOVERS = z.strictObject({
  direction: z.enum(['DOWN', 'UP']).default('DOWN').describe('Whether usage fell or grew.'),
  metric: text(255)
    .describe('One metric by its exact name; the activity index, which is made of all metrics, when left out.')
    .optional(),
  periodDays: z
    .union([z.literal(7), z.literal(30)])
    .default(30)
    .describe('The last 7 or 30 synchronised days against as many days before.'),
  limit: limit(25, 5),
});

export const LIST_ACCOUNTS_BY_HEALTH = z.strictObject({ band, owner, limit: limit(25, 10) });
export const GET_ACCOUNT_HEALTH = z.strictObject({ account });

export const LIST_SIGNALS = z.strictObject({
  severities: anyOf(SEVERITIES, 'Any of these severities; any when left out.'),
  types: anyOf(SIGNAL_TYPES, 'Any of these types; any when left out.'),
  states: anyOf(SIGNAL_STATES, 'Any of these states; OPEN and ACKNOWLEDGED when left out.'),
  account: account.optional(),
  owner,
  limit: limit(25, 10),
});
export const EXPLAIN_SIGNAL = z.strictObject({ signal });

export const LIST_UNMATCHED_IDS = z.strictObject({ limit: limit(25, 10) });

export const COMPARE_ACCOUNTS = z.strictObject({
  accounts: z.array(account).min(2).max(5).describe('The accounts to compare, 2 to 5 different ones.'),
  days,
  from,
  to,
  metrics,
});

export const COMPARE_PERIODS = z.strictObject({
  account: account
    .describe('The account, by id, external CRM id or name; the whole workspace when left out.')
    .optional(),
  earlier: period('The period that is compared with'),
  later: period('The period that is compared'),
  metrics,
});

export const PROPOSE_ACKNOWLEDGE_SIGNAL = z.strictObject({
  signal,
  note: text(2_000).describe('A note to keep with the signal.').optional(),
});

export const PROPOSE_LINK_ACCOUNT = z.strictObject({
  externalId: text(255).describe('The unmatched id that usage came with, exactly.'),
  account,
});
