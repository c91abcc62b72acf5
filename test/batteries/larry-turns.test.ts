import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOutTurns } from '../../src/features/conversations/index.ts';
import type { Model } from '../../src/platform/model/model.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { report, sized } from '../kit/battery.ts';
import type { TestClient } from '../kit/client.ts';
import { createFakeModel } from '../kit/fake-model.ts';
import { ask, eventsOf, faultsOf, kindsOf, textOf } from '../kit/larry.ts';
import { type ModelBehaviour, plays } from '../kit/model-behaviours.ts';
import { seeded } from '../kit/random.ts';

// Turns with a model that says anything, workers that lose their lease at any moment, and readers that come, go and come back:
// each reader is told one and the same story without gaps, with one end, and what is left of its text is the answer.

const TURNS = sized(60, 2_000);
const random = seeded(20_261_122);
const pick = <T>(...items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];

let app: TestApp;
let client: TestClient;
const fake = createFakeModel();
/** Told of each answer the model gives. */
let onAnswer: () => Promise<void> = async () => {};
const model: Model = {
  name: fake.name,
  answer: async (request) => {
    const answer = await fake.answer({ ...request, timeoutMs: 200 });
    await onAnswer();
    return answer;
  },
};
const counts = { turns: 0, 'by a template': 0, readers: 0, 'workers lost': 0, 'stories with a fault': 0 };

beforeAll(async () => {
  app = await startTestApp({ model });
  client = (await app.workspace()).as('MEMBER');
});
afterAll(async () => {
  report('Larry’s turns', counts);
  await app.close();
});

const WORDS = [
  'Acme ',
  'fell\n',
  '30 % ',
  '[t1] ',
  '😀 ',
  '\ud83d',
  '\0',
  '\u202e',
  '"}]} ',
  '<b>',
  '\\u0000 ',
  'x'.repeat(300),
  '\r\n',
  ' ',
] as const;
const speech = (): string => Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(...WORDS)).join('');
const call = () => ({
  tool: pick('get_sync_state', 'get_workspace_overview', 'find_accounts', 'list_signals', 'nothing', '\0\ud800'),
  input: pick<unknown>({}, { query: speech() }, { workspace: 'ws_1' }, { query: { query: [[[[]]]] } }),
});
const calls = () =>
  plays.calls(Array.from({ length: 1 + Math.floor(random() * 6) }, call), random() < 0.4 ? { text: speech() } : {});

function anything(): ModelBehaviour {
  const kind = random();
  if (kind < 0.4) return calls();
  if (kind < 0.75) return plays.text(speech());
  if (kind < 0.85) return plays.drip(speech(), 5);
  return pick(
    plays.reset(speech()),
    plays.truncated(speech()),
    plays.tooLong(speech()),
    plays.refusal(),
    plays.overloaded(),
    plays.stalled(speech()),
    plays.nonsense(),
  );
}

/** Reads to the end, but goes away now and then and comes back. */
async function read(id: string): Promise<unknown[]> {
  const story: { sequence: number; __typename: string }[] = [];
  for (;;) {
    let left = random() < 0.5 ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * 4);
    const seen = await eventsOf(client, id, story.at(-1)?.sequence ?? 0, () => --left <= 0);
    story.push(...seen);
    counts.readers++;
    if (seen.length === 0 || /Answered|Failed/.test(story.at(-1)?.__typename ?? '')) return story;
  }
}

const loseLease = async (id: string) => {
  const lost =
    await app.sql`UPDATE conversation_turns SET lease_token = 'of nobody', lease_expires_at = now() - interval '99 years'
    WHERE id = ${id} AND state = 'RUNNING' RETURNING id`;
  counts['workers lost'] += lost.length;
};

test(`${TURNS} turns`, async () => {
  let conversation: string | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    // A day's budget is for so many.
    if (turn % 100 === 99) app.clock.advance(24 * 60 * 60_000);
    fake.play(anything, ...Array.from({ length: 30 }, () => anything));
    let losses = random() < 0.3 ? 1 + Math.floor(random() * 4) : 0;
    let id = '';
    onAnswer = async () => {
      if (losses > 0 && random() < 0.5) {
        losses--;
        await loseLease(id);
      }
    };
    const asked = await ask(client, `Question ${turn}?`, conversation);
    id = asked.id;
    conversation = random() < 0.8 ? asked.conversation.id : undefined;
    const readers = [read(id), read(id)];
    const ended = () => app.sql`SELECT 1 FROM conversation_turns WHERE id = ${id} AND state IN ('ANSWERED', 'FAILED')`;
    for (;;) {
      await app.ports.queue.drain();
      if ((await ended()).length > 0) break;
      await handOutTurns(app.ports);
    }
    const [story = [], other] = await Promise.all([...readers, eventsOf(client, id)]);
    const end = story.at(-1) as {
      __typename: string;
      turn: { state: string; source: string; answer: string; restsOn: { id: string }[] };
    };
    const faults = [...faultsOf(story)];
    if (end.turn.state === 'ANSWERED') {
      if (textOf(story).trim() !== end.turn.answer)
        faults.push(`read: ${JSON.stringify(textOf(story))}, answer: ${JSON.stringify(end.turn.answer)}`);
      const uses = end.turn.restsOn.map((use) => use.id);
      if (uses.some((use, index) => use !== `t${index + 1}`)) faults.push(`rests on ${uses}`);
    }
    if (JSON.stringify(story).match(/(?<!\\)\\u0000|\u202e/)) faults.push('signs that nobody sees');
    if (faults.length > 0) counts['stories with a fault']++;
    expect(faults, `turn ${turn}: ${kindsOf(story)}`).toEqual([]);
    expect(other, `turn ${turn}: what others are told`).toEqual(story);
    counts.turns++;
    if (end.turn.source === 'TEMPLATE') counts['by a template']++;
  }
});
