import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets a process (this one by default) wait for those who answer clients, where there are more of them than processors: about a
 * tenth of a contended one is left to it, so that its leases are renewed however busy the API is, and nobody waits long for a
 * lock that it holds. Where the system does not allow that, all are equal.
 */
export function giveWay(pid = process.pid): void {
  giveWayAsSession(pid);
  for (const thread of threadsOf(pid)) {
    try {
      setPriority(thread, WAITING);
    } catch {
      // Gone already, or not allowed.
    }
  }
}

/** Linux sets the priority of one thread: those that collect garbage are there before a program's first line. Others inherit it. */
function threadsOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [pid];
  }
}

/**
 * Where Linux shares processors out among sessions first (sched_autogroup_enabled), a priority counts within a session alone.
 * Workers, mapper children and PostgreSQL's processes lead sessions of their own; who does not must not slow down the others.
 */
function giveWayAsSession(pid: number): void {
  try {
    // The 6th field of proc_pid_stat(5); the second may hold blanks.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const session = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[6 - 3]);
    if (session === pid) writeFileSync(`/proc/${pid}/autogroup`, String(WAITING));
  } catch {
    // Gone already, not allowed, or not Linux.
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
