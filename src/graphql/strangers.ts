import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';

/** What a health check or a client finding its feet sends is short; a stranger's long document is not worth parsing. */
const MAX_LENGTH = 1_000;
/** The introspection of common tools has under 3,000 characters. */
const MAX_INTROSPECTION_LENGTH = 10_000;

const OF_THE_SCHEMA = new Set(['__typename', '__schema', '__type']);
const TYPENAME = new Set(['__typename']);

/**
 * Whether anybody may send a document: one that asks for nothing but `__typename`, or, where the operator has opened it, for
 * the schema. All else needs a key.
 */
export function isHarmless(source: unknown, publicIntrospection = false): boolean {
  const longest = publicIntrospection ? MAX_INTROSPECTION_LENGTH : MAX_LENGTH;
  if (typeof source !== 'string' || source.length > longest) return false;
  try {
    const document = parse(source);
    return publicIntrospection ? asksOnlyOfSchema(document) : document.definitions.every(asks(TYPENAME));
  } catch {
    return false;
  }
}

const asks =
  (allowed: ReadonlySet<string>) =>
  (definition: DefinitionNode): boolean =>
    definition.kind === Kind.OPERATION_DEFINITION &&
    definition.selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && allowed.has(selection.name.value),
    );

/** Fragments only on introspection's own types: within those there is nothing but the schema. */
const asksOnlyOfSchema = (document: DocumentNode): boolean =>
  document.definitions.every(
    (definition) =>
      asks(OF_THE_SCHEMA)(definition) ||
      (definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__')),
  );
