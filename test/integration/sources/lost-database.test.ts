import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSync } from '../../../src/features/sources/index.ts';
import { openStaging } from '../../../src/features/usage/store/index.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { createGate, type Gate } from '../../kit/gate.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';
import { storedDays } from '../../kit/usage-intake.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;
let gate: Gate;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOW);
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint = await startMisbehavingEndpoint();
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
  gate = createGate();
  endpoint.respond(gate.behaviour);
});
afterEach(() => endpoint.close());

const ROWS = [{ day: YESTERDAY, id: 'A', calls: 1, seats: 2 }];
const STORED = [{ id: 'A', day: YESTERDAY, vals: [1, 2] }];
const later = (seconds: number) => app.clock.advance(seconds * 1000);
const idle = () => app.ports.queue.drain();

/** Sessions of the product that have a transaction open. */
const transactions = () => app.sql<{ pid: number }[]>`
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'tributary' AND xact_start IS NOT NULL`;

describe('a run', () => {
  test('whose session is ended is tried again, and is no failure', async () => {
    const { syncRun } = await admin.save(aMappingInput());
    const held = await gate.arrived();
    const [session, ...others] = await transactions();
    expect(others).toEqual([]);
    await app.sql`SELECT pg_terminate_backend(${session?.pid ?? 0})`;
    held.release(ROWS);
    await idle();
    const waiting = await admin.run(syncRun.id);
    expect(waiting).toMatchObject({ status: 'RETRYING', error: { code: 'INTERNAL' }, attempt: 1, rowsStored: 0 });
    expect((await admin.customApi()).status).toBe('BACKFILLING');
    expect(await storedDays(workspace.ctx)).toEqual([]);

    app.clock.set(waiting.nextAttemptAt);
    app.ports.queue.tick('sources.sweep');
    (await gate.arrived()).release(ROWS);
    await idle();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', error: null, attempt: 2, rowsStored: 1 });
    expect(await storedDays(workspace.ctx)).toEqual(STORED);
  });

  test('that is being stored is waited for by nobody, however long its worker takes', async () => {
    const { syncRun } = await admin.save(aMappingInput());
    const held = await gate.arrived();
    const holder = await app.sql.reserve();
    await holder.unsafe('BEGIN; LOCK TABLE usage_days IN SHARE MODE');
    try {
      held.release(ROWS);
      const stands = () => app.sql`SELECT 1 FROM pg_locks WHERE relation = 'usage_days'::regclass AND NOT granted`;
      await expect.poll(stands).toHaveLength(1);
      later(31);
      // As the next sweep would.
      await runSync(app.ports, { actor: workspace.ctx.actor, runId: syncRun.id });
      expect(endpoint.requests, 'of connecting and of the run').toHaveLength(2);
    } finally {
      await holder.unsafe('ROLLBACK');
      holder.release();
    }
    await idle();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1, rowsStored: 1 });
  });

  test('may wait for its endpoint as long as it likes, but not keep others waiting once it stores', async () => {
    const limits = await workspace.ctx.db.sql.begin(async (tx) => {
      const limit = async () => (await tx`SHOW idle_in_transaction_session_timeout`)[0];
      const staging = await openStaging(tx);
      const before = await limit();
      await staging.end();
      return [before, await limit()].map((row) => row?.['idle_in_transaction_session_timeout']);
    });
    expect(limits).toEqual(['0', '30s']);
  });
});
