import { describe, expect, it } from 'vitest';
import { readAccountCopy } from '../../kit/copy-reader.ts';
import { aPreview, runHere } from '../../kit/mappings.ts';

const row = (day: string, id: unknown, logins: unknown, seats: unknown) => ({ day, id, logins, seats });

describe('the rows of a preview', () => {
  it('are the first of the answer as mapped, errors and outsiders included', () => {
    const rows = [
      row('2026-06-01', ' a ', 1, null),
      row('2026-02-30', 'b', 'x', 2),
      row('2026-07-01', 7, 3, 4),
      row('2026-06-01', '', 1, 1),
      row('2026-06-02', 'c', 1, 1),
    ];
    const { result } = runHere(aPreview({}, 4), { rows });
    expect(result.rows).toEqual([
      { rowNumber: 1, day: '2026-06-01', externalId: 'a', values: [1, null], errors: [], outsideWindow: false },
      {
        rowNumber: 2,
        day: null,
        externalId: 'b',
        values: [null, 2],
        outsideWindow: false,
        errors: [
          { path: 'date', message: 'date: no such day', hint: expect.any(String), value: '"2026-02-30"' },
          { path: 'logins', message: 'metric logins: not numeric', hint: expect.any(String), value: '"x"' },
        ],
      },
      { rowNumber: 3, day: '2026-07-01', externalId: '7', values: [3, 4], errors: [], outsideWindow: true },
      {
        rowNumber: 4,
        day: null,
        externalId: null,
        values: [null, null],
        errors: [expect.objectContaining({ message: 'account_id missing or empty' })],
        outsideWindow: false,
      },
    ]);
    expect(result.counts.rows).toBe(5);
  });
});

describe('the result of a preview', () => {
  it('combines a day and account by SUM, LAST and MAX over the whole answer, missing left out', () => {
    const metrics = (['SUM', 'LAST', 'MAX'] as const).map((aggregation, index) => ({
      name: `m${index}`,
      path: `v[${index}]`,
      aggregation,
    }));
    const at = (id: string, ...v: (number | null)[]) => ({ day: '2026-06-01', id, v });
    const rows = [
      at('a', 1, 1, 1),
      at('b', null, null, null, 0),
      at('a', null, 5, -9),
      at('c', -1, null, null),
      at('a', 2, null, 9),
      at('c', null, null, -3),
    ];
    const { result } = runHere(aPreview({ metrics }, 2), { rows });
    expect(result.result).toEqual([
      { day: '2026-06-01', externalId: 'a', values: [3, 5, 9] },
      { day: '2026-06-01', externalId: 'c', values: [-1, null, -3] },
    ]);
  });

  it('holds the first pairs in order of appearance, inside the window only', () => {
    const rows = [
      row('2026-07-01', 'a', 1, 1),
      row('2026-06-02', 'b', 1, 1),
      row('2026-06-01', 'b', 2, 2),
      row('2026-06-03', 'a', 3, 3),
      row('2026-06-02', 'b', 10, 9),
    ];
    const { result } = runHere(aPreview({}, 2), { rows });
    expect(result.result).toEqual([
      { day: '2026-06-02', externalId: 'b', values: [11, 9] },
      { day: '2026-06-01', externalId: 'b', values: [2, 2] },
    ]);
  });
});

describe('the accounts of a preview', () => {
  it('are the distinct ids of the mapped rows', () => {
    const rows = [
      row('2026-06-01', 'é', 1, 1),
      row('2026-07-09', 'late', 1, 1),
      row('x', 'bad', 1, 1),
      row('2026-06-02', 'é ', 1, 1),
    ];
    const { channels } = runHere(aPreview(), { rows });
    expect(readAccountCopy(channels[1] as Buffer)).toEqual([
      { ref: 0, externalId: 'é' },
      { ref: 1, externalId: 'late' },
    ]);
    expect(channels[0]).toBeUndefined();
  });

  it('are refused when their ids are more than the server should hold', () => {
    const rows = Array.from({ length: 270_000 }, (_, index) => row('2026-06-01', index, 1, 1));
    const { result, channels } = runHere(aPreview({ accountIdPath: "pad_left(to_string(id), `255`, '0')" }), { rows });
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'ANSWER_TOO_COSTLY',
        message: 'account_id gives 270000 different ids, more than a preview can look up',
        hint: expect.any(String),
      },
    });
    expect(channels[1]).toBeUndefined();
  });
});
