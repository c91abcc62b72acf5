import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNEL, type ExtractResult, type PreviewResult } from '../../../src/features/sources/domain/mapper-job.ts';
import { epochDay } from '../../../src/lib/day.ts';
import type { MapperPool } from '../../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool } from '../../../src/platform/mapper-pool/process-pool.ts';
import { readAccountCopy, readRowCopy } from '../../kit/copy-reader.ts';
import { collector, inPieces, jsonBody } from '../../kit/mapper-bodies.ts';
import { anExtract, aPreview, runHere } from '../../kit/mappings.ts';

let pool: MapperPool;
beforeAll(() => {
  pool = createMapperPool({ size: 1, maxOldSpaceMb: 1_024, maxJobsPerChild: 1_000 });
});
afterAll(() => pool.close());

const run = (job: unknown, body: AsyncIterable<Uint8Array>, rest = {}) =>
  pool.run({ job, body, timeoutMs: 60_000, ...rest });
const probe = { kind: 'probe', sampleBytes: 8_192, lines: null, paging: null };

describe('a body', () => {
  it('in one-byte pieces, with a BOM, is read', async () => {
    const text = '\ufeff{"rows":[{"note":"é\u{1f600}"}]}';
    const result = await run(probe, inPieces(text, 1));
    expect(result).toMatchObject({
      ok: true,
      bytes: Buffer.byteLength(text),
      sample: { json: text.slice(1), truncated: false },
    });
  });

  it.each<[string, Uint8Array | string, string]>([
    ['empty', '', 'the body is empty'],
    ['HTML', '<html><body>Sign in</body></html>', 'HTML'],
    ['cut off', '{"rows":[1,2', 'cut off after 12 bytes'],
    ['Latin-1', Uint8Array.from([0x22, 0xe9, 0x22]), 'invalid UTF-8'],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), 'gzip'],
  ])('that is %s is an answer that is not JSON', async (_name, body, said) => {
    const error = { code: 'NOT_JSON', message: expect.stringContaining(said), hint: expect.any(String) };
    expect(await run(probe, inPieces(body))).toEqual({ ok: false, error });
  });
});

describe('a preview', () => {
  it('gives in the child what it gives in this process', async () => {
    const answer = {
      rows: [
        { day: '2026-06-01', id: 'a', logins: 1 },
        { day: 'x', id: 'b', logins: '2' },
        { day: '2026-06-01', id: 'a', logins: 2, seats: 9 },
      ],
    };
    const data = collector();
    const result = (await run(aPreview(), jsonBody(answer), data)) as PreviewResult;
    expect(result).toEqual(runHere(aPreview(), answer).result);
    expect(data.channels()).toEqual([CHANNEL.accounts]);
    expect(readAccountCopy(data.channel(CHANNEL.accounts))).toEqual([{ ref: 0, externalId: 'a' }]);
  });
});

describe('an extract', () => {
  it('of a map keyed by day and account flattens it', async () => {
    const rowsPath = 'items(@)[*].[let $d=[0], $m=[1] in items($m)[*].{day:$d,id:[0],logins:[1].docs}][][]';
    const answer = { '2026-06-01': { acme: { docs: 1 }, beta: { docs: 2 } }, '2026-06-02': { acme: { docs: 3 } } };
    const data = collector();
    const result = (await run(anExtract({ rowsPath }), jsonBody(answer), data)) as ExtractResult;
    expect(result).toMatchObject({ ok: true, counts: { mapped: 3, accounts: 2 }, duplicates: 0 });
    const first = epochDay('2026-06-01') as number;
    expect(
      readRowCopy(data.channel(CHANNEL.rows)).map((row) => [row.ref, row.epochDay - first, row.values[0]]),
    ).toEqual([
      [0, 0, 1],
      [1, 0, 2],
      [0, 1, 3],
    ]);
  });

  it('of 100,000 rows sends all of them, tells its progress and takes seconds at most', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({
      day: `2026-06-${String((index % 30) + 1).padStart(2, '0')}`,
      id: `account-${Math.floor(index / 30)}`,
      logins: index,
      seats: index % 7 === 0 ? null : index / 8,
    }));
    const data = collector();
    const progress: { rowsMapped: number; rowsTotal: number | null }[] = [];
    const started = performance.now();
    const result = await run(anExtract(), jsonBody({ rows }), {
      ...data,
      onProgress: (told: (typeof progress)[number]) => progress.push(told),
    });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(result).toMatchObject({
      ok: true,
      counts: { rows: 100_000, mapped: 100_000, errors: 0, accounts: 3_334 },
      duplicates: 0,
    });
    const copied = readRowCopy(data.channel(CHANNEL.rows));
    expect(copied).toHaveLength(100_000);
    expect(copied[99_999]).toMatchObject({ ref: 3_333, ordinal: 100_000, values: [99_999, 99_999 / 8] });
    expect(copied.reduce((sum, row) => sum + (row.values[0] ?? 0), 0)).toBe((100_000 * 99_999) / 2);
    expect(readAccountCopy(data.channel(CHANNEL.accounts))).toHaveLength(3_334);
    expect(progress.length).toBeGreaterThan(0);
  });

  it('tells why when no row can be reached, and sends nothing', async () => {
    const data = collector();
    expect(await run(anExtract({ rowsPath: 'gone' }), jsonBody({ rows: [] }), data)).toMatchObject({
      ok: false,
      error: { code: 'ROWS_PATH_NO_DATA' },
    });
    expect(data.channels()).toEqual([]);
  });
});

describe('5,000,000 nested lists', () => {
  const hostile = () => inPieces(`${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`);
  it('are an answer without rows', async () => {
    expect(await run(anExtract(), hostile())).toMatchObject({ ok: false, error: { code: 'ROWS_PATH_NO_DATA' } });
  });
  it('are one row without an account', async () => {
    expect(await run(aPreview({ rowsPath: '@' }), hostile())).toMatchObject({
      ok: true,
      counts: { rows: 1, skipped: 1 },
    });
  });
  it('leave a sample', async () => {
    expect(await run(probe, hostile())).toMatchObject({
      ok: true,
      sample: { truncated: true, json: expect.stringMatching(/^\[\[\[\[/) },
    });
  });
});
