import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AnswerError, MapperJob } from './features/sources/domain/mapper-job.ts';
import { type JobResult, type JobRun, startJob } from './features/sources/domain/run-job.ts';
import { passingBytes } from './lib/passing-bytes.ts';
import {
  EXIT_OUT_OF_MEMORY,
  FRAME,
  type Frame,
  frameHeader,
  frameJson,
  frameReader,
  jsonFrame,
} from './platform/mapper-pool/frames.ts';

// The child process that reads what a customer's endpoint answered: jobs and bytes come in on stdin, rows and results leave on
// stdout. It opens no connection and is given no secrets, and it may be killed at any moment.

const PROGRESS_MS = 250;
const WATCH_MS = 1_000;
const { stdin, stdout } = process;
// An expression that throws on a million rows would spend its time on stack traces nobody reads.
Error.stackTraceLimit = 1;

stdout.on('error', () => process.exit(1)); // The parent is gone.
stdout.write(frameHeader(FRAME.ready, 0));

const read = frameReader();
/** Before an answer is parsed as a whole, what is kept of it lies outside the heap; afterwards it may fill the heap. */
const received = passingBytes('AT_ALL');
const sent = passingBytes('AT_THE_YOUNGEST');
/** Null between jobs, and for what still comes of a job that has been answered. */
let work: JobRun | null = null;
let toldAt = Number.NEGATIVE_INFINITY;
let isWatched = false;

for await (const chunk of stdin) {
  for (const frame of read(chunk as Uint8Array)) {
    try {
      if (frame.type === FRAME.job) begin(frameJson(frame) as MapperJob);
      else if (work) await goOn(work, frame);
    } catch (error) {
      if (isOutOfMemory(error)) process.exit(EXIT_OUT_OF_MEMORY);
      throw error;
    }
  }
}
process.exit(0);

function begin(job: MapperJob): void {
  const started = startJob(job, emit);
  if (started.ok) {
    work = started.value;
    if (work.evaluates) endWithParent();
  } else answer({ ok: false, error: started.error });
}

async function goOn(run: JobRun, frame: Frame): Promise<void> {
  if (frame.type === FRAME.body) {
    const wrong = run.take(frame.bytes);
    received(frame.bytes.length);
    if (wrong) return refuse(wrong);
    if (run.isSettled()) return answer(run.finish());
    tell(run);
    await outputTaken();
  } else if (frame.type === FRAME.bodyEnd) {
    const ending = run.endBody();
    let step = ending.next();
    for (; !step.done; step = ending.next()) {
      await outputTaken();
      tell(run);
    }
    if (!step.value.ok) refuse(step.value.error);
    else if (run.isPaged) stdout.write(jsonFrame(FRAME.page, step.value.value));
    else answer(run.finish());
  } else if (frame.type === FRAME.jobEnd) answer(run.finish());
}

function refuse(error: AnswerError): void {
  answer({ ok: false, error });
}

function answer(result: JobResult): void {
  work = null;
  toldAt = Number.NEGATIVE_INFINITY;
  stdout.write(jsonFrame(FRAME.result, { result, rssBytes: process.memoryUsage.rss() }));
}

function emit(channel: number, bytes: Uint8Array): void {
  stdout.write(frameHeader(FRAME.data, bytes.length, channel));
  stdout.write(bytes);
  sent(bytes.length);
}

/** No faster than the parent takes it: what is written and not taken is held here. */
async function outputTaken(): Promise<void> {
  if (stdout.writableNeedDrain) await once(stdout, 'drain');
}

function tell(run: JobRun): void {
  const now = performance.now();
  if (now - toldAt < PROGRESS_MS) return;
  toldAt = now;
  stdout.write(jsonFrame(FRAME.progress, run.progress()));
}

/**
 * An expression that never ends does not hear that its parent, and with it the wall clock, is gone: a thread beside it does. It
 * takes ten megabytes, so it comes with the first expression.
 */
function endWithParent(): void {
  if (isWatched) return;
  isWatched = true;
  const watch = `const { workerData: parent } = require('node:worker_threads');
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), ${WATCH_MS});`;
  const limits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  const watcher = new Worker(watch, { eval: true, workerData: process.ppid, execArgv: [], resourceLimits: limits });
  watcher.on('error', () => {}).unref();
}

/** A text over 512 MiB, or a buffer the machine cannot give: exceptions, where a full heap would have aborted. */
function isOutOfMemory(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return (
    code === 'ERR_STRING_TOO_LONG' ||
    (error instanceof RangeError && /allocation failed|string length/i.test(error.message))
  );
}
