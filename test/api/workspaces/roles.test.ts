import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { MUTATIONS_NEED, QUERIES_NEED, ROLES, suffices } from '../../kit/roles.ts';
import { sampleOf } from '../../kit/sample-operations.ts';

const schema = createSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};
const queries = schema.getQueryType()?.getFields() ?? {};

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

test('the table names every mutation of the schema, and no other', () => {
  expect(Object.keys(MUTATIONS_NEED).sort()).toEqual(Object.keys(mutations).sort());
});

describe.each(Object.values(mutations))('$name', ({ name, args: [argument] }) => {
  test.each(ROLES)(`as %s`, async (role) => {
    if (!argument) throw new Error(`${name} has no input`);
    const { [name]: payload } = await workspace
      .as(role)
      .ask(`mutation ($input: ${argument.type}) { ${name}(input: $input) { userErrors { code message field } } }`, {
        input: sampleOf(argument.type),
      });
    const needed = MUTATIONS_NEED[name] ?? 'OWNER';
    const forbidden = payload.userErrors.filter((error: { code: string }) => error.code === 'FORBIDDEN');
    if (suffices(role, needed)) expect(forbidden).toEqual([]);
    else {
      expect(payload.userErrors).toEqual([
        { code: 'FORBIDDEN', field: [], message: expect.stringContaining(`needs a key with the role ${needed}`) },
      ]);
    }
  });
});

describe.each(Object.entries(QUERIES_NEED))('%s', (name, needed) => {
  test.each(ROLES)('as %s', async (role) => {
    const field = queries[name];
    if (!field) throw new Error(`there is no query ${name}`);
    const { data, errors } = await workspace.as(role).send(`{ ${name} { __typename } }`);
    if (suffices(role, needed)) expect({ data, errors }).toEqual({ data: { [name]: expect.anything() }, errors: [] });
    else
      expect({ data, errors }).toMatchObject({
        data: { [name]: null },
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
  });
});
