import {
  type CreateApiKeyCode,
  createApiKey,
  findWorkspace,
  listApiKeys,
  type RevokeApiKeyCode,
  revokeApiKey,
} from '../../features/workspaces/index.ts';
import { ctxOf } from '../context.ts';
import { refusedQuery } from '../errors.ts';
import type { CreateApiKeyErrorCode, Resolvers, RevokeApiKeyErrorCode } from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<CreateApiKeyCode, CreateApiKeyErrorCode>;
true satisfies SameCodes<RevokeApiKeyCode, RevokeApiKeyErrorCode>;

export const workspacesResolvers: Resolvers = {
  Query: {
    viewer: async (_, __, context) => {
      const ctx = ctxOf(context);
      if (ctx.actor.role === 'SYSTEM') throw new Error('the product does not ask itself');
      return { role: ctx.actor.role, workspace: await findWorkspace(ctx) };
    },
    apiKeys: async (_, __, context) => {
      const keys = await listApiKeys(ctxOf(context));
      if (!keys.ok) throw refusedQuery(keys.error);
      return keys.value;
    },
  },
  Mutation: {
    createApiKey: async (_, { input }, context) => {
      const created = await createApiKey(ctxOf(context), input);
      return created.ok
        ? { ...created.value, userErrors: [] }
        : { apiKey: null, secret: null, userErrors: created.error };
    },
    revokeApiKey: async (_, { input }, context) => {
      const revoked = await revokeApiKey(ctxOf(context), input);
      return revoked.ok ? { apiKey: revoked.value, userErrors: [] } : { apiKey: null, userErrors: revoked.error };
    },
  },
};
