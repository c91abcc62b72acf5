import { createReadStream } from 'node:fs';
import { startJob } from '../src/features/sources/domain/run-job.ts';
import { windowEnding } from '../src/lib/day.ts';
import { systemClock, yesterday } from '../src/platform/clock.ts';
import { MAPPING } from './payload.ts';

// One reading of one file, in a process of its own: `parse` is the limit, the others are what a mapper child does.

/** `paths`: all of them lead straight to a value. `expression`: one of them calls a function. */
export type ReaderVariant = 'parse' | 'paths' | 'expression';
export type Reading = { readonly ms: number; readonly peakBytes: number; readonly rows: number };

const [variant, file = ''] = process.argv.slice(2) as [ReaderVariant, string];
const started = performance.now();
const rows = variant === 'parse' ? await parse() : await map();
const ms = performance.now() - started;
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.send?.({ ms, peakBytes, rows } satisfies Reading, () => process.exit(0));

async function parse(): Promise<number> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(file)) pieces.push(piece as Buffer);
  const { data } = JSON.parse(Buffer.concat(pieces).toString()) as { data: { rows: unknown[] } };
  return data.rows.length;
}

async function map(): Promise<number> {
  const mapping = { ...MAPPING, accountIdPath: variant === 'expression' ? 'trim(account.id)' : MAPPING.accountIdPath };
  const slots = MAPPING.metrics.map((_, index) => index);
  const window = windowEnding(yesterday(systemClock), 30);
  const work = {
    kind: 'extract',
    mapping,
    window,
    slots,
    slotCount: slots.length,
    totals: false,
    lines: null,
    paging: null,
  } as const;
  let bytes = 0;
  const job = startJob(work, (_, piece) => {
    bytes += piece.length;
  });
  if (!job.ok) throw new Error(job.error.message);
  for await (const piece of createReadStream(file)) {
    const wrong = job.value.take(piece as Buffer);
    if (wrong) throw new Error(wrong.message);
  }
  const ending = job.value.endBody();
  while (!ending.next().done);
  const result = job.value.finish();
  if (!result.ok || !('duplicates' in result) || bytes === 0) throw new Error(JSON.stringify(result));
  return result.counts.mapped;
}
