import { visible } from '../../../lib/text.ts';

export { visible };

/**
 * A value as short JSON for people: at most `max` characters, cut with an ellipsis. Writes from the outside in and stops
 * when full, so neither depth (100,000 nested arrays overflow JSON.stringify) nor size matters.
 */
export function shorten(value: unknown, max = 80): string {
  const out: Out = { text: '', max };
  write(out, value);
  return visible(out.text, max);
}

type Out = { text: string; readonly max: number };

/** Every level writes a character before it goes deeper, which bounds the recursion by `max`. */
function write(out: Out, value: unknown): void {
  if (Array.isArray(value)) writeList(out, value);
  else if (typeof value === 'object' && value !== null) writeObject(out, value as Record<string, unknown>);
  else out.text += scalarJson(typeof value === 'string' ? value.slice(0, out.max) : value);
}

function writeList(out: Out, list: readonly unknown[]): void {
  out.text += '[';
  for (let index = 0; index < list.length; index++) {
    if (out.text.length > out.max) return;
    if (index > 0) out.text += ',';
    write(out, list[index]);
  }
  out.text += ']';
}

function writeObject(out: Out, object: Record<string, unknown>): void {
  out.text += '{';
  let comma = '';
  for (const key in object) {
    if (out.text.length > out.max) return;
    out.text += `${comma}${scalarJson(key.slice(0, out.max))}:`;
    comma = ',';
    write(out, object[key]);
  }
  out.text += '}';
}

/** Infinity is what JSON.parse makes of 1e999; JSON.stringify would say null. */
export function scalarJson(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  if (value === Number.NEGATIVE_INFINITY) return '-1e999';
  return JSON.stringify(value) ?? 'null';
}
