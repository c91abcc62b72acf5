import { ok } from '../../lib/result.ts';
import { isStorable, trimAsciiBlanks } from '../../lib/text.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { dispatchEvaluation, recordChange, requestEvaluation } from '../workspaces/index.ts';
import type { ExternalAccount } from './model.ts';
import { deleteLink, lockLinks, selectExternalAccount } from './store/index.ts';

export type UnlinkExternalAccountCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_LINKED';

export type UnlinkedExternalAccount = {
  readonly previousAccountId: string;
  readonly externalAccount: ExternalAccount;
};

type Unlinked = Outcome<UnlinkedExternalAccount, UnlinkExternalAccountCode>;

/** Takes a link back. Its usage stays: it is nobody's again, or the account's that has exactly this externalCrmId. */
export async function unlinkExternalAccount(ctx: Ctx, input: { readonly externalId: string }): Promise<Unlinked> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const field = ['input', 'externalId'];
  const externalId = trimAsciiBlanks(input.externalId);
  if (externalId === '') return refuse('INVALID_INPUT', 'externalId may not be empty.', field);
  if (!isStorable(externalId)) {
    return refuse('INVALID_INPUT', 'externalId contains a character that no id has.', field);
  }
  const { workspaceId } = ctx.actor;
  const unlinked = await ctx.db.orm.transaction(async (tx): Promise<Unlinked> => {
    await lockLinks(tx, workspaceId);
    const linked = await selectExternalAccount(tx, workspaceId, externalId);
    if (!linked?.linkedAt || linked.accountId === null) {
      return refuse('NOT_LINKED', 'This id is not linked to an account.', field);
    }
    await deleteLink(tx, workspaceId, externalId);
    await requestEvaluation(tx, ctx);
    const details = { accountId: linked.accountId };
    await recordChange(tx, ctx, { action: 'EXTERNAL_ACCOUNT_UNLINKED', subject: externalId, details });
    const now = await selectExternalAccount(tx, workspaceId, externalId);
    return ok({ previousAccountId: linked.accountId, externalAccount: now ?? linked });
  });
  if (unlinked.ok) await dispatchEvaluation(ctx);
  return unlinked;
}
