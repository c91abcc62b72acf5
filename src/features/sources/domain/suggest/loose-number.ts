/** A number as texts hold one, its currency and unit left aside; null where it is none. */
export function looseNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (
    typeof value !== 'string' ||
    value.length > 40 ||
    !/^\s*[-+]?(?:\p{Sc}|[A-Z]{3} )?\s?\d[\d,.'’ \u00a0\u202f]*(?:[eE][+-]?\d+)?\s?(?:%|\p{Sc}|[A-Za-zµ/]{1,8})?\s*$/u.test(
      value,
    )
  )
    return null;
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(value) && !/^\d{1,3}(?:\.\d{3})+$/.test(value)) return null;
  const number = Number.parseFloat(value.replaceAll(/[^\d.eE+-]/g, ''));
  return Number.isFinite(number) ? number : null;
}

/** 1.234,56 shows more of how numbers are written than 34,56 does. */
export const oddest = (texts: readonly string[]): string | undefined =>
  texts.slice(0, 200).toSorted((a, b) => marksIn(b) - marksIn(a))[0];
const marksIn = (text: string): number => new Set(text.replaceAll(/\d/g, '')).size;
