import { backtestJob, runBacktest } from '../../features/health/index.ts';
import { systemActor } from '../../features/kit/actor.ts';
import { ctxFor, type Ports } from '../../features/kit/ctx.ts';
import { readCoverage } from '../../features/sources/index.ts';
import { findWorkspaceActor } from '../../features/workspaces/index.ts';

/** Registers what a worker does for the health room. */
export function handleHealth(ports: Ports): void {
  ports.queue.handle(backtestJob, async ({ workspace, backtest }) => {
    const found = await findWorkspaceActor(ports.db.system.orm, workspace);
    if (!found) return;
    const ctx = ctxFor(ports, systemActor(found));
    await runBacktest(ctx, backtest, () => readCoverage(ctx));
  });
}
