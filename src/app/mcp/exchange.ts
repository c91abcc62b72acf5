import {
  createMcpHandler,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { createToolsServer, type ToolsServerOptions } from './tools-server.ts';

export type Exchange = (request: Request, body: unknown, options: ToolsServerOptions) => Promise<Response>;

/**
 * Answers one POST, with nothing kept between two: revision 2026-07-28, whose every request tells all there is to know, and the
 * ones before it, whose sessions are optional. Always in JSON: no tool says anything before its answer.
 */
export async function exchange(request: Request, body: unknown, options: ToolsServerOptions): Promise<Response> {
  const accidents: unknown[] = [];
  const onerror = (error: Error) => accidents.push(error);
  const answer = (await isLegacyRequest(request, body))
    ? await answerLegacy(request, body, options, onerror)
    : await createMcpHandler(() => createToolsServer(options), {
        legacy: 'reject',
        // No tool ever changes under a caller's hands; a stream that says so would be held for nothing.
        maxSubscriptions: 0,
        onerror,
      }).fetch(request, { parsedBody: body });
  // Below that, what the library complains of is the client's.
  if (answer.status >= 500) throw accidents[0] ?? new Error(`the protocol's library answered ${answer.status}`);
  return answer;
}

/** The library's own way of doing this answers in streams of events. */
async function answerLegacy(
  request: Request,
  parsedBody: unknown,
  options: ToolsServerOptions,
  onerror: (error: Error) => void,
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createToolsServer(options);
  server.onerror = onerror;
  await server.connect(transport);
  // Ends the call under way.
  request.signal.addEventListener('abort', () => void server.close(), { once: true });
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
}
