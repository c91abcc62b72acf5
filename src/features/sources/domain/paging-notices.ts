import { visible } from './shorten.ts';

/** Names, in small letters and without `_` and `-`, under which answers say that there is more. */
const NEXT = new Set(
  'next nextlink nextpage nextpagelink nextpageurl nexturl nexturi nexthref nextcursor nextpagetoken nexttoken nextoffset nextpagecursor continuationtoken odata.nextlink @odata.nextlink endcursor'.split(
    ' ',
  ),
);
const MORE = new Set(
  'hasmore hasnext hasnextpage hasmorepages more moreresults moreitems morerows istruncated truncated'.split(' '),
);
const TOTAL = new Set(
  'total totalcount totalrows totalitems totalresults totalrecords totalelements totalhits'.split(' '),
);
const PAGES = new Set('totalpages pagecount lastpage numpages pages'.split(' '));

const MAX_DEPTH = 3;
const MAX_KEYS = 50;

/**
 * Signs that an answer is one page of several: a next link, a flag, a total beyond what came. `elements` is how many elements the
 * list of rows has; null when nobody knows which list that is.
 */
export function pagingNotices(answer: unknown, elements: number | null): string[] {
  const signs: string[] = [];
  const todo: { value: unknown; path: string; depth: number }[] = [{ value: answer, path: '', depth: 0 }];
  for (let at = 0; at < todo.length; at++) {
    const { value, path, depth } = todo[at] as (typeof todo)[number];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    let keys = 0;
    for (const key in value) {
      if (++keys > MAX_KEYS) break;
      const inner = (value as Record<string, unknown>)[key];
      const here = path === '' ? key : `${path}.${key}`;
      const sign = signOf(key, inner, elements);
      if (sign) signs.push(`${visible(here, 60)} is ${sign}`);
      if (depth < MAX_DEPTH) todo.push({ value: inner, path: here, depth: depth + 1 });
    }
  }
  if (signs.length === 0) return [];
  const shown = signs.slice(0, 3).join(', ');
  return [
    `The answer seems to be one page of several (${shown}): set paging, or the rows of further pages are missing.`,
  ];
}

function signOf(key: string, value: unknown, elements: number | null): string | null {
  const name = key.toLowerCase().replaceAll(/[_-]/g, '');
  if (NEXT.has(name)) {
    const link = typeof value === 'object' && value !== null ? (value as { href?: unknown }).href : value;
    if (typeof link === 'string' && link !== '') return 'set';
    return typeof link === 'number' ? String(link) : null;
  }
  if (MORE.has(name)) return value === true || value === 'true' ? 'true' : null;
  if (PAGES.has(name)) return typeof value === 'number' && value > 1 ? String(value) : null;
  const isMore = TOTAL.has(name) && elements !== null && typeof value === 'number' && value > elements;
  return isMore ? `${value} where ${elements} came` : null;
}
