import type { DocumentNode } from 'graphql';

/** Valid documents by their text, as Apollo keeps them for HTTP: to parse and check one takes longer than to answer it. */
export type KnownDocuments = {
  readonly find: (source: string) => DocumentNode | null;
  readonly keep: (source: string, document: DocumentNode) => void;
};

/** Characters of all texts together: a document takes some thirty times as much memory as its text. */
const MAX_LENGTH = 500_000;

export function createKnownDocuments(maxLength = MAX_LENGTH): KnownDocuments {
  // The one used longest ago first.
  const known = new Map<string, DocumentNode>();
  let length = 0;
  return {
    find: (source) => {
      const document = known.get(source);
      if (!document) return null;
      known.delete(source);
      known.set(source, document);
      return document;
    },
    keep: (source, document) => {
      if (source.length > maxLength / 10 || known.has(source)) return;
      known.set(source, document);
      length += source.length;
      for (const oldest of known.keys()) {
        if (length <= maxLength) break;
        known.delete(oldest);
        length -= oldest.length;
      }
    },
  };
}
