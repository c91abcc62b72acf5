import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { MAX_STEPS } from './numbers.ts';

/** How large an operation or fragment is, with the fragments it uses. `roots` are its outermost fields. */
export type Size = {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly roots: number;
};
export type Measure = {
  readonly ofSet: (operation: OperationDefinitionNode) => Size;
  readonly ofFragment: (fragment: FragmentDefinitionNode) => Size;
};

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, roots: 0 };
const { POSITIVE_INFINITY: endless } = Number;
const BEYOND: Size = { depth: endless, fields: endless, aliases: endless, roots: endless };

/** Counts each fragment once and adds it up wherever it is used: a document may double itself with each of its lines. */
export function createMeasure(fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined): Measure {
  const known = new Map<string, Size>();

  const ofSelections = (set: SelectionSetNode | undefined, steps: number): Size => {
    if (steps > MAX_STEPS) return BEYOND;
    let { depth, fields, aliases, roots } = NOTHING;
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofName(selection.name.value, steps + 1)
          : ofSelections(selection.selectionSet, steps + 1);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      fields += inner.fields + (isField ? 1 : 0);
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      roots += isField ? 1 : inner.roots;
    }
    return { depth, fields, aliases, roots };
  };
  const ofName = (name: string, steps: number): Size => {
    const size = known.get(name);
    if (size) return size;
    // What a fragment that uses itself finds; another rule refuses it.
    known.set(name, NOTHING);
    const found = ofSelections(fragmentOf(name)?.selectionSet, steps);
    known.set(name, found);
    return found;
  };

  return {
    ofSet: (operation) => ofSelections(operation.selectionSet, 0),
    ofFragment: (fragment) => ofName(fragment.name.value, 0),
  };
}
