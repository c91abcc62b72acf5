import DataLoader from 'dataloader';
import {
  type BillingSnapshot,
  type Churn,
  findChurns,
  type HistoryPoint,
  listBillingSnapshots,
  listSupportSnapshots,
  listTouches,
  type RelationshipTouch,
  readHistory,
  type SupportSnapshot,
} from '../features/health/index.ts';
import type { Ctx } from '../features/kit/ctx.ts';

type OfEach<Fact> = (first: number) => DataLoader<string, Fact[]>;

/** What was recorded of accounts, by account id: the newest first, at most so many. */
export type FactLoaders = {
  readonly touches: OfEach<RelationshipTouch>;
  readonly supportSnapshots: OfEach<SupportSnapshot>;
  readonly billingSnapshots: OfEach<BillingSnapshot>;
  /** Scores of the last so many days, the first first. */
  readonly history: OfEach<HistoryPoint>;
  readonly churn: DataLoader<string, Churn | null>;
  /** For a mutation that records: what the operation asks next is looked up anew. */
  readonly forget: () => void;
};

export function createFactLoaders(ctx: Ctx): FactLoaders {
  const made: { clearAll: () => unknown }[] = [];
  const keep = <Loader extends { clearAll: () => unknown }>(loader: Loader): Loader => {
    made.push(loader);
    return loader;
  };
  const ofEach = <Fact>(list: (ctx: Ctx, ids: readonly string[], first: number) => Promise<Fact[][]>): OfEach<Fact> => {
    const byFirst = new Map<number, DataLoader<string, Fact[]>>();
    return (first) => {
      const loader = byFirst.get(first) ?? keep(new DataLoader((ids: readonly string[]) => list(ctx, ids, first)));
      byFirst.set(first, loader);
      return loader;
    };
  };
  return {
    touches: ofEach(listTouches),
    supportSnapshots: ofEach(listSupportSnapshots),
    billingSnapshots: ofEach(listBillingSnapshots),
    history: ofEach(readHistory),
    churn: keep(new DataLoader((ids: readonly string[]) => findChurns(ctx, ids))),
    forget: () => {
      for (const loader of made) loader.clearAll();
    },
  };
}
