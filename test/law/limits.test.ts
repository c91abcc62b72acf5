import { getIntrospectionQuery, getOperationAST, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SERVING } from '../../src/app/serving.ts';
import { PATIENCE } from '../../src/graphql/deadline.ts';
import { createPricing } from '../../src/graphql/limits/cost.ts';
import { limits } from '../../src/graphql/limits/document.ts';
import * as numbers from '../../src/graphql/limits/numbers.ts';
import { LIMIT_CODES } from '../../src/graphql/limits/refusals.ts';
import { RATES } from '../../src/graphql/rates/rate-limits.ts';
import { listFiles, readText } from '../kit/source-tree.ts';
import { schema } from './schema-elements.ts';

const description = schema.description ?? '';
const { MAX_STEPS: _, MAX_VALUE_DEPTH: __, ASSUMED_LIST: ___, ...told } = numbers;

describe("the schema's description tells", () => {
  it.each([
    ...Object.entries(told),
    ['calls a minute', RATES.calls.perSecond * 60],
    ['operations a second', RATES.key.perSecond],
    ['operations at once', RATES.key.burst],
    ['sockets of a key', SERVING.socketsPerKey],
    ['sockets of a workspace', SERVING.socketsPerWorkspace],
    ['operations of a socket', SERVING.operationsPerSocket],
    ['seconds of an operation', PATIENCE.operationMs / 1_000],
    ['seconds of a call', PATIENCE.callMs / 1_000],
  ] as [string, number][])('%s: %i', (_, value) => {
    const written = value.toLocaleString('en-US').replaceAll(',', '\\,');
    expect(description).toMatch(new RegExp(`(?<![\\d,])${written}(?![\\d,]\\d)`));
  });

  it.each(LIMIT_CODES)('the code %s', (code) => expect(description).toContain(`\`${code}\``));

  it('that a workspace has twice the rate of a key', () => {
    expect(RATES.workspace).toEqual({ perSecond: RATES.key.perSecond * 2, burst: RATES.key.burst * 2 });
  });
});

describe('what clients send is within the limits, with room', () => {
  const costOf = createPricing(schema);
  const everything = {
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  // The largest that each variable can be.
  const variables = { first: 100, days: 400 };
  const files = [...listFiles('explorer/examples', '.graphql'), ...listFiles('test/law/contract', '.graphql')];
  const contract = listFiles('test/law/contract', '.graphql').map(readText).join('\n');
  const documents = [
    ...files.filter((path) => path.startsWith('explorer/')).map((path) => [path, readText(path)] as const),
    ['the contract', contract] as const,
    ['introspection', getIntrospectionQuery()] as const,
    ['introspection with everything', getIntrospectionQuery(everything)] as const,
  ];

  it.each(documents)('%s', (_, text) => {
    const document = parse(text);
    expect(validate(schema, document, [limits]).map(({ message }) => message)).toEqual([]);
    const operations = document.definitions.filter(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    );
    expect(operations.length).toBeGreaterThan(0);
    const costs = operations.map((operation) => [
      getOperationAST(document, operation.name?.value)?.name?.value,
      costOf({ document, operation, variables }),
    ]);
    expect(costs.filter(([, cost]) => Number(cost) <= 0 || Number(cost) > 0.75 * numbers.MAX_COST)).toEqual([]);
  });
});
