import DataLoader from 'dataloader';
import { type Account, findAccountsByExternalCrmId, findAccountsById } from '../features/accounts/index.ts';
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
  readUsage,
  type Suggestion,
  suggestAccounts,
} from '../features/usage/index.ts';
import type { DayWindow } from '../lib/day.ts';

/** Batching and remembering within one operation: however many nodes ask, each kind of question is asked once. */
export type Loaders = {
  readonly accountById: DataLoader<string, Account | null>;
  readonly accountByExternalCrmId: DataLoader<string, Account | null>;
  readonly metrics: () => Promise<Metric[]>;
  readonly customApi: () => Promise<CustomApi>;
  readonly usage: (window: DayWindow) => DataLoader<Account, AccountUsage, string>;
  readonly recentUsage: DataLoader<Account, RecentUsage | null, string>;
  /** By account id. */
  readonly externalAccounts: DataLoader<string, ExternalAccount[]>;
  /** By external id. */
  readonly suggestions: DataLoader<string, Suggestion[]>;
  /** For a mutation that changes whose usage is whose: what the operation asks next is looked up anew. */
  readonly forgetUsage: () => void;
};

const byId = { cacheKeyFn: (account: Account) => account.id };

export function createLoaders(ctx: Ctx): Loaders {
  const metrics = once(() => listMetrics(ctx));
  const usage = new Map<string, DataLoader<Account, AccountUsage, string>>();
  const recentUsage = new DataLoader(
    async (accounts: readonly Account[]) => readRecentUsage(ctx, accounts, await metrics()),
    byId,
  );
  const externalAccounts = new DataLoader((ids: readonly string[]) => listExternalAccounts(ctx, ids));
  const suggestions = new DataLoader((ids: readonly string[]) => suggestAccounts(ctx, ids));
  return {
    accountById: new DataLoader((ids) => findAccountsById(ctx, ids)),
    accountByExternalCrmId: new DataLoader((ids) => findAccountsByExternalCrmId(ctx, ids)),
    metrics,
    customApi: once(() => findCustomApi(ctx)),
    usage: (window) => {
      const key = `${window.from}/${window.to}`;
      let loader = usage.get(key);
      if (!loader) {
        loader = new DataLoader(async (accounts) => readUsage(ctx, accounts, window, await metrics()), byId);
        usage.set(key, loader);
      }
      return loader;
    },
    recentUsage,
    externalAccounts,
    suggestions,
    forgetUsage: () => {
      usage.clear();
      for (const loader of [recentUsage, externalAccounts, suggestions]) loader.clearAll();
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
