import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { readText } from '../../kit/source-tree.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

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
  endpoint.requests.length = 0;
});

const connect = async (answer: unknown) => {
  endpoint.respond(json(answer));
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}` })).userErrors).toEqual([]);
};

const ONE_ACCOUNT = aMappingInput({
  accountIdPath: null,
  accountId: ' acme ',
  metrics: [{ name: 'calls', path: 'n' }],
});
const DAYS = [
  { day: '2026-03-08', n: 3 },
  { day: '2026-03-09', n: 4, id: 'other' },
  { day: '2026-03-09', n: 5 },
];

describe('a constant account', () => {
  test('is on every row, from the preview to the stored usage', async () => {
    await giveAccounts(workspace.as('ADMIN'), [{ externalCrmId: 'acme' }]);
    await connect(DAYS);
    const { preview, userErrors } = await admin.preview(ONE_ACCOUNT);
    expect(userErrors).toEqual([]);
    expect(preview).toMatchObject({ skippedCount: 0, matchedAccountCount: 1, unmatchedAccountCount: 0, problems: [] });
    expect(preview.result).toEqual([
      { day: '2026-03-08', externalCrmId: 'acme', metrics: [{ name: 'calls', value: 3 }] },
      { day: '2026-03-09', externalCrmId: 'acme', metrics: [{ name: 'calls', value: 9 }] },
    ]);
    const { customApi, syncRun } = await admin.save(ONE_ACCOUNT);
    expect(customApi.mapping).toMatchObject({ accountIdPath: null, accountId: ' acme ' });
    await app.ports.queue.drain();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 2, unmatchedAccountCount: 0 });
    const { metrics } = await admin.usage('acme', 2);
    expect(metrics).toMatchObject([{ name: 'calls', values: [3, 9], total: 12 }]);
  });

  test('is unknown to a mapping that was stored before there was any, which goes on', async () => {
    await connect([{ day: '2026-03-09', id: 'acme', calls: 1, seats: 2 }]);
    await admin.save(aMappingInput());
    await app.ports.queue.drain();
    const changed = await app.sql`
      UPDATE custom_apis SET mapping = mapping - 'accountId'
      WHERE workspace_id = ${workspace.ctx.actor.workspaceId} RETURNING mapping`;
    expect(changed).toHaveLength(1);
    expect(changed[0]?.['mapping']).not.toHaveProperty('accountId');
    expect((await admin.customApi()).mapping).toMatchObject({ accountIdPath: 'id', accountId: null });
    const { syncRun } = await admin.syncNow();
    await app.ports.queue.drain();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 1 });
  });

  test.each<[string, object, RegExp, string]>([
    ['beside a path', { accountIdPath: 'id', accountId: 'acme' }, /not both/, 'accountId'],
    ['missing beside no path', { accountIdPath: null }, /^Give accountIdPath, or accountId/, 'accountIdPath'],
    ['blank', { accountIdPath: null, accountId: ' ' }, /may not be blank/, 'accountId'],
    ['too long', { accountIdPath: null, accountId: 'x'.repeat(256) }, /255 characters/, 'accountId'],
  ])('%s is refused by both verbs', async (_what, account, message, field) => {
    await connect(DAYS);
    endpoint.requests.length = 0;
    const refusal = {
      code: 'INVALID_MAPPING',
      message: expect.stringMatching(message),
      field: ['input', 'mapping', field],
    };
    expect(await admin.preview(aMappingInput(account))).toEqual({ preview: null, userErrors: [refusal] });
    expect((await admin.save(aMappingInput(account))).userErrors).toEqual([refusal]);
    expect(endpoint.requests).toEqual([]);
  });
});

describe('placeholders', () => {
  test('arrive filled in the URL, a header and the body', async () => {
    const { test: call, userErrors } = await admin.connect({
      url: `${endpoint.url}/{start_date:%Y/%m}?since={start_date:%Y-%m-%d %H:%M}&until={end_date:+1d:unix}`,
      method: 'POST',
      headers: [{ name: 'x-range', value: '{start_date:iso}/{end_date:-1d}' }],
      body: '{"from":{start_date:unix_ms},"to":"{end_date:%Y%m%d}","query":"{usage(page:{offset:0}){n}}"}',
    });
    expect(userErrors).toEqual([]);
    const path = '/2026/03?since=2026-03-03%2000:00&until=1773100800';
    expect(endpoint.requests).toMatchObject([{ path, headers: { 'x-range': '2026-03-03T00:00:00Z/2026-03-08' } }]);
    expect(JSON.parse(endpoint.requests[0]?.body ?? '')).toEqual({
      from: 1_772_496_000_000,
      to: '20260309',
      query: '{usage(page:{offset:0}){n}}',
    });
    expect(call).toMatchObject({ requestedUrl: `${endpoint.url}${path}`, warnings: [] });
  });

  test.each<[string, object, RegExp, string[]]>([
    ['the URL', { url: '/u?f={start_date:week}&e={end_date}' }, /\{start_date:week\}.*\{end_date:\+1d\}/, ['url']],
    ['the URL, of pages that nobody asked for', { url: '/u?p={page}' }, /Nothing fills \{page\}/, ['url']],
    [
      'a header',
      { headers: ['a', 'since {start_date+1d}'].map((value) => ({ name: `x-${value[0]}`, value })) },
      /Days are added with/,
      ['headers', '1', 'value'],
    ],
    ['the body', { method: 'POST', body: '{"from":"{start_date:foo}"}' }, /\{start_date:foo\}.*%Y%m%d/, ['body']],
  ])('malformed in %s are refused without a call', async (_where, input, message, field) => {
    const url = `${endpoint.url}${'url' in input ? input.url : WINDOWED}`;
    const { customApi, userErrors } = await admin.connect({ ...input, url });
    expect({ customApi, userErrors }).toEqual({
      customApi: null,
      userErrors: [{ code: 'INVALID_INPUT', message: expect.stringMatching(message), field: ['input', ...field] }],
    });
    expect(endpoint.requests).toEqual([]);
  });
});

describe('the explorer’s recipes work on what they describe', () => {
  const result = async (example: string) => {
    const { previewMapping } = await workspace.as('ADMIN').ask(readText(`explorer/examples/${example}.graphql`));
    expect(previewMapping).toMatchObject({ userErrors: [], preview: { errorCount: 0, problems: [] } });
    return previewMapping.preview.result.map(({ metrics, ...row }: { metrics: { name: string; value: number }[] }) => ({
      ...row,
      ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
    }));
  };

  test('16: one account, filtered rows', async () => {
    const timestamp = Date.UTC(2026, 2, 9) / 1000;
    await connect({
      data: [
        { type: 'usage', timestamp, calls: '6', status: 'ok', seconds: 90 },
        { type: 'usage', timestamp, calls: '1', status: 'failed', seconds: 30 },
        { type: 'notice', timestamp },
      ],
    });
    const row = { day: '2026-03-09', externalCrmId: 'A-1', calls: 7, events: 2, failed: 1, minutes: 2 };
    expect(await result('16-recipe-one-account')).toEqual([row]);
  });

  test('17: a field of the parent', async () => {
    const metrics = [{ name: 'logins', value: 3 }];
    await connect({ accounts: [{ id: 'A-1', days: [{ day: 20260309, metrics, seats: 5 }] }] });
    const row = { day: '2026-03-09', externalCrmId: 'A-1', logins: 3, seats: 5 };
    expect(await result('17-recipe-parent-field')).toEqual([row]);
  });
});
