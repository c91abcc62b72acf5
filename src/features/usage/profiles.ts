import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage, UsageProfile } from './model.ts';

/** How many weeks a profile holds. */
export const PROFILE_WEEKS = 26;

/** Brings every account's profile up to the last synchronised day; null when nothing was ever synchronised. */
export async function refreshProfiles(_ctx: Ctx, _coverage: UsageCoverage): Promise<ProfileBasis | null> {
  return null;
}

/** What the profiles are of; null before the first were made. */
export async function readProfileBasis(_ctx: Ctx): Promise<ProfileBasis | null> {
  return null;
}

/** All profiles in order of account id, some hundreds at a time. */
export async function* readProfiles(_ctx: Ctx): AsyncGenerator<UsageProfile[]> {}

/** Usage, activity index and change of every account, for the account table. */
export async function publishUsage(_ctx: Ctx, _basis: ProfileBasis): Promise<void> {}
