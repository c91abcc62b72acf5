import { firstKeys } from './find-lists.ts';
import type { Sample } from './mapper-job.ts';
import { scalarJson } from './shorten.ts';

/** How much of each thing a cut keeps. */
type Limits = {
  readonly rows: number;
  readonly list: number;
  readonly keys: number;
  readonly text: number;
  readonly depth: number;
};

/** From plenty to little. Several rows with short texts show more of an answer than one row in full. */
const DETAILS: readonly Omit<Limits, 'rows'>[] = [
  { list: 10, keys: 200, text: 400, depth: 12 },
  { list: 5, keys: 100, text: 100, depth: 10 },
  { list: 3, keys: 50, text: 40, depth: 8 },
  { list: 2, keys: 25, text: 20, depth: 6 },
  { list: 1, keys: 12, text: 12, depth: 5 },
];
const ROWS = [50, 20, 10, 5, 3];
const LAST_RESORT: readonly Limits[] = [
  { rows: 2, list: 1, keys: 12, text: 12, depth: 5 },
  { rows: 1, list: 1, keys: 6, text: 8, depth: 4 },
  { rows: 1, list: 1, keys: 2, text: 4, depth: 2 },
];

/** A cut of the parsed answer that is valid JSON of at most `maxBytes` in UTF-8, with its structure and several rows. */
export function cutSample(answer: unknown, fullBytes: number, maxBytes: number): Sample {
  const rows = longestList(answer);
  const tries = [...DETAILS.flatMap((detail) => ROWS.map((count) => ({ ...detail, rows: count }))), ...LAST_RESORT];
  for (const limits of tries) {
    const cut = writeCut(answer, limits, rows, maxBytes);
    if (cut !== null) return { ...cut, fullBytes };
  }
  return {
    json: Array.isArray(answer) ? '[]' : typeof answer === 'object' && answer !== null ? '{}' : '""',
    truncated: true,
    fullBytes,
  };
}

/** The list with most elements near the top: most likely the rows. */
function longestList(answer: unknown): unknown {
  let longest: readonly unknown[] = [];
  const todo = [{ value: answer, depth: 0 }];
  for (let index = 0; index < todo.length && index < 2_000; index++) {
    const { value, depth } = todo[index] ?? { value: null, depth: 0 };
    if (typeof value !== 'object' || value === null || depth > 4) continue;
    if (Array.isArray(value) && value.length > longest.length) longest = value;
    const children = Array.isArray(value)
      ? value.slice(0, 2)
      : firstKeys(value, 50).map((key) => (value as Record<string, unknown>)[key]);
    for (const child of children) todo.push({ value: child, depth: depth + 1 });
  }
  return longest;
}

/** Null when it does not fit. The depth of recursion is bounded by `limits.depth`. */
function writeCut(
  answer: unknown,
  limits: Limits,
  rows: unknown,
  maxBytes: number,
): { json: string; truncated: boolean } | null {
  let json = '';
  let truncated = false;
  // UTF-8 takes at least a byte a UTF-16 unit, so a text too long is too long in bytes.
  const full = () => json.length > maxBytes;
  const write = (value: unknown, depth: number): void => {
    if (full()) return;
    if (typeof value === 'string') json += text(value);
    else if (typeof value !== 'object' || value === null) json += scalarJson(value);
    else if (Array.isArray(value)) writeList(value, depth);
    else writeObject(value as Record<string, unknown>, depth);
  };
  const writeList = (list: readonly unknown[], depth: number) => {
    const keep = depth >= limits.depth ? 0 : list === rows ? limits.rows : limits.list;
    if (list.length > keep) truncated = true;
    json += '[';
    for (let index = 0; index < list.length && index < keep; index++) {
      if (index > 0) json += ',';
      write(list[index], depth + 1);
    }
    json += ']';
  };
  const writeObject = (object: Record<string, unknown>, depth: number) => {
    const keys = firstKeys(object, depth >= limits.depth ? 1 : limits.keys + 1);
    const kept = depth >= limits.depth ? [] : keys.slice(0, limits.keys).filter((key) => key.length <= MAX_KEY_LENGTH);
    if (kept.length < keys.length) truncated = true;
    json += '{';
    for (const [index, key] of kept.entries()) {
      json += `${index > 0 ? ',' : ''}${JSON.stringify(storable(key))}:`;
      write(object[key], depth + 1);
    }
    json += '}';
  };
  const text = (value: string) => {
    if (value.length <= limits.text) return JSON.stringify(storable(value));
    truncated = true;
    return JSON.stringify(`${storable(value.slice(0, limits.text))}…`);
  };
  write(answer, 0);
  return full() || new TextEncoder().encode(json).length > maxBytes ? null : { json, truncated };
}

/** A shortened key would be a key the answer does not have, so longer ones are left out. */
const MAX_KEY_LENGTH = 200;

/** PostgreSQL's jsonb takes neither NUL nor lone surrogates. */
const storable = (value: string) => value.replaceAll('\0', '\ufffd').replace(/[\ud800-\udfff]/gu, '\ufffd');
