import { readFileSync } from 'node:fs';
import { descendants } from '../test/kit/processes.ts';

/** As `getconf CLK_TCK` has it wherever Node runs on Linux. */
const TICKS_PER_SECOND = 100;

/** Milliseconds of processor time of all processes below this one, those that ended and were waited for included. */
export function childrenCpu(): number {
  let ticks = 0;
  for (const pid of descendants(process.pid)) {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      // utime, stime, cutime, cstime.
      for (const field of fields.slice(11, 15)) ticks += Number(field);
    } catch {
      // Gone already.
    }
  }
  return (ticks / TICKS_PER_SECOND) * 1_000;
}

/** Milliseconds of processor time of this process. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
