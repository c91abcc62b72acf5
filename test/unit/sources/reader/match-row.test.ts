import { describe, expect, it } from 'vitest';
import { learnTemplate, TARGET } from '../../../../src/features/sources/domain/reader/learn-template.ts';
import {
  type MatchedRow,
  MISS,
  matchRow,
  NEEDS_MORE,
} from '../../../../src/features/sources/domain/reader/match-row.ts';
import { seeded } from '../../../kit/random.ts';
import { numberText } from '../../../kit/reader-values.ts';

const WANTED = new Map([
  ['["d"]', TARGET.date],
  ['["a"]', TARGET.account],
  ['["n"]', 0],
]);
const bytesOf = (text: string) => Buffer.from(text);
const LEARNT = bytesOf('{"d":"x","a":"y","n":1,"t":"z"}');
const TEMPLATE = learnTemplate(LEARNT, 0, LEARNT.length, WANTED);

function matched(text: string, behind = ',', inTexts = 0) {
  if (!TEMPLATE) throw new Error('nothing learnt');
  const bytes = bytesOf(text + behind);
  const row: MatchedRow = {
    account: { from: 0, to: 0, isText: false },
    date: { from: 0, to: 0, isText: false },
    values: new Float64Array(1),
    inTexts: Uint8Array.of(inTexts),
  };
  const at = matchRow(TEMPLATE, bytes, 0, bytes.length, row);
  const shown = ({ from, to, isText }: MatchedRow['date']) => (isText ? '"' : '') + bytes.toString('utf8', from, to);
  return { at, date: shown(row.date), account: shown(row.account), value: row.values[0] };
}
const row = (value: string, text = '"z"') => `{"d":"2026-06-01","a":12,"n":${value},"t":${text}}`;

it('gives the values of a row like it', () => {
  const text = '{"d":20605,"a":"ü 漢","n":-2.50,"t":null}';
  expect(matched(text)).toEqual({ at: Buffer.byteLength(text), date: '20605', account: '"ü 漢', value: -2.5 });
});

describe('numbers', () => {
  const FORMS = [
    ...[
      '0',
      '-0',
      '0.0',
      '0e5',
      '1',
      '-1',
      '10',
      '0.1',
      '0.30',
      '123456789012345',
      '1234567890123456',
      '9007199254740993',
    ],
    ...[
      '99999999999999999999',
      '0.1234567890123456',
      '123456.7890123456789',
      '1e5',
      '1E+2',
      '12e-3',
      '1.5e-7',
      '1e22',
      '1e23',
    ],
    ...[
      '-1e-400',
      '0.000001',
      '0.000000000000001',
      '5e-99',
      '9.999e99',
      `1${'0'.repeat(99)}`,
      `0.${'3'.repeat(400)}`,
      '8.41e21',
    ],
  ];
  it.each(FORMS)('%s is what JSON.parse makes of it, without the sign of 0', (text) => {
    expect(matched(row(text))).toMatchObject({ at: row(text).length, value: JSON.parse(text) + 0 });
  });

  it('of any form are the same to the last bit', () => {
    const random = seeded(7);
    let compared = 0;
    for (let times = 0; times < 20_000; times++) {
      const text = numberText(random);
      const { at, value } = matched(row(text));
      if (at === MISS) continue;
      compared++;
      if (!Object.is(value, JSON.parse(text) + 0)) expect.fail(`${text} became ${value}`);
    }
    expect(compared).toBeGreaterThan(15_000);
  });

  it.each(['1e999', '-1e999', '1e101', '1.1e100', '1e-101', '-5e-324', '9'.repeat(400)])(
    '%s is for a closer look',
    (text) => {
      expect(matched(row(text)).at).toBe(MISS);
    },
  );

  it.each([
    '01',
    '-01',
    '00',
    '1.',
    '.5',
    '-',
    '+1',
    '1e',
    '1e+',
    '1.e5',
    '0x10',
    '1_0',
    '--1',
    'NaN',
    '-Infinity',
    '1 0',
  ])('%s is none', (text) => {
    expect(matched(row(text)).at).toBe(MISS);
  });
});

describe('numbers written as text', () => {
  it.each(['"0"', '"-2.50"', '"1e5"', '"12345678901234567890"', '7', 'null'])(
    '%s is taken where they are wanted',
    (text) => {
      const number = text === 'null' ? Number.NaN : Number(JSON.parse(text));
      expect(matched(row(text), ',', 1)).toMatchObject({ at: row(text).length, value: number });
    },
  );

  it.each([
    '""',
    '" 1"',
    '"1 "',
    '"01"',
    '"1."',
    '".5"',
    '"+1"',
    '"-"',
    '"1e"',
    '"0x1"',
    '"\\u0031"',
    '"1',
    '1"',
    'true',
  ])('%s is for a closer look', (text) => {
    expect(matched(row(text), ',', 1).at).toBe(MISS);
  });
});

describe('other values', () => {
  it('null is no value', () => {
    expect(matched(row('null'))).toMatchObject({ at: row('null').length, value: Number.NaN });
  });

  it.each(['true', 'false', '"1"', '{}', '[]', 'nul', 'nulL', ''])('%s for a metric is for a closer look', (text) => {
    expect(matched(row(text)).at).toBe(MISS);
  });

  it.each(['""', '"\\""', '"\\\\"', '"\\u00e9\\n"', '"},{"', 'true', 'false', 'null', '-0.5E+7', '"\u007f\u2028"'])(
    '%s may stand where nobody looks',
    (text) => {
      expect(matched(row('1', text)).at).toBe(Buffer.byteLength(row('1', text)));
    },
  );

  it.each(['"\\x"', '"\\u12"', '"\\u12g4"', '"\n"', '"\u0000"', 'tru', 'True', '{}', '[1]', '01', ''])(
    '%s may not',
    (text) => {
      expect(matched(row('1', text)).at).toBe(MISS);
    },
  );

  it.each([
    '{"d":null,"a":1,"n":1,"t":1}',
    '{"d":1,"a":true,"n":1,"t":1}',
    '{"d":"\\u0032","a":1,"n":1,"t":1}',
    '{"d":1,"a":"a\\n","n":1,"t":1}',
  ])('%s names no day or account to be read by bytes', (text) => {
    expect(matched(text).at).toBe(MISS);
  });
});

describe('a row that is not there as a whole', () => {
  const whole = '{"d":"2026-06-01","a":12,"n":-1.5e+3,"t":"\\u00e9\\n"}';
  const cuts = Array.from({ length: whole.length }, (_, length) => whole.slice(0, length));
  it.each(cuts)('%s needs more', (text) => {
    expect(matched(text, '').at).toBe(NEEDS_MORE);
  });

  it.each([
    '{"d":1}]',
    '{"d":1,"a":2}',
    '[]',
    '{"d":1,"a":2,"m":3',
    '{}]',
    ']',
    '{"d":1,"a":2,"n":1,"t":nul}',
    '{"d":1,"a":2,"n":1,"t":"\\u"}]',
  ])('%s is another row, however short', (text) => {
    expect(matched(text, '').at).toBe(MISS);
  });
});
