import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Who runs a program: this process's own user, or a plain one that root becomes with setpriv. */
export type RunAs = { readonly name: string; readonly id: number | null };
const isRoot = process.getuid?.() === 0;
export const SELF: RunAs = { name: isRoot ? 'root' : 'a plain user', id: null };
const PLAIN: RunAs = { name: 'a plain user', id: 65_534 };
export const USERS: readonly RunAs[] = isRoot ? [SELF, PLAIN] : [SELF];

/** Whether the user can read this checkout: a plain one cannot when it stands in a folder of root's own. */
export function canReadCheckout({ id }: RunAs): boolean {
  if (id === null) return true;
  const reads = spawnSync('setpriv', [
    `--reuid=${id}`,
    `--regid=${id}`,
    '--clear-groups',
    'test',
    '-r',
    `${ROOT}/package.json`,
  ]);
  return reads.status === 0;
}
export const READABLE_CHECKOUT = 'a checkout that a plain user can read';

export type Program = {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Everything written so far, standard output and standard error apart. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves once standard output matches; fails with everything written when the program ends first. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | string>;
  /** Ctrl-C in a terminal: the whole process group hears it. */
  readonly interrupt: () => Promise<number | string>;
};

export type ProgramOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly as?: RunAs;
  readonly args?: readonly string[];
};

const started = new Set<Program>();

/** Starts `src/<name>.ts` from source, in a process group of its own, with nothing of this environment but PATH. */
export function startProgram(
  name: 'server' | 'worker' | 'cli',
  { environment = {}, as = SELF, args: given = [] }: ProgramOptions = {},
): Program {
  const node = [process.execPath, '--import', 'tsx', join(ROOT, 'src', `${name}.ts`), ...given];
  const become = ['setpriv', `--reuid=${as.id}`, `--regid=${as.id}`, '--clear-groups'];
  const [command = '', ...args] = as.id === null ? node : [...become, ...node];
  const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  const child = spawn(command, args, { cwd: ROOT, env: { ...env, ...environment }, detached: true, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const pid = child.pid ?? 0;
  const program: Program = {
    pid,
    child,
    out: () => out,
    err: () => err,
    ended,
    says: async (pattern) => {
      for (;;) {
        const found = pattern.exec(out);
        if (found) return found;
        const over = await Promise.race([ended, once(child.stdout, 'data').then(() => null)]);
        const last = pattern.exec(out);
        if (over !== null && !last)
          throw new Error(`${name} ended (${over}) without saying ${pattern}:\n${out}\n${err}`);
      }
    },
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
    interrupt: () => {
      process.kill(-pid, 'SIGINT');
      return ended;
    },
  };
  started.add(program);
  void ended.then(() => started.delete(program));
  return program;
}

/** A server that is up: its origin, and the owner key when it printed one. */
export async function startServer(
  options: ProgramOptions,
): Promise<Program & { url: string; ownerKey: string | null }> {
  const program = startProgram('server', options);
  const [, url = ''] = await program.says(/GraphQL +(http:\S+)\/graphql[\s\S]*\n\n$/);
  const ownerKey = /Owner key (\S+)/.exec(program.out())?.[1] ?? null;
  return { ...program, url, ownerKey };
}

/** Ends what a failed test left running, databases included. */
export async function endPrograms(): Promise<void> {
  for (const program of started) {
    const all = [program.pid, ...descendants(program.pid)];
    for (const pid of all) tryKill(pid);
    await program.ended;
  }
}

/** Every process below this one, as the system has them now; databases live in sessions of their own, yet are children. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(Number(name));
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const below = (parent: number): number[] =>
    [...parents].flatMap(([child, of]) => (of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** Those of the processes that are still there; one that only waits to be reaped is not. */
export const alive = (pids: readonly number[]): number[] => pids.filter((pid) => (statOf(pid)?.[0] ?? 'Z') !== 'Z');

/** What the process was started as. */
export const commandOf = (pid: number): string => readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

/** State and parent, behind the name, which may hold blanks and brackets. */
const statOf = (pid: number): string[] | null => {
  const text = readOrEmpty(`/proc/${pid}/stat`);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
};

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** A directory the user owns and a database's own user may enter. */
export async function ownDirectory(as: RunAs = SELF): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tributary-process-'));
  await chmod(path, 0o755);
  if (as.id !== null) await chown(path, as.id, as.id);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
