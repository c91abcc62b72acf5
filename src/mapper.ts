import { isAscii, isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { classifyBytes, classifyText } from './features/sources/domain/classify-text.ts';
import type { AnswerError, MapperJob, MapperProgress } from './features/sources/domain/mapper-job.ts';
import { type JobResult, runJob } from './features/sources/domain/run-job.ts';
import { err, ok, type Result } from './lib/result.ts';
import {
  EXIT_OUT_OF_MEMORY,
  FRAME,
  frameHeader,
  frameJson,
  frameReader,
  jsonFrame,
} from './platform/mapper-pool/frames.ts';

// The child process that reads what a customer's endpoint answered: jobs come in on stdin, results leave on stdout.
// It opens no connection and is given no secrets, and it may be killed at any moment.

const PROGRESS_MS = 250;
const WATCH_MS = 1_000;
const { stdin, stdout } = process;
// An expression that throws on a million rows would spend its time on stack traces nobody reads.
Error.stackTraceLimit = 1;

stdout.on('error', () => process.exit(1)); // The parent is gone.
process.on('SIGINT', () => {}); // Ctrl-C reaches the whole process group; the parent says when to end.
stdout.write(frameHeader(FRAME.ready, 0));
endWithParent();

const read = frameReader();
let job: MapperJob | null = null;
let chunks: Uint8Array[] = [];
let bytesRead = 0;
let toldAt = Number.NEGATIVE_INFINITY;

for await (const chunk of stdin) {
  for (const frame of read(chunk as Uint8Array)) {
    if (frame.type === FRAME.job) job = frameJson(frame) as MapperJob;
    else if (frame.type === FRAME.body) {
      chunks.push(frame.bytes);
      bytesRead += frame.bytes.length;
      tell({ bytesRead, rowsMapped: 0, rowsTotal: null });
    } else if (frame.type === FRAME.bodyEnd && job) {
      const body = Buffer.concat(chunks);
      chunks = [];
      const result = await perform(job, body);
      stdout.write(jsonFrame(FRAME.result, { result, rssBytes: process.memoryUsage.rss() }));
      job = null;
      bytesRead = 0;
      toldAt = Number.NEGATIVE_INFINITY;
    }
  }
}
process.exit(0);

/** An expression that never ends does not hear that its parent, and with it the wall clock, is gone: a thread beside it does. */
function endWithParent(): void {
  const watch = `const { workerData: parent } = require('node:worker_threads');
    setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), ${WATCH_MS});`;
  const limits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  const watcher = new Worker(watch, { eval: true, workerData: process.ppid, execArgv: [], resourceLimits: limits });
  watcher.on('error', () => {}).unref();
}

async function perform(job: MapperJob, body: Buffer): Promise<JobResult> {
  try {
    const answer = parseBody(body);
    if (!answer.ok) return answer;
    const work = runJob(job, answer.value, body.length, emit);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
      tell(step.value);
    }
  } catch (error) {
    if (isOutOfMemory(error)) process.exit(EXIT_OUT_OF_MEMORY);
    throw error;
  }
}

function emit(channel: number, bytes: Uint8Array): void {
  stdout.write(frameHeader(FRAME.data, bytes.length, channel));
  stdout.write(bytes);
}

function tell(progress: MapperProgress): void {
  const now = performance.now();
  if (now - toldAt < PROGRESS_MS) return;
  toldAt = now;
  stdout.write(jsonFrame(FRAME.progress, progress));
}

function parseBody(body: Buffer): Result<unknown, AnswerError> {
  const bytes = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? body.subarray(3) : body;
  if (!isUtf8(bytes)) return err(classifyBytes(bytes));
  // One byte a character, which also parses faster, whenever the text allows it.
  const text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(classifyText(text, body.length, error.message));
  }
}

/** A text over 512 MiB, or a buffer the machine cannot give: exceptions, where a full heap would have aborted. */
function isOutOfMemory(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return (
    code === 'ERR_STRING_TOO_LONG' ||
    (error instanceof RangeError && /allocation failed|string length/i.test(error.message))
  );
}
