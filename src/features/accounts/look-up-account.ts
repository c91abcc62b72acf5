import { setImmediate } from 'node:timers/promises';
import { idKind } from '../../lib/ids.ts';
import { nameWords, spellingOf, toKey } from '../../lib/spelling.ts';
import { isStorable } from '../../lib/text.ts';
import type { Ctx } from '../kit/ctx.ts';
import { likenessOf, RESEMBLES, resemblance, SURE } from './domain/resemblance.ts';
import { findAccountsByExternalCrmId, findAccountsById } from './find-accounts.ts';
import { listAccounts } from './list-accounts.ts';
import { listOutlines } from './list-outlines.ts';
import type { Account, AccountOutline } from './model.ts';
import { selectAccountsSpelled } from './store/index.ts';

type Named = Pick<Account, 'id' | 'externalCrmId' | 'name'>;

/** Which account somebody means. `NEAR`: nobody is called so; those that come nearest, best first, maybe none. */
export type LookedUp =
  | { readonly kind: 'FOUND'; readonly account: Account }
  | { readonly kind: 'SEVERAL' | 'NEAR'; readonly accounts: readonly Named[] };

/** How many are named where it is not clear who is meant. */
const MOST_NAMED = 5;
/** A misspelled name is taken for an account's only when it resembles any other clearly less. */
const AHEAD = 0.04;

/**
 * The account that a text means: its id or external CRM id exactly, else its name, first in any case, then whatever the
 * spelling or legal form, then as a part of it, then misspelled. The first of these that finds any decides.
 */
export async function lookUpAccount(ctx: Ctx, text: string): Promise<LookedUp> {
  if (!isStorable(text)) return { kind: 'NEAR', accounts: [] };
  const wanted = text.trim();
  const [byId = null] = idKind(wanted) === 'account' ? await findAccountsById(ctx, [wanted]) : [];
  const [byCrmId = null] = byId ? [] : await findAccountsByExternalCrmId(ctx, [wanted]);
  const exact = byId ?? byCrmId;
  if (exact) return { kind: 'FOUND', account: exact };
  // No other account's name is near an id that is none of this workspace's.
  if (idKind(wanted) === 'account') return { kind: 'NEAR', accounts: [] };

  const keys = { name: toKey(nameWords(wanted).join('')), id: toKey(spellingOf(wanted).bare) };
  const spelled = await selectAccountsSpelled(ctx.db.orm, ctx.actor.workspaceId, keys, 100);
  const containing = spelled.length > 0 ? [] : await accountsContaining(ctx, wanted);
  for (const found of [sameName(wanted, [...spelled, ...containing]), spelled, containing]) {
    const [account, ...others] = found;
    if (account && others.length === 0) return { kind: 'FOUND', account };
    if (account) return { kind: 'SEVERAL', accounts: found.slice(0, MOST_NAMED) };
  }
  return misspelled(ctx, wanted);
}

/** Those called exactly so; failing that, those called so in another case. */
function sameName(wanted: string, accounts: readonly Account[]): readonly Account[] {
  const exactly = accounts.filter(({ name }) => name === wanted);
  if (exactly.length > 0) return exactly;
  return accounts.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

async function accountsContaining(ctx: Ctx, text: string): Promise<Account[]> {
  const order = { field: 'NAME', direction: 'ASC', slot: null } as const;
  const query = { filters: [{ text, usage: [] }], order };
  const page = await listAccounts(ctx, { first: 25, after: null }, query);
  return page.ok ? page.value.edges.map(({ node }) => node) : [];
}

async function misspelled(ctx: Ctx, text: string): Promise<LookedUp> {
  const near = await findResemblingAccounts(ctx, text, MOST_NAMED);
  const [best, second] = near;
  if (best && best.score >= SURE && (!second || best.score - second.score >= AHEAD)) {
    const [account = null] = await findAccountsById(ctx, [best.account.id]);
    if (account) return { kind: 'FOUND', account };
  }
  return { kind: 'NEAR', accounts: near.map(({ account }) => account) };
}

export type Resembling = { readonly account: AccountOutline; readonly score: number };

/** Names compared at once, a few milliseconds; and how many at most, beyond which a misspelled name is not found. */
const BATCH = 500;
const MOST_COMPARED = 20_000;

/** The accounts whose names resemble a text, best first. Looks at every name: no index knows what somebody mistypes. */
export async function findResemblingAccounts(ctx: Ctx, text: string, limit: number): Promise<Resembling[]> {
  const likeness = likenessOf(text);
  const near: Resembling[] = [];
  let after = '';
  for (let compared = 0; compared < MOST_COMPARED; compared += BATCH) {
    const accounts = await listOutlines(ctx, after, BATCH);
    for (const account of accounts) {
      const score = resemblance(likeness, account);
      if (score >= RESEMBLES) near.push({ account, score });
    }
    if (accounts.length < BATCH) break;
    after = accounts.at(-1)?.id ?? after;
    await setImmediate();
  }
  return near.sort((a, b) => b.score - a.score || (a.account.id < b.account.id ? -1 : 1)).slice(0, limit);
}
