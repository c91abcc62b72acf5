import {
  type BacktestHealthModelCode,
  backtestHealthModel,
  findBacktest,
  findHealthModel,
  listHealthModels,
  type ModelParts,
  type PreviewHealthModelCode,
  previewHealthModel,
  type UpdateHealthModelCode,
  updateHealthModel,
} from '../../features/health/index.ts';
import { readCoverage } from '../../features/sources/index.ts';
import { ctxOf, loadersOf } from '../context.ts';
import { badInput } from '../errors.ts';
import type {
  BacktestHealthModelErrorCode,
  PreviewHealthModelErrorCode,
  Resolvers,
  UpdateHealthModelErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';
import { listed } from './health-facts.ts';
import { toModelInput } from './health-model-input.ts';

true satisfies SameCodes<BacktestHealthModelCode, BacktestHealthModelErrorCode>;
true satisfies SameCodes<PreviewHealthModelCode, PreviewHealthModelErrorCode>;
true satisfies SameCodes<UpdateHealthModelCode, UpdateHealthModelErrorCode>;

/** As long as history is kept. */
const MOST_DAYS = 400;

export const healthModelResolvers: Resolvers = {
  Query: {
    healthModel: (_, { version }, context) => findHealthModel(ctxOf(context), version ?? null),
    healthModels: (_, { first, beforeVersion }, context) =>
      listHealthModels(ctxOf(context), listed(first), beforeVersion ?? null),
    healthBacktest: (_, { id }, context) => findBacktest(ctxOf(context), id),
  },
  Mutation: {
    updateHealthModel: async (_, { input }, context) => {
      const { model, expectedVersion } = input;
      const change = { model: toModelInput(model), expectedVersion: expectedVersion ?? null };
      const updated = await updateHealthModel(ctxOf(context), change);
      return updated.ok
        ? { healthModel: updated.value, userErrors: [] }
        : { healthModel: null, userErrors: updated.error };
    },
    previewHealthModel: async (_, { input }, context) => {
      const ctx = ctxOf(context);
      const preview = await previewHealthModel(ctx, { model: toModelInput(input.model) }, () => readCoverage(ctx));
      return preview.ok ? { preview: preview.value, userErrors: [] } : { preview: null, userErrors: preview.error };
    },
    backtestHealthModel: async (_, { input: { model, from, to } }, context) => {
      const asked = await backtestHealthModel(ctxOf(context), { model: model ? toModelInput(model) : null, from, to });
      return asked.ok ? { backtest: asked.value, userErrors: [] } : { backtest: null, userErrors: asked.error };
    },
  },
  HealthScore: {
    history: ({ accountId }, { days }, context) => {
      if (days < 1 || days > MOST_DAYS) throw badInput(`days is 1 to ${MOST_DAYS}, not ${days}.`, ['days']);
      return loadersOf(context).facts.history(days).load(accountId);
    },
  },
  HealthModel: {
    weights: ({ model }) => toWeights(model.weights),
    bands: ({ model }) => model.bands,
    missingPillarPolicy: ({ model }) => model.missingPillarPolicy,
    metrics: ({ model }) => toRules(model.metrics),
    segments: ({ model }) => model.segments,
  },
  HealthSegment: {
    weights: ({ weights }) => (weights ? toWeights(weights) : null),
    metrics: ({ metrics }) => toRules(metrics ?? {}),
  },
  HealthMover: {
    account: async ({ accountId }, _, context) => {
      const account = await loadersOf(context).accountById.load(accountId);
      if (!account) throw new Error('a score without its account');
      return account;
    },
  },
  HealthBacktest: {
    from: ({ request }) => request.days.from,
    to: ({ request }) => request.days.to,
    model: ({ request: { version, model } }) => ({ version, model, savedAt: null }),
  },
};

const toWeights = (weights: ModelParts['weights']) => ({
  adoption: weights.ADOPTION,
  engagement: weights.ENGAGEMENT,
  relationship: weights.RELATIONSHIP,
  support: weights.SUPPORT,
  financial: weights.FINANCIAL,
});

const toRules = (metrics: ModelParts['metrics']) => Object.entries(metrics).map(([name, rule]) => ({ name, ...rule }));
