import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import { bodyFailureOf, bodyText, failureOf, responseOf } from '../../contract/outbound-outcomes.ts';

const outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock: systemClock });
let server: Server;
afterEach(() => server.close());

/** Writes `head`, then `piece` again and again, for as long as somebody reads. */
const endless = (head: string, piece: string | Buffer) => (socket: Socket) => {
  socket.write(head);
  const go = () => {
    while (!socket.destroyed && socket.write(piece));
    if (!socket.destroyed) socket.once('drain', go);
  };
  go();
};

const call = async (behave: (socket: Socket) => void) => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => behave(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  // None of these may last until the deadline.
  return outbound.call({ method: 'GET', url, headers: {}, body: null, timeoutMs: 15_000, maxBodyBytes: 1_000_000 });
};

const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

test.each([
  ['100 Continue', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ['103 Early Hints', `HTTP/1.1 103 Early Hints\r\nlink: </${'x'.repeat(5_000)}>\r\n\r\n`],
])('interim answers without an end are an overflow: %s', async (_name, piece) => {
  const failure = await failureOf(call(endless('', piece)));
  expect(failure).toEqual({ code: 'CONNECTION_FAILED', detail: '127.0.0.1 sent headers that are too large.' });
});

test('a few interim answers are passed over', async () => {
  const response = await responseOf(
    call((socket) => {
      socket.end(`${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(20)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]`);
    }),
  );
  expect(await bodyText(response)).toBe('[]');
});

test('a switch of protocols that nobody asked for is a status like any other', async () => {
  const switching = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
  expect(await failureOf(call((socket) => void socket.write(switching)))).toMatchObject({
    code: 'HTTP_STATUS',
    status: 101,
  });
});

test.each([
  ['trailers', `${CHUNKED}2\r\n[]\r\n0\r\n`, 'x-trailer: y\r\n'.repeat(100)],
  ['a chunk extension', `${CHUNKED}2;`, 'a=b;'.repeat(100)],
])('%s without an end fail the body', async (_name, head, piece) => {
  expect(await bodyFailureOf(await responseOf(call(endless(head, piece))))).toMatchObject({
    code: 'CONNECTION_FAILED',
  });
});

test('gzip that unpacks to nothing is counted by what arrives', async () => {
  const nothing = Buffer.concat(new Array(5_000).fill(gzipSync('')));
  const response = await responseOf(call(endless('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n', nothing)));
  expect(await bodyFailureOf(response)).toMatchObject({ code: 'TOO_LARGE' });
});

test('a second answer behind the first is not read', async () => {
  const one = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n';
  const response = await responseOf(call((socket) => void socket.write(`${one}[]${one}{}`)));
  expect(await bodyText(response)).toBe('[]');
});
