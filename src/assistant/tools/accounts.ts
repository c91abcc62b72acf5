import { z } from 'zod';
import {
  type Account,
  type AccountFilter,
  findAccountsById,
  findResemblingAccounts,
} from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { idKind } from '../../lib/ids.ts';
import { pageOfAccounts, rowsOf, tableDays } from './account-rows.ts';
import { aboutAccount, answered, readFreshness } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { FIND_ACCOUNTS } from './inputs.ts';
import { ACCOUNT_ROW, count } from './outputs.ts';

export const OUTPUT = z.strictObject({
  matchedBy: z
    .enum(['FILTERS', 'ID_OR_NAME', 'SIMILAR_NAME'])
    .describe(
      'How the query was understood. SIMILAR_NAME: nothing has it; these are called nearly so, the nearest first.',
    ),
  totalCount: count('How many accounts match, those that are not listed included.'),
  accounts: z.array(ACCOUNT_ROW).describe('By name; those at risk by health, the lowest first.'),
});

/** Of accounts that are only called alike, more would be guesses. */
const MOST_SIMILAR = 5;

type Input = z.infer<typeof FIND_ACCOUNTS>;
type Found = {
  readonly matchedBy: z.infer<typeof OUTPUT>['matchedBy'];
  readonly accounts: readonly Account[];
  readonly totalCount: number;
};

export const findAccounts = defineTool({
  name: 'find_accounts',
  title: 'Find accounts',
  description:
    'Finds accounts (the company’s customers) by id, external CRM id or name, also misspelled, or lists them by risk, owner, band of ' +
    'health or plan. Gives each with plan, owner, seats, ARR (in the company’s own currency, which is not known), renewal day, health ' +
    '(0 to 100), activity index over 30 days (100 is the median account; rates: 0.3 means 30 % more) and open signals. At most 25. ' +
    'For figures of usage use get_account_usage, for the reasons of a score get_account_health.',
  access: 'MEMBER',
  input: FIND_ACCOUNTS,
  output: OUTPUT,
  run: async (ctx, input) => {
    const [found, freshness] = await Promise.all([find(ctx, input), readFreshness(ctx)]);
    const accounts = await rowsOf(ctx, found.accounts);
    const { matchedBy, totalCount } = found;
    const about = found.accounts.map(aboutAccount);
    const truncated = totalCount > accounts.length;
    return answered({ matchedBy, totalCount, accounts }, { days: tableDays(freshness), freshness, about, truncated });
  },
});

async function find(ctx: Ctx, { query, atRisk, owner, band, plan, limit }: Input): Promise<Found> {
  const filter: AccountFilter = { owner, plan, ...(band ? { healthBands: [band] } : {}) };
  const wanted = query?.trim();
  if (wanted !== undefined && idKind(wanted) === 'account') {
    const accounts = (await findAccountsById(ctx, [wanted])).flatMap((one) => one ?? []);
    return { matchedBy: 'ID_OR_NAME', accounts, totalCount: accounts.length };
  }
  const asked = wanted === undefined ? filter : { ...filter, text: wanted };
  const page = atRisk ? await atRiskOf(ctx, asked, limit) : await byName(ctx, asked, limit);
  if (wanted === undefined) return { matchedBy: 'FILTERS', ...page };
  if (page.totalCount > 0 || atRisk || owner || band || plan) return { matchedBy: 'ID_OR_NAME', ...page };
  const near = await findResemblingAccounts(ctx, wanted, Math.min(limit, MOST_SIMILAR));
  const ids = near.map(({ account }) => account.id);
  const accounts = (await findAccountsById(ctx, ids)).flatMap((one) => one ?? []);
  return { matchedBy: 'SIMILAR_NAME', accounts, totalCount: accounts.length };
}

const byName = (ctx: Ctx, filter: AccountFilter, limit: number) =>
  pageOfAccounts(ctx, filter, { field: 'NAME', direction: 'ASC' }, limit);

const LOWEST = { field: 'HEALTH_SCORE', direction: 'ASC' } as const;

/** In the band POOR, or with a severe signal: the table's conditions must all hold, so that it is two questions and their overlap. */
async function atRiskOf(ctx: Ctx, filter: AccountFilter, limit: number) {
  const severe = { ...filter, severityAtLeast: 'HIGH' } as const;
  const isOther = filter.healthBands && !filter.healthBands.includes('POOR');
  const poor = { ...filter, healthBands: ['POOR'] } as const;
  const none = { accounts: [], totalCount: 0 };
  const [ofPoor, ofSevere, ofBoth] = await Promise.all([
    isOther ? none : pageOfAccounts(ctx, poor, LOWEST, limit),
    pageOfAccounts(ctx, severe, LOWEST, limit),
    isOther ? none : pageOfAccounts(ctx, { ...poor, severityAtLeast: 'HIGH' }, LOWEST, 1),
  ]);
  const known = new Set(ofPoor.accounts.map(({ id }) => id));
  const accounts = [...ofPoor.accounts, ...ofSevere.accounts.filter(({ id }) => !known.has(id))].slice(0, limit);
  return { accounts, totalCount: ofPoor.totalCount + ofSevere.totalCount - ofBoth.totalCount };
}
