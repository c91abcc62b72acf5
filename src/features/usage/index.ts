export { activeDays, averageWhenActive, daysWithAny, knownDays, syncedDays } from './domain/active-days.ts';
export { BASELINE_DAYS, type UsageAnomaly } from './domain/baseline.ts';
export { PROFILE_WEEKS } from './domain/profile-days.ts';
export type { Suggestion } from './domain/suggest.ts';
export { usageWindow } from './domain/usage-window.ts';
export { findExternalAccount } from './find-external-account.ts';
export { knownExternalIds } from './known-external-ids.ts';
export { type LinkExternalAccountCode, linkExternalAccount } from './link-external-account.ts';
export { listExternalAccounts } from './list-external-accounts.ts';
export { countUnmatchedAccounts, listUnmatchedAccounts } from './list-unmatched-accounts.ts';
export { listWeekMovers, type WeekMovers } from './list-week-movers.ts';
export { countMatchingAccounts, findMatchingAccounts } from './match-external-ids.ts';
export type {
  AccountUsage,
  Aggregation,
  ComparedMetricUsage,
  ExternalAccount,
  Metric,
  MetricComparison,
  MetricUsage,
  ProfileBasis,
  RecentUsage,
  UnmatchedAccount,
  UsageCoverage,
  UsageProfile,
} from './model.ts';
export { profilesAsOf, readProfileBasis, readProfiles, refreshProfiles } from './profiles.ts';
export { publishUsage } from './publish-usage.ts';
export { readBaselines, type UsageBaseline } from './read-baselines.ts';
export { listMetrics, readComparedUsage, readRecentUsage, readUsage, readUsedDays } from './read-usage.ts';
export { readWorkspaceUsage, WORKSPACE_DAYS, type WorkspaceUsage } from './read-workspace-usage.ts';
export { countUnmatchedWithin, registerMetrics, type Staging } from './store/index.ts';
export { ROLLUP_DAYS, type StoredUsage, storeUsage } from './store-usage.ts';
export { suggestAccounts } from './suggest-accounts.ts';
export { type UnlinkExternalAccountCode, unlinkExternalAccount } from './unlink-external-account.ts';
