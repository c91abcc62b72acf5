import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { AskFailureCode } from '../../src/features/sources/explain-thrown.ts';
import * as kit from './misbehaving-endpoint.ts';

/** What goes wrong between the endpoint and the first byte of JSON. */
export type HostileTransfer = {
  readonly name: string;
  readonly behaviour: kit.Behaviour;
  readonly expected: AskFailureCode;
  /** Seconds the call may take; 20 when nothing is waited for. */
  readonly timeoutSeconds?: number;
};

const GOOD = '{"rows":[]}';
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const chunked = (rest: string) => kit.raw(`${OK}transfer-encoding: chunked\r\n\r\n${rest}`);
const encoded = (encoding: string, body: string | Uint8Array) =>
  kit.answer(200, { 'content-encoding': encoding }, body);

const transfer = (expected: AskFailureCode, cases: Readonly<Record<string, kit.Behaviour>>, timeoutSeconds = 20) =>
  Object.entries(cases).map(([name, behaviour]): HostileTransfer => ({ name, behaviour, expected, timeoutSeconds }));

const packed = gzipSync(JSON.stringify({ rows: Array.from({ length: 1_000 }, (_, index) => index) }));

/** Small or short ones; each ends at once. */
export const HOSTILE_TRANSFERS: readonly HostileTransfer[] = [
  ...transfer('CONNECTION_FAILED', {
    'a connection closed at once': kit.closesSocket(),
    'another protocol': kit.raw('SSH-2.0-OpenSSH_9.6\r\n'),
    'HTTP/0.9': kit.raw(GOOD),
    'HTTP/9.9': kit.raw(`HTTP/9.9 200 OK\r\n\r\n${GOOD}`),
    'a head without an end': kit.raw('HTTP/1.1 200 OK\r\nx: y'),
    'a head of 100 KB': kit.raw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    'a head of 50,000 lines': kit.raw(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(50_000)}\r\n`),
    'a NUL in the head': kit.raw('HTTP/1.1 200 OK\r\nx: \0\r\n\r\n'),
    '1,000 interim answers': kit.raw('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000)),
    'two lengths': kit.raw(`${OK}content-length: 2\r\ncontent-length: 11\r\n\r\n${GOOD}`),
    'a length and chunks': kit.raw(
      `${OK}content-length: 11\r\ntransfer-encoding: chunked\r\n\r\nb\r\n${GOOD}\r\n0\r\n\r\n`,
    ),
    'a negative length': kit.raw(`${OK}content-length: -1\r\n\r\n${GOOD}`),
    'more announced than sent': kit.wrongContentLength(100, GOOD),
    'chunks that break off': chunked(`b\r\n${GOOD}\r\n`),
    'a chunk size that is none': chunked(`zz\r\n${GOOD}\r\n0\r\n\r\n`),
    'a chunk size beyond all bounds': chunked(`ffffffffffffffffff\r\n${GOOD}`),
    'trailers of 100 KB': chunked(`b\r\n${GOOD}\r\n0\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    'a connection cut in the body': kit.cut('{"rows":[', { 'content-length': '1000' }),
    'gzip that is cut off': kit.answer(200, { 'content-encoding': 'gzip' }, packed.subarray(0, packed.length - 20)),
    'gzip of a head only': encoded('gzip', packed.subarray(0, 10)),
  }),
  ...transfer('UNSUPPORTED_ENCODING', {
    brotli: encoded('br', brotliCompressSync(GOOD)),
    deflate: encoded('deflate', deflateSync(GOOD)),
    zstd: encoded('zstd', GOOD),
    'gzip twice, announced': encoded('gzip, gzip', gzipSync(gzipSync(GOOD))),
    'an encoding nobody knows': encoded('x'.repeat(5_000), GOOD),
    'gzip that is none': encoded('gzip', GOOD),
    'gzip with a wrong checksum': encoded('gzip', Buffer.from(packed).fill(0, packed.length - 8)),
    'gzip with a byte turned': encoded('gzip', Buffer.from(packed).fill(0xff, 40, 60)),
  }),
  ...transfer('NOT_JSON', {
    'gzip twice, announced once': encoded('gzip', gzipSync(gzipSync(GOOD))),
    'gzip of nothing': encoded('gzip', gzipSync('')),
    'gzip announced, nothing sent': encoded('gzip', ''),
    'less announced than sent': kit.wrongContentLength(3, GOOD),
    'no content': kit.empty(204),
    'HTML with status 200': kit.html(),
  }),
  ...transfer('RESPONSE_TOO_LARGE', {
    'a length beyond the limit': kit.answer(200, { 'content-length': String(2 ** 32 + 1) }, GOOD),
    'a length beyond all bounds': kit.raw(`${OK}content-length: 999999999999999\r\n\r\n`),
  }),
  ...transfer('REDIRECTED', {
    'a redirect to metadata': kit.redirect('http://169.254.169.254/latest/meta-data/'),
    'a redirect to itself': kit.redirect(''),
    'a redirect with controls': kit.raw('HTTP/1.1 302 Found\r\nlocation: /a\tb\x85\xad\r\ncontent-length: 0\r\n\r\n'),
    'a redirect without a target': kit.status(302),
  }),
  ...transfer('CREDENTIALS_REFUSED', { 'status 401': kit.status(401, {}, GOOD), 'status 403': kit.status(403) }),
  ...transfer('ENDPOINT_NOT_FOUND', { 'status 404': kit.status(404, {}, GOOD), 'status 410': kit.status(410) }),
  ...transfer('RATE_LIMITED', { 'status 429 for ever': kit.status(429, { 'retry-after': '9999999999' }) }),
  ...transfer('ENDPOINT_UNAVAILABLE', {
    'status 500': kit.status(500, {}, 'x'.repeat(1_000_000)),
    'status 503 till a day that never was': kit.status(503, { 'retry-after': 'Sun, 99 Nov 1994 08:49:37 GMT' }),
  }),
  ...transfer('REQUEST_REJECTED', {
    'status 418': kit.status(418),
    'status 999': kit.raw('HTTP/1.1 999 \r\ncontent-length: 0\r\n\r\n'),
    'a switch of protocols': kit.raw('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
  }),
];

/** Each takes its second, or 256 MB. */
export const SLOW_TRANSFERS: readonly HostileTransfer[] = [
  ...transfer(
    'TIMEOUT',
    {
      silence: kit.silence(),
      'a drip': kit.drip(5),
      'a drip of headers': kit.slowHeaders(5),
      'a stall': kit.stall('{"rows":['),
    },
    1,
  ),
  ...transfer(
    'RESPONSE_TOO_LARGE',
    { 'a gzip bomb of 1 GB': kit.gzipBomb(2 ** 30), 'an endless body': kit.huge(2 ** 40) },
    60,
  ),
];
