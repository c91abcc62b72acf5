import type { Account } from '../../features/accounts/index.ts';
import type { CustomApi } from '../../features/sources/index.ts';
import {
  type AccountUsage,
  type ComparedMetricUsage,
  countUnmatchedAccounts,
  type LinkExternalAccountCode,
  linkExternalAccount,
  listUnmatchedAccounts,
  type MetricComparison,
  type MetricUsage,
  ROLLUP_DAYS,
  type UnlinkExternalAccountCode,
  unlinkExternalAccount,
  usageWindow,
} from '../../features/usage/index.ts';
import { daysOf, windowEnding } from '../../lib/day.ts';
import { yesterday } from '../../platform/clock.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import { badInput, refusedQuery } from '../errors.ts';
import type {
  AccountUsageArgs,
  Freshness,
  LinkExternalAccountErrorCode,
  Resolvers,
  UnlinkExternalAccountErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';
import { findOneAccount } from './accounts.ts';

true satisfies SameCodes<LinkExternalAccountCode, LinkExternalAccountErrorCode>;
true satisfies SameCodes<UnlinkExternalAccountCode, UnlinkExternalAccountErrorCode>;

/** The fields that show a `MetricComparison`. */
const COMPARISON: readonly (keyof MetricComparison)[] = ['previousTotal', 'changeRate'];

export const usageResolvers: Resolvers = {
  Account: {
    externalAccounts: (account, _, context) => loadersOf(context).externalAccounts.load(account.id),
    usage: (account, args, context) => usageOf(account, args, context),
    recentUsage: (account, _, context) => loadersOf(context).recentUsage.load(account),
  },
  Query: {
    accountUsage: async (_, args, context) => {
      // Asked with the account instead of after it: one way to the database less.
      loadersOf(context)
        .metrics()
        .catch(() => {});
      const account = await findOneAccount(context, args.accountId, args.externalCrmId, 'accountId');
      return account && usageOf(account, args, context);
    },
    unmatchedAccounts: async (_, args, context) => {
      const page = await listUnmatchedAccounts(ctxOf(context), pageRequest(args));
      if (!page.ok) throw refusedQuery(page.error);
      return toConnection(page.value);
    },
  },
  Mutation: {
    linkExternalAccount: async (_, { input }, context) => {
      const { externalId, accountId = null, externalCrmId = null } = input;
      const linked = await linkExternalAccount(ctxOf(context), { externalId, accountId, externalCrmId });
      if (!linked.ok) return { account: null, externalAccount: null, previousAccount: null, userErrors: linked.error };
      loadersOf(context).forgetUsage();
      const { previousAccountId, ...rest } = linked.value;
      return { ...rest, previousAccount: await accountOf(previousAccountId, context), userErrors: [] };
    },
    unlinkExternalAccount: async (_, { input }, context) => {
      const unlinked = await unlinkExternalAccount(ctxOf(context), input);
      if (!unlinked.ok) return { externalAccount: null, previousAccount: null, userErrors: unlinked.error };
      loadersOf(context).forgetUsage();
      const { externalAccount, previousAccountId } = unlinked.value;
      return { externalAccount, previousAccount: await accountOf(previousAccountId, context), userErrors: [] };
    },
  },
  ExternalAccount: { account: ({ accountId }, _, context) => accountOf(accountId, context) },
  UnmatchedAccount: {
    suggestions: ({ externalId }, _, context) => loadersOf(context).suggestions.load(externalId),
  },
  AccountSuggestion: {
    account: async ({ accountId }, _, context) => {
      const account = await accountOf(accountId, context);
      if (!account) throw new Error(`the suggested account ${accountId} is gone`);
      return account;
    },
  },
  UnmatchedAccountConnection: { totalCount: (_, __, context) => countUnmatchedAccounts(ctxOf(context)) },
  AccountUsage: {
    from: ({ window }) => window.from,
    to: ({ window }) => window.to,
    freshness: async (_, __, context) => freshness(await loadersOf(context).customApi(), context),
  },
  MetricUsage: {
    previousTotal: (usage) => comparisonOf(usage).previousTotal,
    changeRate: (usage) => comparisonOf(usage).changeRate,
    points: ({ window, values }) => {
      const days = daysOf(window);
      return values.map((value, index) => ({ day: days[index] ?? '', value }));
    },
  },
  RecentUsage: {
    from: async (_, __, context) => (await rollupWindow(context)).from,
    to: async (_, __, context) => (await rollupWindow(context)).to,
  },
};

const accountOf = (id: string | null, context: RequestContext): Promise<Account | null> =>
  id === null ? Promise.resolve(null) : loadersOf(context).accountById.load(id);

async function usageOf(account: Account, args: AccountUsageArgs, context: RequestContext): Promise<AccountUsage> {
  const loader = await loadersOf(context).usageFor(args, () => usageLoader(args, context));
  return loader.load(account);
}

async function usageLoader(args: AccountUsageArgs, context: RequestContext) {
  const loaders = loadersOf(context);
  const { days, from = null, to = null, metrics: wanted } = args;
  const window = usageWindow({ days, from, to }, yesterday(ctxOf(context).clock));
  if (!window.ok) throw badInput(`${window.error.message}.`, [window.error.field]);
  if (wanted) {
    const known = (await loaders.metrics()).map(({ name }) => name);
    const unknown = wanted.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      const message = `There is no metric named ${unknown.join(', ').slice(0, 200)}. The metrics are: ${known.join(', ') || 'none yet'}.`;
      throw badInput(message, ['metrics']);
    }
  }
  return loaders.range(window.value).usage(wanted ?? null, isCompared(context));
}

/** The period before is as much to read as the window itself: only who asks for it pays. */
const isCompared = ({ fieldNames }: RequestContext): boolean =>
  !fieldNames || COMPARISON.some((name) => fieldNames.has(name));

const comparisonOf = (usage: MetricUsage): MetricComparison => {
  if (!('changeRate' in usage)) throw new Error('the period before was not read');
  return usage as ComparedMetricUsage;
};

export function freshness({ lastSyncAt, lastSyncedDay }: CustomApi, context: RequestContext): Freshness {
  if (lastSyncedDay === null) return { state: 'NEVER_SYNCED', lastSyncAt, lastSyncedDay };
  const behind = lastSyncedDay < yesterday(ctxOf(context).clock);
  return { state: behind ? 'BEHIND' : 'UP_TO_DATE', lastSyncAt, lastSyncedDay };
}

/** Rollups exist only after a synchronisation; they end on its last day. */
async function rollupWindow(context: RequestContext) {
  const { lastSyncedDay } = await loadersOf(context).customApi();
  return windowEnding(lastSyncedDay ?? yesterday(ctxOf(context).clock), ROLLUP_DAYS);
}
