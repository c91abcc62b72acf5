import { firstKeys } from '../find-lists.ts';
import { readAccountId } from '../read-account-id.ts';

const MAX_VISITED = 20_000;

/** Distinct texts, whole numbers and keys of an answer that could be account ids, in the order they are met. */
export function valuesOf(answer: unknown, limit: number): string[] {
  const found = new Set<string>();
  const add = (value: unknown) => {
    const id = readAccountId(value);
    if (typeof id === 'string' && found.size < limit) found.add(id);
  };
  const todo: unknown[] = [answer];
  for (let at = 0; at < todo.length && at < MAX_VISITED && found.size < limit; at++) {
    const value = todo[at];
    if (typeof value !== 'object' || value === null) {
      add(value);
      for (const part of partsOf(value)) add(part);
    } else if (Array.isArray(value)) {
      for (const inner of value.slice(0, MAX_VISITED - todo.length)) todo.push(inner);
    } else {
      for (const key of firstKeys(value, Math.max(0, MAX_VISITED - todo.length))) {
        add(key);
        todo.push((value as Record<string, unknown>)[key]);
      }
    }
  }
  return [...found];
}

/** Ids at the end of a path or behind a prefix: `gid://shopify/Customer/101`, `account:acme`. */
function partsOf(value: unknown): string[] {
  if (typeof value !== 'string' || value.length > 300) return [];
  return ['/', ':'].flatMap((separator) => (value.includes(separator) ? value.split(separator).slice(-1) : []));
}
