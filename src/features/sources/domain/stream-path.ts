import { stepsOf } from './expression-path.ts';
import type { Node } from './expression-syntax.ts';

/** Steps to a list whose elements can be evaluated a batch at a time. */
export type StreamSteps = readonly (string | number)[];

/**
 * Where the list stands that an expression runs over element by element, such as `data.rows` in `data.rows[?type == 'x'].{…}` or in
 * `data.rows[*].days[]`: evaluated on a part of the list it gives that part of the result, so the list need never be whole.
 * Null when it may look at more than one element at once.
 */
export function streamSteps(node: Node): StreamSteps | null {
  const plain = stepsOf(node);
  if (plain) return canFollow(plain) ? plain : null;
  switch (node.type) {
    case 'Projection':
      return looksBack(node.right) ? null : streamSteps(node.left);
    case 'FilterProjection':
      return looksBack(node.right) || looksBack(node.condition) ? null : streamSteps(node.left);
    case 'Flatten':
      return streamSteps(node.child);
    case 'Subexpression':
    case 'IndexExpression': {
      const left = stepsOf(node.left);
      const right = left && canFollow(left) ? streamSteps(node.right) : null;
      return left && right && [...left, ...right];
    }
    default:
      return null;
  }
}

/** From the end of a list, or far into one, cannot be counted before all of it is there. */
const MAX_INDEX = 100;
const canFollow = (steps: StreamSteps): boolean =>
  steps.every((step) => typeof step === 'string' || (step >= 0 && step <= MAX_INDEX));

/** `$` is the whole answer, which is never there. */
function looksBack(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { type?: unknown }).type === 'Root') return true;
  return Object.values(node).some(looksBack);
}

/** A document that has nothing but this list, at its place. */
export function documentAround(steps: StreamSteps, list: readonly unknown[]): unknown {
  return steps.reduceRight<unknown>((inner, step) => {
    if (typeof step === 'string') return Object.fromEntries([[step, inner]]);
    const around: unknown[] = new Array(step).fill(null);
    around.push(inner);
    return around;
  }, list);
}
