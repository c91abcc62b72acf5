import { randomUUID } from 'node:crypto';
import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { callTool } from '../../assistant/call-tool.ts';
import { toolsFor } from '../../assistant/registry.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { createDeadline, isLate, type Patience } from '../../graphql/deadline.ts';
import { accidentMessage } from '../../graphql/errors.ts';
import type { Log } from '../../platform/log.ts';
import { type Answer, answerOf, listed, refused } from './answers.ts';
import { INSTRUCTIONS } from './instructions.ts';

export type ToolsServerOptions = {
  /** Who asks, looked up for every request; null: nobody any more. */
  readonly enter: () => Promise<Ctx | null>;
  readonly log: Log;
  readonly patience: Patience;
  /** What accidents are told under; over standard input and output a fresh id for each. */
  readonly requestId?: string;
};

const IDENTITY = { name: 'tributary', title: 'Tributary', version: '0.1.0' };
/** Tools change with the server's version and the key's role only. */
const LISTED_FOR_MS = 300_000;

/** The protocol's own part of both doors: the tools that the caller may use, and nothing else. */
export function createToolsServer({ enter, log, patience, requestId }: ToolsServerOptions): Server {
  const server = new Server(IDENTITY, {
    capabilities: { tools: {} },
    instructions: INSTRUCTIONS,
    cacheHints: { 'tools/list': { ttlMs: LISTED_FOR_MS, cacheScope: 'private' } },
  });
  server.setRequestHandler('tools/list', () =>
    masked(log, requestId, async () => {
      const { actor } = await entered(enter);
      return { tools: toolsFor(actor).map((tool) => ({ ...listed(tool) })) };
    }),
  );
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) =>
    masked(log, requestId, async () =>
      call(await entered(enter), params.name, params.arguments ?? {}, createDeadline(patience), mcpReq.signal),
    ),
  );
  return server;
}

async function call(
  ctx: Ctx,
  name: string,
  input: unknown,
  deadline: ReturnType<typeof createDeadline>,
  gone: AbortSignal,
): Promise<Answer> {
  // Whoever hangs up or cancels ends the statement under way, too.
  const db = ctx.db.snapshot();
  gone.addEventListener('abort', db.end, { once: true });
  try {
    const outcome = await deadline.race(callTool({ ...ctx, db }, name, input));
    // The protocol has an error of its own for this one; all others are the assistant's to mend.
    if (!outcome.ok && outcome.code === 'NO_SUCH_TOOL')
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, outcome.message);
    return answerOf(outcome);
  } catch (error) {
    if (!isLate(error)) throw error;
    return refused(`TOO_LARGE: ${error.message}`);
  } finally {
    gone.removeEventListener('abort', db.end);
    db.end();
  }
}

async function entered(enter: ToolsServerOptions['enter']): Promise<Ctx> {
  const ctx = await enter();
  if (ctx) return ctx;
  throw new ProtocolError(ProtocolErrorCode.InvalidRequest, 'The API key does not work, or no longer does.');
}

/** The library would show the message of whatever is thrown. */
async function masked<T>(log: Log, given: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    const requestId = given ?? randomUUID();
    log.error({ requestId, error }, 'a request of an assistant failed by accident');
    throw new ProtocolError(ProtocolErrorCode.InternalError, accidentMessage(requestId));
  }
}
