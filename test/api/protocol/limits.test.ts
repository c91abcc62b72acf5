import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let client: TestClient;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  const workspace = await app.workspace();
  key = workspace.keys.MEMBER;
  client = workspace.as('MEMBER');
  await giveAccounts(client, [{ externalCrmId: 'A-1' }]);
});
afterAll(() => app.close());

/** Each level is two deep and asks twice for the one below. */
const doubling = (levels: number) =>
  `{ account(externalCrmId: "A-1") { ...F0 } } fragment F${levels} on Account { id } ${Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Account {
      a${level}: usage { account { ...F${level + 1} } } b${level}: usage { account { ...F${level + 1} } } }`,
  ).join(' ')}`;
const chain = (length: number) =>
  `{ viewer { ...F0 } } fragment F${length} on Viewer { role } ${Array.from(
    { length },
    (_, index) => `fragment F${index} on Viewer { ...F${index + 1} }`,
  ).join(' ')}`;
const nested = (depth: number) =>
  `{ account(externalCrmId: "A-1") { ${'usage { account { '.repeat(depth / 2)} id ${'} }'.repeat(depth / 2)} } }`;

const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: viewer { role }`).join(' ')} }`;
const list = (depth: number) => `{ account(id: ${'['.repeat(depth)}${']'.repeat(depth)}) { id } }`;
const changes = (count: number) =>
  `mutation { ${Array.from({ length: count }, (_, i) => `a${i}: syncNow { syncRun { id } }`).join(' ')} }`;
const series = (first: number, days: number) =>
  `{ accounts(first: ${first}) { nodes { usage(days: ${days}) { metrics { points { day value } } } } } }`;
/** The whole schema, several times. */
const schemas = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: __schema { ...S }`).join(' ')} } ${getIntrospectionQuery()
    .replace(/^\s*query IntrospectionQuery \{\s*__schema \{/, 'fragment S on __Schema {')
    .replace(/\}\s*\}\s*(?=fragment FullType)/, '} ')}`;

const TOO_LARGE: [string, string, RegExp][] = [
  ['fields nested 22 deep', nested(20), /^Operation nests fields 22 deep; at most 20: fetch what lies deeper/],
  ['fields nested 600 deep', nested(600), /more than 200 deep; at most 20/],
  ['fragments that double too often', doubling(60), /nests fields 1\d\d deep; at most 20/],
  ['302 definitions', chain(300), /^The document has 302 operations and fragments; at most 200: split it/],
  ['2,001 fields', `{ ${'viewer { role } '.repeat(1_001)} }`, /asks for 2,002 fields; at most 2,000: split it/],
  [
    '2,001 fields of a fragment that nothing uses',
    `{ __typename } fragment F on Query { ${'__typename '.repeat(2_001)} }`,
    /^Fragment F asks for 2,001 fields/,
  ],
  ['501 aliases', aliased(501), /renames 501 fields; at most 500/],
  ['11 changes', changes(11), /makes 11 changes; at most 10/],
  ['tokens without end', `{ viewer { ${'role '.repeat(30_000)} } }`, /^The document has more than 20,000 tokens/],
  [
    '6 directives in one place',
    `{ viewer ${'@include(if: true) '.repeat(6)} { role } }`,
    /One place has 6 directives; at most 5/,
  ],
  ['201 directives', `{ ${'viewer @include(if: true) { role } '.repeat(201)} }`, /has 201 directives; at most 200/],
  ['a list nested 129 deep', list(129), /nested 129 deep; at most 128/],
  ['a list nested 1,000 deep', list(1_000), /nested 1,000 deep; at most 128/],
  ['a type nested 129 deep', `query ($a: ${'['.repeat(129)}ID${']'.repeat(129)}) { __typename }`, /nested 129 deep/],
  ['a name asked for 1,000 times', `{ ${'viewer { role } '.repeat(999)} }`, /share a response name: ask for each once/],
];

describe('a document that is too large is refused, however short', () => {
  test.each(TOO_LARGE)('%s', async (_, query, message) => {
    const { status, data, errors } = await client.send(query);
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'DOCUMENT_TOO_LARGE' } },
    ]);
  });

  test.each([
    ['fields nested beyond the stack', nested(9_000), /nested too deeply/, 'GRAPHQL_PARSE_FAILED'],
    [
      'a fragment that uses itself',
      '{ viewer { ...F } } fragment F on Viewer { role ...F }',
      /Cannot spread fragment "F" within itself/,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s', async (_, query, message, code) => {
    const { status, errors } = await client.send(query);
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
  });
});

describe('an operation that costs too much is refused', () => {
  test.each<[string, string, object]>([
    ['long series of many accounts', series(100, 400), {}],
    [
      'the same with variables',
      'query ($n: Int!) { accounts(first: $n) { nodes { usage(days: 400) { metrics { values } } } } }',
      { n: 100 },
    ],
    [
      'many pages',
      `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: accounts(first: 1) { totalCount }`).join(' ')} }`,
      {},
    ],
    ['the schema many times', schemas(6), {}],
    [
      'what a change gives back',
      `mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) { accounts { usage(days: 30) { metrics { values } } } } }`,
      { input: { accounts: Array.from({ length: 1_000 }, (_, i) => ({ externalCrmId: `X-${i}`, name: 'X' })) } },
    ],
  ])('%s', async (_, query, variables) => {
    const { status, data, errors } = await client.send(query, variables);
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^The operation costs [\d,]+; at most 100,000: ask for smaller pages/),
        extensions: { code: 'OPERATION_TOO_COSTLY', cost: expect.any(Number), maxCost: 100_000 },
      },
    ]);
    expect((await client.ask('{ accounts(filter: { text: "X-" }) { totalCount } }')).accounts.totalCount).toBe(0);
  });

  test('and says by how much', async () => {
    const { errors } = await client.send(series(100, 400));
    expect(errors[0]?.message).toBe(
      `The operation costs ${(500 + 2 + 100 * (403 + 10 * 1202)).toLocaleString('en-US')}; at most 100,000: ask for smaller pages, fewer days or less of each.`,
    );
  });

  test('which of several operations is asked for decides', async () => {
    const query = `query Small { viewer { role } } query Large ${series(100, 400)}`;
    const named = async (operationName: string) =>
      (
        await fetch(`${app.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
          body: JSON.stringify({ query, operationName }),
        })
      ).status;
    expect([await named('Small'), await named('Large')]).toEqual([200, 400]);
  });
});

describe('what is within the limits is answered', () => {
  test.each([
    ['fragments that double themselves 7 times', doubling(7)],
    ['a chain of 190 fragments', chain(190)],
  ])('%s', async (_, query) => {
    expect((await client.send(query)).errors).toEqual([]);
  });

  test('20 deep, 500 aliases, 2,000 fields', async () => {
    await client.ask(nested(18));
    const ids = Array.from({ length: 500 }, (_, i) => `a${i}: viewer { role workspace { id } }`);
    expect(Object.keys(await client.ask(`{ ${ids.join(' ')} }`))).toHaveLength(500);
  });

  test('the introspection of common tools', async () => {
    const options = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    for (const query of [getIntrospectionQuery(), getIntrospectionQuery(options)]) {
      expect((await client.ask(query)).__schema.queryType.name).toBe('Query');
    }
  });

  test('a hundred accounts with a month of every metric', async () => {
    await client.ask(series(100, 25));
  });
});
