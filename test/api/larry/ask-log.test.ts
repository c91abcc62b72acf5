import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOutTurns } from '../../../src/features/conversations/index.ts';
import { createLog } from '../../../src/platform/log.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type AssistantWorld, createAssistantWorld } from '../../kit/assistant-world.ts';
import type { TestClient } from '../../kit/client.ts';
import { answerTo, ask, modelAt, readTurn } from '../../kit/larry.ts';
import { plays } from '../../kit/model-behaviours.ts';
import { type ModelStandIn, startModelStandIn } from '../../kit/model-stand-in.ts';

let standIn: ModelStandIn;
let app: TestApp;
let world: AssistantWorld;
let member: TestClient;
let lines: string[] = [];
beforeAll(async () => {
  standIn = await startModelStandIn();
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  app = await startTestApp({ model: modelAt(standIn), log });
  world = await createAssistantWorld(app);
  member = world.workspace.as('MEMBER');
});
afterAll(async () => {
  await world.close();
  await app.close();
  await standIn.stop();
});

const PLANTED = ['quince', 'walrus', 'Acme', 'xylophone', 's3cret'];
const LOOK_UP = plays.calls([{ tool: 'find_accounts', input: { query: 'Acme xylophone' } }], { text: 'walrus walrus' });
const QUESTION = 'What of Acme and its quince?';

/** Everywhere that a word stands: tables by name, and lines of the log. */
async function placesOf(word: string): Promise<string[]> {
  const tables = await app.sql`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const found = lines.filter((line) => line.includes(word)).map((line) => `log: ${line}`);
  for (const { name } of tables) {
    const rows = await app.sql.unsafe(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [`%${word}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('nothing of a conversation is logged, or kept anywhere but in its tables, whatever happens', async () => {
  standIn.play(LOOK_UP, plays.text('The quince is a walrus.'));
  const { conversation } = await answerTo(app, member, QUESTION);
  for (const failure of [plays.reset('walrus'), plays.badRequest(), plays.refusal(), plays.nonsense('walrus')]) {
    standIn.play(LOOK_UP, failure);
    expect(await answerTo(app, member, QUESTION, conversation.id)).toMatchObject({ source: 'TEMPLATE' });
  }
  await member.send(
    'mutation ($q: String!) { askLarry(input: { question: $q, conversationId: "quince" }) { nothing } }',
    {
      q: 'quince',
    },
  );
  expect(
    lines.some((line) => line.includes('the model did not answer')),
    'the log is looked at',
  ).toBe(true);
  expect((await placesOf('quince')).sort()).toEqual(['conversation_events', 'conversation_turns', 'conversations']);
  for (const word of ['walrus', 'xylophone'])
    expect((await placesOf(word)).every((place) => place.startsWith('conversation_'))).toBe(true);
  for (const word of PLANTED)
    expect(
      lines.filter((line) => line.includes(word)),
      word,
    ).toEqual([]);
  await member.ask('mutation ($id: ID!) { deleteConversation(input: { id: $id }) { deleted } }', {
    id: conversation.id,
  });
  for (const word of ['quince', 'walrus', 'xylophone']) expect(await placesOf(word), 'once it is deleted').toEqual([]);
});

test('an accident in a look-up says where it was and nothing of what was asked; the question is tried again', async () => {
  lines = [];
  standIn.play(LOOK_UP);
  await app.sql`ALTER TABLE accounts RENAME TO gone`;
  let id: string;
  try {
    ({ id } = await ask(member, QUESTION));
    await app.ports.queue.drain();
  } finally {
    await app.sql`ALTER TABLE gone RENAME TO accounts`;
  }
  expect(await readTurn(member, id)).toMatchObject({ state: 'QUEUED', answer: null });
  const told = lines.filter((line) => line.includes('could not be answered'));
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ turn: id, thrown: { cause: { code: '42P01' } } });
  for (const word of PLANTED)
    expect(
      lines.filter((line) => line.includes(word)),
      word,
    ).toEqual([]);
  standIn.play(LOOK_UP, plays.text('All is well.'));
  await handOutTurns(app.ports);
  await app.ports.queue.drain();
  expect(await readTurn(member, id)).toMatchObject({ state: 'ANSWERED', answer: 'All is well.' });
});
