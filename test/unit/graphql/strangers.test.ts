import { describe, expect, it } from 'vitest';
import { isHarmless } from '../../../src/graphql/strangers.ts';

describe('a document that anybody may send', () => {
  it.each([
    '{ __typename }',
    'query A { a: __typename b: __typename }',
    'mutation { __typename }',
    '{ __typename } query B { __typename }',
  ])('%s', (source) => expect(isHarmless(source)).toBe(true));
});

describe('a document that needs a key', () => {
  it.each([
    '{ viewer { role } }',
    '{ __typename viewer { role } }',
    '{ __typename: viewer { role } }',
    '{ __schema { types { name } } }',
    '{ ... { __typename } }',
    '{ ...F } fragment F on Query { __typename }',
    '{ __typename } fragment F on Query { __typename }',
    'type Query { a: Int }',
    '{ __typename',
    '',
    `{ __typename ${' '.repeat(1_000)} }`,
    null,
    undefined,
    {},
    ['{ __typename }'],
  ])('%j', (source) => expect(isHarmless(source)).toBe(false));
});

describe('where introspection is open to all, anybody may send', () => {
  it.each([
    '{ __typename }',
    '{ __schema { types { name } } }',
    'query ($name: String!) { __type(name: $name) { ...T } } fragment T on __Type { name }',
    '{ a: __schema { queryType { name } } }',
  ])('%s', (source) => expect(isHarmless(source, true)).toBe(true));
});

describe('and not', () => {
  it.each([
    '{ viewer { role } }',
    '{ __schema: viewer { role } }',
    '{ ... on Query { viewer { role } } }',
    '{ __typename ...F } fragment F on Query { __typename }',
    'type Query { __schema: Int }',
    `{ __typename ${' '.repeat(10_000)} }`,
    null,
  ])('%j', (source) => expect(isHarmless(source, true)).toBe(false));
});
