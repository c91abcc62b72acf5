export { usageWindow } from './domain/usage-window.ts';
export { countUnmatchedAccounts, listUnmatchedAccounts } from './list-unmatched-accounts.ts';
export type { AccountUsage, Aggregation, Metric, MetricUsage, RecentUsage, UnmatchedAccount } from './model.ts';
export { listMetrics, readRecentUsage, readUsage } from './read-usage.ts';
export { registerMetrics, type Staging } from './store/index.ts';
export { ROLLUP_DAYS, type StoredUsage, storeUsage } from './store-usage.ts';
