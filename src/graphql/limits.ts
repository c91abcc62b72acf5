import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Tokens of a document. Comparing fields that may merge takes time by the square of their number; data goes into variables. */
export const MAX_TOKENS = 20_000;
/** Fields within fields; the introspection of common tools has 15. */
export const MAX_DEPTH = 20;
/** Fields of an operation, those of a fragment counted wherever it is used. */
export const MAX_FIELDS = 2_000;

/** Fragments may nest further than fields, and each step takes stack. */
const MAX_STEPS = 200;

type Size = { readonly depth: number; readonly fields: number };
const NOTHING: Size = { depth: 0, fields: 0 };
const BEYOND: Size = { depth: Number.POSITIVE_INFINITY, fields: Number.POSITIVE_INFINITY };

/** A validation rule: a small document may not ask for an answer that keeps the server busy for minutes. */
export function limits(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Size>();

  const sizeOf = (set: SelectionSetNode | undefined, steps: number): Size => {
    if (steps > MAX_STEPS) return BEYOND;
    let { depth, fields } = NOTHING;
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value, steps + 1)
          : sizeOf(selection.selectionSet, steps + 1);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      fields += inner.fields + (isField ? 1 : 0);
    }
    return { depth, fields };
  };
  const sizeOfFragment = (name: string, steps: number): Size => {
    const known = fragments.get(name);
    if (known) return known;
    // What a fragment that uses itself finds; another rule refuses it.
    fragments.set(name, NOTHING);
    const size = sizeOf(context.getFragment(name)?.selectionSet, steps);
    fragments.set(name, size);
    return size;
  };

  return {
    OperationDefinition: (operation) => {
      const { depth, fields } = sizeOf(operation.selectionSet, 0);
      const report = (message: string) => context.reportError(new GraphQLError(message, { nodes: operation }));
      if (depth > MAX_DEPTH) report(`Fields are nested more than ${MAX_DEPTH} deep.`);
      if (fields > MAX_FIELDS) report(`More than ${MAX_FIELDS} fields are asked for in one operation.`);
      return false;
    },
  };
}
