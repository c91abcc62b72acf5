import { z } from 'zod';
import type { JobDefinition } from '../../platform/queue/queue.ts';

const payload = z.strictObject({ workspace: z.string() });

/** Evaluates a workspace whose data changed. Delivered at least once; the evaluation's lease makes it happen once. */
export const evaluateJob: JobDefinition<z.infer<typeof payload>> = {
  name: 'workspaces.evaluate',
  parse: (value) => payload.parse(value),
  concurrency: 2,
};
