import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import {
  html,
  json,
  type MisbehavingEndpoint,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type MappingInput, PREVIEW, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
  endpoint.requests.length = 0;
});

describe('refused', () => {
  const refusal = async (mapping: Partial<MappingInput>, answer: unknown = [], first?: number) => {
    endpoint.respond(json(answer));
    const { preview, userErrors } = await admin.preview(aMappingInput(mapping), first);
    expect(preview).toBeNull();
    return userErrors;
  };

  test.each<[string, Partial<MappingInput>, RegExp, string[]]>([
    ['rows path', { rowsPath: 'data.[rows' }, /at character 1\d/, ['rowsPath']],
    ['date path', { datePath: 'day ||' }, /at character \d/, ['datePath']],
    ['account path', { accountIdPath: '' }, /at character 1/, ['accountIdPath']],
    [
      'metric path',
      {
        metrics: [
          { name: 'ok', path: 'a' },
          { name: 'bad', path: 'sum(a' },
        ],
      },
      /at character \d/,
      ['metrics', '1', 'path'],
    ],
    ['an unknown function', { metrics: [{ name: 'ok', path: 'average(a)' }] }, /average/, ['metrics', '0', 'path']],
    ['metric name', { metrics: [{ name: 'Log ins', path: 'a' }] }, /snake_case/, ['metrics', '0', 'name']],
    ['no metric', { metrics: [] }, /At least one/, ['metrics']],
    [
      'two of a name',
      {
        metrics: [
          { name: 'a', path: 'a' },
          { name: 'a', path: 'b' },
        ],
      },
      /already/,
      ['metrics', '1', 'name'],
    ],
  ])('a mistake in the %s, with its place, without a call', async (_what, mapping, says, field) => {
    expect(await refusal(mapping)).toEqual([
      { code: 'INVALID_MAPPING', message: expect.stringMatching(says), field: ['input', 'mapping', ...field] },
    ]);
    expect(endpoint.requests).toEqual([]);
  });

  test.each<[string, string, unknown, string, RegExp]>([
    [
      'no data',
      'rows',
      { data: { items: [{ a: 1 }] } },
      'ROWS_PATH_NO_DATA',
      /^rows_path returned no data.*data\.items/,
    ],
    ['an object', 'data', { data: { x: {} } }, 'ROWS_PATH_NOT_A_LIST', /an object, not a list.*values\(data\)/],
    ['a failing expression', 'keys(rows)', { rows: null }, 'EXPRESSION_FAILED', /expression failed/],
  ])('a rows path that gives %s', async (_what, rowsPath, answer, code, says) => {
    expect(await refusal({ rowsPath }, answer)).toEqual([
      { code, message: expect.stringMatching(says), field: ['input', 'mapping', 'rowsPath'] },
    ]);
  });

  test.each([0, -1, 101])('first: %i', async (first) => {
    expect(await refusal({}, [], first)).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'first'] }]);
    expect(endpoint.requests).toEqual([]);
  });

  test('an endpoint that has begun to fail', async () => {
    endpoint.respond(status(503));
    expect(await admin.preview(aMappingInput())).toMatchObject({
      preview: null,
      userErrors: [{ code: 'ENDPOINT_UNAVAILABLE', message: expect.stringMatching(/503/), field: [] }],
    });
    endpoint.respond(html());
    expect((await admin.preview(aMappingInput())).userErrors).toMatchObject([{ code: 'NOT_JSON' }]);
    endpoint.respond(status(401));
    expect((await admin.preview(aMappingInput())).userErrors).toMatchObject([{ code: 'CREDENTIALS_REFUSED' }]);
  });

  test('nothing connected, disconnected, or the role is missing', async () => {
    expect((await asAdmin(await app.workspace()).preview(aMappingInput())).userErrors).toMatchObject([
      { code: 'NOT_CONNECTED', message: expect.stringMatching(/connectCustomApi/) },
    ]);
    await admin.disconnect();
    expect((await admin.preview(aMappingInput())).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    const { previewMapping } = await workspace.as('MEMBER').ask(PREVIEW, { input: { mapping: aMappingInput() } });
    expect(previewMapping.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
