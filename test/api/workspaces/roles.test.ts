import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';

/** The least role each mutation needs. Every mutation of the schema must be here. */
const NEEDS: Record<string, Role> = {
  connectCustomApi: 'ADMIN',
  createApiKey: 'OWNER',
  disconnectCustomApi: 'ADMIN',
  linkExternalAccount: 'ADMIN',
  previewMapping: 'ADMIN',
  revokeApiKey: 'OWNER',
  saveMappingAndBackfill: 'ADMIN',
  syncNow: 'ADMIN',
  unlinkExternalAccount: 'ADMIN',
  upsertAccounts: 'MEMBER',
};
const ROLES = ['MEMBER', 'ADMIN', 'OWNER'] as const;
type Role = (typeof ROLES)[number];

const mutations = createSchema().getMutationType()?.getFields() ?? {};

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

test('the table names every mutation of the schema, and no other', () => {
  expect(Object.keys(NEEDS).sort()).toEqual(Object.keys(mutations).sort());
});

describe.each(Object.values(mutations))('$name', ({ name, args: [argument] }) => {
  test.each(ROLES)(`as %s`, async (role) => {
    if (!argument) throw new Error(`${name} has no input`);
    const { [name]: payload } = await workspace
      .as(role)
      .ask(`mutation ($input: ${argument.type}) { ${name}(input: $input) { userErrors { code message field } } }`, {
        input: sampleOf(argument.type),
      });
    const allowed = ROLES.indexOf(role) >= ROLES.indexOf(NEEDS[name] ?? 'OWNER');
    const forbidden = payload.userErrors.filter((error: { code: string }) => error.code === 'FORBIDDEN');
    if (allowed) expect(forbidden).toEqual([]);
    else {
      expect(payload.userErrors).toEqual([
        { code: 'FORBIDDEN', field: [], message: expect.stringContaining(`needs a key with the role ${NEEDS[name]}`) },
      ]);
    }
  });
});

/** Some value the type accepts: whatever the verb thinks of it, it must think of the role first. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return type.name === 'Int' ? 1 : type.name === 'Boolean' ? true : 'sample';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]));
}
