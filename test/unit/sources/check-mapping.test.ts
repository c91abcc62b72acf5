import { describe, expect, it } from 'vitest';
import { checkMapping } from '../../../src/features/sources/domain/check-mapping.ts';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';
import type { Mapping } from '../../../src/features/sources/domain/mapping.ts';
import { aMapping } from '../../kit/mappings.ts';

const refusals = (changes: Partial<Mapping>) => {
  const checked = checkMapping(aMapping(changes));
  return checked.ok ? [] : checked.error;
};
const metric = (name: string, path = 'x') => ({ name, path, aggregation: 'SUM' as const });

describe('a mapping', () => {
  it('is accepted', () => expect(refusals({})).toEqual([]));

  it('takes 1 to 25 metrics', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => metric(`m${index}`));
    expect(refusals({ metrics: many(25) })).toEqual([]);
    expect(refusals({ metrics: many(26) })).toEqual([
      { field: ['mapping', 'metrics'], message: 'At most 25 metrics are tracked, not 26.' },
    ]);
    expect(refusals({ metrics: [] })).toEqual([
      { field: ['mapping', 'metrics'], message: 'At least one metric is needed.' },
    ]);
  });

  it.each([['a'], ['active_seats'], ['m2'], [`a${'b'.repeat(63)}`]])('accepts the metric name %s', (name) => {
    expect(refusals({ metrics: [metric(name)] })).toEqual([]);
  });

  it.each([[''], ['Logins'], ['2fa'], ['_x'], ['a-b'], ['a b'], ['é'], [`a${'b'.repeat(64)}`], ['a\n']])(
    'refuses the metric name %j',
    (name) => {
      expect(refusals({ metrics: [metric(name)] })).toMatchObject([{ field: ['mapping', 'metrics', '0', 'name'] }]);
    },
  );

  it('refuses a name used twice, at the second', () => {
    expect(refusals({ metrics: [metric('a'), metric('b'), metric('a')] })).toMatchObject([
      { field: ['mapping', 'metrics', '2', 'name'], message: 'There is already a metric named a.' },
    ]);
  });

  it('names the column of every mistake, all at once', () => {
    const found = refusals({
      rowsPath: 'data..rows',
      datePath: 'day[',
      accountIdPath: 'nope(id)',
      metrics: [metric('a'), metric('b', 'x ==')],
    });
    expect(found.map(({ field, position }) => [field.join('.'), position])).toEqual([
      ['mapping.rowsPath', 6],
      ['mapping.datePath', 5],
      ['mapping.accountIdPath', 1],
      ['mapping.metrics.1.path', 5],
    ]);
    expect(found[0]?.message).toContain('at character 6');
    expect(found[2]?.message).toMatch(/^unknown function nope\(\) at character 1\. /);
  });

  it('refuses a text where a path was meant, and says how to write it', () => {
    expect(refusals({ metrics: [metric('a', "'m.logins'")] })).toMatchObject([
      {
        field: ['mapping', 'metrics', '0', 'path'],
        position: 1,
        message: expect.stringContaining('m.logins for a path, or "m.logins"'),
      },
    ]);
    expect(refusals({ rowsPath: "'rows'" })).toMatchObject([
      { message: expect.stringContaining('Write rows without quotes') },
    ]);
    expect(refusals({ datePath: "'day'" })).toHaveLength(1);
  });

  it('takes a constant where one makes sense', () => {
    const changes = { accountIdPath: "'acme'", datePath: "'2026-06-01'", metrics: [metric('events', '`1`')] };
    expect(refusals(changes)).toEqual([]);
  });

  it('takes a path to the account or the account itself, and one of them', () => {
    const account = (accountIdPath: string | null, accountId: string | null) =>
      refusals({ accountIdPath, accountId }).map(({ field, message }) => [field.join('.'), message]);
    expect(account('id', null)).toEqual([]);
    expect(account(null, 'acme')).toEqual([]);
    expect(account('id', 'acme')).toEqual([['mapping.accountId', 'Give accountIdPath or accountId, not both.']]);
    expect(account(null, null)).toEqual([['mapping.accountIdPath', expect.stringContaining('Give accountIdPath, or')]]);
    expect(account(null, 'é'.repeat(255))).toEqual([]);
  });

  it.each([
    ['', 'accountId may not be blank.'],
    [' \t\n', 'accountId may not be blank.'],
    ['x'.repeat(256), 'account_id: longer than 255 characters. Choose a shorter identifier.'],
    ['a\0b', expect.stringMatching(/not valid text\. It holds a NUL/)],
    ['a\ud800', expect.stringContaining('not valid text')],
  ])('refuses the constant account %j', (accountId, message) =>
    expect(refusals({ accountIdPath: null, accountId })).toEqual([{ field: ['mapping', 'accountId'], message }]),
  );

  it.each([["  it's \\ 'quoted' "], ['acme'], ['a`b"c']])(
    'compiles the constant account %j to a literal',
    (accountId) => {
      const checked = checkMapping(aMapping({ accountIdPath: null, accountId }));
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      const { literal, steps, evaluate, text } = checked.value.accountId;
      expect({ literal, steps, value: evaluate({ id: 'other' }) }).toEqual({
        literal: { value: accountId.trim() },
        steps: null,
        value: accountId.trim(),
      });
      const again = compileExpression(text);
      expect(again.ok && again.value.literal).toEqual({ value: accountId.trim() });
    },
  );

  it('refuses unknown formats and aggregations', () => {
    const wrong = {
      dateFormat: 'DD_MM',
      metrics: [{ ...metric('a'), aggregation: 'AVG' }],
    } as unknown as Partial<Mapping>;
    expect(refusals(wrong).map(({ field }) => field.join('.'))).toEqual([
      'mapping.dateFormat',
      'mapping.metrics.0.aggregation',
    ]);
  });
});
