import { systemActor } from '../../features/kit/actor.ts';
import type { Ports } from '../../features/kit/ctx.ts';
import { runSync, sweepSources, sweepSourcesJob, syncRunJob } from '../../features/sources/index.ts';
import { findWorkspaceActor } from '../../features/workspaces/index.ts';

/** Registers what a worker does for the sources room. */
export function handleSources(ports: Ports): void {
  ports.queue.handle(syncRunJob, async ({ workspace, run }) => {
    const found = await findWorkspaceActor(ports.db.system.orm, workspace);
    if (!found) return;
    await runSync(ports, { actor: systemActor(found), runId: run });
  });
  ports.queue.handle(sweepSourcesJob, () => sweepSources(ports));
}
