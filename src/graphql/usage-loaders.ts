import DataLoader from 'dataloader';
import type { Account } from '../features/accounts/index.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import { type CustomApi, readSyncMarks, type SyncMark } from '../features/sources/index.ts';
import {
  type AccountUsage,
  type Metric,
  readBaselines,
  readUsage,
  readUsedDays,
  type UsageBaseline,
} from '../features/usage/index.ts';
import type { DayWindow } from '../lib/day.ts';

/** What is asked of many accounts over one range of days. */
export type RangeLoaders = {
  readonly usage: DataLoader<Account, AccountUsage, string>;
  /** By account id, then by metric. */
  readonly baselines: DataLoader<string, ReadonlyMap<string, UsageBaseline>>;
  /** The same for every account. */
  readonly syncMarks: () => Promise<SyncMark[]>;
};

type Shared = { readonly metrics: () => Promise<Metric[]>; readonly customApi: () => Promise<CustomApi> };

/** The loaders of one range. A day's baseline reads twelve weeks more than its value: only who asks for it pays. */
export function createRangeLoaders(ctx: Ctx, window: DayWindow, { metrics, customApi }: Shared): RangeLoaders {
  let marks: Promise<SyncMark[]> | null = null;
  return {
    usage: new DataLoader(async (accounts) => readUsage(ctx, accounts, window, await metrics()), {
      cacheKeyFn: (account) => account.id,
    }),
    baselines: new DataLoader(async (ids) => {
      const [dictionary, { syncedDays }] = await Promise.all([metrics(), customApi()]);
      return readBaselines(ctx, ids, window, dictionary, syncedDays);
    }),
    syncMarks: () => {
      marks ??= customApi().then(({ syncedDays }) => readSyncMarks(ctx, window, syncedDays));
      return marks;
    },
  };
}

export const createUsedDaysLoader = (ctx: Ctx): DataLoader<string, DayWindow | null> =>
  new DataLoader((ids) => readUsedDays(ctx, ids));
