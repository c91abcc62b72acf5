import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Day, daysOf } from '../src/lib/day.ts';
import { metricNames } from './payload.ts';

// A program of its own, so that what it takes counts for nobody: answers `/<tag>?accounts=&metrics=&from=&to=` with rows that
// are made while they are sent. With `hold`, the tag's questions wait until the parent releases it. With `keep`, the answer is
// made once and kept: on a machine of few cores, making it takes from whoever reads it, and most from the fastest.

/** What the parent hears of a question. */
export type Asked = { readonly tag: string; readonly at: number };
export type Command = { readonly tag: string; readonly isHeld: boolean };
export type Listening = { readonly ports: readonly number[] };

const PORTS = 4;
const CHUNK = 64 * 1_024;
/** Enough of them that no row's values tell the next one's. */
const BLOCKS = 1_009;
const released = new Set<string>();
const waiting = new Map<string, () => void>();
const blocks = new Map<number, string[]>();
const kept = new Map<string, readonly Buffer[]>();

process.on('message', ({ tag, isHeld }: Command) => {
  if (isHeld) {
    released.delete(tag);
    return;
  }
  released.add(tag);
  waiting.get(tag)?.();
});
process.once('disconnect', () => process.exit(0));

const ports = await Promise.all(
  Array.from({ length: PORTS }, async () => {
    const server = createServer((request, response) => {
      answer(request, response).catch(() => response.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }),
);
process.send?.({ ports } satisfies Listening);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://endpoint');
  const number = (name: string) => Number(searchParams.get(name));
  const tag = pathname.slice(1);
  process.send?.({ tag, at: performance.timeOrigin + performance.now() } satisfies Asked);
  response.writeHead(200, { 'content-type': 'application/json' });
  if (searchParams.has('hold') && !released.has(tag)) {
    response.flushHeaders();
    await new Promise<void>((resolve) => waiting.set(tag, resolve));
  }
  const window = { from: searchParams.get('from') as Day, to: searchParams.get('to') as Day };
  const rows = () => rowsOf(number('accounts'), daysOf(window), number('metrics'));
  for (const piece of searchParams.has('keep') ? keptOf(request.url ?? '', rows) : rows()) {
    if (response.destroyed) return;
    if (!response.write(piece, 'latin1')) await drained(response);
  }
  response.end();
}

function keptOf(url: string, rows: () => Iterable<string>): readonly Buffer[] {
  let pieces = kept.get(url);
  if (!pieces) {
    pieces = Array.from(rows(), (text) => Buffer.from(text, 'latin1'));
    kept.set(url, pieces);
  }
  return pieces;
}

/** Or gone. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });

function* rowsOf(accounts: number, days: readonly Day[], metrics: number): Generator<string> {
  const values = blocksOf(metrics);
  let text = '{"data":{"rows":[';
  let row = 0;
  for (let account = 0; account < accounts; account++) {
    const id = `acc_${String(account).padStart(6, '0')}`;
    for (const day of days) {
      text += `${row === 0 ? '' : ','}{"day":"${day}","account":{"id":"${id}"},"m":${values[(row * 7) % BLOCKS]}}`;
      row++;
      if (text.length < CHUNK) continue;
      yield text;
      text = '';
    }
  }
  yield `${text}]}}`;
}

function blocksOf(metrics: number): string[] {
  const known = blocks.get(metrics);
  if (known) return known;
  const value = (block: number, index: number) =>
    index % 6 === 3 ? ((block * 7_919 + index * 104_729) % 100_000) / 100 : (block * 31 + index * 613) % 5_000;
  const made = Array.from({ length: BLOCKS }, (_, block) =>
    JSON.stringify(Object.fromEntries(metricNames(metrics).map((name, index) => [name, value(block, index)]))),
  );
  blocks.set(metrics, made);
  return made;
}
