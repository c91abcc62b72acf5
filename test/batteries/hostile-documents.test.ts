import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Log } from '../../src/platform/log.ts';
import { silentLog } from '../../src/platform/log.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import { HOSTILE_DOCUMENTS, type HostileDocument } from '../kit/hostile-documents.ts';
import { HOSTILE_REQUESTS } from '../kit/hostile-requests.ts';
import { HOSTILE_SOCKETS, reaction, UNACKNOWLEDGED } from '../kit/hostile-sockets.ts';
import { openSocket, socketUrlOf } from '../kit/socket.ts';

/** Every code that the schema's description promises, but that of our own accidents. */
const CODES =
  /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE|DOCUMENT_TOO_LARGE|OPERATION_TOO_COSTLY|RATE_LIMITED|TOO_MANY_OPERATIONS|DEADLINE_EXCEEDED|BAD_REQUEST|REQUEST_TOO_LARGE|UNSUPPORTED_MEDIA_TYPE|PERSISTED_QUERY_NOT_SUPPORTED)$/;
/** For one case, and for a plain query after it: this much on a busy machine is not a hang. */
const PATIENCE_MS = 15_000;
const MAX_FRAME = 250 * 1024;

let app: TestApp;
let workspace: TestWorkspace;
const logged: unknown[] = [];
const log: Log = { ...silentLog, error: (...words: unknown[]) => void logged.push(words) };
beforeAll(async () => {
  app = await startTestApp({ log });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Answer = { readonly status: number; readonly text: string };

async function send(path: string, init: RequestInit): Promise<Answer> {
  const headers = { authorization: `Bearer ${workspace.keys.ADMIN}`, ...(init.headers as Record<string, string>) };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(`${app.url}/graphql${path}`, { ...init, headers, signal });
  return { status: response.status, text: await response.text() };
}

/** Null when the answer is one that the schema promises; otherwise what is wrong with it. */
function fault({ status, text }: Answer, harmless = false): string | null {
  if (status >= 500) return `status ${status}`;
  if (/node_modules|\bat \/|\.ts:\d|stacktrace/.test(text)) return 'it shows a stack';
  // Node itself, before the server is asked.
  if (text === '' && [400, 408, 431].includes(status)) return null;
  const { data, errors = [] } = JSON.parse(text) as { data?: object; errors?: { extensions?: { code?: string } }[] };
  const strange = errors.map(({ extensions }) => String(extensions?.code)).filter((code) => !CODES.test(code));
  if (strange.length > 0) return `code ${strange[0]}`;
  const refused = JSON.stringify(data ?? {}).includes('"userErrors":[{');
  return errors.length > 0 || refused || (harmless && status === 200) ? null : 'it was answered';
}

let [slowest, slowestCase] = [0, ''];
/** Runs a case, then asks something plain: the server must be as before. */
async function attempt(name: string, run: () => Promise<string | null>): Promise<void> {
  logged.length = 0;
  const began = performance.now();
  const wrong = await run().catch((error: unknown) => `it ended with ${error}`);
  const ms = performance.now() - began;
  // That one waits for its time to run out.
  if (ms > slowest && name !== 'a socket with no introduction') [slowest, slowestCase] = [ms, name];
  expect(wrong, name).toBeNull();
  expect(ms, `${name}: milliseconds`).toBeLessThan(PATIENCE_MS);
  const plain = await send('', operation({ query: '{ viewer { role } }' }));
  expect(plain, `a plain query after ${name}`).toEqual({ status: 200, text: expect.stringContaining('"ADMIN"') });
  expect(Object.keys(Object.prototype).concat('polluted' in {} ? 'polluted' : []), name).toEqual([]);
  expect(logged, `accidents of ${name}`).toEqual([]);
}

/** The request as JSON text. */
const written = ({ query, variables = 'null', operationName }: Omit<HostileDocument, 'name'>): string =>
  `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":${variables}}`;

const operation = (one: Omit<HostileDocument, 'name'>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: written(one),
});

test('hostile documents and requests are refused with a code, and nothing else happens', async () => {
  const noise: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void noise.push(words));
  expect(new Set(HOSTILE_DOCUMENTS.map(({ name }) => name)).size).toBe(HOSTILE_DOCUMENTS.length);
  for (const one of HOSTILE_DOCUMENTS)
    await attempt(one.name, async () => fault(await send('', operation(one)), one.harmless));
  for (const { name, search = '', method = 'GET', headers = {}, body = null } of HOSTILE_REQUESTS)
    await attempt(name, async () => fault(await send(search, { method, headers, body })));

  const socket = await openSocket(app.url, `Bearer ${workspace.keys.ADMIN}`);
  const overSocket = HOSTILE_DOCUMENTS.filter((one) => written(one).length < MAX_FRAME);
  for (const one of overSocket) {
    await attempt(`${one.name}, over a socket`, async () => {
      socket.socket.send(`{"type":"subscribe","id":${JSON.stringify(one.name)},"payload":${written(one)}}`);
      const answers = [await socket.next()];
      while (answers.at(-1)?.type === 'next') answers.push(await socket.next());
      const [{ type, payload: said } = { type: 'none' }] = answers;
      const text = JSON.stringify(type === 'error' ? { errors: said } : said);
      return fault({ status: 200, text }, one.harmless);
    });
  }
  socket.socket.close();

  for (const { name, act, ends } of HOSTILE_SOCKETS) {
    await attempt(`a socket and ${name}`, async () => {
      const opened = await openSocket(app.url, `Bearer ${workspace.keys.ADMIN}`);
      act(opened);
      const code = await reaction(opened);
      opened.socket.terminate();
      return ends.includes(code) ? null : `it ended with ${code}, not ${ends}`;
    });
  }
  for (const { name, ends, end } of UNACKNOWLEDGED) {
    await attempt(`a socket with ${name}`, async () => {
      const code = await end(socketUrlOf(app.url));
      return code === ends ? null : `it ended with ${code}, not ${ends}`;
    });
  }
  expect(noise, 'standard error').toEqual([]);
  report('hostile documents', {
    documents: HOSTILE_DOCUMENTS.length,
    requests: HOSTILE_REQUESTS.length,
    'documents over a socket': overSocket.length,
    'hostile sockets': HOSTILE_SOCKETS.length + UNACKNOWLEDGED.length,
    accidents: 0,
    [`ms at most (${slowestCase})`]: Math.round(slowest),
  });
});
