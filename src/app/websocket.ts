import type { Server } from 'node:http';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Ctx, Ports } from '../features/kit/ctx.ts';
import { requestContext, signIn } from '../graphql/context.ts';
import { formatError } from '../graphql/errors.ts';

/** A subscription is a short document; nothing larger comes in over a socket. */
const MAX_FRAME_BYTES = 256 * 1024;
const KEEP_ALIVE_MS = 20_000;

type Extra = { ctx?: Ctx };

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`, for whoever shows a key in `connectionParams.authorization`. */
export function serveWebSocket(server: Server, schema: GraphQLSchema, ports: Ports): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_FRAME_BYTES });
  const mask = (error: GraphQLError | GraphQLFormattedError) =>
    formatError(ports.log, error instanceof GraphQLError ? error.toJSON() : error, error);
  const door = useServer<Record<string, unknown>, Extra>(
    {
      schema,
      // False closes the socket with 4403, which clients do not retry.
      onConnect: async ({ connectionParams, extra }) => {
        const ctx = await signIn(ports, connectionParams?.['authorization']);
        if (ctx) extra.ctx = ctx;
        return ctx !== null;
      },
      context: ({ extra }) => requestContext(extra.ctx ?? null),
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => mask(error)),
      // Nothing returned: the result goes out as it is.
      onNext: (_ctx, _id, _payload, _args, result) => {
        if (result.errors) return { ...result, errors: result.errors.map(mask) } as FormattedExecutionResult;
      },
    },
    sockets,
    KEEP_ALIVE_MS,
  );
  return { close: async () => door.dispose() };
}
