import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../../src/app/listen.ts';

let listening: Listening;
beforeAll(async () => {
  listening = await listen(0, '127.0.0.1', 'PORT', {
    headersTimeout: 300,
    requestTimeout: 600,
    connectionsCheckingInterval: 50,
  });
});
afterAll(() => listening.hangUp());

/** Sends a piece every 50 ms for as long as it is let; returns what came back. */
async function drip(pieces: Iterable<string>): Promise<{ answer: string; ms: number }> {
  const socket: Socket = createConnection(listening.port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text;
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  const began = performance.now();
  const left = pieces[Symbol.iterator]();
  const timer = setInterval(() => {
    const { done, value } = left.next();
    if (!done && !socket.destroyed) socket.write(value);
  }, 50);
  await closed;
  clearInterval(timer);
  return { answer, ms: performance.now() - began };
}
function* endless(start: string, piece: string) {
  yield start;
  for (;;) yield piece;
}

test.each([
  ['headers', endless('POST /graphql HTTP/1.1\r\nhost: x\r\n', 'x: y\r\n'), 300],
  ['a body', endless('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n', '{'), 600],
])('whoever takes too long over %s is answered 408 and hung up on', async (_, pieces, limit) => {
  const { answer, ms } = await drip(pieces);
  expect(answer).toContain('HTTP/1.1 408 Request Timeout');
  expect(ms).toBeGreaterThanOrEqual(limit - 50);
  expect(ms).toBeLessThan(limit + 3_000);
});

test.each([
  ['an address', `/graphql?query=${'x'.repeat(20_000)}`, ''],
  ['a header', '/graphql', `x: ${'y'.repeat(20_000)}\r\n`],
  ['headers', '/graphql', Array.from({ length: 2_000 }, (_, index) => `h${index}: abcdef\r\n`).join('')],
])('%s beyond 16 KB is refused', async (_, path, headers) => {
  const { answer } = await drip([`GET ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`]);
  expect(answer).toContain('HTTP/1.1 431 Request Header Fields Too Large');
});
