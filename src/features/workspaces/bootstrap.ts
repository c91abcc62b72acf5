import type { Ports } from '../kit/ctx.ts';
import { type CreatedWorkspace, createWorkspace, type NewWorkspace } from './create-workspace.ts';
import { lockAndHasWorkspace } from './store/index.ts';

/** Creates the first workspace when there is none; null when there is one. Safe when several processes start at once. */
export async function bootstrap(
  ports: Pick<Ports, 'db' | 'clock'>,
  input: NewWorkspace,
): Promise<CreatedWorkspace | null> {
  return ports.db.system.orm.transaction(async (tx) => {
    if (await lockAndHasWorkspace(tx)) return null;
    return createWorkspace({ db: { system: { orm: tx } }, clock: ports.clock }, input);
  });
}
