import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { mappersOf, signal, until, type Worker } from './cast.ts';
import type { AtEndpoint, Step } from './steps.ts';
import { type Barrier, raiseBarrier } from './stops.ts';
import { type Manner, PROMPT, type World } from './world.ts';

/** A worker that stands where a step says. */
export type Standing = {
  readonly reached: () => Promise<void>;
  /** To be called when the worker is dead: what it left in the database may go on, or is ended. */
  readonly release: () => Promise<void>;
};

type Scene = { readonly sql: Sql; readonly world: World; readonly worker: () => Worker };

/** Prepares the place; the worker may be under way already, or be asked for a run afterwards. */
export async function standStill({ sql, world, worker }: Scene, step: Step): Promise<Standing> {
  if (step.at.by === 'endpoint') return standAtEndpoint(world, worker, step.at.when);
  const stop = step.at;
  let barrier: Barrier | null = stop.by === 'row' ? null : await raiseBarrier(sql, stop);
  let held: { readonly release: () => Promise<void> } | null = null;
  world.answerBy(async (_call, send) => {
    barrier ??= await raiseBarrier(sql, stop);
    if (!step.unanswered) send.all();
  });
  return {
    reached: async () => {
      await until(`somebody to come to "${step.name}"`, () => barrier !== null || 'nobody asked the endpoint');
      await barrier?.reached();
      if (step.behindCommit && barrier) held = await standBehindCommit(sql, barrier);
    },
    release: async () => {
      world.answerBy(PROMPT);
      if (step.cutOff)
        for (const pid of (await barrier?.waiting()) ?? []) await sql`SELECT pg_terminate_backend(${pid}, 10000)`;
      await held?.release();
      held = null;
      await barrier?.remove();
    },
  };
}

/**
 * Lets the commit through, but nobody reads the runs: the lock on their table was asked for while the commit stood, and
 * falls to us in the moment it ends.
 */
async function standBehindCommit(sql: Sql, commit: Barrier): Promise<{ readonly release: () => Promise<void> }> {
  const holder = await sql.reserve();
  const [me] = await holder<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const pid = me?.pid ?? 0;
  const locked = holder.unsafe('BEGIN; LOCK TABLE sync_runs IN ACCESS EXCLUSIVE MODE').execute();
  const isWaiting = (whose: string) => async () =>
    (await sql.unsafe(`SELECT 1 FROM pg_locks WHERE NOT granted AND ${whose}`)).length > 0 || 'nobody waits';
  await until('the lock to be waited for', isWaiting(`pid = ${pid}`));
  await commit.open();
  await locked;
  await until('the worker to look at its run', isWaiting(`${pid} = ANY (pg_blocking_pids(pid))`));
  return {
    release: async () => {
      await holder.unsafe('ROLLBACK');
      holder.release();
    },
  };
}

function standAtEndpoint(world: World, worker: () => Worker, when: AtEndpoint): Standing {
  let stands = false;
  let calls = 0;
  const manner: Manner = async (call, send) => {
    calls++;
    switch (when) {
      case 'ASKED':
        break;
      case 'HALF_SENT':
        send.upTo(0.5);
        // Long enough for the first half to have been read.
        await sleep(100);
        break;
      case 'SENT_TO_STOPPED_MAPPER':
        for (const pid of mappersOf(worker())) signal(pid, 'SIGSTOP');
        send.all();
        await sleep(100);
        break;
      case 'ASKED_FOR_SECOND_WINDOW':
        if (calls === 1) return send.all();
    }
    stands = true;
    await call.over;
  };
  world.answerBy(manner);
  return {
    reached: () => until(`the endpoint to be ${when}`, () => stands || `it was asked ${calls} times`),
    release: async () => world.answerBy(PROMPT),
  };
}
