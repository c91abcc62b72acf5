import { describe, expect, it } from 'vitest';
import { seenDays } from '../../../src/features/sources/domain/account-index.ts';
import { rowCopy } from '../../../src/features/sources/domain/copy-writer.ts';
import { startExtract } from '../../../src/features/sources/domain/extract.ts';
import type { ExtractJob } from '../../../src/features/sources/domain/mapper-job.ts';
import { epochDay } from '../../../src/lib/day.ts';
import { readAccountCopy, readRowCopy } from '../../kit/copy-reader.ts';
import { anExtract, compiled, runHere } from '../../kit/mappings.ts';

const day = (text: string) => epochDay(text) as number;

describe('an extract', () => {
  it('writes rows in the order of the answer and each account once', () => {
    const rows = [
      { day: '2026-06-02', id: 'b', logins: 1.5, seats: null },
      { day: 'broken', id: 'never', logins: 1 },
      { day: '2026-06-01', id: 'ü\u{1f600}', logins: -2, seats: 0 },
      { day: '2026-06-02', id: 'b', logins: null, seats: 4 },
      { day: '2026-05-31', id: 'outside', logins: 1 },
    ];
    const { result, channels } = runHere(anExtract(), { rows });
    expect(readRowCopy(channels[0] as Buffer)).toEqual([
      { ref: 0, epochDay: day('2026-06-02'), ordinal: 1, values: [1.5, null] },
      { ref: 1, epochDay: day('2026-06-01'), ordinal: 3, values: [-2, 0] },
      { ref: 0, epochDay: day('2026-06-02'), ordinal: 4, values: [null, 4] },
    ]);
    expect(readAccountCopy(channels[1] as Buffer)).toEqual([
      { ref: 0, externalId: 'b' },
      { ref: 1, externalId: 'ü\u{1f600}' },
    ]);
    expect(result).toMatchObject({ ok: true, bytes: Buffer.byteLength(JSON.stringify({ rows })), duplicates: 1 });
  });

  it('puts metrics into their slots and leaves the others null', () => {
    const job = { ...(anExtract() as ExtractJob), lines: null, paging: null, slots: [3, 1], slotCount: 5 };
    const { channels } = runHere(job, { rows: [{ day: '2026-06-01', id: 'a', logins: 10, seats: 20 }] });
    expect(readRowCopy(channels[0] as Buffer)[0]?.values).toEqual([null, 20, null, 10, null]);
  });

  it('ends its streams properly when there is nothing in them', () => {
    const { channels } = runHere(anExtract(), { rows: [] });
    expect(readRowCopy(channels[0] as Buffer)).toEqual([]);
    expect(readAccountCopy(channels[1] as Buffer)).toEqual([]);
  });

  it('sends nothing when the answer has no rows to reach', () => {
    expect(runHere(anExtract({ rowsPath: 'gone' }), { rows: [] }).channels).toEqual({});
  });

  it('hands on chunks of about 64 KB as it goes, rows before accounts', () => {
    const sent: [number, number][] = [];
    const extract = startExtract(compiled(), anExtract() as ExtractJob, (channel, bytes) =>
      sent.push([channel, bytes.length]),
    );
    const batch = (from: number) =>
      Array.from({ length: 1_000 }, (_, index) => ({
        day: '2026-06-01',
        id: `account ${from + index}`,
        logins: 1,
        seats: 1,
      }));
    for (let from = 0; from < 5_000; from += 1_000) extract.push(batch(from));
    const early = sent.length;
    expect(early).toBeGreaterThan(3);
    expect(extract.finish(9, [])).toMatchObject({ counts: { accounts: 5_000 }, duplicates: 0 });
    expect(sent.map(([channel]) => channel)).toEqual(sent.map(([channel]) => channel).toSorted());
    expect(Math.max(...sent.map(([, length]) => length))).toBeLessThanOrEqual(65_536);
  });

  it('refuses slots that cannot be', () => {
    expect(() => rowCopy([0, 0], 2, () => {})).toThrow(RangeError);
    expect(() => rowCopy([2], 2, () => {})).toThrow(RangeError);
    expect(() => startExtract(compiled(), { ...(anExtract() as ExtractJob), slots: [0] }, () => {})).toThrow(
      RangeError,
    );
  });

  it('writes rows wider than a chunk', () => {
    const pieces: Uint8Array[] = [];
    const copy = rowCopy([9_999], 10_000, (bytes) => pieces.push(bytes));
    for (let ordinal = 1; ordinal <= 3; ordinal++) copy.write(0, 20_000, ordinal, new Float64Array([ordinal]));
    copy.end();
    expect(readRowCopy(Buffer.concat(pieces)).map((row) => row.values.at(-1))).toEqual([1, 2, 3]);
  });
});

describe('duplicates', () => {
  it.each([1, 31, 32, 33, 400])('are found in a window of %i days, by account and day', (days) => {
    const seen = seenDays(days);
    for (const ref of [0, 1, 5_000, 70_000])
      for (let index = 0; index < days; index++) expect(seen(ref, index)).toBe(false);
    for (const ref of [0, 1, 5_000, 70_000])
      for (let index = 0; index < days; index++) expect(seen(ref, index)).toBe(true);
    expect(seen(2, 0)).toBe(false);
  });
});
