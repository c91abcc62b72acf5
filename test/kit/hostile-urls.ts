import { METADATA_IPV4 } from './special-addresses.ts';

/** What is no URL of an endpoint, whatever it resolves to. */
export const URLS = [
  ...[
    '',
    'usage.example.com',
    '//usage.example.com/',
    'http://usage.example.com/',
    'http://93.184.215.14/',
    'ftp://a.example/',
  ],
  ...[
    'file:///etc/passwd',
    'gopher://a.example/',
    'data:,x',
    'ws://a.example/',
    'unix:/run/docker.sock',
    'dict://a.example:11211/',
  ],
  ...[
    'https://u@a.example/',
    'https://u:p@a.example/',
    'https://a.example@10.0.0.1/',
    'https://a.example/#x',
    'https:///',
  ],
  ...[
    'https://a.example:22/',
    'https://a.example:80/',
    'https://a.example:0/',
    'https://a.example:6379/',
    'https://a.example:65536/',
  ],
  ...[
    'https://a.example/\r\nhost: b',
    'https://a.example/\0',
    'https://a.ex\tample/',
    ' https://a.example/',
    'https://a..example/',
  ],
  ...[
    'https://.a.example/',
    'https://a%00.example/',
    'https://a*.example/',
    'https://[::1',
    'https://[fe80::1%25eth0]/',
  ],
  ...[
    'https://[::ffff:127.0.0.256]/',
    'https://256.0.0.1/',
    'https://1.2.3.4.5/',
    'https://0x100000000/',
    'https://08.0.0.1/',
  ],
  ...[
    'https://a.example\u2044@b/',
    'https://a b.example/',
    `https://${'a'.repeat(64)}.example/`,
    `https://a.example/${'x'.repeat(9_000)}`,
  ],
];

/** Names that mean something in the operator's network only. */
export const LOCAL_NAMES = [
  ...['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', 'a.b.localhost.', 'lo\u00adcalhost', '\uff4cocalhost'],
  ...['local%68ost', 'postgres', 'metadata', 'intranet.', 'kubernetes', 'db.internal', 'metadata.google.internal.'],
  ...['printer.local', 'router.lan', 'nas.home.arpa', 'x.corp', 'localhost.localdomain', 'x.private', 'x.home'],
];

/** Where a redirect may try to lead. */
export const REDIRECTS = [
  ...METADATA_IPV4.slice(0, 4).map((address) => `http://${address}/latest/meta-data/`),
  ...['http://127.0.0.1:22/', 'http://localhost/', 'http://[::1]/', 'http://10.0.0.1/', 'https://usage.example.com/'],
  ...[
    '/elsewhere',
    '//169.254.169.254/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_FLUSHALL',
    'http://2852039166/',
  ],
  ...['http://[::ffff:a9fe:a9fe]/', '', 'http://', `/${'x'.repeat(8_000)}`, 'javascript:alert(1)', '/a\tb'],
];
