import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';

/** What scoring came to. */
export type Scored = { readonly accounts: number; readonly bandsChanged: number };

/** Scores every account of the workspace as things stand, writing what changed. */
export async function scoreAccounts(_ctx: Ctx, _coverage: UsageCoverage, _basis: ProfileBasis | null): Promise<Scored> {
  return { accounts: 0, bandsChanged: 0 };
}
