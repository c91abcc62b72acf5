import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

export type MapperProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Beside the running code: `mapper.ts` from source, `mapper.js` once built. */
const DEFAULT_ENTRY = new URL(import.meta.url.endsWith('.ts') ? '../../mapper.ts' : '../../mapper.js', import.meta.url);

export function spawnMapper(maxOldSpaceMb: number, entry: URL = DEFAULT_ENTRY): MapperProcess {
  // A larger nursery: a parsed answer survives its first collections, and copying it costs a tenth of the whole job.
  const flags = [`--max-old-space-size=${maxOldSpaceMb}`, '--max-semi-space-size=32'];
  return spawn(process.execPath, [...flags, ...loader(entry), fileURLToPath(entry)], {
    // Nothing is inherited: a child that reads a customer's answer has no business with keys and database addresses.
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Only in development and tests does a mapper start from source. */
function loader(entry: URL): string[] {
  if (!entry.pathname.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
