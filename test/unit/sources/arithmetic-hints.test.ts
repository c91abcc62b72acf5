import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';
import { runtimeHint } from '../../../src/features/sources/domain/expression-hints.ts';

function evaluate(text: string, value: unknown): unknown {
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value.evaluate(value);
}

function hintOf(text: string, value: unknown): string {
  try {
    evaluate(text, value);
  } catch (error) {
    return runtimeHint(text, error);
  }
  throw new Error(`${text} gave a value`);
}

const ROW = { part: 3, total: 0, text: '4', none: null };

describe('arithmetic that fails says what to write', () => {
  it.each([
    ['part / total', 'total > `0` ? part / total : `null`'],
    ['part // total', 'total > `0` ? part / total : `null`'],
    ['part + text', 'to_number(field)'],
    ['part + none', 'not_null(field, `0`)'],
    ['sum([part, none])', 'sum([a, b][])'],
    ['some-name', '"some-name"'],
  ])('%s: %s', (text, hint) => expect(hintOf(text, ROW)).toContain(hint));

  it('and what it says to write gives a value', () => {
    expect(evaluate('total > `0` ? part / total : `null`', ROW)).toBeNull();
    expect(evaluate('total > `0` ? part / total : `null`', { part: 3, total: 4 })).toBe(0.75);
    expect(evaluate('part + to_number(text)', ROW)).toBe(7);
    expect(evaluate('part + not_null(none, `0`)', ROW)).toBe(3);
    expect(evaluate('sum([part, none][])', ROW)).toBe(3);
    expect(evaluate('floor(part / `2` + `0.5`)', ROW)).toBe(2);
  });
});
