import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';
import { aCase, mutated, pieceSizes, type ReaderCase } from '../kit/reader-answers.ts';
import { compare, readStreamed, readWhole, type Seen } from '../kit/reader-reference.ts';

/** Rows that were read by template: counted at the one place they pass. */
const counted = vi.hoisted(() => ({ byTemplate: 0 }));
vi.mock('../../src/features/sources/domain/reader/row-templates.ts', async (load) => {
  const real = await load<typeof import('../../src/features/sources/domain/reader/row-templates.ts')>();
  const rowTemplates: typeof real.rowTemplates = (...args) => {
    const templates = real.rowTemplates(...args);
    const run: typeof templates.run = (...given) => {
      const matched = templates.run(...given);
      counted.byTemplate += matched.rows;
      return matched;
    };
    return { ...templates, run };
  };
  return { ...real, rowTemplates };
});

const counts = { answers: 0, mutated: 0, refused: 0, 'repeated names': 0, rows: 0 };

const shown = (body: Buffer): string => {
  const text = body.toString('utf8');
  const isText = Buffer.from(text).equals(body) && !/(?![\n\r\t])\p{Cc}/u.test(text);
  return isText ? text.slice(0, 6_000) : `base64 ${body.toString('base64').slice(0, 8_000)}`;
};

const inShort = (seen: Seen): string => JSON.stringify(seen).slice(0, 3_000);

/** One answer, read both ways. `name` says again which it was. */
function hold(name: string, { job, body }: ReaderCase, pieces: number | (() => number)): void {
  const whole = readWhole(job, body);
  const streamed = readStreamed(job, body, pieces);
  const verdict = compare(streamed, whole);
  if (verdict === 'DIFFERENT')
    expect.fail(
      `${name}, lines ${job.lines}, ${job.kind} of ${JSON.stringify(job.mapping)}\n` +
        `body:     ${shown(body)}\nstreamed: ${inShort(streamed)}\nwhole:    ${inShort(whole)}\n` +
        `differ in: ${Object.keys(whole).filter((key) => !isDeepStrictEqual(streamed[key as never], whole[key as never]))}`,
    );
  if (verdict === 'REPEATED_KEY') counts['repeated names']++;
  if ('error' in whole) counts.refused++;
  else counts.rows += (whole.result as { counts: { rows: number } }).counts.rows;
}

test('whatever an endpoint sends is read as if it had been parsed as a whole', () => {
  for (let seed = 1; seed <= sized(20_000, 300_000); seed++) {
    const random = seeded(seed);
    const one = aCase(random);
    hold(`seed ${seed}`, one, pieceSizes(random, one.body));
    counts.answers++;
    if (sized(seed % 20, 0) !== 0) continue;
    const changed = { job: one.job, body: mutated(random, one.body) };
    hold(`seed ${seed}, mutated`, changed, pieceSizes(random, changed.body));
    counts.mutated++;
  }
  expect(counts.refused).toBeLessThan(counts.answers / 3);
  expect(counts['repeated names']).toBeLessThan(counts.answers / 50);
  expect(counted.byTemplate).toBeGreaterThan(counts.rows / 10);
  report('reader', { ...counts, 'by template': counted.byTemplate });
});
