import { dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { UsageCoverage } from '../usage/index.ts';
import { findCustomApi } from './find-custom-api.ts';

/** Yesterday is synchronised from 05:15 UTC on: what lacks the day before this one is late. */
const LATE_MS = 36 * 60 * 60 * 1000;

/** Which days of usage are known, and whether they are as recent as they should be. */
export async function readCoverage(ctx: Ctx): Promise<UsageCoverage> {
  const { status, lastSyncedDay, syncedDays, mapping } = await findCustomApi(ctx);
  if (lastSyncedDay === null) return { state: 'NONE', through: null, days: [] };
  const isLate = lastSyncedDay < dayOfInstant(ctx.clock.now().getTime() - LATE_MS);
  const isConnected = status !== 'DISCONNECTED' && status !== 'NOT_CONNECTED';
  const state = isLate || !isConnected ? 'STALE' : 'CURRENT';
  const tracked = mapping ? { metrics: mapping.metrics.map(({ name }) => name) } : {};
  return { state, through: lastSyncedDay, days: syncedDays, ...tracked };
}
