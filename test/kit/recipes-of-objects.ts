import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import { DAY, type Recipe } from './recipes.ts';

const metrics = (path: string): Mapping['metrics'] => [{ name: 'usage', path, aggregation: 'SUM' }];
const named = { datePath: 'day', accountIdPath: 'id' } as const;

/** Recipes for answers whose rows are no list of objects, and for values that are parts of others. */
export const OBJECT_RECIPES: readonly Recipe[] = [
  {
    name: 'columns and rows',
    answer: { columns: ['day', 'account', 'calls'], rows: [[DAY, 'A-1', 5]] },
    mapping: { rowsPath: 'rows', datePath: '[0]', accountIdPath: '[1]', metrics: metrics('[2]') },
    values: [5],
  },
  {
    name: 'columns and rows, by name',
    answer: { columns: ['day', 'account', 'calls'], rows: [[DAY, 'A-1', 5]] },
    mapping: {
      rowsPath: 'let $c = columns in rows[*].[from_items(zip($c, @))][]',
      datePath: 'day',
      accountIdPath: 'account',
      metrics: metrics('calls'),
    },
    values: [5],
  },
  {
    name: 'columns in the first row',
    answer: {
      values: [
        ['day', 'id', 'calls'],
        [DAY, 'A-1', 5],
      ],
    },
    mapping: {
      ...named,
      rowsPath: 'let $c = values[0] in values[1:].[from_items(zip($c, @))][]',
      metrics: metrics('calls'),
    },
    values: [5],
  },
  {
    name: 'a map keyed by day',
    answer: { [DAY]: [{ id: 'A-1', calls: 2 }] },
    mapping: {
      ...named,
      rowsPath: 'items(@)[*].[let $k = [0] in [1][*].merge({day: $k}, @)][][]',
      metrics: metrics('calls'),
    },
    values: [2],
  },
  {
    name: 'a map keyed by account',
    answer: { usage: { 'A-1': { day: DAY, calls: 2 } } },
    mapping: { ...named, rowsPath: 'items(usage)[*].merge({id: [0]}, [1])', metrics: metrics('calls') },
    values: [2],
  },
  {
    name: 'a map keyed by day and account',
    answer: { [DAY]: { 'A-1': { docs: 3 } } },
    mapping: {
      rowsPath: 'items(@)[*].[let $d=[0], $m=[1] in items($m)[*].{date:$d,id:[0],docs:[1].docs}][][]',
      datePath: 'date',
      accountIdPath: 'id',
      metrics: metrics('docs'),
    },
    values: [3],
  },
  {
    name: 'a map keyed by account and day, down to the number',
    answer: { data: { 'A-1': { [DAY]: 3 } } },
    mapping: {
      ...named,
      rowsPath: 'items(data)[*].[let $k = [0] in items([1])[*].{id: $k, day: [0], value: [1]}][][]',
      metrics: metrics('value'),
    },
    values: [3],
  },
  {
    name: 'parallel lists',
    answer: { data: { days: [DAY], ids: ['A-1'], calls: [2] } },
    mapping: {
      ...named,
      rowsPath: 'zip(data.days, data.ids, data.calls)[*].{day: [0], id: [1], calls: [2]}',
      metrics: metrics('calls'),
    },
    values: [2],
  },
  {
    name: 'a series for each account beside one list of days',
    answer: { days: [DAY], series: [{ name: 'A-1', data: [2] }] },
    mapping: {
      ...named,
      rowsPath: 'let $x = days in series[*].[let $id = name in zip($x, data)[*].{id: $id, day: [0], n: [1]}][][]',
      metrics: metrics('n'),
    },
    values: [2],
  },
  {
    name: 'an account behind a prefix',
    answer: [{ day: DAY, tag: 'account:A-1', n: 1 }],
    mapping: {
      rowsPath: '@',
      datePath: 'day',
      accountIdPath: "replace(tag, 'account:', '')",
      metrics: metrics('n'),
    },
    values: [1],
  },
  {
    name: 'an account inside a path',
    answer: [{ day: DAY, path: 'projects/9/accounts/A-1/usage', n: 1 }],
    mapping: { rowsPath: '@', datePath: 'day', accountIdPath: "split(path, '/')[3]", metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'an account at the end of a text, in small letters',
    answer: [{ day: DAY, user: 'jo@a-1', n: 1 }],
    mapping: { rowsPath: '@', datePath: 'day', accountIdPath: "upper(split(user, '@')[-1])", metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'arithmetic',
    answer: [{ day: DAY, id: 'A-1', seconds: 90, read: 4 }],
    mapping: {
      ...named,
      rowsPath: '@',
      metrics: [
        { name: 'minutes', path: 'seconds / `60`', aggregation: 'SUM' },
        { name: 'requests', path: 'sum([read, written][])', aggregation: 'SUM' },
      ],
    },
    values: [1.5, 4],
  },
];
