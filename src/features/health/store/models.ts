import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { healthModels } from '../../../db/tables/health.ts';
import type { HealthModel, SavedModel } from '../model.ts';
import { DEFAULT_MODEL } from '../model.ts';

const columns = {
  version: healthModels.version,
  model: healthModels.model,
  savedAt: healthModels.savedAt,
  apiKeyId: healthModels.apiKeyId,
};

/** What older versions of the product did not know has its default. */
const fromRow = <Row extends { model: unknown }>(row: Row) => ({
  ...row,
  model: { ...DEFAULT_MODEL, ...(row.model as Partial<HealthModel>) },
});

/** One version, or the highest when `version` is null; null when there is none. */
export async function selectModel(
  db: Queryable,
  workspaceId: number,
  version: number | null,
): Promise<SavedModel | null> {
  const [row] = await db
    .select(columns)
    .from(healthModels)
    .where(
      and(eq(healthModels.workspaceId, workspaceId), version === null ? undefined : eq(healthModels.version, version)),
    )
    .orderBy(desc(healthModels.version))
    .limit(1);
  return row ? fromRow(row) : null;
}

/** The newest first, at most `limit`, those before version `before` when it is given. */
export async function selectModels(
  db: Queryable,
  workspaceId: number,
  before: number | null,
  limit: number,
): Promise<SavedModel[]> {
  const rows = await db
    .select(columns)
    .from(healthModels)
    .where(
      and(eq(healthModels.workspaceId, workspaceId), before === null ? undefined : lt(healthModels.version, before)),
    )
    .orderBy(desc(healthModels.version))
    .limit(limit);
  return rows.map(fromRow);
}

/** Serialises those who save a model until the transaction ends. */
export async function lockModels(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.health_models'), ${workspaceId})`);
}

export async function insertModel(db: Queryable, workspaceId: number, saved: SavedModel): Promise<void> {
  await db.insert(healthModels).values({ workspaceId, ...saved });
}
