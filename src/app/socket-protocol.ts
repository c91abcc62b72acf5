import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Log } from '../platform/log.ts';

/** Messages may ask faster than their sender fetches the answers; this much may wait for him. */
const MAX_UNREAD_BYTES = 32 * 1024 * 1024;
const KEEP_ALIVE_MS = 20_000;

export type Connection = { readonly socket: WebSocket; readonly request: IncomingMessage };

/**
 * Speaks graphql-transport-ws on one socket. Not the library's own adapter, which writes a caller's mistakes to standard
 * error with a stack: an oversized frame is his, closes the socket with 1009, and is worth a line for debugging.
 */
export function speakProtocol<Extra extends Connection>(server: Server<Extra>, extra: Extra, log: Log): void {
  const { socket } = extra;
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(text, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', async (data: RawData) => {
          if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.terminate();
          try {
            await receive(String(data));
          } catch (error) {
            closeAfter(error, socket, log);
          }
        }),
    },
    extra,
  );
  // Closes by itself with the code that fits: 1009 for a frame too large, 1007 for text that is none, 1002 for what is no frame.
  socket.on('error', (error) => log.debug({ error }, 'a socket was used wrongly'));
  const stopPinging = keepAlive(socket);
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, String(reason)).catch((error: unknown) => log.error({ error }, 'a socket was not left cleanly'));
  });
}

/** What the protocol's library throws is either a message that only servers send, or an accident of ours. */
function closeAfter(error: unknown, socket: WebSocket, log: Log): void {
  if (socket.readyState !== socket.OPEN) return;
  if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
    socket.close(CloseCode.BadRequest, 'Invalid message received');
    return;
  }
  const requestId = randomUUID();
  log.error({ requestId, error }, 'a socket failed by accident');
  socket.close(CloseCode.InternalServerError, `Something went wrong on our side. Quote request ${requestId}`);
}

/** Notices a peer that vanished without a word. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, KEEP_ALIVE_MS);
  return () => clearInterval(timer);
}
