import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTeller } from '../../../src/features/conversations/create-teller.ts';
import type { TurnNews } from '../../../src/features/conversations/model.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const text = (piece: string): TurnNews => ({ kind: 'TEXT', text: piece });
function telling(answers: (boolean | Error)[] = []) {
  const batches: TurnNews[][] = [];
  let lost = 0;
  const append = async (news: readonly TurnNews[]) => {
    const answer = answers.shift() ?? true;
    if (answer instanceof Error) throw answer;
    if (answer) batches.push([...news]);
    return answer;
  };
  return { teller: createTeller(append, () => lost++), batches, lost: () => lost };
}
const pass = () => vi.advanceTimersByTimeAsync(100);

test('pieces of text that come together are one; what is between them parts them', async () => {
  const { teller, batches } = telling();
  for (const piece of ['Hel', 'lo', '!']) teller.tell(text(piece));
  await pass();
  teller.tell(text('One'));
  teller.tell({ kind: 'TEXT_WITHDRAWN' });
  teller.tell(text('Two'));
  await pass();
  expect(batches).toEqual([[text('Hello!')], [text('One'), { kind: 'TEXT_WITHDRAWN' }, text('Two')]]);
});

test('half a character waits for its other half', async () => {
  const { teller, batches } = telling();
  teller.tell(text('a\ud83d'));
  await pass();
  teller.tell(text('\ude00b'));
  await pass();
  expect(batches).toEqual([[text('a')], [text('😀b')]]);
});

test('what could not be written comes with what is next, in order', async () => {
  const { teller, batches } = telling([new Error('away'), new Error('away')]);
  teller.tell(text('One '));
  await pass();
  teller.tell({ kind: 'TOOL' });
  await pass();
  teller.tell(text('two'));
  await pass();
  expect(batches).toEqual([[text('One '), { kind: 'TOOL' }, text('two')]]);
});

test('what was not told when it stops is given back; nothing is told afterwards', async () => {
  const { teller, batches } = telling();
  teller.tell(text('last'));
  expect(await teller.stop()).toEqual([text('last')]);
  teller.tell(text('too late'));
  await pass();
  expect(batches).toEqual([]);
});

test('once nothing may be told any more, it says so and goes on with nothing', async () => {
  const { teller, batches, lost } = telling([false]);
  teller.tell(text('One'));
  await pass();
  teller.tell(text('two'));
  await pass();
  expect([lost(), batches, await teller.stop()]).toEqual([1, [], []]);
});
