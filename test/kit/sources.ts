import type { TestWorkspace } from './app.ts';
import type { RecordedRequest } from './behaviours.ts';
import type { TestClient } from './client.ts';

export type MappingInput = {
  readonly rowsPath: string;
  readonly datePath: string;
  readonly dateFormat: string;
  readonly accountIdPath?: string | null;
  readonly accountId?: string | null;
  readonly metrics: readonly { readonly name: string; readonly path: string; readonly aggregation?: string }[];
};

/** Maps `{ day, id, calls, seats }` rows in a list. */
export const aMappingInput = (changes: Partial<MappingInput> = {}): MappingInput => ({
  rowsPath: '@',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'id',
  metrics: [
    { name: 'calls', path: 'calls' },
    { name: 'seats', path: 'seats', aggregation: 'LAST' },
  ],
  ...changes,
});

/** The window a request asked for with `?from=…&to=…`. */
export const askedWindow = (request: RecordedRequest): { from: string; to: string } => {
  const { searchParams } = new URL(request.path, 'http://endpoint');
  return { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
};

/** A path that tells the endpoint its window. */
export const WINDOWED = '/usage?from={start_date}&to={end_date}';

export const RUN_FIELDS = `id kind status from to progress rowsFetched rowsStored rowsSkipped rowsOutsideWindow
  rowErrorCount rowProblems { path message hint count firstRowNumber value } unmatchedAccountCount unchanged warning
  error { code message hint } attempt nextAttemptAt httpStatus storedThroughDay responseBytes durationMs createdAt startedAt finishedAt`;

export const CUSTOM_API_FIELDS = `id status url method authKind timeoutSeconds answerFormat
  paging { kind path firstPage pageSize maxPages } metricsTracked metricLimit lastSyncAt
  lastSyncedDay nextSyncAt gaps { from to } banner { level code message hint startedAt } unmatchedAccountCount mapping { rowsPath datePath dateFormat accountIdPath accountId metrics { name path aggregation } reading }
  sample { json truncated fullBytes fetchedAt } syncRuns { nodes { ${RUN_FIELDS} } }`;

export const CONNECT = `mutation ($input: ConnectCustomApiInput!) { connectCustomApi(input: $input) {
  customApi { ${CUSTOM_API_FIELDS} }
  test { requestedUrl from to httpStatus durationMs responseBytes warnings } userErrors { code message field } } }`;

export const PREVIEW = `mutation ($input: PreviewMappingInput!) { previewMapping(input: $input) {
  preview { from to rowCount mappedCount skippedCount errorCount outsideWindowCount matchedAccountCount
    unmatchedAccountCount
    rows { rowNumber day externalCrmId account { name } metrics { name value } errors { path message hint value } outsideWindow }
    result { day externalCrmId metrics { name value } }
    problems { path message hint count firstRowNumber value } warnings }
  userErrors { code message field } } }`;

const PREVIEW_FIELDS = `from to rowCount mappedCount skippedCount errorCount matchedAccountCount unmatchedAccountCount
  rows { rowNumber day externalCrmId account { name } metrics { name value } errors { path message } outsideWindow }
  result { day externalCrmId metrics { name value } } problems { message } warnings`;
const MAPPING_FIELDS = 'rowsPath datePath dateFormat accountIdPath accountId metrics { name path aggregation }';

export const SUGGEST = `mutation ($input: SuggestMappingInput!) { suggestMapping(input: $input) {
  suggestion { source confidence mapping { ${MAPPING_FIELDS} }
    fields { field description confidence reason alternatives { path dateFormat reason } } warnings { code field message }
    preview { ${PREVIEW_FIELDS} } alternatives { source confidence mapping { ${MAPPING_FIELDS} } }
    model { used note message } }
  userErrors { code message field } } }`;

export const SAVE = `mutation ($input: SaveMappingAndBackfillInput!) { saveMappingAndBackfill(input: $input) {
  customApi { ${CUSTOM_API_FIELDS} } syncRun { ${RUN_FIELDS} } userErrors { code message field } } }`;

export const SYNC = `mutation { syncNow { syncRun { ${RUN_FIELDS} } userErrors { code message field } } }`;

export const BACKFILL_RANGE = `mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) {
  syncRun { ${RUN_FIELDS} } userErrors { code message field } } }`;

export const RECONNECT = `mutation ($input: ReconnectCustomApiInput!) { reconnectCustomApi(input: $input) {
  customApi { ${CUSTOM_API_FIELDS} } syncRun { ${RUN_FIELDS} }
  test { requestedUrl from to httpStatus durationMs responseBytes warnings } userErrors { code message field } } }`;

export const RECONFIGURE = `mutation { reconfigureCustomApi { customApi { ${CUSTOM_API_FIELDS} }
  test { httpStatus } userErrors { code message field } } }`;

export const DISCONNECT = `mutation { disconnectCustomApi { customApi { ${CUSTOM_API_FIELDS} }
  userErrors { code message field } } }`;

/** The verbs of the sources room as a client calls them; each gives back its payload. */
export function sourcesClient(client: TestClient) {
  return {
    connect: async (input: object) =>
      (await client.ask(CONNECT, { input: { auth: { none: true }, ...input } })).connectCustomApi,
    preview: async (mapping: MappingInput, first?: number) =>
      (await client.ask(PREVIEW, { input: { mapping, ...(first === undefined ? {} : { first }) } })).previewMapping,
    suggest: async (metricDescriptions: readonly string[], more: object = {}) =>
      (await client.ask(SUGGEST, { input: { metricDescriptions, ...more } })).suggestMapping,
    save: async (mapping: MappingInput, days?: number) =>
      (await client.ask(SAVE, { input: { mapping, ...(days === undefined ? {} : { days }) } })).saveMappingAndBackfill,
    syncNow: async () => (await client.ask(SYNC)).syncNow,
    backfillRange: async (from: string, to: string) =>
      (await client.ask(BACKFILL_RANGE, { input: { from, to } })).backfillUsage,
    reconnect: async (input: object = {}) => (await client.ask(RECONNECT, { input })).reconnectCustomApi,
    reconfigure: async () => (await client.ask(RECONFIGURE)).reconfigureCustomApi,
    disconnect: async () => (await client.ask(DISCONNECT)).disconnectCustomApi,
    customApi: async () => (await client.ask(`{ customApi { ${CUSTOM_API_FIELDS} } }`)).customApi,
    run: async (id: string) =>
      (await client.ask(`query ($id: ID!) { syncRun(id: $id) { ${RUN_FIELDS} } }`, { id })).syncRun,
    usage: async (externalCrmId: string, days = 30) =>
      (
        await client.ask(
          `query ($id: String!, $days: Int!) { accountUsage(externalCrmId: $id, days: $days) {
            from to metrics { name aggregation total latest average values } } }`,
          { id: externalCrmId, days },
        )
      ).accountUsage,
  };
}

export type SourcesClient = ReturnType<typeof sourcesClient>;

export const asAdmin = (workspace: TestWorkspace): SourcesClient => sourcesClient(workspace.as('ADMIN'));
