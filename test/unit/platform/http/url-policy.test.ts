import { describe, expect, test } from 'vitest';
import { outboundRules } from '../../../../src/platform/http/guarded-outbound.ts';
import { planCall, refuseAddress, type Target } from '../../../../src/platform/http/url-policy.ts';

const STRICT = outboundRules({ allowedCidrs: [] });
const LOCAL = outboundRules({ allowedCidrs: ['127.0.0.0/8', '::1/128', '10.0.0.0/8'] });

const planned = (url: string, rules = STRICT): Target => {
  const result = planCall(url, rules);
  if (!result.ok) throw new Error(`${url}: ${result.error.code}: ${result.error.detail}`);
  return result.value;
};
const refusal = (url: string, rules = STRICT) => {
  const result = planCall(url, rules);
  return result.ok ? 'may be called' : result.error.code;
};

test.each([
  ['https://api.example.com/usage?from=2026-01-01', 'api.example.com', 443],
  ['HTTPS://API.Example.COM', 'api.example.com', 443],
  ['https://api.example.com:8443/', 'api.example.com', 8443],
  ['https://api.example.com./', 'api.example.com', 443],
  ['https://münchen.example/', 'xn--mnchen-3ya.example', 443],
  ['https://my_host.example.com/', 'my_host.example.com', 443],
  ['https://93.184.215.14/', '93.184.215.14', 443],
  ['https://0x5db8d70e/', '93.184.215.14', 443],
  ['https://[2606:4700::1]/', '2606:4700::1', 443],
  ['https://localhost.example.com/', 'localhost.example.com', 443],
  ['https://internal.example.com/', 'internal.example.com', 443],
])('%s may be called', (url, hostname, port) => {
  expect(planned(url)).toMatchObject({ hostname, port, secure: true, unlessAllowListed: null });
});

describe('INVALID_URL', () => {
  test.each([
    ...['', 'api.example.com', '/usage', 'https://', 'https://?', 'https:///', 'not a url'],
    ...[
      'http://api.example.com/',
      'ftp://api.example.com/',
      'file:///etc/passwd',
      'gopher://api.example.com/',
      'data:,x',
    ],
    ...['javascript:alert(1)', 'ws://api.example.com/', 'unix:/run/docker.sock'],
    ...['https://user@api.example.com/', 'https://user:pass@api.example.com/', 'https://:pass@api.example.com/'],
    ...['https://api.example.com@evil.example/', 'https://api.example.com/#top', 'https://api.example.com/#'],
    ...[
      'https://api.example.com:80/',
      'https://api.example.com:22/',
      'https://api.example.com:0/',
      'https://api.example.com:65536/',
    ],
    ...[
      ' https://api.example.com/',
      'https://api.example.com/ ',
      'https://api.example.com/a b',
      'https://api.exa\tmple.com/',
    ],
    ...['https://api.example.com/\r\nhost: x', 'https://api.example.com/\u0000', 'https://api.example.com/\u0085'],
    ...['https://api..example.com/', 'https://.example.com/', 'https://a%00b.example.com/', 'https://a*b.example.com/'],
    ...['https://[::1', 'https://[fe80::1%25eth0]/', 'https://1.2.3.4.5/', 'https://256.0.0.1/', 'https://1.2.3.09/'],
    `https://api.example.com/${'a'.repeat(8_192)}`,
    ...[`https://${'a'.repeat(64)}.example.com/`, `https://${'a.'.repeat(124)}example.com/`],
  ])('%s', (url) => {
    expect(refusal(url)).toBe('INVALID_URL');
  });
});

const LOOPBACK_SPELLINGS = [
  ...[
    '127.0.0.1',
    '127.0.0.1.',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0x7F.0x0.0x0.0x1',
    '017700000001',
  ],
  ...[
    '0177.0.0.1',
    '0177.0.0.01',
    '127.0.0.0x1',
    '00000177.1',
    '%31%32%37.0.0.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
  ],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '127.255.255.254'],
];
const WRAPPED_SPELLINGS = [
  ...[
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[::ffff:127.0.0.1]',
    '[::FFFF:7F00:1]',
    '[0:0:0:0:0:ffff:127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
  ],
  ...['[64:ff9b::127.0.0.1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[64:ff9b:1::127.0.0.1]'],
];
const METADATA_SPELLINGS = [
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '0xa9.0xfe.0xa9.0xfe', '169.254.43518'],
  ...['[::ffff:169.254.169.254]', '[::a9fe:a9fe]', '[64:ff9b::a9fe:a9fe]', '[2002:a9fe:a9fe::]', '[fd00:ec2::254]'],
  ...['168.63.129.16', '100.100.100.200', '192.0.0.192', '0xa83f8110'],
];
const LOCAL_NAMES = [
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'api.localhost',
    'api.localhost.',
    'lo\u00adcalhost',
    'ｌocalhost',
    'local%68ost',
  ],
  ...['metadata.google.internal', 'metadata.google.internal.', 'db.internal', 'printer.local', 'printer.local.'],
  ...[
    'postgres',
    'metadata',
    'intranet.',
    'kubernetes',
    'router.lan',
    'nas.home.arpa',
    'x.corp',
    'localhost.localdomain',
  ],
];
const OTHER_ADDRESSES = [
  '0',
  '0.0.0.0',
  '[::]',
  '10.0.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[2002:808:808::1]',
];

describe('ADDRESS_REFUSED when nothing is allowed', () => {
  test.each([...LOOPBACK_SPELLINGS, ...WRAPPED_SPELLINGS, ...METADATA_SPELLINGS, ...LOCAL_NAMES, ...OTHER_ADDRESSES])(
    '%s',
    (host) => {
      for (const url of [`https://${host}/usage`, `http://${host}:8080/usage`]) {
        expect(refusal(url), url).toBe('ADDRESS_REFUSED');
      }
    },
  );
});

describe('with loopback allowed', () => {
  test.each(LOOPBACK_SPELLINGS)('%s may be called over http on any port', (host) => {
    const target = planned(`http://${host}:3000/`, LOCAL);
    expect(target).toMatchObject({ port: 3000, secure: false });
  });

  test.each([...WRAPPED_SPELLINGS, ...METADATA_SPELLINGS])('%s stays refused', (host) => {
    expect(refusal(`https://${host}/`, LOCAL)).toBe('ADDRESS_REFUSED');
  });

  test.each(LOCAL_NAMES)('%s is judged by what it resolves to', (host) => {
    const target = planned(`http://${host}:3000/`, LOCAL);
    expect(refuseAddress('127.0.0.1', target, LOCAL)).toBeNull();
    expect(refuseAddress('93.184.215.14', target, LOCAL)).toMatchObject({ code: 'ADDRESS_REFUSED' });
    expect(refuseAddress('169.254.169.254', target, LOCAL)).toMatchObject({ code: 'ADDRESS_REFUSED' });
  });

  test('a public name over http is possible only if it resolves to an allowed address', () => {
    const target = planned('http://usage.example.com/', LOCAL);
    expect(target.port).toBe(80);
    expect(refuseAddress('10.1.2.3', target, LOCAL)).toBeNull();
    expect(refuseAddress('93.184.215.14', target, LOCAL)).toMatchObject({ code: 'INVALID_URL' });
    expect(refuseAddress('192.168.0.1', target, LOCAL)).toMatchObject({ code: 'ADDRESS_REFUSED' });
  });

  test('a public address over http, or on an odd port, is not', () => {
    expect(refusal('http://93.184.215.14/', LOCAL)).toBe('INVALID_URL');
    expect(refusal('https://93.184.215.14:9000/', LOCAL)).toBe('INVALID_URL');
  });
});

test('an operator can add ports for public addresses, still over https only', () => {
  const rules = outboundRules({ allowedCidrs: [], allowedPorts: [9443] });
  expect(planned('https://api.example.com:9443/', rules).unlessAllowListed).toBeNull();
  expect(refusal('http://api.example.com:9443/', rules)).toBe('INVALID_URL');
});

test('a refusal tells the operator what to do, and nobody the query string or the inner address', () => {
  const literal = planCall('https://10.0.0.5/usage?key=s3cret', STRICT);
  expect(literal).toMatchObject({
    error: { detail: expect.stringMatching(/10\.0\.0\.5 is a private.*OUTBOUND_ALLOWED_CIDRS/) },
  });
  expect(JSON.stringify(literal)).not.toContain('s3cret');
  const detail = refuseAddress('10.0.0.5', planned('https://api.example.com/'), STRICT)?.detail;
  expect(detail).toMatch(/^api\.example\.com resolves to a private address\..*OUTBOUND_ALLOWED_CIDRS/);
});
