import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../../src/features/sources/domain/mapping.ts';
import { seeded } from '../../../kit/random.ts';
import { runSample, runText, suggested, trySuggest, WINDOW } from './suggested.ts';

const answer = {
  total: 40,
  rows: ['acme', 'birch'].flatMap((id) =>
    [6, 7, 8].map((day) => ({ d: `2026-03-0${day}`, k: id, x1: day, x2: 'text' })),
  ),
};
const proposal = (more: Partial<Mapping> = {}): Mapping => ({
  ...{ rowsPath: 'rows', datePath: 'd', dateFormat: 'YYYY_MM_DD', accountIdPath: 'k', accountId: null },
  metrics: [{ name: 'logins', path: 'x1 + `0`', aggregation: 'SUM' }],
  ...more,
});

describe('mappings that a model proposes', () => {
  it('are run and judged like others, and win where they say more', () => {
    const metrics = [...proposal().metrics, { name: 'exports', path: 'x1 * `2`', aggregation: 'SUM' as const }];
    const { suggestion, preview, candidates } = suggested(answer, ['logins', 'exports'], {
      proposed: [proposal({ metrics })],
    });
    expect(suggestion).toMatchObject({ source: 'MODEL', mapping: { metrics } });
    expect(preview.counts).toMatchObject({ rows: 6, mapped: 6 });
    expect(candidates).toMatchObject({ proposed: 1, dropped: 0 });
  });

  it('may leave out a description, and say which the others are for', () => {
    const { suggestion } = suggested(answer, ['exports', 'logins'], { proposed: [{ ...proposal(), describes: [1] }] });
    expect(suggestion).toMatchObject({ source: 'MODEL', mapping: proposal() });
    expect(suggestion.mapping).not.toHaveProperty('describes');
    expect(suggestion.fields.find(({ field }) => field === 'metrics.0')?.description).toBe('logins');
    const missing = suggestion.warnings.filter(({ code }) => code === 'METRIC_NOT_FOUND');
    expect(missing.map(({ message }) => message)).toEqual([expect.stringContaining('exports')]);
  });

  it('are dropped and counted where they cannot be compiled, or give no row', () => {
    const proposed = [proposal({ rowsPath: 'rows[' }), proposal({ datePath: 'x2' }), proposal({ rowsPath: 'nothing' })];
    const { suggestion, candidates } = suggested(answer, ['x1'], { proposed });
    expect(suggestion.source).toBe('HEURISTIC');
    expect(candidates).toMatchObject({ proposed: 3, dropped: 3 });
  });
});

describe('a suggestion', () => {
  it('is the same for the same answer', () => {
    const once = trySuggest(answer, ['x1'], { knownIds: ['acme'] });
    expect(trySuggest(answer, ['x1'], { knownIds: ['acme'] })).toEqual(once);
  });

  it('has a confidence, a reason and other choices for each field', () => {
    const { suggestion } = suggested(answer, ['x1'], { knownIds: ['acme', 'birch'] });
    expect(suggestion.fields.map(({ field }) => field)).toEqual([
      'rowsPath',
      'datePath',
      'dateFormat',
      'accountIdPath',
      'metrics.0',
    ]);
    for (const { confidence, reason } of suggestion.fields) {
      expect(confidence).toBeGreaterThan(0);
      expect(reason).toMatch(/^.{10,}\.$/);
    }
    expect(suggestion.warnings.map(({ code }) => code)).toEqual(['MORE_PAGES']);
  });

  it('is refused where nothing makes rows, saying what was seen', () => {
    const result = trySuggest({ message: 'hello', list: [1, 2] }, ['logins']);
    expect(result).toMatchObject({ ok: false, error: { code: 'NO_ROWS_FOUND' } });
    expect(JSON.stringify(result)).toContain('list (2 elements)');
  });
});

describe('the values of a sample', () => {
  it('are its distinct texts, whole numbers and keys, as many as asked for', () => {
    const sample = {
      acme: [
        { id: 7, at: 1.5 },
        { id: 7, gid: 'gid://shop/Customer/9' },
      ],
      long: 'x'.repeat(300),
    };
    expect(runSample({ kind: 'values', limit: 100 }, sample)).toEqual({
      ok: true,
      values: ['acme', 'long', 'id', 'at', 'gid', '7', 'gid://shop/Customer/9', '9', '//shop/Customer/9'],
    });
    expect(runSample({ kind: 'values', limit: 2 }, sample)).toEqual({ ok: true, values: ['acme', 'long'] });
  });
});

const KEYS = [
  'date',
  'id',
  'constructor',
  '__proto__',
  'a"b',
  "a'b",
  'x.y',
  '',
  '日付',
  '2026-03-08',
  '2026-03-09',
  'values',
  'columns',
  'n`m',
  'b\\s',
  'row',
  'let',
  '*',
];
const SCALARS = [
  null,
  true,
  0,
  1,
  1e308,
  '',
  ' ',
  '2026-03-08',
  '2026-03-09T00:00:00Z',
  '12',
  '1,234',
  '50%',
  'acme',
  '`',
  "'",
  20_260_308,
  1_772_928_000,
  'x'.repeat(300),
  '08/03/2026',
  'a:b',
  'a/b',
  '\\',
];

function anything(random: () => number, depth: number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = random();
  const count = Math.floor(random() * 5);
  if (depth === 0 || kind < 0.35) return pick(SCALARS);
  if (kind < 0.65) return Array.from({ length: count }, () => anything(random, depth - 1));
  return JSON.parse(
    `{${Array.from({ length: count }, () => `${JSON.stringify(pick(KEYS))}:${JSON.stringify(anything(random, depth - 1))}`).join(',')}}`,
  );
}

describe('any JSON at all', () => {
  it('is answered or refused, and never thrown at', () => {
    const random = seeded(2026);
    const seen = { ok: 0, refused: 0 };
    for (let round = 0; round < 120; round++) {
      const value = anything(random, 6);
      let result: ReturnType<typeof trySuggest>;
      try {
        result = trySuggest([value, value], round % 3 ? ['number of logins', ''] : [], { knownIds: ['acme'] });
      } catch (error) {
        throw new Error(`round ${round}: ${error} on ${JSON.stringify(value).slice(0, 500)}`);
      }
      seen[result.ok ? 'ok' : 'refused']++;
    }
    expect(seen.ok).toBeGreaterThan(10);
    expect(seen.refused).toBeGreaterThan(10);
  });

  it.each([
    ['deep lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['deep objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    [
      'many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index]))),
    ],
  ])('is looked at in bounds: %s', (_, json) => {
    const job = {
      kind: 'suggest',
      descriptions: ['logins'],
      knownIds: [],
      proposed: [],
      first: 1,
      window: WINDOW,
    } as const;
    expect(runText(job, json)).toHaveProperty('ok');
  });
});
