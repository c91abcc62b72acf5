import { err, ok, type Result } from '../../../lib/result.ts';
import { checkMeaning } from './expression-checks.ts';
import { closureOf } from './expression-closures.ts';
import { newInterpreter } from './expression-interpreter.ts';
import { pathEvaluator, stepsOf } from './expression-path.ts';
import { type ExpressionRefusal, type Node, parseExpression } from './expression-syntax.ts';
import { type StreamSteps, streamSteps } from './stream-path.ts';

export type { ExpressionRefusal } from './expression-syntax.ts';

/** A JMESPath expression (community dialect), compiled once and evaluated per row. */
export type CompiledExpression = {
  readonly text: string;
  /** Never `undefined`. Throws where a function meets a value it does not take: callers catch per row. */
  readonly evaluate: (value: unknown) => unknown;
  /** Set when the expression is a plain path: nothing but fields and indexes, from the left. */
  readonly steps: readonly (string | number)[] | null;
  /** Set when the expression is `to_number` of a plain path: numbers that the endpoint sends as text. */
  readonly numberAt: readonly (string | number)[] | null;
  /** Set when the expression runs over the elements of one list, each for itself: where that list stands. */
  readonly stream: StreamSteps | null;
  /** Set when the expression is a constant, whatever the row. */
  readonly literal: { readonly value: unknown } | null;
};

export function compileExpression(text: string): Result<CompiledExpression, ExpressionRefusal> {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed;
  const { node, tokens } = parsed.value;
  const mistake = checkMeaning(node, tokens);
  if (mistake) return err(mistake);
  const steps = stepsOf(node);
  const evaluate = steps ? pathEvaluator(steps) : closureOf(node, newInterpreter());
  const literal = node.type === 'Literal' ? { value: node.value } : null;
  return ok({ text, evaluate, steps, numberAt: numberAt(node), stream: streamSteps(node), literal });
}

/** An expression that gives a text, whatever the row. */
export const constantExpression = (value: string): CompiledExpression => ({
  text: `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  evaluate: () => value,
  steps: null,
  numberAt: null,
  stream: null,
  literal: { value },
});

function numberAt(node: Node): CompiledExpression['numberAt'] {
  const [only, another] = node.type === 'Function' && node.name === 'to_number' ? node.children : [];
  return only && !another ? stepsOf(only) : null;
}
