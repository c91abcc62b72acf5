import { z } from 'zod';
import type { JobDefinition } from '../../platform/queue/queue.ts';

const payload = z.strictObject({ workspace: z.string(), run: z.string() });
export type SyncRunPayload = z.infer<typeof payload>;

/** Works on one queued run. Delivered at least once; the run's lease makes it happen once. */
export const syncRunJob: JobDefinition<SyncRunPayload> = {
  name: 'sources.sync-run',
  parse: (value) => payload.parse(value),
  concurrency: 4,
};

/** Every minute: hands out again what nobody works on, and clears what has expired. */
export const sweepSourcesJob: JobDefinition<null> = {
  name: 'sources.sweep',
  parse: () => null,
  concurrency: 1,
};
