import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import connect from 'postgres';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { type Ctx, ctxFor, type Ports } from '../src/features/kit/ctx.ts';
import {
  connectCustomApi,
  findSyncRun,
  type SyncRun,
  saveMappingAndBackfill,
  syncNow,
} from '../src/features/sources/index.ts';
import { authenticate, createWorkspace } from '../src/features/workspaces/index.ts';
import { systemClock, yesterday } from '../src/platform/clock.ts';
import { createOutbound } from '../src/platform/http/guarded-outbound.ts';
import { createLog } from '../src/platform/log.ts';
import { createMapperPool } from '../src/platform/mapper-pool/process-pool.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { createMemoryPubSub } from '../src/platform/pubsub/memory-pubsub.ts';
import { createInlineQueue } from '../src/platform/queue/inline-queue.ts';
import { createSecrets } from '../src/platform/secrets/aes-secrets.ts';
import { startWorker } from '../src/worker/runner.ts';
import { bareCopy, copyImage } from './bare-copy.ts';
import { atMost, tell } from './goal.ts';
import { machine, median, megabytes, seconds, timed, times } from './measure.ts';
import { numbers } from './options.ts';
import { METRICS, makePayload, mappingOf } from './payload.ts';
import { mark, writtenSince } from './written.ts';

// A whole synchronisation (fetch, map in a child, stage, merge, roll up, commit) beside the least that could be done with
// the same bytes: JSON.parse of the answer, and a bare binary COPY of its rows into an indexed table.
// Both in the same run, taken in turn, on the embedded PostgreSQL with its durable settings.

const { rows, rounds, metrics } = numbers({ rows: 900_000, rounds: 5, metrics: METRICS.length });
/** Of a first synchronisation against the limit: the more metrics a row has, the more of the limit is reading it. */
const FIRST_GOAL = metrics <= METRICS.length ? 1.35 : 1.1;
const AGAIN_GOAL = 1.2;
const WAL_GOAL = 1e6;
/** Of the very same answer once more, against JSON.parse alone. */
const IDENTICAL_GOAL = 0.3;

const payload = makePayload(Math.ceil(rows / 30), yesterday(systemClock), metrics);
const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
const postgres = await startEmbeddedPostgres({ directory });
await migrate(postgres.url);
const db = openDatabase({ url: postgres.url, ormConnections: 4, bulkConnections: 4 });
const sql = connect(postgres.url, { max: 1, onnotice: () => {} });
/** Trying the connection needs no rows. */
const NO_ROWS = Buffer.from('{"data":{"rows":[]}}');
/** The same rows in other bytes: what an endpoint says of itself has changed. */
const restamped = Buffer.from(payload.bytes);
restamped[restamped.indexOf('2025')] = 0x33;
let served: Buffer = NO_ROWS;
const endpoint = await serve();
const queue = createInlineQueue();
const key = { id: 'bench', key: randomBytes(32) };
const ports: Ports = {
  db,
  clock: systemClock,
  log: createLog('error'),
  outbound: createOutbound({ allowedCidrs: ['127.0.0.1/32'], clock: systemClock }),
  mappers: createMapperPool({ size: 1, maxOldSpaceMb: 2048, maxJobsPerChild: 100 }),
  queue,
  pubsub: createMemoryPubSub(),
  secrets: createSecrets({ keys: [key], current: key.id }),
  model: null,
  modelLimits: { callsPerDay: 0, tokensPerDay: 0 },
};
await startWorker(ports);

try {
  const image = copyImage(payload);
  const figures: Figures = { parse: [], copy: [], first: [], again: [], identical: [] };
  const written = { firstWal: [] as number[], wal: [] as number[], tuples: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    figures.parse.push(await timed(async () => JSON.parse(payload.bytes.toString())));
    figures.copy.push(await bareCopy(sql, image));
    const ctx = await newWorkspace();
    await checkpoint(sql);
    served = payload.bytes;
    figures.first.push(await timed(() => backfill(ctx)));
    await checkpoint(sql);
    const since = await mark(sql);
    served = restamped;
    figures.again.push(await timed(() => again(ctx)));
    const { wal, tuples } = await writtenSince(sql, since);
    await checkpoint(sql);
    const later = await mark(sql);
    served = payload.bytes;
    await again(ctx);
    written.firstWal.push(wal);
    written.wal.push((await writtenSince(sql, later)).wal);
    written.tuples.push(tuples);
    figures.identical.push(await timed(() => again(ctx, true)));
    await sql.unsafe('TRUNCATE usage_days, usage_rollups, external_accounts');
    report(`round ${round + 1}`, figures, -1);
  }
  conclude(figures, written);
} finally {
  endpoint.close();
  await queue.stop();
  await Promise.all([ports.mappers.close(), ports.outbound.close(), db.close(), sql.end()]);
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit(0);

type Figures = Record<'parse' | 'copy' | 'first' | 'again' | 'identical', number[]>;

function conclude(figures: Figures, written: Record<'firstWal' | 'wal' | 'tuples', number[]>): void {
  const size = `${payload.rows.toLocaleString('en')} rows x ${metrics}, ${megabytes(payload.bytes.length)}`;
  process.stdout.write(`\n${size}; ${machine()}\n`);
  report(`median of ${rounds}`, figures, null);
  const limits = figures.parse.map((parse, round) => parse + (figures.copy[round] ?? Number.NaN));
  // Of each round against its own limit: the machine is not as fast in all of them.
  const ratio = (values: number[]) => median(values.map((value, round) => value / (limits[round] ?? Number.NaN)));
  const limit = seconds(median(limits));
  const [first, again] = [ratio(figures.first), ratio(figures.again)];
  const said = (value: number, took: number[]) =>
    `${times(value)} of JSON.parse + bare COPY (${seconds(median(took))}, ${limit})`;
  tell({
    goal: 'G4',
    what: `first sync of ${size}`,
    value: said(first, figures.first),
    ...atMost(first, FIRST_GOAL, times),
  });
  tell({
    goal: 'G5',
    what: 'the same again, unchanged',
    value: said(again, figures.again),
    ...atMost(again, AGAIN_GOAL, times),
  });
  const identical = median(figures.identical.map((value, round) => value / (figures.parse[round] ?? Number.NaN)));
  tell({
    goal: 'G5',
    what: 'the same answer again, byte for byte',
    value: `${times(identical)} of JSON.parse (${seconds(median(figures.identical))}, ${seconds(median(figures.parse))})`,
    ...atMost(identical, IDENTICAL_GOAL, times),
  });
  const [wal, tuples] = [median(written.wal), Math.max(...written.tuples)];
  // Whoever first reads a page after it was written notes in it which transactions are over; with checksums, that is logged.
  const once = median(written.firstWal);
  const kilobytes = (bytes: number) => `${(bytes / 1e3).toFixed(0)} kB`;
  tell({
    goal: 'G5',
    what: 'write-ahead log of an unchanged sync',
    value: `${kilobytes(wal)}; of the first one ${kilobytes(once)}`,
    ...atMost(wal, WAL_GOAL, kilobytes),
  });
  tell({ goal: 'G5', what: 'tuples of usage it wrote', value: `${tuples}`, ...atMost(tuples, 0, String) });
}

function report(title: string, figures: Figures, at: -1 | null): void {
  const figure = (values: number[]) => (at === null ? median(values) : (values.at(at) ?? Number.NaN));
  const limit = figure(figures.parse) + figure(figures.copy);
  const line = (values: number[]) => `${seconds(figure(values))} = ${(figure(values) / limit).toFixed(2)}x`;
  process.stdout.write(
    `${title}: JSON.parse ${seconds(figure(figures.parse))} + bare COPY ${seconds(figure(figures.copy))} = ${seconds(limit)}; ` +
      `first sync ${line(figures.first)}; unchanged re-sync ${line(figures.again)}; ` +
      `identical answer ${seconds(figure(figures.identical))} = ${(figure(figures.identical) / figure(figures.parse)).toFixed(2)}x JSON.parse\n`,
  );
}

async function newWorkspace(): Promise<Ctx> {
  served = NO_ROWS;
  const { ownerKey } = await createWorkspace(ports, { name: 'bench', ownerKey: null });
  const actor = await authenticate(ports, ownerKey);
  if (!actor) throw new Error('the new key does not work');
  const ctx = ctxFor(ports, actor);
  const connected = await connectCustomApi(ctx, {
    endpoint: {
      url: `${endpoint.url}/?{start_date}{end_date}`,
      method: 'GET',
      timeoutSeconds: 60,
      answerFormat: 'AUTO',
      paging: null,
    },
    secrets: { auth: { kind: 'NONE' }, headers: [], body: null },
  });
  if (!connected.ok) throw new Error(JSON.stringify(connected.error));
  return ctx;
}

async function backfill(ctx: Ctx): Promise<void> {
  const saved = await saveMappingAndBackfill(ctx, { mapping: mappingOf(metrics), days: 30 });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  await finished(ctx, saved.value.syncRun.id);
}

/** The whole window once more: as if nothing had been synchronised yet. */
async function again(ctx: Ctx, isIdentical = false): Promise<void> {
  await sql`UPDATE custom_apis SET last_synced_day = NULL WHERE workspace_id = ${ctx.actor.workspaceId}`;
  const queued = await syncNow(ctx);
  if (!queued.ok) throw new Error(JSON.stringify(queued.error));
  const run = await finished(ctx, queued.value.id);
  if (run.unchanged !== isIdentical) throw new Error(JSON.stringify(run));
}

async function finished(ctx: Ctx, id: string): Promise<SyncRun> {
  await queue.drain();
  const run = await findSyncRun(ctx, id);
  if (run?.status !== 'SUCCEEDED' || run.rowsStored !== payload.rows) throw new Error(JSON.stringify(run));
  return run;
}

async function checkpoint(sql: Sql): Promise<void> {
  await sql`CHECKPOINT`;
}

async function serve(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', served.length);
    response.end(served);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
