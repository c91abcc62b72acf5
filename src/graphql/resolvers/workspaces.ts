import {
  type AuditAction,
  type CreateApiKeyCode,
  createApiKey,
  findEvaluation,
  findModelBudget,
  findWorkspace,
  listApiKeys,
  listAuditEvents,
  type RevokeApiKeyCode,
  revokeApiKey,
  summariseChange,
  type UpdateEvaluationScheduleCode,
  type UpdateModelBudgetCode,
  updateEvaluationSchedule,
  updateModelBudget,
} from '../../features/workspaces/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf } from '../context.ts';
import { refusedQuery } from '../errors.ts';
import type {
  AuditAction as AuditActionEnum,
  CreateApiKeyErrorCode,
  Resolvers,
  RevokeApiKeyErrorCode,
  UpdateEvaluationScheduleErrorCode,
  UpdateModelBudgetErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<AuditAction, AuditActionEnum>;
true satisfies SameCodes<CreateApiKeyCode, CreateApiKeyErrorCode>;
true satisfies SameCodes<RevokeApiKeyCode, RevokeApiKeyErrorCode>;
true satisfies SameCodes<UpdateEvaluationScheduleCode, UpdateEvaluationScheduleErrorCode>;
true satisfies SameCodes<UpdateModelBudgetCode, UpdateModelBudgetErrorCode>;

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
    evaluation: (_, __, context) => findEvaluation(ctxOf(context)),
    auditLog: async (_, { filter, ...page }, context) => {
      const events = await listAuditEvents(ctxOf(context), pageRequest(page), {
        actions: filter?.actions ?? null,
        subject: filter?.subject ?? null,
        apiKeyId: filter?.apiKeyId ?? null,
        from: filter?.from ?? null,
        to: filter?.to ?? null,
      });
      if (!events.ok) throw refusedQuery(events.error);
      return toConnection(events.value);
    },
  },
  AuditEvent: {
    changedAt: ({ at }) => at,
    actor: ({ apiKey }) =>
      apiKey
        ? { kind: 'API_KEY', label: apiKey.label, role: apiKey.role, apiKey }
        : { kind: 'OPERATOR', label: 'operator', role: null, apiKey: null },
    summary: summariseChange,
  },
  Evaluation: { requestedAt: ({ askedAt }) => askedAt, dailyTime: ({ dailyAt }) => dailyAt },
  EvaluationOutcome: { usageThroughDay: ({ asOf }) => asOf },
  Workspace: { modelBudget: (_, __, context) => findModelBudget(ctxOf(context)) },
  ModelBudget: {
    callsPerDayLimit: ({ mostCallsPerDay }) => mostCallsPerDay,
    tokensPerDayLimit: ({ mostTokensPerDay }) => mostTokensPerDay,
  },
  Mutation: {
    updateModelBudget: async (_, { input }, context) => {
      const { callsPerDay = null, tokensPerDay = null } = input;
      const updated = await updateModelBudget(ctxOf(context), { callsPerDay, tokensPerDay });
      return updated.ok
        ? { modelBudget: updated.value, userErrors: [] }
        : { modelBudget: null, userErrors: updated.error };
    },
    updateEvaluationSchedule: async (_, { input }, context) => {
      const { timeZone = null, dailyTime = null } = input;
      const updated = await updateEvaluationSchedule(ctxOf(context), { timeZone, dailyTime });
      return updated.ok
        ? { evaluation: updated.value, userErrors: [] }
        : { evaluation: null, userErrors: updated.error };
    },
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
