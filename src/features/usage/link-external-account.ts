import { ok } from '../../lib/result.ts';
import { isStorable, trimAsciiBlanks } from '../../lib/text.ts';
import { type Account, findAccountsByExternalCrmId, findAccountsById } from '../accounts/index.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { dispatchEvaluation, recordChange, requestEvaluation } from '../workspaces/index.ts';
import type { ExternalAccount } from './model.ts';
import { lockLinks, selectExternalAccount, upsertLink } from './store/index.ts';

export type LinkExternalAccountCode =
  | 'FORBIDDEN'
  | 'INVALID_INPUT'
  | 'UNKNOWN_EXTERNAL_ACCOUNT'
  | 'ACCOUNT_NOT_FOUND'
  | 'ALREADY_MATCHED';

export type LinkInput = {
  readonly externalId: string;
  /** Exactly one of the two. */
  readonly accountId: string | null;
  readonly externalCrmId: string | null;
};

export type LinkedExternalAccount = {
  readonly account: Account;
  readonly externalAccount: ExternalAccount;
  /** Id of the account it was linked to until now; null when it was linked to none, or to the same. */
  readonly previousAccountId: string | null;
};

type Linked = Outcome<LinkedExternalAccount, LinkExternalAccountCode>;

/**
 * Says that usage under an external id is an account's. Whose usage is whose is looked up whenever it is read, so all of it,
 * what came and what will come, is the account's at once. An id that is linked already moves.
 */
export async function linkExternalAccount(ctx: Ctx, input: LinkInput): Promise<Linked> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const externalId = trimAsciiBlanks(input.externalId);
  const { accountId, externalCrmId } = input;
  if (externalId === '') return refuse('INVALID_INPUT', 'externalId may not be empty.', ['input', 'externalId']);
  if ((accountId === null) === (externalCrmId === null)) {
    return refuse('INVALID_INPUT', 'Give exactly one of accountId and externalCrmId.', ['input', 'accountId']);
  }
  for (const field of ['externalId', 'accountId', 'externalCrmId'] as const) {
    if (!isStorable(input[field] ?? '')) {
      return refuse('INVALID_INPUT', `${field} contains a character that no id has.`, ['input', field]);
    }
  }

  // Accounts are never deleted and keep their externalCrmId: what is found here holds in the transaction.
  const [account = null] =
    accountId === null
      ? await findAccountsByExternalCrmId(ctx, [externalCrmId ?? ''])
      : await findAccountsById(ctx, [accountId]);
  const [own = null] = await findAccountsByExternalCrmId(ctx, [externalId]);
  const { workspaceId } = ctx.actor;
  const linked = await ctx.db.orm.transaction(async (tx): Promise<Linked> => {
    await lockLinks(tx, workspaceId);
    const before = await selectExternalAccount(tx, workspaceId, externalId);
    if (!before)
      return refuse('UNKNOWN_EXTERNAL_ACCOUNT', 'No usage ever came under this id.', ['input', 'externalId']);
    if (!account) {
      const field = accountId === null ? 'externalCrmId' : 'accountId';
      return refuse('ACCOUNT_NOT_FOUND', 'There is no such account in this workspace.', ['input', field]);
    }
    if (own) {
      const message = `The account ${own.id} has exactly this externalCrmId; only an id that no account has can be linked.`;
      return refuse('ALREADY_MATCHED', message, ['input', 'externalId']);
    }
    if (before.accountId === account.id) return ok({ account, externalAccount: before, previousAccountId: null });
    const linkedAt = ctx.clock.now();
    await upsertLink(tx, workspaceId, { externalId, accountId: account.id, linkedAt });
    await requestEvaluation(tx, ctx);
    const previousAccountId = before.accountId;
    const details = { accountId: account.id, previousAccountId };
    await recordChange(tx, ctx, { action: 'EXTERNAL_ACCOUNT_LINKED', subject: externalId, details });
    return ok({ account, externalAccount: { ...before, linkedAt, accountId: account.id }, previousAccountId });
  });
  if (linked.ok) await dispatchEvaluation(ctx);
  return linked;
}
