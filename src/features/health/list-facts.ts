import type { Ctx } from '../kit/ctx.ts';
import type { BillingSnapshot, Churn, RelationshipTouch, SupportSnapshot } from './model.ts';
import {
  type ByAccount,
  selectBillingSnapshots,
  selectChurns,
  selectSupportSnapshots,
  selectTouches,
} from './store/read-back.ts';

// For each of these accounts, in this order, what was recorded of it: the newest first, and at most `first`.

type List<Fact> = (ctx: Ctx, accountIds: readonly string[], first: number) => Promise<Fact[][]>;

export const listTouches: List<RelationshipTouch> = async (ctx, ids, first) =>
  inOrder(ids, await selectTouches(ctx.db.orm, ctx.actor.workspaceId, ids, first));

export const listSupportSnapshots: List<SupportSnapshot> = async (ctx, ids, first) =>
  inOrder(ids, await selectSupportSnapshots(ctx.db.orm, ctx.actor.workspaceId, ids, first));

export const listBillingSnapshots: List<BillingSnapshot> = async (ctx, ids, first) =>
  inOrder(ids, await selectBillingSnapshots(ctx.db.orm, ctx.actor.workspaceId, ids, first));

export async function findChurns(ctx: Ctx, accountIds: readonly string[]): Promise<(Churn | null)[]> {
  const churns = await selectChurns(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  return accountIds.map((id) => churns.get(id) ?? null);
}

const inOrder = <Fact>(ids: readonly string[], found: ByAccount<Fact[]>): Fact[][] =>
  ids.map((id) => found.get(id) ?? []);
