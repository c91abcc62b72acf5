import type { z } from 'zod';
import {
  type Account,
  type AccountFilter,
  type AccountOrder,
  type AccountStanding,
  askAccounts,
  countAccounts,
  findStandings,
  listAccounts,
  SEVERITIES,
} from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { type DayWindow, windowEnding } from '../../lib/day.ts';
import type { Freshness } from '../tool.ts';
import { finite, shownAccount, shownOrNull } from './answers.ts';
import type { ACCOUNT_ROW } from './outputs.ts';

export type AccountRow = z.infer<typeof ACCOUNT_ROW>;

/** A page of the account table, and how many match in all. */
export async function pageOfAccounts(
  ctx: Ctx,
  filter: AccountFilter,
  orderBy: AccountOrder,
  first: number,
): Promise<{ readonly accounts: readonly Account[]; readonly totalCount: number }> {
  const query = await askAccounts(ctx, { filter, orderBy }, async () => []);
  if (!query.ok) throw new Error(`the account table refuses ${JSON.stringify(query.error)}`);
  const [page, totalCount] = await Promise.all([
    listAccounts(ctx, { first, after: null }, query.value),
    countAccounts(ctx, query.value),
  ]);
  if (!page.ok) throw new Error(`the account table refuses ${JSON.stringify(page.error)}`);
  return { accounts: page.value.edges.map(({ node }) => node), totalCount };
}

/** The accounts with what the table shows of them, in their order. */
export async function rowsOf(ctx: Ctx, accounts: readonly Account[]): Promise<AccountRow[]> {
  const standings = await findStandings(
    ctx,
    accounts.map(({ id }) => id),
  );
  return accounts.map((account, index) => rowOf(account, standings[index] ?? null));
}

function rowOf(account: Account, standing: AccountStanding | null): AccountRow {
  const { plan, region, owner, seats, arr, renewalOn } = account;
  const worst = standing?.worstSeverity ?? null;
  return {
    ...shownAccount(account),
    plan: shownOrNull(plan, 100),
    region: shownOrNull(region, 100),
    owner: shownOrNull(owner, 200),
    seats,
    arr: finite(arr),
    renewalOn,
    healthScore: standing?.healthScore ?? null,
    healthBand: standing?.healthBand ?? null,
    healthChange: standing?.healthChange ?? null,
    activityIndex: finite(standing?.activityIndex),
    activityChangeRate: finite(standing?.activityChange),
    lastUsedOn: standing?.lastUsedOn ?? null,
    openSignalCount: standing?.openSignals ?? 0,
    worstSeverity: worst === null ? null : (SEVERITIES[worst - 1] ?? null),
  };
}

/** What the table's usage is of: the 30 days that end on the last synchronised one. */
export const tableDays = ({ lastSyncedDay }: Freshness): DayWindow | null =>
  lastSyncedDay === null ? null : windowEnding(lastSyncedDay, 30);
