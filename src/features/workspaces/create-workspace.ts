import type { Orm } from '../../db/client.ts';
import { newId } from '../../lib/ids.ts';
import type { Ports } from '../kit/ctx.ts';
import { apiKeyRecord, newSecretKey } from './api-key.ts';
import type { Workspace } from './model.ts';
import { insertApiKey, insertEvaluation, insertWorkspace } from './store/index.ts';

export type NewWorkspace = {
  readonly name: string;
  /** The owner key to use; a fresh one when null. */
  readonly ownerKey: string | null;
};
export type CreatedWorkspace = { readonly workspace: Workspace; readonly ownerKey: string };

/** Creates a workspace and its first OWNER key. An operator's act: no API key can do this. */
export async function createWorkspace(
  ports: {
    readonly db: { readonly system: { readonly orm: Pick<Orm, 'transaction'> } };
    readonly clock: Ports['clock'];
  },
  input: NewWorkspace,
): Promise<CreatedWorkspace> {
  const now = ports.clock.now();
  const workspace: Workspace = { id: newId('workspace', now), name: input.name, createdAt: now };
  const ownerKey = input.ownerKey ?? newSecretKey();
  await ports.db.system.orm.transaction(async (tx) => {
    const workspaceId = await insertWorkspace(tx, workspace);
    await insertEvaluation(tx, workspaceId);
    await insertApiKey(tx, workspaceId, apiKeyRecord(ownerKey, 'first owner key', 'OWNER', now));
  });
  return { workspace, ownerKey };
}
