import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Mapping } from '../../../src/features/sources/domain/mapping.ts';
import { aMapping, aPreview, runHere } from '../../kit/mappings.ts';

const GUIDE = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8');
const DAY = '2026-06-01';

const metric = (path: string): Mapping['metrics'] => [{ name: 'usage', path, aggregation: 'SUM' }];

const RECIPES: readonly { name: string; answer: unknown; mapping: Partial<Mapping>; value: number }[] = [
  {
    name: 'a map keyed by day and account',
    answer: { [DAY]: { 'A-1': { docs: 3 } } },
    mapping: {
      rowsPath: 'items(@)[*].[let $d=[0], $m=[1] in items($m)[*].{date:$d,id:[0],docs:[1].docs}][][]',
      datePath: 'date',
      accountIdPath: 'id',
      metrics: metric('docs'),
    },
    value: 3,
  },
  {
    name: 'a field of the parent',
    answer: { accounts: [{ id: 'A-1', days: [{ day: DAY, calls: 4 }] }] },
    mapping: {
      rowsPath: 'accounts[*].[let $id=id in days[*].{id:$id,day:day,calls:calls}][][]',
      datePath: 'day',
      accountIdPath: 'id',
      metrics: metric('calls'),
    },
    value: 4,
  },
  {
    name: 'columns and rows',
    answer: { columns: ['day', 'account', 'calls'], rows: [[DAY, 'A-1', 5]] },
    mapping: { rowsPath: 'rows', datePath: '[0]', accountIdPath: '[1]', metrics: metric('[2]') },
    value: 5,
  },
  {
    name: 'numbers as text',
    answer: [{ day: DAY, id: 'A-1', calls: '6' }],
    mapping: { rowsPath: '@', datePath: 'day', accountIdPath: 'id', metrics: metric('to_number(calls)') },
    value: 6,
  },
  {
    name: 'counting rows',
    answer: [
      { day: DAY, id: 'A-1' },
      { day: DAY, id: 'A-1' },
    ],
    mapping: { rowsPath: '@', datePath: 'day', accountIdPath: 'id', metrics: metric('`1`') },
    value: 2,
  },
  {
    name: 'only some rows, and one account for everything',
    answer: {
      rows: [
        { day: DAY, type: 'usage', n: 7 },
        { day: DAY, type: 'noise', n: 100 },
      ],
    },
    mapping: { rowsPath: "rows[?type == 'usage']", datePath: 'day', accountIdPath: "'A-1'", metrics: metric('n') },
    value: 7,
  },
];

test.each(RECIPES)('$name: the guide’s recipe works', ({ answer, mapping, value }) => {
  const { result } = runHere(aPreview(aMapping(mapping)), answer);
  expect(result).toMatchObject({ ok: true, result: [{ day: DAY, externalId: 'A-1', values: [value] }] });
});

test.each(RECIPES)('$name: the guide shows this recipe', ({ mapping }) => {
  for (const path of [mapping.rowsPath, mapping.metrics?.[0]?.path]) expect(GUIDE).toContain(path);
});
