import type { Ctx } from '../kit/ctx.ts';
import type { Workspace } from './model.ts';
import { getWorkspace } from './store/index.ts';

/** The actor's own workspace. */
export async function findWorkspace(ctx: Ctx): Promise<Workspace> {
  const workspace = await getWorkspace(ctx.db.orm, ctx.actor.workspaceId);
  if (!workspace) throw new Error(`workspace ${ctx.actor.workspace} is gone`);
  return workspace;
}
