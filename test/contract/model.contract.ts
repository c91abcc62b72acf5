import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Model, ModelAnswer, ModelRequest } from '../../src/platform/model/model.ts';
import { type ModelBehaviour, plays } from '../kit/model-behaviours.ts';

export type ModelUnderTest = {
  readonly model: Model;
  readonly play: (...turns: readonly [ModelBehaviour, ...ModelBehaviour[]]) => void;
  readonly stop: () => Promise<void>;
};

const TOOL = { name: 'find_accounts', description: 'Finds accounts.', inputSchema: { type: 'object', properties: {} } };
const SCHEMA = { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] };
const SOON_MS = 600;
const USAGE = { inputTokens: 100, outputTokens: 20 };

/** The promises of the model's port. Whatever implements it keeps them, on a network or without one. */
export const modelContract = (name: string, start: () => Promise<ModelUnderTest>) =>
  describe(`model port: ${name}`, () => {
    let subject: ModelUnderTest;
    beforeAll(async () => {
      subject = await start();
    });
    afterAll(() => subject.stop());

    /** Asked in one piece, or as a stream whose pieces are kept. */
    const ask = async (request: Partial<ModelRequest> = {}, streamed = false) => {
      const pieces: string[] = [];
      const answer = await subject.model.answer({
        system: 'You answer.',
        messages: [{ role: 'user', text: 's3cret-question' }],
        tools: [],
        outputSchema: null,
        maxOutputTokens: 1_000,
        timeoutMs: 20_000,
        signal: null,
        onText: streamed ? (piece) => pieces.push(piece) : null,
        ...request,
      });
      return { answer, pieces };
    };
    const failureOf = (answer: ModelAnswer) => (answer.ok ? `it answered: ${answer.text}` : answer.failure.code);

    describe.each([
      ['in one piece', false],
      ['as a stream', true],
    ])('%s', (_name, streamed) => {
      test('prose comes with what it cost; a stream’s pieces make the text', async () => {
        subject.play(plays.text('Acme is  doing fine.\n'));
        const { answer, pieces } = await ask({}, streamed);
        expect(answer).toEqual({ ok: true, text: 'Acme is  doing fine.\n', calls: [], usage: USAGE });
        expect(pieces.join('')).toBe(streamed ? answer.ok && answer.text : '');
        if (streamed) expect(pieces.length).toBeGreaterThan(1);
      });

      test('several calls come with their ids, names and inputs, after what was said before them', async () => {
        const input = { name: 'Ä "quoted" \\ line\nbreak', nested: { list: [1, 2.5, null, true] } };
        subject.play(
          plays.calls(
            [
              { tool: 'find_accounts', input },
              { tool: 'other', input: {} },
            ],
            { text: 'Wait.' },
          ),
        );
        const { answer } = await ask({ tools: [TOOL] }, streamed);
        const calls = [
          { id: 'call_1', tool: 'find_accounts', input },
          { id: 'call_2', tool: 'other', input: {} },
        ];
        expect(answer).toEqual({ ok: true, text: 'Wait.', calls, usage: USAGE });
      });

      test('what was called and what came of it can be sent back', async () => {
        subject.play(plays.text('Done.'));
        const { answer } = await ask(
          {
            tools: [TOOL],
            messages: [
              { role: 'user', text: 'How is Acme?' },
              {
                role: 'assistant',
                text: '',
                calls: [{ id: 'call_1', tool: 'find_accounts', input: { name: 'Acme' } }],
              },
              { role: 'results', results: [{ id: 'call_1', content: '{"rows":[]}', isError: false }] },
            ],
          },
          streamed,
        );
        expect(answer).toMatchObject({ ok: true, text: 'Done.' });
      });

      test('a structured answer is JSON, whether or not it fits the schema: that is for the caller to see', async () => {
        subject.play(plays.json({ day: 'date' }));
        expect((await ask({ outputSchema: SCHEMA }, streamed)).answer).toMatchObject({
          ok: true,
          text: '{"day":"date"}',
        });
        subject.play(plays.json({ month: 3 }));
        expect((await ask({ outputSchema: SCHEMA }, streamed)).answer).toMatchObject({ ok: true, text: '{"month":3}' });
      });

      test.each<[string, ModelBehaviour, Partial<ModelRequest>, string]>([
        ['a structured answer that is no JSON', plays.text('{"day": '), { outputSchema: SCHEMA }, 'MALFORMED'],
        ['an empty answer', plays.text(''), {}, 'MALFORMED'],
        ['nonsense', plays.nonsense(), {}, 'MALFORMED'],
        ['an unknown end', plays.text('Well', { stopReason: 'tired' }), {}, 'MALFORMED'],
        ['a call where there are no tools', plays.calls([{ tool: 'rm', input: {} }]), {}, 'MALFORMED'],
        ['an input that is a list', plays.calls([{ tool: 'a', input: [1] }]), { tools: [TOOL] }, 'MALFORMED'],
        ['an input that is text', plays.calls([{ tool: 'a', input: 'x' }]), { tools: [TOOL] }, 'MALFORMED'],
        ['an input that is null', plays.calls([{ tool: 'a', input: null }]), { tools: [TOOL] }, 'MALFORMED'],
        [
          'an input that is no JSON',
          plays.rawCalls([{ id: 'c', tool: 'a', json: '{"a": }' }]),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        [
          'an input too long for any tool',
          plays.calls([{ tool: 'a', input: { a: 'x'.repeat(20_000) } }]),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        [
          'an input that nests without end',
          plays.rawCalls([{ id: 'c', tool: 'a', json: `{"a":${'['.repeat(150_000)}${']'.repeat(150_000)}}` }]),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        [
          'two calls of one id',
          plays.rawCalls([
            { id: 'c', tool: 'a', json: '{}' },
            { id: 'c', tool: 'b', json: '{}' },
          ]),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        [
          'a call announced and not made',
          plays.text('Wait', { stopReason: 'tool_use' }),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        [
          'more calls than anybody can use',
          plays.calls(Array.from({ length: 33 }, () => ({ tool: 'a', input: {} }))),
          { tools: [TOOL] },
          'MALFORMED',
        ],
        ['a text far longer than was allowed', plays.text('word '.repeat(6_000)), {}, 'MALFORMED'],
        ['a refusal', plays.refusal(), {}, 'REFUSED'],
        ['an answer cut off at its longest', plays.tooLong(), {}, 'TOO_LONG'],
        ['a key that is refused', plays.unauthorised(), {}, 'KEY_REFUSED'],
        ['a request that is refused', plays.badRequest(), {}, 'MALFORMED'],
      ])('%s is a failure', async (_case, behaviour, request, code) => {
        subject.play(behaviour);
        expect(failureOf((await ask(request, streamed)).answer)).toBe(code);
      });

      test('a refused or cut off answer is counted all the same', async () => {
        subject.play(plays.refusal());
        expect((await ask({}, streamed)).answer.usage).toEqual(USAGE);
        subject.play(plays.tooLong());
        expect((await ask({}, streamed)).answer.usage).toEqual(USAGE);
      });

      test('whoever sends without end is cut off', { timeout: 60_000 }, async () => {
        subject.play(plays.giant());
        expect(failureOf((await ask({}, streamed)).answer)).toBe('MALFORMED');
        subject.play(plays.endless());
        expect(failureOf((await ask({}, streamed)).answer)).toBe('MALFORMED');
      });

      test('silence, and one that stops or drips, end with the deadline', async () => {
        for (const behaviour of [plays.silence(), plays.stalled(), plays.drip('a '.repeat(200), 100)]) {
          subject.play(behaviour);
          const before = performance.now();
          expect(failureOf((await ask({ timeoutMs: SOON_MS }, streamed)).answer)).toBe('TIMEOUT');
          expect(performance.now() - before).toBeLessThan(SOON_MS + 1_500);
        }
      });

      test('a signal ends it: beforehand, and while it is waited for', async () => {
        subject.play(plays.text('Too late.'));
        expect(failureOf((await ask({ signal: AbortSignal.abort() }, streamed)).answer)).toBe('CANCELLED');
        for (const behaviour of [plays.silence(), plays.stalled()]) {
          subject.play(behaviour);
          const gone = new AbortController();
          setTimeout(() => gone.abort(), 100);
          expect(failureOf((await ask({ signal: gone.signal }, streamed)).answer)).toBe('CANCELLED');
        }
      });

      test('no failure tells what was asked or answered', async () => {
        const told: ModelAnswer[] = [];
        const odd = [
          plays.badRequest(),
          plays.unauthorised(),
          plays.nonsense('s3cret-answer'),
          plays.tooLong('s3cret'),
        ];
        for (const behaviour of odd) {
          subject.play(behaviour);
          told.push((await ask({}, streamed)).answer);
        }
        expect(told.filter(({ ok }) => ok)).toEqual([]);
        expect(JSON.stringify(told)).not.toMatch(/s3cret|k3y/);
      });
    });

    test('a stream that breaks off is a failure after the pieces that came', async () => {
      for (const [behaviour, code] of [
        [plays.reset(), 'UNREACHABLE'],
        [plays.truncated(), 'MALFORMED'],
        [plays.lateError('overloaded_error'), 'OVERLOADED'],
      ] as const) {
        subject.play(behaviour, plays.text('It must not be tried again.'));
        const { answer, pieces } = await ask({}, true);
        expect(failureOf(answer)).toBe(code);
        expect(pieces.join('')).toBe('half of');
      }
    });
  });
