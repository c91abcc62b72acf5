import type { Ctx } from '../kit/ctx.ts';
import type { SignalState } from './domain/signal.ts';
import { countSignalsByType, type SignalCount } from './store/index.ts';

/** How many signals of each type and severity are in these states; the worst first. */
export const summariseSignals = (ctx: Ctx, states: readonly SignalState[]): Promise<SignalCount[]> =>
  countSignalsByType(ctx.db.orm, ctx.actor.workspaceId, states);
