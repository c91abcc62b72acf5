import { systemActor } from '../kit/actor.ts';
import { type Ctx, ctxFor, type Ports } from '../kit/ctx.ts';
import { type DailyRound, dailyRound, dailyWindow } from './domain/daily.ts';
import type { SyncRun } from './domain/sync-run.ts';
import { dispatchRun, queueRun } from './start-run.ts';
import { lockCustomApi, selectDueSources } from './store/index.ts';

/** Sources of one tick; the next minute takes the others. */
const BATCH = 500;

/** Across all workspaces: makes the daily runs that are due and calls workers for them. */
export async function queueDailyRuns(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  const round = dailyRound(now);
  for (const source of await selectDueSources(ports.db.system.orm, round, now, { limit: BATCH })) {
    const ctx = ctxFor(ports, systemActor(source));
    try {
      const run = await queueDailyRun(ctx, round);
      if (run) await dispatchRun(ctx, run);
    } catch (error) {
      // Whatever is wrong with one source, the others are due as well.
      ports.log.error(
        { workspace: source.workspace, error },
        'a daily run could not be queued; the next sweep tries again',
      );
    }
  }
}

/** Null when another tick was faster, or the source was disconnected meanwhile: under its lock the question is asked again. */
const queueDailyRun = (ctx: Ctx, round: DailyRound): Promise<SyncRun | null> =>
  ctx.db.orm.transaction(async (tx) => {
    const now = ctx.clock.now();
    const source = await lockCustomApi(tx, ctx.actor, now);
    const [due] = await selectDueSources(tx, round, now, { limit: 1, only: ctx.actor.workspaceId });
    if (!due) return null;
    return queueRun(ctx, tx, 'DAILY', dailyWindow(source.syncedDays, round.day), source);
  });
