import type { Ctx } from '../kit/ctx.ts';
import type { Account } from './model.ts';
import { selectAccountsByExternalCrmId, selectAccountsById } from './store/index.ts';

/** The accounts with these ids, in this order; null where there is none. */
export async function findAccountsById(ctx: Ctx, ids: readonly string[]): Promise<(Account | null)[]> {
  const rows = await selectAccountsById(ctx.db.orm, ctx.actor.workspaceId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The accounts with these external CRM ids, in this order; null where there is none. */
export async function findAccountsByExternalCrmId(ctx: Ctx, ids: readonly string[]): Promise<(Account | null)[]> {
  const rows = await selectAccountsByExternalCrmId(ctx.db.orm, ctx.actor.workspaceId, ids);
  const byId = new Map(rows.map((row) => [row.externalCrmId, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
