import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { answerTo, ask, eventsOf, tryToAsk } from '../../kit/larry.ts';

let app: TestApp;
let workspace: TestWorkspace;
let member: TestClient;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  workspace = await app.workspace();
  member = workspace.as('MEMBER');
});
afterAll(() => app.close());

const LIST = `query ($first: Int! = 25, $after: String) { conversations(first: $first, after: $after) {
  nodes { id title createdAt lastTurnAt turns { nodes { number question state } } } pageInfo { hasNextPage endCursor } } }`;
const titles = async (client: TestClient): Promise<string[]> =>
  (await client.ask(LIST)).conversations.nodes.map(({ title }: { title: string }) => title);
const remove = async (client: TestClient, id: string) =>
  (
    await client.ask(
      'mutation ($id: ID!) { deleteConversation(input: { id: $id }) { deleted userErrors { code field } } }',
      { id },
    )
  ).deleteConversation;

test('a conversation is its key’s alone: other keys, owners among them, find nothing of it', async () => {
  const turn = await answerTo(app, member, 'Is the data fresh?');
  const conversation = turn.conversation.id;
  const stranger = (await app.workspace()).as('OWNER');
  const query = `query ($turn: ID!, $id: ID!) { conversation(id: $id) { id } conversations { nodes { id } }
    turn: node(id: $turn) { id } node(id: $id) { id } }`;
  const own = await member.ask(query, { turn: turn.id, id: conversation });
  expect(own).toMatchObject({ conversation: { id: conversation }, turn: { id: turn.id }, node: { id: conversation } });
  for (const other of [workspace.as('OWNER'), workspace.as('ADMIN'), stranger]) {
    expect(await other.ask(query, { turn: turn.id, id: conversation })).toEqual({
      ...{ conversation: null, conversations: { nodes: [] }, turn: null, node: null },
    });
    expect((await tryToAsk(other, 'And now?', conversation)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'conversationId'] },
    ]);
    expect(await remove(other, conversation)).toEqual({
      ...{ deleted: false, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }] },
    });
    await expect(eventsOf(other, turn.id)).rejects.toThrow('NOT_FOUND');
  }
  expect(await titles(member)).toEqual(['Is the data fresh?']);
});

test('the one last asked in comes first, page by page, with its turns in order', async () => {
  const asked: string[] = [];
  for (const question of ['One?', 'Two?', 'Three?']) {
    app.clock.advance(1_000);
    asked.push((await answerTo(app, member, question)).conversation.id);
  }
  app.clock.advance(1_000);
  await answerTo(app, member, 'One more?', asked[0]);
  expect(await titles(member)).toEqual(['One?', 'Three?', 'Two?']);
  const first = (await member.ask(LIST, { first: 2 })).conversations;
  expect(first.nodes[0].turns.nodes).toEqual([
    { number: 1, question: 'One?', state: 'ANSWERED' },
    { number: 2, question: 'One more?', state: 'ANSWERED' },
  ]);
  const { conversations: rest } = await member.ask(LIST, { first: 2, after: first.pageInfo.endCursor });
  expect(rest.nodes.map(({ title }: { title: string }) => title)).toEqual(['Two?']);
  expect(rest.pageInfo.hasNextPage).toBe(false);
  const turns = `query ($id: ID!, $after: String) { conversation(id: $id) { turns(first: 1, after: $after) {
    nodes { question } pageInfo { endCursor hasNextPage } } } }`;
  const page = (await member.ask(turns, { id: asked[0] })).conversation.turns;
  expect(page).toMatchObject({ nodes: [{ question: 'One?' }], pageInfo: { hasNextPage: true } });
  expect((await member.ask(turns, { id: asked[0], after: page.pageInfo.endCursor })).conversation.turns).toMatchObject({
    ...{ nodes: [{ question: 'One more?' }], pageInfo: { hasNextPage: false } },
  });
});

test('a cursor that is not one is refused', async () => {
  const damaged = Buffer.from('["conversations","yesterday","conv_1"]').toString('base64url');
  for (const after of ['x', damaged]) {
    const { errors } = await member.send(LIST, { after });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
  }
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t\u00a0'],
  ['what nobody sees', '\u200b\u202e\u2060'],
  ['too much', 'x'.repeat(2_001)],
  ['NUL', 'How \0 is it?'],
])('%s is no question', async (_, question) => {
  expect(await tryToAsk(member, question)).toMatchObject({
    turn: null,
    userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'question'] }],
  });
  expect(await titles(member)).toEqual([]);
});

test('half a surrogate pair is refused as such', async () => {
  const body = `{"query":"mutation ($q: String!) { askLarry(input: { question: $q }) { userErrors { code } } }","variables":{"q":"a\\ud800"}}`;
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.keys.MEMBER}` },
    body,
  });
  expect(await response.json()).toMatchObject({ data: { askLarry: { userErrors: [{ code: 'INVALID_INPUT' }] } } });
});

test('any other text may be asked, and its title is a line', async () => {
  const question = `  Wie\ngeht’s\t„Zoë & Söhne“? 👨‍👩‍👧 \u202eevil <b>${'x'.repeat(100)}</b>`;
  const turn = await answerTo(app, member, question);
  expect(turn).toMatchObject({ question, state: 'ANSWERED' });
  expect(turn.conversation.title).toMatch(/^Wie geht’s „Zoë & Söhne“\? .*…$/);
  expect(turn.conversation.title).not.toMatch(/\u202e|\n/);
  expect([...turn.conversation.title].length).toBeLessThanOrEqual(80);
});

test('three questions of a key may wait, and one of a conversation', async () => {
  // Claimed by a worker that does not get on.
  const stuck = async (question: string, conversation?: string) => {
    const turn = await answerTo(app, member, question, conversation);
    await app.sql`UPDATE conversation_turns SET state = 'RUNNING', lease_token = 'x',
      lease_expires_at = ${new Date(app.clock.now().getTime() + 20_000)} WHERE id = ${turn.id}`;
    return turn;
  };
  const first = await stuck('One?');
  expect((await tryToAsk(member, 'And?', first.conversation.id)).userErrors).toMatchObject([
    { code: 'TOO_MANY_TURNS', message: expect.stringContaining('question before') },
  ]);
  await stuck('Two?');
  await stuck('Three?');
  expect((await tryToAsk(member, 'Four?')).userErrors).toMatchObject([
    { code: 'TOO_MANY_TURNS', message: expect.stringContaining('3 questions'), field: [] },
  ]);
  expect((await tryToAsk(workspace.as('ADMIN'), 'Of another key?')).userErrors).toEqual([]);
  await app.ports.queue.drain();
});

test('many asks at once: no more than three get through', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, (_, index) => tryToAsk(member, `Question ${index}?`)));
  const refused = all.filter(({ turn }) => turn === null);
  // Those that are answered meanwhile make room.
  await app.ports.queue.drain();
  expect(all.length - refused.length).toBeGreaterThanOrEqual(3);
  for (const { userErrors } of refused) expect(userErrors).toMatchObject([{ code: 'TOO_MANY_TURNS' }]);
  const [row] =
    await app.sql`SELECT count(*)::int AS count FROM conversation_turns WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  expect(row?.['count']).toBe(all.length - refused.length);
});

const rowsOf = async (id: string) => {
  const counts = await app.sql`
    SELECT (SELECT count(*)::int FROM conversations WHERE workspace_id = ${id}) AS conversations,
      (SELECT count(*)::int FROM conversation_turns WHERE workspace_id = ${id}) AS turns,
      (SELECT count(*)::int FROM conversation_events WHERE workspace_id = ${id}) AS events`;
  return { ...counts[0] };
};

test('what is deleted is gone, and nothing says that it was there', async () => {
  const turn = await answerTo(app, member, 'Is the data fresh?');
  await answerTo(app, member, 'And signals?', turn.conversation.id);
  const audited = 'SELECT count(*)::int AS count FROM audit_events';
  const [before] = await app.sql.unsafe(audited);
  expect(await remove(member, turn.conversation.id)).toEqual({ deleted: true, userErrors: [] });
  expect(await rowsOf(String(workspace.ctx.actor.workspaceId))).toEqual({ conversations: 0, turns: 0, events: 0 });
  expect(await app.sql.unsafe(audited)).toMatchObject([before]);
  expect((await remove(member, turn.conversation.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  await expect(eventsOf(member, turn.id)).rejects.toThrow('NOT_FOUND');
});

test('after 90 days without a question a conversation goes; what was told on the way goes after one', async () => {
  const turn = await answerTo(app, member, 'Is the data fresh?');
  const other = await answerTo(app, member, 'Who is at risk?');
  const all = await eventsOf(member, turn.id);
  const day = 24 * 60 * 60_000;
  const sweep = async (ms: number) => {
    app.clock.advance(ms);
    app.ports.queue.tick('conversations.sweep');
    await app.ports.queue.drain();
    return rowsOf(String(workspace.ctx.actor.workspaceId));
  };
  expect(await sweep(day - 1_000)).toMatchObject({ events: expect.any(Number), turns: 2 });
  expect(await eventsOf(member, turn.id)).toEqual(all);
  expect(await sweep(2_000)).toEqual({ conversations: 2, turns: 2, events: 0 });
  expect(await eventsOf(member, turn.id), 'the end is told for as long as there is the turn').toEqual(all.slice(-1));
  expect(await sweep(88 * day)).toMatchObject({ conversations: 2 });
  await ask(member, 'Still there?', other.conversation.id);
  await app.ports.queue.drain();
  expect(await sweep(2 * day)).toEqual({ conversations: 1, turns: 2, events: 0 });
  expect(await titles(member)).toEqual(['Who is at risk?']);
});
