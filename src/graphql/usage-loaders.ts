import DataLoader from 'dataloader';
import type { Account } from '../features/accounts/index.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import { readSignalsBetween } from '../features/signals/index.ts';
import { type CustomApi, readSyncMarks, type SyncMark } from '../features/sources/index.ts';
import {
  type AccountUsage,
  type Metric,
  readBaselines,
  readComparedUsage,
  readUsage,
  readUsedDays,
  type UsageBaseline,
} from '../features/usage/index.ts';
import type { DayWindow } from '../lib/day.ts';

/** What is asked of many accounts over one range of days. */
export type RangeLoaders = {
  /** Of these metrics, by name; of all when null. Compared: with the period before, of `ComparedMetricUsage`. */
  readonly usage: (names: readonly string[] | null, isCompared: boolean) => DataLoader<Account, AccountUsage, string>;
  readonly baselines: DataLoader<BaselineKey, UsageBaseline, string>;
  /** Those raised or resolved, by account id. */
  readonly signals: DataLoader<string, Awaited<ReturnType<typeof readSignalsBetween>>[number]>;
  /** The same for every account. */
  readonly syncMarks: () => Promise<SyncMark[]>;
};

export type BaselineKey = { readonly accountId: string; readonly metric: string };

type Shared = { readonly metrics: () => Promise<Metric[]>; readonly customApi: () => Promise<CustomApi> };

/** The loaders of one range. A day's baseline reads twelve weeks more than its value: only who asks for it pays. */
export function createRangeLoaders(ctx: Ctx, window: DayWindow, { metrics, customApi }: Shared): RangeLoaders {
  let marks: Promise<SyncMark[]> | null = null;
  const usage = new Map<string, DataLoader<Account, AccountUsage, string>>();
  const read = async (accounts: readonly Account[], names: readonly string[] | null, isCompared: boolean) => {
    const dictionary = await metrics();
    const wanted = names === null ? dictionary : dictionary.filter(({ name }) => names.includes(name));
    return isCompared ? readComparedUsage(ctx, accounts, window, wanted) : readUsage(ctx, accounts, window, wanted);
  };
  return {
    usage: (names, isCompared) => {
      const key = JSON.stringify([names, isCompared]);
      let loader = usage.get(key);
      if (!loader) {
        loader = new DataLoader((accounts) => read(accounts, names, isCompared), {
          cacheKeyFn: (account) => account.id,
        });
        usage.set(key, loader);
      }
      return loader;
    },
    baselines: new DataLoader(
      async (keys) => {
        const [dictionary, { syncedDays }] = await Promise.all([metrics(), customApi()]);
        const names = new Set(keys.map(({ metric }) => metric));
        const wanted = dictionary.filter(({ name }) => names.has(name));
        const ids = [...new Set(keys.map(({ accountId }) => accountId))];
        const found = await readBaselines(ctx, ids, window, wanted, syncedDays);
        const byId = new Map(ids.map((id, index) => [id, found[index]]));
        return keys.map(({ accountId, metric }) => {
          return byId.get(accountId)?.get(metric) ?? new Error(`there is no baseline of ${metric}`);
        });
      },
      { cacheKeyFn: ({ accountId, metric }) => `${accountId} ${metric}` },
    ),
    signals: new DataLoader((ids) => readSignalsBetween(ctx, ids, window)),
    syncMarks: () => {
      marks ??= customApi().then(({ syncedDays }) => readSyncMarks(ctx, window, syncedDays));
      return marks;
    },
  };
}

export const createUsedDaysLoader = (ctx: Ctx): DataLoader<string, DayWindow | null> =>
  new DataLoader((ids) => readUsedDays(ctx, ids));
