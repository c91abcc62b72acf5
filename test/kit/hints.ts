import { compileExpression } from '../../src/features/sources/domain/expression.ts';

/** Every hint ends with the expression it recommends: what is tested is the expression of the hint itself. */
export const writtenIn = (hint: string): string => /(?:: write )(.+)$/s.exec(hint)?.[1] ?? `no recipe in: ${hint}`;

export function evaluate(text: string, value: unknown): unknown {
  const expression = compileExpression(text);
  if (!expression.ok) throw new Error(`${text}: ${expression.error.message}`);
  return expression.value.evaluate(value);
}
