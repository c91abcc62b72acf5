import { isDay } from './day.ts';
import { err, ok, type Result } from './result.ts';
import { isStorable } from './text.ts';

/** A page asked for: how many nodes, after which cursor. */
export type PageRequest = { readonly first: number; readonly after: string | null };

/** A page found. Each node comes with its cursor. */
export type Page<T> = {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

export const PAGE_LIMIT = 100;

/** A keyset position: the values of the ordering columns of the last node seen, tagged with the ordering they belong to. */
export type Keyset = readonly (string | number | null)[];

export const encodeCursor = (order: string, keys: Keyset): string =>
  Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');

/** What a key may be; with a question mark, null too. An integer is one that PostgreSQL's `integer` holds. */
export type KeyType = 'string' | 'number' | 'integer' | 'day' | 'string?' | 'number?' | 'integer?' | 'day?';

/** Reads a cursor back; refuses one that is damaged or belongs to another ordering. */
export function decodeCursor(cursor: string, order: string, types: readonly KeyType[]): Result<Keyset, string> {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === types.length + 1 && parts[0] === order) {
      const keys: unknown[] = parts.slice(1);
      if (keys.every((key, index) => isKey(key, types[index]))) return ok(keys as Keyset);
    }
  } catch {
    // Falls through: whatever is wrong with it, the cure is the same.
  }
  return err(
    'the cursor `after` does not belong to this list and ordering: pass `endCursor` of the page before, unchanged',
  );
}

function isKey(key: unknown, type: KeyType | undefined): key is Keyset[number] {
  switch (type) {
    case 'string':
      return typeof key === 'string' && isStorable(key);
    case 'number':
      return typeof key === 'number';
    case 'integer':
      return typeof key === 'number' && (key | 0) === key;
    case 'day':
      return typeof key === 'string' && isDay(key);
    case 'string?':
      return key === null || isKey(key, 'string');
    case 'number?':
      return key === null || isKey(key, 'number');
    case 'integer?':
      return key === null || isKey(key, 'integer');
    case 'day?':
      return key === null || isKey(key, 'day');
    case undefined:
      return false;
  }
}

/** Makes a page of `first` from rows fetched with a limit of `first + 1`. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  request: PageRequest,
  read: (row: Row) => { node: T; cursor: string },
): Page<T> {
  return {
    edges: rows.slice(0, request.first).map(read),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after !== null,
  };
}
