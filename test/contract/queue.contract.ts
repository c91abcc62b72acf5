import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JobDefinition, Queue } from '../../src/platform/queue/queue.ts';
import type { QueueLog } from '../../src/platform/queue/run-job.ts';

export type QueueHarness = {
  /** One process's view of the same queue (the same object where there is only one process). */
  readonly connect: (log: QueueLog) => Queue;
  /** Rows the storage holds for a job name. */
  readonly stored: (name: string) => Promise<number>;
  /** Lets a scheduled job's time come, where time does not do so itself. */
  readonly tick: (name: string) => void;
};

type Payload = { readonly runId: number; readonly note: string };

const numbered = (concurrency = 5): JobDefinition<Payload> => ({
  name: `numbered-${randomUUID()}`,
  concurrency,
  parse: (payload) => {
    const { runId, note } = payload as Payload;
    if (!Number.isInteger(runId)) throw new Error('no runId');
    return { runId, note };
  },
});
const nothing = (): JobDefinition<null> => ({ name: `tick-${randomUUID()}`, concurrency: 1, parse: () => null });

/** What every queue promises. */
export function queueContract(harness: () => QueueHarness): void {
  const queues: Queue[] = [];
  const errors = vi.fn();
  const connect = () => {
    const queue = harness().connect({ info: () => {}, warn: () => {}, error: errors });
    queues.push(queue);
    return queue;
  };
  const eventually = (check: () => unknown, timeout = 5_000) => vi.waitFor(check, { timeout, interval: 10 });
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.stop()));
    errors.mockClear();
  });
  /** One process that works and another that only asks. */
  const pair = async (register: (worker: Queue) => void) => {
    const [worker, producer] = [connect(), connect()];
    register(worker);
    await Promise.all([worker.start(), producer.start()]);
    return { worker, producer };
  };

  test('says whether it can be used', async () => {
    const queue = connect();
    await queue.ping();
    await queue.start();
    await queue.ping();
    await queue.stop();
    await expect(queue.ping()).rejects.toThrow('the queue is stopped');
  });

  test('a job asked for in one process is handled in another within a second, and then forgotten', async () => {
    const job = numbered();
    const handled: Payload[] = [];
    const { producer } = await pair((worker) => worker.handle(job, async (payload) => void handled.push(payload)));
    await sleep(100);
    const asked = performance.now();
    await producer.enqueue(job, { runId: 1, note: 'é "quoted" \n' });
    await eventually(() => expect(handled).toEqual([{ runId: 1, note: 'é "quoted" \n' }]));
    expect(performance.now() - asked).toBeLessThan(1_000);
    await eventually(async () => expect(await harness().stored(job.name)).toBe(0));
  });

  test('what was asked for before anyone started is handled later', async () => {
    const job = numbered();
    const handled: number[] = [];
    const [worker, producer] = [connect(), connect()];
    worker.handle(job, async ({ runId }) => void handled.push(runId));
    await producer.enqueue(job, { runId: 7, note: '' });
    await worker.start();
    await eventually(() => expect(handled).toEqual([7]));
  });

  test('a payload that does not parse is logged and dropped', async () => {
    const job = numbered();
    const handled: number[] = [];
    const { producer } = await pair((worker) => worker.handle(job, async ({ runId }) => void handled.push(runId)));
    await producer.enqueue({ ...job, parse: (payload) => payload }, { secret: 'unexpected' });
    await producer.enqueue(job, { runId: 2, note: '' });
    await eventually(() => expect(handled).toEqual([2]));
    await eventually(() => expect(errors).toHaveBeenCalledTimes(1));
    expect(errors.mock.calls[0]?.[0]).toMatchObject({ job: job.name });
    expect(JSON.stringify(errors.mock.calls)).not.toContain('unexpected');
    await eventually(async () => expect(await harness().stored(job.name)).toBe(0));
  });

  test('a handler that fails is logged, its job is not run again, and the next one is', async () => {
    const job = numbered(1);
    const handled: number[] = [];
    const { producer } = await pair((worker) =>
      worker.handle(job, async ({ runId }) => {
        handled.push(runId);
        if (runId === 1) throw new Error('broken');
      }),
    );
    await producer.enqueue(job, { runId: 1, note: '' });
    await eventually(() => expect(handled).toEqual([1]));
    await producer.enqueue(job, { runId: 2, note: '' });
    await eventually(() => expect(handled).toEqual([1, 2]));
    await eventually(async () => expect(await harness().stored(job.name)).toBe(0));
    expect(errors).toHaveBeenCalledTimes(1);
  });

  test('runs as many at a time as the definition says, and all of them', async () => {
    const job = numbered(3);
    const handled = new Set<number>();
    let [now, most] = [0, 0];
    const { producer } = await pair((worker) =>
      worker.handle(job, async ({ runId }) => {
        now += 1;
        most = Math.max(most, now);
        await sleep(30);
        now -= 1;
        handled.add(runId);
      }),
    );
    await Promise.all(Array.from({ length: 20 }, (_, runId) => producer.enqueue(job, { runId, note: '' })));
    await eventually(() => expect(handled.size).toBe(20), 10_000);
    expect(most).toBe(3);
  });

  test('stop waits for the running handler, which may still ask for more, and leaves the rest', async () => {
    const job = numbered(1);
    const next = numbered(1);
    let finished = 0;
    const { worker, producer } = await pair((queue) =>
      queue.handle(job, async () => {
        await sleep(300);
        await queue.enqueue(next, { runId: 9, note: '' });
        finished += 1;
      }),
    );
    await producer.enqueue(job, { runId: 1, note: '' });
    await producer.enqueue(job, { runId: 2, note: '' });
    await sleep(150);
    await worker.stop();
    expect(finished).toBe(1);
    expect([await harness().stored(job.name), await harness().stored(next.name)]).toEqual([1, 1]);
    await expect(worker.enqueue(job, { runId: 3, note: '' })).rejects.toThrow('stopped');
    await worker.stop();
  });

  test('handlers are registered before the start', async () => {
    const { worker } = await pair(() => {});
    expect(() => worker.handle(numbered(), async () => {})).toThrow('before the queue starts');
  });

  describe('schedule', () => {
    test('runs the job when its time comes; asking again, anywhere, makes no second entry', async () => {
      const job = nothing();
      const ticked = vi.fn(async () => {});
      const everySecond = '* * * * * *';
      const { worker, producer } = await pair((queue) => queue.handle(job, ticked));
      await Promise.all([worker, producer, worker, producer].map((queue) => queue.schedule(job, everySecond)));
      expect(await harness().stored(job.name)).toBe(1);
      harness().tick(job.name);
      await eventually(() => expect(ticked).toHaveBeenCalled());
      await worker.schedule(job, '15 5 * * *');
      expect(await harness().stored(job.name)).toBe(1);
    });

    test('refuses what is not a cron line', async () => {
      const queue = connect();
      for (const line of ['', '5 minutes', 'at noon', '* * *', "*/5 * * * *'"]) {
        await expect(queue.schedule(nothing(), line)).rejects.toThrow('not a cron line');
      }
    });
  });
}
