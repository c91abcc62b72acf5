import { describe, expect, it } from 'vitest';
import type { MapperJob } from '../../../../src/features/sources/domain/mapper-job.ts';
import { closedPart } from '../../../../src/features/sources/domain/reader/first-part.ts';
import { runBytes } from '../../../kit/mappings.ts';

const DOCUMENT = { a: [1, { b: 'x],}"\\' }, []], 'c,"': { d: null, e: [true, -1.5e3] }, f: '' };

describe('the first part of a document', () => {
  it('is closed where it was cut, wherever that is', () => {
    const text = JSON.stringify(DOCUMENT, null, 1);
    for (let end = 1; end <= text.length; end++) {
      const part = closedPart(text.slice(0, end));
      expect(() => JSON.parse(part), `${text.slice(0, end)} became ${part}`).not.toThrow();
    }
    expect(JSON.parse(closedPart(text))).toEqual(DOCUMENT);
  });
});

const probe = (lines: boolean | null = null): MapperJob => ({ kind: 'probe', sampleBytes: 8_192, lines, paging: null });
const row = (index: number) => ({ day: '2026-06-01', id: `A-${index}`, calls: index, note: 'x'.repeat(100) });
const ROWS = Array.from({ length: 50_000 }, (_, index) => row(index));

describe('a sample of an answer too large to be held', () => {
  it('shows its beginning, with the bytes of all of it', () => {
    const body = Buffer.from(JSON.stringify({ meta: { total: 1 }, rows: ROWS, next: 'never seen' }));
    const { result } = runBytes(probe(), body);
    expect(result).toMatchObject({ ok: true, bytes: body.length, notices: [], sample: { truncated: true } });
    const sample = JSON.parse((result as unknown as { sample: { json: string } }).sample.json);
    expect(sample.meta).toEqual({ total: 1 });
    expect(sample.rows[1]).toMatchObject({ id: 'A-1' });
  });

  it('of lines is a list', () => {
    const body = Buffer.from(ROWS.map((one) => JSON.stringify(one)).join('\n'));
    for (const lines of [null, true]) {
      const { result } = runBytes(probe(lines), body);
      const sample = JSON.parse((result as unknown as { sample: { json: string } }).sample.json);
      expect(sample[1]).toMatchObject({ id: 'A-1' });
    }
  });

  it.each<[string, (text: string) => Buffer, string]>([
    ['that was cut off', (text) => Buffer.from(text.slice(0, -3)), 'it is cut off'],
    ['that is a page', (text) => Buffer.from(`<html>${text}`), 'it looks like an HTML page'],
    ['with a mistake in its beginning', (text) => Buffer.from(text.replace('"calls":7', '"calls":07')), 'a mistake'],
    ['that is not UTF-8', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x5d])]), 'invalid UTF-8'],
  ])('is refused of one %s', (_, write, says) => {
    const { result } = runBytes(probe(), write(JSON.stringify({ rows: ROWS })));
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_JSON', message: expect.stringContaining(says) } });
  });
});
