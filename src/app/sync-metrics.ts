import type { Ports } from '../features/kit/ctx.ts';
import { readFigures, type SyncFigures } from '../features/sources/index.ts';
import type { Metrics, Sample } from '../platform/metrics.ts';
import { within } from './within.ts';

/** Several systems may look, and some look often: the database is asked once in this time. */
const FRESH_MS = 5_000;
/** Whoever asks gives up after 10 s by default, and would learn nothing at all. */
const PATIENCE_MS = 4_000;

/** Figures that only the database knows, because the workers are other processes. Call the result before each scrape. */
export function createSyncMetrics(metrics: Metrics, ports: Pick<Ports, 'db' | 'clock' | 'log'>): () => Promise<void> {
  const show = defineFigures(metrics);
  const up = metrics.gauge('database_up', 'Whether the database answered the latest question for such figures.');
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking = Promise.resolve();
  const refresh = async () => {
    try {
      show(await within(PATIENCE_MS, readFigures(ports), tooLong));
      up([{ value: 1 }]);
    } catch (error) {
      // Figures from before the outage would look like health.
      show(null);
      up([{ value: 0 }]);
      ports.log.warn({ error }, 'the figures for metrics could not be read');
    }
  };
  return () => {
    if (performance.now() - askedAt > FRESH_MS) {
      askedAt = performance.now();
      asking = refresh();
    }
    return asking;
  };
}

type Read = (figures: SyncFigures) => readonly Sample[];

/** Names, what they mean, their labels, and how they are had from what was read. */
const FIGURES: readonly (readonly [name: string, help: string, labels: readonly string[], read: Read])[] = [
  [
    'sources',
    'Custom APIs, by status.',
    ['status'],
    ({ sources }) => sources.map(({ status, sources: value }) => ({ labels: { status }, value })),
  ],
  [
    'source_oldest_sync_age_seconds',
    'Time since usage was last stored of the source that has waited longest, by status.',
    ['status'],
    ({ sources }) =>
      sources.flatMap(({ status, oldestSyncSeconds: age }) =>
        age === null ? [] : [{ labels: { status }, value: Math.max(0, age) }],
      ),
  ],
  [
    'sync_runs_active',
    'Runs that have not ended, by kind and status.',
    ['kind', 'status'],
    ({ active }) => active.map(({ kind, status, runs }) => ({ labels: { kind, status }, value: runs })),
  ],
  [
    'sync_run_longest_wait_seconds',
    'How long a worker could have taken the run that has waited longest; 0 when none waits.',
    [],
    ({ active }) => [{ value: Math.max(0, ...active.map(({ longestWaitSeconds }) => longestWaitSeconds ?? 0)) }],
  ],
  [
    'sync_runs_abandoned',
    'Runs whose worker is gone and that nobody has taken up yet.',
    [],
    ({ active }) => [{ value: sum(active.map(({ abandoned }) => abandoned)) }],
  ],
  [
    'daily_runs_due',
    'Sources whose daily run is due and not made yet; counted up to 10,000.',
    [],
    ({ due }) => [{ value: due }],
  ],
  [
    'sync_runs_ended_24h',
    'Runs that ended in the last 24 hours, by kind and status.',
    ['kind', 'status'],
    ({ ended }) => ended.map(({ kind, status, runs }) => ({ labels: { kind, status }, value: runs })),
  ],
  [
    'sync_runs_failed_24h',
    'Runs that failed in the last 24 hours, by the code of their error.',
    ['code'],
    ({ ended }) => ended.flatMap(({ code, runs }) => (code === null ? [] : [{ labels: { code }, value: runs }])),
  ],
  [
    'sync_rows_24h',
    'Rows of the runs that ended in the last 24 hours, by what became of them.',
    ['result'],
    ({ ended }) => [
      { labels: { result: 'stored' }, value: sum(ended.map(({ rowsStored }) => rowsStored)) },
      { labels: { result: 'skipped' }, value: sum(ended.map(({ rowsSkipped }) => rowsSkipped)) },
      { labels: { result: 'error' }, value: sum(ended.map(({ rowErrors }) => rowErrors)) },
    ],
  ],
  [
    'sync_response_24h_bytes',
    'What endpoints answered to the runs that ended in the last 24 hours, uncompressed.',
    [],
    ({ ended }) => [{ value: sum(ended.map(({ responseBytes }) => responseBytes)) }],
  ],
];

function defineFigures({ gauge }: Metrics): (figures: SyncFigures | null) => void {
  const shown = FIGURES.map(([name, help, labels, read]) => ({ read, show: gauge(name, help, ...labels) }));
  return (figures) => {
    for (const { read, show } of shown) show(figures ? read(figures) : []);
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function tooLong(): never {
  throw new Error('the database took too long');
}
