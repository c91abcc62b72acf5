import { addDays, type DayWindow, windowLength } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { holdLease, leaseUntil } from '../kit/hold-lease.ts';
import { announceRun } from './announce.ts';
import type { MapperProgress } from './domain/mapper-job.ts';
import type { SyncRun } from './domain/sync-run.ts';
import { type RunProgress, renewLease } from './store/index.ts';

/** Watchers are told at most this often. */
const ANNOUNCE_MS = 250;

/** How the work divides, for the progress bar: reading the answer, mapping it, storing it. */
const READ_SHARE = 0.5;
const MAPPED_SHARE = 0.8;

/** Keeps a claimed run claimed, tells whoever watches how far it is, and aborts the work when the run is lost. */
export type LeaseKeeper = {
  readonly signal: AbortSignal;
  readonly startWindow: (window: DayWindow) => void;
  readonly fetching: (contentLength: number | null) => void;
  readonly mapping: (progress: unknown) => void;
  readonly storing: (rows: number) => void;
  readonly stop: () => Promise<void>;
};

export function keepLease(ctx: Ctx, run: SyncRun, token: string): LeaseKeeper {
  const { window: whole, doneRows: rowsFetched } = run;
  const shareOf = (window: DayWindow) => windowLength(window) / windowLength(whole);
  let progress: RunProgress = { status: 'FETCHING', progress: run.progress, rowsFetched };
  /** Where the current window begins and how much of the whole it is; rows of the windows before it. */
  let part = { begin: run.progress, share: 1 - run.progress, rows: rowsFetched };
  let contentLength: number | null = null;
  let announced = 0;

  const held = holdLease(ctx.log, { run: run.id }, () => {
    const expiresAt = leaseUntil(ctx.clock.now());
    return renewLease(ctx.db.orm, ctx.actor.workspaceId, run.id, { token, expiresAt }, progress);
  });

  const show = (next: RunProgress) => {
    const changed = next.status !== progress.status;
    progress = {
      status: next.status,
      progress: Math.max(progress.progress, part.begin + part.share * next.progress),
      rowsFetched: part.rows + next.rowsFetched,
    };
    const now = performance.now();
    if (!changed && now - announced < ANNOUNCE_MS) return;
    announced = now;
    void announceRun(ctx, { id: run.id, attempt: run.attempt, ...progress });
  };
  void announceRun(ctx, { id: run.id, attempt: run.attempt, ...progress });

  return {
    signal: held.signal,
    startWindow: (window) => {
      const begin = shareOf({ from: whole.from, to: addDays(window.from, -1) });
      part = { begin, share: shareOf(window), rows: progress.rowsFetched };
      contentLength = null;
      progress = { ...progress, status: 'FETCHING' };
    },
    fetching: (length) => {
      contentLength = length;
    },
    mapping: (message) => {
      const { bytesRead, rowsMapped, rowsTotal } = message as MapperProgress;
      const read = contentLength ? Math.min(1, bytesRead / contentLength) : bytesRead / (bytesRead + 1_000_000);
      // Most answers are mapped as they are read; what has to be read as a whole is mapped afterwards.
      const readShare = rowsMapped > 0 ? MAPPED_SHARE : READ_SHARE;
      const share = rowsTotal
        ? READ_SHARE + (MAPPED_SHARE - READ_SHARE) * Math.min(1, rowsMapped / rowsTotal)
        : readShare * read;
      show({ status: 'FETCHING', progress: share, rowsFetched: rowsMapped });
    },
    storing: (rows) => show({ status: 'STORING', progress: MAPPED_SHARE, rowsFetched: rows }),
    stop: held.stop,
  };
}
