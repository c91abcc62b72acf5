export type { AccountInput } from './domain/check-account.ts';
export { findAccountsByExternalCrmId, findAccountsById } from './find-accounts.ts';
export { countAccounts, listAccounts } from './list-accounts.ts';
export type { Account, AccountFilter, AccountOrder } from './model.ts';
export {
  type HealthStanding,
  publishHealthStandings,
  publishSignalStandings,
  publishUsageStandings,
  type SignalStanding,
  type UsageStanding,
} from './store/index.ts';
export { type UpsertAccountsCode, upsertAccounts } from './upsert-accounts.ts';
