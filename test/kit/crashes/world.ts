import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DayWindow, daysOf, mustEpochDay } from '../../../src/lib/day.ts';

/** What one customer has: every account on every day. Another salt, other values throughout. */
export type Population = { readonly accounts: number; readonly salt: number };

/** One question, from its arrival on. */
export type Call = {
  readonly tag: string;
  readonly host: string;
  readonly window: DayWindow;
  readonly arrivedAt: number;
  readonly bytes: number;
  /** Resolves when the answer has left, or the caller is gone. */
  readonly over: Promise<void>;
};

/** Decides how an answer is given. It is sent at once unless told otherwise. */
export type Manner = (call: Call, send: Send) => Promise<void>;
export type Send = {
  /** Sends up to this share of the answer, from 0 to 1. */
  readonly upTo: (share: number) => void;
  readonly all: () => void;
};

export type World = {
  /** Origins, one for each host: without a slash at the end. */
  readonly urls: readonly string[];
  readonly calls: Call[];
  readonly populate: (tag: string, population: Population) => void;
  /** For the calls that arrive from now on. */
  readonly answerBy: (manner: Manner) => void;
  /** The most calls that one host had at a time, since this was last asked. */
  readonly takeMostAtOnce: () => number;
  readonly close: () => Promise<void>;
};

export const PROMPT: Manner = async (_call, send) => send.all();

/** Several hosts that answer for whatever window they are asked, each question by the tag in its path. */
export async function startWorld(hosts = 1): Promise<World> {
  const populations = new Map<string, Population>();
  const calls: Call[] = [];
  const open = new Map<string, number>();
  const sheets = createSheets();
  let manner = PROMPT;
  let most = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host ?? '';
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://world');
    const tag = pathname.slice(1);
    const window = { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
    const population = populations.get(tag);
    if (!population) throw new Error(`nobody lives at ${tag}`);
    const body = sheets(window, population);
    const now = (open.get(host) ?? 0) + 1;
    open.set(host, now);
    most = Math.max(most, now);
    const over = once(response, 'close').then(() => void open.set(host, (open.get(host) ?? 1) - 1));
    const call = { tag, host, window, arrivedAt: performance.now(), bytes: body.length, over };
    calls.push(call);
    response.on('error', () => {});
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    let sent = 0;
    await manner(call, {
      upTo: (share) => {
        const end = Math.floor(body.length * share);
        response.write(body.subarray(sent, end));
        sent = end;
      },
      all: () => void response.end(body.subarray(sent)),
    });
  };
  const servers = Array.from({ length: hosts }, () =>
    createServer((request, response) => void answer(request, response).catch((error) => response.destroy(error))),
  );
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    calls,
    populate: (tag, population) => void populations.set(tag, population),
    answerBy: (next) => {
      manner = next;
    },
    takeMostAtOnce: () => {
      const taken = most;
      most = Math.max(0, ...open.values());
      return taken;
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}

/** The path that asks for one customer's usage. */
export const pathOf = (tag: string): string => `/${tag}?from={start_date}&to={end_date}`;

/** The same in SQL in `model.ts`. Whole numbers, so that sums are exact in whatever order they are taken. */
export const valuesOf = (account: number, epochDay: number, salt: number) => ({
  calls: (account * 7 + epochDay * 13 + salt * 1_009) % 5_000,
  seats: (account + epochDay + salt) % 100,
});

/** Answers as bytes. The last few are kept: a run that is killed is asked again for the same. */
function createSheets(): (window: DayWindow, population: Population) => Buffer {
  const kept = new Map<string, Buffer>();
  return (window, { accounts, salt }) => {
    const key = JSON.stringify([window, accounts, salt]);
    const known = kept.get(key);
    if (known) return known;
    const rows: string[] = [];
    for (const day of daysOf(window)) {
      const epochDay = mustEpochDay(day);
      for (let account = 0; account < accounts; account++) {
        const { calls, seats } = valuesOf(account, epochDay, salt);
        rows.push(`{"day":"${day}","id":"acct-${account}","calls":${calls},"seats":${seats}}`);
      }
    }
    const body = Buffer.from(`[${rows.join(',')}]`);
    kept.set(key, body);
    const [oldest] = kept.keys();
    if (kept.size > 4 && oldest !== undefined) kept.delete(oldest);
    return body;
  };
}
