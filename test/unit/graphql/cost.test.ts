import { getIntrospectionQuery, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPricing } from '../../../src/graphql/limits/cost.ts';
import { WHOLE_SCHEMA_COST } from '../../../src/graphql/limits/numbers.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

const schema = createSchema();
const price = createPricing(schema);

/** The operation's cost, after making sure that it is one. */
function costOf(query: string, given: Record<string, unknown> = {}): number {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return price({ document, operation, variables: coerced });
}

const PAGE = 500;
describe('the cost of an operation', () => {
  it.each<[string, string, number]>([
    ['a value', '{ __typename }', 1],
    ['an object and its values', '{ viewer { role workspace { id name } } }', 5],
    ['a page of the default size', '{ accounts { nodes { id name } } }', PAGE + 2 + 25 * 3],
    ['a page of a size', '{ accounts(first: 100) { nodes { id name } } }', PAGE + 2 + 100 * 3],
    ['edges as much as nodes', '{ accounts(first: 10) { edges { node { id } } } }', PAGE + 2 + 10 * 3],
    ['a count', '{ accounts(first: 0) { totalCount } }', PAGE + 2 + PAGE],
    ['a list of unknown length', '{ apiKeys { id } }', 1 + 10 * 2],
    ['what a page is asked of, whatever its size', '{ accounts(first: 100) { pageInfo { hasNextPage } } }', PAGE + 3],
    ['a series by its days', series('usage(days: 90) { metrics { values } }'), 2 + 90 + 1 + 10 * (1 + 1 + 90)],
    [
      'points by their fields',
      series('usage(days: 7) { metrics { points { day value } } }'),
      2 + 7 + 1 + 10 * (2 + 21),
    ],
    [
      'a band and its anomalies by their days',
      series('usage(days: 7, metrics: ["a"]) { metrics { baseline { lower upper anomalies { day } } } }'),
      2 + 7 + 1 + (1 + (1 + (1 + 7) + (1 + 7) + (1 + 7 * 2))),
    ],
    ['a series by its range', series('usage(from: "2026-03-01", to: "2026-03-10") { from }'), 2 + 10 + 1],
    [
      'named metrics by their number',
      series('usage(days: 7, metrics: ["a", "b"]) { metrics { name } }'),
      2 + 7 + 1 + 4,
    ],
    ['a fragment wherever it is used', '{ ...A b: viewer { role } ...A } fragment A on Query { viewer { role } }', 6],
    ['nothing that is skipped', '{ viewer { role @skip(if: true) workspace @include(if: false) { id } } }', 1],
    ['a page beyond the largest like the largest', '{ accounts(first: 1000000) { nodes { id } } }', PAGE + 2 + 100 * 2],
    [
      'a list that says itself how long it is',
      `{ account(id: "acc_1") { relationshipTouches(first: 100) { kind touchedAt } health { history(days: 400) { score } } } }`,
      1 + 1 + 100 * 3 + 1 + 1 + 400 + 400 * 2,
    ],
    ['a list that is read whole as the longest', '{ savedViews { id } }', 1 + PAGE + 200 * 2],
    ['a value of any shape by its size', '{ savedViews { filter } }', 1 + PAGE + 200 * (1 + 1 + 20)],
    ['a call of a tool', '{ larryToolResult(name: "x") { data } }', 1 + 5_000 + 1 + 20],
    ['models by theirs', '{ healthModels(first: 100) { version } }', 1 + PAGE + 100 * 50 + 100 * 2],
    ['a negative page like none', '{ accounts(first: -5) { nodes { id } } }', PAGE + 2],
  ])('%s', (_, query, cost) => expect(costOf(query)).toBe(cost));

  it('knows what variables hold, and their defaults', () => {
    const page = (first: number) => PAGE + 2 + first * 2;
    const query = 'query ($n: Int! = 7) { accounts(first: $n) { nodes { id } } }';
    expect(costOf(query, { n: 50 })).toBe(page(50));
    expect(costOf(query)).toBe(page(7));
    const skipped = 'query ($no: Boolean!) { viewer @skip(if: $no) { role } }';
    expect([costOf(skipped, { no: true }), costOf(skipped, { no: false })]).toEqual([0, 2]);
  });

  it('takes a list that a change is given as the length of what it gives back', () => {
    const query = `mutation ($input: UpsertAccountsInput!) {
      upsertAccounts(input: $input) { accounts { id name } userErrors { code } } }`;
    const accounts = Array.from({ length: 300 }, (_, index) => ({ externalCrmId: `A-${index}`, name: 'A' }));
    expect(costOf(query, { input: { accounts } })).toBe(1 + 1 + 300 * 3 + 1 + 10 * 2);
  });

  it('multiplies what is within each other', () => {
    const nested = `{ accounts(first: 100) { nodes { usage(days: 400) { metrics { points { day value } } } } } }`;
    expect(costOf(nested)).toBe(PAGE + 2 + 100 * (1 + 1 + 400 + 1 + 10 * (1 + 1 + 400 * 3)));
  });

  it('begins anew with an account: the list it stands in says nothing about its own', () => {
    const own = 'account { recentUsage { metrics { name } } }';
    const named = costOf(series(`usage(days: 1, metrics: ["a"]) { ${own} }`));
    expect(named).toBe(costOf(series(`usage(days: 1) { ${own} }`)));
  });

  it('of the whole schema is one number, whatever it grows to', () => {
    const everything = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(costOf(getIntrospectionQuery(everything))).toBe(WHOLE_SCHEMA_COST);
    expect(costOf(getIntrospectionQuery())).toBeLessThan(WHOLE_SCHEMA_COST);
    expect(costOf('{ __type(name: "Account") { name } }')).toBeLessThan(5);
  });
});

function series(usage: string): string {
  return `{ account(id: "acc_1") { ${usage} } }`;
}
