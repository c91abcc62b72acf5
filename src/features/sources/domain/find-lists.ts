import { visible } from './shorten.ts';

type FoundList = { readonly path: string; readonly length: number };

const MAX_DEPTH = 4;
/** Enough for any envelope; an object keyed by account is cut short. */
const MAX_VISITED = 2_000;
const MAX_KEYS = 50;
const SHOWN = 5;

/** The lists in an answer by path, longest first: what `rows_path` could have been. */
export function findLists(answer: unknown): FoundList[] {
  const found: FoundList[] = [];
  const todo: { value: unknown; path: string; depth: number }[] = [{ value: answer, path: '', depth: 0 }];
  for (let index = 0; index < todo.length && index < MAX_VISITED; index++) {
    const { value, path, depth } = todo[index] ?? { value: null, path: '', depth: 0 };
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      found.push({ path: path || '@', length: value.length });
      if (depth < MAX_DEPTH && value.length > 0) todo.push({ value: value[0], path: `${path}[0]`, depth: depth + 1 });
    } else if (depth < MAX_DEPTH) {
      for (const key of firstKeys(value, MAX_KEYS)) {
        todo.push({ value: (value as Record<string, unknown>)[key], path: join(path, key), depth: depth + 1 });
      }
    }
  }
  return found.toSorted((a, b) => b.length - a.length);
}

export function describeLists(answer: unknown): string {
  const lists = findLists(answer).slice(0, SHOWN);
  if (lists.length > 0)
    return `Lists in the answer: ${lists.map(({ path, length }) => `${path} (${rows(length)})`).join(', ')}.`;
  if (typeof answer !== 'object' || answer === null) return 'The answer is neither a list nor an object.';
  const keys = firstKeys(answer, SHOWN + 1).map((key) => cut(key));
  if (keys.length === 0) return 'The answer is an empty object.';
  return `The answer has no list. Its keys: ${keys.slice(0, SHOWN).join(', ')}${keys.length > SHOWN ? ', …' : ''}.`;
}

export function firstKeys(object: object, max: number): string[] {
  const keys: string[] = [];
  for (const key in object) {
    if (keys.length >= max) break;
    keys.push(key);
  }
  return keys;
}

const rows = (length: number) => (length === 1 ? '1 element' : `${length} elements`);
/** Of a key, which may hold anything: a hint is stored and shown. */
const cut = (text: string) => visible(text, 40);

function join(path: string, key: string): string {
  const name = /^[A-Za-z_]\w{0,99}$/.test(key) ? key : JSON.stringify(cut(key));
  return path === '' ? name : `${path}.${name}`;
}
