import type { ResolvedAddress } from '../../src/platform/http/dialer.ts';
import type { OutboundFailureCode } from '../../src/platform/http/outbound.ts';
import { LOCAL_NAMES, URLS } from './hostile-urls.ts';
import {
  METADATA_IPV4,
  METADATA_IPV6,
  NEIGHBOURS,
  PUBLIC_IPV6,
  rangeOf,
  SPECIAL_IPV4,
  SPECIAL_IPV6,
  SPELLINGS,
  toIpv4,
  WRAPPINGS,
} from './special-addresses.ts';

/** One URL, what its host resolves to, and what has to come of it. */
export type OutboundTarget = {
  readonly name: string;
  readonly url: string;
  /** What the resolver says, or the code it throws; without it, the resolver must not be asked. */
  readonly resolvesTo?: readonly string[] | { readonly throws: string };
  readonly allowedCidrs?: readonly string[];
  /** The code of the refusal, or the addresses dialled, in turn, when none of them answers. */
  readonly expected: OutboundFailureCode | readonly `${string} ${number}`[];
};

export const PUBLIC = '93.184.215.14';
const NAME = 'https://usage.example.com/rows?key=s3cret';
const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

const refused = (name: string, host: string, allowedCidrs: readonly string[] = []): OutboundTarget => ({
  name,
  url: `https://${host}/usage?key=s3cret`,
  allowedCidrs,
  expected: 'ADDRESS_REFUSED',
});
const resolved = (
  name: string,
  addresses: readonly string[],
  allowedCidrs: readonly string[] = [],
): OutboundTarget => ({
  name: `a name that resolves to ${name}`,
  url: NAME,
  resolvesTo: addresses,
  allowedCidrs,
  expected: 'ADDRESS_REFUSED',
});

const samples = (cidr: string) => {
  const { first, last } = rangeOf(cidr);
  return [...new Set([first, Math.floor((first + last) / 2), last])].map(toIpv4);
};
const BAD_IPV4 = [...SPECIAL_IPV4.flatMap(samples), ...METADATA_IPV4, '127.0.0.1', '10.0.0.1', '192.168.1.1'];
const FEW_IPV4 = [...SPECIAL_IPV4.map((cidr) => toIpv4(rangeOf(cidr).first)), ...METADATA_IPV4, '127.0.0.1'];

const literals = [
  ...BAD_IPV4.map((address) => refused(address, address)),
  ...FEW_IPV4.flatMap((address) =>
    Object.entries(SPELLINGS).map(([how, spell]) => refused(`${address}, ${how}`, spell(address))),
  ),
  ...FEW_IPV4.flatMap((address) =>
    Object.entries(WRAPPINGS).map(([how, wrap]) => refused(`${address}, ${how}`, `[${wrap(address)}]`)),
  ),
  ...[...SPECIAL_IPV6, ...METADATA_IPV6].map((address) => refused(address, `[${address}]`)),
  ...METADATA_IPV4.map((address) => refused(`${address} behind a prefix of one's own`, `[2a00:1450:64::${address}]`)),
];

const names = [
  ...BAD_IPV4.map((address) => resolved(address, [address])),
  ...[...SPECIAL_IPV6, ...METADATA_IPV6].map((address) => resolved(address, [address])),
  ...Object.entries(WRAPPINGS).map(([how, wrap]) => resolved(`127.0.0.1, ${how}`, [wrap('127.0.0.1')])),
  ...SPECIAL_IPV4.map((cidr) => toIpv4(rangeOf(cidr).first)).flatMap((bad) => [
    resolved(`a good address, then ${bad}`, [PUBLIC, bad]),
    resolved(`${bad}, then good ones`, [bad, PUBLIC, '2606:4700::1']),
  ]),
  ...['fe80::1%eth0', '2606:4700::1%1', '127.1', '0x7f000001', '2130706433', '127.0.0.1 ', '', 'localhost'].map(
    (text) => resolved(JSON.stringify(text), [PUBLIC, text]),
  ),
];

const local = LOCAL_NAMES.flatMap((host): OutboundTarget[] => [
  refused(`the local name ${host}`, host),
  {
    ...resolved(`a public address, being ${host}`, [PUBLIC], ['127.0.0.0/8']),
    url: `https://${host}/`,
  },
]);

const everything = ['0.0.0.0/0', '::/0'];
const allowed = [
  ...METADATA_IPV4.flatMap((address) => [
    refused(`${address} though everything is allowed`, address, everything),
    refused(`${address} though it is allowed itself`, address, [`${address}/32`]),
    resolved(`${address} though everything is allowed`, [address], everything),
    ...Object.entries(WRAPPINGS).map(([how, wrap]) =>
      refused(`${address}, ${how}, though everything is allowed`, `[${wrap(address)}]`, everything),
    ),
  ]),
  ...METADATA_IPV6.map((address) => refused(`${address} though everything is allowed`, `[${address}]`, everything)),
  refused('a wrapping of what is allowed', '[::ffff:127.0.0.1]', ['127.0.0.0/8']),
  refused('what an allowed wrapping leads to', '[64:ff9b::10.0.0.1]', ['64:ff9b::/96']),
  refused('the neighbour of an allowed address', '127.0.0.2', ['127.0.0.1/32']),
  resolved('one allowed address and one private', ['10.1.2.3', '10.2.0.1'], ['10.1.0.0/16']),
];

const urls = URLS.map(
  (url): OutboundTarget => ({ name: JSON.stringify(url.slice(0, 60)), url, expected: 'INVALID_URL' }),
);

const dialled = (name: string, url: string, expected: readonly `${string} ${number}`[], rest = {}): OutboundTarget => ({
  name,
  url,
  expected,
  ...rest,
});
const called = [
  ...[...NEIGHBOURS, ...PUBLIC_IPV6, PUBLIC].flatMap((address) => [
    dialled(`public ${address}`, `https://${bracketed(address)}/`, [`${address} 443`]),
    dialled(`a name for ${address}`, NAME, [`${address} 443`], { resolvesTo: [address] }),
  ]),
  ...Object.entries(SPELLINGS).map(([how, spell]) =>
    dialled(`${PUBLIC}, ${how}`, `https://${spell(PUBLIC)}:8443/`, [`${PUBLIC} 8443`]),
  ),
  ...[
    'usage.example.com.',
    'USAGE.example.com',
    'm\u00fcnchen.example',
    'localhost.example.com',
    'usage.example.com\\@10.0.0.1',
  ].map((host) => dialled(host, `https://${host}/`, [`${PUBLIC} 443`], { resolvesTo: [PUBLIC] })),
  dialled('several addresses in turn', NAME, [`${PUBLIC} 443`, '2606:4700::1 443', '1.1.1.1 443'], {
    resolvesTo: [PUBLIC, '1.1.1.1', '2606:4700::1'],
  }),
  dialled('an allowed address over http', 'http://127.1:3000/', ['127.0.0.1 3000'], { allowedCidrs: ['127.0.0.0/8'] }),
  dialled('a local name that is allowed', 'http://db.internal/', ['10.1.2.3 80'], {
    resolvesTo: ['10.1.2.3'],
    allowedCidrs: ['10.1.0.0/16'],
  }),
  dialled('an allowed IPv6 address', 'http://[fd12::1]:9/', ['fd12::1 9'], { allowedCidrs: ['fd12::/32'] }),
];

const FAILURES = [
  ...[
    'ENOTFOUND',
    'ENODATA',
    'EAI_AGAIN',
    'EAI_FAIL',
    'EAI_NONAME',
    'ESERVFAIL',
    'EREFUSED',
    'ETIMEOUT',
    'ECONNREFUSED',
  ],
  ...['EMFILE', 'ENOMEM', 'ECANCELLED', 'EBADRESP', 'nonsense\n', ''],
];
const unresolved = [[], ...FAILURES.map((throws) => ({ throws }))].map(
  (resolvesTo): OutboundTarget => ({
    name: `a lookup that gives ${JSON.stringify(resolvesTo)}`,
    url: NAME,
    resolvesTo,
    expected: 'NAME_NOT_RESOLVED',
  }),
);

export const OUTBOUND_TARGETS: readonly OutboundTarget[] = [
  ...literals,
  ...names,
  ...local,
  ...allowed,
  ...urls,
  ...called,
  ...unresolved,
];

export const asResolved = (addresses: readonly string[]): ResolvedAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
