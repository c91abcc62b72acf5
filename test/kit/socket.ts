import WebSocket from 'ws';

export const socketUrlOf = (url: string): string => `${url.replace('http', 'ws')}/graphql`;
export type Message = { type: string; id?: string; payload?: unknown };

/** A socket one message at a time, as a client of any make would use it. */
export async function openSocket(url: string, authorization: unknown, acknowledged = true) {
  const socket = new WebSocket(socketUrlOf(url), 'graphql-transport-ws');
  const inbox: Message[] = [];
  let wake = () => {};
  const closed = new Promise<[number, string]>((resolve) =>
    socket.on('close', (code, reason) => resolve([code, String(reason)])),
  );
  socket.on('message', (data) => {
    inbox.push(JSON.parse(String(data)));
    wake();
  });
  const send = (message: object) => socket.send(JSON.stringify(message));
  const next = async (): Promise<Message> => {
    while (inbox.length === 0)
      await Promise.race([closed.then(fail), new Promise<void>((resolve) => (wake = resolve))]);
    return inbox.shift() ?? { type: 'none' };
  };
  const fail = ([code, reason]: [number, string]) => {
    throw new Error(`the socket was closed: ${code} ${reason}`);
  };
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  send({ type: 'connection_init', payload: { authorization } });
  if (acknowledged) {
    const { type } = await next();
    if (type !== 'connection_ack') throw new Error(`not acknowledged, but ${type}`);
  }
  const subscribe = (id: string, query: string, variables = {}) =>
    send({ type: 'subscribe', id, payload: { query, variables } });
  return { socket, send, next, subscribe, closed };
}
