import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets a process (this one by default) wait for those who answer clients, where there are more of them than processors: about a
 * tenth of a contended one is left to it, so that its leases are renewed however busy the API is, and nobody waits long for a
 * lock that it holds. Where the system does not allow that, all are equal.
 */
export function giveWay(pid = 0): void {
  try {
    setPriority(pid, WAITING);
  } catch {
    // Gone already, or not allowed.
  }
}

/**
 * The same for the process of PostgreSQL that serves a connection, where that is on this machine and may be told: it bears the
 * port that the connection comes from in its title, so that no process of another machine's number is meant.
 */
export function giveWayIn(backend: { readonly pid: number; readonly port: number | null }): void {
  try {
    const title = readFileSync(`/proc/${backend.pid}/cmdline`, 'latin1');
    if (title.startsWith('postgres: ') && title.includes(`(${backend.port})`)) giveWay(backend.pid);
  } catch {
    // Elsewhere, or not Linux.
  }
}

/** Weights of Linux's scheduler are 1024 at 0 and 110 here. */
const WAITING = constants.priority.PRIORITY_BELOW_NORMAL;
