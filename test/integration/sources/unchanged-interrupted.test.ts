import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, YESTERDAY } from '../../kit/app.ts';
import { answer, type Behaviour, cut, json, status } from '../../kit/misbehaving-endpoint.ts';
import {
  aRepeatedWorkspace,
  type Repeated,
  startWatchedApp,
  type WatchedApp,
  workerStops,
} from '../../kit/repeated-answers.ts';
import { storedDays, tuplesOf } from '../../kit/usage-intake.ts';

let watched: WatchedApp;
let one: Repeated;
beforeAll(async () => {
  watched = await startWatchedApp();
});
afterAll(() => watched.close());
beforeEach(async () => {
  watched.app.clock.set(NOW);
  one = await aRepeatedWorkspace(watched.app, usage(1));
  await one.sync();
  watched.takeJobs();
});
afterEach(() => one.close());

const usage = (calls: number, headers: Record<string, string> = {}) =>
  json([{ day: YESTERDAY, id: 'A', calls, seats: 2 }], headers);
const callsOf = async () => (await storedDays(one.workspace.ctx)).map(({ vals }) => vals[0]);
/** Answers in turn; the last one stays. */
const inTurn = (...turns: Behaviour[]): Behaviour => {
  let turn = 0;
  return (request, response) => turns[Math.min(turn++, turns.length - 1)]?.(request, response);
};
const sourceOf = async () => {
  const [source] = await watched.app.sql`
    SELECT c.*, c.last_answer ->> 'tag' AS tag, c.last_answer IS NULL AS is_bare FROM custom_apis c
    JOIN workspaces w USING (workspace_id) WHERE w.id = ${one.workspace.id}`;
  return source;
};
const retry = async (run: { id: string; nextAttemptAt: string }) => {
  watched.app.clock.set(run.nextAttemptAt);
  watched.app.ports.queue.tick('sources.sweep');
  return one.ended({ syncRun: run });
};

describe('an endpoint that fails', () => {
  test('when it is asked for what differs is asked again later, and then only once', async () => {
    one.endpoint.respond(inTurn(usage(2), status(503), usage(3)));
    const waiting = await one.sync();
    expect(waiting).toMatchObject({ status: 'RETRYING', httpStatus: 503, unchanged: false });
    expect(await callsOf()).toEqual([1]);
    expect(watched.takeJobs()).toEqual(['compare']);
    expect(await retry(waiting)).toMatchObject({ status: 'SUCCEEDED', unchanged: false, attempt: 2 });
    expect(watched.takeJobs()).toEqual(['extract']);
    expect(await callsOf()).toEqual([3]);
  });

  test('while it is compared fails like any other, and the same answer is stored later', async () => {
    one.endpoint.respond(inTurn(cut('[{"day"', { 'content-length': '200' }), usage(1)));
    const waiting = await one.sync();
    expect(waiting).toMatchObject({ status: 'RETRYING', error: { code: 'CONNECTION_FAILED' } });
    expect(await retry(waiting)).toMatchObject({ status: 'SUCCEEDED', unchanged: false });
  });

  test('with credentials that are refused needs a person', async () => {
    one.endpoint.respond(status(401));
    expect(await one.sync()).toMatchObject({ status: 'FAILED', error: { code: 'CREDENTIALS_REFUSED' } });
    expect(await one.admin.customApi()).toMatchObject({ status: 'ERROR' });
  });
});

describe('while the answer is compared', () => {
  test('a disconnect makes it end nothing', async () => {
    const before = await tuplesOf(one.workspace.ctx);
    const { last_sync_at: syncedAt } = (await sourceOf()) ?? {};
    watched.app.clock.advance(60_000);
    watched.duringCompare(async () => void (await one.admin.disconnect()));
    expect(await one.sync()).toMatchObject({ status: 'CANCELLED', unchanged: false });
    expect(watched.takeJobs()).toEqual(['compare']);
    expect(await sourceOf()).toMatchObject({ status: 'DISCONNECTED', last_sync_at: syncedAt, is_bare: true });
    expect(await tuplesOf(one.workspace.ctx)).toEqual(before);
  });

  test('a lost lease makes it end nothing', async () => {
    const { last_sync_at: syncedAt } = (await sourceOf()) ?? {};
    watched.app.clock.advance(60_000);
    const token = 'another worker';
    watched.duringCompare(async () => {
      await watched.app.sql`UPDATE sync_runs SET lease_token = ${token} WHERE status = 'FETCHING'`;
    });
    const run = await one.sync();
    expect(run).toMatchObject({ status: 'FETCHING', unchanged: false, finishedAt: null });
    expect(await sourceOf()).toMatchObject({ last_sync_at: syncedAt });
  });

  test('a worker that stops hands the run on, and the next one ends it', async () => {
    watched.duringCompare(workerStops);
    const stopped = await one.sync();
    expect(stopped).toMatchObject({ status: 'QUEUED', unchanged: false, rowsFetched: 0 });
    watched.app.clock.advance(60_000);
    watched.app.ports.queue.tick('sources.sweep');
    const run = await one.ended({ syncRun: stopped });
    expect(run).toMatchObject({ status: 'SUCCEEDED', unchanged: true, rowsFetched: 1, attempt: 2 });
  });
});

describe('an endpoint with entity tags', () => {
  /** Answers 304 to whoever has this version. */
  const tagged =
    (tag: string, calls: number): Behaviour =>
    (request, response) =>
      request.headers['if-none-match'] === tag
        ? answer(304, { etag: tag }, '')(request, response)
        : usage(calls, { etag: tag })(request, response);
  const conditions = () => one.endpoint.requests.splice(0).map(({ headers }) => headers['if-none-match']);

  test('need not send what is stored', async () => {
    one.endpoint.respond(tagged('W/"1"', 2));
    await one.sync();
    conditions();
    const run = await one.sync();
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      unchanged: true,
      httpStatus: 304,
      responseBytes: 0,
      rowsStored: 1,
    });
    one.endpoint.respond(tagged('W/"2"', 3));
    expect(await one.sync()).toMatchObject({ unchanged: false, httpStatus: 200 });
    expect(await callsOf()).toEqual([3]);
    // What is to be stored is asked for without conditions.
    expect(conditions()).toEqual(['W/"1"', 'W/"1"', undefined]);
  });

  test('may change the tag of an answer that stays, and is asked with the new one', async () => {
    one.endpoint.respond(usage(1, { etag: '"first"' }));
    expect(await one.sync()).toMatchObject({ unchanged: true, httpStatus: 200 });
    one.endpoint.respond(tagged('"second"', 1));
    expect(await one.sync()).toMatchObject({ unchanged: true, httpStatus: 200 });
    expect(await one.sync()).toMatchObject({ unchanged: true, httpStatus: 304 });
  });

  test('that answers 304 although nobody asked fails', async () => {
    one.endpoint.respond(answer(304, {}, ''));
    expect(await one.sync()).toMatchObject({ status: 'FAILED', httpStatus: 304, unchanged: false });
  });

  test.each([
    ['repeats a secret', { auth: { bearer: { token: 'tok-51d2c8a9' } } }, '"v-tok-51d2c8a9"', null],
    ['gives what is no tag', {}, 'v1', null],
    ['gives one with POST', { method: 'POST', body: '{}' }, '"v1"', '"v1"'],
  ])('that %s is asked without', async (_, connection, etag, kept) => {
    await one.close();
    one = await aRepeatedWorkspace(watched.app, usage(1, { etag }), connection);
    await one.sync();
    expect(await sourceOf()).toMatchObject({ tag: kept, is_bare: false });
    conditions();
    expect(await one.sync()).toMatchObject({ unchanged: true, httpStatus: 200 });
    expect(conditions()).toEqual([undefined]);
  });
});
