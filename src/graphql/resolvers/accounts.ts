import {
  type AccountFilter,
  countAccounts,
  listAccounts,
  type UpsertAccountsCode,
  upsertAccounts,
} from '../../features/accounts/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import { badInput, refusedQuery } from '../errors.ts';
import type { AccountFilter as FilterInput, InputMaybe, Resolvers, UpsertAccountsErrorCode } from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<UpsertAccountsCode, UpsertAccountsErrorCode>;

export const accountsResolvers: Resolvers = {
  Query: {
    account: (_, { id, externalCrmId }, context) => findOneAccount(context, id, externalCrmId, 'id'),
    accounts: async (_, args, context) => {
      const filter = toFilter(args.filter);
      const page = await listAccounts(ctxOf(context), pageRequest(args), filter, args.orderBy);
      if (!page.ok) throw refusedQuery(page.error);
      return { ...toConnection(page.value), filter };
    },
  },
  AccountConnection: { totalCount: ({ filter }, _, context) => countAccounts(ctxOf(context), filter) },
  Mutation: {
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

const toFilter = (filter: InputMaybe<FilterInput>): AccountFilter => ({
  text: filter?.text ?? null,
  plan: filter?.plan ?? null,
  region: filter?.region ?? null,
  attributes: filter?.attributes ?? [],
});
