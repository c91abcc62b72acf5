import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Day, isDay } from '../lib/day.ts';

const FILE = 'demo.json';

const keepsake = z.object({
  ownerKey: z.string().min(32),
  endpointKey: z.string().min(1),
  lastDay: z.string().refine(isDay),
});

/** What one demo directory remembers, so that the demo can be run again on the history it already has. */
export type Keepsake = {
  readonly ownerKey: string;
  readonly endpointKey: string;
  /** The day on which the data ends: yesterday, as of the first run. */
  readonly lastDay: Day;
};

/** Reads what the first run wrote; on that first run, makes it up and writes it for its owner's eyes only. */
export async function loadOrCreateKeepsake(
  directory: string,
  fresh: { readonly lastDay: Day; readonly ownerKey: string | null },
): Promise<Keepsake> {
  const file = join(directory, FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`The demo cannot read ${file} (${error.code}).`);
  });
  if (text !== null) return parse(text, file);
  const made: Keepsake = {
    ownerKey: fresh.ownerKey ?? `trb_${randomBytes(32).toString('base64url')}`,
    endpointKey: `demo_${randomBytes(16).toString('base64url')}`,
    lastDay: fresh.lastDay,
  };
  await write(directory, file, made);
  return made;
}

async function write(directory: string, file: string, content: Keepsake): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(directory, { recursive: true });
    // The database may run under a user of its own, who has to pass through here; the file itself stays closed.
    await chmod(directory, 0o755);
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'w' });
    await rename(draft, file);
  } catch (error) {
    throw new Error(`The demo cannot write ${file} (${(error as NodeJS.ErrnoException).code}).`, { cause: error });
  }
}

function parse(text: string, file: string): Keepsake {
  try {
    return keepsake.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is damaged. Delete the directory it is in to start the demo afresh.`);
  }
}
