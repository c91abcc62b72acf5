import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSchema, type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { RequestContext } from '../../../src/graphql/context.ts';
import { createExecutor } from '../../../src/graphql/execution/executor.ts';
import { createKnownPlans } from '../../../src/graphql/execution/known-plans.ts';

const schema = buildSchema('type Query { all: [Query!]! one: Query! name: String! count: Int! when: String! }');
const rootValue: Record<string, unknown> = { name: 'n', count: 1, when: 'w' };
Object.assign(rootValue, { one: rootValue, all: [rootValue] });
const context = {} as RequestContext;

/** Two thousand fields in two kilobytes, with a plan for each choice of three variables. */
const large = (number: number): DocumentNode => {
  const times = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  return parse(`query Q${number}($a: Boolean!, $b: Boolean!, $c: Boolean!) {
    x: name @skip(if: $a) y: name @skip(if: $b) z: name @skip(if: $c) ${times(80, (index) => `p${index}: one { ...F }`)} }
    fragment F on Query { ${times(5, (index) => `q${index}: all { ...G }`)} }
    fragment G on Query { name count when __typename }`);
};
const operationOf = (document: DocumentNode) => document.definitions[0] as OperationDefinitionNode;

const CHOICES = Array.from({ length: 8 }, (_, bits) => ({ a: !!(bits & 1), b: !!(bits & 2), c: !!(bits & 4) }));

test('documents that somebody makes up by the hundred do not fill the memory with plans', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const execute = createExecutor(schema);
  const documents = Array.from({ length: 40 }, (_, number) => large(number));
  collect();
  const before = process.memoryUsage().heapUsed;
  for (const document of documents)
    for (const variables of CHOICES) {
      const data = await execute({ document, operation: operationOf(document), variables, context, rootValue });
      if (!data) throw new Error('it was not planned: the test proves nothing');
    }
  collect();
  const megabytes = Math.round((process.memoryUsage().heapUsed - before) / 1e6);
  expect(megabytes, `megabytes of plans for ${documents.length} documents that are kept`).toBeLessThan(150);
}, 60_000);

test('what is used again stays, what was used longest ago goes, and comes back when it is asked for', async () => {
  const known = createKnownPlans(30);
  const execute = createExecutor(schema, known);
  const documents = ['{ name count when }', '{ one { name count when } }', '{ all { name one { count when } } }'].map(
    (text) => parse(text),
  );
  const plansOf = (document: DocumentNode) => known.of(operationOf(document), () => []).byChoice.size;
  const ask = (document: DocumentNode) =>
    execute({ document, operation: operationOf(document), variables: {}, context, rootValue });
  const [first, second, third] = documents as [DocumentNode, DocumentNode, DocumentNode];
  for (const document of documents) await ask(document);
  expect(documents.map(plansOf), 'all have room').toEqual([1, 1, 1]);
  const others = Array.from({ length: 10 }, (_, index) => parse(`query Other${index} { name }`));
  for (const other of others) {
    await ask(first);
    await ask(other);
  }
  expect([first, second, third].map(plansOf), 'only the first was used meanwhile').toEqual([1, 0, 0]);
  expect({ ...(await ask(second)) }).toEqual({ one: { name: 'n', count: 1, when: 'w' } });
  expect(plansOf(second)).toBe(1);
});
