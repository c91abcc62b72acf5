import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Lets a process (this one by default) wait for those who answer clients, where there are more of them than processors: about a
 * tenth of a contended one is left to it, so that its leases are renewed however busy the API is, and nobody waits long for a
 * lock that it holds. Where the system does not allow that, all are equal.
 */
export function giveWay(pid = process.pid): void {
  for (const thread of threadsOf(pid)) {
    try {
      setPriority(thread, WAITING);
    } catch {
      // Gone already, or not allowed.
    }
  }
}

/**
 * Leaves a process what processors nobody else wants: who does nothing but reckon keeps those who answer from running at once
 * at any priority, since Linux lets a slice end before it looks at who is more important. Not for who holds leases or locks.
 * Only `chrt` can say it; where that is not installed, nothing changes.
 */
export function standBack(pid: number): void {
  if (process.platform !== 'linux') return;
  spawn('chrt', ['--all-tasks', '--idle', '--pid', '0', String(pid)], { stdio: 'ignore' }).on('error', () => {});
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
