import { addDays, type Day } from '../../src/lib/day.ts';
import type { Behaviour, RecordedRequest } from './behaviours.ts';

export type PagedRow = {
  readonly key: string;
  readonly day: Day;
  readonly id: string;
  readonly calls: number;
  readonly seats: number;
};

/** One page as an endpoint tells of it. */
export type Page = {
  readonly rows: readonly PagedRow[];
  /** How many rows stand before it. */
  readonly from: number;
  /** How many stand before the next one; null on the last page. */
  readonly next: number | null;
};

export type Asked = {
  readonly request: RecordedRequest;
  readonly query: URLSearchParams;
  /** The body as JSON; null without one. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies the way an endpoint would.
  readonly body: any;
};

export type PagedOptions = {
  readonly rows: readonly PagedRow[];
  readonly size: number;
  /** How many of the rows asked for stand before the asked page. */
  readonly startOf: (asked: Asked, rows: readonly PagedRow[]) => number;
  readonly answer: (page: Page, asked: Asked) => unknown;
  readonly headers?: (page: Page, asked: Asked) => Record<string, string>;
};

/** Serves rows in pages; an answer that is a text is sent as it is. */
export const paged =
  ({ rows, size, startOf, answer, headers }: PagedOptions): Behaviour =>
  (request, response) => {
    const asked = askedOf(request);
    const [start, end] = [asked.query.get('from'), asked.query.get('to')];
    const wanted = rows.filter(({ day }) => (start ?? day) <= day && day <= (end ?? day));
    const from = startOf(asked, wanted);
    const next = from + size < wanted.length ? from + size : null;
    const page = { rows: wanted.slice(from, from + size), from, next };
    const body = answer(page, asked);
    response.writeHead(200, { 'content-type': 'application/json', ...headers?.(page, asked) });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const askedOf = (request: RecordedRequest): Asked => ({
  request,
  query: new URL(request.path, 'http://endpoint').searchParams,
  body: request.body === '' ? null : JSON.parse(request.body),
});

const DAYS = 7;
const ACCOUNTS = 5;

/** Rows of the last seven days and five accounts; each pair comes again 35 rows later, and so on another page. */
export const pagedRows = (count: number, lastDay: Day): PagedRow[] =>
  Array.from({ length: count }, (_, n) => ({
    key: `k${n}`,
    day: addDays(lastDay, -(n % DAYS)),
    id: `A-${n % ACCOUNTS}`,
    calls: n + 1,
    seats: n,
  }));

/** What is stored of them when `calls` add up and the last `seats` count, as `storedDays` gives it. */
export function combinedRows(rows: readonly PagedRow[]): { id: string; day: Day; vals: number[] }[] {
  const pairs = new Map<string, { id: string; day: Day; vals: number[] }>();
  for (const { id, day, calls, seats } of rows) {
    const before = pairs.get(`${id} ${day}`)?.vals[0] ?? 0;
    pairs.set(`${id} ${day}`, { id, day, vals: [before + calls, seats] });
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
