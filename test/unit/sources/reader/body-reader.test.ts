import { describe, expect, it } from 'vitest';
import { bodyReader } from '../../../../src/features/sources/domain/reader/body-reader.ts';
import { anExtract, aPreview, runBytes } from '../../../kit/mappings.ts';
import { differences, type RowsJob, readWhole } from '../../../kit/reader-reference.ts';

const extract = (rowsPath: string, lines: boolean | null = null) => ({ ...anExtract({ rowsPath }), lines }) as RowsJob;
const preview = (rowsPath: string, lines: boolean | null = null) => ({ ...aPreview({ rowsPath }), lines }) as RowsJob;
const row = (index: number) =>
  `{"day":"2026-06-0${(index % 9) + 1}","id":"a${index % 7}","logins":${index},"seats":1.5}`;
/** More than are parsed before templates are tried. */
const ROWS = Array.from({ length: 60 }, (_, index) => row(index));
const LIST = `[${ROWS.join()}]`;

describe('every cut', () => {
  it.each([
    ['rows', `{"a":"ü","rows":[${row(1)},${row(2)}],"b":1}`, null],
    ['@', `[${row(1)} , ${row(2)}]`, null],
    ['rows[*]', `{"rows":[${row(1)},{"x":"\\u00e9😀"}]}`, null],
    ['@', `${row(1)}\n${row(2)}`, true],
    ['@', `${row(1)}\n${row(2)}\n`, null],
    ['rows[0:1]', `{"rows":[${row(1)}]}`, null],
  ] as const)('of %s in %s is told as JSON.parse tells it', (path, text, lines) => {
    const bytes = Buffer.from(text);
    const cuts = Array.from({ length: bytes.length + 1 }, (_, length) => bytes.subarray(0, length));
    expect(cuts.flatMap((cut) => differences(extract(path, lines), cut, [5]))).toEqual([]);
  });

  it('of a long answer too, where rows are read by template', () => {
    const bytes = Buffer.from(`{"rows":${LIST}}`);
    const cuts = Array.from({ length: 150 }, (_, left) => bytes.subarray(0, bytes.length - left));
    expect(cuts.flatMap((cut) => differences(extract('rows'), cut, [100]))).toEqual([]);
  });
});

describe('behind 60 rows of one kind', () => {
  const LAST = [
    ...[
      '{}',
      'null',
      '[]',
      '7',
      '"x"',
      '{"day":1}',
      row(3),
      `${row(3)} `,
      row(3).replace('1.5', '15e-1'),
      '{"day":"2026-06-01","id":"b"}',
    ],
    ...[
      `{"seats":1,"logins":2,"id":"b","day":"2026-06-01"}`,
      row(3).replace('a3', '\\u0061'),
      row(3).replace('a3', '\\n'),
    ],
    ...[
      row(3).replace('a3', ' b '),
      row(3).replace('"a3"', '7'),
      row(3).replace('}', ',"logins":9}'),
      row(3).replace('1.5', '[]'),
    ],
    ...[
      '',
      '01',
      '{',
      '}',
      ']',
      `${row(3)},`,
      `,${row(3)}`,
      `${row(3)} 1`,
      row(3).replace('1.5', '01'),
      row(3).replace('1.5', '-'),
    ],
    ...[
      row(3).replace('a3', '\n'),
      row(3).replace('a3', '\\x'),
      row(3).replace(',', ',,'),
      row(3).slice(0, -1),
      `${row(3)}}`,
    ],
  ];
  it.each(LAST)('the last being %s', (last) => {
    expect(differences(extract('@'), `[${ROWS.join()},${last}]`)).toEqual([]);
    expect(differences(extract('rows'), `{"rows":[${ROWS.join()},${last},${row(5)}],"b":1}`)).toEqual([]);
    expect(differences(extract('@', true), `${ROWS.join('\n')}\n${last}`)).toEqual([]);
    expect(differences(extract('@'), `${ROWS.join('\r\n')}\r\n${last}\r\n${row(5)}\r\n`)).toEqual([]);
  });

  it('the last ending in an escape, and nothing behind it', () => {
    const rows = [...Array.from({ length: 55 }, () => 'x'), 'e\\n'].map((text) =>
      row(1).replace('}', `,"t":"${text}"}`),
    );
    expect(differences(extract('@'), `[${rows.join()}]`)).toEqual([]);
    expect(readWhole(extract('@'), Buffer.from(`[${rows.join()}]`))).toMatchObject({
      result: { counts: { mapped: 56 } },
    });
  });
});

describe('around the rows', () => {
  it.each([
    ['rows', `\ufeff{"rows":${LIST}}`],
    ['rows', `\ufeff\ufeff{"rows":${LIST}}`],
    ['rows', ` \ufeff{"rows":${LIST}}`],
    ['@', `\ufeff${LIST}`],
    ['@', `\ufeff${ROWS.join('\n')}`],
    ['@', ' \n\t\r '],
    ['@', ''],
    ['@', '\ufeff'],
    ['@', '[]'],
    ['@', ` [ ] `],
    ['rows', `{"rows":[]}`],
    ['@', `${LIST} x`],
    ['@', `${LIST}]`],
    ['@', `${LIST}${LIST}`],
    ['rows', `{"rows":${LIST},}`],
    ['rows', `{"rows":${LIST}} {}`],
    ['rows', `{"rows":${LIST},"total":99,"next":"x","a":{"rows":[1,{"next":2}]}}`],
    ['rows', `{"rows":{"rows":${LIST}}}`],
    ['rows', `{"rows":7,"rows":${LIST}}`],
    ['rows', `{"x":[{"rows":[1]}],"r\\u006fws":${LIST}}`],
    ['a[1].rows', `{"a":[{"rows":[1]},{"rows":${LIST}},{"rows":[2]}]}`],
    ['"__proto__".constructor', `{"__proto__":{"constructor":${LIST}}}`],
    ['constructor', `{"x":${LIST}}`],
    ['@', '1'],
    ['@', 'null'],
    ['@', '"[1]"'],
    ['rows', LIST],
    ['rows[*].{day: day, id: id, logins: join(id, logins), seats: seats}', `{"rows":${LIST}}`],
  ])('%s reads what it should of %s', (path, text) => {
    expect(differences(extract(path), text)).toEqual([]);
    expect(differences(preview(path, false), text)).toEqual([]);
  });

  it('a name that comes again behind its rows is refused: which of the two counts is not defined', () => {
    const { result } = runBytes(extract('rows'), Buffer.from(`{"rows":${LIST},"rows":[]}`));
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'NOT_JSON', message: expect.stringContaining('stands twice') },
    });
  });
});

describe('lines', () => {
  it.each([
    ['@', true, `${ROWS.join('\n\n')}\n \n`],
    ['@', null, `\n${ROWS.join('\r\n')}`],
    ['@', true, row(1)],
    ['@', null, row(1)],
    ['@', null, `${row(1)}\n`],
    ['@', null, '{\n "rows": [\n1]\n}\n\n'],
    ['rows', null, `{\n"rows":\n${LIST}\n}`],
    ['@', true, '{\n"a":1}'],
    ['@', null, `{\n"a":1}\n${row(1)}`],
    ['@', null, `${ROWS.join('\n')}\n{"day":\n"2026-06-01"}`],
    ['@', true, `[1,2]\n{"a":1},{"a":2}`],
    ['@', null, `${row(1)},${row(2)}`],
    ['@', null, `${row(1)}${row(2)}`],
    ['@', true, `${row(1)}\n\u00a0\n${row(2)}`],
    ['[0:2]', true, `${row(1)}\n\u00a0\n${row(2)}`],
    ['@', true, ''],
    ['@', null, '\n'],
    ['[?logins > `3`]', true, ROWS.join('\n')],
    ['[0:5]', true, ROWS.join('\n')],
    ['[0].rows', true, `{"rows":${LIST}}\n{}`],
    ['[0].rows', null, `{"rows":${LIST}}\n{}`],
    ['@', false, ROWS.join('\n')],
    ['@', null, `1\n2`],
    ['[1:]', null, `[1]\n[2]`],
  ] as const)('%s, lines %s: %j', (path, lines, text) => {
    expect(differences(extract(path, lines), text)).toEqual([]);
    expect(differences(preview(path, lines), text)).toEqual([]);
  });
});

describe('what is hostile', () => {
  it.each([
    ['@', '['],
    ['rows', '{"rows":['],
    ['rows', '{"rows":[[['],
    ['rows[*]', '{"x":'],
    ['rows[0:1]', '{"rows":[[['],
  ])('%s of 5,000,000 open brackets behind %s is no JSON', (path, start) => {
    const { result } = runBytes(extract(path), Buffer.from(start + '['.repeat(5_000_000)));
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_JSON' } });
  });

  it('one row of 200,000 levels, and the last of a page, are read like any other', () => {
    const deep = `{"day":"2026-06-01","id":"a","logins":1,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    for (const paging of [null, { nextPath: null }]) {
      const { result } = runBytes({ ...extract('rows'), paging }, Buffer.from(`{"rows":[${ROWS.join()},${deep}]}`));
      expect(result).toMatchObject({ ok: true, counts: { mapped: 61 } });
    }
  });

  it('blanks before anything else are not held, and cost no time', () => {
    const reader = bodyReader({ steps: [], lines: null, keepLast: false }, { push: () => {}, templates: null });
    const blanks = Buffer.alloc(1_000, ' ');
    const started = performance.now();
    for (let times = 0; times < 50_000; times++) reader.take(blanks);
    reader.take(Buffer.from('[1]'));
    expect(reader.end()).toEqual({ ok: true, value: { kind: 'STREAMED', envelope: [], elements: 1 } });
    // Looked at again with each piece, they would cost minutes.
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
