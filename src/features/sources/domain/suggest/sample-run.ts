import { ok } from '../../../../lib/result.ts';
import { checkMapping } from '../check-mapping.ts';
import type { EmitOn } from '../extract.ts';
import { rowsOf } from '../map-answer.ts';
import type { MapperJob, SuggestJob, SuggestResult, ValuesJob, ValuesResult } from '../mapper-job.ts';
import { startPreview } from '../preview.ts';
import { firstPartReader } from '../reader/first-part.ts';
import { suggest } from './suggest.ts';
import { valuesOf } from './values.ts';

/** What a sample is searched for: it is small, and held as a whole. */
export function sampleRun(job: MapperJob & (ValuesJob | SuggestJob), emit: EmitOn) {
  const reader = firstPartReader(job.lines);
  let bytes = 0;
  let answer: unknown = null;
  return {
    isPaged: false,
    // Mappings that somebody else made are run.
    evaluates: job.kind === 'suggest',
    isSettled: () => false,
    take: (piece: Uint8Array) => {
      bytes += piece.length;
      return reader.take(piece);
    },
    *endBody() {
      const read = reader.end();
      if (!read.ok) return read;
      answer = read.value.answer;
      yield;
      return ok({ elements: 0, next: null, digest: '' });
    },
    finish: (): ValuesResult | SuggestResult =>
      job.kind === 'values' ? { ok: true, values: valuesOf(answer, job.limit) } : suggestAndPreview(answer, job, emit),
    progress: () => ({ bytesRead: bytes, rowsMapped: 0, rowsTotal: null }),
  };
}

/** The best mapping with the preview that it gives; the distinct account ids go out as those of a preview do. */
function suggestAndPreview(answer: unknown, job: SuggestJob, emit: EmitOn): SuggestResult {
  const found = suggest(answer, job);
  if (!found.ok) return found;
  const { suggestion, others, candidates } = found.value;
  const mapping = checkMapping(suggestion.mapping);
  if (!mapping.ok) throw new Error('a suggested mapping was compiled before');
  const rows = rowsOf(mapping.value, answer);
  if (!rows.ok) return rows;
  const { window, first } = job;
  const preview = startPreview(mapping.value, { kind: 'preview', mapping: suggestion.mapping, window, first }, emit);
  preview.push(rows.value);
  const shown = preview.finish(0, []);
  return shown.ok ? { ok: true, suggestion, others, preview: shown, candidates } : shown;
}
