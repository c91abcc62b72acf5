import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { MapperPool, MapperTask } from '../../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool, type MapperPoolOptions } from '../../../src/platform/mapper-pool/process-pool.ts';
import { collector, inPieces, jsonBody } from '../../kit/mapper-bodies.ts';
import { aPreview } from '../../kit/mappings.ts';

const MISBEHAVING = new URL('../../kit/misbehaving-mapper.ts', import.meta.url);
let pool: MapperPool | undefined;
afterEach(() => pool?.close());

function open(options: Partial<MapperPoolOptions> = {}) {
  pool = createMapperPool({ entry: MISBEHAVING, size: 1, maxOldSpaceMb: 256, maxJobsPerChild: 100, ...options });
  return (task: Partial<MapperTask> & { job: unknown }) =>
    (pool as MapperPool).run({ body: inPieces('{}'), timeoutMs: 60_000, ...task });
}
const tellPid = { do: 'tell pid' };

describe('a job that costs too much', () => {
  const doubling = "note | join('',[@,@]) ".repeat(1) + "| join('',[@,@]) ".repeat(23);
  const rows = Array.from({ length: 100 }, () => ({ day: '2026-06-01', id: 'a', note: 'x'.repeat(20) }));
  const bomb = aPreview({ metrics: [{ name: 'length', path: `length(${doubling})`, aggregation: 'SUM' }] });

  it('ends with its child, and the next job works', async () => {
    pool = createMapperPool({ size: 1, maxOldSpaceMb: 64, maxJobsPerChild: 100 });
    const failed = pool.run({ job: bomb, body: jsonBody({ rows }), timeoutMs: 20_000 });
    await expect(failed).rejects.toMatchObject({
      name: 'MapperError',
      code: expect.stringMatching(/^(OUT_OF_MEMORY|TIMEOUT)$/),
    });
    const next = await pool.run({ job: aPreview(), body: jsonBody({ rows: [] }), timeoutMs: 20_000 });
    expect(next).toMatchObject({ ok: true, counts: { rows: 0 } });
  });

  it('is out of memory when its answer does not fit', async () => {
    pool = createMapperPool({ size: 1, maxOldSpaceMb: 32, maxJobsPerChild: 100 });
    const body = inPieces(`[${'{"a":1},'.repeat(2_000_000)}1]`);
    await expect(pool.run({ job: aPreview(), body, timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'OUT_OF_MEMORY',
    });
  });

  it('is killed when its time is up', async () => {
    const run = open();
    await expect(run({ job: { do: 'nothing' }, timeoutMs: 50 })).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await run({ job: tellPid })).toEqual(expect.any(Number));
  });
});

describe('a child that misbehaves', () => {
  it.each([
    ['crash', 'a bug in the mapper'],
    ['abort', 'SIGABRT'],
    ['leave', 'code 0'],
    ['garbage', 'unknown type'],
  ])('by %s is CRASHED, and the next job gets another', async (what, said) => {
    const run = open();
    await expect(run({ job: { do: what } })).rejects.toMatchObject({
      code: 'CRASHED',
      message: expect.stringContaining(said),
    });
    expect(await run({ job: tellPid })).toEqual(expect.any(Number));
  });

  it('by going while it is fed is CRASHED, not a broken pipe', async () => {
    const run = open();
    const body = async function* () {
      for (;;) yield new Uint8Array(65_536);
    };
    await expect(run({ job: { do: 'crash' }, body: body() })).rejects.toMatchObject({ code: 'CRASHED' });
  });

  it('by never starting is CRASHED for every job, without starting over and over', async () => {
    const run = open({ entry: new URL('./no-such-file.ts', import.meta.url) });
    await expect(run({ job: tellPid })).rejects.toMatchObject({ code: 'CRASHED' });
    await expect(run({ job: tellPid })).rejects.toMatchObject({ code: 'CRASHED' });
  });

  it('by answering before it read the body is not used again', async () => {
    const run = open();
    const first = await run({ job: tellPid });
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent++;
        yield new Uint8Array(65_536);
      }
    };
    expect(await run({ job: { do: 'answer early' }, body: endless() })).toBe('early');
    expect(sent).toBeGreaterThan(0);
    expect(await run({ job: tellPid })).not.toBe(first);
  });
});

describe('the ends of a job', () => {
  it('an error of the body is rethrown as it is', async () => {
    const run = open();
    const broken = new Error('connection reset');
    const body = async function* () {
      yield new Uint8Array(10);
      throw broken;
    };
    await expect(run({ job: tellPid, body: body() })).rejects.toBe(broken);
    expect(await run({ job: tellPid })).toEqual(expect.any(Number));
  });

  it('an error of the receiver is rethrown as it is', async () => {
    const run = open();
    const full = new Error('disk full');
    const onData = () => Promise.reject(full);
    await expect(run({ job: { do: 'flood', bytes: 1e6 }, onData })).rejects.toBe(full);
    expect(await run({ job: tellPid })).toEqual(expect.any(Number));
  });

  it('an aborted job ends at once, though its body is silent, and the body is told', async () => {
    const run = open();
    const controller = new AbortController();
    let returned = false;
    const body: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          controller.abort();
          return new Promise(() => {});
        },
        return: async () => {
          returned = true;
          return { done: true, value: undefined };
        },
      }),
    };
    await expect(run({ job: tellPid, body, signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' });
    await setImmediate();
    expect(returned).toBe(true);
    await expect(run({ job: tellPid, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('backpressure', () => {
  it('a slow receiver is handed one piece at a time, and the child waits', async () => {
    const run = open();
    const data = collector();
    let inside = 0;
    let calls = 0;
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    const onData = async (channel: number, bytes: Uint8Array) => {
      calls++;
      expect(++inside).toBe(1);
      if (calls === 1) {
        // However often the loop turns, nothing more is handed over.
        for (let turn = 0; turn < 1_000; turn++) await setImmediate();
        expect(calls).toBe(1);
        openGate();
      }
      await gate;
      inside--;
      data.onData(channel, bytes);
    };
    expect(await run({ job: { do: 'flood', bytes: 8_388_608 }, onData })).toBe('flooded');
    expect(data.channel(3).length).toBe(8_388_608);
  });

  it('a child that does not read stops the body', async () => {
    const run = open();
    let pulled = 0;
    const body = async function* () {
      for (;;) {
        pulled += 65_536;
        yield new Uint8Array(65_536);
      }
    };
    await expect(run({ job: { do: 'stop reading' }, body: body(), timeoutMs: 500 })).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
    expect(pulled).toBeLessThan(4_000_000);
  });
});
