import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../lib/result.ts';

export type RequestFault = { readonly status: number; readonly code: string; readonly message: string };

/** The JSON body of a POST; undefined for other methods. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<unknown, RequestFault>> {
  if (request.method !== 'POST') return ok(undefined);
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(json|graphql-response\+json)\s*(;|$)/i.test(type)) {
    const message = 'Send the request as application/json, and say so in its content-type.';
    return err({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message });
  }
  const bytes = await collect(request, limit);
  if (!bytes) {
    return err({ status: 413, code: 'REQUEST_TOO_LARGE', message: `A request has at most ${inUnits(limit)}.` });
  }
  // Read as it is, each broken byte would become a character that nobody sent.
  if (!isUtf8(bytes))
    return err({ status: 400, code: 'BAD_REQUEST', message: 'The body of the request is not UTF-8.' });
  try {
    return ok(JSON.parse(bytes.toString('utf8')));
  } catch {
    return err({ status: 400, code: 'BAD_REQUEST', message: 'The body of the request is not valid JSON.' });
  }
}

const inUnits = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes / 1024} KB without a working API key` : `${bytes / 1024 / 1024} MB`;

/** Null when there is more than the limit: at once, and without ending the connection that the answer has to take. */
async function collect(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
