import { type DocumentNode, visit } from 'graphql';

const known = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** The names of all fields that a document mentions: what only other fields show, nobody has to read for its answer. */
export function fieldNamesOf(document: DocumentNode): ReadonlySet<string> {
  let names = known.get(document);
  if (!names) {
    const found = new Set<string>();
    visit(document, { Field: ({ name }) => void found.add(name.value) });
    known.set(document, found);
    names = found;
  }
  return names;
}
