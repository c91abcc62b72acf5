import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { systemClock, yesterday } from '../src/platform/clock.ts';
import { atMost, tell } from './goal.ts';
import { LAYOUT_SAYS, LAYOUTS, makeLayout } from './layouts.ts';
import { median, megabytes, millis, times } from './measure.ts';
import { numbers } from './options.ts';
import type { ReaderVariant, Reading } from './reader-job.ts';

// An answer read and mapped, from a file in pieces of 64 KB to the binary COPY stream for the database, beside reading the same
// file, decoding it and JSON.parse of it. Each in a process of its own, in turn.

const GOAL_REGULAR = 0.6;
const GOAL_ANY = 1.5;

const { rows, others, rounds } = numbers({ rows: 1_000_000, others: 300_000, rounds: 5 });
const directory = await mkdtemp(join(tmpdir(), 'tributary-reader-'));

try {
  for (const layout of LAYOUTS) {
    const payload = makeLayout(layout, Math.ceil((layout === 'regular' ? rows : others) / 30), yesterday(systemClock));
    const file = join(directory, `${layout}.json`);
    await writeFile(file, payload.bytes);
    const variants: readonly ReaderVariant[] =
      layout === 'regular' ? ['parse', 'paths', 'expression'] : ['parse', 'paths'];
    const readings = new Map<ReaderVariant, Reading[]>(variants.map((variant) => [variant, []]));
    for (let round = 0; round < rounds; round++) {
      for (const variant of variants) readings.get(variant)?.push(await read(variant, file, payload.rows));
    }
    const took = (variant: ReaderVariant) => median((readings.get(variant) ?? []).map(({ ms }) => ms));
    const peak = (variant: ReaderVariant) =>
      Math.max(...(readings.get(variant) ?? []).map(({ peakBytes }) => peakBytes));
    const parse = took('parse');
    const report = (goal: string, variant: ReaderVariant, what: string, most: number) => {
      const ratio = took(variant) / parse;
      const value =
        `${times(ratio)} of JSON.parse (${millis(took(variant))} and ${megabytes(peak(variant))}, ` +
        `against ${millis(parse)} and ${megabytes(peak('parse'))})`;
      tell({
        goal,
        what: `${what}, ${payload.rows} rows, ${megabytes(payload.bytes.length)}`,
        value,
        ...atMost(ratio, most, times),
      });
    };
    if (layout === 'regular') {
      report('G1', 'paths', `mapping rows with ${LAYOUT_SAYS[layout]}`, GOAL_REGULAR);
      report('G2', 'expression', 'the same with a function in one path', GOAL_ANY);
    } else report('G2', 'paths', `mapping rows with ${LAYOUT_SAYS[layout]}`, GOAL_ANY);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function read(variant: ReaderVariant, file: string, expected: number): Promise<Reading> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const entry = fileURLToPath(new URL('./reader-job.ts', import.meta.url));
  const child = fork(entry, [variant, file], { execArgv: ['--import', loader, '--max-semi-space-size=32'] });
  const reading = await new Promise<Reading>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Reading));
    child.once('exit', (code) => reject(new Error(`${variant} ended with ${code}`)));
  });
  if (reading.rows !== expected) throw new Error(`${variant} read ${reading.rows} of ${expected} rows`);
  return reading;
}
