import { type GraphQLScalarType, graphqlSync, isScalarType, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';

const schema = createSchema();
const scalar = (name: string): GraphQLScalarType => {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`there is no scalar ${name}`);
  return type;
};
const [day, instant, object] = [scalar('Date'), scalar('DateTime'), scalar('JSONObject')];

describe('Date', () => {
  it.each(['2026-11-20', '2024-02-29', '0001-01-01', '9999-12-31'])('%s goes in and out', (text) => {
    expect(day.parseValue(text)).toBe(text);
    expect(day.parseLiteral(parseValue(`"${text}"`), {})).toBe(text);
    expect(day.serialize(text)).toBe(text);
  });

  it.each(['2026-02-30', '2026-11-20T00:00:00Z', '', ' 2026-11-20', 20261120, true, null, {}, new Date(0)])(
    '%j is refused',
    (value) => {
      expect(() => day.parseValue(value)).toThrow('A Date is a calendar day written YYYY-MM-DD.');
      expect(() => day.serialize(value)).toThrow();
    },
  );

  it.each(['20261120', '2026', 'true', 'null', '{}', '["2026-11-20"]', 'TODAY'])(
    'the literal %s is refused',
    (literal) => {
      expect(() => day.parseLiteral(parseValue(literal), {})).toThrow('A Date is a calendar day');
    },
  );
});

describe('DateTime', () => {
  it.each([
    ['2026-11-20T05:15:00Z', '2026-11-20T05:15:00.000Z'],
    ['2026-11-20T05:15Z', '2026-11-20T05:15:00.000Z'],
    ['2026-11-20T00:15:00.123456+02:00', '2026-11-19T22:15:00.123Z'],
  ])('%s is %s', (text, expected) => {
    const parsed = instant.parseValue(text);
    expect(instant.serialize(parsed)).toBe(expected);
    expect(instant.parseLiteral(parseValue(`"${text}"`), {})).toEqual(parsed);
  });

  it.each([
    '2026-11-20T05:15:00',
    '2026-11-20',
    '2026-02-30T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-12:00',
    '2026-11-20T25:00:00Z',
    '2026-11-20 05:15:00Z',
    0,
    null,
  ])('%j is refused', (value) =>
    expect(() => instant.parseValue(value)).toThrow('A DateTime is an ISO 8601 instant with a zone'),
  );

  it('gives out instants only', () =>
    expect(() => instant.serialize('2026-11-20T05:15:00Z')).toThrow('not an instant'));
});

describe('JSONObject', () => {
  it('takes objects of any content', () => {
    const value = { a: [1, { b: null }], '': true };
    expect(object.parseValue(value)).toEqual(value);
    expect(object.parseLiteral(parseValue('{ a: [1, { b: null }], c: ENUM }'), {})).toEqual({
      a: [1, { b: null }],
      c: 'ENUM',
    });
    expect(Object.getPrototypeOf(object.parseLiteral(parseValue('{ a: 1 }'), {}))).toBe(Object.prototype);
  });

  it.each([[[]], ['{}'], [1], [null], [true]])('refuses %j', (value) => {
    expect(() => object.parseValue(value)).toThrow('A JSONObject is a JSON object.');
  });

  it.each(['[]', '"{}"', '1', 'null'])('refuses the literal %s', (literal) => {
    expect(() => object.parseLiteral(parseValue(literal), {})).toThrow('A JSONObject is a JSON object.');
  });
});

it('a value that is refused is the caller’s to mend', () => {
  const { errors } = graphqlSync({
    schema,
    source: '{ accountUsage(externalCrmId: "a", from: "2026-02-30", to: "2026-03-01") { from } }',
  });
  expect(errors?.[0]?.message).toContain('A Date is a calendar day');
});
