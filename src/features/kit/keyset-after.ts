import { decodeCursor, type Keyset, type KeyType, type PageRequest } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import { type Outcome, refuse } from './refusal.ts';

/** Where a page begins: the position its cursor stands for, or null for the start of the list. */
export function keysetAfter(
  page: PageRequest,
  ordering: string,
  types: readonly KeyType[],
): Outcome<Keyset | null, 'INVALID_INPUT'> {
  if (page.after === null) return ok(null);
  const cursor = decodeCursor(page.after, ordering, types);
  return cursor.ok ? cursor : refuse('INVALID_INPUT', cursor.error, ['after']);
}
