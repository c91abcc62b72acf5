import { visible } from './shorten.ts';

// Names under which answers say that there is more, in small letters and without `_`, `-` and `@`. Collected from the public
// documentation of some forty products.

/** A link, token or position of the next page: set as long as there is one. */
const NEXT = names(
  `next nextlink nextpage nextpagelink nextpageurl nextpageuri nexturl nexturi nexthref nextcursor nextpagetoken nexttoken
  nextoffset nextpagecursor nextrecordsurl nextrecordid nextmarker nextkey continuationtoken odata.nextlink pagetoken
  lastevaluatedkey afterkey scrollid endcursor`,
);
const MORE = names(
  `hasmore hasnext hasnextpage hasmorepages more moreresults moreitems morerows moreitemsincollection istruncated truncated
  incomplete preview`,
);
/** The other way round. */
const LAST = names('islast islastpage done last complete');
const TOTAL = names(
  'total totalcount totalrows totalitems totalresults totalrecords totalelements totalhits rowcount count numrows recordcount',
);
const PAGES = names('totalpages pagecount lastpage numpages pages');

const MAX_DEPTH = 4;
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
  const name = key.toLowerCase().replaceAll(/[_@-]/g, '');
  if (NEXT.has(name)) return isSet(value) ? 'set' : null;
  if (MORE.has(name)) return value === true || value === 'true' ? 'true' : null;
  if (LAST.has(name)) return value === false || value === 'false' ? 'false' : null;
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number') return null;
  if (PAGES.has(name)) return number > 1 ? String(number) : null;
  return TOTAL.has(name) && elements !== null && number > elements ? `${number} where ${elements} came` : null;
}

/** A text, a number, or an object that holds one: `{"next": {"after": "…"}}`. */
const isSet = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.values(value).some((inner) => typeof inner === 'string' && inner !== '')
    : (typeof value === 'string' && value !== '') || (typeof value === 'number' && value > 0);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
