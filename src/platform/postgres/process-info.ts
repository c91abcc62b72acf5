import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** When a process began, as text that differs for a later process with the same pid; null when there is no such process. */
export async function processStart(pid: number): Promise<string | null> {
  if (!exists(pid)) return null;
  if (process.platform !== 'linux') return (await ps(pid, 'lstart')) || null;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in parentheses may hold blanks; state and start time are the 3rd and 22nd fields.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; whether anyone will ever reap it is not our concern.
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** Whether a process is a PostgreSQL server on this data directory, and not a stranger with a recycled pid. */
export async function isServerOf(pid: number, data: string): Promise<boolean> {
  if ((await processStart(pid)) === null) return false;
  if (process.platform !== 'linux') {
    const command = await ps(pid, 'command');
    return command.includes('postgres') && command.includes(data);
  }
  // PostgreSQL changes into its data directory. Another user's process hides its cwd, and cannot serve our data.
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return cwd === data && command.includes('postgres');
}

/** Where a pid means something: two containers that share a volume have different ones. */
export async function pidSpace(): Promise<string> {
  if (process.platform !== 'linux') return hostname();
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const space = await readlink('/proc/self/ns/pid').catch(() => 'host');
  return `${boot.trim()} ${space}`;
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const ps = (pid: number, field: string): Promise<string> =>
  run('ps', ['-o', `${field}=`, '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
