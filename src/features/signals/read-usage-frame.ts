import { setImmediate } from 'node:timers/promises';
import type { HealthModel } from '../health/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type ProfileBasis, readProfiles, type UsageCoverage } from '../usage/index.ts';
import {
  type MetricChoice,
  packHistory,
  surveyMetric,
  type UsageFrame,
  type UsageHistory,
} from './domain/usage-frame.ts';

/** The usage of all accounts, and what each is judged against. */
export type FramedUsage = { readonly frame: UsageFrame; readonly histories: ReadonlyMap<string, UsageHistory> };

/** Null when nothing was ever synchronised. */
export async function readUsageFrame(
  ctx: Ctx,
  coverage: UsageCoverage,
  basis: ProfileBasis | null,
  model: HealthModel,
): Promise<FramedUsage | null> {
  if (!basis) return null;
  const histories = new Map<string, UsageHistory>();
  for await (const profiles of readProfiles(ctx))
    for (const profile of profiles) histories.set(profile.accountId, packHistory(profile));
  const all = [...histories.values()];
  const metrics: UsageFrame['metrics'][number][] = [];
  for (const choice of chooseMetrics(coverage, basis, model)) {
    metrics.push(surveyMetric(choice, all));
    await setImmediate();
  }
  const frame = {
    through: basis.asOf,
    isFrozen: coverage.state !== 'CURRENT',
    coveredDays: basis.coveredDays,
    metrics,
  };
  return { frame, histories };
}

/** Those that the mapping has, and whose fall the model takes for bad news. */
function chooseMetrics(coverage: UsageCoverage, basis: ProfileBasis, model: HealthModel): MetricChoice[] {
  const tracked = coverage.state === 'NONE' ? undefined : coverage.metrics;
  return basis.metrics.flatMap(({ slot, name, aggregation }) => {
    const rule = Object.hasOwn(model.metrics, name) ? model.metrics[name] : undefined;
    const weight = rule?.importance ?? 1;
    const counts = weight > 0 && rule?.direction !== 'DOWN_IS_GOOD' && (tracked?.includes(name) ?? true);
    return counts ? [{ slot, name, isGauge: aggregation !== 'SUM', weight }] : [];
  });
}
