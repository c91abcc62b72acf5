import {
  activityOf,
  askAccounts,
  countAccounts,
  listAccounts,
  SEVERITIES,
  type UpsertAccountsCode,
  upsertAccounts,
} from '../../features/accounts/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import { badInput, refusedQuery } from '../errors.ts';
import type { InputMaybe, Resolvers, UpsertAccountsErrorCode } from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';
import { savedViewsResolvers } from './saved-views.ts';

true satisfies SameCodes<UpsertAccountsCode, UpsertAccountsErrorCode>;

export const accountsResolvers: Resolvers = {
  ...savedViewsResolvers,
  Query: {
    ...savedViewsResolvers.Query,
    account: (_, { id, externalCrmId }, context) => findOneAccount(context, id, externalCrmId, 'id'),
    accounts: async (_, args, context) => {
      const query = await askAccounts(ctxOf(context), args, loadersOf(context).metrics);
      if (!query.ok) throw refusedQuery(query.error);
      const page = await listAccounts(ctxOf(context), pageRequest(args), query.value);
      if (!page.ok) throw refusedQuery(page.error);
      return { ...toConnection(page.value), query: query.value };
    },
  },
  Account: {
    activity: async ({ id }, _, context) => {
      const { standing, metrics } = loadersOf(context);
      const [found, known] = await Promise.all([standing.load(id), metrics()]);
      return activityOf(found, known);
    },
    openSignalCount: async ({ id }, _, context) => (await loadersOf(context).standing.load(id))?.openSignals ?? 0,
    worstSeverity: async ({ id }, _, context) => {
      const worst = (await loadersOf(context).standing.load(id))?.worstSeverity ?? null;
      return worst === null ? null : (SEVERITIES[worst - 1] ?? null);
    },
  },
  AccountConnection: { totalCount: ({ query }, _, context) => countAccounts(ctxOf(context), query) },
  Mutation: {
    ...savedViewsResolvers.Mutation,
    upsertAccounts: async (_, { input }, context) => {
      const upserted = await upsertAccounts(ctxOf(context), input);
      return upserted.ok
        ? { ...upserted.value, userErrors: [] }
        : { accounts: [], createdCount: 0, updatedCount: 0, userErrors: upserted.error };
    },
  },
};

/** The account that exactly one of its two identifiers names. `idArgument` is what the caller's field calls the first. */
export function findOneAccount(
  context: RequestContext,
  id: InputMaybe<string>,
  externalCrmId: InputMaybe<string>,
  idArgument: string,
) {
  const loaders = loadersOf(context);
  if (typeof id === 'string' && typeof externalCrmId !== 'string') return loaders.accountById.load(id);
  if (typeof externalCrmId === 'string' && typeof id !== 'string') {
    return loaders.accountByExternalCrmId.load(externalCrmId);
  }
  throw badInput(`Give exactly one of ${idArgument} and externalCrmId.`, [idArgument]);
}
