import { BlockList, isIP } from 'node:net';
import { embeddedIpv4, lastIpv4 } from './embedded-ipv4.ts';
import { type AddressKind, IPV4_RANGES, IPV6_RANGES, type SpecialRange } from './special-ranges.ts';

export type { AddressKind } from './special-ranges.ts';

/** What an address is for. An IPv6 address that carries an IPv4 address is as special as the stranger of the two. */
export const classifyAddress = (address: string): AddressKind => {
  const family = isIP(address);
  // A zone (`fe80::1%eth0`) names a network card of this machine: never a customer's endpoint.
  if (family === 0 || address.includes('%')) return 'unusable';
  if (family === 4) return kindIn(IPV4, address, 'ipv4') ?? 'public';
  const own = kindIn(IPV6, address, 'ipv6') ?? 'reserved';
  const carried = embeddedIpv4(address).map((ipv4) => kindIn(IPV4, ipv4, 'ipv4') ?? 'public');
  // Whatever prefix a network's NAT64 uses, no address of the world ends in a metadata address but by meaning it.
  if ([own, ...carried, kindIn(IPV4, lastIpv4(address), 'ipv4')].includes('metadata')) return 'metadata';
  return carried.find((kind) => kind !== 'public') ?? own;
};

// The families stay apart: in one list, `::ffff:0:0/96` would match every IPv4 address.
const listed = (ranges: readonly SpecialRange[], family: 'ipv4' | 'ipv6') =>
  ranges.map(([network, prefix, kind]) => {
    const range = new BlockList();
    range.addSubnet(network, prefix, family);
    return { range, kind };
  });

const IPV4 = listed(IPV4_RANGES, 'ipv4');
const IPV6 = listed(IPV6_RANGES, 'ipv6');

const kindIn = (list: ReturnType<typeof listed>, address: string, family: 'ipv4' | 'ipv6'): AddressKind | undefined =>
  list.find(({ range }) => range.check(address, family))?.kind;
