import type { Keyset } from '../../lib/page.ts';
import type { Ctx } from '../kit/ctx.ts';
import { findStandings } from './find-standings.ts';
import type { Account, AccountQuery, AccountStanding } from './model.ts';
import { selectAccountPage } from './store/index.ts';

export type ExportedAccount = { readonly account: Account; readonly standing: AccountStanding | null };

/** Enough that looking through the table for each batch is little beside sending it, and some hundred kilobytes. */
const BATCH = 1_000;

/** All accounts that match, in order, a batch at a time: the next is read when it is asked for. */
export async function* exportAccounts(ctx: Ctx, query: AccountQuery): AsyncGenerator<ExportedAccount[]> {
  for (let after: Keyset | null = null; ; ) {
    const rows = await selectAccountPage(ctx.db.orm, ctx.actor.workspaceId, query, after, BATCH);
    const standings = await findStandings(
      ctx,
      rows.map(({ id }) => id),
    );
    yield rows.map(({ key: _, ...account }, index) => ({ account, standing: standings[index] ?? null }));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = [last.key, last.id];
  }
}
