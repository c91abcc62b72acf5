import { dayFromEpoch, mustEpochDay } from '../../../lib/day.ts';
import { accountIndex } from './account-index.ts';
import type { CompiledMapping } from './check-mapping.ts';
import { combiner, nullable } from './combine.ts';
import { type EmitOn, emitAccounts, type RowJob } from './extract.ts';
import { rowLoop } from './map-answer.ts';
import type { AnswerError, PreviewJob, PreviewResult, PreviewRow } from './mapper-job.ts';
import { isOutside, type Row } from './read-row.ts';
import { rowError } from './tally-problems.ts';
import { watchUsage } from './usage-notices.ts';

/**
 * Of all distinct account ids together. The server holds them until it has counted whose they are, and an expression can make
 * some for each row: without a bound, a gigabyte and more.
 */
const MAX_ID_CHARACTERS = 64 * 1_024 * 1_024;

/** Maps every row and shows the first, together with what the first pairs of day and account would be stored as. */
export function startPreview(mapping: CompiledMapping, job: PreviewJob, emit: EmitOn): RowJob<PreviewResult> {
  const window = { fromDay: mustEpochDay(job.window.from), toDay: mustEpochDay(job.window.to) };
  const shown: PreviewRow[] = [];
  const accounts = accountIndex();
  let idCharacters = 0;
  const combined = combiner(mapping.metrics, job.first);
  const usage = watchUsage(mapping.metrics, job.window);
  const loop = rowLoop(mapping, job.window, false, (row, rowNumber) => {
    const outside = row.day !== null && isOutside(row.day, window);
    if (shown.length < job.first) shown.push(previewRow(row, rowNumber, outside));
    if (row.state !== 'mapped' || row.externalId === null || row.day === null) return;
    const known = accounts.size();
    accounts.refOf(row.externalId);
    if (accounts.size() > known) idCharacters += row.externalId.length;
    if (outside) return;
    combined.add(row.externalId, row.day, row.values);
    usage.meet(row.externalId, row.day, row.values);
  });
  return {
    push: loop.push,
    templates: null,
    count: loop.rows,
    finish: (_bytes, notices) => {
      if (idCharacters > MAX_ID_CHARACTERS) return { ok: false, error: tooManyIds(accounts.size()) };
      emitAccounts(accounts.ids(), emit);
      return {
        ok: true,
        counts: loop.counts(accounts.size()),
        rows: shown,
        result: combined.result(),
        problems: loop.problems(),
        notices: [...notices, ...usage.notices()],
      };
    },
  };
}

const tooManyIds = (count: number): AnswerError => ({
  code: 'ANSWER_TOO_COSTLY',
  message: `account_id gives ${count} different ids, more than a preview can look up`,
  hint: 'Check account_id_path: many rows should share an account.',
});

const previewRow = (row: Row, rowNumber: number, outsideWindow: boolean): PreviewRow => ({
  rowNumber,
  day: row.day === null ? null : dayFromEpoch(row.day),
  externalId: row.externalId,
  values: nullable(row.values),
  errors: row.faults.map(rowError),
  outsideWindow,
});
