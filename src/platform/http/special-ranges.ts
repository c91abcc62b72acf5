/** What an address is for. Only `public` may be called without an operator's say-so, and `metadata` never. */
export type AddressKind =
  | 'public'
  | 'metadata'
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'shared'
  | 'link-local'
  | 'multicast'
  | 'documentation'
  | 'benchmarking'
  | 'reserved'
  | 'ipv4-in-ipv6'
  | 'unusable';

export type SpecialRange = readonly [network: string, prefix: number, kind: AddressKind];

/**
 * The IANA special-purpose registry for IPv4, the metadata addresses of the clouds first: the first match decides.
 * AS112 (192.31.196.0/24, 192.175.48.0/24) and AMT (192.52.193.0/24) are routed, but no customer's endpoint lives there.
 */
export const IPV4_RANGES: readonly SpecialRange[] = [
  ['169.254.169.0', 24, 'metadata'], // AWS, Azure, Google, Oracle, DigitalOcean, OpenStack; AWS name server and clock
  ['169.254.170.0', 24, 'metadata'], // AWS container and pod credentials
  ['169.254.42.42', 32, 'metadata'], // Scaleway
  ['169.254.0.23', 32, 'metadata'], // Tencent
  ['168.63.129.16', 32, 'metadata'], // Azure wire server: inside a public range
  ['100.100.100.200', 32, 'metadata'], // Alibaba: inside the shared range
  ['192.0.0.192', 32, 'metadata'], // Oracle Classic
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'reserved'],
  ['192.52.193.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'], // 6to4 relays
  ['192.168.0.0', 16, 'private'],
  ['192.175.48.0', 24, 'reserved'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
];

/** The same for IPv6. What is neither here nor in 2000::/3, the only block handed out so far, is reserved. */
export const IPV6_RANGES: readonly SpecialRange[] = [
  ['fd00:ec2::', 32, 'metadata'], // AWS: metadata, credentials, name server
  ['fd20:ce::254', 128, 'metadata'], // Google
  ['fd00:42::42', 128, 'metadata'], // Scaleway
  ['fe80::a9fe:a9fe', 128, 'metadata'], // OpenStack
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['::', 96, 'ipv4-in-ipv6'], // IPv4-compatible
  ['::ffff:0:0', 96, 'ipv4-in-ipv6'], // IPv4-mapped
  ['::ffff:0:0:0', 96, 'ipv4-in-ipv6'], // IPv4-translated
  ['64:ff9b::', 96, 'ipv4-in-ipv6'], // NAT64
  ['64:ff9b:1::', 48, 'ipv4-in-ipv6'], // NAT64 of a single network
  ['2002::', 16, 'ipv4-in-ipv6'], // 6to4
  ['2001::', 32, 'ipv4-in-ipv6'], // Teredo
  ['2001:2::', 48, 'benchmarking'],
  ['2001::', 23, 'reserved'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
  ['2620:4f:8000::', 48, 'reserved'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'], // site-local, withdrawn but still routed by some
  ['ff00::', 8, 'multicast'],
  ['2000::', 3, 'public'],
  ['::', 0, 'reserved'],
];
