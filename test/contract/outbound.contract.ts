import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/platform/clock.ts';
import type { Outbound, OutboundRequest } from '../../src/platform/http/outbound.ts';
import type { ScriptedAnswer } from '../kit/fake-outbound.ts';
import { bodyFailureOf, bodyText, failureOf, responseOf } from './outbound-outcomes.ts';

export type OutboundUnderTest = {
  readonly outbound: Outbound;
  /** Where the endpoint is, without a slash at the end. */
  readonly origin: string;
  readonly play: (answer: Exclude<ScriptedAnswer, { kind: 'failure' }>) => void;
  readonly stop: () => Promise<void>;
};

const NOW = new Date('2026-03-01T00:00:00Z');
const SOON_MS = 750;

/** The promises of the outbound port. Whatever implements it keeps them, on a network or without one. */
export const outboundContract = (name: string, start: (clock: Clock) => Promise<OutboundUnderTest>) =>
  describe(`outbound port: ${name}`, () => {
    let subject: OutboundUnderTest;
    beforeAll(async () => {
      subject = await start({ now: () => NOW });
    });
    afterAll(() => subject.stop());

    const answers = (
      status: number,
      headers: Record<string, string> = {},
      body: string | Uint8Array = '',
      ending: 'complete' | 'cut' | 'stall' = 'complete',
    ) => subject.play({ kind: 'answer', status, headers, body, ending });
    const call = (request: Partial<OutboundRequest> = {}) =>
      subject.outbound.call({
        method: 'GET',
        url: `${subject.origin}/usage?key=s3cret`,
        headers: { authorization: 'Bearer s3cret' },
        body: null,
        timeoutMs: 20_000,
        maxBodyBytes: 1_000,
        ...request,
      });

    test('a 2xx answer brings its status, type, length and body', async () => {
      answers(200, { 'content-type': 'application/json', 'content-length': '8' }, '{"a": 1}');
      const response = await responseOf(call());
      expect(response).toMatchObject({ status: 200, contentType: 'application/json', contentLength: 8 });
      expect(await bodyText(response)).toBe('{"a": 1}');
    });

    test('a status that is to be read all the same brings its body, within the same limit', async () => {
      answers(401, {}, '{"error":"invalid_client"}');
      const response = await responseOf(call({ alsoRead: [400, 401] }));
      expect(response.status).toBe(401);
      expect(await bodyText(response)).toBe('{"error":"invalid_client"}');
      expect(await failureOf(call({ alsoRead: [400] }))).toMatchObject({ code: 'HTTP_STATUS', status: 401 });
      const long = await responseOf(call({ alsoRead: [401], maxBodyBytes: 10 }));
      expect(await bodyFailureOf(long)).toMatchObject({ code: 'TOO_LARGE' });
    });

    test('304 is welcome only to whoever asks for it, and has no body whatever its head says of one', async () => {
      const head = { etag: '"v1"', 'content-encoding': 'br', 'content-length': '1001' };
      answers(304, head);
      const response = await responseOf(call({ alsoRead: [304] }));
      expect(response).toMatchObject({ status: 304, etag: '"v1"', contentLength: null });
      expect(await bodyText(response)).toBe('');
      expect(await failureOf(call())).toMatchObject({ code: 'REDIRECT', status: 304 });
      expect(await failureOf(call({ alsoRead: [401] }))).toMatchObject({ code: 'REDIRECT', status: 304 });
      answers(302, { location: '/elsewhere' });
      expect(await failureOf(call({ alsoRead: [304] }))).toMatchObject({ code: 'REDIRECT', status: 302 });
    });

    test('the entity tag is told as it was sent', async () => {
      answers(200, { etag: 'W/"a b"' }, '[]');
      expect((await responseOf(call())).etag).toBe('W/"a b"');
      answers(200, {}, '[]');
      expect((await responseOf(call())).etag).toBeNull();
    });

    test.each(['', 'gzip'])('an empty body is an empty body (content-encoding: "%s")', async (encoding) => {
      answers(200, { 'content-length': '0', ...(encoding === '' ? {} : { 'content-encoding': encoding }) });
      expect(await bodyText(await responseOf(call()))).toBe('');
    });

    test('gzip is unpacked, and its length is unknown until then', async () => {
      const packed = gzipSync('[1, 2]');
      answers(200, { 'content-encoding': 'gzip', 'content-length': String(packed.length) }, packed);
      const response = await responseOf(call());
      expect(response.contentLength).toBeNull();
      expect(await bodyText(response)).toBe('[1, 2]');
    });

    test('any other encoding is refused', async () => {
      answers(200, { 'content-encoding': 'br' }, brotliCompressSync('[]'));
      expect(await failureOf(call())).toMatchObject({
        code: 'UNSUPPORTED_ENCODING',
        detail: expect.stringContaining('br'),
      });
    });

    test('what is labelled gzip and is not fails as such', async () => {
      answers(200, { 'content-encoding': 'gzip' }, '{"a": 1}');
      expect(await bodyFailureOf(await responseOf(call()))).toMatchObject({ code: 'UNSUPPORTED_ENCODING' });
    });

    test.each([400, 401, 404, 429, 500, 503])('status %i is a failure that names it', async (status) => {
      answers(status, {}, 'Bearer s3cret');
      expect(await failureOf(call())).toMatchObject({
        code: 'HTTP_STATUS',
        status,
        detail: expect.stringContaining(`${status}`),
      });
    });

    test.each([
      ['120', 120],
      ['Sun, 01 Mar 2026 00:01:00 GMT', 60],
    ])('Retry-After: %s is told in seconds', async (header, retryAfterSeconds) => {
      answers(503, { 'retry-after': header });
      expect(await failureOf(call())).toMatchObject({ code: 'HTTP_STATUS', retryAfterSeconds });
    });

    test('a redirect is not followed; its target is told without query string and credentials', async () => {
      answers(302, { location: 'https://user:s3cret@elsewhere.example/v2/usage?token=s3cret#s3cret' });
      const location = 'https://elsewhere.example/v2/usage';
      expect(await failureOf(call())).toMatchObject({ code: 'REDIRECT', status: 302, location });
    });

    test('a body of exactly the limit passes', async () => {
      answers(200, {}, 'x'.repeat(1_000));
      expect(await bodyText(await responseOf(call()))).toHaveLength(1_000);
    });

    test('an announced length above the limit fails before the body', async () => {
      answers(200, { 'content-length': '1001' }, 'x'.repeat(1_001));
      expect(await failureOf(call())).toMatchObject({ code: 'TOO_LARGE' });
    });

    test.each([
      ['plain', {}, 'x'.repeat(1_001)],
      ['gzip', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(1_001))],
    ])('an unannounced body above the limit fails while it is read: %s', async (_name, headers, body) => {
      answers(200, { ...headers }, body);
      expect(await bodyFailureOf(await responseOf(call()))).toMatchObject({ code: 'TOO_LARGE' });
    });

    test('a connection that drops midway fails the body', async () => {
      answers(200, {}, '[1, 2', 'cut');
      expect(await bodyFailureOf(await responseOf(call()))).toMatchObject({ code: 'CONNECTION_FAILED' });
    });

    test('no answer within the deadline is a timeout', async () => {
      subject.play({ kind: 'silence' });
      expect(await failureOf(call({ timeoutMs: SOON_MS }))).toMatchObject({ code: 'TIMEOUT' });
    });

    test('a body that does not end within the deadline is a timeout', async () => {
      answers(200, {}, '[1, 2', 'stall');
      expect(await bodyFailureOf(await responseOf(call({ timeoutMs: SOON_MS })))).toMatchObject({ code: 'TIMEOUT' });
    });

    test('a signal ends the call: beforehand, while waiting, and in the body', async () => {
      answers(200, {}, '[1, 2', 'stall');
      expect(await failureOf(call({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'ABORTED' });
      const inBody = new AbortController();
      const response = await responseOf(call({ signal: inBody.signal }));
      const reading = bodyFailureOf(response);
      inBody.abort();
      expect(await reading).toMatchObject({ code: 'ABORTED' });
      subject.play({ kind: 'silence' });
      const waiting = new AbortController();
      const called = failureOf(call({ signal: waiting.signal }));
      waiting.abort();
      expect(await called).toMatchObject({ code: 'ABORTED' });
    });

    test('a body is read once', async () => {
      answers(200, {}, '[]');
      const response = await responseOf(call());
      await bodyText(response);
      await expect(bodyText(response)).rejects.toThrow('only once');
    });

    test('a reader may stop early, and even before it starts', async () => {
      answers(200, {}, '[1, 2', 'stall');
      for await (const chunk of (await responseOf(call())).body) {
        expect(Buffer.from(chunk).toString()).toBe('[1, 2');
        break;
      }
      const unstarted = (await responseOf(call())).body[Symbol.asyncIterator]();
      await unstarted.return?.();
      expect(await unstarted.next()).toEqual({ done: true, value: undefined });
    });

    test('what may not be called or sent is refused before anything happens', async () => {
      answers(200, {}, '[]');
      expect(await failureOf(call({ url: 'ftp://files.example.com/' }))).toMatchObject({ code: 'INVALID_URL' });
      expect(await failureOf(call({ headers: { host: 'x' } }))).toMatchObject({ code: 'INVALID_HEADER' });
      expect(await failureOf(call({ url: 'https://169.254.169.254/' }))).toMatchObject({ code: 'ADDRESS_REFUSED' });
      expect(subject.outbound.check('https://10.0.0.1/usage')).toMatchObject({ code: 'ADDRESS_REFUSED' });
      expect(subject.outbound.check('https://api.example.com/usage')).toBeNull();
    });

    test('no failure tells a query string, a header or a body', async () => {
      const told: unknown[] = [];
      for (const status of [302, 401, 500]) {
        answers(status, { location: '/in?token=s3cret', 'x-secret': 's3cret' }, 's3cret');
        told.push(await failureOf(call({ method: 'POST', body: 's3cret' })));
      }
      told.push(await failureOf(call({ headers: { 'x-key': 's3cret\r\nx: y' } })));
      told.push(await failureOf(call({ headers: { 's3cret key': '1' } })));
      expect(JSON.stringify(told)).not.toContain('s3cret');
    });

    test('close ends what is open and refuses what comes after', async () => {
      subject.play({ kind: 'silence' });
      const open = failureOf(call());
      await subject.outbound.close();
      expect(await open).toMatchObject({ code: 'ABORTED' });
      expect(await failureOf(call())).toMatchObject({ code: 'ABORTED' });
    });
  });
