export { type AskedAccounts, askAccounts } from './ask-accounts.ts';
export { completeStandings } from './complete-standings.ts';
export { type CreateSavedViewCode, createSavedView } from './create-saved-view.ts';
export { type DeleteSavedViewCode, deleteSavedView } from './delete-saved-view.ts';
export type { AccountInput } from './domain/check-account.ts';
export { type ExportedAccount, exportAccounts } from './export-accounts.ts';
export { findAccountsByExternalCrmId, findAccountsById } from './find-accounts.ts';
export { findSavedView, listSavedViews, problemOfView } from './find-saved-views.ts';
export { activityOf, findStandings } from './find-standings.ts';
export { markJudged, readJudged } from './judged-accounts.ts';
export { countAccounts, listAccounts } from './list-accounts.ts';
export { listMovers } from './list-movers.ts';
export { listOutlines } from './list-outlines.ts';
export { findResemblingAccounts, type LookedUp, lookUpAccount } from './look-up-account.ts';
export {
  type Account,
  type AccountActivity,
  type AccountFilter,
  type AccountMover,
  type AccountOrder,
  type AccountOutline,
  type AccountQuery,
  type AccountStanding,
  type BandSummary,
  type MoverQuery,
  ORDER_KEYS,
  type OrderField,
  type SavedView,
  SEVERITIES,
  type Severity,
  type TableMetric,
  VIEW_COLUMNS,
  type ViewColumn,
} from './model.ts';
export {
  type HealthStanding,
  publishHealthStandings,
  publishSignalStandings,
  publishUsageStandings,
  type SignalStanding,
  type UsageStanding,
} from './store/index.ts';
export { summariseAccounts } from './summarise-accounts.ts';
export { type UpdateSavedViewCode, updateSavedView } from './update-saved-view.ts';
export { type UpsertAccountsCode, upsertAccounts } from './upsert-accounts.ts';
