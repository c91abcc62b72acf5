import { describe, expect, it } from 'vitest';
import { type Division, rowCutter } from '../../../../src/features/sources/domain/reader/row-cutter.ts';

/** The parts of a text, and how it ended; bytes come so many at a time. */
function parts(text: string, division: Division, pieceBytes = text.length): string[] {
  const bytes = Buffer.from(text);
  const cutter = rowCutter(division);
  const found: string[] = [];
  let from = 0;
  for (let end = pieceBytes; ; ) {
    const next = cutter.next(bytes, 0, Math.min(end, bytes.length));
    if (next === 'MORE' && end < bytes.length) {
      end += pieceBytes;
      continue;
    }
    const to = Math.min(cutter.at(), bytes.length);
    found.push(bytes.toString('utf8', from, to) + (cutter.isEmpty() ? '(empty)' : ''));
    if (next !== 'BOUNDARY') return [...found, next];
    from = cutter.at() + 1;
    cutter.pass();
  }
}

describe('a list', () => {
  it.each([
    ['1,2]', ['1', '2', 'END']],
    [']', ['(empty)', 'END']],
    [' \n]', [' \n(empty)', 'END']],
    ['1,]', ['1', '(empty)', 'END']],
    [',1]', ['(empty)', '1', 'END']],
    ['{"a":[1,{"b":2}]},[3,[4]]]', ['{"a":[1,{"b":2}]}', '[3,[4]]', 'END']],
    ['"a,b]","\\"]",","]', ['"a,b]"', '"\\"]"', '","', 'END']],
    ['"\\\\",1]', ['"\\\\"', '1', 'END']],
    ['{"}":"{"}]', ['{"}":"{"}', 'END']],
    ['1', ['1', 'MORE']],
    ['"a\\', ['"a\\', 'MORE']],
    ['[1', ['[1', 'MORE']],
    ['1}]', ['1}', 'END']],
  ])('%s is divided by its own commas and ended by its own bracket', (text, expected) => {
    expect(parts(text, 'LIST')).toEqual(expected);
    expect(parts(text, 'LIST', 1)).toEqual(expected);
  });
});

describe('lines', () => {
  it.each([
    ['1\n2\n', ['1', '2', '(empty)', 'MORE']],
    ['1,2\n3', ['1,2', '3', 'MORE']],
    ['\n \r\n1', ['(empty)', ' \r(empty)', '1', 'MORE']],
    ['{"a":\n1}\n2', ['{"a":\n1}', '2', 'MORE']],
    [']\n1', [']', '1', 'MORE']],
    ['"\\\n"\n1', ['"\\\n"', '1', 'MORE']],
  ])('%j are divided where nothing is open', (text, expected) => {
    expect(parts(text, 'LINES')).toEqual(expected);
    expect(parts(text, 'LINES', 1)).toEqual(expected);
  });

  it.each([
    ['{"a":1}\n{"b":2}\n', false],
    ['{"a":\n1}\n', true],
    ['[\n', true],
    ['\n\n1', false],
  ])('%j goes on behind its line: %s', (text, expected) => {
    const cutter = rowCutter('LINES');
    const bytes = Buffer.from(text);
    while (cutter.next(bytes, 0, bytes.length) === 'BOUNDARY') cutter.pass();
    expect(cutter.crossesLines()).toBe(expected);
    cutter.reset();
    expect(cutter.crossesLines()).toBe(false);
  });
});
