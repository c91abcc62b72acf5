import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

export type RecordedRequest = {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Behaviour = (request: RecordedRequest, response: ServerResponse) => void;

type Body = string | Uint8Array;

export const answer =
  (status: number, headers: OutgoingHttpHeaders, body: Body): Behaviour =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

export const json = (value: unknown, headers: OutgoingHttpHeaders = {}): Behaviour =>
  answer(200, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));

export const html = (body = '<!doctype html><title>Sign in</title>'): Behaviour =>
  answer(200, { 'content-type': 'text/html; charset=utf-8' }, body);

export const xml = (body = '<?xml version="1.0"?><rows/>'): Behaviour =>
  answer(200, { 'content-type': 'application/xml' }, body);

export const plainText = (body: string): Behaviour => answer(200, { 'content-type': 'text/plain' }, body);

export const empty = (status = 204): Behaviour => answer(status, {}, '');

export const status = (code: number, headers: OutgoingHttpHeaders = {}, body: Body = ''): Behaviour =>
  answer(code, headers, body);

export const redirect = (location: string, code = 302): Behaviour => answer(code, { location }, '');

/** Takes the request and never says a word. */
export const silence = (): Behaviour => () => {};

/** Sends the status line and headers one byte at a time, without ever finishing them. */
export const slowHeaders = (everyMs = 10): Behaviour => dripRaw('HTTP/1.1 200 OK\r\nx-slow: ', everyMs);

/** Answers at once, then sends one byte at a time without ever finishing: defeats every per-chunk timeout. */
export const drip =
  (everyMs = 10): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
    everyTick(response, everyMs, () => response.write(' '));
  };

/** Sends the head and part of the body, then nothing more; the connection stays open. */
export const stall =
  (part: Body, headers: OutgoingHttpHeaders = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).write(part);
  };

/** Sends the head and part of the body, then drops the connection. */
export const cut =
  (part: Body, headers: OutgoingHttpHeaders = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).write(part, () => response.destroy());
  };

export const closesSocket = (): Behaviour => (_request, response) => void response.socket?.destroy();

export const gzip = (body: Body, headers: OutgoingHttpHeaders = {}): Behaviour =>
  answer(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', ...headers }, gzipSync(body));

/** About a thousandth of `bytes` on the wire: one megabyte of blanks, packed once and repeated. */
export const gzipBomb = (bytes: number): Behaviour => {
  const member = gzipSync(Buffer.alloc(2 ** 20, ' '));
  const members = new Array<Buffer>(Math.ceil(bytes / 2 ** 20)).fill(member);
  return answer(200, { 'content-encoding': 'gzip' }, Buffer.concat(members));
};

export const brotli = (body: Body): Behaviour => answer(200, { 'content-encoding': 'br' }, brotliCompressSync(body));

export const deflate = (body: Body): Behaviour => answer(200, { 'content-encoding': 'deflate' }, deflateSync(body));

/** A JSON list of about `bytes`, sent as fast as it is read and without an announced length. */
export const huge =
  (bytes: number): Behaviour =>
  (_request, response) => {
    const chunk = '0,'.repeat(32 * 1024);
    const chunks = function* () {
      yield '[';
      for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
      yield '0]';
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    pipeline(Readable.from(chunks()), response, () => {});
  };

/** Announces one length and sends another, then closes. */
export const wrongContentLength = (announced: number, body: string): Behaviour =>
  raw(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${announced}\r\n\r\n${body}`);

/** Writes these bytes instead of an HTTP answer, then closes. */
export const raw =
  (bytes: string): Behaviour =>
  (_request, response) =>
    void response.socket?.end(bytes);

const dripRaw =
  (start: string, everyMs: number): Behaviour =>
  (_request, response) => {
    let sent = 0;
    everyTick(response, everyMs, () => response.socket?.write(start[sent++] ?? 'x'));
  };

const everyTick = (response: ServerResponse, everyMs: number, tick: () => unknown) => {
  const timer = setInterval(tick, everyMs);
  response.once('close', () => clearInterval(timer));
};
