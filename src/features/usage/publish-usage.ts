import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis } from './model.ts';

/** Usage, activity index and change of every account, for the account table. */
export async function publishUsage(_ctx: Ctx, _basis: ProfileBasis): Promise<void> {}
