import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { usageMetrics } from '../../../db/tables/usage.ts';
import type { Metric } from '../model.ts';
import { selectMetrics } from './read.ts';

/**
 * Gives each named metric a place in the dictionary and returns the whole dictionary. A known name keeps its place and
 * takes the aggregation given now; history of names no longer mapped stays where it is.
 */
export async function registerMetrics(
  tx: Queryable,
  workspaceId: number,
  wanted: readonly Pick<Metric, 'name' | 'aggregation'>[],
  now: Date,
): Promise<Metric[]> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.metrics'), ${workspaceId})`);
  const known = await selectMetrics(tx, workspaceId);
  let next = known.length;
  for (const { name, aggregation } of wanted) {
    const metric = known.find((one) => one.name === name);
    if (!metric) {
      await tx.insert(usageMetrics).values({ workspaceId, slot: next++, name, aggregation, createdAt: now });
    } else if (metric.aggregation !== aggregation) {
      await tx
        .update(usageMetrics)
        .set({ aggregation })
        .where(and(eq(usageMetrics.workspaceId, workspaceId), eq(usageMetrics.slot, metric.slot)));
    }
  }
  return selectMetrics(tx, workspaceId);
}
