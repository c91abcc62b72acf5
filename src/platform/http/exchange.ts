import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { AnswerHead } from './answer.ts';
import { requestHeaders } from './headers.ts';
import type { OutboundRequest } from './outbound.ts';
import type { Target } from './url-policy.ts';

const MAX_HEAD_BYTES = 16_384;
/** Interim answers (100, 102, 103) before the answer. Each may be as long as a head, and they can go on for ever. */
const MAX_HINTS = 20;
const headFlood = () => Object.assign(new Error('too many interim answers'), { code: 'HPE_HEADER_OVERFLOW' });

export type Exchange = AnswerHead & { readonly body: Readable; readonly close: () => void };

/**
 * One request and its answer over the one socket given, already checked, dialled and secured: nothing here can dial, pool or
 * follow. Node's own client, because undici 7 ends the process with an assertion when an endpoint closes the connection
 * while its body is not being read (nodejs/undici#5360), and undici 8 needs Node 22.
 */
export function exchangeOver(socket: Socket, { url }: Target, request: OutboundRequest): Promise<Exchange> {
  const headers: Record<string, string> = { ...requestHeaders(request.headers), host: url.host };
  if (request.body !== null) headers['content-length'] = String(Buffer.byteLength(request.body));
  const outgoing = httpRequest({
    method: request.method,
    path: `${url.pathname}${url.search}`,
    // Without an agent the connection closes after the answer.
    headers,
    createConnection: () => socket,
    // Said aloud, because NODE_OPTIONS can loosen both for a whole process.
    maxHeaderSize: MAX_HEAD_BYTES,
    insecureHTTPParser: false,
  });
  return new Promise((resolve, reject) => {
    // Stays: an error after the answer began is the body's to tell, and one that nobody hears would end the process.
    outgoing.on('error', reject);
    let hints = 0;
    outgoing.on('information', () => {
      if (++hints > MAX_HINTS) outgoing.destroy(headFlood());
    });
    // A 101, which nobody asked for: Node would drop the socket without a word, and the call would sit out its deadline.
    outgoing.on('upgrade', ({ statusCode: status = 101 }, upgraded) => {
      upgraded.destroy();
      resolve({ status, headers: {}, body: Readable.from([]), close: () => {} });
    });
    outgoing.on('response', (answer: IncomingMessage) => {
      answer.on('error', () => {});
      const close = () => {
        answer.destroy();
        socket.destroy();
      };
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer, close });
    });
    outgoing.end(request.body ?? undefined);
  });
}
