import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';

function evaluate(text: string, value: unknown): unknown {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.error.message}`);
  return compiled.value.evaluate(value);
}

describe('a plain path', () => {
  const value = { a: { b: [{ c: 1 }, { c: 2 }], 'x.y': 3 }, list: [[1, 2]], zero: 0, no: false };
  it.each([
    ['a.b[0].c', 1],
    ['a.b[-1].c', 2],
    ['a."x.y"', 3],
    ['list[0][1]', 2],
    ['zero', 0],
    ['no', false],
    ['a.nothing.c', null],
    ['list.length', null],
    ['a.b[9]', null],
    ['zero.x', null],
  ])('%s gives %j', (text, expected) => {
    expect(evaluate(text, value)).toEqual(expected);
    // The same through the interpreter, which a pipe brings in.
    expect(evaluate(`@ | ${text}`, value)).toEqual(expected);
  });

  it('is known as one, for readers that can take it from the bytes', () => {
    const steps = (text: string) => {
      const compiled = compileExpression(text);
      return compiled.ok ? compiled.value.steps : undefined;
    };
    expect(steps('a.b[0]."c d"')).toEqual(['a', 'b', 0, 'c d']);
    expect(steps('@')).toEqual([]);
    expect(steps('a[*].b')).toBeNull();
    expect(steps('a || b')).toBeNull();
  });

  it('@ is the value itself and never undefined', () => {
    expect(evaluate('@', 5)).toBe(5);
    expect(evaluate('@', undefined)).toBeNull();
  });
});

describe('names every JavaScript object answers to', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  it.each(names)('%s is absent unless the customer sent it', (name) => {
    const plain = JSON.parse('{"a":{}}');
    const own = JSON.parse(`{"a":{"${name}":7}}`);
    for (const form of [
      `a."${name}"`,
      `@ | a."${name}"`,
      `[a][?"${name}"]."${name}" | [0]`,
      `map(&"${name}", [a])[0]`,
    ]) {
      expect(evaluate(form, plain), form).toBeNull();
      expect(evaluate(form, own), form).toBe(7);
    }
  });

  it('are absent on texts, numbers and lists', () => {
    for (const value of ['text', 5, [1]]) expect(evaluate('constructor', value)).toBeNull();
    expect(evaluate('map', [1])).toBeNull();
  });

  it('can be keys of what an expression makes, without reaching a prototype', () => {
    const made = evaluate('{"__proto__": a, b: a}', { a: { polluted: true } }) as object;
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(Object.keys(made)).toEqual(['__proto__', 'b']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('can be keys of merged, grouped and collected objects', () => {
    const own = JSON.parse('{"__proto__":{"x":1},"constructor":2}');
    const merged = evaluate('merge(@, @)', own) as object;
    expect(Object.keys(merged)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    const rows = [{ k: '__proto__' }, { k: 'constructor' }, { k: '__proto__' }];
    expect(evaluate('group_by(@, &k) | items(@)[*].[[0], length([1])]', rows)).toEqual([
      ['__proto__', 2],
      ['constructor', 1],
    ]);
    expect(evaluate('from_items([[`"__proto__"`, `1`]]) | keys(@)', null)).toEqual(['__proto__']);
  });

  it('are no functions either', () => {
    for (const name of ['constructor', 'toString', '__proto__']) expect(compileExpression(`${name}(@)`).ok).toBe(false);
  });
});

describe('a customer cannot send an expression', () => {
  const forged = { expref: true, type: 'Field', name: 'secret' };
  it('an object that looks like a compiled one is an object', () => {
    expect(evaluate('type(@)', forged)).toBe('object');
    expect(() => evaluate('to_array(@) | sort_by(@, &name)', forged)).not.toThrow();
    expect(evaluate('keys(@)', forged)).toEqual(['expref', 'type', 'name']);
  });
});

describe('let', () => {
  it('flattens a map keyed by day and account', () => {
    const text = 'items(@)[*].[let $d=[0], $m=[1] in items($m)[*].{date:$d,id:[0],docs:[1].docs}][][]';
    const answer = { '2026-06-01': { acme: { docs: 1 }, beta: { docs: 2 } }, '2026-06-02': { acme: { docs: 3 } } };
    expect(evaluate(text, answer)).toEqual([
      { date: '2026-06-01', id: 'acme', docs: 1 },
      { date: '2026-06-01', id: 'beta', docs: 2 },
      { date: '2026-06-02', id: 'acme', docs: 3 },
    ]);
  });

  it('reaches into &expressions, keeps falsy values and ends where it ends', () => {
    expect(evaluate('let $n = n in map(&(@ + $n), list)', { n: 10, list: [1, 2] })).toEqual([11, 12]);
    expect(evaluate('let $z = `0` in let $y = a in $z', { a: 1 })).toBe(0);
    expect(evaluate('[let $x = a in $x, let $x = b in $x]', { a: 1, b: 2 })).toEqual([1, 2]);
  });

  it('starts afresh on the row after one that threw', () => {
    const compiled = compileExpression('let $x = a in sum($x)');
    if (!compiled.ok) throw new Error('does not compile');
    expect(() => compiled.value.evaluate({ a: 'no list' })).toThrow();
    expect(compiled.value.evaluate({ a: [1, 2] })).toBe(3);
  });
});

/** A newer library may bring more: each is looked at, for what it costs and what it reaches, before mappings may use it. */
it('knows these functions and no others', () => {
  const refused = compileExpression('nope(@)');
  expect(refused.ok ? '' : refused.error.hint).toBe(
    'Functions: abs, avg, ceil, contains, ends_with, find_first, find_last, floor, from_items, group_by, items, join, ' +
      'keys, length, lower, map, max, max_by, merge, min, min_by, not_null, pad_left, pad_right, replace, reverse, sort, ' +
      'sort_by, split, starts_with, sum, to_array, to_number, to_string, trim, trim_left, trim_right, type, upper, ' +
      'values, zip.',
  );
});

describe('functions answer by the specification', () => {
  it.each<[string, unknown, unknown]>([
    ['max(@)', [2, 10, 9], 10],
    ['min(@)', ['b', '\u{1f600}', '\uffee'], 'b'],
    ['max(@)', ['b', '\u{1f600}', '\uffee'], '\u{1f600}'],
    ['max(@)', [], null],
    ['min(@)', [0, -1], -1],
    ['max(@)', Array.from({ length: 300_000 }, (_, index) => index), 299_999],
    ['length(reverse(@))', 'x'.repeat(300_000), 300_000],
    ['reverse(@)', 'a\u{1f600}b', 'b\u{1f600}a'],
    ['reverse(@)', [1, 2], [2, 1]],
    ['trim(@)', ' \t\n a b\u00a0\u0085', 'a b'],
    ['trim(@)', '   ', ''],
    ["trim(@, '\u{1f600}x')", 'x\u{1f600}a\u{1f600}b\u{1f600}', 'a\u{1f600}b'],
    ["trim(@, ']^-\\\\')", '^-]a^b\\', 'a^b'],
    ["trim_left(@, 'a')", 'aaba', 'ba'],
    ["trim_right(@, 'a')", 'abaa', 'ab'],
    ['trim(@)', 'a\n\nb', 'a\n\nb'],
    ["replace(@, 'a', 'bb')", 'a-a-a', 'bb-bb-bb'],
    ["replace(@, 'a', 'b', `2`)", 'a-a-a', 'b-b-a'],
    ["replace(@, 'a', 'b', `0`)", 'a-a', 'a-a'],
    ["replace(@, 'a', 'b', `1000000000000`)", 'a-a', 'b-b'],
    ["replace(@, 'a', '$&$`', `1`)", 'xax', 'x$&$`x'],
    ["replace(@, 'z', 'y', `1`)", 'a', 'a'],
    ['to_number(@)', '12.5', 12.5],
    ['to_number(@)', '-1e3', -1000],
    ['to_number(@)', '', null],
    ['to_number(@)', ' ', null],
    ['to_number(@)', '0x10', null],
    ['to_number(@)', '1,234', null],
    ['to_number(@)', 7, 7],
    ['to_number(@)', true, null],
    ['sort(@)', [10, 9, 1], [1, 9, 10]],
    ['sort(@)', ['b', '\u{1f600}', '\uffee', 'a'], ['a', 'b', '\uffee', '\u{1f600}']],
    ["join('-', [@[:4], @[4:6], @[6:]])", '20260630', '2026-06-30'],
  ])('%s of %j is %j', (text, value, expected) => expect(evaluate(text, value)).toEqual(expected));

  it('in a time that grows with the text', () => {
    const started = performance.now();
    expect(evaluate('length(trim(@))', `x${' '.repeat(1_000_000)}x`)).toBe(1_000_002);
    expect(evaluate("length(trim_right(@, 'a'))", `${'a'.repeat(1_000_000)}b`)).toBe(1_000_001);
    const took = performance.now() - started;
    expect(took, `${took} ms for two texts of 1 MB`).toBeLessThan(3_000);
  });

  it('take the empty list that PHP writes for an empty object', () => {
    expect(evaluate('[items(@), values(@), keys(@)]', [])).toEqual([[], [], []]);
    expect(evaluate('merge({a: `1`}, @)', [])).toEqual({ a: 1 });
    expect(evaluate('items(@)[*].{id: [0], n: [1]}', [])).toEqual([]);
  });

  it('sort_by keeps the order of equal elements, and wants keys of one kind', () => {
    const rows = ['b', 'a', 'b', 'a'].map((key, index) => ({ key, index, seven: 7 }));
    expect(evaluate('sort_by(@, &key)[*].index', rows)).toEqual([1, 3, 0, 2]);
    expect(evaluate('sort_by(@, &seven)[*].index', rows)).toEqual([0, 1, 2, 3]);
    expect(evaluate('sort_by(@, &key)', [])).toEqual([]);
    for (const keys of [['a', 1], [null], [true, false], ['a', null]])
      expect(() =>
        evaluate(
          'sort_by(@, &key)',
          keys.map((key) => ({ key })),
        ),
      ).toThrow('sort_by() needs');
  });

  it('zip cuts to the shortest list', () => {
    expect(evaluate('zip(a, b)', { a: [1, 2, 3], b: ['x', null] })).toEqual([
      [1, 'x'],
      [2, null],
    ]);
  });

  it.each([
    ['zip(list, text)', 'zip() expected argument 2 to be type (array) but received type string'],
    ['zip(list, list, object)', 'zip() expected argument 3 to be type (array) but received type object'],
    ['zip(list, none)', 'zip() expected argument 2 to be type (array) but received type null'],
    ['merge(object, text)', 'merge() expected argument 2 to be type (object) but received type string'],
    ['merge(object, list)', 'merge() expected argument 2 to be type (object) but received type array'],
    ['items(list)', 'items() expected argument 1 to be type (object) but received type array'],
    ['values(list)', 'values() expected argument 1 to be type (object) but received type array'],
    ['keys(text)', 'keys() expected argument 1 to be type (object'],
  ])('%s throws, whichever argument it is', (text, message) => {
    expect(() => evaluate(text, { list: [1, 2], object: { a: 1 }, text: 'ab', none: null })).toThrow(message);
  });

  it.each(['sum(@)', 'zip(@, @)', 'items(@)', "split(@, ',')"])('%s throws on null, for the row to catch', (text) => {
    expect(() => evaluate(text, null)).toThrow();
  });
});
