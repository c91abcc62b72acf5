import { type CompiledMapping, checkMapping } from '../../src/features/sources/domain/check-mapping.ts';
import type { ExtractResult, MapperJob, PreviewResult } from '../../src/features/sources/domain/mapper-job.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import { type JobResult, startJob } from '../../src/features/sources/domain/run-job.ts';

export const JUNE = { from: '2026-06-01', to: '2026-06-30' };

/** Maps `{ day, id, logins, seats }` rows. */
export const aMapping = (changes: Partial<Mapping> = {}): Mapping => ({
  rowsPath: 'rows',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'id',
  accountId: null,
  metrics: [
    { name: 'logins', path: 'logins', aggregation: 'SUM' },
    { name: 'seats', path: 'seats', aggregation: 'LAST' },
  ],
  ...changes,
});

export function compiled(changes: Partial<Mapping> = {}): CompiledMapping {
  const checked = checkMapping(aMapping(changes));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

export const anExtract = (changes: Partial<Mapping> = {}): MapperJob => {
  const mapping = aMapping(changes);
  return {
    kind: 'extract',
    mapping,
    window: JUNE,
    slots: mapping.metrics.map((_, index) => index),
    slotCount: mapping.metrics.length,
    totals: false,
    lines: null,
    paging: null,
  };
};

export const aPreview = (changes: Partial<Mapping> = {}, first = 10): MapperJob => ({
  kind: 'preview',
  mapping: aMapping(changes),
  window: JUNE,
  first,
  lines: null,
  paging: null,
});

type Mapped = Extract<PreviewResult, { ok: true }> & Extract<ExtractResult, { ok: true }>;

/** Runs a job in this process, over the answer as JSON in pieces of this size. */
export function runHere(
  job: MapperJob,
  answer: unknown,
  pieceBytes = 65_536,
): { result: Mapped; channels: Record<number, Buffer> } {
  return runBytes(job, Buffer.from(JSON.stringify(answer)), pieceBytes);
}

export function runBytes(
  job: MapperJob,
  body: Uint8Array,
  /** Of every piece, or of the next one. */
  pieceBytes: number | (() => number) = 65_536,
): { result: Mapped; channels: Record<number, Buffer> } {
  const pieces: Record<number, Uint8Array[]> = {};
  const emit = (channel: number, bytes: Uint8Array) => {
    pieces[channel] = [...(pieces[channel] ?? []), bytes];
  };
  const result = outcome(job, body, pieceBytes, emit) as Mapped;
  const channels = Object.fromEntries(Object.entries(pieces).map(([channel, list]) => [channel, Buffer.concat(list)]));
  return { result, channels };
}

function outcome(
  job: MapperJob,
  body: Uint8Array,
  pieceBytes: number | (() => number),
  emit: (channel: number, bytes: Uint8Array) => void,
): JobResult {
  const started = startJob(job, emit);
  if (!started.ok) return { ok: false, error: started.error };
  const run = started.value;
  for (let at = 0; at < body.length; ) {
    const size = typeof pieceBytes === 'number' ? pieceBytes : pieceBytes();
    const wrong = run.take(body.subarray(at, at + size));
    if (wrong) return { ok: false, error: wrong };
    at += size;
  }
  const work = run.endBody();
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value.ok ? run.finish() : { ok: false, error: step.value.error };
}
