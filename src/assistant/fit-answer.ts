import type { ToolFinding } from './tool.ts';

/** About 6,000 tokens of a language model, which pays for each of them with every further step of a conversation. */
export const MOST_CHARACTERS = 24_000;

/**
 * The finding within the size that an answer may have: of its longest list the end is left out, as often as needed. Null when
 * it is too large without any list.
 */
export function fitAnswer(found: ToolFinding<unknown>): ToolFinding<unknown> | null {
  let size = sizeOf(found.data);
  if (size <= MOST_CHARACTERS) return found;
  const data = structuredClone(found.data);
  while (size > MOST_CHARACTERS) {
    const list = largestList(data);
    if (!list) return null;
    const average = Math.max(1, list.size / list.items.length);
    const excess = Math.ceil((size - MOST_CHARACTERS) / average);
    list.items.length = Math.max(0, list.items.length - Math.min(excess, Math.ceil(list.items.length / 2)));
    size = sizeOf(data);
  }
  return { ...found, data, truncated: true };
}

type List = { readonly items: unknown[]; readonly size: number };

function largestList(value: unknown): List | null {
  if (typeof value !== 'object' || value === null) return null;
  const own = Array.isArray(value) && value.length > 0 ? { items: value, size: sizeOf(value) } : null;
  // A list within a list goes first only where it is nearly all of it.
  const inner = Object.values(value).reduce<List | null>((most, one) => {
    const list = largestList(one);
    return list && (!most || list.size > most.size) ? list : most;
  }, null);
  return own && (!inner || own.size >= 2 * inner.size) ? own : (inner ?? own);
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
