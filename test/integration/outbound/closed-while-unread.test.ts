import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';

// A slow reader and an endpoint that says goodbye at once: undici 7 ends the process here (nodejs/undici#5360).
// Filling a stream's buffer to the brim, so that the connection's end comes while nothing more may be read.
const BODY = Buffer.alloc(64 * 1024, 'a');
const CHUNKED = Buffer.concat([Buffer.from(`${BODY.length.toString(16)}\r\n`), BODY, Buffer.from('\r\n0\r\n\r\n')]);

test.each([
  { framing: 'a length', head: `content-length: ${BODY.length}\r\n`, body: BODY },
  { framing: 'chunks', head: 'transfer-encoding: chunked\r\n', body: CHUNKED },
  { framing: 'the end of the connection', head: '', body: BODY },
])('an endpoint that closes while its body waits to be read loses nothing (framed by $framing)', async (answer) => {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.end(
        Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${answer.head}connection: close\r\n\r\n`), answer.body]),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock: systemClock });
  const { port } = server.address() as AddressInfo;
  try {
    const called = await outbound.call({
      method: 'GET',
      url: `http://127.0.0.1:${port}/`,
      headers: {},
      body: null,
      timeoutMs: 10_000,
      maxBodyBytes: 1_000_000,
    });
    if (!called.ok) throw new Error(JSON.stringify(called.error));
    // Longer than loopback takes to bring all of it, and the goodbye.
    await sleep(100);
    let bytes = 0;
    for await (const chunk of called.value.body) bytes += chunk.length;
    expect(bytes).toBe(BODY.length);
  } finally {
    await outbound.close();
    server.close();
  }
});
