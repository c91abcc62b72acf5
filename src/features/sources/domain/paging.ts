import { err, ok, type Result } from '../../../lib/result.ts';
import type { PageRead, PagingJob } from './mapper-job.ts';
import type { PageName } from './placeholders.ts';
import { visible } from './shorten.ts';

/** How an answer that comes in pages goes on. Paths are JMESPath on a page's answer, of whose rows only the last is there. */
export type Paging = PagingStyle & {
  /** A run that meets more pages fails: what it would store is not all there is. */
  readonly maxPages: number;
};

export type PagingStyle =
  /** The page gives the address of the next. */
  | { readonly kind: 'NEXT_LINK'; readonly path: string }
  /** The header `Link` gives it, with rel="next" (RFC 8288). */
  | { readonly kind: 'LINK_HEADER' }
  /** The page gives what stands for `{cursor}` in the next request. */
  | { readonly kind: 'CURSOR'; readonly path: string }
  /** `{page}` counts up until a page has no rows, or fewer than `pageSize`. */
  | { readonly kind: 'PAGE'; readonly firstPage: number; readonly pageSize: number | null }
  /** `{offset}` counts the rows that came, from 0. */
  | { readonly kind: 'OFFSET'; readonly pageSize: number | null };

export type PagingKind = PagingStyle['kind'];

/** Where in the answer a request asks: what fills its placeholders, or the address of a next link. */
export type PagePosition = {
  readonly values: Readonly<Partial<Record<PageName, string>>>;
  readonly link: string | null;
};

export const DEFAULT_MAX_PAGES = 1_000;
export const MOST_PAGES = 10_000;

/** The placeholder that a kind of paging fills, and has to find in the request. */
export const PLACEHOLDER_OF: Readonly<Partial<Record<PagingKind, PageName>>> = {
  CURSOR: 'cursor',
  PAGE: 'page',
  OFFSET: 'offset',
};

export const pagingJob = (paging: Paging | null): PagingJob | null =>
  paging && { nextPath: 'path' in paging ? paging.path : null };

export function firstPosition(paging: Paging | null): PagePosition {
  switch (paging?.kind) {
    case 'PAGE':
      return { values: { page: String(paging.firstPage) }, link: null };
    case 'OFFSET':
      return { values: { offset: '0' }, link: null };
    default:
      return { values: {}, link: null };
  }
}

/** What a page said, and what its answer's head did. */
export type PageSeen = PageRead & { readonly linkHeader: string | null; readonly rowsBefore: number };

/** Where the next page is; null when this was the last; or why it cannot be found. */
export function nextPosition(
  paging: Paging,
  position: PagePosition,
  page: PageSeen,
  url: string,
): Result<PagePosition | null, string> {
  const isLast = page.elements === 0 || ('pageSize' in paging && page.elements < (paging.pageSize ?? 1));
  switch (paging.kind) {
    case 'PAGE':
      return ok(isLast ? null : { values: { page: String(Number(position.values.page) + 1) }, link: null });
    case 'OFFSET':
      return ok(isLast ? null : { values: { offset: String(page.rowsBefore + page.elements) }, link: null });
    case 'CURSOR': {
      if (page.next === null) return ok(null);
      const cursor = String(page.next);
      // Some endpoints repeat their last cursor for ever, with nothing behind it.
      if (page.elements === 0 && cursor === position.values.cursor) return ok(null);
      return ok({ values: { cursor }, link: null });
    }
    case 'NEXT_LINK':
      return page.next === null ? ok(null) : linkTo(String(page.next), url);
    case 'LINK_HEADER': {
      const next = nextOfLinkHeader(page.linkHeader ?? '');
      return next === null ? ok(null) : linkTo(next, url);
    }
  }
}

const MAX_LINK = 8_000;

/** The credentials go with it, so a link may not lead to another host, nor out of TLS. */
function linkTo(next: string, url: string): Result<PagePosition, string> {
  const shown = visible(next.replace(/[?#].*$/s, ''), 100);
  const to = next.length <= MAX_LINK && URL.canParse(next, url) ? new URL(next, url) : null;
  if (to === null || !['http:', 'https:'].includes(to.protocol)) return err(`${shown} is not a link`);
  const from = new URL(url);
  if (to.username !== '' || to.password !== '') return err('its link holds a user name or a password');
  if (to.protocol !== from.protocol || to.host !== from.host)
    return err(
      `its link leads to ${visible(`${to.protocol}//${to.host}`, 100)}, not to ${from.protocol}//${from.host}`,
    );
  to.hash = '';
  return ok({ values: {}, link: to.href });
}

const LINK = /<([^<>]*)>((?:\s*;\s*[^;,"<>]+(?:"(?:[^"\\]|\\.)*")?)*)/g;
/** Quoted texts are passed over as a whole: a title may hold `; rel=next`. */
const PARAMETER = /;\s*([^\s;="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))/g;

/** The target of the first link with rel=next (RFC 8288, section 3); null when there is none. */
export function nextOfLinkHeader(header: string): string | null {
  for (const [, target = '', parameters = ''] of header.matchAll(LINK)) {
    const relation = [...parameters.matchAll(PARAMETER)].find(([, name = '']) => name.toLowerCase() === 'rel');
    const names = (relation?.[2] ?? relation?.[3] ?? '').toLowerCase().split(/\s+/);
    if (names.includes('next')) return target.trim();
  }
  return null;
}
