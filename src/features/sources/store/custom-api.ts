import { and, eq, getTableColumns, isNotNull, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { customApis } from '../../../db/tables/sources.ts';
import { siblingId } from '../../../lib/ids.ts';
import type { Actor } from '../../kit/actor.ts';
import { parseDayRanges } from '../domain/day-ranges.ts';
import type { GoodShape } from '../domain/drift.ts';
import { type AuthKind, type Endpoint, hostOf } from '../domain/endpoint.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Paging } from '../domain/paging.ts';
import type { RunError } from '../domain/sync-run.ts';
import { type CustomApi, SAMPLE_LIFETIME_MS, type StoredSample } from '../model.ts';

/** The last answer's digests are many, and looked at by runs alone. */
const { lastAnswer: _, ...COLUMNS } = getTableColumns(customApis);

/** The id of a workspace's custom API: known before anything is connected. */
export const customApiId = (actor: Actor): string => siblingId(actor.workspace, 'customApi');

export async function getCustomApi(db: Queryable, actor: Actor, now: Date): Promise<CustomApi> {
  const [row] = await db.select(COLUMNS).from(customApis).where(eq(customApis.workspaceId, actor.workspaceId));
  return toCustomApi(row ?? null, actor, now);
}

/** The same, locked until the transaction ends. */
export async function lockCustomApi(tx: Queryable, actor: Actor, now: Date): Promise<CustomApi> {
  // The advisory lock covers the first connection, when there is no row to lock yet.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.source'), ${actor.workspaceId})`);
  const [row] = await tx
    .select(COLUMNS)
    .from(customApis)
    .where(eq(customApis.workspaceId, actor.workspaceId))
    .for('update');
  return toCustomApi(row ?? null, actor, now);
}

/** With its sealed secrets, read in one go: an endpoint must never be called with the credentials of another. */
export async function getSealedSource(
  db: Queryable,
  actor: Actor,
  now: Date,
): Promise<{ customApi: CustomApi; sealedRequest: Uint8Array | null }> {
  const [row] = await db.select(COLUMNS).from(customApis).where(eq(customApis.workspaceId, actor.workspaceId));
  return { customApi: toCustomApi(row ?? null, actor, now), sealedRequest: row?.sealedRequest ?? null };
}

export type NewConnection = Endpoint & {
  readonly authKind: AuthKind;
  readonly sealedRequest: Uint8Array;
  readonly sample: StoredSample;
};

/** A new endpoint, with nothing mapped yet. */
export async function saveConnection(
  tx: Queryable,
  workspaceId: number,
  connection: NewConnection,
  configVersion: number,
): Promise<void> {
  const { sample, ...endpoint } = connection;
  const values = {
    ...endpoint,
    ...AFRESH,
    ...sampleColumns(sample),
    host: hostOf(endpoint.url),
    configVersion,
    status: 'MAPPING' as const,
    mapping: null,
    goodShape: null,
  };
  await tx
    .insert(customApis)
    .values({ workspaceId, ...values })
    .onConflictDoUpdate({ target: customApis.workspaceId, set: values });
}

/** The same source by another address or with other credentials: mapping and history stay. */
export async function saveReconnection(
  tx: Queryable,
  workspaceId: number,
  { sample, ...endpoint }: NewConnection,
  status: 'MAPPING' | 'BACKFILLING' | 'CONNECTED',
  configVersion: number,
): Promise<void> {
  await tx
    .update(customApis)
    .set({ ...endpoint, ...AFRESH, ...sampleColumns(sample), host: hostOf(endpoint.url), status, configVersion })
    .where(eq(customApis.workspaceId, workspaceId));
}

/** A fresh sample, to write the next mapping from; the saved one goes on. */
export async function saveSample(tx: Queryable, workspaceId: number, sample: StoredSample): Promise<void> {
  await tx.update(customApis).set(sampleColumns(sample)).where(eq(customApis.workspaceId, workspaceId));
}

/** With every new configuration. */
const AFRESH = { error: null, errorSince: null, failedDailyRuns: 0, lastAnswer: null };

const sampleColumns = (sample: StoredSample) => ({
  sampleJson: sample.json,
  sampleTruncated: sample.truncated,
  sampleFullBytes: sample.fullBytes,
  sampleFetchedAt: sample.fetchedAt,
});

const NO_SAMPLE = { sampleJson: null, sampleTruncated: null, sampleFullBytes: null, sampleFetchedAt: null };

export async function saveMapping(
  tx: Queryable,
  workspaceId: number,
  mapping: Mapping,
  configVersion: number,
): Promise<void> {
  await tx
    .update(customApis)
    .set({ mapping, configVersion, status: 'BACKFILLING', goodShape: null, ...AFRESH, ...NO_SAMPLE })
    .where(eq(customApis.workspaceId, workspaceId));
}

export async function saveDisconnection(tx: Queryable, workspaceId: number, configVersion: number): Promise<void> {
  await tx
    .update(customApis)
    .set({
      status: 'DISCONNECTED',
      sealedRequest: null,
      mapping: null,
      goodShape: null,
      host: null,
      configVersion,
      ...AFRESH,
      ...NO_SAMPLE,
    })
    .where(eq(customApis.workspaceId, workspaceId));
}

/** Across all workspaces: samples nobody used in time. */
export async function deleteAbandonedSamples(db: Queryable, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - SAMPLE_LIFETIME_MS);
  await db
    .update(customApis)
    .set(NO_SAMPLE)
    .where(and(isNotNull(customApis.sampleFetchedAt), lt(customApis.sampleFetchedAt, oldest)));
}

type Row = Omit<typeof customApis.$inferSelect, 'lastAnswer'>;

function toCustomApi(row: Row | null, actor: Actor, now: Date): CustomApi {
  const connected = row !== null && row.status !== 'DISCONNECTED';
  return {
    id: customApiId(actor),
    status: row?.status ?? 'NOT_CONNECTED',
    host: row?.host ?? null,
    endpoint: connected
      ? {
          url: row.url,
          method: row.method,
          timeoutSeconds: row.timeoutSeconds,
          authKind: row.authKind,
          answerFormat: row.answerFormat,
          // Only the two functions above write it.
          paging: (row.paging ?? null) as Paging | null,
        }
      : null,
    configVersion: row?.configVersion ?? 0,
    mapping: toMapping(row?.mapping),
    sample: toSample(row, now),
    lastSyncAt: row?.lastSyncAt ?? null,
    lastSyncedDay: row?.lastSyncedDay ?? null,
    syncedDays: parseDayRanges(row?.syncedDays ?? ''),
    // Only `finishWindow` and `failRun` write these two.
    goodShape: (row?.goodShape ?? null) as GoodShape | null,
    error: (row?.error ?? null) as RunError | null,
    errorSince: row?.errorSince ?? null,
  };
}

/** Only `saveMapping` writes the column, so what is in it is a Mapping; older ones know no constant account. */
function toMapping(stored: unknown): Mapping | null {
  const mapping = (stored ?? null) as Mapping | null;
  return mapping && { ...mapping, accountId: mapping.accountId ?? null };
}

function toSample(row: Row | null, now: Date): StoredSample | null {
  if (!row?.sampleFetchedAt || row.sampleJson === null) return null;
  if (now.getTime() - row.sampleFetchedAt.getTime() > SAMPLE_LIFETIME_MS) return null;
  return {
    json: row.sampleJson,
    truncated: row.sampleTruncated ?? false,
    fullBytes: row.sampleFullBytes ?? 0,
    fetchedAt: row.sampleFetchedAt,
  };
}
