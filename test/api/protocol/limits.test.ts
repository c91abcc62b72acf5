import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  client = (await app.workspace()).as('MEMBER');
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

describe('a document that is too much is refused, however short', () => {
  test.each([
    ['fields nested 22 deep', nested(20), /nested more than 20 deep/],
    ['fields nested 600 deep', nested(600), /nested more than 20 deep/],
    ['fields nested beyond the stack', nested(9_000), /nested too deeply/],
    ['fragments that double at each level', doubling(8), undefined],
    ['fragments that double too often', doubling(60), /nested more than 20 deep/],
    ['a chain of 300 fragments', chain(300), /nested more than 20 deep/],
    [
      '2,001 fields',
      `{ ${Array.from({ length: 1_001 }, (_, i) => `a${i}: viewer { role }`).join(' ')} }`,
      /More than 2000 fields/,
    ],
    ['tokens without end', `{ viewer { ${'role '.repeat(30_000)} } }`, /more that 20000 tokens/],
    [
      'a fragment that uses itself',
      '{ viewer { ...F } } fragment F on Viewer { role ...F }',
      /Cannot spread fragment "F" within itself/,
    ],
  ])('%s', async (_, query, message) => {
    const { status, data, errors } = await client.send(query);
    if (!message) return expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: expect.stringMatching(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/) },
    });
  });
});

test('the introspection of common tools is allowed', async () => {
  const options = {
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  const { __schema } = await client.ask(getIntrospectionQuery(options));
  expect(__schema.queryType.name).toBe('Query');
});

test('2,000 fields, 20 deep, are answered', async () => {
  const fields = Array.from({ length: 1_000 }, (_, index) => `a${index}: viewer { role }`).join(' ');
  expect(Object.keys(await client.ask(`{ ${fields} }`))).toHaveLength(1_000);
  await client.ask(nested(18));
});
