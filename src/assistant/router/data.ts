import type { z } from 'zod';
import type { OUTPUT as FOUND } from '../tools/accounts.ts';
import type { OUTPUT as ACCOUNTS_COMPARED } from '../tools/compare-accounts.ts';
import type { OUTPUT as PERIODS_COMPARED } from '../tools/compare-periods.ts';
import type { OUTPUT as EXPLAINED } from '../tools/explain-signal.ts';
import type { SCORE } from '../tools/health.ts';
import type { OUTPUT as MOVERS } from '../tools/movers.ts';
import type { ACCOUNT, ACCOUNT_ROW } from '../tools/outputs.ts';
import type { OUTPUT as OVERVIEW } from '../tools/overview.ts';
import type { SIGNAL } from '../tools/signals.ts';
import type { OUTPUT as SYNC } from '../tools/sources.ts';
import type { OUTPUT as UNMATCHED } from '../tools/unmatched.ts';
import type { OUTPUT as USAGE } from '../tools/usage.ts';

export type Account = z.infer<typeof ACCOUNT>;
export type AccountRow = z.infer<typeof ACCOUNT_ROW>;
export type Signal = z.infer<typeof SIGNAL>;
export type Usage = z.infer<typeof USAGE>;
export type MetricFigures = Omit<Usage['metrics'][number], 'points'>;

/** What the tools that templates call find, by their names. */
export type ToolData = {
  readonly find_accounts: z.infer<typeof FOUND>;
  readonly get_account_usage: Usage;
  readonly compare_accounts: z.infer<typeof ACCOUNTS_COMPARED>;
  readonly compare_periods: z.infer<typeof PERIODS_COMPARED>;
  readonly list_usage_movers: z.infer<typeof MOVERS>;
  readonly list_accounts_by_health: { readonly totalCount: number; readonly accounts: readonly AccountRow[] };
  readonly get_account_health: z.infer<typeof SCORE>;
  readonly list_signals: { readonly totalCount: number; readonly signals: readonly Signal[] };
  readonly explain_signal: z.infer<typeof EXPLAINED>;
  readonly get_sync_state: z.infer<typeof SYNC>;
  readonly list_unmatched_ids: z.infer<typeof UNMATCHED>;
  readonly get_workspace_overview: z.infer<typeof OVERVIEW>;
  readonly propose_acknowledge_signal: { readonly summary: string };
  readonly propose_link_account: { readonly summary: string };
};
