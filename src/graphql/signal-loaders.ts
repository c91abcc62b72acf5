import DataLoader from 'dataloader';
import type { Ctx } from '../features/kit/ctx.ts';
import {
  countAccountSignals,
  currentRules,
  findSignals,
  listAccountSignals,
  type SavedRules,
  type Signal,
  type SignalState,
} from '../features/signals/index.ts';
import { findKeyLabels } from '../features/workspaces/index.ts';
import type { Page, PageRequest } from '../lib/page.ts';
import { refusedQuery } from './errors.ts';

export type SignalLoaders = {
  readonly byId: DataLoader<string, Signal | null>;
  /** Pages of accounts' signals, by account id. */
  readonly ofAccounts: (page: PageRequest, states: readonly SignalState[]) => DataLoader<string, Page<Signal>>;
  /** By account id. */
  readonly counts: (states: readonly SignalState[]) => DataLoader<string, number>;
  /** By key id. */
  readonly keyLabel: DataLoader<string, string | null>;
  readonly rules: () => Promise<SavedRules>;
};

export function createSignalLoaders(ctx: Ctx): SignalLoaders {
  const pages = new Map<string, DataLoader<string, Page<Signal>>>();
  const counts = new Map<string, DataLoader<string, number>>();
  return {
    byId: new DataLoader((ids) => findSignals(ctx, ids), { cache: false }),
    ofAccounts: (page, states) =>
      known(pages, JSON.stringify([page, states]), async (ids) => {
        const listed = await listAccountSignals(ctx, ids, page, states);
        if (!listed.ok) throw refusedQuery(listed.error);
        return listed.value;
      }),
    counts: (states) => known(counts, JSON.stringify(states), (ids) => countAccountSignals(ctx, ids, states)),
    keyLabel: new DataLoader((ids) => findKeyLabels(ctx, ids)),
    rules: () => currentRules(ctx),
  };
}

/** One loader for each way of asking. */
function known<T>(
  loaders: Map<string, DataLoader<string, T>>,
  key: string,
  load: (ids: readonly string[]) => Promise<T[]>,
): DataLoader<string, T> {
  const loader = loaders.get(key) ?? new DataLoader(load);
  loaders.set(key, loader);
  return loader;
}
