import { Socket } from 'node:net';

/** What postgres.js tells a maker of sockets; several hosts are tried in turn. */
type Address = { readonly host: readonly string[]; readonly port: readonly number[]; readonly path?: string | false };

/**
 * Sockets for postgres.js without Nagle's algorithm, which it leaves on: whatever is written after a COPY's data then waits
 * 40 ms for the server's delayed acknowledgement (89 ms instead of 2 for a small transaction with a COPY). The socket is
 * handed out while it still connects: what is written meanwhile waits in it, and a failure is told by its events as usual.
 */
export function promptSockets(): (address: Address) => Socket {
  let turn = 0;
  return ({ host, port, path }) => {
    const socket = new Socket().setNoDelay(true);
    if (path) return socket.connect(path);
    const at = turn++ % port.length;
    return socket.connect(port[at] ?? 5432, host[at] ?? 'localhost');
  };
}
