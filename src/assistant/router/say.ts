import type { DayWindow } from '../../lib/day.ts';
import { listed } from '../../lib/readable.ts';
import { visible } from '../../lib/text.ts';

// How answers say things: exact figures, names as they are, and what is not known as such.

/** Exact, as long as anyone can read it; a figure that is not zero never reads as zero. */
export function figure(value: number | null, decimals = 6): string {
  if (value === null) return 'not known';
  const text = value.toLocaleString('en-US', { maximumFractionDigits: decimals });
  return value !== 0 && /^-?0$/.test(text) ? String(value) : text.replace(/^-0$/, '0');
}

export const mean = (value: number | null): string => figure(value, 2);

export function percent(rate: number): string {
  const share = Math.abs(rate) * 100;
  return share > 0 && share < 0.05
    ? 'less than 0.1%'
    : `${share.toLocaleString('en-US', { maximumFractionDigits: 1 })}%`;
}

export const moved = (rate: number): string =>
  rate === 0 ? 'unchanged' : `${rate < 0 ? 'down' : 'up'} ${percent(rate)}`;

/** Somebody else's words, as data: cut, on one line, and set off where they are more than a plain name. */
export function called(name: string): string {
  const shown = visible(name, 80);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,&'’+-]{0,39}$/u.test(shown) ? shown : `“${shown}”`;
}
/** Verbatim, so that it can be found again. */
export const metricName = (name: string): string => visible(name, 120);
/** Sentences of ours that hold names and texts of others. */
export const sentence = (text: string): string => visible(text, 500);

export const span = ({ from, to }: DayWindow): string => (from === to ? from : `${from} to ${to}`);
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : more}`;
export const plainly = (code: string): string => code.toLowerCase().replaceAll('_', ' ');
export const all = (texts: readonly string[]): string => listed(texts);

/** Money is in whatever currency the company keeps it in. */
export const money = (arr: number | null): string => (arr === null ? 'ARR not known' : `ARR ${figure(arr, 2)}`);
export const points = (value: number | null): string => (value === null ? 'no score' : `${figure(value)} of 100`);

/** The first of a list's lines, and how many there are besides. */
export function first<T>(items: readonly T[], most: number, line: (item: T) => string): string[] {
  const rest = items.length - most;
  return [
    ...items.slice(0, most).map((item) => `- ${line(item)}`),
    ...(rest > 0 ? [`- and ${figure(rest)} more`] : []),
  ];
}
