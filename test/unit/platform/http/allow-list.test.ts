import { expect, test } from 'vitest';
import { createAllowList } from '../../../../src/platform/http/allow-list.ts';

test.each([
  ['127.0.0.0/8', '127.0.0.1', true],
  ['127.0.0.1/32', '127.0.0.2', false],
  ['10.20.0.0/16', '10.20.255.255', true],
  ['10.20.0.0/16', '10.21.0.0', false],
  ['::1/128', '::1', true],
  ['::1/128', '::2', false],
  ['fd12:3456::/32', 'fd12:3456::9', true],
  ['0.0.0.0/0', '10.0.0.1', true],
  // A single address means itself.
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '10.0.0.2', false],
  ['::1', '::1', true],
  ['::1', '::2', false],
  ['0.0.0.0/0', '::1', false],
  ['::/0', '127.0.0.1', false],
  // Metadata addresses, however they are spelled and whatever is allowed around them.
  ['0.0.0.0/0', '169.254.169.254', false],
  ['169.254.169.254/32', '169.254.169.254', false],
  ['168.63.129.16/32', '168.63.129.16', false],
  ['100.64.0.0/10', '100.100.100.200', false],
  ['fd00:ec2::/32', 'fd00:ec2::254', false],
  ['::/0', '::ffff:169.254.169.254', false],
  // What is wrapped has to be callable as well as its wrapping.
  ['127.0.0.0/8', '::ffff:127.0.0.1', false],
  ['::ffff:0:0/96', '::ffff:127.0.0.1', false],
  ['64:ff9b::/96', '64:ff9b::8.8.8.8', true],
  ['64:ff9b::/96', '64:ff9b::10.0.0.1', false],
  ['::/0', 'fe80::1%eth0', false],
])('%s allows %s: %s', (cidr, address, expected) => {
  expect(createAllowList([cidr]).has(address)).toBe(expected);
});

test('wrapping and wrapped are allowed together', () => {
  expect(createAllowList(['127.0.0.0/8', '::ffff:0:0/96']).has('::ffff:127.0.0.1')).toBe(true);
});

test('an empty list allows nothing and says so', () => {
  expect(createAllowList([])).toMatchObject({ isEmpty: true });
  expect(createAllowList([]).has('127.0.0.1')).toBe(false);
});

test.each([
  ['', 'does not start with an IP address'],
  ['localhost/8', 'does not start with an IP address'],
  ['127.1/8', 'does not start with an IP address'],
  ['*', 'does not start with an IP address'],
  ['fe80::1%eth0/128', 'does not start with an IP address'],
  ['10.0.0.0/', 'lacks a size'],
  ['10.0.0.0/08', 'lacks a size'],
  ['10.0.0.0/-1', 'lacks a size'],
  ['10.0.0.0/8/8', 'lacks a size'],
  ['10.0.0.0/255.0.0.0', 'lacks a size'],
  ['10.0.0.0/33', 'size above 32'],
  ['fd00::/129', 'size above 128'],
  ['10.0.0.5/8', 'not the first address of a /8'],
  ['10.128.0.0/8', 'not the first address of a /8'],
  ['fd12:3456::1/32', 'not the first address of a /32'],
])('"%s" is refused at start: %s', (cidr, why) => {
  expect(() => createAllowList(['127.0.0.0/8', cidr])).toThrow(new RegExp(`OUTBOUND_ALLOWED_CIDRS: ".*" .*${why}`));
});
