import type { Queryable } from '../../db/client.ts';
import { err, ok } from '../../lib/result.ts';
import { trimAsciiBlanks } from '../../lib/text.ts';
import { findAccountsByExternalCrmId, findAccountsById } from '../accounts/index.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, type Refusal, refuse } from '../kit/refusal.ts';
import { dispatchEvaluation, requestEvaluation } from '../workspaces/index.ts';
import { type Check, checkId, problems } from './domain/check-facts.ts';

export type RecordFactsCode =
  | 'FORBIDDEN'
  | 'INVALID_INPUT'
  | 'ACCOUNT_NOT_FOUND'
  | 'DUPLICATE_RECORD'
  | 'TOO_MANY_RECORDS';

/** Exactly one of the two. */
export type AccountRef = { readonly accountId: string | null; readonly externalCrmId: string | null };

export type Recorded = {
  /** How many were new or said something else than before. */
  readonly changedCount: number;
  /** How many were known, word for word. */
  readonly unchangedCount: number;
};
export type RecordOutcome = Outcome<Recorded, RecordFactsCode>;

/** What tells one kind of fact from another. */
export type FactKind<Fact> = {
  /** What the input calls the list. */
  readonly list: string;
  readonly check: (fact: Fact) => readonly Check[];
  /** Facts with the same key are one, whatever else they say; `field` is where it stands. */
  readonly key: { readonly field: string; readonly of: (fact: Fact, accountId: string) => string };
  /** Writes those that differ, and says how many did. */
  readonly write: (tx: Queryable, facts: readonly (Fact & { readonly accountId: string })[]) => Promise<number>;
};

const LIMIT = 1_000;

/** Records facts of one kind about accounts: all of them, or none when any is refused. The same again changes nothing. */
export async function recordFacts<Fact extends AccountRef>(
  ctx: Ctx,
  kind: FactKind<Fact>,
  given: readonly Fact[],
): Promise<RecordOutcome> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  if (given.length < 1 || given.length > LIMIT) {
    const message = `Give 1 to 1,000 ${kind.list} at a time; this call has ${given.length}.`;
    return refuse('TOO_MANY_RECORDS', message, ['input', kind.list]);
  }
  const facts = given.map((fact) => ({
    ...fact,
    externalCrmId: fact.externalCrmId === null ? null : trimAsciiBlanks(fact.externalCrmId),
  }));
  const path = (index: number, field: string) => ['input', kind.list, String(index), field];
  const refusals = facts.flatMap((fact, index) =>
    problems([...checkRef(fact), ...kind.check(fact)]).map(({ field, message }): Refusal<RecordFactsCode> => {
      return { code: 'INVALID_INPUT', message: `${kind.list}[${index}]: ${message}.`, field: path(index, field) };
    }),
  );
  if (refusals.length > 0) return err(refusals);

  // Accounts are never deleted: what is found here holds in the transaction.
  const accountIdOf = await findAccountIds(ctx, facts);
  const seen = new Map<string, number>();
  const found = facts.flatMap((fact, index) => {
    const accountId = accountIdOf(fact);
    if (accountId === null) {
      const field = fact.accountId === null ? 'externalCrmId' : 'accountId';
      const message = `${kind.list}[${index}]: there is no such account in this workspace.`;
      refusals.push({ code: 'ACCOUNT_NOT_FOUND', message, field: path(index, field) });
      return [];
    }
    const key = kind.key.of(fact, accountId);
    const first = seen.get(key);
    if (first !== undefined) {
      const message = `${kind.list}[${index}] is the same as ${kind.list}[${first}]: give each once.`;
      const { field } = kind.key;
      const named = field === 'accountId' && fact.accountId === null ? 'externalCrmId' : field;
      refusals.push({ code: 'DUPLICATE_RECORD', message, field: path(index, named) });
    }
    seen.set(key, first ?? index);
    return [{ ...fact, accountId }];
  });
  if (refusals.length > 0) return err(refusals);

  const changedCount = await ctx.db.orm.transaction(async (tx) => {
    const changed = await kind.write(tx, found);
    if (changed > 0) await requestEvaluation(tx, ctx);
    return changed;
  });
  if (changedCount > 0) await dispatchEvaluation(ctx);
  return ok({ changedCount, unchangedCount: found.length - changedCount });
}

function checkRef({ accountId, externalCrmId }: AccountRef): Check[] {
  if ((accountId === null) === (externalCrmId === null)) {
    return [{ field: 'accountId', message: 'give exactly one of accountId and externalCrmId' }];
  }
  return [accountId === null ? checkId('externalCrmId', externalCrmId ?? '') : checkId('accountId', accountId)];
}

/** Whose a fact is; null when there is no such account. */
async function findAccountIds(ctx: Ctx, refs: readonly AccountRef[]): Promise<(ref: AccountRef) => string | null> {
  const ids = [...new Set(refs.flatMap(({ accountId }) => accountId ?? []))];
  const crmIds = [...new Set(refs.flatMap(({ accountId, externalCrmId }) => (accountId ? [] : (externalCrmId ?? []))))];
  const [byId, byCrmId] = await Promise.all([
    ids.length === 0 ? [] : findAccountsById(ctx, ids),
    crmIds.length === 0 ? [] : findAccountsByExternalCrmId(ctx, crmIds),
  ]);
  const known = new Set(byId.map((account) => account?.id));
  const idOf = new Map(byCrmId.map((account) => [account?.externalCrmId, account?.id]));
  return ({ accountId, externalCrmId }) =>
    accountId === null ? (idOf.get(externalCrmId ?? '') ?? null) : known.has(accountId) ? accountId : null;
}
