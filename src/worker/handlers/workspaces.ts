import type { Ports } from '../../features/kit/ctx.ts';
import { evaluateJob } from '../../features/workspaces/index.ts';
import { evaluateWorkspace } from '../pipeline.ts';

/** Registers what a worker does when a workspace's data changed. */
export function handleWorkspaces(ports: Ports): void {
  ports.queue.handle(evaluateJob, ({ workspace }) => evaluateWorkspace(ports, workspace));
}
