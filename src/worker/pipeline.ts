import { completeStandings } from '../features/accounts/index.ts';
import { scoreAccounts } from '../features/health/index.ts';
import { systemActor } from '../features/kit/actor.ts';
import { ctxFor, type Ports } from '../features/kit/ctx.ts';
import { evaluateSignals } from '../features/signals/index.ts';
import { readCoverage } from '../features/sources/index.ts';
import { publishUsage, refreshProfiles } from '../features/usage/index.ts';
import { dispatchEvents } from '../features/webhooks/index.ts';
import { findWorkspaceActor, runEvaluation } from '../features/workspaces/index.ts';

/**
 * What follows what when a workspace's data changed: profiles of usage, then health, then signals. Each step writes what changed
 * and nothing else, so that an evaluation without news writes next to nothing.
 */
export async function evaluateWorkspace(ports: Ports, workspace: string): Promise<void> {
  const found = await findWorkspaceActor(ports.db.system.orm, workspace);
  if (!found) return;
  const ctx = ctxFor(ports, systemActor(found));
  await runEvaluation(ctx, async (lost) => {
    await completeStandings(ctx);
    const coverage = await readCoverage(ctx);
    const basis = await refreshProfiles(ctx, coverage);
    if (basis) await publishUsage(ctx, basis);
    lost.throwIfAborted();
    const { accounts, bandsChanged } = await scoreAccounts(ctx, coverage, basis);
    lost.throwIfAborted();
    const { raised, resolved } = await evaluateSignals(ctx, coverage, basis);
    return {
      asOf: basis?.asOf ?? null,
      accountsScored: accounts,
      bandsChanged,
      signalsRaised: raised,
      signalsResolved: resolved,
    };
  });
  await dispatchEvents(ctx);
}
