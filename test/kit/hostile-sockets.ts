import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import WebSocket from 'ws';
import type { Message, openSocket } from './socket.ts';

type Opened = Awaited<ReturnType<typeof openSocket>>;
/** What is done with an acknowledged socket, and how the server may react. */
export type HostileSocket = {
  readonly name: string;
  readonly act: (opened: Opened) => void;
  /** Close codes; or the codes of an error that leaves the socket open. */
  readonly ends: readonly (number | string)[];
};

const subscribe = (id: unknown, payload: unknown) => JSON.stringify({ type: 'subscribe', id, payload });
const raw = (name: string, message: string | Uint8Array, ...ends: (number | string)[]): HostileSocket => ({
  name,
  act: ({ socket }) => socket.send(message),
  ends,
});
const PING = { query: '{ __typename }' };

export const HOSTILE_SOCKETS: readonly HostileSocket[] = [
  raw('no JSON', '{', 4400),
  raw('nothing', '', 4400),
  raw('a list', '[]', 4400),
  raw('null', 'null', 4400),
  raw('bytes of no meaning', randomBytes(1_000), 4400),
  raw('a million brackets less', '['.repeat(100_000), 4400),
  raw('an unknown type', '{"type":"start","id":"1"}', 4400),
  raw('a type that is a prototype', '{"type":"__proto__"}', 4400),
  raw('a message without a type', '{"id":"1"}', 4400),
  raw('an acknowledgement', '{"type":"connection_ack"}', 4400),
  raw('an answer', '{"type":"next","id":"1","payload":{"data":{}}}', 4400),
  raw('an error', '{"type":"error","id":"1","payload":[{"message":"x"}]}', 4400),
  raw('a second introduction', '{"type":"connection_init"}', 4429),
  raw('an operation without an id', subscribe(undefined, PING), 4400),
  raw('an operation with an empty id', subscribe('', PING), 4400),
  raw('an operation with a number for an id', subscribe(1, PING), 4400),
  raw('an operation without a payload', subscribe('1', undefined), 4400),
  raw('an operation without a query', subscribe('1', {}), 4400),
  raw('a query that is a list', subscribe('1', { query: ['{ __typename }'] }), 4400),
  raw('variables that are text', subscribe('1', { ...PING, variables: 'x' }), 4400),
  raw('an operation name that is a list', subscribe('1', { ...PING, operationName: [] }), 4400),
  raw('a frame beyond 256 KB', 'x'.repeat(256 * 1024 + 1), 1009),
  raw('a frame of 5 MB', 'x'.repeat(5 * 2 ** 20), 1009),
  raw('an empty query', subscribe('1', { query: '' }), 'GRAPHQL_PARSE_FAILED'),
  raw('an operation there is not', subscribe('1', { ...PING, operationName: 'x' }), 'OPERATION_RESOLUTION_FAILURE'),
  {
    name: 'two operations with one id',
    act: ({ socket }) => {
      for (let time = 0; time < 2; time++) socket.send(subscribe('1', PING));
    },
    ends: [4409],
  },
  {
    name: '150 operations at once',
    act: ({ socket }) => {
      for (let id = 0; id < 150; id++) socket.send(subscribe(`o${id}`, { query: '{ viewer { role } }' }));
    },
    ends: ['TOO_MANY_OPERATIONS'],
  },
  {
    name: 'a frame in two parts beyond 256 KB',
    act: ({ socket }) => {
      socket.send('"'.repeat(200_000), { fin: false });
      socket.send('"'.repeat(200_000), { fin: true });
    },
    ends: [1009],
  },
  {
    name: 'an operation that is ended as it begins',
    act: ({ socket }) => {
      socket.send(subscribe('1', { query: '{ accounts { totalCount } }' }));
      socket.send('{"type":"complete","id":"1"}');
      socket.send('{"type":"complete","id":"never"}');
      socket.send(subscribe('2', { query: '{ nope }' }));
    },
    ends: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    name: 'pings by the thousand',
    act: ({ socket }) => {
      for (let time = 0; time < 2_000; time++) socket.send('{"type":"ping"}');
      socket.send(subscribe('1', { query: '{ nope }' }));
    },
    ends: ['GRAPHQL_VALIDATION_FAILED'],
  },
];

/** How the server reacted: the close code, or the code of the first error that it sent. */
export async function reaction({ closed, next }: Opened): Promise<number | string> {
  const failed = async (): Promise<string> => {
    for (;;) {
      const { type, payload } = await next();
      const errors = (type === 'error' ? payload : (payload as { errors?: unknown })?.errors) as Message['payload'];
      if (Array.isArray(errors)) return String(errors[0]?.extensions?.code);
    }
  };
  return Promise.race([closed.then(([code]) => code), failed().catch(() => closed.then(([code]) => code))]);
}

/** Sockets that never get as far as being acknowledged; each resolves to how the server ended them. */
export const UNACKNOWLEDGED: readonly { name: string; ends: unknown; end: (url: string) => Promise<unknown> }[] = [
  // What its client makes of an answer that names no protocol.
  { name: 'another protocol', ends: 1006, end: (url) => closeCode(new WebSocket(url, 'graphql-ws')) },
  { name: 'no protocol', ends: 4406, end: (url) => closeCode(new WebSocket(url)) },
  {
    name: 'an operation before an introduction',
    ends: 4401,
    end: (url) => closeCode(new WebSocket(url, 'graphql-transport-ws'), subscribe('1', PING)),
  },
  {
    name: 'an introduction with a key that is a list',
    ends: 4403,
    end: (url) =>
      closeCode(
        new WebSocket(url, 'graphql-transport-ws'),
        '{"type":"connection_init","payload":{"authorization":[]}}',
      ),
  },
  {
    name: 'an introduction whose payload is a list',
    ends: 4400,
    end: (url) => closeCode(new WebSocket(url, 'graphql-transport-ws'), '{"type":"connection_init","payload":[]}'),
  },
  { name: 'no introduction', ends: 4408, end: (url) => closeCode(new WebSocket(url, 'graphql-transport-ws')) },
  {
    name: 'text that is no UTF-8',
    ends: 1007,
    end: (url) => closeCodeOfFrame(url, [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]),
  },
  { name: 'a frame without a mask', ends: 1002, end: (url) => closeCodeOfFrame(url, [0x81, 0x02, 0x7b, 0x7d]) },
  { name: 'a frame of no known kind', ends: 1002, end: (url) => closeCodeOfFrame(url, [0x83, 0x80, 0, 0, 0, 0]) },
];

function closeCode(socket: WebSocket, message?: string): Promise<number> {
  if (message !== undefined) socket.on('open', () => socket.send(message));
  socket.on('error', () => {});
  return new Promise((resolve) => socket.on('close', resolve));
}

/** Sends bytes that no library would, and reads the code from the frame that comes back. */
async function closeCodeOfFrame(url: string, frame: readonly number[]): Promise<number | null> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname);
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n` +
      `sec-websocket-key: ${randomBytes(16).toString('base64')}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
  );
  await once(socket, 'data');
  let answer = Buffer.alloc(0);
  socket.on('data', (data) => {
    answer = Buffer.concat([answer, data]);
  });
  socket.on('error', () => {});
  socket.write(Uint8Array.from(frame));
  await once(socket, 'close');
  return answer[0] === 0x88 ? answer.readUInt16BE(2) : null;
}
