import DataLoader from 'dataloader';
import {
  type Account,
  type AccountStanding,
  findAccountsByExternalCrmId,
  findAccountsById,
  findStandings,
} from '../features/accounts/index.ts';
import { findHealthPillars, findHealthScores, type HealthScore, type TrailPillar } from '../features/health/index.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import { type CustomApi, findCustomApi } from '../features/sources/index.ts';
import {
  type AccountUsage,
  type ExternalAccount,
  listExternalAccounts,
  listMetrics,
  type Metric,
  type RecentUsage,
  readRecentUsage,
  type Suggestion,
  suggestAccounts,
} from '../features/usage/index.ts';
import { findWebhookEndpoints, type WebhookEndpoint } from '../features/webhooks/index.ts';
import type { DayWindow } from '../lib/day.ts';
import { type ConversationLoaders, createConversationLoaders } from './conversation-loaders.ts';
import { createFactLoaders, type FactLoaders } from './fact-loaders.ts';
import { createSignalLoaders, type SignalLoaders } from './signal-loaders.ts';
import { createRangeLoaders, createUsedDaysLoader, type RangeLoaders } from './usage-loaders.ts';

type UsageLoader = DataLoader<Account, AccountUsage, string>;

/** Batching and remembering within one operation: however many nodes ask, each kind of question is asked once. */
export type Loaders = {
  readonly accountById: DataLoader<string, Account | null>;
  readonly accountByExternalCrmId: DataLoader<string, Account | null>;
  /** What the account table shows, by account id. */
  readonly standing: DataLoader<string, AccountStanding | null>;
  readonly metrics: () => Promise<Metric[]>;
  readonly customApi: () => Promise<CustomApi>;
  readonly webhookEndpoint: DataLoader<string, WebhookEndpoint | null>;
  readonly range: (window: DayWindow) => RangeLoaders;
  /** What the arguments of `usage` come to, which all nodes of a list share. */
  readonly usageFor: (args: object, find: () => Promise<UsageLoader>) => Promise<UsageLoader>;
  /** First and last day of use, by account id. */
  readonly usedDays: DataLoader<string, DayWindow | null>;
  readonly recentUsage: DataLoader<Account, RecentUsage | null, string>;
  /** By account id. */
  readonly externalAccounts: DataLoader<string, ExternalAccount[]>;
  /** By external id. */
  readonly suggestions: DataLoader<string, Suggestion[]>;
  /** By account id. */
  readonly health: DataLoader<string, HealthScore | null>;
  /** What the scores are made of, by account id. */
  readonly healthPillars: DataLoader<string, TrailPillar[]>;
  readonly facts: FactLoaders;
  readonly signals: SignalLoaders;
  readonly conversations: ConversationLoaders;
  /** For a mutation that changes whose usage is whose: what the operation asks next is looked up anew. */
  readonly forgetUsage: () => void;
};

const byId = { cacheKeyFn: (account: Account) => account.id };

export function createLoaders(ctx: Ctx): Loaders {
  const metrics = once(() => listMetrics(ctx));
  const customApi = once(() => findCustomApi(ctx));
  const ranges = new Map<string, RangeLoaders>();
  let usages = new WeakMap<object, Promise<UsageLoader>>();
  const usedDays = createUsedDaysLoader(ctx);
  const recentUsage = new DataLoader(
    async (accounts: readonly Account[]) => readRecentUsage(ctx, accounts, await metrics()),
    byId,
  );
  const externalAccounts = new DataLoader((ids: readonly string[]) => listExternalAccounts(ctx, ids));
  const suggestions = new DataLoader((ids: readonly string[]) => suggestAccounts(ctx, ids));
  return {
    accountById: new DataLoader((ids) => findAccountsById(ctx, ids)),
    accountByExternalCrmId: new DataLoader((ids) => findAccountsByExternalCrmId(ctx, ids)),
    standing: new DataLoader((ids) => findStandings(ctx, ids)),
    metrics,
    customApi,
    webhookEndpoint: new DataLoader((ids) => findWebhookEndpoints(ctx, ids), { cache: false }),
    range: (window) => {
      const key = `${window.from}/${window.to}`;
      const known = ranges.get(key) ?? createRangeLoaders(ctx, window, { metrics, customApi });
      ranges.set(key, known);
      return known;
    },
    usageFor: (args, find) => {
      const found = usages.get(args) ?? find();
      usages.set(args, found);
      return found;
    },
    usedDays,
    recentUsage,
    externalAccounts,
    suggestions,
    health: new DataLoader((ids) => findHealthScores(ctx, ids)),
    healthPillars: new DataLoader((ids) => findHealthPillars(ctx, ids)),
    facts: createFactLoaders(ctx),
    signals: createSignalLoaders(ctx),
    conversations: createConversationLoaders(ctx),
    forgetUsage: () => {
      ranges.clear();
      usages = new WeakMap();
      for (const loader of [recentUsage, usedDays, externalAccounts, suggestions]) loader.clearAll();
    },
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}
