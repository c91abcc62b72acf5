import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { createClient } from '../../kit/client.ts';

let app: TestApp;
let ownerKey: string;
beforeAll(async () => {
  app = await startTestApp();
  ownerKey = (await app.workspace()).keys.OWNER;
});
afterAll(() => app.close());

const refused = { status: 401, data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('without a key', () => {
  test.each(['{ __typename }', 'query Ping { ready: __typename }', 'query A { __typename } query B { __typename }'])(
    '%s works',
    async (query) => {
      const answer = await post({ query, ...(query.includes('query B') ? { operationName: 'B' } : {}) });
      expect(answer).toMatchObject({ status: 200, body: { data: expect.anything() } });
    },
  );

  test.each([
    ['a query', '{ viewer { role } }'],
    ['a mutation', 'mutation { syncNow { userErrors { code } } }'],
    ['introspection', getIntrospectionQuery()],
    ['introspection of one type', '{ __typename __type(name: "Account") { name } }'],
    ['a fragment', '{ ...F } fragment F on Query { viewer { role } }'],
    ['an inline fragment', '{ ... on Query { viewer { role } } }'],
    ['a field there is not, which a validator would correct', '{ viewr { rol } }'],
    ['an argument there is not', '{ accounts(frist: 1) { totalCount } }'],
    ['a harmless operation beside another', '{ __typename } query B { viewer { role } }'],
    ['what is no document', '{ viewer {'],
    ['nothing', ''],
  ])('%s is refused', async (_, query) => {
    expect(await createClient(app.url, null).send(query)).toMatchObject(refused);
  });

  test('a query in the address is refused, and one for __typename is not', async () => {
    const get = async (query: string) => {
      const headers = { 'apollo-require-preflight': '1' };
      const response = await fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
      return { status: response.status, body: await response.json() };
    };
    expect(await get('{ viewer { role } }')).toMatchObject({ status: 401, body: { errors: refused.errors } });
    expect(await get('{ __typename }')).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  });

  test('a refusal tells nothing about the schema', async () => {
    const answer = await post({ query: '{ account(idd: 1) { nam } }' });
    expect(JSON.stringify(answer.body)).not.toMatch(/account|idd|nam\b|Did you mean/);
  });
});

describe('without a key, where the operator has opened introspection', () => {
  let open: TestApp;
  beforeAll(async () => {
    open = await startTestApp({}, { publicIntrospection: true });
  });
  afterAll(() => open.close());

  test.each([
    ['the introspection of common tools', getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })],
    ['one type', '{ __type(name: "Account") { name fields { name } } }'],
    ['__typename', '{ __typename }'],
  ])('%s is answered', async (_, query) => {
    expect(await createClient(open.url, null).send(query)).toMatchObject({ status: 200, errors: [] });
  });

  test.each([
    ['a query', '{ viewer { role } }'],
    ['a query beside introspection', '{ __schema { queryType { name } } viewer { role } }'],
    ['a query under the name of introspection', '{ __schema: viewer { role } }'],
    ['a query in a fragment', '{ __typename ...F } fragment F on Query { viewer { role } }'],
    ['a fragment that nothing uses', '{ __typename } fragment F on Query { viewer { role } }'],
    ['another operation', '{ __typename } query B { viewer { role } }'],
    ['a mutation', 'mutation { syncNow { userErrors { code } } }'],
    ['a document of 10,001 characters', `{ __typename ${' '.repeat(9_988)} }`],
  ])('%s is refused', async (_, query) => {
    expect(await createClient(open.url, null).send(query)).toMatchObject(refused);
  });

  test('introspection is limited like everybody else’s', async () => {
    const everything =
      '__schema { types { fields { name args { name type { name } } type { name fields { name } } } } }';
    const bomb = Array.from({ length: 80 }, (_, i) => `a${i}: ${everything}`);
    expect(await createClient(open.url, null).send(`{ ${bomb.join(' ')} }`)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'OPERATION_TOO_COSTLY' } }],
    });
  });
});

describe('a key that does not work', () => {
  const broken: [string, (key: string) => string][] = [
    ['an unknown key', () => 'Bearer trb_0000000000000000000000000000000000000000000'],
    [
      'a key with one character changed',
      (key) => `Bearer ${key.slice(0, -2)}${key.at(-2) === 'A' ? 'B' : 'A'}${key.at(-1)}`,
    ],
    ['a key in another case', (key) => `Bearer ${key.toUpperCase()}`],
    ['a key without Bearer', (key) => key],
    ['a key as Basic', (key) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`],
    ['two keys', (key) => `Bearer ${key} ${key}`],
    ['a key of 10,000 characters', (key) => `Bearer ${key.padEnd(10_000, 'x')}`],
    ['an empty key', () => 'Bearer '],
  ];
  test.each(broken)('%s is a stranger', async (_, authorization) => {
    const answer = await post({ query: '{ viewer { role } }' }, { authorization: authorization(ownerKey) });
    expect(answer).toMatchObject({ status: 401, body: { errors: refused.errors } });
    expect(JSON.stringify(answer.body)).not.toContain(ownerKey);
  });

  test('the scheme may be written in any case', async () => {
    const answer = await post({ query: '{ viewer { role } }' }, { authorization: `bearer ${ownerKey}` });
    expect(answer).toMatchObject({ status: 200, body: { data: { viewer: { role: 'OWNER' } } } });
  });
});

async function post(body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
