import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { WebSocketServer } from 'ws';

// What `push.ts` measures against: a message of the database goes to every socket as it came, whoever that is.
// `fan-out.ts <database url> <channel>`.

const [, , databaseUrl = '', channel = ''] = process.argv;
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
const sql = postgres(databaseUrl, { max: 1 });
await sql.listen(channel, (payload) => {
  for (const socket of server.clients) socket.send(payload);
});
process.send?.({ port: (server.address() as AddressInfo).port });
process.once('disconnect', () => process.exit(0));
