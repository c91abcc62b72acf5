import type { Log } from '../log.ts';
import { type MapperChild, type MapperChildOptions, startMapperChild } from './mapper-child.ts';
import { MapperError, type MapperPool, type MapperTask } from './mapper-pool.ts';

export type MapperPoolOptions = MapperChildOptions & {
  readonly size: number;
  readonly maxJobsPerChild: number;
  readonly log?: Log;
};

/** An idle child that still holds this much costs more than the 100 ms a fresh one takes to start. */
const BIG_RSS_BYTES = 384 * 1_024 * 1_024;

type Waiter = { readonly take: (child: MapperChild) => void; readonly refuse: (error: MapperError) => void };

/** Keeps `size` children warm. A job gets a child to itself; one that fails gets its child killed and replaced. */
export function createMapperPool(options: MapperPoolOptions): MapperPool {
  const children = new Set<MapperChild>();
  const idle: MapperChild[] = [];
  const waiting: Waiter[] = [];
  let closed = false;

  const start = (): MapperChild => {
    const child = startMapperChild(options);
    children.add(child);
    void child.exited.then(() => retire(child));
    return child;
  };

  const offer = (child: MapperChild): void => {
    const next = waiting.shift();
    if (next) next.take(child);
    else idle.push(child);
  };

  /** Forgets a child and puts another in its place: unless it never came up, for then the next one would not either. */
  const retire = (child: MapperChild): void => {
    if (!children.delete(child)) return;
    child.stop();
    const index = idle.indexOf(child);
    if (index >= 0) idle.splice(index, 1);
    if (!closed && (waiting.length > 0 || child.status().everReady)) offer(start());
  };

  const release = (child: MapperChild): void => {
    const { usable, jobs, rssBytes } = child.status();
    if (usable && jobs < options.maxJobsPerChild && rssBytes < BIG_RSS_BYTES) offer(child);
    else retire(child);
  };

  const acquire = (signal: AbortSignal | undefined): MapperChild | Promise<MapperChild> => {
    const ready = idle.pop();
    if (ready) return ready;
    if (children.size < options.size) return start();
    return new Promise((resolve, reject) => {
      const abort = () => waiter.refuse(new MapperError('ABORTED', 'the job was aborted while it waited'));
      const leave = () => {
        signal?.removeEventListener('abort', abort);
        const index = waiting.indexOf(waiter);
        if (index >= 0) waiting.splice(index, 1);
      };
      const waiter: Waiter = {
        take: (child) => {
          leave();
          resolve(child);
        },
        refuse: (error) => {
          leave();
          reject(error);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      waiting.push(waiter);
    });
  };

  const run = async (task: MapperTask): Promise<unknown> => {
    if (closed) throw new MapperError('ABORTED', 'the mapper pool is closed');
    if (task.signal?.aborted) throw new MapperError('ABORTED', 'the job was aborted');
    const child = await acquire(task.signal);
    try {
      if (closed) throw new MapperError('ABORTED', 'the mapper pool is closed');
      const body = typeof task.body === 'function' ? await task.body() : task.body;
      return await child.run(task, body);
    } catch (error) {
      if (error instanceof MapperError && error.code !== 'ABORTED')
        options.log?.warn({ code: error.code, reason: error.message }, 'mapper job failed');
      throw error;
    } finally {
      release(child);
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    for (const waiter of [...waiting]) waiter.refuse(new MapperError('ABORTED', 'the mapper pool is closed'));
    const ending = [...children].map((child) => child.exited);
    for (const child of children) child.stop();
    await Promise.all(ending);
  };

  for (let count = 0; count < options.size; count++) idle.push(start());
  return { run, close };
}
