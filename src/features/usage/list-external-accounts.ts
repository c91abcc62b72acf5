import type { Ctx } from '../kit/ctx.ts';
import type { ExternalAccount } from './model.ts';
import { selectExternalAccountsOf } from './store/index.ts';

/** The ids that usage comes under for each account, in the accounts' order: its own first, then the latest linked. */
export async function listExternalAccounts(ctx: Ctx, accountIds: readonly string[]): Promise<ExternalAccount[][]> {
  const rows = await selectExternalAccountsOf(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  const byAccount = new Map(accountIds.map((id): [string | null, ExternalAccount[]] => [id, []]));
  for (const row of rows) byAccount.get(row.accountId)?.push(row);
  return accountIds.map((id) => byAccount.get(id) ?? []);
}
