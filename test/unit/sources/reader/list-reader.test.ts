import { describe, expect, it } from 'vitest';
import { listReader } from '../../../../src/features/sources/domain/reader/list-reader.ts';
import type { Division } from '../../../../src/features/sources/domain/reader/row-cutter.ts';
import type { RowTemplates } from '../../../../src/features/sources/domain/reader/row-templates.ts';

type Read = {
  elements: unknown[];
  batches: number;
  error?: string;
  behind?: string | null;
  last: string;
  seen: string;
};

function read(
  text: string,
  division: Division,
  pieceBytes = 7,
  more: { templates?: RowTemplates; mayCross?: true } = {},
): Read {
  const elements: unknown[] = [];
  let batches = 0;
  let seen = '';
  const push = (batch: readonly unknown[]) => {
    batches++;
    elements.push(...batch);
  };
  const list = listReader(
    { push, templates: more.templates ?? null },
    {
      division,
      mayCrossLines: more.mayCross ?? false,
      isAscii: () => false,
      keepLast: true,
      onBytes: (bytes, from, to) => {
        seen += bytes.toString('latin1', from, to);
      },
    },
  );
  const result = () => ({ elements, batches, last: list.last(), seen });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const taken = list.take(bytes.subarray(at, at + pieceBytes));
    if (!taken.ok) return { ...result(), error: taken.error.message };
    if (taken.value !== null)
      return { ...result(), behind: Buffer.from(taken.value).toString() + bytes.toString('utf8', at + pieceBytes) };
  }
  const ended = list.end();
  return ended.ok ? { ...result(), behind: null } : { ...result(), error: ended.error.message };
}

describe.each([1, 7, 100_000])('in pieces of %i bytes', (size) => {
  it('a list gives its elements, the last one as it stood, and what is behind it', () => {
    const found = read('1, {"a":[2]},"]" , {"ü": 1.50}] ,"x":1}', 'LIST', size);
    expect(found).toMatchObject({ elements: [1, { a: [2] }, ']', { ü: 1.5 }], behind: ' ,"x":1}' });
    expect(found.last.trim()).toBe('{"ü": 1.50}');
  });

  it.each([
    ['LIST', ']', []],
    ['LIST', ' \n ]', []],
    ['LINES', '1\n2', [1, 2]],
    ['LINES', '\n1\r\n\r\n \n2\n\n', [1, 2]],
    ['LINES', '[1,2]\n"a,b"\n', [[1, 2], 'a,b']],
    ['LINES', ' \n', []],
  ] as const)('%s %j gives %j', (division, text, expected) => {
    expect(read(text, division, size).elements).toEqual(expected);
  });

  it.each([
    ['LIST', '1,2,]', 'at row 3: a comma'],
    ['LIST', ',1]', 'at row 1: a comma'],
    ['LIST', '1,,2]', 'at row 2: a comma'],
    ['LIST', '{"a":1},{"a":01}]', 'in row 2'],
    ['LIST', '{"a":1} {"a":2}]', 'in row 1'],
    ['LIST', '1}]', 'in row 1'],
    ['LINES', '1\n2,\n3', 'at row 3: a comma'],
    ['LINES', '1\n2,', 'at row 3: a comma'],
    ['LINES', '{"a":1}\n{"a":\n', 'row 2 does not end with its line'],
    ['LINES', '{"a":1}\n{"a":\n2}', 'row 2 does not end with its line'],
    ['LINES', '1\n2,3\n4', 'one holds more than one document'],
  ] as const)('%s %j: %s', (division, text, message) => {
    const { error = '' } = read(text, division, size);
    expect(error).toContain(message);
  });

  it('of what several lines hold, a single document may be all', () => {
    expect(read('{"a":\n1}\n\n', 'LINES', size, { mayCross: true })).toMatchObject({ elements: [{ a: 1 }] });
    expect(read('{"a":\n1}\n{}', 'LINES', size, { mayCross: true }).error).toContain(
      'row 1 does not end with its line',
    );
    expect(read('{}\n{"a":\n1}', 'LINES', size, { mayCross: true }).error).toContain(
      'row 2 does not end with its line',
    );
  });

  it('all its bytes are seen, whatever they are cut into', () => {
    expect(read('1, 2 ] x', 'LIST', size).seen).toBe('1, 2 ]');
    expect(read('1\n\r\n2', 'LINES', size).seen).toBe('1\n\r\n2');
  });
});

it('parses in batches, not row by row', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => index);
  const { elements, batches } = read(`${rows.join()}]`, 'LIST', 8_000);
  expect(elements).toEqual(rows);
  expect(batches).toBeLessThan(10);
});

it('reads one row of several MB, and another behind it', () => {
  const giant = { a: 'x'.repeat(3_000_000), b: [1, { c: ']},{' }] };
  expect(read(`${JSON.stringify(giant)},2]`, 'LIST', 60_000).elements).toEqual([giant, 2]);
});

it('refuses a row that would have to be held beyond all measure', () => {
  const list = listReader(
    { push: () => {}, templates: null },
    { division: 'LIST', mayCrossLines: false, isAscii: () => true, keepLast: false },
  );
  const piece = Buffer.from(`"${'x'.repeat(1_000_000)}`);
  let taken = list.take(piece);
  for (let more = 0; more < 70 && taken.ok; more++) taken = list.take(piece.subarray(1));
  expect(taken).toMatchObject({ ok: false, error: { code: 'ANSWER_TOO_COSTLY' } });
});
