import type { Behaviour } from './behaviours.ts';
import { type Asked, type Page, type PagedRow, paged } from './paged-endpoint.ts';

/** One way in which a real endpoint serves pages, and how it is connected. */
export type PagingStyleCase = {
  readonly name: string;
  /** Behind the origin. */
  readonly path: string;
  /** What to connect with besides. */
  readonly input: object;
  readonly serve: (rows: readonly PagedRow[], size: number) => Behaviour;
  /** Calls for so many rows in pages of that size: one for each page unless the last is found out by an empty one. */
  readonly calls?: (rows: number, size: number) => number;
};

const WINDOW = 'from={start_date}&to={end_date}';
const numbered = (name: string) => (asked: Asked) => Number(asked.query.get(name) ?? 0);
const data = (page: Page) => ({ data: page.rows });
const untilEmpty = (rows: number, size: number) => Math.ceil(rows / size) + 1;
const untilNotFull = (rows: number, size: number) => Math.floor(rows / size) + 1;

/** The address of the next page on this host, with what was asked. */
function nextAddress({ next }: Page, { request, query }: Asked): string | null {
  if (next === null) return null;
  query.set('start', String(next));
  return `${request.path.split('?')[0]}?${query}`;
}

export const PAGING_STYLES: readonly PagingStyleCase[] = [
  {
    name: 'NEXT_LINK, absolute',
    path: `/usage?${WINDOW}`,
    input: { paging: { nextLink: { path: 'links.next' } } },
    serve: (rows, size) => {
      const link = (page: Page, asked: Asked) => {
        const next = nextAddress(page, asked);
        return next && `http://${asked.request.headers.host}${next}`;
      };
      const answer = (page: Page, asked: Asked) => ({ data: page.rows, links: { next: link(page, asked) } });
      return paged({ rows, size, startOf: numbered('start'), answer });
    },
  },
  {
    name: 'NEXT_LINK, relative, with a fragment, the rows behind it',
    path: `/usage?${WINDOW}`,
    input: { paging: { nextLink: { path: '"@odata.nextLink"' } } },
    serve: (rows, size) => {
      const link = (page: Page, asked: Asked) => nextAddress(page, asked)?.replace('/usage', '').concat('#rows') ?? '';
      const answer = (page: Page, asked: Asked) => ({ '@odata.nextLink': link(page, asked), data: page.rows });
      return paged({ rows, size, startOf: numbered('start'), answer });
    },
  },
  {
    name: 'LINK_HEADER among others',
    path: `/usage?${WINDOW}`,
    input: { paging: { linkHeader: true } },
    serve: (rows, size) => {
      const headers = (page: Page, asked: Asked) => {
        const next = nextAddress(page, asked);
        const last = '<https://elsewhere.example/?start=0>; rel="prev first"; title="a, b; rel=next"';
        return { link: next === null ? last : `${last}, <${next}>; rel=next, </usage?start=99>; rel="last"` };
      };
      return paged({ rows, size, startOf: numbered('start'), answer: data, headers });
    },
  },
  {
    name: 'CURSOR in the URL, left out on the first page',
    path: `/usage?cursor={cursor}&${WINDOW}`,
    input: { paging: { cursor: { path: 'next' } } },
    serve: (rows, size) => {
      const startOf = ({ query }: Asked) =>
        query.has('cursor') ? Number(query.get('cursor')?.slice(STRANGE.length)) : 0;
      const answer = ({ rows, next }: Page) => ({ data: rows, next: next && STRANGE + next });
      return paged({ rows, size, startOf, answer });
    },
  },
  {
    name: 'CURSOR in a body, null on the first page',
    path: `/usage?${WINDOW}`,
    input: { method: 'POST', body: '{"page": {"after": "{cursor}"}}', paging: { cursor: { path: 'next' } } },
    serve: (rows, size) => {
      const startOf = ({ body }: Asked) =>
        body.page.after === null ? 0 : Number(body.page.after.slice(STRANGE.length));
      const answer = ({ rows, next }: Page) => ({ data: rows, next: next && STRANGE + next });
      return paged({ rows, size, startOf, answer });
    },
  },
  {
    name: 'CURSOR that is a number, in a body',
    path: `/usage?${WINDOW}`,
    input: { method: 'POST', body: '{"after": {cursor}}', paging: { cursor: { path: 'next' } } },
    serve: (rows, size) => {
      const startOf = ({ body }: Asked) => (body.after === null ? 0 : numberOf(body.after));
      return paged({ rows, size, startOf, answer: ({ rows, next }) => ({ data: rows, next }) });
    },
  },
  {
    name: 'CURSOR in a header',
    path: `/usage?${WINDOW}`,
    input: { headers: [{ name: 'X-After', value: '{cursor}' }], paging: { cursor: { path: 'next' } } },
    serve: (rows, size) => {
      const startOf = ({ request }: Asked) => Number(String(request.headers['x-after']).replace('at ', ''));
      return paged({ rows, size, startOf, answer: ({ rows, next }) => ({ data: rows, next: next && `at ${next}` }) });
    },
  },
  {
    name: 'CURSOR made of the last row, as Stripe has it',
    path: `/usage?starting_after={cursor}&${WINDOW}`,
    input: { paging: { cursor: { path: 'has_more && data[-1].key' } } },
    serve: (rows, size) => {
      const startOf = ({ query }: Asked, all: readonly PagedRow[]) => behind(all, query.get('starting_after'));
      return paged({ rows, size, startOf, answer: ({ rows, next }) => ({ data: rows, has_more: next !== null }) });
    },
  },
  {
    name: 'CURSOR of a GraphQL connection, whose last page has one as well',
    path: `/graphql?${WINDOW}`,
    input: {
      method: 'POST',
      body: '{"query": "query ($after: String) { usage(after: $after) { nodes { day } } }", "variables": {"after": "{cursor}"}}',
      paging: { cursor: { path: 'pageInfo.hasNextPage && pageInfo.endCursor' } },
    },
    serve: (rows, size) => {
      const startOf = ({ body }: Asked, all: readonly PagedRow[]) => behind(all, body.variables.after);
      const answer = ({ rows, next }: Page) => ({
        data: rows,
        pageInfo: { hasNextPage: next !== null, endCursor: rows.at(-1)?.key },
      });
      return paged({ rows, size, startOf, answer });
    },
  },
  ...[0, 1].map((firstPage) => ({
    name: `PAGE from ${firstPage} until one is empty`,
    path: `/usage?page={page}&${WINDOW}`,
    input: { paging: { page: { firstPage } } },
    serve: (rows: readonly PagedRow[], size: number) =>
      paged({ rows, size, startOf: (asked) => (numbered('page')(asked) - firstPage) * size, answer: data }),
    calls: untilEmpty,
  })),
  {
    name: 'PAGE until one is not full, in a path',
    path: `/usage/{page}?${WINDOW}`,
    input: { paging: { page: { pageSize: 10 } } },
    serve: (rows, size) => {
      const startOf = ({ request }: Asked) => (Number(/^\/usage\/(\d+)\?/.exec(request.path)?.[1]) - 1) * size;
      return paged({ rows, size, startOf, answer: data });
    },
    calls: untilNotFull,
  },
  {
    name: 'OFFSET until a page is empty',
    path: `/usage?offset={offset}&limit=10&${WINDOW}`,
    input: { paging: { offset: {} } },
    serve: (rows, size) => paged({ rows, size, startOf: numbered('offset'), answer: data }),
    calls: untilEmpty,
  },
  {
    name: 'OFFSET in a body until a page is not full',
    path: `/usage?${WINDOW}`,
    input: { method: 'POST', body: '{"offset": {offset}, "limit": 10}', paging: { offset: { pageSize: 10 } } },
    serve: (rows, size) => paged({ rows, size, startOf: ({ body }) => numberOf(body.offset), answer: data }),
    calls: untilNotFull,
  },
];

/** Everything that has to be escaped somewhere. */
const STRANGE = '"+/=&?#%20\\ \n\u00fc\u{1f600}{page}';

function behind(rows: readonly PagedRow[], key: string | null): number {
  const at = rows.findIndex((row) => row.key === key);
  if (key !== null && at < 0) throw new Error(`no row has the key ${JSON.stringify(key)}`);
  return at + 1;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(value)} is no number`);
  return value;
}
