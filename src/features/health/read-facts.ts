import type { Ctx } from '../kit/ctx.ts';
import type { AccountFacts, AccountIds, FactSources, Facts } from './model.ts';
import { selectFactSources, selectFacts } from './store/facts.ts';

/** Accounts of one statement: between statements others have their turn. */
const BATCH = 1_000;

/**
 * Everything recorded of the workspace's accounts, as of `at`: what happened later does not count. When it was recorded does
 * not matter: histories are given afterwards.
 */
export async function readFacts(ctx: Ctx, at: Date): Promise<Facts> {
  const { workspaceId } = ctx.actor;
  const sources = await readFactSources(ctx, at);
  const byAccount = new Map<string, AccountFacts>();
  if (!hasAny(sources)) return { sources, byAccount };
  for (let after = ''; ; ) {
    const rows = await selectFacts(ctx.db.orm, workspaceId, at, { after, upTo: null }, BATCH);
    for (const [id, facts] of rows) if (facts) byAccount.set(id, facts);
    const last = rows.at(-1)?.[0];
    if (rows.length < BATCH || last === undefined) return { sources, byAccount };
    after = last;
  }
}

/** Which kinds of facts there are, as of `at`. */
export const readFactSources = (ctx: Ctx, at: Date): Promise<FactSources> =>
  selectFactSources(ctx.db.orm, ctx.actor.workspaceId, at);

/** The same of the accounts of a range, which are some hundreds: whoever goes through all need not hold all. */
export async function readFactsOf(
  ctx: Ctx,
  at: Date,
  sources: FactSources,
  ids: AccountIds,
): Promise<ReadonlyMap<string, AccountFacts>> {
  const rows = hasAny(sources) ? await selectFacts(ctx.db.orm, ctx.actor.workspaceId, at, ids, null) : [];
  return new Map(rows.flatMap(([id, facts]) => (facts ? [[id, facts] as const] : [])));
}

const hasAny = ({ touches, support, billing }: FactSources): boolean => touches || support || billing;
