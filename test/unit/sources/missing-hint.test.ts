import { expect, it } from 'vitest';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';
import { missingHint, PARENT_RECIPE } from '../../../src/features/sources/domain/missing-hint.ts';
import { newRow, readRow } from '../../../src/features/sources/domain/read-row.ts';
import { compiled } from '../../kit/mappings.ts';

function evaluate(text: string, value: unknown): unknown {
  const expression = compileExpression(text);
  if (!expression.ok) throw new Error(JSON.stringify(expression.error));
  return expression.value.evaluate(value);
}

it.each([
  ['a list', ['2026-06-01', 3], '[0], [1]'],
  ['an object that holds rows', { cursor: 'x', results: [{ day: '2026-06-01' }] }, '[].results[]'],
  ['an object that holds rows under an odd name', { 'my rows': [{ n: 1 }] }, '[]."my rows"[]'],
  ['an object that holds a list of texts', { tags: ['a'] }, PARENT_RECIPE],
  ['an object', { n: 1 }, PARENT_RECIPE],
  ['a text', 'a', PARENT_RECIPE],
])('a field that %s does not have is looked for elsewhere', (_, row, hint) => expect(missingHint(row)).toContain(hint));

it('what the hints say to write gives the rows', () => {
  const batches = [{ results: [{ n: 1 }, { n: 2 }] }, { results: [{ n: 3 }] }];
  expect(evaluate('@[].results[]', batches)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(evaluate('[].results[]', batches)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const answer = { parents: [{ id: 'a', rows: [{ n: 1 }, { n: 2 }] }, { id: 'b', rows: [] }, { id: 'c' }] };
  expect(evaluate(PARENT_RECIPE, answer)).toEqual([
    { id: 'a', row: { n: 1 } },
    { id: 'a', row: { n: 2 } },
  ]);
});

it('is said of an account and of a day', () => {
  const mapping = compiled();
  const row = newRow(mapping);
  const window = { fromDay: 0, toDay: 100_000, dropOutside: false };
  readRow(mapping, { day: '2026-06-01', results: [{ id: 'a', logins: 1 }] }, row, window);
  expect(row.faults).toMatchObject([{ path: 'account_id', hint: expect.stringContaining('[].results[]') }]);
  readRow(mapping, { id: 'a', logins: 1 }, row, window);
  expect(row.faults).toMatchObject([{ path: 'date', message: 'date: missing' }]);
  expect(row.faults[0]?.hint).toContain(PARENT_RECIPE);
  readRow(mapping, { id: 'a', day: 'June', logins: 1 }, row, window);
  expect(row.faults[0]?.hint).not.toContain(PARENT_RECIPE);
});
