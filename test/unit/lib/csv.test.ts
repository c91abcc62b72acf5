import { describe, expect, test } from 'vitest';
import { type CsvCell, csvLine } from '../../../src/lib/csv.ts';

describe('a line', () => {
  test.each<[CsvCell[], string]>([
    [['a', 'b'], 'a,b\r\n'],
    [[], '\r\n'],
    [[null, '', 'c'], ',,c\r\n'],
    [['one, two'], '"one, two"\r\n'],
    [['say "hi"'], '"say ""hi"""\r\n'],
    [['two\nlines'], '"two\nlines"\r\n'],
    [['two\r\nlines'], '"two\r\nlines"\r\n'],
    [[' blanks '], '" blanks "\r\n'],
    [['Zoë 😀'], 'Zoë 😀\r\n'],
  ])('of %j', (cells, expected) => expect(csvLine(cells)).toBe(expected));
});

describe('a formula is text', () => {
  test.each([
    ['=1+1', '"\'=1+1"'],
    ['+49 30', '"\'+49 30"'],
    ['-5 apples', '"\'-5 apples"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t\'=1"'],
    ['\r=1', '"\'\r\'=1"'],
    ['\n1', '"\'\n1"'],
    ['＝1＋1', '"\'＝1＋1"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['=1,"=2"', '"\'=1,""=2"""'],
    // Where it is split at semicolons, or at the line's end, since the quote is not the first of the cell.
    ['a;=1', '"a;\'=1"'],
    ['a;"=1";@b', '"a;""\'=1"";\'@b"'],
    ['a\n-1\t+1', '"a\n\'-1\t\'+1"'],
    ['a;＝1', '"a;\'＝1"'],
  ])('%j', (text, expected) => expect(csvLine([text])).toBe(`${expected}\r\n`));

  test.each(['a=1', "'=1", '1-2', 'x@example.com', 'a;b', 'a; =1', 'a|=1'])('%j is none', (text) =>
    expect(csvLine([text])).toBe(`${text}\r\n`),
  );

  test.each([
    [-5, '-5'],
    [-1e-7, '-1e-7'],
    [1e21, '1e+21'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('the number %d is a number', (number, expected) => expect(csvLine([number])).toBe(`${expected}\r\n`));
});
