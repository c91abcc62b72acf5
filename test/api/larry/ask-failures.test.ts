import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type AssistantWorld, createAssistantWorld } from '../../kit/assistant-world.ts';
import type { TestClient } from '../../kit/client.ts';
import { answerTo, ask, eventsOf, faultsOf, kindsOf, modelAt, textOf } from '../../kit/larry.ts';
import { type ModelBehaviour, plays } from '../../kit/model-behaviours.ts';
import { type ModelStandIn, startModelStandIn } from '../../kit/model-stand-in.ts';

let standIn: ModelStandIn;
let app: TestApp;
let world: AssistantWorld;
let member: TestClient;
beforeAll(async () => {
  standIn = await startModelStandIn();
  const model = modelAt(standIn);
  // What waits a minute in earnest waits a moment here.
  const hurried = {
    ...model,
    answer: (request: Parameters<typeof model.answer>[0]) => model.answer({ ...request, timeoutMs: 2_500 }),
  };
  app = await startTestApp({ model: hurried });
  world = await createAssistantWorld(app);
  member = world.workspace.as('MEMBER');
});
afterAll(async () => {
  await world.close();
  await app.close();
  await standIn.stop();
});
beforeEach(() => standIn.takeRequests());

const QUESTION = 'Which accounts dropped most?';
const USAGE = { tool: 'get_account_usage', input: { account: 'C-1' } };

const FAILURES: readonly (readonly [what: string, behaviour: ModelBehaviour, why: string])[] = [
  ['says nothing', plays.silence(), 'TIMEOUT'],
  ['begins and says nothing more', plays.stalled('Well, '), 'TIMEOUT'],
  ['is overloaded', plays.overloaded(), 'OVERLOADED'],
  ['fails', plays.failing(), 'OVERLOADED'],
  ['is asked too often', plays.rateLimited(3_600), 'RATE_LIMITED'],
  ['refuses the key', plays.unauthorised(), 'KEY_REFUSED'],
  ['does not like the request', plays.badRequest(), 'MALFORMED'],
  ['refuses', plays.refusal(), 'REFUSED'],
  ['says too much', plays.tooLong('and so on and'), 'TOO_LONG'],
  ['is cut off', plays.reset('half of'), 'UNREACHABLE'],
  ['ends before its end', plays.truncated('half of'), 'MALFORMED'],
  ['fails halfway', plays.lateError('overloaded_error', 'half of'), 'OVERLOADED'],
  ['sends nonsense', plays.nonsense(), 'MALFORMED'],
  [
    'sends a call that is no JSON',
    plays.rawCalls([{ id: 'a', tool: 'find_accounts', json: '{"query":' }]),
    'MALFORMED',
  ],
  ['says what nobody sees', plays.text('\u200b\u202e \u2060'), 'MALFORMED'],
];

test.each(FAILURES)('a model that %s: a template answers, and it is said why', async (_, behaviour, why) => {
  standIn.play(behaviour);
  const { id } = await ask(member, QUESTION);
  const events = await eventsOf(member, id);
  const { turn } = events.at(-1);
  expect(turn).toMatchObject({ state: 'ANSWERED', source: 'TEMPLATE', fallback: why, failure: null });
  expect(faultsOf(events)).toEqual([]);
  expect(textOf(events), 'nothing of what was said before is left').toBe(turn.answer);
  expect(turn.answer).not.toMatch(/half of|and so on|s3cret/);
});

test('a failure after a look-up withdraws that, too', async () => {
  standIn.play(plays.calls([USAGE]), plays.reset('Acme has '));
  const { id } = await ask(member, QUESTION);
  const events = await eventsOf(member, id);
  const kinds = kindsOf(events);
  const withdrawn = kinds.lastIndexOf('TextWithdrawn');
  expect(kinds.slice(0, withdrawn)).toEqual(expect.arrayContaining(['ToolStarted', 'ToolFinished', 'Text']));
  const { turn } = events.at(-1);
  expect(turn).toMatchObject({ source: 'TEMPLATE', fallback: 'UNREACHABLE' });
  const after = events.slice(withdrawn).flatMap(({ use }) => (use ? [use.id] : []));
  expect(after.sort(), 'all that it rests on was looked up anew').toEqual(
    turn.restsOn.map((use: { id: string }) => use.id).sort(),
  );
});

test('a model that looks up for ever is stopped after eight steps', async () => {
  standIn.play(plays.calls([{ tool: 'get_sync_state', input: {} }]));
  const turn = await answerTo(app, member, QUESTION);
  expect(turn).toMatchObject({ source: 'TEMPLATE', fallback: 'TOO_MANY_STEPS' });
  expect(standIn.requests).toHaveLength(8);
});

test('after 16 look-ups no more are made, and the model is told', async () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ tool: 'get_sync_state', input: {} }));
  standIn.play(plays.calls(many(10)), plays.calls(many(10)), plays.text('Enough.'));
  const turn = await answerTo(app, member, QUESTION);
  expect(turn).toMatchObject({ source: 'MODEL', answer: 'Enough.' });
  expect(turn.restsOn).toHaveLength(16);
  const results = standIn.requests.at(-1)?.body.messages.at(-1).content;
  expect(results.map((one: { is_error: boolean }) => one.is_error)).toEqual([
    ...Array(6).fill(false),
    ...Array(4).fill(true),
  ]);
  expect(results.at(-1).content).toContain('No more tools');
});

test('results have a size that they may not have together', async () => {
  const days = { tool: 'get_account_usage', input: { account: 'C-1', days: 90 } };
  standIn.play(plays.calls(Array(16).fill(days)), plays.text('Enough.'));
  const turn = await answerTo(app, member, QUESTION);
  const size = turn.restsOn.reduce(
    (sum: number, { data }: { data: unknown }) => sum + (data ? JSON.stringify(data).length : 0),
    0,
  );
  expect(size).toBeLessThanOrEqual(100_000);
});

test('without budget a template answers, until the day is over', async () => {
  const budget = (callsPerDay: number | null) =>
    world.workspace
      .as('OWNER')
      .ask('mutation ($n: Int) { updateModelBudget(input: { callsPerDay: $n }) { userErrors { message } } }', {
        n: callsPerDay,
      });
  await budget(0);
  standIn.play(plays.text('Hello.'));
  expect(await answerTo(app, member, QUESTION)).toMatchObject({ source: 'TEMPLATE', fallback: 'BUDGET_EXHAUSTED' });
  expect(standIn.requests).toHaveLength(0);
  await budget(1_000);
  expect(await answerTo(app, member, QUESTION)).toMatchObject({ source: 'MODEL', fallback: null, answer: 'Hello.' });
});

test('without a model a template answers, and nothing is amiss', async () => {
  const plain = await startTestApp();
  try {
    const asker = (await plain.workspace()).as('MEMBER');
    const turn = await answerTo(plain, asker, QUESTION);
    expect(turn).toMatchObject({ state: 'ANSWERED', source: 'TEMPLATE', fallback: null });
    const events = await eventsOf(asker, turn.id);
    expect(faultsOf(events)).toEqual([]);
    expect(textOf(events)).toBe(turn.answer);
  } finally {
    await plain.close();
  }
});
