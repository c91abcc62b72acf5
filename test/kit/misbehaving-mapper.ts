import {
  FRAME,
  type Frame,
  frameHeader,
  frameJson,
  frameReader,
  jsonFrame,
} from '../../src/platform/mapper-pool/frames.ts';

// A mapper child that does to the pool whatever its job names.
const { stdin, stdout } = process;
const read = frameReader();
let job: { do: string; bytes?: number } = { do: '' };

stdout.write(frameHeader(FRAME.ready, 0));
stdin.on('end', () => process.exit(0));
stdin.on('data', (chunk: Uint8Array) => {
  for (const frame of read(chunk)) act(frame);
});

const answer = (result: unknown, rssBytes = 0) => stdout.write(jsonFrame(FRAME.result, { result, rssBytes }));

function act(frame: Frame): void {
  if (frame.type === FRAME.job) {
    job = frameJson(frame) as typeof job;
    if (job.do === 'leave') process.exit(0);
    if (job.do === 'stop reading') {
      stdin.pause();
      setInterval(() => {}, 1_000); // Nothing else would keep it alive.
    }
    if (job.do === 'answer early') answer('early');
    if (job.do === 'crash') throw new Error('a bug in the mapper');
    if (job.do === 'abort') process.abort();
    if (job.do === 'garbage') stdout.write('console.log of some library');
  }
  if (frame.type === FRAME.jobEnd) answer(process.pid);
  if (frame.type !== FRAME.bodyEnd) return;
  if (job.do === 'read pages') stdout.write(jsonFrame(FRAME.page, { pid: process.pid }));
  if (job.do === 'answer instead of a page') answer('early');
  if (job.do === 'tell pid') answer(process.pid);
  if (job.do === 'grow') answer(process.pid, 1e10);
  if (job.do === 'tell environment') answer(process.env);
  if (job.do === 'flood') flood(job.bytes ?? 0);
}

function flood(bytes: number): void {
  const piece = new Uint8Array(65_536);
  for (let sent = 0; sent < bytes; sent += piece.length) {
    stdout.write(frameHeader(FRAME.data, piece.length, 3));
    stdout.write(piece);
  }
  answer('flooded');
}
