import { runTurn } from '../../assistant/run-turn.ts';
import { sweepConversations, sweepConversationsJob, turnJob } from '../../features/conversations/index.ts';
import type { Ports } from '../../features/kit/ctx.ts';
import { findWorkspaceActor } from '../../features/workspaces/index.ts';

/** Registers what a worker does for the conversations room. */
export function handleConversations(ports: Ports): void {
  ports.queue.handle(turnJob, async ({ workspace, turn }) => {
    const found = await findWorkspaceActor(ports.db.system.orm, workspace);
    if (found) await runTurn(ports, found, turn);
  });
  ports.queue.handle(sweepConversationsJob, () => sweepConversations(ports));
}
