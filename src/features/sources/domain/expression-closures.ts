import type { Interpreter } from './expression-interpreter.ts';
import { pathEvaluator, stepsOf } from './expression-path.ts';
import type { Node } from './expression-syntax.ts';

type Evaluate = (value: unknown) => unknown;

/**
 * What rows are mostly mapped with, as closures: plain paths, calls, choices and constants. They do what the interpreter does at
 * these nodes without asking, row for row, what each of them is. Whatever else is in an expression stays with the interpreter,
 * and all of it where `$` or a variable reaches across nodes.
 */
export function closureOf(root: Node, interpreter: Interpreter): Evaluate {
  return reachesAcross(root) ? (value) => interpreter.search(root, value) ?? null : compile(root, interpreter);
}

function compile(node: Node, interpreter: Interpreter): Evaluate {
  const steps = stepsOf(node);
  if (steps) return pathEvaluator(steps);
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      return () => value ?? null;
    }
    case 'Function':
      return call(node, interpreter);
    case 'Subexpression': {
      const left = compile(node.left, interpreter);
      const right = compile(node.right, interpreter);
      return (value) => {
        const inner = left(value);
        return inner === null ? null : right(inner);
      };
    }
    case 'IndexExpression':
    case 'Pipe': {
      const left = compile(node.left, interpreter);
      const right = compile(node.right, interpreter);
      return (value) => right(left(value));
    }
    default:
      return (value) => interpreter.visit(node, value) ?? null;
  }
}

/** Arity was checked when the expression was compiled; types depend on the row. */
function call(node: Extract<Node, { type: 'Function' }>, interpreter: Interpreter): Evaluate {
  const { runtime } = interpreter;
  const { name, children: args } = node;
  const entry = runtime._functionTable[name];
  if (!entry || args.some((arg) => arg.type === 'ExpressionReference'))
    return (value) => interpreter.visit(node, value) ?? null;
  const { _func: run, _signature: signature } = entry;
  const compiled = args.map((arg) => compile(arg, interpreter));
  const [only] = compiled;
  // Takes whatever comes: nothing to check.
  if (name === 'to_number' && only && compiled.length === 1)
    return (value) => run.call(runtime, [only(value)] as never) ?? null;
  return (value) => {
    const given = compiled.map((evaluate) => evaluate(value));
    runtime.validateTypes(name, given, signature);
    return run.call(runtime, given as never) ?? null;
  };
}

function reachesAcross(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { type } = node as { readonly type?: unknown };
  if (type === 'Root' || type === 'LetExpression' || type === 'Variable') return true;
  return Object.values(node).some(reachesAcross);
}
