import type { Queryable, TransactionSql } from '../../db/client.ts';
import type { Ctx, Ports } from '../kit/ctx.ts';
import { nextDaily } from './domain/next-daily.ts';
import { evaluateJob } from './jobs.ts';
import {
  askForDailyEvaluations,
  askForEvaluation,
  bringForward,
  insertMissingEvaluations,
  selectDailyEvaluations,
  selectDueEvaluations,
} from './store/index.ts';

/** How many workspaces one look hands out. */
const MOST_DUE = 50;

/**
 * Notes, in the transaction that changes a workspace's data, that what is derived from it is to be brought up to it. However
 * often that is asked while one evaluation runs, it is followed by one.
 */
export const requestEvaluation = (tx: Queryable | TransactionSql, ctx: Pick<Ctx, 'actor' | 'clock'>): Promise<void> =>
  askForEvaluation(tx, ctx.actor.workspaceId, ctx.clock.now());

/** Calls a worker, once the request is committed. Should that fail, the next look finds it: it is not lost. */
export const dispatchEvaluation = (ctx: Pick<Ctx, 'actor' | 'queue' | 'log'>): Promise<void> =>
  enqueue(ctx, ctx.actor.workspace);

/** Sees to it that the workspace is evaluated at this time at the latest. */
export const evaluateAt = (tx: TransactionSql, ctx: Pick<Ctx, 'actor'>, at: Date): Promise<void> =>
  bringForward(tx, ctx.actor.workspaceId, at);

/** Across all workspaces, every few seconds: asks for the daily ones whose time has come, and hands out what waits. */
export async function handOutEvaluations(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  const db = ports.db.system.orm;
  await insertMissingEvaluations(db, now);
  const daily = await selectDailyEvaluations(db, now);
  const next = daily.map((one) => ({ ...one, next: nextDaily(one.timeZone, one.dailyAt, now) }));
  await askForDailyEvaluations(db, now, next);
  for (const workspace of await selectDueEvaluations(db, now, MOST_DUE)) await enqueue(ports, workspace);
}

async function enqueue({ queue, log }: Pick<Ports, 'queue' | 'log'>, workspace: string): Promise<void> {
  try {
    await queue.enqueue(evaluateJob, { workspace });
  } catch (error) {
    log.warn({ workspace, error: String(error) }, 'an evaluation could not be enqueued; the next look will');
  }
}
