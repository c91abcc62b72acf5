import { expect } from 'vitest';
import { unsupportedNumbers } from '../../src/assistant/numbers.ts';
import { answerByTemplate } from '../../src/assistant/router/answer-by-template.ts';
import type { TurnEvent, TurnResult } from '../../src/assistant/turn.ts';
import type { Ctx } from '../../src/features/kit/ctx.ts';

/** What templates say by themselves: scores are out of 100, data is stale after 36 hours, changes are of 7 or 30 days. */
const OWN_NUMBERS = '100, 36 hours, 7 or 30 days';

export type Turn = { readonly question: string; readonly result: TurnResult };

/** Asks without a model, after the questions before; what holds of every answer is checked here. */
export async function askTemplate(ctx: Ctx, question: string, before: readonly Turn[] = []): Promise<TurnResult> {
  const events: TurnEvent[] = [];
  const history = before.map((turn) => ({ question: turn.question, restsOn: turn.result.restsOn }));
  const result = await answerByTemplate(ctx, { question, history }, (event) => events.push(event));
  const told = events.flatMap((event) => (event.kind === 'TEXT' ? event.text : [])).join('');
  const calls = events.flatMap((event) =>
    event.kind === 'TOOL_STARTED'
      ? `started ${event.id}`
      : event.kind === 'TOOL_FINISHED'
        ? `finished ${event.use.id}`
        : [],
  );
  expect(told, question).toBe(result.answer);
  expect(calls, question).toEqual(result.restsOn.flatMap(({ id }) => [`started ${id}`, `finished ${id}`]));
  const known = new Set(result.restsOn.map(({ id }) => `[${id}]`));
  const cited = result.answer.match(/\[t\d+\]/g) ?? [];
  expect(
    cited.filter((reference) => !known.has(reference)),
    result.answer,
  ).toEqual([]);
  expect(cited.length, result.answer).toBeGreaterThan(0);
  // How many of the metrics moved is counted, and stands in no result.
  const figures = result.answer.replace(/\b(fell|grew) in \d+/g, '$1');
  expect(unsupportedNumbers(figures, result.restsOn, [question, OWN_NUMBERS]), result.answer).toEqual([]);
  expect({ ...result, answer: '', restsOn: [], proposals: [] }, question).toEqual({
    ...{ source: 'TEMPLATE', answer: '', restsOn: [], proposals: [], unsupportedNumbers: [], fallback: null },
  });
  return result;
}

/** The questions of a conversation, each asked after those before it. */
export async function converse(ctx: Ctx, ...questions: readonly string[]): Promise<TurnResult[]> {
  const turns: Turn[] = [];
  for (const question of questions) turns.push({ question, result: await askTemplate(ctx, question, turns) });
  return turns.map(({ result }) => result);
}
