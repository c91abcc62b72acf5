import { type Account, findAccountsById } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { countStagedMatches, selectOwners } from './store/index.ts';

/** The account that each external id belongs to, by a link or by its externalCrmId, in this order; null where there is none. */
export async function findMatchingAccounts(
  ctx: Ctx,
  externalIds: readonly (string | null)[],
): Promise<(Account | null)[]> {
  const asked = [...new Set(externalIds.filter((id) => id !== null))];
  const owners = await selectOwners(ctx.db.orm, ctx.actor.workspaceId, asked);
  const found = await findAccountsById(ctx, [...new Set(owners.values())]);
  const byId = new Map(found.map((account) => [account?.id, account]));
  return externalIds.map((id) => byId.get(owners.get(id ?? '')) ?? null);
}

/** How many external ids belong to an account; `ids` is a binary COPY stream of (ref int4, external_id text), in pieces. */
export async function countMatchingAccounts(ctx: Ctx, ids: readonly Uint8Array[]): Promise<number> {
  return ids.length === 0 ? 0 : countStagedMatches(ctx.db.sql, ctx.actor.workspaceId, ids);
}
