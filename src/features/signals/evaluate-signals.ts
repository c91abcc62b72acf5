import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';

/** What an evaluation of signals came to. */
export type EvaluatedSignals = { readonly raised: number; readonly resolved: number };

/** Raises, updates and resolves the workspace's signals as things stand. */
export async function evaluateSignals(
  _ctx: Ctx,
  _coverage: UsageCoverage,
  _basis: ProfileBasis | null,
): Promise<EvaluatedSignals> {
  return { raised: 0, resolved: 0 };
}
