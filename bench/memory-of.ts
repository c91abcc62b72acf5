import { readFileSync, writeFileSync } from 'node:fs';
import { commandOf, descendants } from '../test/kit/processes.ts';

/** Bytes of memory that a process had at most since it began, or since `forgetPeaks`. 0 once it is gone. */
export function peakOf(pid: number): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes ?? 0) * 1_024;
}

/** Bytes of memory that a process takes now, its share of pages that it has in common with others included; 0 once it is gone. */
function shareOf(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes ?? 0) * 1_024;
}

/** What a process and its largest mapper child take together, at most, looked at ten times a second. */
export function watchShare(pid: number): { readonly most: () => number; readonly stop: () => void } {
  let most = 0;
  const look = () => {
    const mappers = descendants(pid).filter((one) => /\bmapper\.[jt]s\b/.test(commandOf(one)));
    most = Math.max(most, shareOf(pid) + Math.max(0, ...mappers.map(shareOf)));
  };
  look();
  const timer = setInterval(look, 100);
  return { most: () => most, stop: () => clearInterval(timer) };
}

/** What each process of a tree had at most; each at a moment of its own, so their sum is more than was ever in use. */
export type Peaks = {
  readonly own: () => number;
  /** The largest mapper child: of a single job, the one that did it. */
  readonly mapper: () => number;
  /** All mapper children, idle ones included; the largest sum of those alive at one moment. */
  readonly mappers: () => number;
  readonly all: () => number;
  readonly stop: () => void;
};

const LOOK_EVERY_MS = 50;

/** Watches the process and whatever it starts, from now on. */
export function watchPeaks(pid: number): Peaks {
  const peaks = new Map<number, { bytes: number; isMapper: boolean }>();
  let mappers = 0;
  const look = () => {
    const living = [pid, ...descendants(pid)];
    for (const one of living) {
      if (!peaks.has(one)) forgetPeak(one);
      const isMapper = peaks.get(one)?.isMapper ?? /\bmapper\.[jt]s\b/.test(commandOf(one));
      peaks.set(one, { bytes: Math.max(peaks.get(one)?.bytes ?? 0, peakOf(one)), isMapper });
    }
    const now = living.map((one) => peaks.get(one)).filter((peak) => peak?.isMapper);
    mappers = Math.max(
      mappers,
      now.reduce((sum, peak) => sum + (peak?.bytes ?? 0), 0),
    );
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    own: () => peaks.get(pid)?.bytes ?? 0,
    mapper: () => Math.max(0, ...[...peaks.values()].map(({ bytes, isMapper }) => (isMapper ? bytes : 0))),
    mappers: () => mappers,
    all: () => [...peaks.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    stop: () => {
      look();
      clearInterval(timer);
    },
  };
}

/** The kernel begins to count anew. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Gone already.
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
