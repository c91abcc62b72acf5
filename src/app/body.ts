import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../lib/result.ts';

type BodyFault = { readonly status: number; readonly message: string };

/** The JSON body of a request; anything that does not call itself JSON is left for GraphQL to refuse. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<unknown, BodyFault>> {
  if (request.method !== 'POST') return ok(undefined);
  const tooLarge = err({ status: 413, message: `A request has at most ${limit / 1024 / 1024} MB.` });
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return tooLarge;
    pieces.push(piece);
  }
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(json|graphql-response\+json)\b/i.test(type)) return ok({});
  try {
    return ok(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  } catch {
    return err({ status: 400, message: 'The body of the request is not valid JSON.' });
  }
}
