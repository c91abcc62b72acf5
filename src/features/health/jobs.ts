import { z } from 'zod';
import type { JobDefinition } from '../../platform/queue/queue.ts';

const payload = z.strictObject({ workspace: z.string(), backtest: z.string() });

/** Does a backtest. Delivered at least once; the backtest's lease makes it happen once. */
export const backtestJob: JobDefinition<z.infer<typeof payload>> = {
  name: 'health.backtest',
  parse: (value) => payload.parse(value),
  concurrency: 1,
};
