import { sweepSourcesJob } from '../features/sources/index.ts';
import type { JobDefinition } from '../platform/queue/queue.ts';

/** Every cron line in the product, in UTC. A tick only asks what is due: one that was missed is made up by the next. */
export const SCHEDULE: readonly { readonly job: JobDefinition<null>; readonly cron: string }[] = [
  { job: sweepSourcesJob, cron: '* * * * *' },
];
