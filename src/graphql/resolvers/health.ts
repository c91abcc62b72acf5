import { explainInput, explainPillar, type HealthScore } from '../../features/health/index.ts';
import { loadersOf, type RequestContext } from '../context.ts';
import type { HealthInputKind, HealthTrend, Resolvers } from '../generated.ts';
import { findOneAccount } from './accounts.ts';
import { freshness } from './usage.ts';

export const healthResolvers: Resolvers = {
  Account: { health: ({ id }, _, context) => loadersOf(context).health.load(id) },
  Query: {
    healthScore: async (_, { accountId, externalCrmId }, context) => {
      const account = await findOneAccount(context, accountId, externalCrmId, 'accountId');
      return account && loadersOf(context).health.load(account.id);
    },
  },
  HealthScore: {
    account: async ({ accountId }, _, context) => {
      const account = await loadersOf(context).accountById.load(accountId);
      if (!account) throw new Error(`the scored account ${accountId} is gone`);
      return account;
    },
    trend: ({ change }) => trendOf(change),
    pillars: ({ accountId }, _, context) => loadersOf(context).healthPillars.load(accountId),
    freshness: async (_, __, context) => freshness(await loadersOf(context).customApi(), context),
  },
  HealthPillar: {
    change: ({ points, pointsBefore }) => difference(points, pointsBefore),
    explanation: async (pillar, _, context) => explainPillar(pillar, await gauges(context)),
  },
  HealthInput: {
    // The same words: what a domain counts by is what the schema lists.
    kind: ({ kind }) => kind as HealthInputKind,
    change: ({ points, pointsBefore }) => difference(points, pointsBefore),
    explanation: async (input, _, context) => explainInput(input, await gauges(context)),
  },
};

function trendOf(change: HealthScore['change']): HealthTrend | null {
  if (change === null) return null;
  return change > 0 ? 'UP' : change < 0 ? 'DOWN' : 'FLAT';
}

/** Points are hundredths. */
const difference = (points: number, before: number | null): number | null =>
  before === null ? null : Math.round(100 * (points - before)) / 100;

async function gauges(context: RequestContext): Promise<(metric: string) => boolean> {
  const metrics = await loadersOf(context).metrics();
  return (name) => metrics.some((metric) => metric.name === name && metric.aggregation !== 'SUM');
}
