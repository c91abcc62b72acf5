import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pidSpace, processStart } from './process-info.ts';

/** The exclusive right of one process to use a directory. */
export type Claim = { readonly release: () => Promise<void> };

/** Somebody else holds the right, and lives. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
  constructor(shownAs: string) {
    super(`another Tributary is using ${shownAs}`);
  }
}

type Owner = {
  readonly pid: number;
  readonly start: string | null;
  readonly space: string;
  readonly released: boolean;
};

const HEARTBEAT_MS = 2_000;
const SILENCE_MS = 7_000;
const PREFIX = 'owner.';

/**
 * Claims are numbered files and the highest number counts. Whoever finds its owner dead creates the next number, and a
 * hard link makes exactly one of several racing processes win it. Nothing has to be cleaned up after a crash.
 */
export async function claimDirectory(directory: string, shownAs: string): Promise<Claim> {
  const me: Owner = {
    pid: process.pid,
    start: await processStart(process.pid),
    space: await pidSpace(),
    released: false,
  };
  const draft = join(directory, `.claim-${randomUUID()}`);
  await writeFile(draft, JSON.stringify(me), { mode: 0o644 });
  try {
    for (;;) {
      const last = await highest(directory);
      if (last > 0 && (await isHeld(join(directory, PREFIX + last), me.space))) {
        throw new DirectoryInUseError(shownAs);
      }
      const mine = join(directory, PREFIX + (last + 1));
      if (!(await tryLink(draft, mine))) continue;
      // Our listing may have been old; only the highest number is a claim.
      if ((await highest(directory)) === last + 1) {
        await removeBelow(directory, last + 1);
        return hold(mine, me);
      }
      await rm(mine, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

function hold(file: string, me: Owner): Claim {
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();
  let released: Promise<void> | undefined;
  const release = async () => {
    clearInterval(heartbeat);
    // The file stays as the highest number, so numbers never run backwards.
    const draft = `${file}.released`;
    await writeFile(draft, JSON.stringify({ ...me, released: true }), { mode: 0o644 });
    await rename(draft, file);
  };
  return {
    release: () => {
      // A directory that was deleted meanwhile needs no release.
      released ??= release().catch(() => {});
      return released;
    },
  };
}

async function isHeld(file: string, space: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(absent);
  const owner = text === null ? null : parseOwner(text);
  if (!owner || owner.released) return false;
  if (owner.space === space) return owner.start === null || (await processStart(owner.pid)) === owner.start;
  // The pid of another container says nothing here: watch for a heartbeat.
  const before = await modified(file);
  for (let waited = 0; waited < SILENCE_MS; waited += 500) {
    await sleep(500);
    if ((await modified(file)) !== before) return true;
  }
  return false;
}

/** Released and replaced between our listing and our look. A claim that we may not read is not for us to overrule. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw new Error(`permission: cannot read who uses this directory (${error.code})`);
}

function parseOwner(text: string): Owner | null {
  try {
    const owner: Owner = JSON.parse(text);
    return Number.isInteger(owner?.pid) ? owner : null;
  } catch {
    // Written whole before it was linked, so damage means a machine crash: its owner is gone.
    return null;
  }
}

const modified = (file: string): Promise<number> =>
  stat(file).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );

async function numbers(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names.filter((name) => /^owner\.\d+$/.test(name)).map((name) => Number(name.slice(PREFIX.length)));
}

const highest = async (directory: string): Promise<number> => Math.max(0, ...(await numbers(directory)));

async function removeBelow(directory: string, bound: number): Promise<void> {
  for (const number of await numbers(directory)) {
    if (number < bound) await rm(join(directory, PREFIX + number), { force: true });
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
