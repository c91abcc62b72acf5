import { expect, test } from 'vitest';
import type { Intent, Period } from '../../../../src/assistant/router/intent.ts';
import { route } from '../../../../src/assistant/router/route.ts';
import { METRICS, type Question, TODAY } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { HELD_OUT } from './questions-held-out.ts';

const periodText = ({ days }: Period): string => (days ? `${days.from}..${days.to}` : 'none');
const understood = (question: string): Intent => {
  const [best] = route(question, { metrics: METRICS, today: TODAY });
  if (!best) throw new Error(`nothing for ${question}`);
  return best;
};

/** What is wrong with how a question was understood; null when nothing is. */
function missOf([question, kind, expected = {}]: Question): string | null {
  const best = understood(question);
  const { accounts, metrics, periods, limit, direction, severities, signalIds } = best.slots;
  const all = { accounts, metrics, periods: periods.map(periodText), limit, direction, severities, ids: signalIds };
  const asked = Object.keys(expected) as (keyof typeof all)[];
  const got = { kind: best.kind, ...Object.fromEntries(asked.map((key) => [key, all[key]])) };
  const wanted = { kind, ...expected };
  if (JSON.stringify(got) === JSON.stringify(wanted)) return null;
  return `${JSON.stringify(question.slice(-120))}\n    wanted ${JSON.stringify(wanted)}\n    got    ${JSON.stringify(got)}`;
}

const missesOf = (questions: readonly Question[]) => questions.flatMap((question) => missOf(question) ?? []);

test('questions are understood', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(120);
  expect(missesOf(QUESTIONS).join('\n')).toBe('');
});

test('nine of ten questions that the router was not made with are understood', () => {
  const misses = missesOf(HELD_OUT);
  expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(HELD_OUT.length / 10);
});
