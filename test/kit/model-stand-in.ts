import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type ModelBehaviour, piecesOf } from './model-behaviours.ts';

// A model's service on loopback that speaks the Messages API, as JSON and as a stream, and does what it is told to:
//
//   const standIn = await startModelStandIn();
//   const model = createAnthropicModel({ apiKey: 'test-key', baseUrl: standIn.url, name: 'claude-test' });
//   const app = await startTestApp({ model });
//   standIn.play(plays.calls([{ tool: 'find_accounts', input: { name: 'Acme' } }]), plays.text('Acme is fine.'));
//   … ask …
//   standIn.requests[0].body.system, .messages, .tools — what was sent, oldest first; `takeRequests()` also forgets them
//
// Behaviours are played in turn, and the last one stays; one may be a function of the request. See model-behaviours.ts.

export type StandInRequest = {
  readonly headers: IncomingHttpHeaders;
  /** The body as it was sent, parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look wherever they like
  readonly body: any;
};

type Turn = ModelBehaviour | ((request: StandInRequest) => ModelBehaviour | Promise<ModelBehaviour>);

export type ModelStandIn = {
  /** For ANTHROPIC_BASE_URL. */
  readonly url: string;
  readonly requests: readonly StandInRequest[];
  readonly takeRequests: () => StandInRequest[];
  readonly play: (...turns: readonly [Turn, ...Turn[]]) => void;
  /** Answers that are still being given: zero once everybody who listened is gone. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
};

export async function startModelStandIn(): Promise<ModelStandIn> {
  let turns: readonly Turn[] = [];
  let requests: StandInRequest[] = [];
  let open = 0;
  const server = createServer(async (incoming, response) => {
    open++;
    response.once('close', () => {
      open--;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (incoming.method !== 'POST' || incoming.url !== '/v1/messages') return error(response, 404, 'not_found_error');
    const request = { headers: incoming.headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
    requests.push(request);
    const [turn, ...later] = turns;
    if (later.length > 0) turns = later;
    if (turn === undefined) return error(response, 500, 'api_error');
    await perform(typeof turn === 'function' ? await turn(request) : turn, request.body.stream === true, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    play: (...next) => {
      turns = next;
    },
    open: () => open,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

/** It repeats the question and the key: whatever shows errors as they come shows those. */
function error(response: ServerResponse, status: number, type: string, headers = {}, says = ''): void {
  const message = `${says} s3cret-question, key ${response.req.headers.authorization}`;
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test', ...headers });
  response.end(JSON.stringify({ type: 'error', error: { type, message } }));
}

async function perform(behaviour: ModelBehaviour, streamed: boolean, response: ServerResponse): Promise<void> {
  switch (behaviour.kind) {
    case 'silence':
      return;
    case 'status':
      return error(
        response,
        behaviour.status,
        TYPES[behaviour.status] ?? 'api_error',
        behaviour.headers,
        behaviour.message,
      );
    case 'nonsense':
      response.writeHead(200, { 'content-type': streamed ? 'text/event-stream' : 'application/json' });
      response.end(behaviour.body);
      return;
    case 'answer':
      return streamed ? stream(behaviour, response) : whole(behaviour, response);
    case 'late-error': {
      if (!streamed) return error(response, 529, behaviour.type);
      const tell = openStream(response);
      await beginText(tell, behaviour.text, 0);
      await tell('error', { error: { type: behaviour.type, message: 's3cret-answer' } });
      response.end();
      return;
    }
    case 'endless': {
      const tell = streamed ? openStream(response) : openJson(response);
      await beginText(tell, '', 0);
      while (!response.destroyed) await delta(tell, 0, { type: 'text_delta', text: 'on and '.repeat(150_000) });
    }
  }
}

type Answer = Extract<ModelBehaviour, { kind: 'answer' }>;

const usageOf = ({ usage }: Answer) => ({
  input_tokens: usage.inputTokens,
  output_tokens: usage.outputTokens,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
});
const MESSAGE = { id: 'msg_test', type: 'message', role: 'assistant', model: 'claude-test', stop_sequence: null };

async function whole(said: Answer, response: ServerResponse): Promise<void> {
  const text = said.text === '' ? [] : [{ type: 'text', text: said.text, citations: null }];
  const calls = said.calls.map(
    ({ id, tool, json }) =>
      `{"type":"tool_use","id":${JSON.stringify(id)},"name":${JSON.stringify(tool)},"input":${json}}`,
  );
  // Spelled out, so that an input may be no JSON at all.
  const content = `[${[...text.map((block) => JSON.stringify(block)), ...calls].join(',')}]`;
  const message = JSON.stringify({ ...MESSAGE, stop_reason: said.stopReason, usage: usageOf(said), content: 0 });
  const body = message.replace('"content":0', () => `"content":${content}`);
  response.writeHead(200, { 'content-type': 'application/json', 'request-id': 'req_test' });
  if (said.pauseMs > 0) {
    for (const piece of piecesOf(body)) {
      if (response.destroyed) return;
      response.write(piece);
      await setTimeout(said.pauseMs);
    }
  }
  if (said.ending === 'complete') response.end(said.pauseMs > 0 ? '' : body);
  else await end(said, response, () => response.write(body.slice(0, body.length / 2)));
}

async function stream(said: Answer, response: ServerResponse): Promise<void> {
  const tell = openStream(response);
  await tell('message_start', {
    message: { ...MESSAGE, content: [], stop_reason: null, usage: { ...usageOf(said), output_tokens: 1 } },
  });
  await tell('ping', {});
  let index = 0;
  if (said.text !== '') {
    await beginText(tell, '', index);
    const pieces = said.text.length > 100_000 ? [said.text] : piecesOf(said.text);
    for (const text of pieces) {
      if (response.destroyed) return;
      await delta(tell, index, { type: 'text_delta', text });
      if (said.pauseMs > 0) await setTimeout(said.pauseMs);
    }
    if (said.ending !== 'complete') return end(said, response, () => {});
    await tell('content_block_stop', { index: index++ });
  }
  for (const { id, tool, json } of said.calls) {
    await tell('content_block_start', { index, content_block: { type: 'tool_use', id, name: tool, input: {} } });
    const half = Math.ceil(json.length / 2);
    await delta(tell, index, { type: 'input_json_delta', partial_json: json.slice(0, half) });
    if (said.ending !== 'complete') return end(said, response, () => {});
    await delta(tell, index, { type: 'input_json_delta', partial_json: json.slice(half) });
    await tell('content_block_stop', { index: index++ });
  }
  await tell('message_delta', { delta: { stop_reason: said.stopReason, stop_sequence: null }, usage: usageOf(said) });
  await tell('message_stop', {});
  response.end();
}

async function end({ ending }: Answer, response: ServerResponse, before: () => void): Promise<void> {
  before();
  // What was written is on its way before the connection goes.
  await setTimeout(20);
  if (ending === 'cut') response.destroy();
  if (ending === 'missing') response.end();
}

type Tell = (event: string, data: Record<string, unknown>) => Promise<void>;

function openStream(response: ServerResponse): Tell {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_test' });
  return (event, data) => written(response, `event: ${event}\ndata: ${JSON.stringify({ type: event, ...data })}\n\n`);
}

/** For what never ends: the same pieces, inside a JSON text that is never closed. */
function openJson(response: ServerResponse): Tell {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"content":[');
  return (_event, data) => written(response, `${JSON.stringify(data)},`);
}

async function beginText(tell: Tell, text: string, index: number): Promise<void> {
  await tell('content_block_start', { index, content_block: { type: 'text', text: '' } });
  for (const piece of piecesOf(text)) await delta(tell, index, { type: 'text_delta', text: piece });
}

const delta = (tell: Tell, index: number, what: Record<string, unknown>) =>
  tell('content_block_delta', { index, delta: what });

/** Waits while the other side does not read, and no longer than it stays. */
const written = (response: ServerResponse, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed || response.write(text)) return resolve();
    const go = () => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.once('drain', go);
    response.once('close', go);
  });
