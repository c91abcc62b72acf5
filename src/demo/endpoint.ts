import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Day, type DayWindow, isDay, windowLength } from '../lib/day.ts';
import type { DayRow, Timeline } from './dataset.ts';

export type DemoEndpoint = {
  /** Address with Tributary's placeholders for the days, as a customer would type it. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const MAX_DAYS = 400;
const HOST = '127.0.0.1';

type Answer = { readonly status: number; readonly body: object; readonly headers?: Record<string, string> };

/** The company's own system: an HTTP endpoint that reports usage by day and customer to whoever shows the API key. */
export async function startEndpoint(timeline: Timeline, apiKey: string): Promise<DemoEndpoint> {
  const server = createServer((request, response) => send(response, answer(request, timeline, apiKey)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/usage?from={start_date}&to={end_date}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, timeline: Timeline, apiKey: string): Answer {
  const [path, query] = (request.url ?? '').split('?', 2);
  if (path !== '/usage') return fault(404, 'There is only GET /usage?from=YYYY-MM-DD&to=YYYY-MM-DD.');
  if (request.method !== 'GET') return { ...fault(405, 'Only GET.'), headers: { allow: 'GET' } };
  const shown = request.headers['x-api-key'];
  if (shown === undefined) return fault(401, 'The header X-Api-Key is missing.');
  if (shown !== apiKey) return fault(401, 'The key in X-Api-Key is not known here.');
  const window = readWindow(new URLSearchParams(query));
  return 'status' in window ? window : { status: 200, body: report(window, timeline.rowsOf(window)) };
}

function readWindow(query: URLSearchParams): DayWindow | Answer {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  for (const [name, value] of Object.entries({ from, to })) {
    if (!isDay(value)) return fault(400, `"${name}" must be a calendar day written YYYY-MM-DD.`);
  }
  const length = windowLength({ from, to });
  if (length < 1) return fault(400, '"from" is after "to".');
  if (length > MAX_DAYS) return fault(400, `At most ${MAX_DAYS} days at a time, not ${length}.`);
  return { from, to };
}

const report = ({ from, to }: { from: Day; to: Day }, rows: readonly DayRow[]) => ({
  meta: { source: 'Online Retail (UCI, DOI 10.24432/C5BW33, CC BY 4.0)', currency: 'GBP', from, to, rows: rows.length },
  data: rows.map((row) => ({
    date: row.day,
    customer_id: row.customerId,
    orders: row.orders,
    items: row.items,
    revenue: row.revenuePence / 100,
    returned_items: row.returnedItems,
  })),
});

const fault = (status: number, message: string): Answer => ({ status, body: { error: { status, message } } });

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const bytes = Buffer.from(`${JSON.stringify(body)}\n`);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}
