import type { Ctx } from '../kit/ctx.ts';
import type { ExternalAccount } from './model.ts';
import { selectExternalAccount } from './store/index.ts';

/** An id that usage comes under, and whose it is by a link; null when no usage ever came under it. */
export const findExternalAccount = (ctx: Ctx, externalId: string): Promise<ExternalAccount | null> =>
  selectExternalAccount(ctx.db.orm, ctx.actor.workspaceId, externalId);
