import { describe, expect, test } from 'vitest';
import { jsonSchemaOf, TOOLS, toolsFor } from '../../../src/assistant/registry.ts';
import type { Actor, Role } from '../../../src/features/kit/actor.ts';

type Schema = { readonly [key: string]: unknown };

const NAMES = [
  'compare_accounts',
  'compare_periods',
  'explain_signal',
  'find_accounts',
  'get_account_health',
  'get_account_usage',
  'get_sync_state',
  'get_workspace_overview',
  'list_accounts_by_health',
  'list_signals',
  'list_unmatched_ids',
  'list_usage_movers',
  'propose_acknowledge_signal',
  'propose_link_account',
];
const actor = (role: Role | 'SYSTEM'): Actor => ({ workspaceId: 1, workspace: 'ws_1', role, keyId: null });

test('there are these tools', () => {
  expect(TOOLS.map(({ name }) => name).sort()).toEqual(NAMES);
});

test.each<[Role | 'SYSTEM', string[]]>([
  ['MEMBER', NAMES.filter((name) => name !== 'propose_link_account')],
  ['ADMIN', NAMES],
  ['OWNER', NAMES],
  ['SYSTEM', NAMES],
])('a caller who is %s is shown what he may use', (role, names) => {
  expect(
    toolsFor(actor(role))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names);
});

describe.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s', (name, tool) => {
  const { input, output } = jsonSchemaOf(tool) as { input: Schema; output: Schema };

  test('says what it is for, in facts', () => {
    expect(name).toMatch(/^(find|get|list|compare|explain|propose)_[a-z_]+$/);
    expect(tool.title).toMatch(/^[A-Z]/);
    expect(tool.description.length, tool.description).toBeGreaterThan(100);
    expect(tool.description.length, tool.description).toBeLessThan(1_000);
    expect(tool.description).toMatch(/\.$/);
  });

  test('takes no workspace, and nothing that it does not name', () => {
    expect(JSON.stringify(input)).not.toMatch(/"workspace|"tenant|"actor/i);
    expect(objectsIn(input).filter((object) => object['additionalProperties'] !== false)).toEqual([]);
    expect(objectsIn(output).filter((object) => object['additionalProperties'] !== false)).toEqual([]);
  });

  test('describes every argument and every value of its answer', () => {
    expect(undescribed(input)).toEqual([]);
    expect(undescribed(output)).toEqual([]);
  });

  test('bounds its texts and lists, so that no call is larger than it need be', () => {
    const parts = partsOf(input);
    expect(parts.filter(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([]);
    const texts = parts.filter(({ type }) => type === 'string');
    expect(texts.filter((text) => !text['maxLength'] && !text['enum'] && !text['format'])).toEqual([]);
  });
});

/** The schema and all schemas within it. */
function partsOf(schema: unknown): Schema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.values(schema).flatMap(partsOf);
  return Array.isArray(schema) ? inner : [schema as Schema, ...inner];
}

const objectsIn = (schema: Schema): Schema[] => partsOf(schema).filter(({ type }) => type === 'object');

const undescribed = (schema: Schema): string[] =>
  partsOf(schema).flatMap(({ properties }) =>
    Object.entries((properties ?? {}) as Record<string, Schema>)
      .filter(([, property]) => !property['description'])
      .map(([property]) => property),
  );
