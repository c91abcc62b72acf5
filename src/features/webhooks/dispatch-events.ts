import type { Ctx, Ports } from '../kit/ctx.ts';
import { deliverJob } from './jobs.ts';
import { type DueEndpoint, selectDueEndpoints } from './store/index.ts';

/** How many endpoints one look hands out; those that wait longest come first. */
const MOST_DUE = 200;

/** Calls workers to deliver what was noted, once it is committed. Should that fail, the next look finds it. */
export async function dispatchEvents(ctx: Pick<Ctx, 'actor' | 'clock' | 'db' | 'queue' | 'log'>): Promise<void> {
  const { workspaceId, workspace } = ctx.actor;
  try {
    const only = { limit: MOST_DUE, only: workspaceId };
    for (const due of await selectDueEndpoints(ctx.db.orm, ctx.clock.now(), only)) await enqueueDeliveries(ctx, due);
  } catch (error) {
    ctx.log.warn({ workspace, error: String(error) }, 'webhooks could not be handed out; the next look will');
  }
}

/** Across all workspaces, every few seconds and by every worker: hands out what is due. Claiming makes the second do nothing. */
export async function handOutDeliveries(ports: Ports): Promise<void> {
  const due = await selectDueEndpoints(ports.db.system.orm, ports.clock.now(), { limit: MOST_DUE });
  for (const one of due) await enqueueDeliveries(ports, one);
}

export async function enqueueDeliveries({ queue, log }: Pick<Ports, 'queue' | 'log'>, due: DueEndpoint): Promise<void> {
  try {
    await queue.enqueue(deliverJob, due);
  } catch (error) {
    log.warn({ ...due, error: String(error) }, 'a webhook delivery could not be enqueued; the next look will');
  }
}
