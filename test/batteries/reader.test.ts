import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';
import { aCase, mutated, pieceSizes, type ReaderCase } from '../kit/reader-answers.ts';
import { compare, readStreamed, readWhole, type Seen } from '../kit/reader-reference.ts';

/** How many rows are taken for read already, and how many were read by template: both at the one place they pass. */
const watched = vi.hoisted(() => ({ ahead: 0, byTemplate: 0 }));
vi.mock('../../src/features/sources/domain/reader/row-templates.ts', async (load) => {
  const real = await load<typeof import('../../src/features/sources/domain/reader/row-templates.ts')>();
  const rowTemplates: typeof real.rowTemplates = (...args) => {
    const templates = real.rowTemplates(...args);
    const run: typeof templates.run = (...given) => {
      const matched = templates.run(...given);
      watched.byTemplate += matched.rows;
      return matched;
    };
    return { ...templates, run, wantRows: (rowsRead) => templates.wantRows(rowsRead + watched.ahead) };
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

/** The names of a row's fields are noted of those that are parsed. */
function forgetFields(seen: Seen): void {
  const shape = 'result' in seen ? (seen.result as { shape?: { fields: unknown } }).shape : undefined;
  if (shape) shape.fields = null;
}

/** One answer, read both ways. `name` says again which it was. */
function hold(name: string, { job, body }: ReaderCase, pieces: number | (() => number)): void {
  const [whole, streamed] = [readWhole(job, body), readStreamed(job, body, pieces)];
  if (watched.ahead > 0) for (const one of [whole, streamed]) forgetFields(one);
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

/** The first 50 rows of an answer are parsed. Told that 48 were read, the reader learns from the third on, and answers can be short. */
const AHEAD = 48;

test('whatever an endpoint sends is read as if it had been parsed as a whole', () => {
  for (let seed = 1; seed <= sized(20_000, 300_000); seed++) {
    const random = seeded(seed);
    watched.ahead = seed % 5 === 0 ? 0 : AHEAD;
    const one = aCase(random, watched.ahead > 0 ? 5 : 51);
    hold(`seed ${seed}`, one, pieceSizes(random, one.body));
    counts.answers++;
    if (seed % sized(10, 1) !== 0) continue;
    const changed = { job: one.job, body: mutated(random, one.body) };
    hold(`seed ${seed}, mutated`, changed, pieceSizes(random, changed.body));
    counts.mutated++;
  }
  expect(counts.refused).toBeLessThan((counts.answers + counts.mutated) / 1.5);
  expect(counts['repeated names']).toBeLessThan(counts.answers / 50);
  expect(watched.byTemplate).toBeGreaterThan(2 * counts.answers);
  report('reader', { ...counts, 'by template': watched.byTemplate });
});
