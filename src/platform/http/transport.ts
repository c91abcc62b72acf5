import { isIP, type Socket } from 'node:net';
import { err, ok, type Result } from '../../lib/result.ts';
import { connectionFailure, errorCode, tlsFailure } from './connection-failure.ts';
import { type Dialer, type Resolver, secureSocket } from './dialer.ts';
import { type Exchange, exchangeOver } from './exchange.ts';
import { orCut } from './lifeline.ts';
import type { OutboundFailure, OutboundRequest } from './outbound.ts';
import { type Rules, refuseAddress, type Target } from './url-policy.ts';

/** Sends one request to a target the policy let through. When the signal ends it, it rejects with the signal's reason. */
export type Transport = (
  target: Target,
  request: OutboundRequest,
  signal: AbortSignal,
) => Promise<Result<Exchange, OutboundFailure>>;

export type Network = {
  readonly resolver: Resolver;
  readonly dialer: Dialer;
  /** PEM certificates trusted beside the well-known ones. */
  readonly authorities: readonly string[];
};

/** A name may list thousands of addresses: all are judged, but an endpoint that none of the first can reach is down. */
const MAX_DIALS = 6;
/** How long one address may take to connect while another is left to try. */
const ATTEMPT_MS = 2_000;

export const networkTransport =
  (network: Network, rules: Rules): Transport =>
  async (target, request, signal) => {
    const addresses = await checkedAddresses(target, network.resolver, rules, signal);
    if (!addresses.ok) return addresses;
    const dialled = await dialFirst(addresses.value, target, network.dialer, signal);
    if (!dialled.ok) return dialled;
    const secured = target.secure
      ? await attempt(
          () => secureSocket(dialled.value, target.hostname, network.authorities, signal),
          (error) => tlsFailure(error, target.hostname),
          signal,
          () => dialled.value.destroy(),
        )
      : dialled;
    if (!secured.ok) return secured;
    const { value: socket } = secured;
    return attempt(
      () => orCut(exchangeOver(socket, target, request), signal),
      (error) => connectionFailure(error, target.hostname),
      signal,
      () => socket.destroy(),
    );
  };

/** One bad address refuses the name: which of them a later lookup gives first is not ours to say. */
const checkedAddresses = async (target: Target, resolver: Resolver, rules: Rules, signal: AbortSignal) => {
  if (target.address !== null) return ok([target.address]);
  const found = await attempt(
    () => orCut(resolver(target.hostname), signal),
    (error) => notResolved(target.hostname, error),
    signal,
  );
  if (!found.ok) return found;
  const addresses = found.value.map(({ address }) => address);
  if (addresses.length === 0) return err(notResolved(target.hostname, null));
  for (const address of addresses) {
    const refused = refuseAddress(address, target, rules);
    if (refused !== null) return err(refused);
  }
  return ok(addresses);
};

/** In the resolver's order, but the other family second: many hosts have IPv6 addresses and no route to them. */
const dialFirst = async (
  addresses: readonly string[],
  { hostname, port }: Target,
  dialer: Dialer,
  signal: AbortSignal,
) => {
  const family = (address: string) => (isIP(address) === 6 ? 6 : 4);
  const [first, ...rest] = addresses;
  const other = rest.filter((address) => first !== undefined && family(address) !== family(first));
  const order = [
    ...(first === undefined ? [] : [first]),
    ...other,
    ...rest.filter((address) => !other.includes(address)),
  ];
  let outcome: Result<Socket, OutboundFailure> = err(connectionFailure(null, hostname));
  const tried = [...new Set(order)].slice(0, MAX_DIALS);
  for (const [index, address] of tried.entries()) {
    const isLast = index === tried.length - 1;
    const patience = isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
    outcome = await attempt(
      () => dialer({ address, family: family(address), port }, patience),
      (error) => connectionFailure(error, hostname),
      signal,
    );
    if (outcome.ok) return outcome;
  }
  return outcome;
};

const attempt = async <T>(
  work: () => Promise<T>,
  explain: (error: unknown) => OutboundFailure,
  signal: AbortSignal,
  undo: () => void = () => {},
): Promise<Result<T, OutboundFailure>> => {
  try {
    return ok(await work());
  } catch (error) {
    undo();
    if (signal.aborted) throw signal.reason;
    return err(explain(error));
  }
};

/** What says for certain that a name has no address. Any other error, known or new, may be gone with the next lookup. */
const NO_SUCH_NAME = [
  'ENOTFOUND',
  'ENODATA',
  'ENONAME',
  'EBADNAME',
  'EINVAL',
  'EAI_NONAME',
  'EAI_NODATA',
  'EAI_ADDRFAMILY',
];

const notResolved = (hostname: string, error: unknown): OutboundFailure => {
  const transient = error !== null && !NO_SUCH_NAME.includes(errorCode(error) ?? '');
  const detail = transient ? `The name server gave no answer for ${hostname}.` : `${hostname} has no address.`;
  return { code: 'NAME_NOT_RESOLVED', detail, ...(transient ? { transient } : {}) };
};
