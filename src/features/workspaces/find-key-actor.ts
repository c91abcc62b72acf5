import type { Actor } from '../kit/actor.ts';
import type { Ctx } from '../kit/ctx.ts';
import { getApiKey } from './store/index.ts';

/** Who acts when a key of the workspace does, as of now; null for none of that id, and for one that was revoked. */
export async function findKeyActor({ actor, db }: Pick<Ctx, 'actor' | 'db'>, keyId: string): Promise<Actor | null> {
  const { workspaceId, workspace } = actor;
  const key = await getApiKey(db.orm, workspaceId, keyId);
  return key && key.revokedAt === null ? { workspaceId, workspace, role: key.role, keyId } : null;
}
