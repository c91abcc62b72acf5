import type { Server } from 'node:http';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ctx, Ports } from '../features/kit/ctx.ts';
import { createBatchedSignIn, requestContext } from '../graphql/context.ts';
import { formatError, unauthenticated } from '../graphql/errors.ts';
import { limits, MAX_TOKENS } from '../graphql/limits.ts';

/** A subscription is a short document; nothing larger comes in over a socket. */
const MAX_FRAME_BYTES = 256 * 1024;
const KEEP_ALIVE_MS = 20_000;
const TRY_AGAIN_LATER = 1013;

type Params = { readonly authorization?: unknown };
type Extra = { ctx?: Ctx };

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`, for whoever shows a key in `connectionParams.authorization`. */
export function serveWebSocket(server: Server, schema: GraphQLSchema, ports: Ports): { close: () => Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_FRAME_BYTES });
  const mask = (error: GraphQLError | GraphQLFormattedError) =>
    formatError(ports.log, error instanceof GraphQLError ? error.toJSON() : error, error);
  const signIn = createBatchedSignIn(ports);
  /** Who asks; null for a stranger. An accident while finding out closes the socket in a way that clients try again. */
  const identify = async (params: Params | undefined, { socket }: { readonly socket: WebSocket }) => {
    try {
      return await signIn(params?.authorization);
    } catch (error) {
      ports.log.error({ error }, 'a socket failed by accident');
      socket.close(TRY_AGAIN_LATER, 'Something went wrong on our side');
      return null;
    }
  };
  const door = useServer<Params, Extra>(
    {
      schema,
      // Otherwise a socket closed by an accident tells its cause.
      isProd: true,
      // False closes the socket with 4403.
      onConnect: async ({ connectionParams, extra }) => (await identify(connectionParams, extra)) !== null,
      // Asked for every operation and every event: a key may have been revoked since the socket was opened.
      onSubscribe: async ({ connectionParams, extra }, _id, { query }) => {
        const ctx = await identify(connectionParams, extra);
        if (!ctx) return [unauthenticated()];
        extra.ctx = ctx;
        return syntaxErrors(query);
      },
      validate: (schema, document) => validate(schema, document, [...specifiedRules, limits]),
      context: ({ extra }) => requestContext(extra.ctx ?? null),
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => mask(error)),
      // Nothing returned: the result goes out as it is.
      onNext: async ({ connectionParams, extra }, _id, _payload, _args, result) => {
        if (!(await identify(connectionParams, extra))) extra.socket.close(CloseCode.Forbidden, 'Forbidden');
        if (result.errors) return { ...result, errors: result.errors.map(mask) } as FormattedExecutionResult;
      },
    },
    sockets,
    KEEP_ALIVE_MS,
  );
  return { close: async () => door.dispose() };
}

/** A document that cannot be parsed is an error of its operation; left alone, it would end the whole socket. */
function syntaxErrors(query: string): GraphQLError[] | undefined {
  try {
    parse(query, { maxTokens: MAX_TOKENS });
    return undefined;
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError('The document is nested too deeply.')];
  }
}
