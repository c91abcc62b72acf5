import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loaderFlags, programEntry } from '../program.ts';

export type MapperProcess = ChildProcessByStdio<Writable, Readable, Readable>;

export function spawnMapper(maxOldSpaceMb: number, entry: URL = programEntry('mapper')): MapperProcess {
  // A larger nursery: a parsed answer survives its first collections, and copying it costs a tenth of the whole job.
  const flags = [`--max-old-space-size=${maxOldSpaceMb}`, '--max-semi-space-size=32'];
  return spawn(process.execPath, [...flags, ...loaderFlags(entry), fileURLToPath(entry)], {
    // Nothing is inherited: a child that reads a customer's answer has no business with keys and database addresses.
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole process group, a child that has just begun included; the parent says when to end.
    detached: true,
  });
}
