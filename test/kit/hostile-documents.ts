/** One GraphQL request that means no good. `harmless`: it may be answered, as long as nothing breaks. */
export type HostileDocument = {
  readonly name: string;
  readonly query: string;
  /** As JSON text: some is nested too deeply to be written by recursion. */
  readonly variables?: string;
  readonly operationName?: string;
  readonly harmless?: true;
};

const many = (count: number, of: (index: number) => string, glue = ' '): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(glue);
const nest = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);
const deepValue = (depth: number): string => nest('{"a":', '1', '}', depth);
const document = (
  name: string,
  query: string,
  rest: Omit<HostileDocument, 'name' | 'query'> = {},
): HostileDocument => ({ name, query, ...rest });
const harmless = { harmless: true } as const;

const UPSERT =
  'mutation ($a: JSONObject) { upsertAccounts(input: { accounts: [{ externalCrmId: "H", name: "H", attributes: $a }] }) { createdCount userErrors { code } } }';
const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

const depth = [
  ...[21, 100, 1_000, 4_000].map((levels) =>
    document(
      `fields ${levels} deep`,
      `{ account(id: "x") { ${nest('usage { account { ', 'id', '} }', levels / 2)} } }`,
    ),
  ),
  document('fields beyond the stack', '{a'.repeat(50_000)),
  ...[300, 3_000].map((levels) =>
    document(`inline fragments ${levels} deep`, `{ ${nest('... { ', '__typename', '}', levels)} }`),
  ),
  ...[129, 1_000, 8_000].map((levels) =>
    document(`a list literal ${levels} deep`, `{ account(id: ${nest('[', '1', ']', levels)}) { id } }`),
  ),
  ...[129, 1_000, 5_000].map((levels) =>
    document(
      `an object literal ${levels} deep`,
      UPSERT.replace('($a: JSONObject)', '').replace('$a', nest('{a:', '1', '}', levels)),
    ),
  ),
  ...[129, 5_000].map((levels) =>
    document(`a type ${levels} deep`, `query ($a: ${nest('[', 'ID', ']', levels)}) { account(id: $a) { id } }`),
  ),
  document('a default value 3,000 deep', `query ($a: JSONObject = ${nest('{a:', '1', '}', 3_000)}) { __typename }`),
];

const floods = [
  ...[501, 3_000].map((count) => document(`${count} aliases`, `{ ${many(count, (i) => `a${i}: viewer { role }`)} }`)),
  ...[2_001, 6_000].map((count) => document(`${count} times __typename`, `{ ${'__typename '.repeat(count)} }`)),
  document('1,900 times one field', `{ ${'viewer { role } '.repeat(950)} }`),
  document('one field with different arguments', `{ ${many(900, (i) => `account(id: "${i}") { id }`)} }`),
  document(
    'conflicts within conflicts',
    `{ ${many(60, (i) => `a: account(id: "${i}") { ${many(12, (j) => `b: usage(days: ${j + 1}) { from }`)} }`)} }`,
  ),
  document('30,000 tokens', `{ viewer { ${'role '.repeat(30_000)} } }`),
  document('300,000 brackets', '{'.repeat(300_000)),
  document(
    '2,000 operations',
    many(2_000, (i) => `query Q${i} { __typename }`),
    { operationName: 'Q1' },
  ),
  document('2,000 fragments', `{ __typename } ${many(2_000, (i) => `fragment F${i} on Query { __typename }`)}`),
  document('1,000 spreads of no fragment', `{ ${many(1_000, (i) => `...F${i}`)} }`),
  document('1,000 unknown fields, each worth a suggestion', `{ ${many(1_000, (i) => `acount${i} { id }`)} }`),
  document('1,000 unknown arguments', `{ viewer(${many(1_000, (i) => `a${i}: 1`)}) { role } }`),
  document('4,000 variables that nothing uses', `query (${many(4_000, (i) => `$v${i}: ID`)}) { __typename }`),
  document('500 variables that nothing declares', `{ ${many(500, (i) => `a${i}: account(id: $v${i}) { id }`)} }`),
  document('6 directives in one place', `{ viewer ${'@include(if: true) '.repeat(6)} { role } }`),
  document('3,000 directives', `{ ${'viewer @skip(if: false) { role } '.repeat(3_000)} }`),
  document('2,000 unknown directives', `{ viewer ${many(2_000, (i) => `@d${i}`)} { role } }`),
  document('directives on variables', `query ($a: ID ${'@include(if: true) '.repeat(500)}) { account(id: $a) { id } }`),
  document('5,000 changes', `mutation { ${many(2_000, (i) => `a${i}: syncNow { syncRun { id } }`)} }`),
  document('11 changes', `mutation { ${many(11, (i) => `a${i}: syncNow { syncRun { id } }`)} }`),
];

const fragments = [
  document('a fragment within itself', '{ viewer { ...F } } fragment F on Viewer { role ...F }'),
  document('two fragments within each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  document(
    'a ring of 150 fragments',
    `{ ...F0 } ${many(150, (i) => `fragment F${i} on Query { ...F${(i + 1) % 150} }`)}`,
  ),
  document('a ring through inline fragments', '{ ...A } fragment A on Query { ... { ... on Query { ...A } } }'),
  ...[11, 20, 60, 150].map((levels) =>
    document(
      `fragments that double ${levels} times`,
      `{ ...F0 } fragment F${levels} on Query { viewer { role } } ${many(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ... { ...F${i + 1} } }`)}`,
    ),
  ),
  document(
    'fragments that double under new names',
    `{ account(id: "x") { ...F0 } } fragment F60 on Account { id } ${many(60, (i) => `fragment F${i} on Account { a${i}: usage { account { ...F${i + 1} } } b${i}: usage { account { ...F${i + 1} } } }`)}`,
  ),
  document(
    'a chain of 3,000 fragments',
    `{ ...F0 } fragment F3000 on Query { __typename } ${many(3_000, (i) => `fragment F${i} on Query { ...F${i + 1} }`)}`,
  ),
  document('a fragment on a type there is not', '{ ... on Nothing { a } ...F } fragment F on __proto__ { a }'),
];

const literals = [
  document('a string of 200 KB', `{ account(id: "${'x'.repeat(200_000)}") { name } }`, harmless),
  document('a block string of 100,000 lines', `{ account(id: """${'\n  x'.repeat(50_000)}""") { id nope } }`),
  document('an integer of 100,000 digits', `{ accounts(first: ${'9'.repeat(100_000)}) { totalCount } }`),
  document(
    'a number beyond numbers',
    'mutation { upsertAccounts(input: { accounts: [{ externalCrmId: "H", name: "H", arr: 1e999 }] }) { userErrors { code } } }',
  ),
  document('a name of 200 KB', `{ ${'n'.repeat(200_000)} }`),
  document(
    'a list of 15,000',
    `{ accountUsage(accountId: "x", metrics: [${'"m" '.repeat(15_000)}]) { from } }`,
    harmless,
  ),
  document(
    'an object with a prototype',
    UPSERT.replace('($a: JSONObject)', '').replace(
      '$a',
      '{ __proto__: { polluted: true }, constructor: { prototype: { polluted: true } } }',
    ),
    harmless,
  ),
  document('NUL in a string', '{ account(externalCrmId: "\\u0000") { id } }'),
  document('half a surrogate pair', '{ account(externalCrmId: "\\ud800") { id } }'),
  document('a character beyond Unicode', '{ account(externalCrmId: "\\u{110000}") { id } }'),
  document('NUL in the document', '{ \u0000viewer { role } }'),
  document('half a surrogate pair in the document', '{ account(externalCrmId: "\ud800") { id } }'),
  document('a string without end', '{ account(id: "x'),
  document('a block string without end', `{ account(id: """${'x'.repeat(10_000)}`),
  document('a comment and nothing else', `#${'x'.repeat(200_000)}`),
  document('only blanks', ' \n\t,\uFEFF'.repeat(1_000)),
];

const variables = [
  document('a list where a number belongs', 'query ($n: Int!) { accounts(first: $n) { totalCount } }', {
    variables: JSON.stringify({ n: Array(20_000).fill('x') }),
  }),
  document('20,000 wrong entries', 'query ($m: [String!]) { accountUsage(accountId: "x", metrics: $m) { from } }', {
    variables: JSON.stringify({ m: Array(20_000).fill(1) }),
  }),
  ...[5_000, 200_000].map((levels) =>
    document(`an object ${levels} deep where text belongs`, 'query ($id: ID!) { account(id: $id) { id } }', {
      variables: `{"id":${deepValue(levels)}}`,
    }),
  ),
  ...[200, 5_000, 200_000].map((levels) =>
    document(`an object ${levels} deep among the data`, UPSERT, { variables: `{"a":${deepValue(levels)}}` }),
  ),
  ...(
    [
      ['10,000 keys', JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i])))],
      ['NUL among the data', '{"a":"\\u0000"}'],
      ['half a surrogate pair among the data', '{"\\udc00":"x"}'],
    ] as const
  ).map(([name, text]) => document(name, UPSERT, { variables: `{"a":${text}}` })),
  document('a number beyond numbers among the data', UPSERT, { variables: '{"a":{"a":1e999}}', ...harmless }),
  document('prototypes among the data', UPSERT, {
    variables: '{"a":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
    ...harmless,
  }),
  document('null for what has a default', 'query ($n: Int = 5) { accounts(first: $n) { totalCount } }', {
    variables: '{"n":null}',
  }),
  ...PROTOTYPE_NAMES.map((name) =>
    document(`a variable called ${name}`, `query ($${name}: ID) { account(id: $${name}) { id } }`, {
      variables: `{"${name}":{"polluted":true}}`,
    }),
  ),
];

const names = PROTOTYPE_NAMES.flatMap((name) => [
  document(`an operation called ${name}`, '{ __typename }', { operationName: name }),
  document(`a field called ${name}`, `{ ${name} }`),
  document(
    `everything called ${name}`,
    `query ${name} { ${name}: viewer { ...${name} @${name} } } fragment ${name} on ${name} { role }`,
  ),
  document(`a type asked for by the name ${name}`, `{ __type(name: "${name}") { name } }`, harmless),
]);

const operations = [
  document('no operation', 'fragment F on Query { __typename }'),
  document('two without a name', '{ __typename } { __typename }'),
  document('none by that name', 'query A { __typename }', { operationName: 'B' }),
  document('an operation’s name of 200 KB', 'query A { __typename }', { operationName: 'x'.repeat(200_000) }),
  document('types', 'type Query { viewer: Int } extend schema { query: Query }'),
  document('an unknown kind', 'delete { everything }'),
  document(
    'two events in one subscription',
    'subscription { a: syncRunProgressed(customApiId: "x") { id } b: syncRunProgressed(customApiId: "x") { id } }',
  ),
  document('a subscription to nothing', 'subscription { syncRunProgressed(customApiId: "x") { id } }'),
  document('deferred parts', '{ ... @defer { viewer { role } } }'),
  document('a stream', '{ apiKeys @stream(initialCount: 1) { id } }'),
];

const costs = [
  document(
    'series of a hundred accounts',
    '{ accounts(first: 100) { nodes { usage(days: 400) { metrics { points { day value } } } } } }',
  ),
  document('300 pages', `{ ${many(300, (i) => `a${i}: accounts(first: 1) { totalCount }`)} }`),
  document(
    'lists within lists',
    '{ accounts(first: 100) { edges { node { usage { account { usage { account { usage(days: 400) { metrics { values } } } } } } } } } }',
  ),
  ...[-1, 0, 101, 2_147_483_647].map((first) =>
    document(`a page of ${first}`, `{ accounts(first: ${first}) { totalCount } }`),
  ),
  document('a page beyond integers', '{ accounts(first: 2147483648) { totalCount } }'),
  document('a cursor of garbage', `{ accounts(after: "${'/'.repeat(10_000)}") { totalCount } }`),
  document('a million days', '{ accountUsage(accountId: "x", days: 1000000) { from } }', harmless),
  document(
    'types of fields of types of fields',
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  ),
  document(
    'the schema 400 times',
    `{ ${many(400, (i) => `a${i}: __schema { types { fields { name args { name } } } }`)} }`,
  ),
  document('introspection 40 deep', `{ __type(name: "Account") { ${nest('ofType { ', 'name', '}', 40)} } }`),
  document(
    'interfaces of possible types',
    '{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }',
  ),
];

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  ...depth,
  ...floods,
  ...fragments,
  ...literals,
  ...variables,
  ...names,
  ...operations,
  ...costs,
];
