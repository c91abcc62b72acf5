import { readFigures, type SyncFigures } from '../features/sources/index.ts';
import type { Ports } from '../features/kit/ctx.ts';
import type { Metrics } from '../platform/metrics.ts';

/** Several systems may look, and some look often: the database is asked once in this time. */
const FRESH_MS = 5_000;
/** A scrape that waits longer is given up by whoever asked, and tells nothing at all. */
const PATIENCE_MS = 4_000;

/** Figures that only the database knows, because the workers are other processes. Call the result before each scrape. */
export function createSyncMetrics(metrics: Metrics, ports: Pick<Ports, 'db' | 'clock' | 'log'>): () => Promise<void> {
  const show = defineGauges(metrics);
  const up = metrics.gauge('database_up', '1 when the database answered the latest question for these figures.');
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const refresh = async () => {
    try {
      show(await withPatience(readFigures(ports)));
      up.set(1);
    } catch (error) {
      // Figures of before the outage would look like health.
      show(null);
      up.set(0);
      ports.log.warn({ error }, 'the figures for metrics could not be read');
    }
  };
  return () => {
    if (performance.now() - asked > FRESH_MS) {
      asked = performance.now();
      asking = refresh();
    }
    return asking ?? Promise.resolve();
  };
}

function defineGauges({ gauge }: Metrics): (figures: SyncFigures | null) => void {
  const sources = gauge('sources', 'Custom APIs, by status.', 'status');
  const oldest = gauge(
    'source_oldest_sync_age_seconds',
    'Time since the latest stored usage of the source that has waited longest for some, by status.',
    'status',
  );
  const active = gauge('sync_runs_active', 'Runs that have not ended, by kind and status.', 'kind', 'status');
  const wait = gauge(
    'sync_run_longest_wait_seconds',
    'How long the run that has waited longest could have been taken by a worker; 0 when none waits.',
  );
  const abandoned = gauge('sync_runs_abandoned', 'Runs whose worker is gone and that nobody has taken up yet.');
  const due = gauge('daily_runs_due', 'Sources whose daily run is due and not made yet, at most 10,000.');
  const ended = gauge('sync_runs_ended_24h', 'Runs that ended in the last 24 hours, by kind and status.', 'kind', 'status');
  const failed = gauge('sync_runs_failed_24h', 'Runs that failed in the last 24 hours, by code.', 'code');
  const rows = gauge('sync_rows_24h', 'Rows of the runs that ended in the last 24 hours, by what became of them.', 'result');
  const bytes = gauge('sync_response_24h_bytes', 'What endpoints answered to the runs that ended in the last 24 hours.');
  const all = [sources, oldest, active, wait, abandoned, due, ended, failed, rows, bytes];
  return (figures) => {
    // One without labels would come back as 0, which is a claim: it is removed, too.
    for (const one of all) one.remove();
    for (const one of all) one.reset();
    if (!figures) {
      for (const one of [wait, abandoned, due, bytes]) one.remove();
      return;
    }
    for (const { status, sources: count, oldestSyncSeconds } of figures.sources) {
      sources.set({ status }, count);
      if (oldestSyncSeconds !== null) oldest.set({ status }, Math.max(0, oldestSyncSeconds));
    }
    for (const { kind, status, runs } of figures.active) active.set({ kind, status }, runs);
    wait.set(Math.max(0, ...figures.active.map(({ longestWaitSeconds }) => longestWaitSeconds ?? 0)));
    abandoned.set(sum(figures.active.map((one) => one.abandoned)));
    due.set(figures.due);
    for (const { kind, status, runs, code } of figures.ended) {
      ended.inc({ kind, status }, runs);
      if (code !== null) failed.inc({ code }, runs);
    }
    rows.set({ result: 'stored' }, sum(figures.ended.map((one) => one.rowsStored)));
    rows.set({ result: 'skipped' }, sum(figures.ended.map((one) => one.rowsSkipped)));
    rows.set({ result: 'error' }, sum(figures.ended.map((one) => one.rowErrors)));
    bytes.set(sum(figures.ended.map((one) => one.responseBytes)));
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database took too long')), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
