import { BlockList, isIP } from 'node:net';
import { classifyAddress } from './address.ts';
import { embeddedIpv4, ipv6Groups } from './embedded-ipv4.ts';

/** The addresses an operator has said may be called over http and on any port. */
export type AllowList = { readonly isEmpty: boolean; readonly has: (address: string) => boolean };

/** Reads exact CIDRs and single addresses; throws at start, in words, rather than open more or less than was meant. */
export const createAllowList = (cidrs: readonly string[]): AllowList => {
  const ipv4 = new BlockList();
  const ipv6 = new BlockList();
  for (const text of cidrs) {
    const { network, prefix, family } = parseCidr(text);
    (family === 4 ? ipv4 : ipv6).addSubnet(network, prefix, family === 4 ? 'ipv4' : 'ipv6');
  }
  const has = (address: string): boolean => {
    const kind = classifyAddress(address);
    if (kind === 'metadata' || kind === 'unusable') return false;
    if (isIP(address) === 4) return ipv4.check(address, 'ipv4');
    // 64:ff9b::/96 must not open 64:ff9b::10.0.0.1: what the address leads to has to be callable as well.
    return ipv6.check(address, 'ipv6') && embeddedIpv4(address).every((a) => classifyAddress(a) === 'public' || has(a));
  };
  return { isEmpty: cidrs.length === 0, has };
};

const parseCidr = (text: string) => {
  const bad = (why: string) =>
    new Error(
      `OUTBOUND_ALLOWED_CIDRS: "${text}" ${why}. Write ranges such as 10.20.0.0/16, 127.0.0.1/32 or fd12:3456::/32.`,
    );
  const [network = '', size, ...rest] = text.split('/');
  const family = isIP(network);
  if ((family !== 4 && family !== 6) || network.includes('%')) throw bad('does not start with an IP address');
  const width = family === 4 ? 32 : 128;
  // An address by itself means itself.
  if (size === undefined) return { network, prefix: width, family } as const;
  if (rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(size)) throw bad('lacks a size such as /32');
  const prefix = Number(size);
  if (prefix > width) throw bad(`has a size above ${width}`);
  if (!isNetworkAddress(network, prefix, family)) throw bad(`is not the first address of a /${prefix}`);
  return { network, prefix, family } as const;
};

/** Whether every bit behind the prefix is zero: `10.0.0.5/8` is more likely a slip than a wish for 16 million addresses. */
const isNetworkAddress = (network: string, prefix: number, family: 4 | 6): boolean => {
  const bits = family === 4 ? ipv4Bits(network) : ipv6Bits(network);
  return !bits.slice(prefix).includes('1');
};

const ipv4Bits = (address: string) =>
  address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');

const ipv6Bits = (address: string) =>
  ipv6Groups(address)
    .map((group) => group.toString(2).padStart(16, '0'))
    .join('');
