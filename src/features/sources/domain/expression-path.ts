import type { Node } from './expression-syntax.ts';
import { ownField } from './own-field.ts';

type Step = string | number;

/** The steps of a plain path, or null when the expression is anything more. `@` is the path without steps. */
export function stepsOf(node: Node): readonly Step[] | null {
  switch (node.type) {
    case 'Current':
    case 'Identity':
      return [];
    case 'Field':
      return [node.name];
    case 'Index':
      return [node.value];
    case 'Subexpression':
    case 'IndexExpression': {
      const left = stepsOf(node.left);
      const right = left && stepsOf(node.right);
      return right && [...left, ...right];
    }
    default:
      return null;
  }
}

export function pathEvaluator(steps: readonly Step[]): (value: unknown) => unknown {
  const readers = steps.map((step) => (typeof step === 'number' ? indexReader(step) : fieldReader(step)));
  const [first, second] = readers;
  if (!first) return (value) => value ?? null;
  if (!second) return first;
  if (readers.length === 2) return (value) => second(first(value));
  return (value) => {
    let at = value;
    for (const read of readers) {
      at = read(at);
      if (at === null) return null;
    }
    return at;
  };
}

type Reader = (value: unknown) => unknown;

function fieldReader(name: string): Reader {
  // `constructor`, `toString`, `__proto__`: every object answers to these, so only own keys may count. All other names
  // are safe to read directly, which is several times faster than asking hasOwn for each row.
  if (name in Object.prototype) return (value) => ownField(value, name);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return (value as Record<string, unknown>)[name] ?? null;
  };
}

function indexReader(index: number): Reader {
  return (value) => (Array.isArray(value) ? (value[index < 0 ? value.length + index : index] ?? null) : null);
}
