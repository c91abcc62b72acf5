/**
 * A value as short JSON for people: at most `max` characters, cut with an ellipsis. Writes from the outside in and stops
 * when full, so neither depth (100,000 nested arrays overflow JSON.stringify) nor size matters.
 */
export function shorten(value: unknown, max = 80): string {
  const out: Out = { text: '', max };
  write(out, value);
  if (out.text.length <= max) return out.text;
  return `${out.text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

type Out = { text: string; readonly max: number };

/** Every level writes a character before it goes deeper, which bounds the recursion by `max`. */
function write(out: Out, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    out.text += scalarJson(typeof value === 'string' ? value.slice(0, out.max) : value);
    return;
  }
  const list = Array.isArray(value);
  out.text += list ? '[' : '{';
  let first = true;
  for (const key in value) {
    if (out.text.length > out.max) return;
    if (!first) out.text += ',';
    if (!list) out.text += `${scalarJson(key.slice(0, out.max))}:`;
    first = false;
    write(out, (value as Record<string, unknown>)[key]);
  }
  out.text += list ? ']' : '}';
}

/** Infinity is what JSON.parse makes of 1e999; JSON.stringify would say null. */
export function scalarJson(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  if (value === Number.NEGATIVE_INFINITY) return '-1e999';
  return JSON.stringify(value) ?? 'null';
}
