import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import {
  callsOf,
  Malformed,
  newDraft,
  takeEvent,
  takeMessage,
  usageOf,
} from '../../../../src/platform/model/anthropic-answer.ts';
import { failureOf } from '../../../../src/platform/model/anthropic-failure.ts';
import { AnswerTooBig } from '../../../../src/platform/model/bounded-fetch.ts';

const NOW = new Date('2026-03-10T12:00:00Z');

describe('a stream', () => {
  const take = (...events: unknown[]) => {
    const draft = newDraft(1_000);
    const pieces: string[] = [];
    for (const event of events) takeEvent(draft, event, (piece) => pieces.push(piece));
    return { draft, pieces };
  };
  const start = (index: number, content_block: object) => ({ type: 'content_block_start', index, content_block });
  const delta = (index: number, what: object) => ({ type: 'content_block_delta', index, delta: what });

  test('events, blocks and pieces of unknown kinds are passed over', () => {
    const { draft, pieces } = take(
      { type: 'weather', what: 'ever' },
      start(0, { type: 'thinking', thinking: 'hm', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'hm' }),
      delta(0, { type: 'text_delta', text: 'not of a text' }),
      start(1, { type: 'text', text: 'Fi' }),
      delta(1, { type: 'citations_delta', citation: {} }),
      delta(1, { type: 'text_delta', text: 'ne\u0000.' }),
      { type: 'message_stop' },
    );
    expect(draft).toMatchObject({ text: 'Fine.', isComplete: true });
    expect(pieces).toEqual(['Fi', 'ne.']);
  });

  test('calls may come in turns; one without input has an empty one', () => {
    const { draft } = take(
      start(0, { type: 'tool_use', id: 'a', name: 'one', input: {} }),
      start(1, { type: 'tool_use', id: 'b', name: 'two', input: {} }),
      delta(0, { type: 'input_json_delta', partial_json: '{"x":' }),
      delta(0, { type: 'input_json_delta', partial_json: '1}' }),
    );
    const tools = [{ name: 'one', description: '', inputSchema: {} }];
    expect(callsOf(draft, { tools })).toEqual([
      { id: 'a', tool: 'one', input: { x: 1 } },
      { id: 'b', tool: 'two', input: {} },
    ]);
  });

  test('all that is read counts, cached or not; what is said last counts; nonsense counts for nothing', () => {
    const { draft } = take(
      {
        type: 'message_start',
        message: {
          usage: {
            input_tokens: 10,
            cache_creation_input_tokens: 200,
            cache_read_input_tokens: 3_000,
            output_tokens: 1,
          },
        },
      },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { input_tokens: -5, output_tokens: 42 } },
    );
    expect(usageOf(draft)).toEqual({ inputTokens: 3_210, outputTokens: 42 });
  });

  test.each<[string, unknown[]]>([
    ['null', [null]],
    ['a text', ['message_stop']],
    ['a block without a number', [{ type: 'content_block_start', content_block: { type: 'text', text: '' } }]],
    ['one number twice', [start(0, { type: 'text', text: '' }), start(0, { type: 'text', text: '' })]],
    ['a piece of nothing', [delta(3, { type: 'text_delta', text: 'x' })]],
    ['a text that is a number', [start(0, { type: 'text', text: 7 })]],
    ['a call without an id', [start(0, { type: 'tool_use', name: 'x', input: {} })]],
  ])('%s is malformed, and not quoted', (_name, events) => {
    expect(() => take(...events)).toThrow(Malformed);
  });
});

test('a whole answer that is no message is malformed', () => {
  for (const said of [null, undefined, '<html>', [], {}, { content: 'x' }, { content: [null] }, { content: [{}] }])
    expect(() => takeMessage(newDraft(1_000), said), JSON.stringify(said)).toThrow(Malformed);
});

describe('failures', () => {
  const httpError = (status: number | undefined, type: string, headers: Record<string, string> = {}) =>
    APIError.generate(status, { error: { type, message: 'planted' } }, 'planted', new Headers(headers));
  const streamed = (type: string) => new APIError(undefined, {}, 'planted', undefined, type as 'api_error');
  const reset = Object.assign(new Error('planted'), { code: 'ECONNRESET' });

  test.each<[unknown, string, boolean]>([
    [httpError(400, 'invalid_request_error'), 'MALFORMED', false],
    [httpError(401, 'authentication_error'), 'KEY_REFUSED', false],
    [httpError(402, 'billing_error'), 'KEY_REFUSED', false],
    [httpError(403, 'permission_error'), 'KEY_REFUSED', false],
    [httpError(404, 'not_found_error'), 'MALFORMED', false],
    [httpError(413, 'request_too_large'), 'TOO_LONG', false],
    [httpError(408, ''), 'OVERLOADED', true],
    [httpError(429, 'rate_limit_error'), 'RATE_LIMITED', true],
    [httpError(500, 'api_error'), 'OVERLOADED', true],
    [httpError(502, ''), 'OVERLOADED', true],
    [httpError(503, ''), 'OVERLOADED', true],
    [httpError(529, 'overloaded_error'), 'OVERLOADED', true],
    [httpError(302, ''), 'UNREACHABLE', false],
    [streamed('overloaded_error'), 'OVERLOADED', true],
    [streamed('rate_limit_error'), 'RATE_LIMITED', true],
    [streamed('api_error'), 'OVERLOADED', true],
    [streamed('planted'), 'MALFORMED', false],
    [new APIConnectionError({ cause: reset }), 'UNREACHABLE', true],
    [new TypeError('terminated', { cause: reset }), 'UNREACHABLE', true],
    [new TypeError('terminated', { cause: new AnswerTooBig('planted') }), 'MALFORMED', false],
    [new SyntaxError('planted is not valid JSON'), 'MALFORMED', false],
    ['planted', 'MALFORMED', false],
  ])('%s is %s', (error, code, passing) => {
    const failure = failureOf(error, NOW);
    expect(failure).toMatchObject({ code, passing });
    expect(failure.message).not.toContain('planted');
  });

  test.each([
    ['7', 7_000],
    ['0.5', 500],
    ['Tue, 10 Mar 2026 12:00:30 GMT', 30_000],
    ['Tue, 10 Mar 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('Retry-After: %s', (header, retryAfterMs) => {
    expect(failureOf(httpError(429, '', { 'retry-after': header }), NOW)).toMatchObject({ retryAfterMs });
  });
});
