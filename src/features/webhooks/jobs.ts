import { z } from 'zod';
import type { JobDefinition } from '../../platform/queue/queue.ts';

const payload = z.strictObject({ workspace: z.string(), endpoint: z.string() });

/**
 * Sends what waits for one endpoint, for a while. Many at a time: they do little but wait, for answers of endpoints of which
 * the slow ones must not hold up the others. At least once; what each delivery's lease lets through is sent.
 */
export const deliverJob: JobDefinition<z.infer<typeof payload>> = {
  name: 'webhooks.deliver',
  parse: (value) => payload.parse(value),
  concurrency: 32,
};

/** Deletes what is kept no longer. */
export const sweepWebhooksJob: JobDefinition<null> = {
  name: 'webhooks.sweep',
  parse: () => null,
  concurrency: 1,
};
