import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { answer, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type MappingInput, type SourcesClient, WINDOWED } from '../../kit/sources.ts';
import { storedDays } from '../../kit/usage-intake.ts';

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
});
afterEach(() => admin.disconnect());

const line = (id: string, calls: number) => JSON.stringify({ day: YESTERDAY, id, calls, seats: 1 });
const THREE = [line('A', 1), line('B', 2), line('C', 3)];
const MAPPING = aMappingInput();
const LINES_TYPE = 'application/x-ndjson';
const JSON_TYPE = 'application/json';

const serve = (contentType: string | null, text: string) =>
  endpoint.respond(answer(200, contentType === null ? {} : { 'content-type': contentType }, text));
const connect = (answerFormat?: string) =>
  admin.connect({ url: `${endpoint.url}${WINDOWED}`, ...(answerFormat ? { answerFormat } : {}) });

/** Connects, and gives the run of one day. */
async function run(text: string, { format = 'AUTO', type = null as string | null, mapping = MAPPING as MappingInput }) {
  serve(type, text);
  expect((await connect(format)).userErrors).toEqual([]);
  return backfill(mapping);
}
async function backfill(mapping: MappingInput = MAPPING) {
  const { syncRun, userErrors } = await admin.save(mapping, 1);
  expect(userErrors).toEqual([]);
  await app.ports.queue.drain();
  return admin.run(syncRun.id);
}
const stored = async () => (await storedDays(workspace.ctx)).map(({ id, vals }) => `${id} ${vals[0]}`);

describe('each line is a row', () => {
  test.each<[string, string | null, string]>([
    ['by its type', LINES_TYPE, 'AUTO'],
    ['by its type, with a parameter', 'Application/X-NDJSON; charset=utf-8', 'AUTO'],
    ['by another type', 'application/jsonl', 'AUTO'],
    ['because it was said', JSON_TYPE, 'NDJSON'],
    ['because it was said, without a type', null, 'NDJSON'],
    ['by what comes', JSON_TYPE, 'AUTO'],
    ['by what comes, as text', 'text/plain', 'AUTO'],
  ])('%s', async (_how, type, format) => {
    const ended = await run(THREE.join('\n'), { type, format });
    expect(ended).toMatchObject({ status: 'SUCCEEDED', warning: null, rowsFetched: 3, rowsStored: 3 });
    expect(await stored()).toEqual(['A 1', 'B 2', 'C 3']);
    const asked = format === 'NDJSON' ? `${LINES_TYPE}, application/json;q=0.9` : JSON_TYPE;
    expect(endpoint.requests.at(-1)?.headers.accept).toBe(asked);
  });

  test.each<[string, string]>([
    ['with a line end at the end', `${THREE.join('\n')}\n`],
    ['with CRLF', `${THREE.join('\r\n')}\r\n`],
    ['with blank lines', `\n\n${THREE.join('\n \t\n\n')}\n\n\n`],
    ['with blanks around', THREE.map((one) => `  ${one}\t`).join('\n')],
    ['with a byte order mark', `\ufeff${THREE.join('\n')}`],
  ])('%s', async (_how, text) => {
    for (const format of ['NDJSON', 'AUTO']) {
      const ended = await run(text, { format });
      expect(ended, format).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 3, rowsStored: 3 });
      expect(await stored()).toEqual(['A 1', 'B 2', 'C 3']);
      await admin.disconnect();
    }
  });

  test.each<[string, MappingInput, string]>([
    ['ROWS', aMappingInput({ rowsPath: '[?calls > `1`]' }), 'B 2,C 3'],
    ['DOCUMENT', aMappingInput({ rowsPath: '@[-2:]' }), 'B 2,C 3'],
    ['ROWS', aMappingInput({ rowsPath: '[*].merge(@, {id: upper(id)})' }), 'A 1,B 2,C 3'],
  ])('read as %s', async (reading, mapping, expected) => {
    expect(await run(THREE.join('\n'), { format: 'NDJSON', mapping })).toMatchObject({ status: 'SUCCEEDED' });
    expect((await stored()).join()).toBe(expected);
    expect((await admin.customApi()).mapping.reading).toBe(reading);
  });

  test('of which one is a list: each line is one row, not several', async () => {
    const mapping = aMappingInput({ rowsPath: '[]' });
    const text = `[${line('A', 1)},${line('B', 2)}]\n[${line('C', 3)}]`;
    expect(await run(text, { format: 'NDJSON', mapping })).toMatchObject({ status: 'SUCCEEDED', rowsStored: 3 });
  });
});

describe('a single line', () => {
  const [one = ''] = THREE;

  test.each<[string, string | null, string]>([
    ['by its type', LINES_TYPE, 'AUTO'],
    ['because it was said', JSON_TYPE, 'NDJSON'],
  ])('is a row %s', async (_how, type, format) => {
    expect(await run(one, { type, format })).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 1, rowsStored: 1 });
  });

  test('is an object where nobody said so', async () => {
    const ended = await run(one, { type: JSON_TYPE });
    expect(ended).toMatchObject({ status: 'FAILED', error: { code: 'ROWS_PATH_NOT_A_LIST' } });
    const { customApi } = await admin.reconnect({ answerFormat: 'NDJSON' });
    expect(customApi.answerFormat).toBe('NDJSON');
    await app.ports.queue.drain();
    expect(await stored()).toEqual(['A 1']);
  });

  test('may be a document over several lines, where nobody said that it is one line', async () => {
    const text = JSON.stringify({ day: YESTERDAY, id: 'A', calls: 1, seats: 1 }, null, 2);
    const mapping = aMappingInput({ rowsPath: '[@]' });
    expect(await run(text, { type: JSON_TYPE, mapping })).toMatchObject({ status: 'SUCCEEDED', rowsStored: 1 });
    await admin.disconnect();
    serve(LINES_TYPE, text);
    expect((await connect()).userErrors).toMatchObject([{ code: 'NOT_JSON' }]);
  });
});

describe('an empty answer', () => {
  test.each(['', '\n', ' \r\n\r\n'])('of lines has zero rows (%j)', async (text) => {
    const ended = await run(text, { type: LINES_TYPE });
    expect(ended).toMatchObject({
      ...{ status: 'SUCCEEDED_WITH_WARNING', rowsFetched: 0, rowsStored: 0 },
      warning: 'The endpoint answered with zero rows: stored data stays as it was.',
    });
    const { preview } = await admin.preview(MAPPING);
    expect(preview).toMatchObject({ rowCount: 0, rows: [] });
  });

  test.each<[string, string | null]>([
    ['JSON', LINES_TYPE],
    ['AUTO', JSON_TYPE],
  ])('is no JSON as %s', async (format, type) => {
    serve(type, '');
    const { customApi, userErrors } = await connect(format);
    expect(customApi).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'NOT_JSON', message: expect.stringContaining('empty') }]);
  });
});

describe('lines that are broken', () => {
  const broken = (text: string) => [...THREE.slice(0, 2), text, line('D', 4)].join('\n');

  test.each<[string, string, RegExp?]>([
    ['a line that is no JSON', broken('{"day": oops}')],
    ['a line that is cut off', broken('{"day": "2026-03-09", "id": "C"')],
    ['two documents in a line', broken(`${line('C', 3)} ${line('E', 5)}`)],
    ['two documents with a comma between them', broken(`${line('C', 3)}, ${line('E', 5)}`), /lines 1 to 4/],
    ['a document over two lines', broken(line('C', 3).replace(',', ',\n'))],
    ['a last line that is cut off', [...THREE.slice(0, 2), '{"day": "2026-03'].join('\n')],
  ])(
    '%s: nothing is stored, and the message says which row it is',
    async (_what, text, said = /\b(?:row|line) 3\b/) => {
      serve(LINES_TYPE, THREE.join('\n'));
      await connect();
      serve(LINES_TYPE, text);
      expect(await backfill()).toMatchObject({
        ...{ status: 'FAILED', rowsStored: 0 },
        error: { code: 'NOT_JSON', message: expect.stringMatching(said) },
      });
      expect(await stored()).toEqual([]);
      expect((await admin.preview(MAPPING)).userErrors).toMatchObject([{ code: 'NOT_JSON' }]);
    },
  );

  test('JSON says that there is one document, whatever the type says', async () => {
    serve(LINES_TYPE, THREE.join('\n'));
    expect((await connect('JSON')).userErrors).toMatchObject([{ code: 'NOT_JSON' }]);
    serve(LINES_TYPE, `[${THREE.join(',\n')}]`);
    expect((await connect('JSON')).userErrors).toEqual([]);
    expect(await backfill()).toMatchObject({ status: 'SUCCEEDED', rowsStored: 3 });
  });
});

test('the sample of an answer in lines is a list, at most 8 KB of it', async () => {
  serve(LINES_TYPE, Array.from({ length: 10_000 }, (_, n) => line(`A-${n}`, n)).join('\n'));
  const { sample } = (await connect()).customApi;
  const rows = JSON.parse(sample.json);
  expect(rows[0]).toEqual({ day: YESTERDAY, id: 'A-0', calls: 0, seats: 1 });
  expect(rows.length).toBeGreaterThan(1);
  expect(sample.json.length).toBeLessThanOrEqual(8_192);
  expect(sample).toMatchObject({ truncated: true, fullBytes: expect.any(Number) });
  expect(sample.fullBytes).toBeGreaterThan(500_000);
});
