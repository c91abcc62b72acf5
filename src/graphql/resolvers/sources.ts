import {
  type BackfillUsageCode,
  backfillUsage,
  bannerOf,
  type ConnectCustomApiCode,
  connectCustomApi,
  type DisconnectCustomApiCode,
  disconnectCustomApi,
  findSyncRun,
  gapsOf,
  listSyncRuns,
  METRIC_LIMIT,
  nextDailyAt,
  type PreviewMappingCode,
  previewMapping,
  type ReconfigureCustomApiCode,
  type ReconnectCustomApiCode,
  readingOf,
  reconfigureCustomApi,
  reconnectCustomApi,
  type SaveMappingAndBackfillCode,
  type SyncNowCode,
  saveMappingAndBackfill,
  syncNow,
  watchSyncRuns,
  withoutTypedSecrets,
} from '../../features/sources/index.ts';
import { countUnmatchedAccounts } from '../../features/usage/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf } from '../context.ts';
import { refusedQuery } from '../errors.ts';
import type {
  BackfillUsageErrorCode,
  ConnectCustomApiErrorCode,
  DisconnectCustomApiErrorCode,
  PreviewMappingErrorCode,
  ReconfigureCustomApiErrorCode,
  ReconnectCustomApiErrorCode,
  Resolvers,
  SaveMappingAndBackfillErrorCode,
  SyncNowErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';
import { toMapping, toPaging, toReconnection, toRequestSecrets } from './sources-input.ts';

true satisfies SameCodes<ConnectCustomApiCode, ConnectCustomApiErrorCode>;
true satisfies SameCodes<PreviewMappingCode, PreviewMappingErrorCode>;
true satisfies SameCodes<SaveMappingAndBackfillCode, SaveMappingAndBackfillErrorCode>;
true satisfies SameCodes<SyncNowCode, SyncNowErrorCode>;
true satisfies SameCodes<DisconnectCustomApiCode, DisconnectCustomApiErrorCode>;
true satisfies SameCodes<BackfillUsageCode, BackfillUsageErrorCode>;
true satisfies SameCodes<ReconnectCustomApiCode, ReconnectCustomApiErrorCode>;
true satisfies SameCodes<ReconfigureCustomApiCode, ReconfigureCustomApiErrorCode>;

const MAX_GAPS = 100;

const named = (names: readonly string[], values: readonly (number | null)[]) =>
  names.map((name, index) => ({ name, value: values[index] ?? null }));

export const sourcesResolvers: Resolvers = {
  Query: {
    customApi: (_, __, context) => loadersOf(context).customApi(),
    syncRun: (_, { id }, context) => findSyncRun(ctxOf(context), id),
  },
  CustomApi: {
    url: ({ endpoint }) => endpoint && withoutTypedSecrets(endpoint.url),
    method: ({ endpoint }) => endpoint?.method ?? null,
    authKind: ({ endpoint }) => endpoint?.authKind ?? null,
    timeoutSeconds: ({ endpoint }) => endpoint?.timeoutSeconds ?? null,
    answerFormat: ({ endpoint }) => endpoint?.answerFormat ?? null,
    paging: ({ endpoint }) => endpoint?.paging ?? null,
    metricsTracked: ({ mapping }) => mapping?.metrics.length ?? 0,
    metricLimit: () => METRIC_LIMIT,
    nextSyncAt: ({ mapping }, _, context) => {
      const { actor, clock } = ctxOf(context);
      return mapping && nextDailyAt(actor.workspaceId, clock.now());
    },
    gaps: ({ syncedDays }, _, context) => gapsOf(syncedDays, ctxOf(context).clock.now()).slice(-MAX_GAPS).reverse(),
    banner: (customApi, _, context) => bannerOf(customApi, ctxOf(context).clock.now()),
    unmatchedAccountCount: (_, __, context) => countUnmatchedAccounts(ctxOf(context)),
    syncRuns: async (_, args, context) => {
      const page = await listSyncRuns(ctxOf(context), pageRequest(args));
      if (!page.ok) throw refusedQuery(page.error);
      return toConnection(page.value);
    },
  },
  Mapping: { reading: readingOf },
  Paging: {
    path: (paging) => ('path' in paging ? paging.path : null),
    firstPage: (paging) => ('firstPage' in paging ? paging.firstPage : null),
    pageSize: (paging) => ('pageSize' in paging ? paging.pageSize : null),
  },
  SyncRun: {
    from: ({ window }) => window.from,
    to: ({ window }) => window.to,
    storedThroughDay: ({ doneThrough }) => doneThrough,
    durationMs: ({ startedAt, finishedAt }) =>
      startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
  },
  ConnectionTest: { from: ({ window }) => window.from, to: ({ window }) => window.to },
  MappingPreview: {
    rowCount: ({ counts }) => counts.rows,
    mappedCount: ({ counts }) => counts.mapped,
    skippedCount: ({ counts }) => counts.skipped,
    errorCount: ({ counts }) => counts.errors,
    outsideWindowCount: ({ counts }) => counts.outsideWindow,
    matchedAccountCount: ({ matchedAccounts }) => matchedAccounts,
    unmatchedAccountCount: ({ counts, matchedAccounts }) => counts.accounts - matchedAccounts,
    result: ({ result, metricNames }) =>
      result.map(({ day, externalId, values }) => ({
        day,
        externalCrmId: externalId,
        metrics: named(metricNames, values),
      })),
    problems: ({ problems }) => problems.slice(0, 20),
  },
  PreviewRow: {
    externalCrmId: ({ externalId }) => externalId,
    metrics: ({ metricNames, values }) => named(metricNames, values),
  },
  Mutation: {
    connectCustomApi: async (_, { input }, context) => {
      const { url, method, timeoutSeconds, answerFormat } = input;
      const connected = await connectCustomApi(ctxOf(context), {
        endpoint: { url, method, timeoutSeconds, answerFormat, paging: toPaging(input) },
        secrets: toRequestSecrets(input),
      });
      const { test } = connected;
      return connected.ok
        ? { customApi: connected.value, test, userErrors: [] }
        : { customApi: null, test, userErrors: connected.error };
    },
    previewMapping: async (_, { input }, context) => {
      const preview = await previewMapping(ctxOf(context), {
        mapping: toMapping(input.mapping),
        first: input.first,
      });
      return preview.ok ? { preview: preview.value, userErrors: [] } : { preview: null, userErrors: preview.error };
    },
    saveMappingAndBackfill: async (_, { input }, context) => {
      const saved = await saveMappingAndBackfill(ctxOf(context), {
        mapping: toMapping(input.mapping),
        days: input.days,
      });
      return saved.ok
        ? { ...saved.value, userErrors: [] }
        : { customApi: null, syncRun: null, userErrors: saved.error };
    },
    syncNow: async (_, __, context) => {
      const queued = await syncNow(ctxOf(context));
      return queued.ok ? { syncRun: queued.value, userErrors: [] } : { syncRun: null, userErrors: queued.error };
    },
    backfillUsage: async (_, { input }, context) => {
      const queued = await backfillUsage(ctxOf(context), { from: input.from, to: input.to });
      return queued.ok ? { syncRun: queued.value, userErrors: [] } : { syncRun: null, userErrors: queued.error };
    },
    reconnectCustomApi: async (_, { input }, context) => {
      const done = await reconnectCustomApi(ctxOf(context), toReconnection(input));
      const { test } = done;
      return done.ok
        ? { ...done.value, test, userErrors: [] }
        : { customApi: null, syncRun: null, test, userErrors: done.error };
    },
    reconfigureCustomApi: async (_, __, context) => {
      const done = await reconfigureCustomApi(ctxOf(context));
      const { test } = done;
      return done.ok
        ? { customApi: done.value, test, userErrors: [] }
        : { customApi: null, test, userErrors: done.error };
    },
    disconnectCustomApi: async (_, __, context) => {
      const done = await disconnectCustomApi(ctxOf(context));
      return done.ok ? { customApi: done.value, userErrors: [] } : { customApi: null, userErrors: done.error };
    },
  },
  Subscription: {
    syncRunProgressed: {
      subscribe: async (_, { customApiId }, context) => {
        const customApi = await loadersOf(context).customApi();
        if (customApi.id !== customApiId) throw noSuchCustomApi();
        return watchSyncRuns(ctxOf(context));
      },
      resolve: (run: unknown) => run as never,
    },
  },
};

const noSuchCustomApi = () =>
  refusedQuery([
    { code: 'NOT_FOUND', message: 'There is no such custom API in this workspace.', field: ['customApiId'] },
  ]);
