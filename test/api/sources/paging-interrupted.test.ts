import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { createGate } from '../../kit/gate.ts';
import { type Behaviour, cut, html, json, status } from '../../kit/misbehaving-endpoint.ts';
import {
  BY_CURSOR,
  BY_PAGE,
  LINKED,
  noRows,
  PAGED_MAPPING,
  type PagedRuns,
  page,
  pagedRuns,
} from '../../kit/paged-runs.ts';
import { onlyWith, startTokenEndpoint } from '../../kit/token-endpoint.ts';

let app: TestApp;
let one: PagedRuns;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  one = await pagedRuns(app);
});
afterEach(() => one.close());

describe('an empty page', () => {
  test('with a next link goes on', async () => {
    const empty = noRows({ next: '/usage?p=2' });
    const ended = await one.run(LINKED, empty, noRows({ next: '/usage?p=3' }), page(3));
    expect(ended).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 2, rowsStored: 2 });
    expect(one.calledPaths()).toEqual(['/usage', '/usage?p=2', '/usage?p=3']);
  });

  test('with the cursor it was asked with is the last', async () => {
    const ended = await one.run(BY_CURSOR, page(1, { next: 'end' }), noRows({ next: 'end' }));
    expect(ended).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 2 });
    expect(one.calledPaths()).toEqual(['/usage', '/usage?cursor=end']);
  });
});

describe('a page in the middle', () => {
  test('is asked for again within the run when its failure may pass', async () => {
    const busy = status(500, { 'retry-after': '0' });
    const ended = await one.run(BY_PAGE, page(1), busy, status(429, { 'retry-after': '1' }), busy, page(2), noRows());
    expect(ended).toMatchObject({ status: 'SUCCEEDED', attempt: 1, rowsFetched: 4, rowsStored: 2, httpStatus: 200 });
    expect(one.calledPaths().map((path) => path.at(-1))).toEqual(['1', '2', '2', '2', '2', '3']);
  });

  test('with 500 for ever: the run waits for another try, and then begins with the first page', async () => {
    const waiting = await one.run(BY_PAGE, page(1), status(500, { 'retry-after': '0' }));
    expect(waiting).toMatchObject({
      ...{ status: 'RETRYING', httpStatus: 500, rowsStored: 0, error: { code: 'ENDPOINT_UNAVAILABLE' } },
    });
    expect(one.calledPaths().map((path) => path.at(-1))).toEqual(['1', '2', '2', '2', '2']);
    expect(await one.stored()).toEqual([]);
    one.endpoint.respond(page(1), page(2), noRows());
    const { syncRun } = await one.admin.syncNow();
    await app.ports.queue.drain();
    expect(await one.admin.run(syncRun.id)).toMatchObject({ id: waiting.id, status: 'SUCCEEDED', rowsFetched: 4 });
  });

  test('with 401 is called with a fresh token, and the run goes on', async () => {
    const idp = await startTokenEndpoint();
    let good: readonly string[] = [];
    const guarded = (behaviour: Behaviour) => onlyWith(() => good, behaviour);
    await one.connect({ ...BY_PAGE, auth: idp.auth() });
    good = idp.issued.slice();
    const expire: Behaviour = (request, response) => {
      status(401)(request, response);
      good = [`issued.t0ken.${idp.issued.length + 1}`];
    };
    one.endpoint.respond(guarded(page(1)), expire, guarded(page(2)), guarded(page(3)), guarded(noRows()));
    const { syncRun } = await one.admin.save(PAGED_MAPPING, 1);
    await app.ports.queue.drain();
    expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1, rowsFetched: 6 });
    expect(one.endpoint.requests.map(({ path, headers }) => `${path.at(-1)} ${headers.authorization?.at(-1)}`)).toEqual(
      [...['1 1', '2 1', '2 2', '3 2', '4 2']],
    );
    await idp.close();
  });

  test.each<[string, Behaviour, string, string]>([
    ['with 401 although the token is all there is', status(401), 'CREDENTIALS_REFUSED', 'FAILED'],
    ['with 404', status(404), 'ENDPOINT_NOT_FOUND', 'FAILED'],
    ['that is HTML', html(), 'NOT_JSON', 'FAILED'],
    ['that is empty', status(200), 'NOT_JSON', 'FAILED'],
    ['of another shape', json({ error: 'no more' }), 'ROWS_PATH_NO_DATA', 'FAILED'],
    ['whose rows are an object', json({ data: { a: 1 } }), 'ROWS_PATH_NOT_A_LIST', 'FAILED'],
    ['with bytes behind it', (_request, response) => void response.end('{"data":[]}]'), 'NOT_JSON', 'FAILED'],
    ['that is cut off', cut('{"data":[{"day":"2026-03-09","id":"A"'), 'CONNECTION_FAILED', 'RETRYING'],
  ])('%s: nothing is stored', async (_what, behaviour, code, end) => {
    const ended = await one.run({ ...BY_PAGE, auth: { bearer: { token: 'a-token' } } }, page(1), behaviour);
    expect(ended).toMatchObject({ status: end, rowsStored: 0, error: { code } });
    expect(one.endpoint.requests).toHaveLength(2);
    expect(await one.stored()).toEqual([]);
    expect((await one.admin.customApi()).status).toBe(end === 'FAILED' ? 'ERROR' : 'BACKFILLING');
  });

  test('is the last when somebody disconnects', async () => {
    const gate = createGate();
    await one.connect(BY_PAGE);
    one.endpoint.respond(gate.behaviour);
    const { syncRun } = await one.admin.save(PAGED_MAPPING, 1);
    const first = await gate.arrived();
    first.release({ data: [{ day: YESTERDAY, id: 'A', calls: 1, seats: 1 }] });
    const second = await gate.arrived();
    await one.admin.disconnect();
    await one.endpoint.whenIdle();
    second.release({ data: [{ day: YESTERDAY, id: 'B', calls: 1, seats: 1 }] });
    await app.ports.queue.drain();
    expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'CANCELLED', rowsStored: 0 });
    expect(one.calledPaths()).toEqual(['/usage?page=1', '/usage?page=2']);
    expect(await one.stored()).toEqual([]);
  });
});
