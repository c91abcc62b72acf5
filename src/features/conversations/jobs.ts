import { z } from 'zod';
import type { JobDefinition } from '../../platform/queue/queue.ts';

const payload = z.strictObject({ workspace: z.string(), turn: z.string() });

/** Answers a question. Delivered at least once; the turn's lease makes it happen once. */
export const turnJob: JobDefinition<z.infer<typeof payload>> = {
  name: 'conversations.turn',
  parse: (value) => payload.parse(value),
  // They wait for a model most of the time.
  concurrency: 4,
};

/** Deletes what is kept no longer. */
export const sweepConversationsJob: JobDefinition<null> = {
  name: 'conversations.sweep',
  parse: () => null,
  concurrency: 1,
};
