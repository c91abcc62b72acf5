import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { CHANNEL, type ExtractResult, type PageRead } from '../../../src/features/sources/domain/mapper-job.ts';
import type { MapperBody, MapperPool, MapperTask } from '../../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool } from '../../../src/platform/mapper-pool/process-pool.ts';
import { readAccountCopy, readRowCopy } from '../../kit/copy-reader.ts';
import { collector, inPieces, jsonBody } from '../../kit/mapper-bodies.ts';
import { anExtract } from '../../kit/mappings.ts';

const MISBEHAVING = new URL('../../kit/misbehaving-mapper.ts', import.meta.url);
let pool: MapperPool | undefined;
afterEach(() => pool?.close());

function open(entry?: URL) {
  const opened = createMapperPool({ size: 1, maxOldSpaceMb: 256, maxJobsPerChild: 100, ...(entry ? { entry } : {}) });
  pool = opened;
  return (task: Partial<MapperTask>) => opened.run({ job: PAGES, body: inPieces('{}'), timeoutMs: 20_000, ...task });
}

const PAGES = { ...anExtract(), paging: { nextPath: 'next' } };
const READ_PAGES = { do: 'read pages' };
const row = (id: string, day: string, logins: number) => ({ id, day, logins, seats: logins });

/** Gives these bodies one after the other, and notes what the child said of each. */
function following(...bodies: readonly MapperBody[]) {
  const said: PageRead[] = [];
  const nextBody = async (page: unknown) => {
    said.push(page as PageRead);
    return bodies[said.length - 1] ?? null;
  };
  return { said, nextBody };
}

describe('several bodies in one job', () => {
  const first = { rows: [row('a', '2026-06-01', 1), row('b', '2026-06-01', 2)], next: 'second' };
  const second = { rows: [row('b', '2026-06-02', 3)], next: 3 };
  const third = { rows: [], next: null };

  it.each([1, 7, 65_536])('are one answer, in pieces of %d bytes', async (size) => {
    const run = open();
    const pages = following(jsonBody(second, size), jsonBody(third, size));
    const data = collector();
    const result = (await run({ body: jsonBody(first, size), ...pages, ...data })) as ExtractResult;
    expect(pages.said).toEqual([
      { elements: 2, next: 'second', digest: expect.any(String) },
      { elements: 1, next: 3, digest: expect.any(String) },
      { elements: 0, next: null, digest: expect.any(String) },
    ]);
    expect(new Set(pages.said.map(({ digest }) => digest)).size).toBe(3);
    const bytes = [first, second, third].map((page) => JSON.stringify(page).length).reduce((a, b) => a + b);
    expect(result).toMatchObject({ ok: true, bytes, counts: { rows: 3, mapped: 3, accounts: 2 }, duplicates: 0 });
    // An account of two pages is one, and rows are numbered on.
    expect(readAccountCopy(data.channel(CHANNEL.accounts))).toEqual([
      { ref: 0, externalId: 'a' },
      { ref: 1, externalId: 'b' },
    ]);
    const rows = readRowCopy(data.channel(CHANNEL.rows));
    expect(rows.map(({ ref, ordinal }) => [ref, ordinal])).toEqual([
      [0, 1],
      [1, 2],
      [1, 3],
    ]);
  });

  it('are told apart by their rows alone, however they are cut', async () => {
    const run = open();
    const bodies = [1, 3, 1_000].map((size, number) => jsonBody({ next: number, rows: first.rows }, size));
    const pages = following(...bodies.slice(1));
    await run({ ...(bodies[0] ? { body: bodies[0] } : {}), ...pages });
    expect(pages.said.map(({ next }) => next)).toEqual([0, 1, 2]);
    expect(new Set(pages.said.map(({ digest }) => digest)).size).toBe(1);
  });

  it('of lines are told of, too', async () => {
    const run = open();
    const job = { ...anExtract({ rowsPath: '@' }), lines: true, paging: { nextPath: '[-1].id' } };
    const lines = (...ids: readonly string[]) =>
      inPieces(ids.map((id) => JSON.stringify(row(id, '2026-06-01', 1))).join('\n'));
    const pages = following(lines('c'), inPieces(''));
    expect(await run({ job, body: lines('a', 'b'), ...pages })).toMatchObject({ ok: true, counts: { rows: 3 } });
    expect(pages.said.map(({ elements, next }) => [elements, next])).toEqual([
      [2, 'b'],
      [1, 'c'],
      [0, null],
    ]);
  });

  it('leave the child as it was: the next job begins anew', async () => {
    const run = open();
    for (let time = 0; time < 3; time++) {
      const pages = following(jsonBody(second));
      const result = await run({ body: jsonBody(first), ...pages });
      expect(result).toMatchObject({ ok: true, counts: { rows: 3, accounts: 2 } });
    }
    expect(await run({ job: anExtract(), body: jsonBody(third) })).toMatchObject({ ok: true, counts: { rows: 0 } });
  });

  it.each<[string, string, string]>([
    ['is no JSON', '<html>', 'NOT_JSON'],
    ['is cut off', '{"rows":[{"id"', 'NOT_JSON'],
    ['has another shape', '{"rows":{}}', 'ROWS_PATH_NOT_A_LIST'],
    ['says no link', '{"rows":[],"next":{}}', 'PAGING_FAILED'],
  ])('end with the one that %s', async (_what, body, code) => {
    const run = open();
    const pages = following(inPieces(body), jsonBody(third));
    expect(await run({ body: jsonBody(first), ...pages })).toMatchObject({ ok: false, error: { code } });
    expect(pages.said).toHaveLength(1);
    expect(await run({ body: jsonBody(third), ...following() })).toMatchObject({ ok: true, counts: { rows: 0 } });
  });
});

describe('between two bodies', () => {
  const pidOf = (page: unknown) => (page as { pid: number }).pid;

  it('an error of whoever gets the next one is rethrown as it is', async () => {
    const run = open(MISBEHAVING);
    const refused = new Error('401');
    await expect(run({ job: READ_PAGES, nextBody: () => Promise.reject(refused) })).rejects.toBe(refused);
    expect(await run({ job: READ_PAGES, nextBody: async () => null })).toEqual(expect.any(Number));
  });

  it('the clock stands still, and begins anew with each body', async () => {
    const run = open(MISBEHAVING);
    await run({ job: READ_PAGES, nextBody: async () => null }); // The child is up.
    let pages = 0;
    const nextBody = async () => {
      await sleep(150);
      return ++pages < 4 ? inPieces('{}') : null;
    };
    expect(await run({ job: READ_PAGES, nextBody, timeoutMs: 400 })).toEqual(expect.any(Number));
    const never = async function* () {
      yield await new Promise<Uint8Array>(() => {});
    };
    const stuck = run({ job: READ_PAGES, nextBody: async () => never(), timeoutMs: 200 });
    await expect(stuck).rejects.toMatchObject({ code: 'TIMEOUT' });
  });

  it('a job that is aborted ends at once, and what comes too late is closed unread', async () => {
    const run = open(MISBEHAVING);
    const controller = new AbortController();
    let closed = 0;
    let read = 0;
    const late: MapperBody = {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          read++;
          return { done: false, value: new Uint8Array(10) };
        },
        return: async () => {
          closed++;
          return { done: true, value: undefined };
        },
      }),
    };
    let giveLate = () => {};
    const nextBody = () =>
      new Promise<MapperBody>((resolve) => {
        giveLate = () => resolve(late);
        controller.abort();
      });
    const aborted = run({ job: READ_PAGES, nextBody, signal: controller.signal });
    await expect(aborted).rejects.toMatchObject({ code: 'ABORTED' });
    giveLate();
    await expect.poll(() => closed).toBe(1);
    expect(read).toBeLessThanOrEqual(1);
    expect(await run({ job: READ_PAGES, nextBody: async () => null })).toEqual(expect.any(Number));
  });

  it('a child that is killed is CRASHED at once, and the next job gets another', async () => {
    const run = open(MISBEHAVING);
    let killed = 0;
    const nextBody = (page: unknown) => {
      killed = pidOf(page);
      process.kill(killed, 'SIGKILL');
      return new Promise<MapperBody>(() => {}); // A call that takes for ever.
    };
    const crashed = run({ job: READ_PAGES, nextBody });
    await expect(crashed).rejects.toMatchObject({ code: 'CRASHED', message: expect.stringContaining('SIGKILL') });
    const next = await run({ job: READ_PAGES, nextBody: async () => null });
    expect(next).toEqual(expect.any(Number));
    expect(next).not.toBe(killed);
  });

  it('a child may end the job early, and is used again', async () => {
    const run = open(MISBEHAVING);
    const asked = following(inPieces('{}'));
    expect(await run({ job: { do: 'answer instead of a page' }, ...asked })).toBe('early');
    expect(asked.said).toEqual([]);
    expect(await run({ job: READ_PAGES, ...following() })).toEqual(expect.any(Number));
  });

  it('closing the pool ends the job', async () => {
    const run = open(MISBEHAVING);
    const ended = run({
      job: READ_PAGES,
      nextBody: () => {
        void pool?.close();
        return new Promise<MapperBody>(() => {});
      },
    });
    await expect(ended).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
