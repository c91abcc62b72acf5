import { type DocumentNode, Kind, parse } from 'graphql';

/** What a health check or a client finding its feet sends is short; a stranger's long document is not worth parsing. */
const MAX_LENGTH = 1_000;

/** Whether a document asks for nothing but `__typename`, which anybody may: all else, introspection included, needs a key. */
export function isHarmless(source: unknown): boolean {
  if (typeof source !== 'string' || source.length > MAX_LENGTH) return false;
  try {
    return asksOnlyTypename(parse(source));
  } catch {
    return false;
  }
}

const asksOnlyTypename = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename',
      ),
  );
