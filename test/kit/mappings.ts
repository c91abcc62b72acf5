import { type CompiledMapping, checkMapping } from '../../src/features/sources/domain/check-mapping.ts';
import type { ExtractResult, MapperJob, PreviewResult } from '../../src/features/sources/domain/mapper-job.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import { runJob } from '../../src/features/sources/domain/run-job.ts';

export const JUNE = { from: '2026-06-01', to: '2026-06-30' };

/** Maps `{ day, id, logins, seats }` rows. */
export const aMapping = (changes: Partial<Mapping> = {}): Mapping => ({
  rowsPath: 'rows',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'id',
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
  };
};

export const aPreview = (changes: Partial<Mapping> = {}, first = 10): MapperJob => ({
  kind: 'preview',
  mapping: aMapping(changes),
  window: JUNE,
  first,
});

type Mapped = Extract<PreviewResult, { ok: true }> & Extract<ExtractResult, { ok: true }>;

/** Runs a job in this process, over a value already parsed. */
export function runHere(job: MapperJob, answer: unknown): { result: Mapped; channels: Record<number, Buffer> } {
  const pieces: Record<number, Uint8Array[]> = {};
  const work = runJob(job, answer, 1_000, (channel, bytes) => {
    pieces[channel] = [...(pieces[channel] ?? []), bytes];
  });
  for (let step = work.next(); ; step = work.next()) {
    if (!step.done) continue;
    const channels = Object.fromEntries(
      Object.entries(pieces).map(([channel, list]) => [channel, Buffer.concat(list)]),
    );
    return { result: step.value as Mapped, channels };
  }
}
