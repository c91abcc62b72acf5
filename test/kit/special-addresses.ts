/**
 * What no customer's endpoint may be, written down from the registries (iana.org/assignments/iana-ipv4-special-registry,
 * iana-ipv6-special-registry) and the manuals of the clouds, apart from the list in the product that it checks.
 */
export const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '168.63.129.16/32', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

export const METADATA_IPV4 = [
  ...['169.254.169.254', '169.254.169.253', '169.254.169.123', '169.254.170.2', '169.254.170.23', '169.254.42.42'],
  ...['169.254.0.23', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
];

export const METADATA_IPV6 = ['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254', 'fd00:42::42', 'fe80::a9fe:a9fe'];

/** First and last address of each range. */
export const SPECIAL_IPV6 = [
  ...[
    '::',
    '::1',
    '64:ff9b:1::',
    '64:ff9b:1:ffff:ffff:ffff:ffff:ffff',
    '100::',
    '100::ffff:ffff:ffff:ffff',
    '100:0:0:1::',
  ],
  ...['2001::', '2001:1::1', '2001:2::', '2001:3::1', '2001:4:112::1', '2001:10::1', '2001:20::1', '2001:30::1'],
  ...[
    '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db8::',
    '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
    '2002::',
    '2002:ffff::',
  ],
  ...[
    '2620:4f:8000::1',
    '3fff::',
    '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff',
    '5f00::',
    '5f00:ffff::1',
    'fc00::',
    'fd00::1',
  ],
  ...[
    'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    'fe80::',
    'fe80::1',
    'febf::1',
    'fec0::',
    'feff:ffff::1',
    'ff00::',
    'ff02::1',
  ],
  ...['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '200::1', '1000::1', '4000::1', '8000::1', 'e000::1'],
];

export const PUBLIC_IPV6 = [
  ...['2606:4700:4700::1111', '2001:4860:4860::8888', '2a00:1450:4001:80b::200e', '2001:200::1', '2003::1', '2400::1'],
  ...['2620:4f:7fff::1', '2620:4f:8001::1', '2001:db7::1', '2001:db9::1', '3ffe::1', '2000::1'],
];

export const toNumber = (ipv4: string): number => ipv4.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);

export const toIpv4 = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

export const rangeOf = (cidr: string) => {
  const [network = '', size = '32'] = cidr.split('/');
  const first = toNumber(network);
  return { first, last: first + 2 ** (32 - Number(size)) - 1 };
};

const isSpecial = (number: number): boolean =>
  number < 0 ||
  number > 0xffffffff ||
  METADATA_IPV4.some((address) => toNumber(address) === number) ||
  SPECIAL_IPV4.some((cidr) => number >= rangeOf(cidr).first && number <= rangeOf(cidr).last);

/** The addresses right before and behind each range that are in no other. */
export const NEIGHBOURS = SPECIAL_IPV4.flatMap((cidr) => [rangeOf(cidr).first - 1, rangeOf(cidr).last + 1])
  .filter((number) => !isSpecial(number))
  .map(toIpv4);

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
const groups = (ipv4: string) => {
  const number = toNumber(ipv4);
  return [hex(Math.floor(number / 65_536), 4), hex(number % 65_536, 4)] as const;
};

/** Ways to write an IPv4 address as the host of a URL that browsers and libc take for it. */
export const SPELLINGS: Readonly<Record<string, (ipv4: string) => string>> = {
  dotted: (ipv4) => ipv4,
  rooted: (ipv4) => `${ipv4}.`,
  decimal: (ipv4) => String(toNumber(ipv4)),
  hexadecimal: (ipv4) => `0x${hex(toNumber(ipv4), 8)}`,
  'octal octets': (ipv4) => ipv4.replace(/\d+/g, (octet) => `0${Number(octet).toString(8)}`),
  'hexadecimal octets': (ipv4) => ipv4.replace(/\d+/g, (octet) => `0x${hex(Number(octet), 2)}`),
  'two parts': (ipv4) => `${ipv4.split('.')[0]}.${toNumber(ipv4) % 2 ** 24}`,
  'three parts': (ipv4) => `${ipv4.split('.').slice(0, 2).join('.')}.${toNumber(ipv4) % 65_536}`,
  'full width': (ipv4) => ipv4.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'other dots': (ipv4) => ipv4.replaceAll('.', '\u3002'),
  percent: (ipv4) => ipv4.replace(/\d/g, (digit) => `%3${digit}`),
};

/** IPv6 addresses that lead to an IPv4 address. */
export const WRAPPINGS: Readonly<Record<string, (ipv4: string) => string>> = {
  mapped: (ipv4) => `::ffff:${ipv4}`,
  'mapped in hexadecimal': (ipv4) => `0:0:0:0:0:FFFF:${groups(ipv4).join(':')}`,
  compatible: (ipv4) => `::${groups(ipv4).join(':')}`,
  translated: (ipv4) => `::ffff:0:${ipv4}`,
  NAT64: (ipv4) => `64:ff9b::${ipv4}`,
  'local NAT64 /96': (ipv4) => `64:ff9b:1::${ipv4}`,
  'local NAT64 /48': (ipv4) => {
    const [high, low] = groups(ipv4);
    return `64:ff9b:1:${high}:${low.slice(0, 2)}:${low.slice(2)}00::`;
  },
  'local NAT64 /56': (ipv4) => {
    const [high, low] = groups(ipv4);
    return `64:ff9b:1:7${high.slice(0, 2)}:${high.slice(2)}:${low}::`;
  },
  'local NAT64 /64': (ipv4) => {
    const [high, low] = groups(ipv4);
    return `64:ff9b:1:7:${high.slice(0, 2)}:${high.slice(2)}${low.slice(0, 2)}:${low.slice(2)}00:0`;
  },
  '6to4': (ipv4) => `2002:${groups(ipv4).join(':')}::1`,
  'Teredo server': (ipv4) => `2001:0:${groups(ipv4).join(':')}::1`,
  'Teredo client': (ipv4) => {
    const inverted = groups(toIpv4(0xffffffff - toNumber(ipv4)));
    return `2001:0:808:808:0:0:${inverted.join(':')}`;
  },
  ISATAP: (ipv4) => `2001:470:1::5efe:${ipv4}`,
  'ISATAP, universal': (ipv4) => `2001:470:1:0:200:5efe:${groups(ipv4).join(':')}`,
};
