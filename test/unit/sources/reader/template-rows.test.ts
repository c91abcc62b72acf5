import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../../src/features/sources/domain/mapping.ts';
import { byteQueue } from '../../../../src/features/sources/domain/reader/bytes.ts';
import { readsByTemplate, templateRows } from '../../../../src/features/sources/domain/reader/template-rows.ts';
import { compiled } from '../../../kit/mappings.ts';

const metric = (path: string, name = 'm') => ({ name, path, aggregation: 'SUM' as const });

describe('rows are read by template', () => {
  const PLAIN: readonly Partial<Mapping>[] = [
    {},
    { rowsPath: '@' },
    { rowsPath: 'a[0].rows' },
    { accountIdPath: null, accountId: 'one' },
    { accountIdPath: "'one'" },
    { datePath: 'a.b[0].day', accountIdPath: '"an id"' },
    { metrics: [metric('`1`')] },
    { metrics: [metric('to_number(logins)')] },
    { metrics: [metric('logins', 'a'), metric('logins', 'b')] },
    { datePath: '@', accountIdPath: null, accountId: 'one', metrics: [metric('`1`')] },
  ];
  it.each(PLAIN)('with %j', (changes) => {
    expect(readsByTemplate(compiled(changes))).toBe(true);
  });

  const OTHERS: readonly Partial<Mapping>[] = [
    { rowsPath: 'rows[*]' },
    { rowsPath: 'rows[?logins]' },
    { datePath: "'2026-06-01'" },
    { datePath: 'day || date' },
    { datePath: 'days[-1]' },
    { accountIdPath: 'to_string(id)' },
    { metrics: [metric('sum([logins, seats])')] },
    { metrics: [metric('to_number(logins)', 'a'), metric('logins', 'b')] },
    { metrics: [metric('day')] },
    { metrics: [metric('id')] },
    { metrics: [metric('`1e101`')] },
    { accountIdPath: 'day' },
  ];
  it.each(OTHERS)('but not with %j', (changes) => {
    expect(readsByTemplate(compiled(changes))).toBe(false);
  });
});

/** What is taken of these bytes after a first row was learnt from. */
function run(first: string, text: string, changes: Partial<Mapping> = {}, inLines = false) {
  const taken: string[] = [];
  const templates = templateRows(compiled(changes), (id, day, values) => taken.push(`${id} ${day} ${[...values]}`));
  if (!templates) throw new Error('not by template');
  const bytes = Buffer.from(first);
  templates.learn(bytes, 0, bytes.length);
  const queue = byteQueue();
  queue.append(Buffer.from(text));
  const { outcome, consumed } = templates.run(queue, inLines, true);
  return { taken, outcome, left: text.slice(consumed) };
}

const FIRST = '{"day":"2026-06-01","id":"a","logins":1,"seats":2}';
const row = (id: string, day = '"2026-06-02"', logins = '5', seats = '6') =>
  `{"day":${day},"id":${id},"logins":${logins},"seats":${seats}}`;
const DAY = 20_606;

describe('rows like the first', () => {
  it('are taken up to the end of the list', () => {
    expect(run(FIRST, ` ${row('"b"')} ,\n${row(' 7'.trim())}]x`)).toEqual({
      taken: [`b ${DAY} 5,6`, `7 ${DAY} 5,6`],
      outcome: 'END',
      left: 'x',
    });
  });

  it('are taken as far as they are there', () => {
    const begun = row('"c"').slice(0, -3);
    expect(run(FIRST, `${row('"b"')},${begun}`)).toMatchObject({
      taken: [`b ${DAY} 5,6`],
      outcome: 'MORE',
      left: begun,
    });
    expect(run(FIRST, row('"b"'))).toMatchObject({ taken: [], outcome: 'MORE' });
  });

  it('are taken by lines, empty ones passed over', () => {
    expect(run(FIRST, `\n${row('"b"')}\r\n\r\n${row('"c"')}\n`, {}, true)).toEqual({
      taken: [`b ${DAY} 5,6`, `c ${DAY} 5,6`],
      outcome: 'MORE',
      left: '',
    });
  });

  it('keep constants and copies, and forget what a row lacks', () => {
    const metrics = [metric('`3`', 'one'), metric('logins', 'a'), metric('logins', 'b'), metric('gone', 'c')];
    const changes = { accountIdPath: null, accountId: ' me ', metrics };
    expect(run(FIRST, `${row('1')},${row('1', undefined, 'null')}]`, changes).taken).toEqual([
      `me ${DAY} 3,5,5,NaN`,
      `me ${DAY} 3,NaN,NaN,NaN`,
    ]);
  });

  it('are told apart by whether an id is a text or a number', () => {
    expect(run(FIRST, `${row('"12"')},${row('12')},${row('"1e1"')},${row('1e1')}]`).taken).toEqual(
      ['12', '12', '1e1', '10'].map((id) => `${id} ${DAY} 5,6`),
    );
  });

  it('read as many accounts and days as there are', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `account ${index % 9_000}`);
    const text = ids.map((id, index) => row(`"${id}"`, index % 2 ? '"2026-06-02"' : '"2026-06-03"')).join();
    const { taken } = run(FIRST, `${text}]`);
    expect(taken).toEqual(ids.map((id, index) => `${id} ${index % 2 ? DAY : DAY + 1} 5,6`));
  });
});

describe('a closer look is left to others', () => {
  it.each([
    ['no account', row('""')],
    ['an account too long', row(`"${'x'.repeat(256)}"`)],
    ['an account that is no whole number', row('1.5')],
    ['a day that is none', row('"b"', '"2026-02-30"')],
    ['no value at all', row('"b"', undefined, 'null', 'null')],
    ['a number too large', row('"b"', undefined, '1e101')],
    ['another order', '{"id":"b","day":"2026-06-02","logins":5,"seats":6}'],
    ['a field more', row('"b"').replace('}', ',"x":1}')],
    ['a blank more', row('"b"').replace(':', ': ')],
    ['a row that is short', '{}'],
    ['a missing comma', `${row('"b"')} ${row('"c"')}`],
    ['no row', ''],
  ])('of %s', (_, text) => {
    expect(run(FIRST, `${row('"a"')},${text}]`)).toEqual({
      taken: [`a ${DAY} 5,6`],
      outcome: 'MISS',
      left: `${text}]`,
    });
  });
});
