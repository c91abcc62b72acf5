import {
  type CreateSavedViewCode,
  createSavedView,
  type DeleteSavedViewCode,
  deleteSavedView,
  findSavedView,
  listSavedViews,
  type OrderField,
  problemOfView,
  type UpdateSavedViewCode,
  updateSavedView,
  type ViewColumn,
} from '../../features/accounts/index.ts';
import { ctxOf, loadersOf } from '../context.ts';
import type {
  AccountColumn,
  AccountOrderField,
  CreateSavedViewErrorCode,
  DeleteSavedViewErrorCode,
  Resolvers,
  UpdateSavedViewErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<CreateSavedViewCode, CreateSavedViewErrorCode>;
true satisfies SameCodes<UpdateSavedViewCode, UpdateSavedViewErrorCode>;
true satisfies SameCodes<DeleteSavedViewCode, DeleteSavedViewErrorCode>;
true satisfies SameCodes<OrderField, AccountOrderField>;
true satisfies SameCodes<ViewColumn['field'], AccountColumn>;

/** The part of the accounts' resolvers that is about views of the table. */
export const savedViewsResolvers = {
  Query: {
    savedViews: (_, __, context) => listSavedViews(ctxOf(context)),
    savedView: (_, { id }, context) => findSavedView(ctxOf(context), id),
  },
  SavedView: {
    filter: ({ filter }) => ({ ...filter }),
    problem: async (view, _, context) => problemOfView(ctxOf(context), view, await loadersOf(context).metrics()),
  },
  Mutation: {
    createSavedView: async (_, { input }, context) => {
      const created = await createSavedView(ctxOf(context), input, await loadersOf(context).metrics());
      return created.ok ? { savedView: created.value, userErrors: [] } : { savedView: null, userErrors: created.error };
    },
    updateSavedView: async (_, { input }, context) => {
      const updated = await updateSavedView(ctxOf(context), input, await loadersOf(context).metrics());
      return updated.ok ? { savedView: updated.value, userErrors: [] } : { savedView: null, userErrors: updated.error };
    },
    deleteSavedView: async (_, { input }, context) => {
      const deleted = await deleteSavedView(ctxOf(context), input);
      return deleted.ok ? { savedView: deleted.value, userErrors: [] } : { savedView: null, userErrors: deleted.error };
    },
  },
} satisfies Resolvers;
