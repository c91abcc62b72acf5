import { isIP } from 'node:net';
import { err, ok, type Result } from '../../lib/result.ts';
import { type AddressKind, classifyAddress } from './address.ts';
import type { AllowList } from './allow-list.ts';
import type { OutboundFailure } from './outbound.ts';

export type Rules = { readonly allowList: AllowList; readonly ports: readonly number[] };

/** A URL that may be called, as far as one can say without resolving its host. */
export type Target = {
  readonly url: URL;
  /** Without brackets and without the trailing dot of a rooted name. */
  readonly hostname: string;
  readonly port: number;
  readonly secure: boolean;
  /** The address, when the URL spells one instead of a name. */
  readonly address: string | null;
  /** The failure, unless every address the name resolves to is on the allow-list. */
  readonly unlessAllowListed: OutboundFailure | null;
};

const URL_LIMIT = 8_192;

export const planCall = (text: string, rules: Rules): Result<Target, OutboundFailure> => {
  if (text.length > URL_LIMIT) return invalid(`The URL is longer than ${URL_LIMIT} characters.`);
  if (hasBlanksOrControls(text)) return invalid('The URL holds blanks or control characters.');
  if (text.includes('#')) return invalid('The URL must not hold a fragment (#…): it is never sent.');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return invalid('This is not a URL. Write it in full, such as https://api.example.com/usage.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return invalid('The URL must start with https://.');
  if (url.username !== '' || url.password !== '') {
    return invalid('The URL must not hold a user name or password: give them as basic authentication.');
  }
  const hostname = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const address = isIP(hostname) === 0 ? null : hostname;
  if (address === null && !isHostName(hostname)) return invalid('The host name of the URL is not valid.');
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const unlessAllowListed =
    (address === null ? refuseName(hostname) : null) ?? refuseProtocol(secure) ?? refusePort(port, rules);
  const target = { url, hostname, port, secure, address, unlessAllowListed };
  const refused = address === null ? null : refuseAddress(address, target, rules);
  if (refused !== null) return err(refused);
  if (unlessAllowListed !== null && rules.allowList.isEmpty) return err(unlessAllowListed);
  return ok(target);
};

/** Judges one address the host stands for, be it spelled in the URL or found by the resolver. */
export const refuseAddress = (address: string, target: Target, rules: Rules): OutboundFailure | null => {
  if (rules.allowList.has(address)) return null;
  const kind = classifyAddress(address);
  if (kind === 'public') return target.unlessAllowListed;
  // The address a name resolves to is not told: the answer would map the operator's inner network for whoever asks.
  const subject = target.address === null ? `${target.hostname} resolves to` : `${target.hostname} is`;
  if (kind === 'metadata') return addressRefused(`${subject} ${PHRASE.metadata}, which is never called.`);
  return addressRefused(`${subject} ${PHRASE[kind]}. ${HOW_TO_ALLOW}`);
};

const refuseName = (hostname: string): OutboundFailure | null =>
  !hostname.includes('.') || LOCAL_NAME.test(hostname)
    ? addressRefused(`${hostname} is a name of a local network. ${HOW_TO_ALLOW}`)
    : null;

const refuseProtocol = (secure: boolean): OutboundFailure | null =>
  secure ? null : invalidUrl(`The URL must start with https://. ${EXCEPT_ALLOWED}`);

const refusePort = (port: number, rules: Rules): OutboundFailure | null =>
  rules.ports.includes(port)
    ? null
    : invalidUrl(`The port must be one of ${rules.ports.join(', ')}. ${EXCEPT_ALLOWED}`);

const hasBlanksOrControls = (text: string): boolean =>
  [...text].some((character) => character <= ' ' || (character >= '\u007f' && character <= '\u00a0'));

// The URL parser has lower-cased the name, turned it into ASCII and decoded every `%xx` by now.
const HOST_NAME = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;
const isHostName = (hostname: string): boolean => hostname.length <= 253 && HOST_NAME.test(hostname);
const LOCAL_NAME = /\.(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

const HOW_TO_ALLOW =
  'Only public addresses are called; the operator of this server can add exact ranges to OUTBOUND_ALLOWED_CIDRS.';
const EXCEPT_ALLOWED = 'Anything else is for addresses the operator lists in OUTBOUND_ALLOWED_CIDRS.';

const PHRASE: Record<Exclude<AddressKind, 'public'>, string> = {
  metadata: 'the address of a cloud metadata service',
  unspecified: 'an unspecified address',
  loopback: 'a loopback address',
  private: 'a private address',
  shared: 'a shared address of a provider network',
  'link-local': 'a link-local address',
  multicast: 'a multicast address',
  documentation: 'an address reserved for documentation',
  benchmarking: 'an address reserved for benchmarks',
  reserved: 'a reserved address',
  'ipv4-in-ipv6': 'an IPv6 address that wraps an IPv4 address',
  unusable: 'not a usable address',
};

const invalidUrl = (detail: string): OutboundFailure => ({ code: 'INVALID_URL', detail });
const invalid = (detail: string) => err(invalidUrl(detail));
const addressRefused = (detail: string): OutboundFailure => ({ code: 'ADDRESS_REFUSED', detail });
