import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { MapperPool } from '../../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool, type MapperPoolOptions } from '../../../src/platform/mapper-pool/process-pool.ts';
import { spawnMapper } from '../../../src/platform/mapper-pool/spawn-mapper.ts';
import { inPieces } from '../../kit/mapper-bodies.ts';

const MISBEHAVING = new URL('../../kit/misbehaving-mapper.ts', import.meta.url);
let pool: MapperPool | undefined;
afterEach(() => pool?.close());

function open(options: Partial<MapperPoolOptions> = {}) {
  pool = createMapperPool({ entry: MISBEHAVING, size: 1, maxOldSpaceMb: 128, maxJobsPerChild: 100, ...options });
  const run = (job: string, rest: { body?: AsyncIterable<Uint8Array>; signal?: AbortSignal } = {}) =>
    (pool as MapperPool).run({ job: { do: job }, body: inPieces('{}'), timeoutMs: 60_000, ...rest });
  return run;
}

/** A body that ends when told, to hold a job open. */
function heldBody() {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const body = async function* () {
    yield new Uint8Array(1);
    await held;
  };
  return { body: body(), release };
}

describe('children', () => {
  it('serve one job after another', async () => {
    const run = open();
    const first = await run('tell pid');
    expect(await run('tell pid')).toBe(first);
  });

  it('are as many as the size, and jobs beyond wait their turn', async () => {
    const run = open({ size: 2 });
    const held = [heldBody(), heldBody()];
    const pids = held.map(({ body }) => run('tell pid', { body }));
    const third = run('tell pid');
    held[1]?.release();
    expect(await third).toBe(await pids[1]);
    held[0]?.release();
    expect(await pids[0]).not.toBe(await pids[1]);
  });

  it('are replaced after so many jobs', async () => {
    const run = open({ maxJobsPerChild: 2 });
    const pids = [await run('tell pid'), await run('tell pid'), await run('tell pid')];
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  it('are replaced when they have grown', async () => {
    const run = open();
    const grown = await run('grow');
    expect(await run('tell pid')).not.toBe(grown);
  });

  it('are replaced when something else ends them while they wait', async () => {
    const run = open({ size: 2 });
    const pid = (await run('tell pid')) as number;
    process.kill(pid, 'SIGKILL');
    // Whichever child it gets: at worst the one that is going, which says so.
    await run('tell pid').catch((error) => expect(error).toMatchObject({ code: 'CRASHED' }));
    expect(await run('tell pid')).not.toBe(pid);
  });

  it('inherit nothing of the environment', async () => {
    process.env.MAPPER_TEST_SECRET = 'hunter2';
    const environment = await open()('tell environment');
    delete process.env.MAPPER_TEST_SECRET;
    expect(environment).toEqual({ NODE_ENV: 'production' });
  });

  it('end when their parent goes', async () => {
    const child = spawnMapper(128);
    await once(child.stdout, 'data'); // It is up.
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('a job that waits', () => {
  it('can be aborted, and the next one takes its place', async () => {
    const run = open();
    const { body, release } = heldBody();
    const first = run('tell pid', { body });
    const controller = new AbortController();
    const second = run('tell pid', { signal: controller.signal });
    const third = run('tell pid');
    controller.abort();
    await expect(second).rejects.toMatchObject({ code: 'ABORTED' });
    release();
    expect(await third).toBe(await first);
  });
});

describe('closing', () => {
  it('ends running and waiting jobs, and takes no more', async () => {
    const run = open();
    const ended = [run('tell pid', heldBody()), run('tell pid')].map((job) => job.catch((error) => error.code));
    await pool?.close();
    expect(await Promise.all(ended)).toEqual(['ABORTED', 'ABORTED']);
    await expect(run('tell pid')).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
