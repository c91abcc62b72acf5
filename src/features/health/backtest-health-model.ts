import { isDeepStrictEqual } from 'node:util';
import { type Day, dayOfInstant, windowLength } from '../../lib/day.ts';
import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { listMetrics } from '../usage/index.ts';
import { currentModel } from './current-model.ts';
import type { ModelInput } from './domain/merge-model.ts';
import { draftModel } from './draft-model.ts';
import { backtestJob } from './jobs.ts';
import type { Backtest } from './model.ts';
import { countChurns, countOpenBacktests, insertBacktest, lockBacktests, selectBacktest } from './store/backtests.ts';

export type BacktestHealthModelCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'TOO_FEW_CHURNS' | 'TOO_MANY_BACKTESTS';

export type BacktestHealthModelInput = {
  /** Null tests the model that counts. */
  readonly model: ModelInput | null;
  readonly from: Day;
  readonly to: Day;
};

const FEWEST_CHURNS = 5;
const LONGEST_DAYS = 366;
/** Each takes minutes of a worker where there are many accounts. */
const MOST_OPEN = 3;

/** Asks for a test of a model against the accounts that left within these days. */
export async function backtestHealthModel(
  ctx: Ctx,
  { model, from, to }: BacktestHealthModelInput,
): Promise<Outcome<Backtest, BacktestHealthModelCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId, workspace } = ctx.actor;
  const createdAt = ctx.clock.now();
  const today = dayOfInstant(createdAt.getTime());
  const length = windowLength({ from, to });
  if (to > today) return refuse('INVALID_INPUT', `Nobody knows who leaves after ${today}.`, ['input', 'to']);
  if (length < 1) return refuse('INVALID_INPUT', `from (${from}) is after to (${to}).`, ['input', 'from']);
  if (length > LONGEST_DAYS) {
    return refuse('INVALID_INPUT', `Give 1 to ${LONGEST_DAYS} days; these are ${length}.`, ['input', 'from']);
  }
  const current = await currentModel(ctx);
  const metrics = (await listMetrics(ctx)).map(({ name }) => name);
  const draft = draftModel(current.model, model ?? {}, metrics);
  if (!draft.ok) return draft;
  const version = isDeepStrictEqual(draft.value, current.model) ? current.version : null;
  const request = { version, model: draft.value, days: { from, to } };

  const id = newId('backtest', createdAt);
  const asked = await ctx.db.orm.transaction(async (tx): Promise<Outcome<Backtest, BacktestHealthModelCode>> => {
    await lockBacktests(tx, workspaceId);
    const churns = await countChurns(tx, workspaceId, request.days);
    if (churns < FEWEST_CHURNS) {
      const message = `${churns} accounts were recorded to have left in these days; it takes ${FEWEST_CHURNS}. Record more with recordChurn, or give more days.`;
      return refuse('TOO_FEW_CHURNS', message, ['input', 'from']);
    }
    if ((await countOpenBacktests(tx, workspaceId)) >= MOST_OPEN) {
      return refuse('TOO_MANY_BACKTESTS', `${MOST_OPEN} backtests wait or run already: let one end first.`);
    }
    await insertBacktest(tx, workspaceId, { id, request, createdAt });
    const backtest = await selectBacktest(tx, workspaceId, id);
    if (!backtest) throw new Error('a backtest that was just written is not there');
    return ok(backtest);
  });
  if (asked.ok) {
    try {
      await ctx.queue.enqueue(backtestJob, { workspace, backtest: id });
    } catch (error) {
      ctx.log.warn({ workspace, error: String(error) }, 'a backtest could not be enqueued; the next look will');
    }
  }
  return asked;
}
