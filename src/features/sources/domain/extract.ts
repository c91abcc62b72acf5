import { dayFromEpoch, mustEpochDay, windowLength } from '../../../lib/day.ts';
import { accountIndex, seenDays } from './account-index.ts';
import { type AccountTotal, accountTotals } from './account-totals.ts';
import type { CompiledMapping } from './check-mapping.ts';
import { accountCopy, rowCopy, totalCopy } from './copy-writer.ts';
import { rowLoop } from './map-answer.ts';
import { CHANNEL, type ExtractJob, type ExtractResult } from './mapper-job.ts';
import type { RowTemplates } from './reader/row-templates.ts';
import { templateRows } from './reader/template-rows.ts';
import { watchShape } from './row-shape.ts';

/** A job fed with rows in batches; `finish` once all have come. */
export type RowJob<Outcome> = {
  readonly push: (batch: readonly unknown[]) => void;
  /** Reads rows out of bytes and takes them by itself; null where rows have to be parsed. */
  readonly templates: RowTemplates | null;
  /** Rows so far. */
  readonly count: () => number;
  readonly finish: (bytes: number, notices: readonly string[]) => Outcome;
};
export type EmitOn = (channel: number, bytes: Uint8Array) => void;

/** Maps rows into COPY streams as they come: memory grows with accounts, not with rows. */
export function startExtract(mapping: CompiledMapping, job: ExtractJob, emit: EmitOn): RowJob<ExtractResult> {
  if (job.slots.length !== mapping.metrics.length) throw new RangeError('every metric of the mapping needs a slot');
  const rows = rowCopy(job.slots, job.slotCount, (bytes) => emit(CHANNEL.rows, bytes));
  const accounts = accountIndex();
  const seen = seenDays(windowLength(job.window));
  const fromDay = mustEpochDay(job.window.from);
  let duplicates = 0;
  let lastDay: number | null = null;
  const watch = watchShape(mapping.metrics.length);
  const totals = job.totals ? accountTotals(mapping.metrics.map((metric) => metric.aggregation)) : null;
  const write = (externalId: string, day: number, rowNumber: number, values: Float64Array): void => {
    watch.count(values);
    if (lastDay === null || day > lastDay) lastDay = day;
    const ref = accounts.refOf(externalId);
    if (seen(ref, day - fromDay)) duplicates++;
    totals?.add(ref, day, values);
    rows.write(ref, day, rowNumber, values);
  };
  const loop = rowLoop(mapping, job.window, true, (row, rowNumber, source) => {
    watch.meet(source);
    if (row.state !== 'mapped' || row.externalId === null || row.day === null) return;
    write(row.externalId, row.day, rowNumber, row.values);
  });
  return {
    push: loop.push,
    templates: templateRows(mapping, (externalId, day, values) => {
      const rowNumber = loop.accept(day);
      if (rowNumber > 0) write(externalId, day, rowNumber, values);
    }),
    count: loop.rows,
    finish: (bytes, notices) => {
      rows.end();
      emitAccounts(accounts.ids(), emit);
      const all = totals?.all() ?? null;
      if (all) emitTotals(all, job, emit);
      return {
        ok: true,
        bytes,
        counts: loop.counts(accounts.size()),
        duplicates,
        problems: loop.problems(),
        shape: watch.shape(),
        lastDay: lastDay === null ? null : dayFromEpoch(lastDay),
        hasTotals: all !== null,
        notices,
      };
    },
  };
}

function emitTotals(totals: Iterable<AccountTotal>, { slots, slotCount }: ExtractJob, emit: EmitOn): void {
  const copy = totalCopy(slots, slotCount, (bytes) => emit(CHANNEL.totals, bytes));
  for (const total of totals) copy.write(total);
  copy.end();
}

export function emitAccounts(ids: Iterable<string>, emit: EmitOn): void {
  const copy = accountCopy((bytes) => emit(CHANNEL.accounts, bytes));
  let ref = 0;
  for (const id of ids) copy.write(ref++, id);
  copy.end();
}
