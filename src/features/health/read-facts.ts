import type { Ctx } from '../kit/ctx.ts';
import type { AccountFacts, Facts } from './model.ts';
import { selectFactSources, selectFacts } from './store/facts.ts';

/** Accounts of one statement: between statements others have their turn. */
const BATCH = 1_000;

/**
 * Everything recorded of the workspace's accounts, as of `at`: what happened later does not count. When it was recorded does
 * not matter: histories are given afterwards.
 */
export async function readFacts(ctx: Ctx, at: Date): Promise<Facts> {
  const { workspaceId } = ctx.actor;
  const sources = await selectFactSources(ctx.db.orm, workspaceId, at);
  const byAccount = new Map<string, AccountFacts>();
  if (!sources.touches && !sources.support && !sources.billing) return { sources, byAccount };
  for (let after = ''; ; ) {
    const rows = await selectFacts(ctx.db.orm, workspaceId, at, after, BATCH);
    for (const [id, facts] of rows) if (facts) byAccount.set(id, facts);
    const last = rows.at(-1)?.[0];
    if (rows.length < BATCH || last === undefined) return { sources, byAccount };
    after = last;
  }
}
