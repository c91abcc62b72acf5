import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates, type TLSSocket } from 'node:tls';

export type ResolvedAddress = { readonly address: string; readonly family: number };

/** Every address of a name; what it leaves out cannot be judged. */
export type Resolver = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const resolveWithSystem: Resolver = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

export type DialTarget = { readonly address: string; readonly family: 4 | 6; readonly port: number };

/** Opens a plain TCP connection to exactly this address; TLS is laid over it by the caller. */
export type Dialer = (target: DialTarget, signal: AbortSignal) => Promise<Socket>;

export const dialTcp: Dialer = ({ address, family, port }, signal) =>
  opened(connect({ host: address, family, port, autoSelectFamily: false, noDelay: true }), 'connect', signal);

/** The certificate must fit the name the customer typed, whatever address it was found at. */
export const secureSocket = (
  socket: Socket,
  hostname: string,
  authorities: readonly string[],
  signal: AbortSignal,
): Promise<TLSSocket> => {
  const secured = connectTls({
    socket,
    host: hostname,
    servername: isIP(hostname) === 0 ? hostname : '',
    ALPNProtocols: ['http/1.1'],
    // Said aloud so that NODE_TLS_REJECT_UNAUTHORIZED=0, set for some other reason, cannot turn it off.
    rejectUnauthorized: true,
    ...(authorities.length === 0 ? {} : { ca: [...rootCertificates, ...authorities] }),
  });
  return opened(secured, 'secureConnect', signal);
};

const opened = <S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> =>
  new Promise<S>((resolve, reject) => {
    const stop = () => socket.destroy(signal.reason);
    const done = () => signal.removeEventListener('abort', stop);
    // Stays for good: between two owners an error without a listener would end the process.
    socket.on('error', reject);
    socket.once('close', () => {
      done();
      reject(new Error('The connection closed while it was being opened.'));
    });
    socket.once(event, () => {
      done();
      resolve(socket);
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
