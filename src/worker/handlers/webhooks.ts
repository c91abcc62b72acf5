import { systemActor } from '../../features/kit/actor.ts';
import { ctxFor, type Ports } from '../../features/kit/ctx.ts';
import { deliverJob, deliverWebhooks, sweepWebhooks, sweepWebhooksJob } from '../../features/webhooks/index.ts';
import { findWorkspaceActor } from '../../features/workspaces/index.ts';

/** Registers what a worker does for the webhooks room. */
export function handleWebhooks(ports: Ports): void {
  ports.queue.handle(deliverJob, async ({ workspace, endpoint }) => {
    const found = await findWorkspaceActor(ports.db.system.orm, workspace);
    if (found) await deliverWebhooks(ctxFor(ports, systemActor(found)), endpoint);
  });
  ports.queue.handle(sweepWebhooksJob, () => sweepWebhooks(ports));
}
