import type { Ctx } from '../kit/ctx.ts';
import type { BandSummary } from './model.ts';
import { selectBandSummaries } from './store/index.ts';

/** How many accounts are in each band of health, with their ARR; bands without any are not among them. */
export const summariseAccounts = (ctx: Ctx): Promise<BandSummary[]> =>
  selectBandSummaries(ctx.db.orm, ctx.actor.workspaceId);
