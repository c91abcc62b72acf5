import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type AssistantWorld, createAssistantWorld } from '../../kit/assistant-world.ts';
import type { TestClient } from '../../kit/client.ts';
import { answerTo, ask, eventsOf, faultsOf, kindsOf, modelAt, readTurn, textOf } from '../../kit/larry.ts';
import { plays } from '../../kit/model-behaviours.ts';
import { type ModelStandIn, startModelStandIn } from '../../kit/model-stand-in.ts';

let standIn: ModelStandIn;
let app: TestApp;
let world: AssistantWorld;
let member: TestClient;
beforeAll(async () => {
  standIn = await startModelStandIn();
  app = await startTestApp({ model: modelAt(standIn) });
  world = await createAssistantWorld(app);
  member = world.workspace.as('MEMBER');
});
afterAll(async () => {
  await world.close();
  await app.close();
  await standIn.stop();
});
beforeEach(() => standIn.takeRequests());

const USAGE = { tool: 'get_account_usage', input: { account: 'C-1', days: 7 } };
const STATE = { tool: 'get_sync_state', input: {} };

test('a question is looked up, answered and told of on the way, in order, to one end', async () => {
  standIn.play(
    plays.calls([USAGE, STATE], { text: 'Let me look. ' }),
    plays.text('Acme Anvils Ltd made 140 api_calls in the last 7 days [t1].'),
  );
  const turn = await ask(member, 'How is Acme using the product?');
  expect(turn).toMatchObject({ number: 1, state: 'QUEUED', answer: null, source: null, restsOn: [], finishedAt: null });
  const events = await eventsOf(member, turn.id);
  expect(faultsOf(events)).toEqual([]);
  const kinds = kindsOf(events);
  expect(kinds.filter((kind) => kind !== 'Text')).toEqual([
    'TextWithdrawn',
    ...['ToolStarted', 'ToolStarted', 'ToolFinished', 'ToolFinished', 'Answered'],
  ]);
  const { turn: answered } = events.at(-1);
  expect(answered).toMatchObject({
    ...{ id: turn.id, state: 'ANSWERED', source: 'MODEL', fallback: null, failure: null, unsupportedNumbers: [] },
    conversation: { id: turn.conversation.id, title: 'How is Acme using the product?' },
    restsOn: [
      {
        id: 't1',
        tool: 'get_account_usage',
        input: USAGE.input,
        to: YESTERDAY,
        freshness: { state: 'FRESH' },
        code: null,
      },
      { id: 't2', tool: 'get_sync_state', input: {}, code: null },
    ],
  });
  expect(answered.restsOn[0].about).toEqual([{ id: world.ids['C-1'], label: 'Acme Anvils Ltd' }]);
  expect(textOf(events)).toBe(answered.answer);
  expect(await readTurn(member, turn.id)).toEqual(answered);
});

test('the model is told who it is and what it may do, and gets results as data', async () => {
  standIn.play(plays.calls([USAGE]), plays.text('140 [t1]'));
  await answerTo(app, member, 'How is Acme using the product?');
  const [first, second] = standIn.requests;
  expect(first?.body.system[0].text).toContain('Today is 2026-03-10');
  expect(first?.body.tools.map(({ name }: { name: string }) => name)).toContain('list_usage_movers');
  expect(first?.body.messages).toEqual([{ role: 'user', content: 'How is Acme using the product?' }]);
  const result = JSON.parse(second?.body.messages.at(-1).content[0].content);
  expect(result).toMatchObject({
    result: 't1',
    freshness: { state: 'FRESH' },
    days: { to: YESTERDAY },
    truncated: false,
  });
  expect(JSON.stringify(result.data)).toContain('Acme Anvils Ltd');
});

test('what was asked before goes along, shortened, without references to results that are gone', async () => {
  standIn.play(plays.text(`Acme fell [t1]. ${'x'.repeat(5_000)}`), plays.text('By 80 %.'));
  const first = await answerTo(app, member, 'Who fell most?');
  const second = await answerTo(app, member, 'By how much?', first.conversation.id);
  expect(second).toMatchObject({ number: 2, conversation: { id: first.conversation.id, title: 'Who fell most?' } });
  const { messages } = standIn.requests.at(-1)?.body ?? {};
  expect(messages.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(messages[1].content[0].text).toMatch(/^Acme fell\. x+ \[…\]$/);
  expect(messages[1].content[0].text.length).toBeLessThan(2_100);
  expect(messages[2].content).toBe('By how much?');
  expect(second.unsupportedNumbers, 'nothing was looked up').toEqual(['80 %']);
});

test('two follow it at once, one comes late, one comes back: each is told all of the rest, once', async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  standIn.play(plays.calls([USAGE], { text: 'One moment. ' }), async () => {
    await opened;
    return plays.drip('It fell from 100 a day to 20.', 30);
  });
  const { id } = await ask(member, 'What of Acme?');
  const both = [eventsOf(member, id), eventsOf(member, id)];
  const isLookedUp = ({ __typename }: { __typename: string }) => __typename === 'LarryToolFinished';
  const left = await eventsOf(member, id, 0, isLookedUp);
  open();
  const back = await eventsOf(member, id, left.at(-1).sequence);
  const [one, other] = await Promise.all(both);
  const late = await eventsOf(member, id);
  expect(faultsOf(one ?? [])).toEqual([]);
  expect(other).toEqual(one);
  expect(late).toEqual(one);
  expect([...left, ...back]).toEqual(one);
  expect(kindsOf(one ?? []).filter((kind) => kind === 'Text').length, 'pieces, not all at once').toBeGreaterThan(1);
  expect(await eventsOf(member, id, late.length)).toEqual([]);
});

test('results of one look-up are used for the next, and a refusal is told to the model', async () => {
  standIn.play(
    plays.calls([{ tool: 'find_accounts', input: { query: 'Acme' } }]),
    ({ body }) => {
      const { data } = JSON.parse(body.messages.at(-1).content[0].content);
      return plays.calls([
        { tool: 'get_account_health', input: { account: data.accounts[0].id } },
        { tool: 'get_account_usage', input: { account: 'nobody at all' } },
      ]);
    },
    ({ body }) => plays.text(JSON.parse(body.messages.at(-1).content[1].content).refused),
  );
  const turn = await answerTo(app, member, 'How healthy is Acme?');
  expect(turn).toMatchObject({ state: 'ANSWERED', source: 'MODEL', answer: 'NOT_FOUND' });
  expect(turn.restsOn.map(({ id, code }: { id: string; code: string }) => [id, code])).toEqual([
    ['t1', null],
    ['t2', null],
    ['t3', 'NOT_FOUND'],
  ]);
  expect(standIn.requests.at(-1)?.body.messages.at(-1).content[1].is_error).toBe(true);
});

test('figures that stand nowhere are told apart', async () => {
  standIn.play(plays.calls([USAGE]), plays.text('140 calls, not 700 as before, down 80 %; 4711 next week.'));
  const turn = await answerTo(app, member, 'And next week?');
  expect(turn.unsupportedNumbers).toEqual(['4711']);
});

test('afterSequence is a number of an event, and a turn one’s own', async () => {
  const { id } = await answerTo(app, member, 'What of Acme?');
  await expect(eventsOf(member, id, -1)).rejects.toThrow('BAD_USER_INPUT');
  await expect(eventsOf(world.admin, id)).rejects.toThrow('NOT_FOUND');
});
