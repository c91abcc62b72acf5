import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { deleteConversation, handOutTurns } from '../../../src/features/conversations/index.ts';
import type { Model } from '../../../src/platform/model/model.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { createClient, type TestClient } from '../../kit/client.ts';
import { createFakeModel, type FakeModel } from '../../kit/fake-model.ts';
import { answerTo, ask, eventsOf, faultsOf, kindsOf, readTurn, textOf } from '../../kit/larry.ts';
import { plays } from '../../kit/model-behaviours.ts';

let app: TestApp;
let workspace: TestWorkspace;
let member: TestClient;
let fake: FakeModel;
let closing = new AbortController();
const model: Model = {
  name: 'claude-test',
  // As a model does that is closed.
  answer: (request) =>
    fake.answer({ ...request, signal: AbortSignal.any([closing.signal, ...(request.signal ? [request.signal] : [])]) }),
};
beforeAll(async () => {
  app = await startTestApp({ model });
});
beforeEach(async () => {
  workspace = await app.workspace();
  member = workspace.as('MEMBER');
  fake = createFakeModel();
  closing = new AbortController();
});
afterEach(() => app.ports.queue.drain());
afterAll(() => app.close());

const LOOK_UP = plays.calls([{ tool: 'get_sync_state', input: {} }], { text: 'Let me see. ' });
const until = (probe: () => Promise<unknown>) => vi.waitUntil(probe, { timeout: 5_000, interval: 20 });
const stateOf = async (id: string) =>
  (await app.sql`SELECT state, tries, told FROM conversation_turns WHERE id = ${id}`)[0];

/** A worker that was lost in the middle of a turn: what it told is there, and its lease runs out. */
async function lose(id: string, tries: number): Promise<void> {
  await app.sql`UPDATE conversation_turns SET state = 'RUNNING', tries = ${tries}, lease_token = 'of the dead',
    result = NULL, finished_at = NULL, told = told - 1,
    lease_expires_at = ${new Date(app.clock.now().getTime() - 1)} WHERE id = ${id}`;
  await app.sql`DELETE FROM conversation_events e USING conversation_turns t
    WHERE t.id = ${id} AND e.turn_id = t.id AND e.sequence > t.told`;
}
const handOut = async () => {
  await handOutTurns(app.ports);
  await app.ports.queue.drain();
};

test('a worker that is lost in a turn is replaced: what it told is withdrawn, and there is one end', async () => {
  fake.play(LOOK_UP, plays.text('Half an answer'), plays.text('The answer.'));
  const { id } = await answerTo(app, member, 'Is it fresh?');
  await lose(id, 1);
  const reader = eventsOf(member, id);
  await handOut();
  const events = await reader;
  expect(faultsOf(events)).toEqual([]);
  expect(textOf(events)).toBe('The answer.');
  expect(kindsOf(events).slice(-3)).toEqual(['TextWithdrawn', 'Text', 'Answered']);
  expect(events.at(-1).turn).toMatchObject({ state: 'ANSWERED', answer: 'The answer.', restsOn: [] });
});

test('after three workers nobody tries again', async () => {
  fake.play(plays.text('Half'));
  const { id } = await answerTo(app, member, 'Is it fresh?');
  await lose(id, 3);
  await handOut();
  const events = await eventsOf(member, id);
  expect(faultsOf(events)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ __typename: 'LarryFailed', message: expect.stringContaining('were lost') });
  expect(await readTurn(member, id)).toMatchObject({ state: 'FAILED', answer: null, failure: events.at(-1).message });
  await handOut();
  expect(await eventsOf(member, id)).toEqual(events);
});

test('what is worked on is not handed out, and whoever lost the lease ends nothing', async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  fake.play(async () => {
    await answered;
    return plays.text('Too late.');
  });
  const { id } = await ask(member, 'Is it fresh?');
  await until(async () => (await stateOf(id))?.['state'] === 'RUNNING');
  await handOutTurns(app.ports);
  expect(app.ports.queue.waiting('conversations.turn')).toBe(0);
  await app.sql`UPDATE conversation_turns SET lease_token = 'another' WHERE id = ${id}`;
  answer();
  await app.ports.queue.drain();
  expect(await stateOf(id)).toMatchObject({ state: 'RUNNING', told: 0 });
  expect(await app.sql`SELECT 1 FROM conversation_events WHERE turn_id = ${id}`).toHaveLength(0);
});

test('a conversation deleted midway: the model is stopped, and those who follow are let go', async () => {
  fake.play(LOOK_UP, plays.drip('word '.repeat(400), 20));
  const { id, conversation } = await ask(member, 'Is it fresh?');
  const reader = eventsOf(member, id);
  await until(async () => Number((await stateOf(id))?.['told']) >= 5);
  const began = performance.now();
  const actor = { ...workspace.ctx.actor, ...(await keyOfMember()) };
  expect(await deleteConversation({ ...workspace.ctx, actor }, { id: conversation.id })).toMatchObject({ ok: true });
  const events = await reader;
  await app.ports.queue.drain();
  expect(performance.now() - began, 'well before it had said all').toBeLessThan(3_000);
  expect(kindsOf(events)).not.toContain('Answered');
  for (const table of ['conversations', 'conversation_turns', 'conversation_events'])
    expect(
      await app.sql.unsafe(`SELECT 1 FROM ${table} WHERE workspace_id = ${actor.workspaceId}`),
      table,
    ).toHaveLength(0);
});

const keyOfMember = async () => {
  const { apiKeys } = await workspace.as('OWNER').ask('{ apiKeys { id role } }');
  return { keyId: apiKeys.find(({ role }: { role: string }) => role === 'MEMBER').id as string };
};
const revoke = (id: string) =>
  workspace.as('OWNER').ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { userErrors { code } } }', { id });

test('a key that is revoked before a worker comes, or while one works, gets no answer', async () => {
  const create = 'mutation { createApiKey(input: { label: "short", role: MEMBER }) { secret apiKey { id } } }';
  const [first, second] = [await workspace.as('OWNER').ask(create), await workspace.as('OWNER').ask(create)];
  let asked = 0;
  fake.play(async () => {
    asked++;
    await revoke(second.createApiKey.apiKey.id);
    return LOOK_UP;
  });
  const clients = [first, second].map(({ createApiKey }) => createClient(app.url, createApiKey.secret));
  const turn = await ask(clients[1] as TestClient, 'Is it fresh?');
  await app.ports.queue.drain();
  expect(asked, 'the next step is not taken').toBe(1);
  const failed = await app.sql`SELECT state, failure, result FROM conversation_turns WHERE id = ${turn.id}`;
  expect(failed).toMatchObject([{ state: 'FAILED', failure: expect.stringContaining('key'), result: null }]);
  fake.play(plays.text('Yes.'));
  const waiting = await answerTo(app, clients[0] as TestClient, 'Is it fresh?');
  await lose(waiting.id, 1);
  await revoke(first.createApiKey.apiKey.id);
  const asks = fake.requests.length;
  await handOut();
  expect(await stateOf(waiting.id)).toMatchObject({ state: 'FAILED' });
  expect(fake.requests, 'the model is not asked').toHaveLength(asks);
});

test('a worker that is told to stop hands its question back, as if it had not tried', async () => {
  fake.play(LOOK_UP, plays.silence(), plays.text('The answer.'));
  const { id } = await ask(member, 'Is it fresh?');
  const reader = eventsOf(member, id);
  await until(async () => fake.requests.length === 2);
  closing.abort();
  await app.ports.queue.drain();
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED', tries: 0 });
  closing = new AbortController();
  await handOut();
  const events = await reader;
  expect(faultsOf(events)).toEqual([]);
  expect(events.at(-1).turn).toMatchObject({ answer: 'The answer.', restsOn: [] });
  expect(textOf(events)).toBe('The answer.');
});

test('who follows hears of the end although every message is lost', { timeout: 15_000 }, async () => {
  fake.play(plays.drip('slowly but surely', 100));
  const { id } = await ask(member, 'Is it fresh?');
  const publish = vi.spyOn(app.ports.pubsub, 'publish').mockRejectedValue(new Error('lost'));
  try {
    const events = await eventsOf(member, id);
    expect(faultsOf(events)).toEqual([]);
    expect(publish).toHaveBeenCalled();
  } finally {
    publish.mockRestore();
  }
});
