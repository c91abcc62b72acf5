import { type DocumentNode, Kind } from 'graphql';

/** Whether a document asks for nothing but `__typename`, which anybody may: all else, introspection included, needs a key. */
export const isHarmless = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename',
      ),
  );
