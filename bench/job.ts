import type { JobDefinition } from '../src/platform/queue/queue.ts';

/** A job that only says when it began. */
export const benchJob: JobDefinition<{ readonly number: number }> = {
  name: 'bench',
  parse: (payload) => payload as { number: number },
  concurrency: 4,
};

/** What the process that takes jobs tells; number -1 once it takes them. */
export type Begun = { readonly number: number; readonly at: number };

/** Milliseconds by the clock of the machine, to be compared between processes. */
export const machineTime = (): number => performance.timeOrigin + performance.now();
