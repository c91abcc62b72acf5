import { newId } from '../../lib/ids.ts';
import { err, ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, type Refusal, refuse } from '../kit/refusal.ts';
import { dispatchEvaluation, requestEvaluation } from '../workspaces/index.ts';
import { type AccountInput, checkAccount, tidyAccount } from './domain/check-account.ts';
import type { Account } from './model.ts';
import { insertAccounts, lockAccounts, selectAccountsByExternalCrmId, updateKnownAccounts } from './store/index.ts';

export type UpsertAccountsCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'DUPLICATE_EXTERNAL_CRM_ID' | 'TOO_MANY_ACCOUNTS';
export type UpsertedAccounts = {
  readonly accounts: Account[];
  readonly createdCount: number;
  readonly updatedCount: number;
};

const LIMIT = 1000;

/** Creates new accounts and updates known ones, in one transaction. */
export async function upsertAccounts(
  ctx: Ctx,
  input: { readonly accounts: readonly AccountInput[] },
): Promise<Outcome<UpsertedAccounts, UpsertAccountsCode>> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  if (input.accounts.length < 1 || input.accounts.length > LIMIT) {
    return refuse('TOO_MANY_ACCOUNTS', `Give 1 to 1,000 accounts at a time; this call has ${input.accounts.length}.`, [
      'input',
      'accounts',
    ]);
  }
  const inputs = input.accounts.map(tidyAccount);
  const refusals = checkAll(inputs);
  if (refusals.length > 0) return err(refusals);

  const ids = inputs.map((account) => account.externalCrmId);
  const { workspaceId } = ctx.actor;
  const now = ctx.clock.now();
  const upserted = await ctx.db.orm.transaction(async (tx) => {
    await lockAccounts(tx, workspaceId);
    const known = new Set((await selectAccountsByExternalCrmId(tx, workspaceId, ids)).map((row) => row.externalCrmId));
    const fresh = inputs.filter((account) => !known.has(account.externalCrmId));
    if (known.size > 0) await updateKnownAccounts(tx, workspaceId, inputs, now);
    await insertAccounts(
      tx,
      workspaceId,
      fresh.map((account) => ({ ...account, id: newId('account', now) })),
      now,
    );
    await requestEvaluation(tx, ctx);
    const stored = await selectAccountsByExternalCrmId(tx, workspaceId, ids);
    const byId = new Map(stored.map((account) => [account.externalCrmId, account]));
    const accounts = ids.flatMap((id) => byId.get(id) ?? []);
    return ok({ accounts, createdCount: fresh.length, updatedCount: known.size });
  });
  await dispatchEvaluation(ctx);
  return upserted;
}

function checkAll(inputs: readonly AccountInput[]): Refusal<UpsertAccountsCode>[] {
  const seen = new Map<string, number>();
  return inputs.flatMap((account, index) => {
    const path = (field: string) => ['input', 'accounts', String(index), field];
    const refusals: Refusal<UpsertAccountsCode>[] = checkAccount(account).map(({ field, message }) => ({
      code: 'INVALID_INPUT',
      message: `accounts[${index}]: ${message}.`,
      field: path(field),
    }));
    const first = seen.get(account.externalCrmId);
    if (first !== undefined) {
      const message = `accounts[${index}] has the same externalCrmId as accounts[${first}]: give each account once.`;
      refusals.push({ code: 'DUPLICATE_EXTERNAL_CRM_ID', message, field: path('externalCrmId') });
    }
    seen.set(account.externalCrmId, first ?? index);
    return refusals;
  });
}
