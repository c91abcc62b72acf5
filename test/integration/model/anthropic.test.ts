import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createAnthropicModel } from '../../../src/platform/model/anthropic-model.ts';
import type { ModelRequest } from '../../../src/platform/model/model.ts';
import { plays } from '../../kit/model-behaviours.ts';
import { type ModelStandIn, startModelStandIn } from '../../kit/model-stand-in.ts';

let standIn: ModelStandIn;
beforeAll(async () => {
  standIn = await startModelStandIn();
});
afterAll(() => standIn.stop());
beforeEach(() => {
  standIn.takeRequests();
});

const KEY = 'sk-ant-k3y-of-tests';
const newModel = (baseUrl = standIn.url) => createAnthropicModel({ apiKey: KEY, baseUrl, name: 'claude-test' });
const request = (more: Partial<ModelRequest> = {}): ModelRequest => ({
  system: 'You answer.',
  messages: [{ role: 'user', text: 'How is Acme?' }],
  tools: [],
  outputSchema: null,
  maxOutputTokens: 1_000,
  timeoutMs: 20_000,
  signal: null,
  onText: null,
  ...more,
});
const ask = (more: Partial<ModelRequest> = {}, model = newModel()) => model.answer(request(more));
const TOOL = {
  name: 'find_accounts',
  description: 'Finds accounts.',
  inputSchema: { type: 'object', properties: { name: { type: 'string', minLength: 1 } } },
};

test('a request is sent as the Messages API wants it', async () => {
  standIn.play(plays.text('Fine.'));
  await ask({
    tools: [TOOL],
    messages: [
      { role: 'user', text: 'How is Acme?' },
      { role: 'assistant', text: 'Wait.', calls: [{ id: 'call_1', tool: 'find_accounts', input: { name: 'Acme' } }] },
      { role: 'results', results: [{ id: 'call_1', content: '[]', isError: true }] },
      { role: 'assistant', text: ' ', calls: [] },
    ],
  });
  const [{ headers, body } = { headers: {}, body: null }] = standIn.requests;
  expect(headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
  expect(body).toEqual({
    model: 'claude-test',
    max_tokens: 1_000,
    system: [{ type: 'text', text: 'You answer.', cache_control: { type: 'ephemeral' } }],
    thinking: { type: 'disabled' },
    tools: [{ name: 'find_accounts', description: 'Finds accounts.', input_schema: TOOL.inputSchema }],
    messages: [
      { role: 'user', content: 'How is Acme?' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Wait.' },
          { type: 'tool_use', id: 'call_1', name: 'find_accounts', input: { name: 'Acme' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_1', content: '[]', is_error: true }] },
    ],
    stream: false,
  });
});

test('a schema is sent as strictly as it can be: no other properties, bounds in words', async () => {
  standIn.play(plays.json({ day: 'date' }));
  const properties = { day: { type: 'string', maxLength: 5 } };
  await ask({ outputSchema: { type: 'object', properties, required: ['day'] } });
  expect(standIn.requests[0]?.body.output_config).toEqual({
    format: {
      type: 'json_schema',
      schema: {
        type: 'object',
        properties: { day: { type: 'string', description: expect.stringContaining('maxLength: 5') } },
        required: ['day'],
        additionalProperties: false,
      },
    },
  });
});

test('what is overloaded, failing or lost is tried twice more, and no oftener', async () => {
  standIn.play(plays.overloaded(), plays.reset(), plays.text('Fine.'));
  expect(await ask()).toMatchObject({ ok: true, text: 'Fine.' });
  expect(standIn.takeRequests()).toHaveLength(3);
  standIn.play(plays.failing());
  expect(await ask()).toMatchObject({
    ok: false,
    failure: { code: 'OVERLOADED', message: expect.stringMatching(/status 500/) },
  });
  expect(standIn.takeRequests()).toHaveLength(3);
});

test('a stream that fails before its first word is tried again, after it is not', async () => {
  const pieces: string[] = [];
  const onText = (piece: string) => pieces.push(piece);
  standIn.play(plays.lateError('overloaded_error', ''), plays.text('Fine.'));
  // What the stream that failed had counted was used.
  expect(await ask({ onText })).toMatchObject({ ok: true, text: 'Fine.' });
  expect(pieces).toEqual(['Fine.']);
  expect(standIn.takeRequests()).toHaveLength(2);
  standIn.play(plays.lateError('rate_limit_error'), plays.text('Fine.'));
  expect(await ask({ onText })).toMatchObject({ ok: false, failure: { code: 'RATE_LIMITED' } });
  expect(standIn.takeRequests()).toHaveLength(1);
});

test.each([plays.badRequest(), plays.unauthorised(), plays.status(403), plays.status(404), plays.refusal()])(
  'what would be the same a second time is not tried again: %o',
  async (behaviour) => {
    standIn.play(behaviour);
    expect(await ask()).toMatchObject({ ok: false });
    expect(standIn.requests).toHaveLength(1);
  },
);

test('Retry-After is obeyed when there is time, and nobody waits for what comes too late', async () => {
  standIn.play(plays.rateLimited(1), plays.text('Fine.'));
  const before = performance.now();
  expect(await ask()).toMatchObject({ ok: true });
  expect(performance.now() - before).toBeGreaterThan(990);
  standIn.play(plays.rateLimited(30));
  const again = performance.now();
  expect(await ask({ timeoutMs: 10_000 })).toMatchObject({ ok: false, failure: { code: 'RATE_LIMITED' } });
  expect(performance.now() - again).toBeLessThan(5_000);
});

test('a signal ends the pause between two tries', async () => {
  standIn.play(plays.rateLimited(5));
  const gone = new AbortController();
  setTimeout(() => gone.abort(), 200);
  const before = performance.now();
  expect(await ask({ signal: gone.signal })).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } });
  expect(performance.now() - before).toBeLessThan(3_000);
});

test('a model that always thinks is asked again without being told not to, and is not told again', async () => {
  const model = newModel();
  standIn.play(plays.status(400, {}, 'thinking: this model cannot be told not to.'), plays.text('Fine.'));
  expect(await ask({}, model)).toMatchObject({ ok: true });
  await ask({}, model);
  expect(standIn.requests.map(({ body }) => body.thinking)).toEqual([{ type: 'disabled' }, undefined, undefined]);
});

test('where nobody listens, the failure says so and names no key', async () => {
  const gone = await startModelStandIn();
  await gone.stop();
  const answer = await ask({ timeoutMs: 400 }, newModel(gone.url));
  expect(answer).toMatchObject({
    ok: false,
    failure: { code: 'UNREACHABLE', message: expect.stringMatching(/ECONNREFUSED/) },
  });
  expect(JSON.stringify(answer)).not.toContain('k3y');
});

test('a redirect is not followed: what is asked goes nowhere else', async () => {
  const elsewhere = await startModelStandIn();
  elsewhere.play(plays.text('Got you.'));
  standIn.play(plays.status(307, { location: `${elsewhere.url}/v1/messages` }));
  expect(await ask()).toMatchObject({
    ok: false,
    failure: { code: 'UNREACHABLE', message: expect.stringMatching(/redirects/) },
  });
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.stop();
});

test('whoever sends without end, or nothing, is hung up on', async () => {
  for (const onText of [null, () => {}]) {
    for (const behaviour of [plays.endless(), plays.stalled(), plays.silence()]) {
      standIn.play(behaviour);
      expect(await ask({ onText, timeoutMs: 1_000 })).toMatchObject({ ok: false });
    }
  }
  await expect.poll(standIn.open).toBe(0);
});

test('close ends what is under way, and what comes after', async () => {
  standIn.play(plays.silence());
  const model = newModel();
  const asked = ask({}, model);
  await expect.poll(() => standIn.requests.length).toBe(1);
  model.close();
  expect(await asked).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } });
  expect(await ask({}, model)).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } });
  expect(standIn.requests).toHaveLength(1);
});

test('the environment adds no credentials, and prints nothing', async () => {
  const printed = vi.spyOn(console, 'debug').mockImplementation(() => {});
  vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'other');
  vi.stubEnv('ANTHROPIC_BASE_URL', 'http://127.0.0.1:9');
  vi.stubEnv('ANTHROPIC_LOG', 'debug');
  standIn.play(plays.text('Fine.'));
  expect(await ask({}, newModel())).toMatchObject({ ok: true });
  expect(standIn.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
  expect(printed).not.toHaveBeenCalled();
  vi.unstubAllEnvs();
  printed.mockRestore();
});
