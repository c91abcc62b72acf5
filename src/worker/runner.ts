import { handOutTurns } from '../features/conversations/index.ts';
import type { Ports } from '../features/kit/ctx.ts';
import { sweepSources } from '../features/sources/index.ts';
import { handleConversations } from './handlers/conversations.ts';
import { handleHealth } from './handlers/health.ts';
import { handleSources } from './handlers/sources.ts';
import { handleWebhooks } from './handlers/webhooks.ts';
import { handleWorkspaces } from './handlers/workspaces.ts';
import { SCHEDULE } from './schedule.ts';

/** Registers every handler and begins to take jobs. What a killed predecessor left is picked up at once. */
export async function startWorker(ports: Ports): Promise<void> {
  handleSources(ports);
  handleWorkspaces(ports);
  handleWebhooks(ports);
  handleHealth(ports);
  handleConversations(ports);
  await ports.queue.start();
  for (const { job, cron } of SCHEDULE) await ports.queue.schedule(job, cron);
  await sweepSources(ports);
  await handOutTurns(ports);
}
