import { err, ok, type Result } from '../../lib/result.ts';

/** Later revisions know no batches; whoever says no revision speaks this one. */
const WITH_BATCHES = ['2024-11-05', '2025-03-26'];
/** All of a batch are answered at once, each with a connection to the database. */
const MOST_IN_BATCH = 20;

/** How many messages a body holds, or why they are not answered. */
export function countMessages(body: unknown, revision: string | undefined): Result<number, string> {
  if (!Array.isArray(body)) {
    const isMessage = typeof body === 'object' && body !== null;
    return isMessage ? ok(1) : err('The body of the request is not a JSON-RPC message.');
  }
  if (revision !== undefined && !WITH_BATCHES.includes(revision))
    return err('Send one message in each request: batches ended with revision 2025-03-26 of the protocol.');
  if (body.length === 0 || body.length > MOST_IN_BATCH) return err(`A batch has 1 to ${MOST_IN_BATCH} messages.`);
  return ok(body.length);
}
