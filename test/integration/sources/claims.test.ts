import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetWorkers, syncRunJob } from '../../../src/features/sources/index.ts';
import { err } from '../../../src/lib/result.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
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
let now = NOW;
let stopping = false;

beforeAll(async () => {
  const clock = { now: () => now };
  const outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock });
  // As it answers in a process that stops.
  const cancelled = err({ code: 'ABORTED' as const, detail: 'The call was cancelled.' });
  const call: typeof outbound.call = async (request) => (stopping ? cancelled : outbound.call(request));
  app = await startTestApp({ clock, outbound: { ...outbound, call } });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = NOW;
  stopping = false;
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  // Of its own for each test: while one test's run is held, its host would be busy for the next.
  endpoint = await startMisbehavingEndpoint();
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
  gate = createGate();
  endpoint.respond(gate.behaviour);
  endpoint.requests.length = 0;
});
afterEach(() => endpoint.close());

const ROWS = [{ day: YESTERDAY, id: 'A', calls: 1, seats: 2 }];
const STORED = [{ id: 'A', day: YESTERDAY, vals: [1, 2] }];
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const work = (run: { id: string }) => app.ports.queue.enqueue(syncRunJob, { workspace: workspace.id, run: run.id });
const sweep = () => app.ports.queue.tick('sources.sweep');
const idle = () => app.ports.queue.drain();
const sql = () => app.sql;

/** Saves a mapping; its run waits at the gate. */
async function begin() {
  const { syncRun } = await admin.save(aMappingInput());
  return { run: syncRun as { id: string }, held: await gate.arrived() };
}

describe('a run is one worker’s', () => {
  test('three workers that take the same run call the endpoint once and store once', async () => {
    const { run, held } = await begin();
    await Promise.all([work(run), work(run)]);
    held.release(ROWS);
    await idle();
    expect(endpoint.requests).toHaveLength(1);
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1, rowsStored: 1 });
    await work(run);
    await idle();
    expect(endpoint.requests).toHaveLength(1);
    expect(await storedDays(workspace.ctx)).toEqual(STORED);
  });

  test('the sweep leaves a run alone while its lease is good', async () => {
    const { held } = await begin();
    later(24);
    sweep();
    await new Promise((resolve) => setImmediate(resolve));
    held.release(ROWS);
    await idle();
    expect(endpoint.requests).toHaveLength(1);
  });

  test('a run whose worker vanished is handed out again and completes', async () => {
    const { run, held } = await begin();
    later(26);
    sweep();
    const second = await gate.arrived();
    expect(second.request.path).toBe(held.request.path);
    expect(await admin.run(run.id)).toMatchObject({ status: 'FETCHING', attempt: 2 });
    second.release(ROWS);
    // The first worker was only slow: what it brings now is nobody's any more.
    held.release([{ day: YESTERDAY, id: 'A', calls: 999, seats: 999 }]);
    await idle();
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2, rowsStored: 1, error: null });
    expect(await storedDays(workspace.ctx)).toEqual(STORED);
  });

  test('a run that no worker was called for is found after ten seconds', async () => {
    const { run, held } = await begin();
    // As after a crash between the commit and the call.
    await sql()`UPDATE sync_runs SET status = 'QUEUED', lease_token = NULL, lease_expires_at = NULL, started_at = NULL,
      attempt = 0 WHERE id = ${run.id}`;
    later(9);
    sweep();
    held.release(ROWS);
    await idle();
    expect(endpoint.requests).toHaveLength(1);
    expect(await admin.run(run.id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
    later(2);
    sweep();
    (await gate.arrived()).release(ROWS);
    await idle();
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
  });

  test('a process that stops hands its run back, and the next one takes it at once', async () => {
    stopping = true;
    const { syncRun } = await admin.save(aMappingInput());
    await idle();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'QUEUED', progress: 0, attempt: 1, error: null });
    expect(await admin.customApi()).toMatchObject({ status: 'BACKFILLING' });
    stopping = false;
    sweep();
    (await gate.arrived()).release(ROWS);
    await idle();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2 });
  });

  test('a database that was just started has no workers: its runs are handed out at once', async () => {
    const { run, held } = await begin();
    await forgetWorkers(app.ports);
    later(0.001);
    sweep();
    (await gate.arrived()).release(ROWS);
    held.release(ROWS);
    await idle();
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2 });
    expect(await storedDays(workspace.ctx)).toEqual(STORED);
  });

  test('after five lost workers a run is given up, and says so', async () => {
    const { run, held } = await begin();
    await sql()`UPDATE sync_runs SET lost_workers = 4 WHERE id = ${run.id}`;
    later(26);
    sweep();
    await expect.poll(async () => (await admin.run(run.id)).status).toBe('FAILED');
    const error = {
      code: 'WORKER_LOST',
      message: expect.stringMatching(/5 times/),
      hint: expect.stringMatching(/worker log/),
    };
    expect(await admin.run(run.id)).toMatchObject({ attempt: 2, error });
    expect(await admin.customApi()).toMatchObject({ status: 'ERROR' });
    held.release(ROWS);
    await idle();
    expect(endpoint.requests).toHaveLength(1);
    expect(await storedDays(workspace.ctx)).toEqual([]);
  });
});

describe('what a run may no longer store', () => {
  test('its lease was lost', async () => {
    const { run, held } = await begin();
    await sql()`UPDATE sync_runs SET lease_token = 'another worker' WHERE id = ${run.id}`;
    held.release(ROWS);
    await idle();
    expect(await storedDays(workspace.ctx)).toEqual([]);
    expect(await admin.run(run.id)).toMatchObject({ status: 'FETCHING', rowsStored: 0, error: null, finishedAt: null });
    const [row] = await sql()`SELECT lease_token FROM sync_runs WHERE id = ${run.id}`;
    expect(row).toEqual({ lease_token: 'another worker' });
  });

  test('a lost lease ends the call, without waiting for the answer', async () => {
    const { run, held } = await begin();
    const gone = new Promise((resolve) => held.response.once('close', resolve));
    held.begin('[');
    await sql()`UPDATE sync_runs SET lease_token = 'another worker' WHERE id = ${run.id}`;
    // The next renewal notices.
    await gone;
    await idle();
    expect(await admin.run(run.id)).toMatchObject({ status: 'FETCHING', error: null });
  });

  test('it was disconnected midway', async () => {
    const { run, held } = await begin();
    expect((await admin.disconnect()).customApi.status).toBe('DISCONNECTED');
    expect(await admin.run(run.id)).toMatchObject({ status: 'CANCELLED', error: null });
    held.release(ROWS);
    await idle();
    expect(await admin.run(run.id)).toMatchObject({
      status: 'CANCELLED',
      rowsStored: 0,
      finishedAt: NOW.toISOString(),
    });
    expect(await storedDays(workspace.ctx)).toEqual([]);
    expect(await admin.customApi()).toMatchObject({ status: 'DISCONNECTED', lastSyncAt: null, lastSyncedDay: null });
  });

  test('a newer mapping was saved midway', async () => {
    const { run, held } = await begin();
    const { syncRun } = await admin.save(aMappingInput({ metrics: [{ name: 'seats', path: 'seats' }] }), 7);
    expect(await admin.run(run.id)).toMatchObject({ status: 'CANCELLED' });
    const second = await gate.arrived();
    held.release(ROWS);
    second.release([{ day: YESTERDAY, id: 'A', seats: 8 }]);
    await idle();
    expect(await admin.run(run.id)).toMatchObject({ status: 'CANCELLED', rowsStored: 0 });
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 1 });
    expect(await storedDays(workspace.ctx)).toEqual([{ id: 'A', day: YESTERDAY, vals: [null, 8] }]);
  });

  test('the configuration moved on although the run still counts as active', async () => {
    const { run, held } = await begin();
    await sql()`UPDATE custom_apis SET config_version = config_version + 1
      WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
    held.release(ROWS);
    await idle();
    expect(await storedDays(workspace.ctx)).toEqual([]);
    expect(await admin.run(run.id)).toMatchObject({ status: 'FETCHING', rowsStored: 0 });
  });
});
