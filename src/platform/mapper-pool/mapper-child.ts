import { giveWay } from '../give-way.ts';
import { explainExit, stderrTail } from './explain-exit.ts';
import { FRAME, type Frame, FrameError, frameHeader, frameJson, frameReader } from './frames.ts';
import { type MapperBody, MapperError, type MapperTask } from './mapper-pool.ts';
import { pumpBody, sendJob, stoppable } from './pump-body.ts';
import { spawnMapper } from './spawn-mapper.ts';

/** One child process, one job at a time. A job that fails takes its child with it. */
export type MapperChild = {
  readonly run: (task: MapperTask, body: MapperBody) => Promise<unknown>;
  /** Ends the child and, if it has one, its job. */
  readonly stop: () => void;
  readonly exited: Promise<void>;
  readonly status: () => ChildStatus;
};
export type MapperChildOptions = {
  /** The child's program; beside the running code unless a test names another. */
  readonly entry?: URL;
  readonly maxOldSpaceMb: number;
  /** Whether those who wait for the API go before its jobs: nobody waits for them. */
  readonly givesWay?: boolean;
};

export type ChildStatus = {
  readonly usable: boolean;
  readonly everReady: boolean;
  readonly jobs: number;
  readonly rssBytes: number;
};

/** A child that has not come up by then never will. */
const START_MS = 30_000;

type Running = { readonly onFrame: (frame: Frame) => Promise<void> | void; readonly fail: (error: unknown) => void };

export function startMapperChild({ maxOldSpaceMb, entry, givesWay = false }: MapperChildOptions): MapperChild {
  const child = spawnMapper(maxOldSpaceMb, entry);
  if (givesWay && child.pid !== undefined) giveWay(child.pid);
  const stderr = stderrTail(child.stderr);
  const state = { usable: true, everReady: false, jobs: 0, rssBytes: 0 };
  let running: Running | null = null;
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });
  const kill = () => {
    state.usable = false;
    child.ref(); // Whoever waits for the end must live to see it.
    child.kill('SIGKILL');
  };
  const exited = new Promise<void>((resolve) => {
    const gone = async (code: number | null, signal: string | null, reason?: Error) => {
      clearTimeout(startLimit);
      state.usable = false;
      const said = reason ? reason.message : await stderr.text();
      running?.fail(explainExit(code, signal, said));
      resolve();
    };
    child.once('exit', (code, signal) => void gone(code, signal));
    child.once('error', (error) => void gone(null, null, error));
  });
  const startLimit = setTimeout(kill, START_MS).unref();
  child.stdin.on('error', () => {}); // Its end shows as `exit`, which says why.
  void readFrames();
  keepAlive(false);

  async function readFrames(): Promise<void> {
    const read = frameReader();
    try {
      // Pulling is the backpressure: nothing more is read from the child until the receiver took this.
      for await (const chunk of child.stdout) {
        for (const frame of read(chunk as Uint8Array)) {
          if (frame.type === FRAME.ready) {
            clearTimeout(startLimit);
            state.everReady = true;
            becomeReady();
          } else await running?.onFrame(frame);
        }
      }
    } catch (error) {
      kill();
      running?.fail(error instanceof FrameError ? new MapperError('CRASHED', error.message) : error);
    }
  }

  /** An idle child must not keep the server from ending. */
  function keepAlive(on: boolean): void {
    for (const part of [child, child.stdin, child.stdout, child.stderr] as { ref?: () => void; unref?: () => void }[]) {
      if (on) part.ref?.();
      else part.unref?.();
    }
  }

  async function run(task: MapperTask, body: MapperBody): Promise<unknown> {
    keepAlive(true);
    state.jobs++;
    let halt = () => {};
    const stopped = new Promise<void>((resolve) => {
      halt = resolve;
    });
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    let onPage: (page: unknown) => void = () => {};
    let fail: (error: unknown) => void = () => {};
    const abort = () => fail(new MapperError('ABORTED', 'the job was aborted'));
    const orStopped = stoppable(stopped);
    const startClock = () => {
      if (over) return; // A next body may come when the job is over: it is closed unread.
      const late = () => fail(new MapperError('TIMEOUT', `no result after ${task.timeoutMs} ms`));
      timer = setTimeout(late, task.timeoutMs);
    };
    try {
      return await new Promise<unknown>((resolve, reject) => {
        fail = (error) => {
          kill();
          reject(error);
        };
        let bodySent = false;
        const onFrame = async (frame: Frame) => {
          if (!state.usable) return; // The job has failed: what is still in the pipe means nothing.
          if (frame.type === FRAME.data) await task.onData?.(frame.channel, frame.bytes);
          else if (frame.type === FRAME.progress) task.onProgress?.(frameJson(frame));
          else if (frame.type === FRAME.page) onPage(frameJson(frame));
          else if (frame.type === FRAME.result) {
            const { result, rssBytes } = frameJson(frame) as { result: unknown; rssBytes: number };
            state.rssBytes = rssBytes;
            if (!bodySent) kill(); // It answered early: the rest of the body must not reach the next job.
            resolve(result);
          }
        };
        running = { onFrame, fail };
        if (!state.usable) return fail(new MapperError('CRASHED', 'the mapper process was gone'));
        task.signal?.addEventListener('abort', abort, { once: true });
        if (task.signal?.aborted) return abort();
        const work = async () => {
          await Promise.race([ready, stopped]);
          if (!state.usable) return;
          sendJob(child.stdin, typeof task.job === 'function' ? task.job() : task.job);
          for (let next: MapperBody | null = body; next !== null; ) {
            bodySent = false;
            const said = new Promise<unknown>((resolve) => {
              onPage = resolve;
            });
            startClock();
            await pumpBody(next, child.stdin, stopped);
            bodySent = true;
            if (!task.nextBody) return;
            const page = await orStopped(said);
            clearTimeout(timer);
            if (page === null || !state.usable) return;
            next = await task.nextBody(page);
          }
          if (over) return;
          startClock();
          child.stdin.write(frameHeader(FRAME.jobEnd, 0));
        };
        work().catch((error: unknown) => {
          if (!over) fail(error); // The child may be at another job by now.
        });
      });
    } finally {
      over = true;
      running = null;
      halt();
      clearTimeout(timer);
      task.signal?.removeEventListener('abort', abort);
      keepAlive(false);
    }
  }

  const stop = () => {
    running?.fail(new MapperError('ABORTED', 'the mapper pool is closed'));
    kill();
  };
  return { run, stop, exited, status: () => state };
}
