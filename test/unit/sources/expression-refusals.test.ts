import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';

const refusal = (text: string) => {
  const compiled = compileExpression(text);
  return compiled.ok ? null : compiled.error;
};

describe('a mistake is refused with its column', () => {
  it.each([
    ['', 1],
    ['   ', 1],
    ['data..rows', 6],
    ['data.rows[', 11],
    ['data.rows]', 10],
    ['a.b.', 5],
    ['a b', 3],
    ['a[*]b', 5],
    ['a.#b', 3],
    ['naïve', 3],
    ['a.2b', 3],
    ['a[?b == 5]', 9],
    ["data['rows']", 6],
    ['{a: b', 6],
    ['{a b}', 4],
    ['f(', 3],
    ['a."b', 3],
    ["join(',' , 'x", 12],
    ['a == `{bad`', 6],
    ['a == `1', 6],
    ['(a || b', 8],
    ['a ||', 5],
    ['"quoted"(a)', 9],
    ['a[1:2:3:4]', 8],
  ])('%j at column %i', (text, position) => expect(refusal(text)).toMatchObject({ position }));
});

describe('what could only fail on every row is refused when written', () => {
  it.each([
    ['count(@)', 1, 'unknown function count()', 'length()'],
    ['a.b | nope(@)', 7, 'unknown function nope()', 'Functions:'],
    ['sum(a) + summ(b)', 10, 'unknown function summ()', ''],
    ['let $x = a in (nope($x))', 16, 'unknown function nope()', ''],
    ['substring(day, `0`)', 1, 'unknown function substring()', 'day[:10]'],
    ['sum(a, b)', 1, 'sum() takes 1 argument, not 2', ''],
    ['join(a)', 1, 'join() takes 2 arguments, not 1', ''],
    ['merge()', 1, 'merge() takes at least 1 arguments, not 0', ''],
    ['trim(a, b, c)', 1, 'trim() takes 1 to 2 arguments, not 3', ''],
    ['sort_by(rows, day)', 1, 'sort_by() takes an expression as argument 2', '&'],
    ["rows[?type = 'x']", 12, '= is unexpected', '=='],
    ["rows[?n > `3` && day >= '2026-01-01']", 22, '>= compares numbers only', 'outside the days asked for'],
    ["'5' < n", 5, '< compares numbers only', '`5`'],
    ['a > `null`', 3, '> compares numbers only', '== or !='],
    ['round(n)', 1, 'unknown function round()', 'floor(number + `0.5`)'],
    ['a || $x', 6, 'nothing binds $x', 'let'],
    ['let $x = a, $y = $x in $y', 18, 'nothing binds $x', ''],
    ['let $x in $x', 1, 'let without a binding', ''],
    ['&a', 1, '& is unexpected', ''],
    ['to_string(&a)', 11, '& is unexpected', ''],
  ])('%j at column %i: %s', (text, position, message, hint) => {
    expect(refusal(text)).toMatchObject({ position, message, hint: expect.stringContaining(hint) });
  });

  it('but not what is fine', () => {
    const fine = [
      'let $in = a in ($in)',
      'sort_by(a, &b)',
      'a[?b == `5` && c]',
      "a[?b > `5` && c != 'x']",
      'a ? b : c',
      '$.a.b',
      "trim(a, ' ')",
      'a.*.b',
      '!a',
      '-a',
      'a[::2]',
    ];
    for (const text of fine) expect(refusal(text), text).toBeNull();
  });
});

describe('limits', () => {
  it('takes 1,000 characters and no more', () => {
    expect(refusal('a'.repeat(1_000))).toBeNull();
    expect(refusal('a'.repeat(1_001))).toMatchObject({
      position: 1_001,
      message: expect.stringContaining('1000 characters'),
    });
  });

  it.each(['(', '[', '{a:', '[?', 'f('])('takes 64 levels of %j and no more', (open) => {
    const said = refusal(open.repeat(65));
    expect(said).toMatchObject({
      position: 64 * open.length + open.search(/[([{]/) + 1,
      message: expect.stringContaining('64 levels'),
    });
  });

  it('compiles 64 levels', () => expect(refusal(`${'('.repeat(64)}a${')'.repeat(64)}`)).toBeNull());

  // A mapping holds 28 expressions, and is checked on the server's own thread.
  it('is not slowed by long expressions that fail at their end', () => {
    const started = performance.now();
    expect(refusal(`${'a.'.repeat(490)}#`)).toMatchObject({ position: 981 });
    for (let times = 0; times < 10; times++) {
      expect(refusal(`${'a|'.repeat(490)}]`)).toMatchObject({ position: 981 });
      expect(refusal(`${'!'.repeat(990)}]`)).toMatchObject({ position: 991 });
      expect(refusal(`${'*.'.repeat(490)}]`)).toMatchObject({ position: 981 });
    }
    const took = performance.now() - started;
    expect(took, `${took} ms for 31 expressions`).toBeLessThan(2_000);
  });

  it.each([
    ["rows[?a == '\0']", 13],
    ["'\ud800'", 2],
    ['"a\udc00"', 3],
  ])('takes nothing that cannot be stored: %j', (text, position) =>
    expect(refusal(text)).toMatchObject({ position, message: expect.stringContaining('NUL') }),
  );
});
