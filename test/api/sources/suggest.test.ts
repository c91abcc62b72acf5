import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import {
  json,
  type MisbehavingEndpoint,
  answer as rawAnswer,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { asAdmin, type SourcesClient, SUGGEST, WINDOWED } from '../../kit/sources.ts';

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
  app.clock.set('2026-03-10T12:00:00Z');
  workspace = await app.workspace();
  admin = asAdmin(workspace);
});

const DAYS = ['2026-03-07', '2026-03-08', YESTERDAY];
const USAGE = {
  data: DAYS.flatMap((day, index) =>
    ['A-1', 'B-2'].map((account_id) => ({ day, account_id, logins: 10 - index, api_calls: String(100 + index) })),
  ),
};
const ASKED = ['number of logins', 'API calls'];

const connect = async (answer: unknown = USAGE) => {
  endpoint.respond(json(answer));
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}` })).userErrors).toEqual([]);
  endpoint.requests.length = 0;
};
const codes = async (descriptions: readonly string[], more: object = {}) => {
  const { suggestion, userErrors } = await admin.suggest(descriptions, more);
  expect(suggestion).toBeNull();
  return userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, ...field].join(' '));
};

describe('a suggestion', () => {
  test('is a mapping with its reasons, its warnings and the preview of the sample, and nothing is called or saved', async () => {
    await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'A-1', name: 'Acme' }]);
    await connect();
    const { suggestion, userErrors } = await admin.suggest(ASKED);
    expect(userErrors).toEqual([]);
    expect(suggestion).toMatchObject({
      source: 'HEURISTIC',
      mapping: {
        ...{
          rowsPath: 'data',
          datePath: 'day',
          dateFormat: 'YYYY_MM_DD',
          accountIdPath: 'account_id',
          accountId: null,
        },
        metrics: [
          { path: 'logins', aggregation: 'SUM' },
          { path: 'to_number(api_calls)', aggregation: 'SUM' },
        ],
      },
      preview: { from: '2026-03-03', to: YESTERDAY, rowCount: 6, mappedCount: 6, errorCount: 0 },
      model: { used: false, note: 'NOT_SET_UP' },
    });
    expect(suggestion.preview).toMatchObject({ matchedAccountCount: 1, unmatchedAccountCount: 1 });
    expect(suggestion.preview.rows[0]).toMatchObject({ day: DAYS[0], externalCrmId: 'A-1', account: { name: 'Acme' } });
    expect(suggestion.confidence).toBeGreaterThan(0.5);
    const fields = suggestion.fields.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['rowsPath', 'datePath', 'accountIdPath', 'metrics.0', 'metrics.1']));
    const described = suggestion.fields.filter(({ field }: { field: string }) => field.startsWith('metrics.'));
    expect(described.map(({ description }: { description: string }) => description)).toEqual(ASKED);
    for (const { reason } of suggestion.fields) expect(reason).toMatch(/[.!]$/);
    expect(suggestion.warnings.map(({ code }: { code: string }) => code)).toContain('NUMERIC_STRING');
    expect(endpoint.requests).toEqual([]);
    expect(await admin.customApi()).toMatchObject({ status: 'MAPPING', mapping: null });
  });

  test('comes out the same each time', async () => {
    await connect();
    const first = await admin.suggest(ASKED);
    expect(await admin.suggest(ASKED)).toEqual(first);
  });

  test('takes one text of several lines for several descriptions', async () => {
    await connect();
    const { suggestion } = await admin.suggest(['\n number of logins \r\n\n', 'API calls\n']);
    expect(suggestion).toEqual((await admin.suggest(ASKED)).suggestion);
  });

  test('without descriptions measures what looks like usage', async () => {
    await connect();
    const { suggestion } = await admin.suggest([]);
    const paths = suggestion.mapping.metrics.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(['logins', 'to_number(api_calls)']);
  });

  test('prefers the field whose values are accounts of the workspace', async () => {
    const row = { day: YESTERDAY, logins: 1 };
    const rows = [
      { ...row, account_id: 'x-1', tag: 'A-1' },
      { ...row, account_id: 'x-2', tag: 'B-2' },
    ];
    await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'A-1' }, { externalCrmId: 'B-2' }]);
    await connect(rows);
    expect((await admin.suggest(['logins'])).suggestion.mapping.accountIdPath).toBe('tag');
  });

  test('counts ids that are linked to accounts as theirs', async () => {
    const rows = ['1', '2'].map((n) => ({ day: YESTERDAY, customer_id: `c-${n}`, tag: `x-${n}`, logins: 1 }));
    await connect(rows);
    const { suggestion } = await admin.suggest(['logins']);
    expect(suggestion.mapping.accountIdPath).toBe('customer_id');
    await admin.save({ ...suggestion.mapping, accountIdPath: 'tag' });
    await app.ports.queue.drain();
    await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'A-1' }]);
    const link = `mutation ($externalId: String!) {
      linkExternalAccount(input: { externalId: $externalId, externalCrmId: "A-1" }) { userErrors { message } } }`;
    for (const { tag: externalId } of rows) await workspace.as('ADMIN').ask(link, { externalId });
    expect((await admin.suggest(['logins'])).suggestion.mapping.accountIdPath).toBe('tag');
  });

  test('is made of lines, too', async () => {
    const lines = USAGE.data.map((row) => JSON.stringify(row)).join('\n');
    endpoint.respond(rawAnswer(200, { 'content-type': 'application/x-ndjson' }, lines));
    await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
    const { suggestion } = await admin.suggest(ASKED);
    expect(suggestion.mapping).toMatchObject({ rowsPath: '@', datePath: 'day' });
    expect((await admin.preview(suggestion.mapping)).preview).toMatchObject({ rowCount: 6, mappedCount: 6 });
  });
});

describe('the sample', () => {
  test('is fetched again when it is too old, and kept while no mapping is saved', async () => {
    await connect();
    app.clock.advance(25 * 3_600_000);
    expect(await admin.customApi()).toMatchObject({ sample: null });
    const { suggestion } = await admin.suggest(ASKED);
    expect(suggestion.preview).toMatchObject({ to: '2026-03-10', mappedCount: 6 });
    expect(endpoint.requests).toHaveLength(1);
    await admin.suggest(ASKED);
    expect(endpoint.requests).toHaveLength(1);
    expect((await admin.customApi()).sample).not.toBeNull();
  });

  test('is fetched again when that is asked for', async () => {
    await connect([]);
    expect(await codes(ASKED)).toEqual(['NO_ROWS_FOUND']);
    endpoint.respond(json(USAGE));
    expect((await admin.suggest(ASKED, { fresh: true })).suggestion.preview.rowCount).toBe(6);
    expect(endpoint.requests).toHaveLength(1);
  });

  test('is fetched and not kept once a mapping is saved', async () => {
    await connect();
    const { suggestion } = await admin.suggest(ASKED);
    await admin.save(suggestion.mapping);
    await app.ports.queue.drain();
    expect((await admin.suggest(ASKED)).suggestion).toEqual(suggestion);
    expect(await admin.customApi()).toMatchObject({ sample: null, status: 'CONNECTED' });
  });
});

describe('refusals', () => {
  test('name the input at fault', async () => {
    await connect();
    const field = 'INVALID_INPUT input metricDescriptions';
    expect(await codes(Array.from({ length: 26 }, (_, n) => `metric ${n}`))).toEqual([field]);
    expect(await codes([Array.from({ length: 26 }, (_, n) => `metric ${n}`).join('\n')])).toEqual([field]);
    expect(await codes(['logins', 'x'.repeat(201)])).toEqual([field]);
    expect(await codes(ASKED, { first: 0 })).toEqual(['INVALID_INPUT input first']);
    expect((await admin.suggest(['é'.repeat(200), ...ASKED])).userErrors).toEqual([]);
  });

  test('of a member, and of who is not connected', async () => {
    const { suggestMapping } = await workspace.as('MEMBER').ask(SUGGEST, { input: { metricDescriptions: [] } });
    expect(suggestMapping.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await codes(ASKED)).toEqual(['NOT_CONNECTED']);
  });

  test('say what was seen where nothing makes rows', async () => {
    await connect({ status: 'ok', items: [{ name: 'only words' }] });
    const { userErrors } = await admin.suggest(ASKED);
    expect(userErrors).toMatchObject([{ code: 'NO_ROWS_FOUND', field: [] }]);
    expect(userErrors[0].message).toContain('items');
  });

  test('are those of the endpoint where a fresh sample is needed', async () => {
    await connect();
    endpoint.respond(status(401));
    expect(await codes(ASKED, { fresh: true })).toEqual(['CREDENTIALS_REFUSED']);
    endpoint.respond(rawAnswer(200, {}, '<html>'));
    expect(await codes(ASKED, { fresh: true })).toEqual(['NOT_JSON']);
    expect((await admin.suggest(ASKED)).userErrors).toEqual([]);
  });

  test('of credentials that cannot be opened come only where they are needed', async () => {
    await connect();
    await app.sql`UPDATE custom_apis SET sealed_request = ${Buffer.from('nonsense')} WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
    expect((await admin.suggest(ASKED)).userErrors).toEqual([]);
    expect(await codes(ASKED, { fresh: true })).toEqual(['CREDENTIALS_UNREADABLE']);
  });
});
