import { expect, test } from 'vitest';
import { CANDIDATES_SCHEMA, readCandidates } from '../../../../src/features/sources/read-candidates.ts';
import { aCandidate, type Candidate } from '../../../kit/suggesting.ts';

const same = (expression: string) => expression;
const read = (described: number, ...candidates: readonly Candidate[]) =>
  readCandidates(JSON.stringify({ candidates }), { described, unmask: same });

test('a candidate becomes a mapping; without an account every row is about one that is not named', () => {
  expect(read(1, aCandidate(), aCandidate({ accountIdPath: null }))).toEqual([
    {
      ...{ rowsPath: 'data', datePath: 'day', dateFormat: 'YYYY_MM_DD', accountIdPath: 'id', accountId: null },
      metrics: [{ name: 'logins', path: 'k7', aggregation: 'SUM' }],
      describes: [0],
    },
    expect.objectContaining({ accountIdPath: null, accountId: 'unnamed-account' }),
  ]);
});

test('metrics come in the order of the descriptions, one for each', () => {
  const metric = (descriptionIndex: number | null, name: string) => ({
    descriptionIndex,
    name,
    path: name,
    aggregation: 'SUM',
  });
  const metrics = [
    metric(2, 'c'),
    metric(null, 'x'),
    metric(0, 'a'),
    metric(2, 'd'),
    metric(null, 'y'),
    metric(1, 'b'),
  ];
  const [mapping] = read(3, aCandidate({ metrics })) ?? [];
  expect(mapping?.metrics.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(mapping?.describes).toEqual([0, 1, 2]);
  expect(read(1, aCandidate({ metrics }))?.[0]?.metrics.map(({ name }) => name)).toEqual(['a']);
  const [undescribed] = read(0, aCandidate({ metrics })) ?? [];
  expect(undescribed?.metrics.map(({ name }) => name)).toEqual(['c', 'x', 'a', 'd', 'y', 'b']);
});

test('every path is told back, and names are not', () => {
  const metrics = [{ descriptionIndex: 0, name: 'm', path: 'm', aggregation: 'MAX' }];
  const [mapping] =
    readCandidates(JSON.stringify({ candidates: [aCandidate({ metrics })] }), {
      described: 1,
      unmask: (text) => `<${text}>`,
    }) ?? [];
  expect(mapping).toMatchObject({ rowsPath: '<data>', datePath: '<day>', accountIdPath: '<id>' });
  expect(mapping?.metrics).toEqual([{ name: 'm', path: '<m>', aggregation: 'MAX' }]);
});

test.each([
  '',
  'null',
  '[]',
  '{}',
  '"x"',
  '{"candidates":null}',
  '{"candidates":[null]}',
  '{"candidates":[{}]}',
  '{"candidates":[],"also":1}',
])('%j is no answer', (text) => {
  expect(readCandidates(text, { described: 1, unmask: same })).toBeNull();
});

test('the schema that is asked for leaves no room for anything else', () => {
  const open: string[] = [];
  const walk = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, properties, additionalProperties, required } = node as Record<string, unknown>;
    if (type === 'object') {
      const names = Object.keys((properties ?? {}) as object).sort();
      if (
        additionalProperties !== false ||
        JSON.stringify(names) !== JSON.stringify([...((required ?? []) as string[])].sort())
      )
        open.push(at);
    }
    for (const [key, inner] of Object.entries(node)) walk(inner, `${at}.${key}`);
  };
  walk(CANDIDATES_SCHEMA, 'answer');
  expect(open).toEqual([]);
  expect(JSON.stringify(CANDIDATES_SCHEMA)).toContain('"candidates"');
});
