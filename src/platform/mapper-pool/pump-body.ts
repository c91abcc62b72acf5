import type { Writable } from 'node:stream';
import { FRAME, frameHeader, framePayloads, jsonFrame } from './frames.ts';

export function sendJob(stdin: Writable, job: unknown): void {
  stdin.write(jsonFrame(FRAME.job, job));
}

/** Sends a body piece by piece, no faster than the child reads. `stopped` ends it early, even while the body is silent. */
export async function pumpBody(
  body: AsyncIterable<Uint8Array>,
  stdin: Writable,
  stopped: Promise<void>,
): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  const orStopped = stoppable(stopped);
  for (;;) {
    // A child that is gone takes nothing; its exit is about to stop this job and says why.
    const step = await orStopped(stdin.writable ? iterator.next() : null);
    if (step === null) {
      // Not awaited: a body that never yields would hold the failure back.
      void Promise.resolve(iterator.return?.()).catch(() => {});
      return;
    }
    if (step.done) break;
    for (const payload of framePayloads(step.value)) {
      stdin.cork();
      stdin.write(frameHeader(FRAME.body, payload.length));
      const more = stdin.write(payload);
      stdin.uncork();
      if (!more) await roomIn(stdin);
    }
  }
  stdin.write(frameHeader(FRAME.bodyEnd, 0));
}

/**
 * What comes first: the step, or the end of the job as null. Not Promise.race, which leaves a reaction on `stopped` for each
 * step and with it the step's bytes: until the job's end, the server would hold the whole answer.
 */
export function stoppable(stopped: Promise<void>): <T>(step: Promise<T> | null) => Promise<T | null> {
  let isStopped = false;
  let stop = () => {};
  void stopped.then(() => {
    isStopped = true;
    stop();
  });
  return (step) =>
    new Promise((resolve, reject) => {
      stop = () => resolve(null);
      if (isStopped) stop();
      step?.then(resolve, reject);
    });
}

/** Until the child took what was written, or is gone. */
function roomIn(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stdin.off('drain', done).off('close', done);
      resolve();
    };
    if (stdin.destroyed) resolve();
    else stdin.on('drain', done).on('close', done);
  });
}
