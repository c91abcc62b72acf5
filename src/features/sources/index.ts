export { type BackfillUsageCode, backfillUsage } from './backfill-usage.ts';
export { type ConnectCustomApiCode, connectCustomApi } from './connect-custom-api.ts';
export type { SealedCount } from './count-sealed.ts';
export { type DisconnectCustomApiCode, disconnectCustomApi } from './disconnect-custom-api.ts';
export { type Banner, bannerOf } from './domain/banner.ts';
export { gapsOf, nextDailyAt } from './domain/daily.ts';
export { type Auth, type RequestSecrets, withoutTypedSecrets } from './domain/endpoint.ts';
export { type Mapping, METRIC_LIMIT } from './domain/mapping.ts';
export type { Paging, PagingStyle } from './domain/paging.ts';
export { readingOf } from './domain/reading.ts';
export type { SuggestionWarningCode } from './domain/suggest/suggestion.ts';
export type { SyncRun } from './domain/sync-run.ts';
export { findCustomApi, findSyncRun, listSyncRuns } from './find-custom-api.ts';
export { sweepSourcesJob, syncRunJob } from './jobs.ts';
export type { CustomApi, MappingPreview, PreviewedRow } from './model.ts';
export { type PreviewMappingCode, previewMapping } from './preview-mapping.ts';
export { readCoverage } from './read-coverage.ts';
export { readFigures, type SyncFigures } from './read-figures.ts';
export { readSyncMarks, type SyncMark } from './read-sync-marks.ts';
export { type ReconfigureCustomApiCode, reconfigureCustomApi } from './reconfigure-custom-api.ts';
export { type ReconnectCustomApiCode, type Reconnection, reconnectCustomApi } from './reconnect-custom-api.ts';
export { dropKeysUnlessUsed, type Resealed, resealSecrets, turnKeys } from './reseal-secrets.ts';
export { runSync } from './run-sync.ts';
export { type SaveMappingAndBackfillCode, saveMappingAndBackfill } from './save-mapping-and-backfill.ts';
export {
  checkSecretKeys,
  expectedKey,
  type KeyMisfit,
  type KeyPorts,
  replaceLostKey,
} from './secret-keys.ts';
export type { AlternativeMapping, MappingSuggestion } from './suggest-mapping.ts';
export { type SuggestMappingCode, suggestMapping } from './suggest-mapping.ts';
export type { ModelNote } from './suggest-with-model.ts';
export { forgetWorkers, handOutLeftRuns, sweepSources } from './sweep-sources.ts';
export { type SyncNowCode, syncNow } from './sync-now.ts';
export type { ConnectionTest } from './try-endpoint.ts';
export { watchSyncRuns } from './watch-sync-runs.ts';
