import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { tooLarge } from './answer.ts';
import { connectionFailure, errorCode } from './connection-failure.ts';
import { cutWith } from './lifeline.ts';
import { OutboundBodyError, type OutboundFailure } from './outbound.ts';

/** What is packed tighter than any list of records, once there is much of it, is a bomb: gzip's own bound is 1,032. */
const MOST_UNPACKED = 200;
const FREE_BYTES = 64 * 1024 * 1024;

export type BodyLimits = {
  readonly hostname: string;
  readonly gzip: boolean;
  /** Counted after decompression, for 300 bytes can unpack to 200 MB; and before it, for 200 MB can unpack to nothing. */
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
  /** Called once the body has been read, has failed or has been given up. */
  readonly finish: () => void;
};

const ignore = () => {};

/** Hands out the body once, chunk by chunk as the reader asks, and ends the call when the reader stops. */
export const openBody = (raw: Readable, limits: BodyLimits): AsyncIterable<Uint8Array> => {
  const gunzip = limits.gzip ? createGunzip({ chunkSize: 64 * 1024 }) : null;
  const source: Readable = gunzip === null ? raw : pipeline(raw, countPacked(limits), gunzip, ignore);
  // A body nobody reads fails at the deadline with nobody listening, which would end the process.
  source.on('error', ignore);
  let chunks: AsyncIterator<Uint8Array> | null = null;
  let bytes = 0;
  let over = false;
  const end = (): IteratorReturnResult<undefined> => {
    over = true;
    limits.finish();
    return { done: true, value: undefined };
  };
  const fail = (failure: OutboundFailure) => {
    end();
    return new OutboundBodyError(failure);
  };
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const cut = over ? null : cutWith(limits.signal);
    if (cut !== null) throw fail(cut);
    if (over) return { done: true, value: undefined };
    chunks ??= source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const step = await chunks.next().catch((error: unknown) => {
      if (over || (errorCode(error) === 'Z_BUF_ERROR' && gunzip?.bytesWritten === 0)) return end();
      throw fail(cutWith(limits.signal) ?? bodyFailure(error, limits.hostname));
    });
    if (step.done) return end();
    bytes += step.value.byteLength;
    if (bytes > limits.maxBodyBytes) throw fail(tooLarge(limits.hostname, limits.maxBodyBytes));
    if (gunzip && bytes > FREE_BYTES && bytes > gunzip.bytesWritten * MOST_UNPACKED) throw fail(bomb(limits.hostname));
    return step;
  };
  let taken = false;
  return {
    [Symbol.asyncIterator]: () => {
      if (taken) throw new Error('The body of an answer can be read only once.');
      taken = true;
      return { next, return: async () => end() };
    },
  };
};

const bomb = (hostname: string): OutboundFailure => ({
  code: 'TOO_LARGE',
  detail: `The answer of ${hostname} unpacks to more than ${MOST_UNPACKED} times what was sent.`,
});

/** Passes bytes on, and fails beyond the limit and the little that gzip adds to what it cannot shorten. */
const countPacked = ({ hostname, maxBodyBytes }: BodyLimits) => {
  let left = maxBodyBytes * 1.001 + 1_024;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.byteLength;
      if (left < 0) done(new OutboundBodyError(tooLarge(hostname, maxBodyBytes)));
      else done(null, chunk);
    },
  });
};

const bodyFailure = (error: unknown, hostname: string): OutboundFailure => {
  if (error instanceof OutboundBodyError) return error.failure;
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') return { code: 'CONNECTION_FAILED', detail: `${hostname} ended its answer too early.` };
  if (code?.startsWith('Z_')) {
    return { code: 'UNSUPPORTED_ENCODING', detail: `${hostname} labels its answer gzip, but it is not.` };
  }
  return connectionFailure(error, hostname);
};
