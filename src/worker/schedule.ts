import { sweepConversationsJob } from '../features/conversations/index.ts';
import { sweepSourcesJob } from '../features/sources/index.ts';
import { sweepWebhooksJob } from '../features/webhooks/index.ts';
import type { JobDefinition } from '../platform/queue/queue.ts';

/** Every cron line in the product, in UTC. A tick only asks what is due: one that was missed is made up by the next. */
export const SCHEDULE: readonly { readonly job: JobDefinition<null>; readonly cron: string }[] = [
  { job: sweepSourcesJob, cron: '* * * * *' },
  { job: sweepWebhooksJob, cron: '17 * * * *' },
  { job: sweepConversationsJob, cron: '47 * * * *' },
];

/**
 * How often each worker looks for runs that were left. By a timer of its own and not by a cron line: Agenda's tick is one job,
 * and a worker that is killed while it holds that job takes the tick with it for the minute that the job's lock lives.
 */
export const LOOK_EVERY_MS = 10_000;
