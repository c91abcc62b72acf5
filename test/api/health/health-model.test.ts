import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  workspace = connected.workspace;
  connected.serve([{ id: 'A-1', day: YESTERDAY, orders: 5, errors: 1 }]);
  await giveAccounts(connected.admin, [{ externalCrmId: 'A-1', region: 'EU' }]);
  await connected.track([{ name: 'orders' }, { name: 'errors' }]);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const MODEL = `version savedAt weights { adoption engagement relationship support financial } bands { stable healthy }
  missingPillarPolicy metrics { name importance direction }
  segments { name when { plan region attribute { name value } } weights { adoption } bands { stable }
    missingPillarPolicy metrics { name importance } }`;
async function update(model: object, expectedVersion: number | null = null) {
  const { updateHealthModel } = await connected.admin.ask(
    `mutation ($input: UpdateHealthModelInput!) { updateHealthModel(input: $input) {
      healthModel { ${MODEL} } userErrors { code message field } } }`,
    { input: { model, expectedVersion } },
  );
  return updateHealthModel;
}
const current = async (version: number | null = null) =>
  (await workspace.as('MEMBER').ask(`query ($v: Int) { healthModel(version: $v) { ${MODEL} } }`, { v: version }))
    .healthModel;

const BUILT_IN = {
  version: 0,
  savedAt: null,
  weights: { adoption: 30, engagement: 25, relationship: 15, support: 15, financial: 15 },
  bands: { stable: 50, healthy: 70 },
  missingPillarPolicy: 'REDISTRIBUTE',
  metrics: [],
  segments: [],
};

test('the built-in model counts at first', async () => {
  expect(await current()).toEqual(BUILT_IN);
  expect(await current(7)).toBeNull();
});

test('each change is a version, recorded with what changed, and evaluated', async () => {
  const before =
    await app.sql`SELECT asked::int FROM evaluations WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  const change = {
    weights: { adoption: 40, financial: 5 },
    metrics: [{ name: 'errors', direction: 'DOWN_IS_GOOD' }],
    segments: [
      { name: ' EU ', when: { region: 'EU' }, bands: { stable: 40 }, metrics: [{ name: 'orders', importance: 3 }] },
    ],
  };
  const expected = {
    ...BUILT_IN,
    version: 1,
    savedAt: '2026-03-10T12:00:00.000Z',
    weights: { ...BUILT_IN.weights, adoption: 40, financial: 5 },
    metrics: [{ name: 'errors', importance: 1, direction: 'DOWN_IS_GOOD' }],
    segments: [
      {
        name: 'EU',
        when: { plan: null, region: 'EU', attribute: null },
        weights: null,
        bands: { stable: 40 },
        missingPillarPolicy: null,
        metrics: [
          { name: 'errors', importance: 1 },
          { name: 'orders', importance: 3 },
        ],
      },
    ],
  };
  expect(await update(change, 0)).toEqual({ healthModel: expected, userErrors: [] });
  expect(await current()).toEqual(expected);
  const after =
    await app.sql`SELECT asked::int FROM evaluations WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  expect(after[0]?.['asked']).toBe(before[0]?.['asked'] + 1);
  const { auditLog } = await connected.admin.ask(
    '{ auditLog(filter: { actions: [HEALTH_MODEL_UPDATED] }) { nodes { summary subject details } } }',
  );
  expect(auditLog.nodes).toMatchObject([
    {
      summary: 'Changed the health model to version 1: weights, metrics, segments.',
      subject: workspace.id,
      details: { version: 1, before: { weights: { ADOPTION: 30 } }, after: { weights: { ADOPTION: 40 } } },
    },
  ]);
});

test('the same again is no new version', async () => {
  expect(await update({ weights: { adoption: 40 }, bands: { stable: 50, healthy: null } })).toMatchObject({
    healthModel: { version: 1 },
    userErrors: [],
  });
});

test('a change made for another version is refused', async () => {
  expect(await update({ bands: { healthy: 75 } }, 0)).toEqual({
    healthModel: null,
    userErrors: [
      {
        code: 'VERSION_CONFLICT',
        message: expect.stringContaining('version 1 now'),
        field: ['input', 'expectedVersion'],
      },
    ],
  });
});

test('two changes at once become two versions', async () => {
  const [one, two] = await Promise.all([
    update({ bands: { healthy: 75 } }),
    update({ missingPillarPolicy: 'COUNT_AS_ZERO' }),
  ]);
  expect([one.healthModel.version, two.healthModel.version].sort()).toEqual([2, 3]);
  expect(await current()).toMatchObject({ version: 3, bands: { healthy: 75 }, missingPillarPolicy: 'COUNT_AS_ZERO' });
  expect(await current(1)).toMatchObject({ version: 1, bands: { healthy: 70 } });
});

test('what cannot be scored by is refused, with the path to each fault', async () => {
  const { healthModel, userErrors } = await update({
    weights: { adoption: 41 },
    metrics: [{ name: 'Orders' }],
    segments: [{ name: 'x', when: {} }],
  });
  expect(healthModel).toBeNull();
  expect(userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field.join('.')])).toEqual([
    ['INVALID_INPUT', 'input.model.weights'],
    ['INVALID_INPUT', 'input.model.metrics.0.name'],
    ['INVALID_INPUT', 'input.model.segments.0.when'],
  ]);
  expect((await current()).version).toBe(3);
});

describe('the history', () => {
  const versions = async (args: string) => {
    const { healthModels } = await workspace.as('MEMBER').ask(`{ healthModels(${args}) { version } }`);
    return healthModels.map(({ version }: { version: number }) => version);
  };
  test.each([
    ['first: 100', [3, 2, 1, 0]],
    ['first: 2', [3, 2]],
    ['first: 2, beforeVersion: 2', [1, 0]],
    ['first: 3, beforeVersion: 0', []],
    ['first: 1, beforeVersion: 1', [0]],
  ])('%s', async (args, expected) => expect(await versions(args)).toEqual(expected));
});

test("another workspace's model is not seen", async () => {
  const other = (await app.workspace()).as('MEMBER');
  expect(await other.ask('{ healthModel { version } healthModels { version } }')).toEqual({
    healthModel: { version: 0 },
    healthModels: [{ version: 0 }],
  });
});
